"""Body fat by tape, caliper and body mass index, against published values [%]."""

import inspect
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.energy.body import density
from app.engine.energy.body import fat_by_size as by_size
from app.engine.energy.body.composition import jackson_2002_unheld
from app.engine.energy.body.fat import body_fat
from app.engine.energy.body.fat_methods import DENSITY_CONVERSIONS, body_fat_methods
from app.engine.energy.body.measurements import BodyMeasurements, Skinfold
from app.engine.records import Athlete, Reproduction, Sex
from tests.engine.energy.logs import MAN, WOMAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE
NOTHING = BodyMeasurements()
TAPE = BodyMeasurements(waist_cm=85.0, neck_cm=38.0)


def folds(mm: float, *sites: Skinfold) -> BodyMeasurements:
    return BodyMeasurements(skinfolds_mm=dict.fromkeys(sites, mm))


def test_navy() -> None:
    assert by_size.navy_men(85, 38, 178) == pytest.approx(16.436014818131696, rel=1e-9)
    assert by_size.navy_men(100, 40, 180) == pytest.approx(25.159, abs=5e-4)
    assert by_size.navy_women(72, 98, 32, 165) == pytest.approx(27.425639348204186, rel=1e-9)
    assert by_size.navy_women(90, 110, 34, 170) == pytest.approx(39.327, abs=5e-4)


def test_navy_wants_a_waist_wider_than_the_neck() -> None:
    with pytest.raises(ValueError, match="wider than neck"):
        by_size.navy_men(38, 38, 178)
    with pytest.raises(ValueError, match="wider than neck"):
        by_size.navy_women(20, 20, 40, 165)


def test_relative_fat_mass() -> None:
    assert by_size.relative_fat_mass(MALE, 180, 90) == pytest.approx(24.0)
    assert by_size.relative_fat_mass(FEMALE, 165, 80) == pytest.approx(34.75)
    assert by_size.relative_fat_mass(MALE, 175, 110) == pytest.approx(32.182, abs=5e-4)


OF_BMI = [
    (by_size.cun_bae, 22.0895, 29.4022, 30.912, 45.155),
    (by_size.gallagher, 19.610, 28.325, 26.938, 41.950),
    (by_size.deurenberg, 20.70, 27.90, 30.15, 44.50),
    (jackson_2002_unheld, 20.356, 25.708, 29.259, 43.481),
    # 51.9 - 29.6 + 0.87; 64.8 - 34.1818 + 0.48; 51.9 - 24.6667 + 1.305; 64.8 - 23.5 + 0.8
    (by_size.gallagher_asian, 23.17, 31.0982, 28.5383, 42.1),
]


@pytest.mark.parametrize(("equation", "m_25_30", "f_22_30", "m_30_45", "f_32_50"), OF_BMI)
def test_of_body_mass_index(
    equation: Callable[[Sex, float, float], float],
    m_25_30: float,
    f_22_30: float,
    m_30_45: float,
    f_32_50: float,
) -> None:
    values = [
        equation(MALE, 30, 25),
        equation(FEMALE, 30, 22),
        equation(MALE, 45, 30),
        equation(FEMALE, 50, 32),
    ]
    assert values == pytest.approx([m_25_30, f_22_30, m_30_45, f_32_50], abs=5.1e-4)


def test_density_by_jackson_and_pollock() -> None:
    men3, women3 = (density.jackson_pollock_3(sex, 30, 60) for sex in (MALE, FEMALE))
    men7, women7 = (density.jackson_pollock_7(sex, 30, 100) for sex in (MALE, FEMALE))
    assert [men3, women3] == pytest.approx([1.057816, 1.0440221], abs=5e-8)
    assert [men7, women7] == pytest.approx([1.0653532, 1.0517806], abs=5e-8)
    assert [density.siri(one) for one in (men3, women3, men7, women7)] == pytest.approx(
        [17.945, 24.128, 14.635, 20.630], abs=5e-4
    )
    assert density.brozek(men3) == pytest.approx(17.822, abs=5e-4)


TABLE_OF_1974 = [
    # Read off the table of the paper: men by sum of folds, 17-29 (pooled), 30-39, 40-49, 50-72.
    (20, 8.1, 12.2, 12.2, 12.6),
    (30, 12.9, 16.2, 17.7, 18.6),
    (40, 16.4, 19.2, 21.4, 22.9),
    (50, 19.0, 21.5, 24.6, 26.5),
]


