"""Every refusal and every warning of a target, one line each."""

from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Part, Status, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.interval import normal_estimate
from app.engine.energy.resting.resting_energy import RestingEnergy, resting_energy
from app.engine.energy.target.target import EnergyTarget, energy_target
from app.engine.records import Athlete, HealthFlag, Reproduction, Sex
from tests.engine.energy.logs import MAN, WOMAN

NOT_PREGNANT = replace(WOMAN, reproduction=Reproduction.NEITHER)


def target(
    athlete: Athlete,
    rate: float = -0.5,
    *,
    body_mass_kg: float | None = 80.0,
    spent_kcal: float | None = 2700.0,
    kcal_per_kg: float = 7000.0,
) -> Part[EnergyTarget]:
    mass: Part[Estimate] = insufficient((missing.WEIGHING,))
    resting: Part[RestingEnergy] = insufficient((missing.WEIGHING,))
    spent: Part[Expenditure] = insufficient((missing.ACTIVITY_FACTOR,))
    if body_mass_kg is not None:
        mass = ok(normal_estimate(body_mass_kg, 0.3))
        resting = resting_energy(athlete, mass)
    if spent_kcal is not None:
        spent = ok(Expenditure(normal_estimate(spent_kcal, 100.0), "filter", 28, 28, 28))
    return energy_target(athlete, rate, mass, resting, spent, kcal_per_kg)


def refused(part: Part[EnergyTarget]) -> list[str]:
    assert (part.status is Status.REFUSED) == bool(part.instead)
    return [reason.code for reason in part.because] if part.status is Status.REFUSED else []


def warned(part: Part[EnergyTarget]) -> list[str]:
    return [reason.code for reason in part.warnings]


def test_losing_half_a_percent_a_week() -> None:
    part = target(MAN)
    assert part.value is not None
    assert part.value.change_kg_per_week == pytest.approx(-0.4)
    assert part.value.intake.value == pytest.approx(2300.0)
    assert part.value.intake.high == pytest.approx(2428.2, abs=0.1)
    assert part.value.protein_g.value == pytest.approx(160.0)
    assert warned(part) == []
    assert [reason.code for reason in part.because] == [
        "target_rate",
        "target_intake",
        "protein_in_deficit",
        "fat_share",
        "carbohydrate_rest",
        "fibre_adequate",
    ]


@pytest.mark.parametrize(("rate", "intake"), [(0.0, 2700.0), (0.25, 2900.0), (0.5, 3100.0)])
def test_maintenance_and_gain(rate: float, intake: float) -> None:
    part = target(MAN, rate)
    assert part.value is not None
    assert part.value.intake.value == pytest.approx(intake)
    assert part.value.protein_g.value == pytest.approx(128.0)


@pytest.mark.parametrize(
    ("athlete", "rate", "codes"),
    [
        *((replace(MAN, age_years=17.9), rate, ["under_18"]) for rate in (-0.5, 0.0, 0.5)),
        (replace(MAN, age_years=None), -0.5, ["unknown_age"]),
        (replace(MAN, height_cm=None), -0.5, ["unknown_height"]),
        (replace(WOMAN, reproduction=Reproduction.PREGNANT), -0.1, ["pregnant"]),
        (replace(WOMAN, reproduction=Reproduction.PREGNANT), 0.0, ["pregnant"]),
        (replace(WOMAN, reproduction=Reproduction.LACTATING), -0.1, ["lactating"]),
        (replace(WOMAN, reproduction=Reproduction.LACTATING), 0.2, ["lactating"]),
        (replace(MAN, height_cm=210.0), -0.5, ["underweight"]),
        (MAN, -1.01, ["loss_too_fast"]),
        (MAN, 0.51, ["gain_too_fast"]),
        *(
            (replace(MAN, health_flags=frozenset({flag})), rate, ["health_flag"])
            for flag in set(HealthFlag) - {HealthFlag.HEART_CONDITION}
            for rate in (-0.5, 0.0, 0.5)
        ),
    ],
)
def test_refused(athlete: Athlete, rate: float, codes: list[str]) -> None:
    assert refused(target(athlete, rate)) == codes


