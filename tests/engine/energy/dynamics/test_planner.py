"""Our runs held against the NIH Body Weight Planner, as a public port of it answers."""

import time

import numpy as np
import pytest

from app.engine.energy.dynamics.bodies import planner_body, planner_resting
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import ByDay, Conditions
from app.engine.energy.dynamics.constants import BW_PACKAGE, NIH_PLANNER
from app.engine.energy.dynamics.hall import final_state, simulate
from app.engine.energy.dynamics.trajectory import Trajectory, masses
from app.engine.records import Sex
from tests.engine.energy.dynamics.people import CASES, A


def run(intake: ByDay, days: int, **conditions: float) -> Trajectory:
    return simulate(calibrated(A), Conditions(intake, **conditions), days)


BODY_MASS = """
case |      1       7      30      90     180     365     730    1825
A    | 89.5445 88.9537 87.7425 84.9772 81.4386 76.0715 70.7549 68.2764
B    | 69.5328 68.8520 67.3542 64.1441 60.5734 56.6931 54.9235 54.7349
C    | 79.3449 78.5576 77.1615 73.9338 69.6975 62.9200 55.3240 50.7515
D    | 74.4645 73.8098 72.6049 69.8663 66.3826 61.1297 55.8894 53.2871
"""


def table(text: str) -> dict[str, dict[int, float]]:
    """Rows by name, values by the day of their column."""
    head, *rows = text.strip().splitlines()
    days = [int(day) for day in head.split("|")[1].split()]
    cells = ((row.split("|")[0].strip(), row.split("|")[1].split()) for row in rows)
    return {
        name: {day: float(value) for day, value in zip(days, values, strict=True)}
        for name, values in cells
    }


@pytest.mark.parametrize("case", list(CASES))
def test_body_mass(case: str) -> None:
    people, intake = CASES[case]
    path = simulate(calibrated(people), Conditions(intake), 1825)
    for day, expected in table(BODY_MASS)[case].items():
        assert path.body_mass_kg[0, day] == pytest.approx(expected, abs=1e-4), day


OF_A = """
A           |       1       7      30      90     180     365     730    1825
fat         | 23.0893 22.8532 22.0262 20.1743 17.8871 14.6186 11.6567 10.3823
expenditure | 2680.14 2648.86 2596.26 2543.68 2484.93 2392.52 2296.30 2249.69
"""


def test_fat_and_expenditure() -> None:
    path = run(2248.45, 1825)
    for day, fat_kg in table(OF_A)["fat"].items():
        assert path.fat_mass_kg[0, day] == pytest.approx(fat_kg, abs=1e-4), day
    for day, spent in table(OF_A)["expenditure"].items():
        assert path.expenditure_kcal_per_day[0, day] == pytest.approx(spent, abs=0.01), day


def test_glycogen_water_and_adaptation_after_a_week() -> None:
    path = run(2248.45, 7)
    assert path.glycogen_kg[0, 7] == pytest.approx(0.45225, abs=1e-5)
    assert path.extracellular_water_kg[0, 7] == pytest.approx(-0.4843, abs=1e-4)
    assert path.adaptation_kcal_per_day[0, 7] == pytest.approx(357.24, abs=0.01)


def test_the_start() -> None:
    model = calibrated(A)
    assert A.resting_kcal_per_day[0] == pytest.approx(1832.300, abs=1e-3)
    assert model.constant_kcal_per_day[0] == pytest.approx(-97.8546, abs=1e-4)
    assert model.activity_kcal_per_kg[0] == pytest.approx(7.12561, abs=1e-5)
    assert model.balance_kcal_per_day[0] == pytest.approx(2748.45, abs=1e-9)


@pytest.mark.parametrize(("sex", "resting"), [(Sex.MALE, 1716.14), (Sex.FEMALE, 1550.14)])
def test_resting_energy(sex: Sex, resting: float) -> None:
    assert planner_resting(sex, 23.0, 180.0, 70.0) == pytest.approx(resting, abs=0.005)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"intake": 2748.45, "activity_change": 0.5}, {7: 89.6937, 180: 83.6154, 365: 79.6186}),
        ({"intake": 3248.45}, {365: 103.4084}),
        ({"intake": 2248.45, "carbohydrate_share": 0.1}, {1: 88.6131, 7: 87.3230, 365: 74.8011}),
        ({"intake": 2248.45, "sodium_mg_per_day": 4000.0}, {7: 89.1944, 90: 85.2001, 365: 76.2515}),
    ],
)
def test_other_conditions(conditions: dict[str, float], expected: dict[int, float]) -> None:
    conditions = dict(conditions)
    path = run(conditions.pop("intake"), 365, **conditions)
    for day, body_mass in expected.items():
        assert path.body_mass_kg[0, day] == pytest.approx(body_mass, abs=1e-4), day


def test_maintenance_holds_for_a_year() -> None:
    assert np.abs(run(2748.45, 365).body_mass_kg - 90.0).max() < 1e-6


