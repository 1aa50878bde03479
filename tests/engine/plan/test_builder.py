"""The parts that a plan is put together from, and when there is none."""

from typing import Any

import pytest

from app.engine.answer import Status
from app.engine.load.dose_response import ADVISED_SETS
from app.engine.plan.blocks import blocks
from app.engine.plan.builder import plan
from app.engine.plan.dose import LEAST_SETS, TARGETS
from app.engine.plan.eligible import eligible
from app.engine.plan.focus import focuses
from app.engine.plan.ladder import difficulty, rungs
from app.engine.plan.plan import PlanConstraint
from app.engine.plan.prescription import dosage, warm_up_s
from app.engine.plan.question import PlanObjective, TrainingLevel
from app.engine.plan.regions import PRIMARY, REGION_OF, SECONDARY
from app.engine.records import HealthFlag
from tests.engine.plan.questions import BODY_ONLY, GYM, broken, planned, question


@pytest.mark.parametrize(
    ("weeks", "level", "sizes", "deloads"),
    [
        (1, "novice", [1], [False]),
        (2, "novice", [2], [False]),
        (4, "novice", [4], [True]),
        (6, "intermediate", [6], [True]),
        (6, "advanced", [4, 2], [True, False]),
        (7, "intermediate", [4, 3], [True, False]),
        (12, "novice", [6, 6], [True, True]),
        (12, "advanced", [4, 4, 4], [True] * 3),
        (13, "advanced", [5, 4, 4], [True] * 3),
        (52, "novice", [6] * 7 + [5] * 2, [True] * 9),
    ],
)
def test_weeks_fall_into_blocks(
    weeks: int, level: str, sizes: list[int], deloads: list[bool]
) -> None:
    made = blocks(weeks, TrainingLevel(level))
    assert [one.weeks for one in made] == sizes
    assert [bool(one.mesocycle and one.mesocycle.deload) for one in made] == deloads
    assert [one.first_week for one in made] == [1 + sum(sizes[:n]) for n in range(len(sizes))]


@pytest.mark.parametrize(
    ("exercise_id", "objective", "range_", "rest_s", "set_s"),
    [
        # 12 repetitions of 4 s; on both sides with 10 s between
        ("sumo-squat", "size", (8, 12), 120.0, 48.0),
        ("lateral-lunge", "size", (8, 12), 90.0, 106.0),
        ("adductor-ball-squeeze", "size", (10, 30), 60.0, 30.0),
        ("side-plank", "size", (20, 45), 60.0, 100.0),
        ("barbell-back-squat", "strength", (5, 5), 180.0, None),
        ("hip-adduction-machine", "strength", (8, 12), 90.0, 48.0),
        ("sumo-squat", "endurance", (15, 25), 60.0, 100.0),
        ("adductor-ball-squeeze", "endurance", (10, 30), 60.0, 30.0),
        # Heavy lifts keep their own sets: a person may prefer one beside long sets of the rest.
        ("deadlift", "endurance", (5, 8), 180.0, None),
        # Not every exercise over several joints is a lift for strength.
        ("kettlebell-windmill", "strength", (3, 8), 90.0, None),
        ("dumbbell-lunge", "strength", (8, 12), 120.0, None),
    ],
)
def test_how_an_exercise_is_done(
    exercise_id: str, objective: str, range_: tuple[int, int], rest_s: float, set_s: float | None
) -> None:
    asked = question(objective=PlanObjective(objective))
    found = dosage(asked.exercises[exercise_id], asked)
    assert ((found.low, found.high), found.rest_s) == (range_, rest_s)
    assert set_s is None or found.set_s == set_s
    assert found.duration_s(3) == 3 * (found.set_s + found.rest_s)


@pytest.mark.parametrize(("minutes", "seconds"), [(10, 120), (25, 300), (60, 300), (240, 300)])
def test_a_short_session_has_a_short_warm_up(minutes: float, seconds: float) -> None:
    assert warm_up_s(minutes) == seconds


def test_targets_lie_on_the_curve() -> None:
    for of_level in TARGETS.values():
        for one in of_level.values():
            assert LEAST_SETS <= one.rest <= one.even <= one.focus
    size = TARGETS[PlanObjective.SIZE]
    assert min(one.focus for one in size.values()) == ADVISED_SETS
    assert size[TrainingLevel.ADVANCED].focus < 22


def test_every_group_that_is_trained_has_a_region() -> None:
    groups = set(question().heads)
    assert groups <= set(REGION_OF)
    assert {*PRIMARY, *SECONDARY} <= groups


@pytest.mark.parametrize(
    ("named", "key", "heads", "helped"),
    [
        (("chest",), "chest", 2, ("pectoralis_minor",)),
        (("pectoralis_minor",), "pectoralis_minor", 0, ("pectoralis_minor",)),
        (("gluteus_medius", "abductors"), "abductors", 3, ()),
        (("deltoid_posterior",), "deltoid_posterior", 1, ()),
        (("elbow_of_nobody",), "elbow_of_nobody", 0, ("elbow_of_nobody",)),
    ],
)
def test_what_a_focus_means(
    named: tuple[str, ...], key: str, heads: int, helped: tuple[str, ...]
) -> None:
    (focus,) = focuses(question(focus=named))
    assert (focus.key, len(focus.heads), focus.helped) == (key, heads, helped)


