import numpy as np
import pytest

from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.energy.dynamics.linear import linear_model, linearised
from tests.engine.energy.dynamics.people import CASES, A


@pytest.mark.parametrize(
    ("fat_kg", "delta", "alpha", "rho", "epsilon", "tau"),
    [
        (23.1186, 7.12561, 0.44985422992, 9562.080221288, 21.26156472377, 449.7354896274),
        (9.7515, 10.78717, 1.06650258935, 7508.532732969, 31.17062307331, 240.8849099679),
        (30.939, 6.44284, 0.33614531821, 10147.738022334, 18.91120283891, 536.5992903134),
        (26.546, 8.49083, 0.39177277177, 9849.272195266, 22.34589191266, 440.7643352864),
    ],
)
def test_published_form(
    fat_kg: float, delta: float, alpha: float, rho: float, epsilon: float, tau: float
) -> None:
    line = linear_model(90.0, fat_kg, delta)
    assert line.alpha == pytest.approx(alpha, rel=1e-10)
    assert line.kcal_per_kg == pytest.approx(rho, rel=1e-10)
    assert line.kcal_per_kg_per_day == pytest.approx(epsilon, rel=1e-10)
    assert line.time_constant_days == pytest.approx(tau, rel=1e-10)


def test_a_hundred_kilocalories_for_good() -> None:
    line = linearised(calibrated(A))
    assert line.steady_change_kg(100.0) == pytest.approx([4.703], abs=5e-4)
    assert line.half_time_days == pytest.approx([311.7], abs=0.05)


def test_half_way_after_the_half_time() -> None:
    line = linearised(calibrated(A))
    half = line.body_mass_after(line.half_time_days, 100.0)
    assert half - 90.0 == pytest.approx(line.steady_change_kg(100.0) / 2.0)
    assert line.body_mass_after(0.0, 100.0) == pytest.approx([90.0])


@pytest.mark.parametrize("case", list(CASES))
def test_near_the_whole_model_for_half_a_year(case: str) -> None:
    """Beside the water of the first week, within 0.6 kg."""
    people, intake = CASES[case]
    model = calibrated(people)
    change = intake - float(model.balance_kcal_per_day[0])
    path = simulate(model, Conditions(intake), 180)
    tissue = path.fat_mass_kg[0, 180] + path.lean_tissue_kg[0, 180]
    line = linearised(model).body_mass_after(180.0, change)[0]
    assert line == pytest.approx(tissue, abs=0.6)


@pytest.mark.parametrize("change", [-750.0, -200.0, 0.0, 400.0])
@pytest.mark.parametrize("activity_change", [0.0, 0.3])
def test_intake_is_read_back_from_weight(change: float, activity_change: float) -> None:
    line = linearised(calibrated(A), activity_change)
    day, step = 100.0, 1e-3
    mass = line.body_mass_after(day, change)
    slope = (line.body_mass_after(day + step, change) - mass) / step
    assert line.intake_change(mass, slope) == pytest.approx([change], abs=0.05)


def test_moving_more_is_eating_less() -> None:
    line = linearised(calibrated(A), 0.5)
    assert line.body_mass_after(365.0, 0.0)[0] == pytest.approx(79.6186, abs=1.0)


def test_many_people_at_once() -> None:
    line = linearised(calibrated(A.repeated(3)))
    assert line.body_mass_after(30.0, np.array([-500.0, 0.0, 500.0])).shape == (3,)