def test_energy_is_accounted_for() -> None:
    """Stored energy against intake less expenditure; the rest is the sum's own error."""
    path = run(2248.45, 365)
    stored = (
        9440.0 * (path.fat_mass_kg[0, -1] - path.fat_mass_kg[0, 0])
        + 1807.0 * (path.lean_tissue_kg[0, -1] - path.lean_tissue_kg[0, 0])
        + 4180.0 * (path.glycogen_kg[0, -1] - path.glycogen_kg[0, 0])
    )
    balance = 2248.45 - path.expenditure_kcal_per_day[0]
    assert stored == pytest.approx(-89052.5, abs=0.1)
    assert stored == pytest.approx(np.trapezoid(balance), abs=10.0)


PEOPLE = {
    "A": (Sex.FEMALE, 32, 180, 80, 1.5, -500, 2408.640),
    "B": (Sex.MALE, 32, 180, 80, 1.5, -500, 2657.640),
    "C": (Sex.MALE, 45, 175, 100, 1.6, -750, 3002.160),
    "D": (Sex.FEMALE, 28, 165, 70, 1.5, 300, 2147.685),
    "E": (Sex.FEMALE, 50, 170, 120, 1.4, -1000, 2596.020),
    "F": (Sex.MALE, 36, 173, 76, 1.5, 0, 2502.555),
}
"""Sex, age, height, mass, activity level, change of intake, and the intake that holds."""


@pytest.mark.parametrize(
    ("person", "sodium_mg", "day", "body_mass", "fat"),
    [
        ("A", 4000.0, 7, 79.14298, 24.21526),
        ("A", 4000.0, 729, 60.72121, 12.59358),
        ("A", None, 84, 75.19575, 21.69054),
        ("B", 4000.0, 84, 75.13099, 13.53365),
        ("B", None, 729, 61.88659, 7.16060),
        ("C", 4000.0, 365, 80.24819, 18.87512),
        ("C", None, 7, 98.54490, 32.01035),
        ("D", 4000.0, 182, 74.97771, 25.40573),
        ("D", None, 729, 81.63553, 30.11039),
        ("E", 4000.0, 28, 116.50731, 62.45156),
        ("E", None, 729, 74.61429, 29.03676),
        ("F", 4000.0, 729, 76.00000, 16.55192),
        ("F", None, 365, 76.00000, 16.55192),
    ],
)
def test_six_people(
    person: str, sodium_mg: float | None, day: int, body_mass: float, fat: float
) -> None:
    sex, age, height, mass, level, change, holds = PEOPLE[person]
    model = calibrated(planner_body(sex, age, height, mass, level))
    assert model.balance_kcal_per_day[0] == pytest.approx(holds, abs=5e-4)
    conditions = Conditions(holds + change, sodium_mg_per_day=sodium_mg)
    path = simulate(model, conditions, day)
    assert path.body_mass_kg[0, day] == pytest.approx(body_mass, abs=1e-4)
    assert path.fat_mass_kg[0, day] == pytest.approx(fat, abs=1e-4)


def test_a_year_of_a_thousand_people_takes_less_than_a_second() -> None:
    model = calibrated(A.repeated(1000))
    intake = np.linspace(1500.0, 3500.0, 1000)[:, None]
    start = time.process_time()
    path = simulate(model, Conditions(intake), 365)
    assert time.process_time() - start < 1.0
    assert path.body_mass_kg.shape == (1000, 366)


def test_the_last_state_is_that_of_the_whole_path() -> None:
    model = calibrated(A.repeated(2))
    conditions = Conditions([[2000.0], [9000.0]])
    whole = simulate(model, conditions, 30)
    last = masses(final_state(model, conditions, 30), model)
    assert last == pytest.approx(whole.body_mass_kg[:, -1], abs=1e-12)


def test_intake_may_vary_by_day() -> None:
    by_day = np.where(np.arange(60) < 30, 2000.0, 2748.45)
    one = simulate(calibrated(A), Conditions(by_day), 60)
    both = simulate(
        calibrated(A.repeated(2)), Conditions(np.stack([by_day, np.full(60, 2748.45)])), 60
    )
    assert both.body_mass_kg[0] == pytest.approx(one.body_mass_kg[0], abs=1e-12)
    assert both.body_mass_kg[1] == pytest.approx(np.full(61, 90.0), abs=1e-9)
    assert one.body_mass_kg[0, 30] < one.body_mass_kg[0, 33]


def test_the_named_sets() -> None:
    assert NIH_PLANNER.partition_kg == pytest.approx(1.990762711864407, rel=1e-15)
    assert BW_PACKAGE.partition_kg == pytest.approx(2.00101, abs=5e-6)


def test_the_other_constants_stay_near() -> None:
    """Half a kilogram over a year is what tells the two sets apart."""
    other = simulate(calibrated(A, BW_PACKAGE), Conditions(2248.45), 365)
    ours = run(2248.45, 365)
    assert np.abs(other.body_mass_kg - ours.body_mass_kg).max() < 0.5
