"""The model as the R package `bw` computes it, against the package's own frozen values."""

import pytest

from app.engine.energy.body.water import extracellular_water
from app.engine.energy.dynamics.bw_package import adult_weight
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.records import Sex
from tests.engine.energy.dynamics.people import CASES

DEFICIT = adult_weight(Sex.MALE, 40.0, 180.0, 90.0, 1.5, -500.0, 364)


@pytest.mark.parametrize(
    ("day", "body_mass", "fat", "lean", "water", "glycogen", "adaptation"),
    [
        (0, 90.0, 23.118532078523476, 42.01546792147652, 23.016, 0.5, 0.0),
        (
            1,
            89.69389601742083,
            23.091550872587025,
            42.00332318787266,
            22.870206854167613,
            0.46724732507933275,
            -4.825604348882409,
        ),
        (
            2,
            89.54432819271214,
            23.05457590856276,
            41.98665701305069,
            22.812043809627315,
            0.45704093553280684,
            -9.318545021594066,
        ),
        (
            7,
            89.19931364319689,
            22.855621151888496,
            41.89651832689224,
            22.773829154982444,
            0.4522554079550584,
            -27.5428489324646,
        ),
        (
            30,
            87.98325416254187,
            22.02500708782577,
            41.51152493133093,
            22.773439041399357,
            0.4522386762123843,
            -61.787654321679895,
        ),
        (
            180,
            81.6441380982269,
            17.863720136997454,
            39.333695817844529,
            22.773439041399097,
            0.4522386762123842,
            -69.99981747887807,
        ),
        (
            364,
            76.26080429958321,
            14.587498589238718,
            37.22658356695958,
            22.773439041399097,
            0.4522386762123842,
            -69.99999999964234,
        ),
    ],
)
def test_frozen_values(
    day: int,
    body_mass: float,
    fat: float,
    lean: float,
    water: float,
    glycogen: float,
    adaptation: float,
) -> None:
    assert DEFICIT.body_mass_kg[day] == pytest.approx(body_mass, abs=1e-9)
    assert DEFICIT.fat_mass_kg[day] == pytest.approx(fat, abs=1e-9)
    assert DEFICIT.lean_kg[day] == pytest.approx(lean, abs=1e-9)
    assert DEFICIT.extracellular_kg[day] == pytest.approx(water, abs=1e-9)
    assert DEFICIT.glycogen_kg[day] == pytest.approx(glycogen, abs=1e-9)
    assert DEFICIT.adaptation_kcal_per_day[day] == pytest.approx(adaptation, abs=1e-9)


@pytest.mark.parametrize("day", [7, 90, 180, 364])
def test_the_planner_is_near(day: int) -> None:
    people, intake = CASES["A"]
    path = simulate(calibrated(people), Conditions(intake), 364)
    assert path.body_mass_kg[0, day] == pytest.approx(DEFICIT.body_mass_kg[day], abs=0.5)


def test_who_eats_the_same_stays_the_same() -> None:
    path = adult_weight(Sex.FEMALE, 30.0, 165.0, 65.0, 1.6, 0.0, 100)
    assert path.body_mass_kg == pytest.approx([65.0] * 101, abs=1e-9)


@pytest.mark.parametrize(
    ("sex", "litres"), [(Sex.MALE, 23.016), (Sex.FEMALE, -4.0 + 5.98 * 1.8 + 0.167 * 90.0)]
)
def test_extracellular_water(sex: Sex, litres: float) -> None:
    assert extracellular_water(sex, 40.0, 180.0, 90.0) == pytest.approx(litres, abs=1e-12)