@pytest.mark.parametrize(
    ("rate", "body_mass_kg", "spent_kcal", "codes"),
    [
        (-0.5, 60.0, 1099.0, ["energy_availability_too_low", "very_low_intake"]),
        (-1.0, 50.0, 1290.0, ["energy_availability_too_low", "very_low_intake"]),
        (0.0, 50.0, 790.0, ["energy_availability_too_low", "very_low_intake"]),
        (-1.0, 70.0, 1700.0, ["energy_availability_too_low"]),
        (-1.2, 70.0, 1700.0, ["energy_availability_too_low", "loss_too_fast"]),
        (-1.2, 70.0, 2100.0, ["loss_too_fast"]),
    ],
)
def test_refused_for_the_intake(
    rate: float, body_mass_kg: float, spent_kcal: float, codes: list[str]
) -> None:
    athlete = replace(NOT_PREGNANT, height_cm=160.0)
    part = target(athlete, rate, body_mass_kg=body_mass_kg, spent_kcal=spent_kcal)
    assert refused(part) == codes


def test_energy_availability_at_its_edge() -> None:
    athlete = replace(MAN, body_fat_percent=50.0)
    assert refused(target(athlete, 0.0, spent_kcal=999.0)) == ["energy_availability_too_low"]
    at_the_edge = target(athlete, 0.0, spent_kcal=1000.0)
    assert at_the_edge.status is Status.OK
    assert "energy_availability_low" in warned(at_the_edge)
    assert "energy_availability_low" not in warned(target(athlete, 0.0, spent_kcal=1200.0))


def test_all_broken_limits_are_named_and_none_is_clamped() -> None:
    athlete = Athlete(
        sex=Sex.FEMALE,
        reproduction=Reproduction.PREGNANT,
        health_flags=frozenset({HealthFlag.EATING_DISORDER, HealthFlag.HEART_FAILURE}),
    )
    part = target(athlete, -2.0, spent_kcal=1500.0)
    assert part.value is None
    assert refused(part) == [
        "health_flag",
        "health_flag",
        "pregnant",
        "unknown_age",
        "unknown_height",
        "very_low_intake",
        "loss_too_fast",
    ]


def test_the_tightest_limit_comes_first() -> None:
    slow_metabolism = target(NOT_PREGNANT, -1.5, body_mass_kg=60.0, spent_kcal=1500.0)
    assert refused(slow_metabolism) == [
        "energy_availability_too_low",
        "loss_too_fast",
        "very_low_intake",
    ]


def test_what_forbids_a_deficit_is_said_without_any_log() -> None:
    assert refused(target(Athlete(), body_mass_kg=None, spent_kcal=None)) == [
        "unknown_age",
        "unknown_height",
    ]
    assert refused(target(MAN, -1.5, body_mass_kg=None, spent_kcal=None)) == ["loss_too_fast"]


def test_too_little_known() -> None:
    unweighed = target(MAN, body_mass_kg=None, spent_kcal=None)
    assert [what.code for what in unweighed.missing] == ["weighing"]
    unlogged = target(MAN, spent_kcal=None)
    assert [what.code for what in unlogged.missing] == ["expenditure", "activity_factor"]
    assert unlogged.status is Status.INSUFFICIENT


@pytest.mark.parametrize(
    ("athlete", "rate", "codes"),
    [
        (WOMAN, -0.5, ["reproduction_unknown"]),
        (replace(MAN, sex=None), -0.5, ["reproduction_unknown"]),
        (replace(MAN, height_cm=210.0), 0.0, ["underweight_now"]),
        (replace(MAN, height_cm=210.0), 0.25, ["underweight_now"]),
        (replace(MAN, age_years=65.0), -0.5, []),
        (replace(MAN, age_years=65.1), -0.5, ["over_65"]),
        (replace(MAN, age_years=70.0), 0.0, []),
        (replace(MAN, height_cm=201.0), -0.5, ["bmi_low"]),
        (replace(MAN, height_cm=201.0), 0.0, []),
        (MAN, -0.2, ["loss_slow"]),
        (MAN, -0.25, []),
        (replace(MAN, height_cm=None), 0.0, ["energy_availability_unknown"]),
    ],
)
def test_warned_of_the_person(athlete: Athlete, rate: float, codes: list[str]) -> None:
    part = target(athlete, rate)
    assert part.status is Status.OK
    assert warned(part) == codes


