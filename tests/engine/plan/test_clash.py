"""What cannot hold beside the rest is named with what stands against it."""

from typing import Any

import pytest

from app.engine.plan.builder import plan
from app.engine.plan.eligible import eligible
from app.engine.plan.options import FIXTURE, FIXTURE_OF_A_GYM, option_of
from app.engine.plan.plan import PlanConstraint
from app.engine.plan.question import Staple, TrainingLevel
from tests.engine.plan.questions import BODY_ONLY, planned, question

C = PlanConstraint
BANDS = frozenset({"slider", "band"})


@pytest.mark.parametrize(
    ("told", "gave_way", "against"),
    [
        (
            {
                "focus": ("shoulder_adductors", "deltoids"),
                "equipment": BANDS,
                "days_per_week": 6,
                "level": TrainingLevel.INTERMEDIATE,
            },
            C.VOLUME,
            {C.VOLUME},
        ),
        (
            {"focus": ("quadriceps", "hamstrings"), "days_per_week": 7, "level": None}
            | {"preferred": ("lying-leg-raise", "sumo-squat")},
            C.PREFERRED,
            {C.DAYS, C.RECOVERY},
        ),
        ({"minutes": 10.0}, C.BALANCE, {C.MINUTES}),
        ({"days_per_week": 1}, C.FREQUENCY, {C.DAYS, C.RECOVERY}),
        ({"days_per_week": None, "weekdays": (0, 1)}, C.FREQUENCY, {C.WEEKDAYS, C.RECOVERY}),
        ({"equipment": BODY_ONLY, "focus": ("neck",)}, C.COVERAGE, {C.EQUIPMENT}),
        ({"focus": ("calves",), "pain": {"calves": 6.0}}, C.COVERAGE, {C.PAIN}),
    ],
)
def test_what_gives_way_and_to_what(
    told: dict[str, Any], gave_way: PlanConstraint, against: set[PlanConstraint]
) -> None:
    known = {name: value for name, value in told.items() if value is not None or name != "level"}
    part = plan(question(**known))
    assert part.value is not None
    found = [one for one in part.value.conflicts if one.gave_way is gave_way]
    assert against in [set(one.constraints[1:]) for one in found]


def test_a_second_best_movement_is_taken_in_silence() -> None:
    """Nothing that was asked for is lacking."""
    staple = Staple(("sumo_squat", "lateral_lunge"))
    asked = question(
        focus=(), staples=(staple,), minutes=10.0, days_per_week=2, preferred=("lateral-lunge",)
    )
    part = plan(asked)
    assert part.value is not None
    ids = {one.exercise_id for _, one in planned(part)}
    assert "lateral-lunge" in ids
    assert not any(one.gave_way is C.STAPLES for one in part.value.conflicts)


def test_no_group_gets_more_than_is_sensible() -> None:
    asked = question(focus=("glutes",), equipment=BODY_ONLY, minutes=90.0, pain={"shoulder": 4.0})
    part = plan(asked)
    assert part.value is not None
    assert max(one.sets for one in part.value.volume) <= 20.0


def test_a_gym_has_bars_and_benches() -> None:
    """What hangs from a bar is held back less where machines stand."""
    merits = []
    for equipment in (BODY_ONLY, frozenset({"machine"})):
        asked = question(equipment=equipment, level=TrainingLevel.INTERMEDIATE)
        exercise = asked.exercises["chin-up"]
        merits.append(option_of(exercise, asked, (), eligible(asked)).merit)
    at_home, in_gym = merits
    assert in_gym - at_home == pytest.approx(FIXTURE - FIXTURE_OF_A_GYM)
