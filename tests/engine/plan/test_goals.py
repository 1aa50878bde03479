"""Fifty goals under constraints, each plan held to every rule."""

from typing import Any

import pytest

from app.catalogue.plan_goals import plan_facts
from app.engine.plan.plan import ExerciseRole, PlanConstraint
from app.engine.plan.question import PlanObjective, TrainingLevel
from app.engine.records import HealthFlag
from app.usecases.plans import PlanAsked, make_plan, plan_question
from tests.engine.plan.questions import BODY_ONLY, GYM, HOME, broken, planned

MACHINES = ("machine", "cable", "plate_loaded")
BARBELL = ("barbell", "dumbbell")
N, I, A = TrainingLevel.NOVICE, TrainingLevel.INTERMEDIATE, TrainingLevel.ADVANCED  # noqa: E741 - columns of a table

Case = tuple[str | None, tuple[str, ...], Any, Any, TrainingLevel, dict[str, Any]]
CASES: list[Case] = [
    # goal, focus beside it, days or weekdays, minutes and equipment, level, more
    ("tighten_inner_thighs", (), 3, (60, GYM), N, {}),
    ("tighten_inner_thighs", (), 2, (45, MACHINES), N, {}),
    ("tighten_inner_thighs", (), 3, (30, BODY_ONLY), N, {}),
    ("tighten_inner_thighs", (), 3, (20, HOME), I, {}),
    ("tighten_inner_thighs", (), 4, (60, BARBELL), A, {}),
    ("tighten_inner_thighs", (), 5, (45, ("band", "ball")), N, {}),
    ("tighten_inner_thighs", (), 6, (60, GYM), A, {}),
    ("tighten_inner_thighs", (), 7, (40, GYM), I, {}),
    ("tighten_inner_thighs", (), 1, (60, GYM), N, {}),
    ("tighten_inner_thighs", (), (0, 1), (60, GYM), N, {}),
    ("tighten_inner_thighs", (), 3, (10, GYM), N, {}),
    ("tighten_inner_thighs", ("glutes",), 3, (60, GYM), I, {}),
    ("tighten_inner_thighs", (), 3, (60, GYM), N, {"pain_0_to_10": {"groin": 6}}),
    ("tighten_inner_thighs", (), 3, (60, GYM), N, {"pain_0_to_10": {"adductors": 2}}),
    ("tighten_inner_thighs", (), 3, (60, GYM), N, {"pain_0_to_10": {"knee": 5}}),
    ("tighten_inner_thighs", (), 3, (45, GYM), N, {"contraindications": {"pregnancy_late"}}),
    ("tighten_inner_thighs", (), 3, (45, GYM), N, {"excluded": ("sumo-squat", "lateral-lunge")}),
    ("tighten_inner_thighs", (), 3, (45, GYM), N, {"preferred": ("cossack-squat",)}),
    ("prevent_groin_injury", (), 2, (30, BODY_ONLY), A, {}),
    ("prevent_groin_injury", (), 3, (20, BODY_ONLY), N, {}),
    ("prevent_groin_injury", (), 2, (30, ("ball", "band")), I, {"pain_0_to_10": {"groin": 3}}),
    ("grow_glutes", (), 3, (60, GYM), I, {}),
    ("grow_glutes", (), 4, (45, ("dumbbell", "band")), N, {}),
    ("grow_glutes", (), (1, 3, 5), (30, BODY_ONLY), N, {}),
    ("strengthen_hips", (), 3, (30, ("band",)), N, {}),
    ("grow_legs", (), 3, (75, GYM), A, {}),
    ("grow_legs", (), 5, (60, BARBELL), I, {"contraindications": {"low_back_pain"}}),
    ("grow_calves", (), 3, (30, BODY_ONLY), N, {}),
    ("grow_chest", (), 3, (60, BARBELL), I, {}),
    ("grow_chest", (), 4, (45, BODY_ONLY), N, {}),
    ("grow_chest", (), 6, (60, GYM), A, {"pain_0_to_10": {"shoulder": 5}}),
    ("grow_back", (), 3, (60, GYM), I, {}),
    ("grow_back", (), 2, (30, ("dumbbell",)), N, {}),
    ("grow_shoulders", (), 4, (60, GYM), A, {}),
    ("grow_shoulders", (), 3, (45, HOME), N, {}),
    ("grow_arms", (), 3, (45, GYM), I, {}),
    ("grow_arms", (), 5, (30, ("dumbbell",)), N, {"pain_0_to_10": {"elbow": 2}}),
    ("flatten_belly", (), 3, (30, BODY_ONLY), N, {}),
    ("flatten_belly", (), 4, (45, GYM), I, {"contraindications": {"diastasis_recti"}}),
    ("strengthen_grip", (), 3, (45, GYM), I, {}),
    ("stand_tall", (), 3, (45, GYM), N, {}),
    ("get_stronger", (), 3, (60, BARBELL), N, {}),
    ("get_stronger", (), 4, (75, GYM), I, {}),
    ("get_stronger", (), 2, (45, BODY_ONLY), N, {}),
    ("build_muscle", (), 4, (60, GYM), I, {}),
    ("build_muscle", (), 6, (75, GYM), A, {}),
    ("muscular_endurance", (), 3, (45, HOME), N, {}),
    ("lose_fat", (), 3, (45, MACHINES), N, {}),
    ("lose_fat", ("abdominals",), (0, 2, 4), (45, HOME), I, {}),
    ("recomposition", (), 4, (60, GYM), I, {}),
    ("general_fitness", (), 2, (30, BODY_ONLY), N, {}),
    (None, ("neck",), 3, (60, GYM), I, {}),
    (None, ("hip_flexors", "gluteus_medius"), 4, (60, GYM), I, {}),
    (None, ("tibialis_posterior",), 2, (30, BODY_ONLY), N, {}),
]