def test_what_nothing_trains_is_named() -> None:
    part = plan(question(focus=("pelvic_floor",)))
    assert part.value is not None
    assert {one.gave_way for one in part.value.conflicts} >= {PlanConstraint.COVERAGE}
    assert all(PlanConstraint.FOCUS in one.constraints for one in part.value.conflicts)


def test_ladders_lead_from_easy_to_hard() -> None:
    exercises = question().exercises
    hard = difficulty(exercises)
    assert hard["incline-push-up"] == 0.0
    assert hard["incline-push-up"] < hard["push-up"] < hard["one-arm-push-up"] == 1.0
    assert "shrimp-squat" not in hard
    ladder = rungs(exercises["push-up"], exercises)
    assert ladder[:3] == ("incline-push-up", "knee-push-up", "push-up")
    assert rungs(exercises["shrimp-squat"], exercises) == ("shrimp-squat",)


@pytest.mark.parametrize(
    ("exercise_id", "told", "barred"),
    [
        ("barbell-back-squat", {"equipment": BODY_ONLY}, {"equipment"}),
        ("pistol-squat", {}, {"level"}),
        ("pistol-squat", {"level": TrainingLevel.ADVANCED}, set()),
        ("pistol-squat", {"preferred": ("pistol-squat",)}, set()),
        ("push-up", {"excluded": frozenset({"push-up"})}, {"excluded_exercises"}),
        ("push-up", {"pain": {"chest": 3.5}}, {"pain"}),
        ("push-up", {"pain": {"triceps": 4}}, {"pain"}),
        ("push-up", {"pain": {"wrist": 2}}, {"pain"}),
        ("incline-push-up", {"pain": {"chest": 3}}, set()),
        ("sumo-squat", {"contraindications": frozenset({"knee_pain"})}, {"contraindications"}),
        ("sumo-squat", {"pain": {"knee": 9}}, {"pain"}),
        ("sumo-squat", {"pain": {"gracilis": 9}}, {"pain"}),
        ("hip-adduction-machine", {"pain": {"knee": 9}}, set()),
    ],
)
def test_what_may_stand_in_a_plan(exercise_id: str, told: dict[str, Any], barred: set[str]) -> None:
    found = eligible(question(**told))
    assert {one.value for one in found.barred.get(exercise_id, ())} == barred
    assert (exercise_id in found.exercises) is not bool(barred)


def test_running_is_no_set_of_a_muscle() -> None:
    found = eligible(question())
    assert {"running", "box-jump", "snatch", "farmers-carry"}.isdisjoint(found.exercises)
    assert "running" not in found.barred


@pytest.mark.parametrize("flag", ["recent_surgery", "unexplained_symptoms"])
def test_red_flags_refuse(flag: str) -> None:
    part = plan(question(health_flags=frozenset({HealthFlag(flag)})))
    assert (part.status, part.value) == (Status.REFUSED, None)
    assert part.because[0].code == "red_flag"
    assert "clinician" in (part.instead or "")


def test_where_nothing_is_left_there_is_no_plan() -> None:
    everything = frozenset(question().exercises)
    part = plan(question(excluded=everything, pain={"knee": 7}))
    assert (part.status, part.value) == (Status.REFUSED, None)
    assert [one.code for one in part.because] == ["nothing_left", "pain", "pain_referral"]
    assert "excluded exercises" in part.because[0].text


def test_too_little_time_for_any_exercise_is_no_plan() -> None:
    part = plan(question(minutes=2.0, excluded=frozenset()))
    assert part.status is Status.REFUSED


def test_a_day_that_cannot_be_used_is_named() -> None:
    kept = {"hip-adduction-machine", "cable-hip-adduction"}
    others = frozenset(question().exercises) - kept
    asked = question(excluded=others, days_per_week=5)
    part = plan(asked)
    assert part.value is not None
    assert len(part.value.sessions) < 5
    assert broken(asked, part) == []
    assert PlanConstraint.DAYS in {one.gave_way for one in part.value.conflicts}


def test_what_needs_a_bar_says_so() -> None:
    part = plan(question(focus=("back",), equipment=BODY_ONLY))
    needs = [
        why.text for _, one in planned(part) for why in one.because if why.code == "needs_fixture"
    ]
    assert any("bar" in one or "hang" in one for one in needs)


@pytest.mark.parametrize("focus", [(), ("chest",)])
def test_days_come_from_the_caller_or_are_said(focus: tuple[str, ...]) -> None:
    told = plan(question(focus=focus, weekdays=(1, 4), days_per_week=None))
    open_ = plan(question(focus=focus))
    assert "usual_days" not in {one.code for one in told.because}
    assert "usual_days" in {one.code for one in open_.because}
    assert told.value is not None
    assert [one.weekday for one in told.value.sessions] == [1, 4]


@pytest.mark.parametrize(
    ("level", "least"), [("novice", 10), ("intermediate", 12), ("advanced", 16)]
)
def test_with_time_a_focus_gets_what_is_wanted(level: str, least: float) -> None:
    part = plan(question(focus=("chest",), level=TrainingLevel(level), minutes=90.0, equipment=GYM))
    assert part.value is not None
    assert part.value.volume[0].sets >= least


def test_a_session_never_holds_more_of_a_muscle_than_is_rewarded() -> None:
    part = plan(
        question(focus=("chest",), days_per_week=1, minutes=240.0, level=TrainingLevel.ADVANCED)
    )
    assert part.value is not None
    assert max(one.sets for one in part.value.volume) <= 11.0
