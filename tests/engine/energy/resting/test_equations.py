"""Every resting equation against published or independently reckoned values [kcal/d]."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.resting import by_age_band, by_lean_mass, by_size
from app.engine.energy.resting.equations import RESTING_EQUATIONS, RestingEquation
from app.engine.records import Sex

MALE, FEMALE = Sex.MALE, Sex.FEMALE
PEOPLE: dict[str, dict[str, Sex | float]] = {
    "M1": {"sex": MALE, "age_years": 30.0, "height_cm": 180.0, "body_mass_kg": 80.0},
    "F1": {"sex": FEMALE, "age_years": 35.0, "height_cm": 165.0, "body_mass_kg": 70.0},
    "M2": {"sex": MALE, "age_years": 65.0, "height_cm": 175.0, "body_mass_kg": 90.0},
    "F2": {"sex": FEMALE, "age_years": 24.0, "height_cm": 170.0, "body_mass_kg": 58.0},
}
OF_SIZE = [
    ("mifflin", 1780.0, 1395.25, 1673.75, 1361.5),
    ("mifflin_full", 1781.6, 1397.35, 1678.05, 1362.84),
    ("harris_benedict_1919", 1864.545, 1466.0715, 1740.6195, 1411.9903),
    ("roza_shizgal_1984", 1853.632, 1454.503, 1764.912, 1406.659),
    ("owen", 1695.0, 1297.6, 1797.0, 1211.44),
    ("henry_weight", 1729.0, 1375.8, 1737.0, 1317.8),
    ("henry_height", 1748.8, 1389.3, 1716.75, 1366.7),
    ("schofield_weight", 1790.86, 1414.42, 1641.69, 1346.044),
    ("mueller_2004", 1802.918, 1432.076, 1793.788, 1335.451),
    ("ten_haaf_weight", 1987.875, 1548.975, 1793.444, 1524.572),
    ("livingston", 1776.315, 1400.102, 1671.349, 1331.962),
]


def calculated(name: str, **quantities: float | Sex) -> float:
    equation = RESTING_EQUATIONS[name]
    return equation.calculate(**{need: quantities[need] for need in equation.needs})


@pytest.mark.parametrize(("name", "m1", "f1", "m2", "f2"), OF_SIZE)
def test_reference_people(name: str, m1: float, f1: float, m2: float, f2: float) -> None:
    values = [calculated(name, **person) for person in PEOPLE.values()]
    assert values == pytest.approx([m1, f1, m2, f2], rel=1e-5)


OF_LEAN_MASS = [
    ("katch_mcardle", 1234.0, 1450.0, 1666.0, 1882.0),
    ("cunningham_1980", 1380.0, 1600.0, 1820.0, 2040.0),
    ("mifflin_ffm", 1201.0, 1398.0, 1595.0, 1792.0),
    ("ten_haaf_ffm", 1394.2, 1621.7, 1849.3, 2076.8),
    ("tinsley_ffm", 1320.0, 1579.0, 1838.0, 2097.0),
]


@pytest.mark.parametrize(("name", "at40", "at50", "at60", "at70"), OF_LEAN_MASS)
def test_of_lean_mass(name: str, at40: float, at50: float, at60: float, at70: float) -> None:
    values = [calculated(name, fat_free_mass_kg=mass) for mass in (40.0, 50.0, 60.0, 70.0)]
    assert values == pytest.approx([at40, at50, at60, at70], abs=0.05)


PUBLISHED = [
    # A man of 35 years, 180 cm, 90 kg with 25 % of fat, and a woman of 30, 165 cm, 65 kg with 30 %,
    # as a secondary text works them out.
    (by_size.mifflin(MALE, 35, 180, 90), 1855),
    (by_size.roza_shizgal_1984(MALE, 35, 180, 90), 1959),
    (by_lean_mass.katch_mcardle(67.5), 1828),
    (by_lean_mass.cunningham_1980(67.5), 1985),
    (by_size.mueller_2004(MALE, 35, 90), 1898),
    (by_lean_mass.mueller_2004_ffm(MALE, 35, 67.5, 22.5), 1879),
    (by_age_band.henry_height(MALE, 35, 180, 90), 1863),
    (by_size.mifflin(FEMALE, 30, 165, 65), 1370),
    (by_size.roza_shizgal_1984(FEMALE, 30, 165, 65), 1430),
    (by_lean_mass.katch_mcardle(45.5), 1353),
    (by_lean_mass.mueller_2004_ffm(FEMALE, 30, 45.5, 19.5), 1383),
    (by_age_band.henry_height(FEMALE, 30, 165, 65), 1348),
    # The examples that the NIH planner is tested with.
    (by_size.mifflin_full(MALE, 23, 180, 70), 1716.14),
    (by_size.mifflin_full(FEMALE, 23, 180, 70), 1550.14),
    # Nelson's line is also printed in rounded kilocalories, 266 + 21.6 and 3.2 for each kg.
    (by_lean_mass.nelson_1992(60.0, 20.0), 266 + 21.6 * 60 + 3.2 * 20),
]


@pytest.mark.parametrize(("kcal_per_day", "published"), PUBLISHED)
def test_published_examples(kcal_per_day: float, published: float) -> None:
    assert kcal_per_day == pytest.approx(published, abs=0.71)


BY_HAND = [
    (by_size.mifflin_weight(80.0), 1579.0),
    (by_size.owen_athletic_women(60.0), 1316.4),
    (by_size.tinsley_weight(80.0), 1994.0),
    # 3320 + 6300 + 1107.4 - 573 - 1731.2 = 8423.2 kJ; 2905 + 5775 - 668.5 - 1731.2 = 6280.3 kJ
    (by_size.korth_2007(MALE, 30, 180, 80), 8423.2 / 4.184),
    (by_size.korth_2007(FEMALE, 35, 165, 70), 6280.3 / 4.184),
    # Classes of body mass index: 24.7, 25.7, 17.3, 33.1
    (by_size.mueller_2004_bmi(MALE, 30, 180, 80), 7347.3 / 4.184),
    (by_size.mueller_2004_bmi(FEMALE, 35, 165, 70), 6018.35 / 4.184),
    (by_size.mueller_2004_bmi(FEMALE, 20, 170, 50), 3862.2 / 4.184),
    (by_size.mueller_2004_bmi(MALE, 40, 165, 90), 7892.6 / 4.184),
    # 5.04 - 0.0756 + 2.953; 2.38 + 0.0099 + 3.53; 3.42 + 7.119 - 3.491; 3.306 + 2.0128 + 0.411
    (by_age_band.schofield_height(MALE, 29.9, 180, 80), 7917.4 / 4.184),
    (by_age_band.schofield_height(FEMALE, 35, 165, 70), 5919.9 / 4.184),
    (by_age_band.schofield_height(MALE, 65, 175, 90), 7048.0 / 4.184),
    (by_age_band.schofield_height(FEMALE, 24, 170, 58), 5729.8 / 4.184),
]


@pytest.mark.parametrize(("kcal_per_day", "by_hand"), BY_HAND)
def test_worked_by_hand(kcal_per_day: float, by_hand: float) -> None:
    assert kcal_per_day == pytest.approx(by_hand, abs=0.05)


BIRTHDAYS = [
    (MALE, 29.999, 16.0 * 80 + 545),
    (MALE, 30.0, 14.2 * 80 + 593),
    (MALE, 60.0, 13.0 * 80 + 567),
    (MALE, 69.999, 13.0 * 80 + 567),
    (MALE, 70.0, 13.7 * 80 + 481),
    (FEMALE, 18.0, 13.1 * 80 + 558),
    (FEMALE, 59.999, 9.74 * 80 + 694),
    (FEMALE, 95.0, 10.0 * 80 + 577),
]


@pytest.mark.parametrize(("sex", "age_years", "kcal_per_day"), BIRTHDAYS)
def test_a_band_begins_on_the_birthday(sex: Sex, age_years: float, kcal_per_day: float) -> None:
    assert by_age_band.henry_weight(sex, age_years, 80.0) == pytest.approx(kcal_per_day)


def test_henry_is_not_schofield() -> None:
    for person in PEOPLE.values():
        henry, schofield = (
            calculated("henry_weight", **person),
            calculated("schofield_weight", **person),
        )
        assert abs(henry - schofield) > 25.0


def test_tables_are_for_adults() -> None:
    with pytest.raises(ValueError, match="adults only"):
        by_age_band.schofield_weight(MALE, 17.9, 60.0)


@pytest.mark.parametrize(("name", "equation"), RESTING_EQUATIONS.items())
def test_the_table_says_what_the_function_asks(name: str, equation: RestingEquation) -> None:
    assert set(equation.needs) == set(inspect.signature(equation.calculate).parameters)
    assert 0.05 <= equation.relative_sd <= 0.15
    assert equation.population
    assert equation.label
    assert name in {"owen_athletic_women"} or equation.sex is None


@given(
    st.sampled_from(list(RESTING_EQUATIONS)),
    st.sampled_from([MALE, FEMALE]),
    st.floats(18, 90),
    st.floats(150, 200),
    st.floats(18.6, 39),
    st.floats(5, 45),
)
def test_within_reason_for_ordinary_adults(
    name: str, sex: Sex, age_years: float, height_cm: float, bmi: float, body_fat_percent: float
) -> None:
    mass = bmi * (height_cm / 100.0) ** 2
    fat = mass * body_fat_percent / 100.0
    energy = calculated(
        name,
        sex=sex,
        age_years=age_years,
        height_cm=height_cm,
        body_mass_kg=mass,
        fat_mass_kg=fat,
        fat_free_mass_kg=mass - fat,
    )
    assert 500.0 < energy < 5000.0


@given(
    st.sampled_from(["mifflin", "henry_height", "livingston", "mueller_2004", "korth_2007"]),
    st.floats(45, 150),
    st.floats(0.1, 40),
)
def test_more_mass_more_energy(name: str, mass_kg: float, more_kg: float) -> None:
    person = {**PEOPLE["F1"], "body_mass_kg": mass_kg}
    heavier = {**person, "body_mass_kg": mass_kg + more_kg}
    assert calculated(name, **heavier) > calculated(name, **person)