@pytest.mark.parametrize(("sum_mm", "at_25", "at_35", "at_45", "at_55"), TABLE_OF_1974)
def test_durnin_womersley_meets_its_own_table(
    sum_mm: float, at_25: float, at_35: float, at_45: float, at_55: float
) -> None:
    # The table strays from the coefficients printed beside it by up to 0.24 points; only the column
    # of 30 to 39 years, from 30 mm on, is theirs to the last digit.
    fat = [density.siri(density.durnin_womersley(MALE, age, sum_mm)) for age in (25, 35, 45, 55)]
    assert fat == pytest.approx([at_25, at_35, at_45, at_55], abs=0.24)
    assert sum_mm < 30 or fat[1] == pytest.approx(at_35, abs=0.05)


def test_durnin_womersley() -> None:
    assert density.siri(density.durnin_womersley(MALE, 25, 50)) == pytest.approx(18.872, abs=5e-4)
    assert density.siri(density.durnin_womersley(FEMALE, 25, 60)) == pytest.approx(29.462, abs=5e-4)
    youngest = density.durnin_womersley(FEMALE, 16, 60)
    assert youngest == density.durnin_womersley(FEMALE, 19.9, 60)
    with pytest.raises(LookupError):
        density.durnin_womersley(MALE, 16.9, 50)


@given(st.sampled_from([MALE, FEMALE]), st.floats(18, 80), st.floats(5, 200), st.floats(0.1, 15))
def test_more_fold_is_more_fat(sex: Sex, age: float, sum_mm: float, more: float) -> None:
    for of_folds in (
        density.jackson_pollock_3,
        density.jackson_pollock_7,
        density.durnin_womersley,
    ):
        assert density.siri(of_folds(sex, age, sum_mm + more)) > density.siri(
            of_folds(sex, age, sum_mm)
        )


def test_with_a_tape_the_navy_is_put_first_and_all_are_shown() -> None:
    part = body_fat(MAN, 80.0, TAPE)
    assert part.value is not None
    assert part.value.method == "navy"
    assert part.value.percent.value == pytest.approx(16.107, abs=5e-4)
    # The Navy's 3.52 points and 3.5 for other people, as a root of squares, times 1.2816.
    assert part.value.percent.high - part.value.percent.value == pytest.approx(6.361, abs=1e-3)
    shown = {name for name, one in part.value.by_method.items() if one.status is Status.OK}
    of_bmi = {"cun_bae", "gallagher", "gallagher_asian", "deurenberg", "jackson_2002"}
    assert shown == {"navy", "relative_fat_mass"} | of_bmi
    assert part.value.lowest_percent == pytest.approx(16.107, abs=5e-4)
    assert part.value.highest_percent == pytest.approx(21.647, abs=5e-4)
    codes = [one.code for one in part.because]
    assert codes == ["body_fat_method", "body_fat_preferred", "body_fat_spread"]
    assert "give or take 3.5 points" in part.because[0].text
    assert [one.code for one in part.warnings] == ["body_fat_waist_sites"]
    assert part.missing == ()


def test_an_equation_for_people_of_one_descent_is_shown_but_not_counted() -> None:
    part = body_fat(MAN, 80.0, TAPE)
    assert part.value is not None
    asian = part.value.by_method["gallagher_asian"].value
    assert asian is not None
    assert asian.percent.value > part.value.highest_percent


def test_masses_add_up() -> None:
    part = body_fat(WOMAN, 70.0, BodyMeasurements(waist_cm=72.0, neck_cm=32.0, hip_cm=98.0))
    assert part.value is not None
    fat, lean = part.value.fat_mass_kg, part.value.fat_free_mass_kg
    assert fat is not None
    assert lean is not None
    assert fat.value + lean.value == pytest.approx(70.0)
    assert fat.low + lean.high == pytest.approx(70.0)
    assert fat.value == pytest.approx(70.0 * 0.27425639, abs=1e-6)


def test_without_body_mass_the_tape_still_speaks() -> None:
    part = body_fat(MAN, None, TAPE)
    assert part.value is not None
    assert (part.value.method, part.value.fat_mass_kg, part.value.fat_free_mass_kg) == (
        "navy",
        None,
        None,
    )
    needs = part.value.by_method["deurenberg"].missing
    assert [one.code for one in needs] == ["body_mass_kg"]