def asked(case: Case) -> PlanAsked:
    goal, focus, days, (minutes, equipment), level, more = case
    when: dict[str, Any] = {"days_per_week": days} if isinstance(days, int) else {"weekdays": days}
    shared: dict[str, Any] = {
        "goal": goal,
        "focus": focus,
        "minutes": float(minutes),
        "level": level,
    }
    return PlanAsked(**shared, equipment=tuple(equipment), **when, **more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}-{case[4]}")
def test_every_plan_holds_the_rules(case: Case) -> None:
    told = asked(case)
    answer = make_plan(told)
    assert answer.part.value is not None, answer.part.because
    assert broken(plan_question(told), answer.part) == []


@pytest.mark.parametrize("goal", plan_facts().goals)
def test_every_goal_holds_in_a_gym_with_time(goal: str) -> None:
    told = PlanAsked(goal=goal, minutes=90.0, equipment=tuple(GYM), level=A)
    answer = make_plan(told)
    assert answer.part.value is not None
    assert [one.because.text for one in answer.part.value.conflicts] == []


def movements(told: PlanAsked, day: int | None = None) -> list[str]:
    part = make_plan(told).part
    exercises = plan_question(told).exercises
    return [
        exercises[one.exercise_id].movement_id
        for on, one in planned(part)
        if day is None or day == on
    ]


INNER = PlanAsked(goal="tighten_inner_thighs", minutes=60.0, equipment=tuple(GYM))


def test_inner_thighs_are_trained_as_the_goal_says() -> None:
    done = movements(INNER)
    assert {"sumo_squat", "lateral_lunge", "adductor_squeeze", "hip_adduction"} <= set(done)
    part = make_plan(INNER).part
    assert part.value is not None
    (adductors,) = [one for one in part.value.volume if one.focus]
    assert adductors.weekdays == (0, 2, 4)
    assert all(one.direct_sets >= 4 for one in adductors.muscles)
    assert len(adductors.muscles) == 5


@pytest.mark.parametrize("equipment", [GYM, HOME, ("band",), BODY_ONLY])
def test_the_squeeze_comes_before_heavier_work(equipment: Any) -> None:
    part = make_plan(
        PlanAsked(goal="tighten_inner_thighs", minutes=60.0, equipment=tuple(equipment))
    ).part
    assert part.value is not None
    for session in part.value.sessions:
        assert session.exercises[0].role is ExerciseRole.PREPARATION
        assert ExerciseRole.PREPARATION not in {one.role for one in session.exercises[1:]}


def test_the_answer_has_its_two_parts() -> None:
    answer = make_plan(PlanAsked(goal="tighten_inner_thighs", body_mass_kg=70.0))
    said = {
        one.code for one in (*answer.words.training, *answer.words.nutrition, *answer.words.habits)
    }
    assert {"two_parts", "three_levers", "no_spot_reduction", "deficit", "sleep"} <= said
    assert {"rest_days", "protein_in_deficit", "squeeze_first", "cardio"} <= said
    walking, running, cycling = answer.cardio
    assert walking.energy is not None
    assert walking.energy.value is not None
    # (4.8 - 1) MET x 70 kg x 0.5 h
    assert walking.energy.value.net.value == pytest.approx(133.0, abs=0.5)
    assert walking.net_kcal_per_kg == pytest.approx(1.9, abs=0.05)
    assert {one.activity.group.value for one in (running, cycling)} == {"running", "cycling"}
    assert set(answer.cardio_weekdays).isdisjoint({0, 2, 4})


