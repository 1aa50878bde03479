"""Named events: how their water comes and goes, and what they do to the answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.advice import energy_advice
from app.engine.energy.expenditure.water_events import EFFECTS, unrest, water
from app.engine.records import IntakeDay, WaterEvent, WaterEventKind, Weighing
from tests.engine.energy.logs import MAN, ON, WOMAN, lived

KINDS = tuple(WaterEventKind)


def event(kind: WaterEventKind, days_ago: int, length: int | None = None) -> WaterEvent:
    start = ON - timedelta(days=days_ago)
    end = None if length is None else start + timedelta(days=length)
    return WaterEvent(f"{kind}-{days_ago}", kind, start, end)


def at(one: WaterEvent, *days: int) -> list[float]:
    """Share of the water on mornings counted from that of the first day."""
    lags = np.array([(ON - one.started_on).days - day for day in days])
    return [round(share, 2) for share in water(one, ON, lags).tolist()]


@pytest.mark.parametrize(
    ("kind", "length", "days", "shares"),
    [
        (WaterEventKind.CREATINE, None, (-1, 0, 7, 28), [0.0, 0.0, 0.63, 0.98]),
        (WaterEventKind.CREATINE, 28, (28, 35, 70), [0.98, 0.36, 0.0]),
        (WaterEventKind.CARBOHYDRATE_CHANGE, None, (0, 2, 6), [0.0, 0.63, 0.95]),
        (WaterEventKind.MENSTRUATION, None, (-8, -7, -3, 0, 4), [0.0, 0.0, 0.57, 1.0, 1.0]),
        (WaterEventKind.MENSTRUATION, None, (5, 7, 12), [0.51, 0.14, 0.0]),
        (WaterEventKind.MENSTRUATION, 2, (2, 5), [1.0, 0.14]),
        (WaterEventKind.TRAVEL, None, (0, 2, 4, 12), [0.0, 0.63, 0.23, 0.0]),
        (WaterEventKind.ILLNESS, -3, (0, 2), [0.0, 0.0]),
    ],
)
def test_how_water_comes_and_goes(
    kind: WaterEventKind, length: int | None, days: tuple[int, ...], shares: list[float]
) -> None:
    assert at(event(kind, 100, length), *days) == shares


@pytest.mark.parametrize("kind", KINDS)
@given(lag=st.integers(-60, 4000), length=st.none() | st.integers(-5, 300))
def test_shares_are_shares(kind: WaterEventKind, lag: int, length: int | None) -> None:
    one, lags = event(kind, 50, length), np.array([lag])
    for share in (water(one, ON, lags)[0], unrest(one, ON, lags)[0]):
        assert 0.0 <= share <= 1.0


def test_what_lasts_unsettles_only_while_it_moves() -> None:
    creatine = event(WaterEventKind.CREATINE, 100, 60)
    mornings = np.array([101, 100, 70, 40, 39, 0])
    found = unrest(creatine, ON, mornings).round(2).tolist()
    assert found == [0.0, 1.0, 0.01, 0.0, 0.87, 0.0]
    travel = event(WaterEventKind.TRAVEL, 50)
    assert unrest(travel, ON, mornings).tolist() == water(travel, ON, mornings).tolist()


def heavier(weighings: Sequence[Weighing], one: WaterEvent, by_kg: float) -> list[Weighing]:
    lags = np.array([(ON - w.weighed_on).days for w in weighings])
    shares = water(one, ON, lags).tolist()
    return [
        replace(w, body_mass_kg=w.body_mass_kg + by_kg * share)
        for w, share in zip(weighings, shares, strict=True)
    ]


def spent_and_margin(
    weighings: Sequence[Weighing], intake_days: Sequence[IntakeDay], *events: WaterEvent
) -> tuple[float, float]:
    answer = energy_advice(
        WOMAN, weighings, intake_days, on=ON, activity_factor=1.7, events=events
    ).expenditure
    assert answer.value is not None
    estimate = answer.value.estimate
    return estimate.value, estimate.high - estimate.low


@pytest.mark.parametrize(
    ("kind", "by_kg"),
    [
        (WaterEventKind.CREATINE, 1.2),
        (WaterEventKind.CARBOHYDRATE_CHANGE, -1.8),
        (WaterEventKind.SODIUM_CHANGE, 0.8),
        (WaterEventKind.DIURETIC, -1.5),
        (WaterEventKind.GLUCOCORTICOID, 1.2),
    ],
)
def test_told_water_is_not_read_as_fat(kind: WaterEventKind, by_kg: float) -> None:
    weighings, intake_days = lived(60, intake_kcal=2000.0, expenditure_kcal=2300.0)
    one = event(kind, 10)
    dry, _ = spent_and_margin(weighings, intake_days)
    wet = heavier(weighings, one, by_kg)
    told, _ = spent_and_margin(wet, intake_days, one)
    not_told, _ = spent_and_margin(wet, intake_days)
    assert abs(told - dry) < 0.6 * abs(not_told - dry)


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_widens_the_margin_and_is_named(kind: WaterEventKind) -> None:
    weighings, intake_days = lived(40)
    one = event(kind, 6)
    _, plain = spent_and_margin(weighings, intake_days)
    _, told = spent_and_margin(weighings, intake_days, one)
    assert told > plain
    answer = energy_advice(MAN, weighings, intake_days, on=ON, events=[one])
    for part in (answer.body_mass, answer.expenditure):
        (named,) = [reason for reason in part.because if reason.code == f"water_{kind}"]
        assert named.values == {"started_on": one.started_on.isoformat()}


@pytest.mark.parametrize(
    "one",
    [
        event(WaterEventKind.MENSTRUATION, 120),
        event(WaterEventKind.CREATINE, 900),
        event(WaterEventKind.CREATINE, 900, 30),
        event(WaterEventKind.ILLNESS, -1),
    ],
)
def test_what_is_long_past_or_still_to_come_is_not_named(one: WaterEvent) -> None:
    answer = energy_advice(WOMAN, *lived(40), on=ON, events=[one])
    assert not [reason for reason in answer.body_mass.because if reason.code.startswith("water_")]


def test_cycles_that_are_told_are_no_longer_noise() -> None:
    weighings, intake_days = lived(100, intake_kcal=2000.0, expenditure_kcal=2000.0)
    cycles = [event(WaterEventKind.MENSTRUATION, days_ago) for days_ago in (77, 49, 21)]
    wet = list(weighings)
    for one in cycles:
        wet = heavier(wet, one, 1.5)
    dry, margin_dry = spent_and_margin(weighings, intake_days)
    told, margin = spent_and_margin(wet, intake_days, *cycles)
    _, margin_not_told = spent_and_margin(wet, intake_days)
    assert told == pytest.approx(dry, abs=30.0)
    assert margin < 1.1 * margin_dry
    assert margin < 0.9 * margin_not_told


def test_the_order_of_events_does_not_matter() -> None:
    log = lived(40)
    both = [event(WaterEventKind.TRAVEL, 9), event(WaterEventKind.ILLNESS, 20)]
    forward = energy_advice(MAN, *log, on=ON, events=both)
    assert energy_advice(MAN, *log, on=ON, events=both[::-1]) == forward


def test_any_day_of_the_calendar() -> None:
    for started in (date.min, ON):
        one = WaterEvent("e", WaterEventKind.CREATINE, started, date.max)
        assert energy_advice(MAN, *lived(10), on=ON, events=[one]).body_mass.value is not None


def test_every_kind_has_an_effect() -> None:
    assert set(EFFECTS) == set(KINDS)
    assert all(effect.sd_kg > 0.0 and effect.rise_days > 0.0 for effect in EFFECTS.values())
