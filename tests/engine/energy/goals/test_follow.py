"""The target that follows a goal: one line for each kind, each refusal and each gap."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.energy.goals.follow import goal_target, target_today
from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.scenario import DietBreaks
from app.engine.energy.target.target import EnergyTarget
from app.engine.records import Athlete, HealthFlag, Reproduction, Sex
from tests.engine.energy.goals.people import (
    MAN,
    ON,
    SMALL_WOMAN,
    SPENT,
    WOMAN,
    after,
    codes,
    standing,
)

DENSITY = 7071.66
"""Of person A at 23.1 kg of fat [kcal/kg]."""
HALF_PERCENT = 0.005 * 90.0 / 7.0 * DENSITY


def mass(goal_kg: float, **told: object) -> Goal:
    return Goal(GoalKind.BODY_MASS, body_mass_kg=goal_kg, **told)  # type: ignore[arg-type]


def fat(percent: float, **told: object) -> Goal:
    return Goal(GoalKind.BODY_FAT, body_fat_percent=percent, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("goal", "rate", "intake", "first"),
    [
        (Goal(GoalKind.RATE, -0.5), -0.5, SPENT - HALF_PERCENT, "target_rate"),
        (Goal(GoalKind.RATE, 0.0), 0.0, SPENT, "target_rate"),
        (mass(80.0), -0.5, SPENT - HALF_PERCENT, "goal_rate_default"),
        (mass(80.0, rate_percent_per_week=-0.75), -0.75, SPENT - 1.5 * HALF_PERCENT, "target_rate"),
        (mass(95.0), 0.25, SPENT + 0.5 * HALF_PERCENT, "goal_gain_default"),
        (mass(90.5), 0.0, SPENT, "goal_reached"),
        (mass(92.0, rate_percent_per_week=-0.5), 0.0, SPENT, "goal_reached"),
        (mass(88.0, rate_percent_per_week=0.25), 0.0, SPENT, "goal_reached"),
        (fat(18.0), -0.5, SPENT - HALF_PERCENT, "goal_body_fat_mass"),
        (fat(18.0, rate_percent_per_week=-0.25), -0.25, SPENT - 0.5 * HALF_PERCENT, None),
        (fat(30.0), 0.0, SPENT, "goal_body_fat_reached"),
        (Goal(GoalKind.MAINTENANCE), 0.0, SPENT, "target_rate"),
        (Goal(GoalKind.LEAN_GAIN), 0.25, SPENT + 0.5 * HALF_PERCENT, "goal_gain_default"),
        (Goal(GoalKind.LEAN_GAIN, 0.4), 0.4, SPENT + 0.8 * HALF_PERCENT, "target_rate"),
        (Goal(GoalKind.RECOMPOSITION), 0.0, SPENT, "recomposition_evidence"),
        (Goal(GoalKind.RECOMPOSITION, -0.25), -0.25, SPENT - 0.5 * HALF_PERCENT, None),
        (
            Goal(GoalKind.SPOT_REDUCTION, place=Place.ABDOMEN),
            -0.5,
            SPENT - HALF_PERCENT,
            "goal_rate_default",
        ),
        (
            Goal(GoalKind.SPOT_REDUCTION, -0.25, place=Place.HIPS),
            -0.25,
            SPENT - 0.5 * HALF_PERCENT,
            "target_rate",
        ),
    ],
)
def test_each_kind(goal: Goal, rate: float, intake: float, first: str | None) -> None:
    part = goal_target(goal, standing())
    assert part.value is not None
    assert part.value.rate_percent_per_week == rate
    assert part.value.intake.value == pytest.approx(intake, abs=0.2)
    assert first is None or part.because[0].code == first


def test_protein_by_what_is_wanted() -> None:
    def protein(goal: Goal) -> tuple[float, str]:
        part = goal_target(goal, standing())
        assert part.value is not None
        (said,) = (one.code for one in part.because if one.code.startswith("protein"))
        return part.value.protein_g.low / 90.0, said

    assert protein(Goal(GoalKind.MAINTENANCE)) == (1.4, "protein_at_maintenance")
    assert protein(Goal(GoalKind.RATE, -0.5)) == (1.6, "protein_in_deficit")
    assert protein(Goal(GoalKind.RECOMPOSITION)) == (1.6, "protein_in_recomposition")
    assert protein(Goal(GoalKind.RECOMPOSITION, -0.25)) == (1.6, "protein_in_recomposition")


def test_fibre_goes_with_energy() -> None:
    part = goal_target(Goal(GoalKind.MAINTENANCE), standing(spent_kcal=2000.0))
    assert part.value is not None
    assert part.value.fibre_g == pytest.approx(28.0)


def test_a_mass_by_a_day_is_the_planners_intake() -> None:
    """The NIH planner: 2,166.66 kcal to reach 80 kg in 180 days."""
    part = goal_target(mass(80.0, by=after(180)), standing(eaten_kcal=SPENT))
    assert part.value is not None
    assert part.value.intake.value == pytest.approx(2166.66, abs=1.0)
    assert part.value.rate_percent_per_week == pytest.approx(-0.432, abs=1e-3)
    assert "goal_intake_reaches" in codes(part.because)
    assert "goal_rate_default" not in codes(part.because)  # the day sets the rate


def test_a_body_fat_by_a_day() -> None:
    part = goal_target(fat(20.0, by=after(200)), standing(eaten_kcal=SPENT))
    assert part.value is not None
    assert -0.6 < part.value.rate_percent_per_week < -0.2
    said = codes(part.because)
    assert said[0] == "goal_body_fat_mass"
    assert len(said) == len(set(said))  # what the goal and the model both assume is said once


REFUSED: list[tuple[Goal, Standing, list[str], str]] = [
    (mass(59.0), standing(), ["underweight_goal"], "at least 60.0 kg"),
    (mass(59.0, rate_percent_per_week=0.25), standing(), ["underweight_goal"], "at least 60.0"),
    (mass(59.0), standing(body_mass_kg=None), ["underweight_goal"], "at least 60.0 kg"),
    (mass(59.0), standing(body_mass_kg=59.2), ["underweight_goal"], "at least 60.0 kg"),
    (fat(4.0), standing(), ["essential_fat_goal", "underweight_goal"], "5 % or more"),
    (fat(12.0), standing(WOMAN), ["essential_fat_goal", "underweight_goal"], "13 % or more"),
    (fat(14.0), standing(WOMAN), ["underweight_goal"], "at least 50.4 kg"),
    (
        fat(12.0),
        standing(replace(WOMAN, sex=None)),
        ["essential_fat_goal"],
        "Give the sex, or choose a body fat of 13",
    ),
    (mass(80.0), standing(replace(MAN, age_years=17.5)), ["under_18"], "parent"),
    (mass(80.0), standing(replace(MAN, age_years=None)), ["unknown_age"], "date of birth"),
    (mass(80.0), standing(replace(MAN, height_cm=None)), ["unknown_height"], "height"),
    (
        Goal(GoalKind.LEAN_GAIN),
        standing(replace(WOMAN, reproduction=Reproduction.PREGNANT)),
        ["pregnant"],
        "midwife",
    ),
    (
        Goal(GoalKind.MAINTENANCE),
        standing(replace(WOMAN, reproduction=Reproduction.LACTATING)),
        ["lactating"],
        "midwife",
    ),
    (
        Goal(GoalKind.SPOT_REDUCTION, place=Place.INNER_THIGHS),
        standing(replace(WOMAN, health_flags=frozenset({HealthFlag.EATING_DISORDER}))),
        ["health_flag"],
        "physician or a dietitian",
    ),
    (mass(70.0), standing(replace(MAN, height_cm=221.0)), ["underweight", "underweight_goal"], ""),
    (
        Goal(GoalKind.RATE, -1.2),
        standing(),
        ["loss_too_fast", "energy_availability_too_low"],
        "at most 1 %",
    ),
    (
        mass(80.0, rate_percent_per_week=-2.0),
        standing(spent_kcal=4500.0),
        ["loss_too_fast"],
        "at most 1 %",
    ),
    (Goal(GoalKind.LEAN_GAIN, 0.6), standing(), ["gain_too_fast"], "at most 0.5 %"),
    (
        Goal(GoalKind.RATE, -0.75),
        standing(SMALL_WOMAN, body_mass_kg=50.0, spent_kcal=1100.0),
        ["energy_availability_too_low", "very_low_intake"],
        "slower loss",
    ),
    (mass(80.0, by=ON), standing(), ["goal_date_passed"], "later day"),
    (
        mass(75.0, by=after(60)),
        standing(eaten_kcal=SPENT),
        ["goal_not_by_then", "least_intake_rate"],
        "or a later day",
    ),
    (mass(59.0, by=after(300)), standing(), ["underweight_goal"], "at least 60.0"),
    (mass(80.0, by=after(300)), standing(replace(MAN, age_years=None)), ["unknown_age"], ""),
    (mass(80.0, by=after(14)), standing(spent_kcal=None), ["loss_too_fast"], "at most 1 %"),
    (mass(95.0, by=after(14)), standing(spent_kcal=None), ["gain_too_fast"], "at most 0.5 %"),
    (
        mass(85.0, by=after(120), training_days_per_week=7, exercise_kcal_per_session=900.0),
        standing(eaten_kcal=SPENT),
        ["energy_availability_too_low"],
        "slower loss",
    ),
]


@pytest.mark.parametrize(("goal", "where", "broken", "instead"), REFUSED)
def test_refused(goal: Goal, where: Standing, broken: list[str], instead: str) -> None:
    part = goal_target(goal, where)
    assert part.status is Status.REFUSED
    assert part.value is None
    assert codes(part.because) == broken
    assert part.instead is not None
    assert instead in part.instead


def test_the_goal_that_is_offered_is_taken() -> None:
    assert goal_target(mass(60.0), standing()).status is Status.OK
    lean = replace(WOMAN, body_fat_percent=20.0)
    assert goal_target(fat(13.0), standing(lean, body_mass_kg=62.0)).status is Status.OK


def test_a_gain_out_of_underweight_is_answered() -> None:
    part = goal_target(mass(58.0), standing(body_mass_kg=55.0))
    assert part.status is Status.OK
    assert "underweight_now" in codes(part.warnings)


def test_a_goal_near_underweight_is_warned_of() -> None:
    assert "bmi_low_goal" in codes(goal_target(mass(64.0), standing()).warnings)
    assert "bmi_low_goal" not in codes(goal_target(mass(66.0), standing()).warnings)


def test_the_floor_is_right_for_small_women() -> None:
    """1,100 kcal are below the customary 1,200, above resting energy, and no refusal."""
    small = standing(SMALL_WOMAN, body_mass_kg=47.0, spent_kcal=1290.0)
    part = goal_target(Goal(GoalKind.RATE, -0.4), small)
    resting = small.answer.resting.value
    assert part.value is not None
    assert resting is not None
    assert resting.estimate.value < part.value.intake.value < 1200.0
    assert codes(part.warnings) == ["intake_low"]


def test_training_is_paid_from_the_intake() -> None:
    """(2,294 - 629) / 66.9 kg is below 25; without the training it is 34."""
    told = {"training_days_per_week": 4, "exercise_kcal_per_session": 1100.0}
    easy = Goal(GoalKind.RATE, -0.5, training_days_per_week=4)
    assert goal_target(easy, standing()).status is Status.OK
    part = goal_target(Goal(GoalKind.RATE, -0.5, **told), standing())  # type: ignore[arg-type]
    assert codes(part.because) == ["energy_availability_too_low"]
    assert "of training" in part.because[0].text
    less = {"training_days_per_week": 4, "exercise_kcal_per_session": 700.0}
    low = goal_target(Goal(GoalKind.RATE, -0.5, **less), standing())  # type: ignore[arg-type]
    (warned,) = (one for one in low.warnings if one.code == "energy_availability_low")
    assert "of training" in warned.text


INSUFFICIENT: list[tuple[Goal, Standing, list[str]]] = [
    (mass(80.0), standing(body_mass_kg=None), ["weighing"]),
    (mass(80.0), standing(spent_kcal=None), ["expenditure", "activity_factor"]),
    (mass(80.0, by=after(300)), standing(body_mass_kg=None), ["weighing"]),
    (mass(80.0, by=after(300)), standing(spent_kcal=None), ["expenditure", "activity_factor"]),
    (mass(80.0, by=after(300)), standing(replace(MAN, sex=None)), ["sex"]),
    (fat(18.0), standing(body_mass_kg=None), ["weighing"]),
    (fat(18.0, rate_percent_per_week=-0.3), standing(body_mass_kg=None), ["weighing"]),
    (fat(18.0), standing(replace(MAN, sex=None)), ["sex", "body_fat_percent"]),
]


@pytest.mark.parametrize(("goal", "where", "lacking"), INSUFFICIENT)
def test_insufficient(goal: Goal, where: Standing, lacking: list[str]) -> None:
    part = goal_target(goal, where)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == lacking


def today(goal: Goal, where: Standing) -> Part[EnergyTarget]:
    return target_today(goal, where, goal_target(goal, where))


def test_a_day_off_the_diet_holds_the_body() -> None:
    goal = Goal(GoalKind.RATE, -0.5, breaks=DietBreaks(14, 7), starts_on=ON)
    on_diet, off = today(goal, standing()), today(goal, standing(on=after(15)))
    assert on_diet.value is not None
    assert off.value is not None
    assert on_diet.value.intake.value < off.value.intake.value == pytest.approx(SPENT)
    assert off.because[0].code == "diet_break_now"
    for part in (on_diet, off):
        assert "diet_breaks_comfort" in codes(part.because)


def test_breaks_on_the_way_to_a_day_are_said_once() -> None:
    goal = mass(82.0, by=after(250), breaks=DietBreaks(28, 7), starts_on=ON)
    part = goal_target(goal, standing(eaten_kcal=SPENT))
    assert codes(part.because).count("diet_breaks_comfort") == 1


def test_a_refused_goal_has_no_day_off() -> None:
    goal = Goal(GoalKind.RATE, -2.0, breaks=DietBreaks(14, 7), starts_on=ON)
    assert today(goal, standing(on=after(15))).status is Status.REFUSED


@pytest.mark.parametrize("by", [after(1), after(400), date(2030, 1, 1)])
def test_no_day_makes_a_goal_fail_otherwise_than_by_a_refusal(by: date) -> None:
    part = goal_target(mass(70.0, by=by), standing(eaten_kcal=SPENT))
    assert part.status in (Status.OK, Status.REFUSED)
    assert (part.instead is None) is (part.status is Status.OK)


def test_nothing_known() -> None:
    for kind in (GoalKind.MAINTENANCE, GoalKind.LEAN_GAIN, GoalKind.RECOMPOSITION):
        nobody = standing(Athlete(), body_mass_kg=None, spent_kcal=None)
        assert goal_target(Goal(kind), nobody).status is Status.INSUFFICIENT


GOALS = st.one_of(
    st.builds(Goal, st.just(GoalKind.RATE), rate_percent_per_week=st.floats(-5.0, 5.0)),
    st.builds(
        Goal,
        st.just(GoalKind.BODY_MASS),
        body_mass_kg=st.floats(20.0, 400.0),
        by=st.one_of(st.none(), st.integers(-5, 800).map(after)),
    ),
    st.builds(
        Goal,
        st.just(GoalKind.BODY_FAT),
        body_fat_percent=st.floats(2.0, 75.0),
        exercise_kcal_per_session=st.floats(0.0, 5000.0),
        training_days_per_week=st.integers(0, 7),
    ),
    st.sampled_from([Goal(GoalKind.MAINTENANCE), Goal(GoalKind.LEAN_GAIN)]),
)
PEOPLE = st.builds(
    Athlete,
    sex=st.sampled_from([None, *Sex]),
    age_years=st.one_of(st.none(), st.floats(0.0, 130.0)),
    height_cm=st.one_of(st.none(), st.floats(50.0, 272.0)),
    body_fat_percent=st.one_of(st.none(), st.floats(2.0, 75.0)),
)


@settings(max_examples=120)
@given(
    goal=GOALS,
    athlete=PEOPLE,
    mass_kg=st.one_of(st.none(), st.floats(20.0, 400.0)),
    spent=st.one_of(st.none(), st.floats(500.0, 6000.0)),
    eaten=st.one_of(st.none(), st.floats(0.0, 8000.0)),
)
def test_whatever_is_asked_of_whomever(
    goal: Goal, athlete: Athlete, mass_kg: float | None, spent: float | None, eaten: float | None
) -> None:
    where = standing(athlete, body_mass_kg=mass_kg, spent_kcal=spent, eaten_kcal=eaten)
    part = goal_target(goal, where)
    assert (part.value is not None) == (part.status is Status.OK)
    assert (part.instead is not None) == (part.status is Status.REFUSED)
    assert (len(part.missing) > 0) >= (part.status is Status.INSUFFICIENT)
    if part.value is not None:
        intake = part.value.intake
        assert 800.0 <= intake.value < 20_000.0
        assert intake.low <= intake.value <= intake.high
        assert -1.0 <= part.value.rate_percent_per_week <= 0.5
        assert part.value.rate_percent_per_week >= 0.0 or (athlete.age_years or 0.0) >= 18.0
