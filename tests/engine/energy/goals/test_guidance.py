"""All that is said of energy on a day, from a log."""

from datetime import date, timedelta

from app.engine.answer import Status
from app.engine.energy.advice import EnergyAnswer, energy_advice
from app.engine.energy.expenditure.log import read_intake
from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.goals.guidance import Days, Guidance, Wish, days_of, guidance, mass_falls
from app.engine.energy.outlook.scenario import DietBreaks
from tests.engine.energy.goals.people import codes
from tests.engine.energy.goals.test_course import trend
from tests.engine.energy.logs import MAN, ON, lived

WEIGHINGS, INTAKE = lived(60)
LOSS = Goal(GoalKind.RATE, -0.5)


def days(on: date = ON) -> Days:
    def ask(day: date) -> EnergyAnswer:
        return energy_advice(
            MAN, WEIGHINGS, INTAKE, on=day, rate_percent_per_week=0.0, activity_factor=1.6
        )

    return days_of(MAN, ask, on)


def guided(goal: Goal = LOSS, planned: float | None = None, on: date = ON) -> Guidance:
    return guidance(days(on), read_intake(INTAKE, on), Wish(goal, planned))


def test_a_full_log_answers_every_part() -> None:
    got = guided(Goal(GoalKind.RATE, -0.5, training_days_per_week=3))
    parts = (got.answer.target, got.week, got.check_in, got.course, got.after_diet)
    assert {part.status for part in parts} == {Status.OK}
    assert got.spot_reduction is None


def test_without_a_goal_of_its_own_the_target_is_that_of_the_rate() -> None:
    plain = energy_advice(
        MAN, WEIGHINGS, INTAKE, on=ON, rate_percent_per_week=-0.5, activity_factor=1.6
    )
    assert guided().answer.target == plain.target


def test_the_week_before_is_read_from_the_log_of_then() -> None:
    found, got = days(), guided().check_in.value
    before = energy_advice(
        MAN,
        WEIGHINGS,
        INTAKE,
        on=ON - timedelta(days=7),
        rate_percent_per_week=-0.5,
        activity_factor=1.6,
    )
    assert got is not None
    assert before.target.value is not None
    assert got.planned_kcal_per_day == before.target.value.intake.value
    assert (found.week_ago.on, found.two_weeks_ago.on) == (
        ON - timedelta(days=7),
        ON - timedelta(days=14),
    )


def test_a_new_goal_is_checked_after_a_week() -> None:
    new = Goal(GoalKind.RATE, -0.5, starts_on=ON - timedelta(days=6))
    assert [one.code for one in guided(new).check_in.missing] == ["check_in_week"]
    assert guided(new, planned=2400.0).check_in.status is Status.OK
    old = Goal(GoalKind.RATE, -0.5, starts_on=ON - timedelta(days=7))
    assert guided(old).check_in.status is Status.OK


def test_a_refused_goal_hides_nothing_else() -> None:
    got = guided(Goal(GoalKind.RATE, -3.0, training_days_per_week=3))
    assert got.answer.target.status is Status.REFUSED
    assert got.week.status is Status.REFUSED
    assert got.check_in.status is Status.REFUSED
    assert got.course.status is Status.OK
    assert got.after_diet.status is Status.OK
    assert got.answer.expenditure.status is Status.OK


def test_a_goal_that_cannot_be_reckoned_hides_nothing_else() -> None:
    got = guided(Goal(GoalKind.BODY_FAT, body_fat_percent=4.5))
    assert got.answer.target.status is Status.REFUSED
    assert got.check_in.instead == got.answer.target.instead


def test_a_place_gets_its_part_and_the_systemic_plan() -> None:
    got = guided(Goal(GoalKind.SPOT_REDUCTION, place=Place.INNER_THIGHS))
    assert got.spot_reduction is not None
    assert got.spot_reduction.because[0].code == "spot_reduction_systemic"
    target = got.answer.target.value
    assert target is not None
    assert target.rate_percent_per_week == -0.5


def test_strength_that_falls_with_the_mass_is_warned_of() -> None:
    found = days()
    log = read_intake(INTAKE, ON)
    assert mass_falls(found)
    got = guidance(found, log, Wish(LOSS), strength=[trend(-0.6)])
    assert codes(got.course.warnings) == ["lean_mass_at_risk"]
    steady = guidance(found, log, Wish(LOSS))
    assert codes(steady.course.warnings) == []


def test_at_the_beginning_of_the_calendar_there_is_no_week_before() -> None:
    got = days(date(1, 1, 3))
    assert got.week_ago.on == got.two_weeks_ago.on == date(1, 1, 1)
    assert not mass_falls(got)


def test_on_a_break_the_check_in_points_to_the_target_of_the_day() -> None:
    breaks = DietBreaks(14, 7)
    on_break = guided(Goal(GoalKind.RATE, -0.5, breaks=breaks, starts_on=ON - timedelta(days=14)))
    assert codes(on_break.check_in.because)[0] == "check_in_on_break"
    assert on_break.answer.target.value is not None
    eaten = on_break.check_in.because[0].values["today_kcal"]
    assert eaten == on_break.answer.target.value.intake.value
    on_diet = guided(Goal(GoalKind.RATE, -0.5, breaks=breaks, starts_on=ON - timedelta(days=13)))
    assert "check_in_on_break" not in codes(on_diet.check_in.because)


def test_energy_availability_counts_training_where_its_cost_is_told() -> None:
    plain = guided().availability
    told = guided(
        Goal(
            GoalKind.RATE,
            -0.5,
            training_days_per_week=3,
            exercise_kcal_per_session=350.0,
        )
    ).availability
    assert plain.value is not None
    assert told.value is not None
    assert [one.code for one in plain.warnings] == ["energy_availability_before_training"]
    lean_kg = 150.0 / (plain.value.value - told.value.value)
    assert 50.0 < lean_kg < 75.0


def test_energy_availability_needs_intake() -> None:
    nothing = guidance(days(), read_intake((), ON), Wish(LOSS))
    assert [one.code for one in nothing.availability.missing] == ["intake_days"]
