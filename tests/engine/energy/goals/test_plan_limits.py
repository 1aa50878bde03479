"""The limits of a target, held to plans for months."""

from dataclasses import replace

import pytest

from app.engine.answer import Status
from app.engine.energy.goals.plan_limits import plan_limits
from app.engine.energy.goals.plans import plans
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.forecast import forecast
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from app.engine.records import HealthFlag
from tests.engine.energy.goals.people import MAN, ON, SMALL_WOMAN, SPENT, codes, standing

LEAN = replace(MAN, body_fat_percent=10.0)
FLAGGED = replace(MAN, health_flags=frozenset({HealthFlag.EATING_DISORDER}))


def limited(plan: Scenario, where: Standing, goal_kg: float | None = None) -> list[str]:
    part = forecast(
        where.start,
        plan,
        on=ON,
        days=28,
        seed=1,
        goal_kg=goal_kg,
        limits=plan_limits(where, goal_kg),
    )
    assert (part.status is Status.REFUSED) == bool(part.instead)
    return codes(part.because) if part.status is Status.REFUSED else []


@pytest.mark.parametrize(
    ("plan", "where", "goal_kg", "broken"),
    [
        (Scenario("same", SPENT), standing(), None, []),
        (Scenario("cut", SPENT - 500.0), standing(), 80.0, []),
        (Scenario("one percent", SPENT - 905.0), standing(), None, []),
        (Scenario("fast", 3200.0), standing(spent_kcal=4500.0), None, ["loss_too_fast"]),
        (Scenario("gain", SPENT + 250.0), standing(), None, []),
        (Scenario("feast", SPENT + 1500.0), standing(), None, ["gain_too_fast"]),
        (Scenario("goal", SPENT - 500.0), standing(), 59.0, ["underweight_goal"]),
        (Scenario("cut", SPENT - 300.0), standing(FLAGGED), None, ["health_flag"]),
        (Scenario("same", SPENT), standing(FLAGGED), None, ["health_flag"]),
        (
            Scenario("cut", 1990.0),
            standing(LEAN, spent_kcal=2300.0),
            None,
            ["energy_availability_too_low"],
        ),
        (
            Scenario("run", 2300.0, 400.0),
            standing(LEAN, spent_kcal=2300.0),
            None,
            ["energy_availability_too_low"],
        ),
        (
            Scenario("fast on a break", 1400.0, breaks=DietBreaks(5, 2, 750.0)),
            standing(SMALL_WOMAN, body_mass_kg=52.0, spent_kcal=1500.0),
            None,
            ["energy_availability_too_low", "very_low_intake"],
        ),
        (
            Scenario("cut", 1900.0),
            standing(body_mass_kg=59.5, spent_kcal=2300.0),
            None,
            ["underweight"],
        ),
    ],
)
def test_limits(plan: Scenario, where: Standing, goal_kg: float | None, broken: list[str]) -> None:
    assert limited(plan, where, goal_kg) == broken


def test_a_refused_plan_hides_no_other() -> None:
    where = standing(eaten_kcal=SPENT)
    asked = [Scenario("starve", 700.0), Scenario("cut", SPENT - 400.0)]
    part = plans(where, asked, seed=1, at_days=(28,))
    assert part.value is not None
    starve, cut = (one.outcome for one in part.value.outcomes)
    assert starve.status is Status.REFUSED
    assert {"very_low_intake", "loss_too_fast"} <= set(codes(starve.because))
    assert cut.status is Status.OK
    assert cut.warnings == ()


def test_a_plan_is_warned_of_like_a_target() -> None:
    where = standing(eaten_kcal=SPENT)
    part = plans(where, [Scenario("low", 1800.0)], seed=1, at_days=(28,))
    assert part.value is not None
    (low,) = (one.outcome for one in part.value.outcomes)
    assert {"below_resting", "energy_availability_low"} <= set(codes(low.warnings))


def test_nobody_known_has_no_plans() -> None:
    assert plans(standing(spent_kcal=None), [Scenario("x", 1.0)], seed=1).missing