@pytest.mark.parametrize(
    "flag",
    ["eating_disorder", "kidney_failure", "glucose_lowering_drug", "unexplained_weight_loss"],
)
def test_where_a_clinician_sets_the_intake_nothing_is_said_of_it(flag: str) -> None:
    told = frozenset({HealthFlag(flag)})
    answer = make_plan(PlanAsked(goal="tighten_inner_thighs", health_flags=told))
    assert answer.words.energy is None
    said = [one.code for one in (*answer.words.nutrition, *answer.words.habits)]
    assert said[0] == "health_flag"
    assert not {"deficit", "protein_in_deficit"} & set(said)
    assert answer.part.value is not None
    assert answer.cardio


@pytest.mark.parametrize("flag", ["heart_condition", "heart_failure", "kidney_failure"])
def test_a_clinician_is_asked_before_beginning(flag: str) -> None:
    told = frozenset({HealthFlag(flag)})
    part = make_plan(PlanAsked(goal="get_stronger", health_flags=told)).part
    assert [one.code for one in part.warnings] == ["plan_with_health_flag"]


def test_where_nothing_may_be_trained_nothing_is_said_of_endurance() -> None:
    told = frozenset({HealthFlag.UNEXPLAINED_SYMPTOMS})
    answer = make_plan(PlanAsked(goal="tighten_inner_thighs", health_flags=told))
    assert (answer.words.training, answer.cardio, answer.cardio_weekdays) == ((), (), ())
    assert "cardio" not in [one.code for one in answer.words.nutrition]


def test_groin_pain_leaves_the_rest_and_refers() -> None:
    told = PlanAsked(goal="tighten_inner_thighs", equipment=tuple(GYM), pain_0_to_10={"groin": 5.0})
    part = make_plan(told).part
    assert part.value is not None
    exercises = plan_question(told).exercises
    heads = set(plan_question(told).heads["adductors"])
    assert all(heads.isdisjoint(exercises[one.exercise_id].muscles) for _, one in planned(part))
    assert {"pain", "pain_referral"} <= {one.code for one in part.warnings}
    frequency = next(
        one for one in part.value.conflicts if one.gave_way is PlanConstraint.FREQUENCY
    )
    assert PlanConstraint.PAIN in frequency.constraints


def test_a_little_pain_takes_easier_rungs() -> None:
    told = PlanAsked(
        goal="tighten_inner_thighs", equipment=tuple(GYM), pain_0_to_10={"adductors": 2.0}
    )
    part = make_plan(told).part
    exercises = plan_question(told).exercises
    done = [exercises[one.exercise_id] for _, one in planned(part)]
    touched = [one for one in done if "adductor_longus" in one.muscles]
    assert touched
    assert not [one for one in touched if set(one.regressions) & {each.id for each in done}]
    assert "easier_rung" in {why.code for _, one in planned(part) for why in one.because}


@pytest.mark.parametrize(
    ("told", "constraints"),
    [
        ({"days_per_week": 1}, {"frequency", "days", "recovery"}),
        ({"weekdays": (0, 1)}, {"frequency", "weekdays", "recovery"}),
        ({"days_per_week": 5, "weekdays": (0, 2)}, {"days", "weekdays"}),
        ({"focus": ("tibialis_posterior",)}, {"coverage", "equipment"}),
        ({"preferred": ("barbell-row",)}, {"preferred_exercises", "equipment"}),
        (
            {"preferred": ("push-up",), "excluded": ("push-up",)},
            {"preferred_exercises", "excluded_exercises"},
        ),
        (
            {"preferred": ("push-up",), "pain_0_to_10": {"chest": 5.0}},
            {"preferred_exercises", "pain"},
        ),
        ({"preferred": ("running",)}, {"preferred_exercises", "focus"}),
        ({"minutes": 10.0}, {"balance", "minutes"}),
    ],
)
def test_what_clashes_is_named(told: dict[str, Any], constraints: set[str]) -> None:
    part = make_plan(PlanAsked(goal="tighten_inner_thighs", **told)).part
    assert part.value is not None
    named = [{one.value for one in each.constraints} for each in part.value.conflicts]
    assert constraints in named, named


def test_the_objective_changes_how_not_what_is_refused() -> None:
    told: dict[str, Any] = {"focus": ("quadriceps",), "equipment": tuple(GYM), "minutes": 90.0}
    heavy = make_plan(PlanAsked(objective=PlanObjective.STRENGTH, level=N, **told)).part
    long = make_plan(PlanAsked(objective=PlanObjective.ENDURANCE, **told)).part
    schemes = {one.scheme for _, one in planned(heavy)}
    assert "linear" in schemes
    counted = [one for _, one in planned(long) if one.measured_in.value == "repetitions"]
    assert min(one.range_low for one in counted) == 15
    assert max(one.rest_s for one in counted) == 60.0


def test_nothing_is_drawn() -> None:
    assert make_plan(INNER) == make_plan(INNER)
