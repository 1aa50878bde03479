"""Screening numbers of the adductors, and when they say nothing."""

from math import inf, nan

import pytest

from app.engine.answer import Status
from app.engine.load.adductor_strength import SetUp, adduction_ratio, adductor_squeeze

NEUTRAL = SetUp("side-lying", "handheld dynamometer", 0.0)


@pytest.mark.parametrize(
    ("adduction", "low", "codes"),
    [
        (95.0, False, ["adduction_to_abduction", "ratio_not_low"]),
        (80.0, False, ["adduction_to_abduction", "ratio_not_low"]),
        (78.0, True, ["adduction_to_abduction", "ratio_low"]),
    ],
)
def test_against_the_80_percent_of_tyler_2001(
    adduction: float, low: bool, codes: list[str]
) -> None:
    part = adduction_ratio(adduction, 100.0, NEUTRAL)
    assert part.value is not None
    assert part.value.value == pytest.approx(adduction / 100.0)
    assert part.value.low is low
    assert [each.code for each in part.because] == codes


@pytest.mark.parametrize(
    ("angle_deg", "compared"),
    [(0.0, True), (5.0, True), (-5.0, True), (10.0, False), (20.0, False), (nan, False)],
)
def test_at_another_angle_the_ratio_is_not_judged(angle_deg: float, compared: bool) -> None:
    part = adduction_ratio(70.0, 100.0, SetUp("side-lying", "dynamometer", angle_deg))
    assert part.value is not None
    assert part.value.low is (True if compared else None)


@pytest.mark.parametrize(
    "set_up",
    [
        SetUp(),
        SetUp("side-lying", "dynamometer"),
        SetUp("side-lying", None, 0.0),
        SetUp(None, "dynamometer", 0.0),
        SetUp("", "dynamometer", 0.0),
    ],
)
def test_without_position_device_and_angle_there_is_no_answer(set_up: SetUp) -> None:
    part = adduction_ratio(70.0, 100.0, set_up)
    assert (part.status, part.value) == (Status.INSUFFICIENT, None)
    assert [each.code for each in part.missing] == ["test_set_up"]


@pytest.mark.parametrize(
    ("force_n", "mass_kg", "low", "units", "missing"),
    [
        (564.0, 73.0, False, [], []),
        (429.8, 79.6, True, ["N", "N/kg"], []),
        (465.33, 66.0, False, [], []),
        (465.32, 60.0, True, ["N"], []),
        (500.0, 90.0, True, ["N/kg"], []),
        (500.0, None, False, [], ["body_mass_kg"]),
    ],
)
def test_squeeze_against_moreno_perez_2019(
    force_n: float, mass_kg: float | None, low: bool, units: list[str], missing: list[str]
) -> None:
    part = adductor_squeeze(force_n, NEUTRAL, mass_kg)
    assert part.value is not None
    assert part.value.low is low
    assert [each.values["unit"] for each in part.because if each.code == "squeeze_low"] == units
    assert [each.code for each in part.missing] == missing


@pytest.mark.parametrize("set_up", [SetUp(), SetUp("supine"), SetUp(None, "dynamometer")])
def test_a_squeeze_needs_its_set_up(set_up: SetUp) -> None:
    assert adductor_squeeze(400.0, set_up).status is Status.INSUFFICIENT


@pytest.mark.parametrize("force", [0.0, -1.0, nan, inf])
def test_no_force(force: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        adduction_ratio(force, 100.0, NEUTRAL)
    with pytest.raises(ValueError, match="above 0"):
        adduction_ratio(100.0, force, NEUTRAL)
    with pytest.raises(ValueError, match="above 0"):
        adductor_squeeze(force, NEUTRAL)
    with pytest.raises(ValueError, match="above 0"):
        adductor_squeeze(100.0, NEUTRAL, force)


def test_no_sentence_makes_a_forecast() -> None:
    said = [
        *adduction_ratio(70.0, 100.0, NEUTRAL).because,
        *adductor_squeeze(400.0, NEUTRAL, 80.0).because,
    ]
    low = [each.text for each in said if each.code in ("ratio_low", "squeeze_low")]
    assert all("no forecast" in text for text in low)
    assert not any("risk" in each.text or "17" in each.text for each in said)


def test_a_ratio_that_is_no_number() -> None:
    with pytest.raises(ValueError, match="ratio must be finite"):
        adduction_ratio(168.0, 5e-324, NEUTRAL)