def test_from_body_mass_index_alone_it_says_what_it_cannot_see() -> None:
    part = body_fat(MAN, 80.0, NOTHING)
    assert part.value is not None
    assert part.value.method == "cun_bae"
    assert [one.code for one in part.warnings] == ["body_fat_muscle_read_as_fat"]
    assert [one.code for one in part.missing] == ["waist_cm", "neck_cm"]


TAPES = [
    (
        MAN,
        BodyMeasurements(waist_cm=36.0, neck_cm=38.0),
        ["Check the waist: 40 to 250 cm are believed."],
    ),
    (
        MAN,
        BodyMeasurements(neck_cm=38.0),
        ["Measure the waist: men at the navel, women where it is narrowest."],
    ),
    (
        WOMAN,
        BodyMeasurements(waist_cm=30.0, neck_cm=12.0),
        [
            "Check the waist: 40 to 250 cm are believed.",
            "Measure the hips where they are widest.",
            "Check the neck: 20 to 80 cm are believed.",
        ],
    ),
]


@pytest.mark.parametrize(("athlete", "tape", "asked"), TAPES)
def test_what_the_tape_lacks(athlete: Athlete, tape: BodyMeasurements, asked: list[str]) -> None:
    part = body_fat(athlete, 80.0, tape)
    assert sorted(one.text for one in part.missing) == sorted(asked)


FOLDED = [
    (MAN, folds(20.0, *density.SITES_3[MALE]), "jackson_pollock_3", 17.945),
    (WOMAN, folds(20.0, *density.SITES_3[FEMALE]), "jackson_pollock_3", 24.44),
    (MAN, folds(100 / 7, *density.SITES_7), "jackson_pollock_7", 14.635),
    (replace(MAN, age_years=25.0), folds(12.5, *density.SITES_4), "durnin_womersley", 18.872),
]


@pytest.mark.parametrize(("athlete", "measured", "method", "percent"), FOLDED)
def test_folds_come_first(
    athlete: Athlete, measured: BodyMeasurements, method: str, percent: float
) -> None:
    part = body_fat(athlete, 80.0, replace(measured, waist_cm=85.0, neck_cm=38.0, hip_cm=98.0))
    assert part.value is not None
    assert part.value.method == method
    assert part.value.percent.value == pytest.approx(percent, abs=5e-3)


def test_the_conversion_can_be_chosen() -> None:
    measured = folds(20.0, *density.SITES_3[MALE])
    siri, brozek = (
        body_fat(MAN, 80.0, measured, conversion=name).value for name in ("siri", "brozek")
    )
    assert siri is not None
    assert brozek is not None
    assert brozek.percent.value == pytest.approx(17.822, abs=5e-4)
    assert set(DENSITY_CONVERSIONS) == {"siri", "brozek"}


def test_one_method_alone_has_no_spread() -> None:
    part = body_fat(replace(MAN, age_years=None), None, replace(TAPE, neck_cm=None))
    assert part.value is not None
    assert part.value.method == "relative_fat_mass"
    assert [one.code for one in part.because] == ["body_fat_method", "body_fat_preferred"]


METHOD_REFUSED = [
    (MAN, BodyMeasurements(waist_cm=45.0, neck_cm=45.0), "navy", "body_fat_girths_contradict"),
    (
        WOMAN,
        BodyMeasurements(waist_cm=45.0, neck_cm=50.0, hip_cm=90.0),
        "navy",
        "body_fat_girths_contradict",
    ),
    (MAN, folds(87.0, *density.SITES_3[MALE]), "jackson_pollock_3", "body_fat_folds_beyond_fit"),
    (WOMAN, folds(61.0, *density.SITES_7), "jackson_pollock_7", "body_fat_folds_beyond_fit"),
    (MAN, BodyMeasurements(waist_cm=50.0), "relative_fat_mass", "body_fat_out_of_range"),
]


@pytest.mark.parametrize(("athlete", "measured", "method", "code"), METHOD_REFUSED)
def test_a_method_without_sense_is_refused_and_hides_no_other(
    athlete: Athlete, measured: BodyMeasurements, method: str, code: str
) -> None:
    part = body_fat(athlete, 80.0, measured)
    assert part.value is not None
    one = part.value.by_method[method]
    assert one.status is Status.REFUSED
    assert [reason.code for reason in one.because] == [code]
    assert one.instead