@pytest.mark.parametrize(
    ("athlete", "rate", "body_mass_kg", "spent_kcal", "codes"),
    [
        (MAN, -0.5, 80.0, 2150.0, ["below_resting", "energy_availability_low"]),
        (
            replace(MAN, height_cm=165.0),
            -0.5,
            80.0,
            1880.0,
            ["below_resting", "intake_low", "energy_availability_low"],
        ),
        (
            NOT_PREGNANT,
            -0.5,
            70.0,
            1545.0,
            ["below_resting", "intake_low", "energy_availability_low"],
        ),
        (MAN, -1.0, 80.0, 3000.0, ["deficit_large_share"]),
        (MAN, -1.0, 120.0, 5000.0, ["deficit_large"]),
        (replace(MAN, body_fat_percent=8.0), -0.8, 80.0, 3500.0, ["fat_supply"]),
    ],
)
def test_warned_of_the_intake(
    athlete: Athlete, rate: float, body_mass_kg: float, spent_kcal: float, codes: list[str]
) -> None:
    part = target(athlete, rate, body_mass_kg=body_mass_kg, spent_kcal=spent_kcal)
    assert part.status is Status.OK
    assert warned(part) == codes


def test_an_unknown_sex_is_held_to_the_leaner_estimate() -> None:
    unknown = target(replace(MAN, sex=None), -0.5, spent_kcal=1850.0)
    assert refused(unknown) == ["energy_availability_too_low"]
    assert target(replace(WOMAN, height_cm=180.0), -0.5, spent_kcal=1850.0).status is Status.OK


INSTEAD = [
    (replace(MAN, age_years=17.9), 0.0, 2700.0, "parent or guardian"),
    (replace(MAN, age_years=None), -0.5, 2700.0, "Give the date of birth, or"),
    (replace(MAN, height_cm=None), -0.5, 2700.0, "Give the height, or"),
    (Athlete(), -0.5, 2700.0, "Give the date of birth and the height"),
    (replace(MAN, height_cm=210.0), -0.5, 2700.0, "Ask for a gain"),
    (replace(WOMAN, reproduction=Reproduction.PREGNANT), 0.0, 2700.0, "Ask a midwife"),
    (MAN, -0.9, 1800.0, "Choose a slower loss"),
    (MAN, -0.5, 1500.0, "Even maintenance"),
    (MAN, 0.0, 1500.0, "Even maintenance"),
]


@pytest.mark.parametrize(("athlete", "rate", "spent_kcal", "instead"), INSTEAD)
def test_what_is_said_instead_can_be_done(
    athlete: Athlete, rate: float, spent_kcal: float, instead: str
) -> None:
    part = target(athlete, rate, spent_kcal=spent_kcal)
    assert part.instead is not None
    assert instead in part.instead


def test_the_maintenance_that_is_offered_is_given() -> None:
    assert target(replace(MAN, height_cm=210.0), 0.25).status is Status.OK
    assert target(MAN, 0.0, spent_kcal=1800.0).status is Status.OK


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (-0.5, ["-0.5 % a week is -0.40 kg a week, or -400 kcal a day", "2700 \u2212 400 = 2300"]),
        (0.25, ["0.25 % a week is 0.20 kg a week, or 200 kcal a day", "2700 + 200 = 2900 kcal"]),
        (-0.0, ["Maintenance", "What is spent, 2700 kcal a day"]),
        (-0.0001, ["-0.0001 % a week is 0.00 kg a week, or 0 kcal", "2700 \u2212 0 = 2700"]),
    ],
)
def test_the_sums_read_right(rate: float, said: list[str]) -> None:
    because = target(MAN, rate).because[: len(said)]
    for reason, text in zip(because, said, strict=True):
        assert reason.text.startswith(text)


@pytest.mark.parametrize("age_years", [12.0, 17.9, 17.9999])
def test_the_day_before_the_birthday_is_not_said_to_be_18_years(age_years: float) -> None:
    (reason,) = target(replace(MAN, age_years=age_years)).because
    assert reason.text.startswith("Below 18 years the body still grows")
    assert reason.values["age_years"] == age_years


RATES_SAID = [
    (-0.5, "-0.5 % a week is"),
    (-0.151406, "-0.151 % a week is"),
    (-1.0, "-1 % a week is"),
    (-1.0951, "-1.1 % a week is faster"),
    (0.25, "0.25 % a week is"),
]


@pytest.mark.parametrize(("rate", "said"), RATES_SAID)
def test_a_rate_is_said_with_three_figures(rate: float, said: str) -> None:
    assert target(MAN, rate).because[0].text.startswith(said)
