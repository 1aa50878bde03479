"""The arithmetic of metabolic equivalents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.activity.met import (
    MetForm,
    corrected_met,
    gross_kcal,
    net_kcal,
    resting_oxygen,
)
from app.engine.energy.resting.by_size import harris_benedict_1919
from app.engine.records import Sex


@pytest.mark.parametrize(
    ("met", "body_mass_kg", "minutes", "simple", "oxygen", "net"),
    [
        (4.8, 70, 60, 336.0, 352.8, 266.0),
        (9.3, 70, 30, 325.5, 341.775, 290.5),
        (3.5, 80, 45, 210.0, 220.5, 150.0),
    ],
)
def test_examples(
    met: float, body_mass_kg: float, minutes: float, simple: float, oxygen: float, net: float
) -> None:
    assert gross_kcal(met, body_mass_kg, minutes) == pytest.approx(simple)
    assert gross_kcal(met, body_mass_kg, minutes, MetForm.OXYGEN) == pytest.approx(oxygen)
    assert net_kcal(met, body_mass_kg, minutes) == pytest.approx(net)


@given(st.floats(1, 23), st.floats(30, 250), st.floats(0, 1440))
def test_the_forms_differ_by_exactly_5_percent(met: float, mass_kg: float, minutes: float) -> None:
    simple = gross_kcal(met, mass_kg, minutes)
    assert gross_kcal(met, mass_kg, minutes, MetForm.OXYGEN) == pytest.approx(1.05 * simple)
    assert 0.0 <= net_kcal(met, mass_kg, minutes) <= simple


@pytest.mark.parametrize(
    ("sex", "age_years", "height_cm", "body_mass_kg", "factor", "brisk"),
    [(Sex.MALE, 30, 180, 80, 1.0812, 5.190), (Sex.FEMALE, 35, 165, 70, 1.2032, 5.775)],
)
def test_corrected(
    sex: Sex, age_years: float, height_cm: float, body_mass_kg: float, factor: float, brisk: float
) -> None:
    resting = harris_benedict_1919(sex, age_years, height_cm, body_mass_kg)
    assert corrected_met(1.0, resting, body_mass_kg) == pytest.approx(factor, abs=5e-5)
    assert corrected_met(4.8, resting, body_mass_kg) == pytest.approx(brisk, abs=5e-4)


@given(st.floats(1, 23), st.floats(800, 3000), st.floats(40, 150))
def test_corrected_times_own_rest_is_what_it_was(met: float, resting: float, mass: float) -> None:
    own_rest_kcal_per_min = resting / 1440.0
    corrected = corrected_met(met, resting, mass) * own_rest_kcal_per_min
    assert corrected == pytest.approx(gross_kcal(met, mass, 1.0, MetForm.OXYGEN))
    assert resting_oxygen(resting, mass) > 0.0