LACKING = [
    (MAN, replace(TAPE, neck_cm=None), "navy", ["neck_cm"]),
    (WOMAN, TAPE, "navy", ["hip_cm"]),
    (MAN, replace(TAPE, waist_cm=8.5), "navy", ["waist_cm"]),
    (MAN, replace(TAPE, waist_cm=float("nan")), "relative_fat_mass", ["waist_cm"]),
    (
        MAN,
        folds(10.0, Skinfold.CHEST, Skinfold.THIGH),
        "jackson_pollock_3",
        ["skinfold_abdomen_mm"],
    ),
    (
        MAN,
        folds(0.1, *density.SITES_3[MALE]),
        "jackson_pollock_3",
        ["skinfold_chest_mm", "skinfold_abdomen_mm", "skinfold_thigh_mm"],
    ),
    (replace(MAN, height_cm=119.0), TAPE, "navy", ["height_cm"]),
]


@pytest.mark.parametrize(("athlete", "measured", "method", "codes"), LACKING)
def test_each_method_names_what_it_lacks(
    athlete: Athlete, measured: BodyMeasurements, method: str, codes: list[str]
) -> None:
    part = body_fat(athlete, 40.0, measured)
    assert part.value is not None
    assert [one.code for one in part.value.by_method[method].missing] == codes


def test_a_waist_of_the_wrong_unit_is_to_be_checked() -> None:
    part = body_fat(MAN, 80.0, replace(TAPE, waist_cm=8.5))
    assert part.value is not None
    assert "40 to 250 cm" in part.value.by_method["navy"].missing[0].text


OUTSIDE = [
    (replace(MAN, age_years=85.0), 80.0, "cun_bae"),
    (replace(MAN, age_years=85.0), 80.0, "deurenberg"),
    (MAN, 115.0, "gallagher"),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "method"), OUTSIDE)
def test_outside_its_people_a_method_warns(
    athlete: Athlete, body_mass_kg: float, method: str
) -> None:
    part = body_fat(athlete, body_mass_kg, NOTHING)
    assert part.value is not None
    warned = part.value.by_method[method].warnings
    assert [one.code for one in warned] == ["body_fat_outside_people"]


NOT_ANSWERED = [
    (replace(MAN, age_years=17.9), 80.0, TAPE, Status.REFUSED, ["body_fat_under_18"], []),
    (
        replace(WOMAN, reproduction=Reproduction.PREGNANT),
        70.0,
        TAPE,
        Status.REFUSED,
        ["body_fat_pregnant"],
        [],
    ),
    (replace(MAN, sex=None), 80.0, TAPE, Status.INSUFFICIENT, [], ["sex"]),
    (replace(MAN, height_cm=18.0), 80.0, TAPE, Status.INSUFFICIENT, [], ["height_or_body_mass"]),
    (Athlete(sex=MALE), -1.0, TAPE, Status.INSUFFICIENT, [], ["height_or_body_mass"]),
    (Athlete(sex=MALE), float("nan"), TAPE, Status.INSUFFICIENT, [], ["height_or_body_mass"]),
    (
        Athlete(sex=MALE, height_cm=180.0),
        None,
        BodyMeasurements(waist_cm=45.0, neck_cm=45.0),
        Status.INSUFFICIENT,
        ["body_fat_girths_contradict", "body_fat_out_of_range"],
        None,
    ),
]


@pytest.mark.parametrize(
    ("athlete", "body_mass_kg", "measured", "status", "because", "what"), NOT_ANSWERED
)
def test_not_answered(
    athlete: Athlete,
    body_mass_kg: float | None,
    measured: BodyMeasurements,
    status: Status,
    because: list[str],
    what: list[str] | None,
) -> None:
    part = body_fat(athlete, body_mass_kg, measured)
    assert part.status is status
    assert [one.code for one in part.because] == because
    if what is not None:
        assert [one.code for one in part.missing] == what


def test_with_nothing_at_all_every_thing_is_named_once() -> None:
    codes = [one.code for one in body_fat(Athlete(sex=FEMALE), None, NOTHING).missing]
    assert len(codes) == len(set(codes))
    assert {"waist_cm", "neck_cm", "hip_cm", "height_cm", "body_mass_kg", "age_years"} <= set(codes)


@pytest.mark.parametrize("sex", [MALE, FEMALE])
def test_the_table_says_what_its_functions_ask(sex: Sex) -> None:
    for name, method in body_fat_methods(sex).items():
        assert 2.8 <= method.standard_error_points <= 5.4, name
        assert method.population
        if "folds" not in method.needs[-1]:
            asked = set(inspect.signature(method.calculate).parameters) - {"sex"}
            assert set(method.needs) == asked, name
