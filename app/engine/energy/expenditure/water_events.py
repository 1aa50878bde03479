"""Named events that move water: how much, how fast, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.expenditure.log import LONGEST_AHEAD_DAYS, Log
from app.engine.energy.expenditure.sums import Array, Days
from app.engine.records import WaterEvent, WaterEventKind


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event of one kind does to the weight."""

    because: ReasonKind
    mean_kg: float
    """0 where the direction is not known or no trial measured it."""
    sd_kg: float
    rise_days: float
    """Time constant with which the water comes, and with which it goes again."""
    usual_days: int | None = None
    """Length where no end is given; None for what lasts until it is said to have ended."""
    before_days: int = 0
    """Days before the first day over which the water has come already."""

    @property
    def lasts(self) -> bool:
        """Whether the water belongs to the body mass of those days, or only disturbs it."""
        return self.usual_days is None


LESS = " Weights of those days count less, and the margin is wider."

CREATINE = ReasonKind(
    "water_creatine",
    "Creatine (from {started_on}) binds water, about 0.9 kg in trials, none of it fat." + LESS,
    Basis.EVIDENCE,
    "pashayee_khamene_2024",
)
SODIUM_CHANGE = ReasonKind(
    "water_sodium_change",
    "A change of salt (from {started_on}) moves water within days, about 0.7 kg for 5 g of salt a "
    "day." + LESS,
    Basis.EVIDENCE,
    "hall_2011",
)
CARBOHYDRATE_CHANGE = ReasonKind(
    "water_carbohydrate_change",
    "A change of carbohydrate (from {started_on}) fills or empties glycogen and its water, up to "
    "two kilograms within days." + LESS,
    Basis.EVIDENCE,
    "kreitzman_1992",
)
MENSTRUATION = ReasonKind(
    "water_menstruation",
    "Around menstruation (from {started_on}) the body holds about half a kilogram of water." + LESS,
    Basis.EVIDENCE,
    "kanellakis_2023",
)
GLUCOCORTICOID = ReasonKind(
    "water_glucocorticoid",
    "A glucocorticoid (from {started_on}) can hold water; how much is not foretold." + LESS,
    Basis.CONVENTION,
)
DIURETIC = ReasonKind(
    "water_diuretic",
    "A diuretic (from {started_on}) drives water out; how much is not foretold." + LESS,
    Basis.CONVENTION,
)
ILLNESS = ReasonKind(
    "water_illness",
    "Illness (from {started_on}) can move water either way." + LESS,
    Basis.CONVENTION,
)
TRAVEL = ReasonKind(
    "water_travel",
    "Travel (from {started_on}) changes salt, water and sometimes the scale." + LESS,
    Basis.CONVENTION,
)

EFFECTS: Mapping[WaterEventKind, Effect] = MappingProxyType(
    {
        WaterEventKind.CREATINE: Effect(CREATINE, 0.8, 0.6, rise_days=7.0),
        WaterEventKind.SODIUM_CHANGE: Effect(SODIUM_CHANGE, 0.0, 0.7, rise_days=2.0),
        WaterEventKind.CARBOHYDRATE_CHANGE: Effect(CARBOHYDRATE_CHANGE, 0.0, 1.5, rise_days=2.0),
        WaterEventKind.MENSTRUATION: Effect(
            MENSTRUATION, 0.45, 0.45, rise_days=1.5, usual_days=4, before_days=7
        ),
        WaterEventKind.GLUCOCORTICOID: Effect(GLUCOCORTICOID, 0.0, 1.0, rise_days=7.0),
        WaterEventKind.DIURETIC: Effect(DIURETIC, 0.0, 1.5, rise_days=3.0),
        WaterEventKind.ILLNESS: Effect(ILLNESS, 0.0, 1.2, rise_days=2.0, usual_days=6),
        WaterEventKind.TRAVEL: Effect(TRAVEL, 0.0, 0.8, rise_days=2.0, usual_days=2),
    }
)
"""Sizes without a source in their reason are choices of ours, wide and centred on nothing."""

QUIET = 0.02
"""A share of an event's water below which it is over."""


def water(event: WaterEvent, on: date, lag_days: Days) -> Array:
    """Share of the event's water that is there, by lag before `on` (negative: after).

    Rises from the first day, or linearly over the days before it, and falls after the last.
    """
    effect = EFFECTS[event.kind]
    day = (on - event.started_on).days - lag_days.astype(np.float64)
    rising = _rise(day, effect)
    length = _length(event)
    if length is None:
        return rising
    peak = float(_rise(np.array([float(length)]), effect)[0])
    past = np.maximum(day - length, 0.0)
    return np.asarray(np.where(past > 0.0, peak * np.exp(-past / effect.rise_days), rising))


def unrest(event: WaterEvent, on: date, lag_days: Days) -> Array:
    """How unsettled that water is, 0 to 1, by lag: while it moves, or as long as it passes."""
    effect = EFFECTS[event.kind]
    if not effect.lasts:
        return water(event, on, lag_days)
    day = (on - event.started_on).days - lag_days.astype(np.float64)
    moving = np.where(day >= 0.0, np.exp(-np.maximum(day, 0.0) / effect.rise_days), 0.0)
    length = _length(event)
    if length is None:
        return np.asarray(moving)
    past = day - length
    after = np.where(past > 0.0, np.exp(-np.maximum(past, 0.0) / effect.rise_days), 0.0)
    return np.asarray(np.maximum(moving, after))


def _rise(day: Array, effect: Effect) -> Array:
    """Share that has come by the morning that many days after that of the first day."""
    if effect.before_days:
        return np.asarray(np.clip(1.0 + day / effect.before_days, 0.0, 1.0))
    return np.asarray(
        np.where(day > 0.0, 1.0 - np.exp(-np.maximum(day, 0.0) / effect.rise_days), 0.0)
    )


def _length(event: WaterEvent) -> int | None:
    """Days from the first to the last; a last day before the first is taken as the first."""
    if event.ended_on is None:
        return EFFECTS[event.kind].usual_days
    return max((event.ended_on - event.started_on).days, 0)


def named_events(log: Log) -> tuple[Reason, ...]:
    """The events of the log, each in its own words."""
    return tuple(
        EFFECTS[event.kind].because(started_on=event.started_on.isoformat()) for event in log.events
    )


def moving_events(log: Log) -> tuple[WaterEvent, ...]:
    """Those that move water from the first weighing on, up to the last day that may be asked."""
    if not log.weighings.days:
        return ()
    days = (log.on - log.weighings.days[0].weighed_on).days
    lags = np.arange(-LONGEST_AHEAD_DAYS, days + 1, dtype=np.intp)
    return tuple(event for event in log.events if _moves(event, log.on, lags))


def _moves(event: WaterEvent, on: date, lag_days: Days) -> bool:
    share = water(event, on, lag_days)
    moved = np.ptp(share) if EFFECTS[event.kind].lasts else share.max()
    return bool(moved > QUIET)
