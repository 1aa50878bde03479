"""What holds for every body, and what is refused at the door."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.engine.energy.dynamics.bodies import Bodies, bodies, planner_body
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.energy.dynamics.trajectory import LEAST_BMI
from app.engine.records import Sex
from tests.engine.energy.dynamics.people import A

people = st.builds(
    planner_body,
    st.sampled_from(Sex),
    st.floats(18.0, 80.0),
    st.floats(150.0, 200.0),
    st.floats(55.0, 160.0),
    st.floats(1.2, 2.4),
)
few = settings(max_examples=20, deadline=None)


@few
@given(body=people, days=st.integers(1, 200))
def test_who_eats_what_is_spent_stays(body: Bodies, days: int) -> None:
    # A path ends at this index, so a body that begins below it has none.
    assume(body.body_mass_kg[0] > 1.01 * LEAST_BMI * (body.height_cm[0] / 100.0) ** 2)
    model = calibrated(body)
    path = simulate(model, Conditions(model.balance_kcal_per_day[:, None]), days)
    assert path.body_mass_kg[0] == pytest.approx(np.full(days + 1, body.body_mass_kg[0]), abs=1e-6)


@few
@given(body=people, share=st.floats(0.3, 2.0), more=st.floats(10.0, 500.0))
def test_more_food_is_more_mass_every_day(body: Bodies, share: float, more: float) -> None:
    eaten = share * float(body.expenditure_kcal_per_day[0])
    path = simulate(calibrated(body.repeated(2)), Conditions([[eaten], [eaten + more]]), 120)
    alive = np.isfinite(path.body_mass_kg).all(axis=0)
    less, greater = path.body_mass_kg[:, alive]
    assert np.all(greater[1:] > less[1:])


@few
@given(body=people, share=st.floats(0.0, 3.0), carbohydrate=st.floats(0.0, 1.0))
def test_fat_never_runs_out_and_nothing_is_not_a_number(
    body: Bodies, share: float, carbohydrate: float
) -> None:
    eaten = share * float(body.expenditure_kcal_per_day[0])
    path = simulate(calibrated(body), Conditions(eaten, carbohydrate_share=carbohydrate), 300)
    last = int(path.last_day[0])
    shown = path.body_mass_kg[0, : last + 1]
    assert np.isfinite(shown).all()
    assert np.isnan(path.body_mass_kg[0, last + 1 :]).all()
    assert (path.fat_mass_kg[0, : last + 1] > 0.0).all()
    assert (path.glycogen_kg[0, : last + 1] >= 0.0).all()
    assert path.lean_mass_kg[0, 0] + path.fat_mass_kg[0, 0] == pytest.approx(shown[0])


@few
@given(body=people, change=st.floats(100.0, 800.0))
def test_gain_and_loss_are_not_mirrored(body: Bodies, change: float) -> None:
    spent = float(body.expenditure_kcal_per_day[0])
    path = simulate(
        calibrated(body.repeated(2)), Conditions([[spent + change], [spent - change]]), 300
    )
    gained = path.body_mass_kg[0, 300] - path.body_mass_kg[0, 0]
    lost = path.body_mass_kg[0, 0] - path.body_mass_kg[1, 300]
    if np.isfinite(lost):
        assert abs(gained - lost) > 1e-3


@few
@given(body=people, share=st.floats(0.6, 1.6))
def test_energy_is_accounted_for(body: Bodies, share: float) -> None:
    eaten = share * float(body.expenditure_kcal_per_day[0])
    path = simulate(calibrated(body), Conditions(eaten), 200)
    day = int(path.last_day[0])
    stored = (
        9440.0 * (path.fat_mass_kg[0, day] - path.fat_mass_kg[0, 0])
        + 1807.0 * (path.lean_tissue_kg[0, day] - path.lean_tissue_kg[0, 0])
        + 4180.0 * (path.glycogen_kg[0, day] - path.glycogen_kg[0, 0])
    )
    balance = eaten - path.expenditure_kcal_per_day[0, : day + 1]
    assert stored == pytest.approx(np.trapezoid(balance), abs=10.0 + 0.001 * abs(stored))


@few
@given(body=people, share=st.floats(0.5, 1.5))
def test_nobody_depends_on_the_company(body: Bodies, share: float) -> None:
    """Also where the company eats so much that it needs more steps a day."""
    eaten = share * float(body.expenditure_kcal_per_day[0])
    alone = simulate(calibrated(body), Conditions(eaten), 60).body_mass_kg[0]
    both = bodies(
        body_mass_kg=[body.body_mass_kg[0], 130.0],
        fat_mass_kg=[body.fat_mass_kg[0], 20.0],
        height_cm=[body.height_cm[0], 195.0],
        resting_kcal_per_day=[body.resting_kcal_per_day[0], 2600.0],
        expenditure_kcal_per_day=[body.expenditure_kcal_per_day[0], 6500.0],
    )
    together = simulate(calibrated(both), Conditions([[eaten], [9000.0]]), 60)
    assert together.body_mass_kg[0] == pytest.approx(alone, abs=1e-9, nan_ok=True)
    assert np.isfinite(together.body_mass_kg[1]).all()


@few
@given(body=people, share=st.floats(0.5, 1.6))
def test_the_first_day_spends_what_was_estimated(body: Bodies, share: float) -> None:
    spent = float(body.expenditure_kcal_per_day[0])
    used_to = bodies(
        body_mass_kg=body.body_mass_kg,
        fat_mass_kg=body.fat_mass_kg,
        height_cm=body.height_cm,
        resting_kcal_per_day=body.resting_kcal_per_day,
        expenditure_kcal_per_day=spent,
        eaten_kcal_per_day=share * spent,
    )
    path = simulate(calibrated(used_to), Conditions(share * spent), 1)
    assert path.expenditure_kcal_per_day[0, 0] == pytest.approx(spent, rel=1e-9)
    assert path.body_mass_kg[0, 0] == pytest.approx(body.body_mass_kg[0])


def test_who_already_diets_loses_no_water_again() -> None:
    """Four weeks into a diet, a start from expenditure and intake goes on as the diet does.

    Not to the gram: resting energy is then another share of what would hold the mass.
    """
    whole = simulate(calibrated(A), Conditions(2248.45), 128)
    again = bodies(
        body_mass_kg=whole.body_mass_kg[0, 28],
        fat_mass_kg=whole.fat_mass_kg[0, 28],
        height_cm=180.0,
        resting_kcal_per_day=A.resting_kcal_per_day,
        expenditure_kcal_per_day=whole.expenditure_kcal_per_day[0, 28],
        eaten_kcal_per_day=2248.45,
    )
    path = simulate(calibrated(again), Conditions(2248.45), 100)
    assert path.body_mass_kg[0] == pytest.approx(whole.body_mass_kg[0, 28:], abs=0.15)
    fresh = bodies(
        body_mass_kg=whole.body_mass_kg[0, 28],
        fat_mass_kg=whole.fat_mass_kg[0, 28],
        height_cm=180.0,
        resting_kcal_per_day=A.resting_kcal_per_day,
        expenditure_kcal_per_day=whole.expenditure_kcal_per_day[0, 28],
    )
    wrong = simulate(calibrated(fresh), Conditions(2248.45), 100)
    assert wrong.body_mass_kg[0, 7] < path.body_mass_kg[0, 7] - 0.3


def test_the_path_ends_at_bmi_15() -> None:
    """800 kcal for years: the model would go on for ever, the answer does not."""
    path = simulate(calibrated(A), Conditions(800.0), 1200)
    last = int(path.last_day[0])
    assert 15.0 <= path.body_mass_kg[0, last] / 1.8**2 < 15.1
    assert np.isnan(path.body_mass_kg[0, last + 1 :]).all()
    assert np.isnan(path.expenditure_kcal_per_day[0, last + 1 :]).all()
    assert path.body_fat_percent[0, last] > 0.0


def test_less_of_the_loss_is_lean() -> None:
    trained = bodies(
        body_mass_kg=90.0,
        fat_mass_kg=A.fat_mass_kg,
        height_cm=180.0,
        resting_kcal_per_day=A.resting_kcal_per_day,
        expenditure_kcal_per_day=A.expenditure_kcal_per_day,
        partition_losing=0.5,
    )
    usual = simulate(calibrated(A), Conditions(2248.45), 180)
    kept = simulate(calibrated(trained), Conditions(2248.45), 180)
    assert kept.lean_tissue_kg[0, 180] > usual.lean_tissue_kg[0, 180] + 1.0
    assert kept.fat_mass_kg[0, 180] < usual.fat_mass_kg[0, 180] - 0.3
    gained = [
        simulate(calibrated(one), Conditions(3248.45), 180).body_mass_kg for one in (A, trained)
    ]
    assert gained[0] == pytest.approx(gained[1], abs=1e-9)


def test_nobody_moves_less_than_not_at_all() -> None:
    path = simulate(calibrated(A), Conditions(2748.45, activity_kcal_per_day=-5000.0), 30)
    still = simulate(calibrated(A), Conditions(2748.45, activity_change=-1.0), 30)
    assert path.body_mass_kg == pytest.approx(still.body_mass_kg, abs=1e-9)


def test_expenditure_below_rest_has_no_negative_activity() -> None:
    idle = planner_body(Sex.MALE, 40.0, 180.0, 90.0, 1.0)
    assert calibrated(idle).activity_kcal_per_kg.tolist() == [0.0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("body_mass_kg", 0.0),
        ("body_mass_kg", np.nan),
        ("fat_mass_kg", 90.0),
        ("fat_mass_kg", -1.0),
        ("height_cm", np.inf),
        ("expenditure_kcal_per_day", -2000.0),
        ("eaten_kcal_per_day", np.nan),
    ],
)
def test_bodies_that_cannot_be(field: str, value: float) -> None:
    good: dict[str, Any] = {
        "body_mass_kg": 90.0,
        "fat_mass_kg": 23.0,
        "height_cm": 180.0,
        "resting_kcal_per_day": 1800.0,
        "expenditure_kcal_per_day": 2700.0,
    }
    with pytest.raises(ValueError, match=r"a body needs|fat mass"):
        bodies(**{**good, field: value})


def test_no_balance_for_who_eats_many_times_what_is_spent() -> None:
    absurd = bodies(
        body_mass_kg=90.0,
        fat_mass_kg=23.0,
        height_cm=180.0,
        resting_kcal_per_day=1800.0,
        expenditure_kcal_per_day=2700.0,
        eaten_kcal_per_day=15000.0,
    )
    with pytest.raises(ValueError, match="too far"):
        calibrated(absurd)


@pytest.mark.parametrize(
    "conditions",
    [
        {"intake_kcal_per_day": -1.0},
        {"intake_kcal_per_day": 20001.0},
        {"intake_kcal_per_day": np.nan},
        {"intake_kcal_per_day": 2000.0, "carbohydrate_share": 1.1},
        {"intake_kcal_per_day": 2000.0, "sodium_mg_per_day": -1.0},
        {"intake_kcal_per_day": 2000.0, "activity_change": -1.5},
        {"intake_kcal_per_day": [2000.0, 2000.0]},
        {"intake_kcal_per_day": [[2000.0] * 3] * 2},
    ],
)
def test_conditions_that_cannot_be(conditions: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"has to|have to|cannot|broadcast"):
        simulate(calibrated(A), Conditions(**conditions), 3)


def test_a_simulation_has_days() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        simulate(calibrated(A), Conditions(2000.0), 0)
