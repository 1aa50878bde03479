"""A goal that is held from where it is reached."""

import numpy as np

from app.engine.energy.outlook.draws import drawn
from app.engine.energy.outlook.held import held_at_goal
from app.engine.energy.outlook.limits import no_limits
from app.engine.energy.outlook.run import Run, run
from app.engine.energy.outlook.scenario import Scenario
from tests.engine.energy.outlook.people import SPENT, start


def made(intake: float, goal_kg: float) -> Run:
    person = start(eaten=SPENT)
    lives = drawn(person, 182, count=50, seed=1)
    plan = Scenario("plan", intake, kept_to=True)
    found = run(person, plan, lives, 182, goal_kg, no_limits)
    assert isinstance(found, Run)
    return found


def test_nobody_goes_beyond_a_goal_and_nobody_short_of_it_is_moved() -> None:
    plain = made(SPENT - 600.0, 86.0)
    held = held_at_goal(plain, 86.0)
    day = np.argmax(plain.path.body_mass_kg <= 86.001, axis=1)
    for life, there in enumerate(day):
        before, after = plain.path.body_mass_kg[life], held.path.body_mass_kg[life]
        if there == 0:
            assert (before == after).all()
        else:
            assert (before[: there + 1] == after[: there + 1]).all()
            assert (after[there:] == before[there]).all()
    assert held.path.expenditure_kcal_per_day.shape == plain.path.expenditure_kcal_per_day.shape


def test_the_water_of_the_day_comes_and_goes_as_before() -> None:
    plain = made(SPENT + 400.0, 92.0)
    held = held_at_goal(plain, 92.0)
    water = plain.weighed_kg - plain.path.body_mass_kg
    np.testing.assert_allclose(held.weighed_kg - held.path.body_mass_kg, water)
    assert held.path.body_mass_kg.max() <= plain.path.body_mass_kg.max()
