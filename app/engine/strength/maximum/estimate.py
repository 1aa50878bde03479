"""A lifter's one-repetition maximum at an instant, with an interval.

Two ways lead there from the capacity model. One is the load at which it gives a single, by the
lifter's own curve, which loads of one's choosing make too flat. The other is what it gives at the
heaviest load lifted lately, moved to a single along the published curve. The answer lies between,
nearer to the surer one, and its interval is as wide as people differ and as the two part.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, hypot, log

import numpy as np

from app.engine.answer import Z_80_PERCENT, Estimate, Evidence, Part, Reason, insufficient, ok
from app.engine.records import ExerciseSession
from app.engine.strength.maximum import estimate_reasons as said
from app.engine.strength.maximum.best_set import SOUND_POSSIBLE, BestSet, best_set
from app.engine.strength.maximum.crossing import Floats, crossings, single_score
from app.engine.strength.maximum.repmax import EQUATIONS, wathen
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, repetitions_at_loads
from app.engine.strength.spread import TEST_SD, extrapolation_sd
from app.engine.strength.strength_log import (
    BODY_MASS,
    StrengthLog,
    read_strength_log,
    what_is_missing,
)
from app.engine.strength.wording import about_text
from app.engine.training_log.faults import load_of
from app.engine.units import KG, MassUnit, mass_text

Predictor = Callable[[Sequence[ExerciseSession], datetime, Sequence[float]], RepetitionsAnswer]
"""`repetitions_at_loads`, or in tests something simpler."""

WINDOW = timedelta(weeks=52)
RECENT = timedelta(days=28)
"""Of training before the last session: what was lifted then can be lifted still."""
OLD = timedelta(days=28)
"""Of the last session, from which on it is said that strength may have been lost."""

OWN_CURVE_SD = 0.10
"""Least of what the lifter's own curve gives: it was off by 10 to 11 % in sets of known effort
(docs/science/one-repetition-maximum.md)."""

MOST_POSSIBLE = 15.0
"""Repetitions to failure at the heaviest load lifted lately; from more no maximum is read."""

BEYOND = 16.0
"""The ladder goes from so many times below the lightest load to as many above the heaviest."""


@dataclass(frozen=True, slots=True)
class EstimatedMaximum:
    maximum_kg: Estimate
    """All that is lifted, the body's own part with it."""
    body_kg: float
    """The body's own part of it."""
    heaviest_lately_kg: float
    repetitions_at_heaviest: float
    """To failure, by the capacity model: what the maximum is read off."""
    own_curve_kg: float
    """Where the capacity model gives a single."""
    published_curve_kg: float
    """By Wathen's equation, from the repetitions at the heaviest load."""
    best_set: BestSet | None
    """None where no set lately had at most 12 repetitions done and in reserve."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The log as it was read, and what was asked of it."""

    log: StrengthLog
    at: datetime
    body_kg: float
    equation: str
    mass_unit: MassUnit

    @property
    def lately(self) -> tuple[ExerciseSession, ...]:
        sessions = self.log.sessions
        last = sessions[-1].performed_at
        return tuple(one for one in sessions if last - one.performed_at <= RECENT)

    @property
    def heaviest_kg(self) -> float:
        return max(load_of(one) for session in self.lately for one in session.sets)

    @property
    def since_last(self) -> timedelta:
        return self.at - self.log.sessions[-1].performed_at


def estimated_maximum(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    *,
    equation: str = "epley",
    body_kg: float | None = 0.0,
    mass_unit: MassUnit = KG,
    predict: Predictor = repetitions_at_loads,
) -> Part[EstimatedMaximum]:
    """The maximum of this lifter in this exercise at `at`, from the sets of the year before.

    `body_kg` is the body's own part of what is lifted [kg], None where it has one that is not
    known. `equation` is that of the best set only. KeyError where it is not in EQUATIONS.
    """
    EQUATIONS[equation]  # an unknown name is an error even where nothing was logged
    if body_kg is None:
        return insufficient((BODY_MASS,))
    log_read = read_strength_log(sessions, at, WINDOW, body_kg)
    if not log_read.sessions:
        evidence = Evidence((), log_read.excluded)
        return insufficient((what_is_missing(log_read),), evidence=evidence)
    read = _Read(log_read, at, body_kg, equation, mass_unit)
    answer = predict(log_read.sessions, at, (read.heaviest_kg,))
    evidence = Evidence(answer.evidence.used, log_read.excluded + answer.evidence.excluded)
    found, heaviest = _by_capacity(read, predict), answer.items[0].value
    if found is None or heaviest is None:
        return insufficient((said.NO_MAXIMUM,), evidence=evidence)
    capacity = heaviest.capacity
    if capacity.value > MOST_POSSIBLE:
        too_far = _too_far(read, capacity.value)
        return insufficient((said.HEAVIER_SETS,), (too_far,), evidence=evidence)
    return _answered(read, found, capacity, evidence)


def _by_capacity(read: _Read, predict: Predictor) -> Estimate | None:
    sessions = read.log.sessions
    loads_kg = [load_of(one) for session in sessions for one in session.sets]

    def scores(log_loads: Floats) -> Floats:
        answer = predict(sessions, read.at, np.exp(log_loads).tolist())
        return np.array([single_score(part) for part in answer.items])

    found = crossings(scores, log(min(loads_kg) / BEYOND), log(max(loads_kg) * BEYOND))
    if found is None:
        return None
    low_kg, middle_kg, high_kg = (exp(log_load) for log_load in found)
    return Estimate(middle_kg, low_kg, high_kg)


def _answered(
    read: _Read, own: Estimate, capacity: Estimate, evidence: Evidence
) -> Part[EstimatedMaximum]:
    """`own` is the load of a single [kg], `capacity` the repetitions at the heaviest load."""
    best = best_set(read.lately, read.equation)
    published = _by_published_curve(read.heaviest_kg, capacity)
    maximum = EstimatedMaximum(
        _combined(read, own, published, _curve_sd(capacity.value)),
        read.body_kg,
        read.heaviest_kg,
        capacity.value,
        own.value,
        published.value,
        best,
    )
    return ok(
        maximum,
        tuple(_because(read, maximum)),
        missing=(said.HEAVIER_SETS,) if best is None else (),
        warnings=tuple(_warnings(read, best)),
        evidence=evidence,
    )


def _by_published_curve(heaviest_kg: float, capacity: Estimate) -> Estimate:
    """With the interval that comes of the repetitions alone."""
    low_kg, value_kg, high_kg = (
        wathen(heaviest_kg, repetitions)
        for repetitions in (capacity.low, capacity.value, capacity.high)
    )
    return Estimate(value_kg, low_kg, high_kg)


def _curve_sd(possible: float) -> float:
    return max(extrapolation_sd(possible), TEST_SD)


def _combined(read: _Read, own: Estimate, published: Estimate, curve_sd: float) -> Estimate:
    """Both ways, each by its variance, the own curve's growing with how far the two part. As wide
    as people differ, as the two part and as the repetitions are known; and not below what was
    lifted lately but for the noise of a test."""
    apart = log(own.value / published.value)
    own_sd = max(log(own.high / own.low) / (2.0 * Z_80_PERCENT), OWN_CURVE_SD, 0.5 * abs(apart))
    own_share = curve_sd**2 / (curve_sd**2 + own_sd**2)
    value_kg = published.value * exp(own_share * apart)
    half = Z_80_PERCENT * hypot(curve_sd, 0.5 * apart)
    low_kg = value_kg * exp(-hypot(half, log(published.value / published.low)))
    high_kg = value_kg * exp(hypot(half, log(published.high / published.value)))
    if read.since_last < OLD:
        low_kg = max(low_kg, min(_least_kg(read.heaviest_kg), value_kg))
    return Estimate(value_kg, low_kg, high_kg)


def _too_far(read: _Read, possible: float) -> Reason:
    return said.TOO_FAR(
        days=RECENT.days,
        load=mass_text(read.heaviest_kg, read.mass_unit),
        possible=possible,
        most=MOST_POSSIBLE,
    )


def _least_kg(heaviest_kg: float) -> float:
    return heaviest_kg * exp(-Z_80_PERCENT * TEST_SD)


def _because(read: _Read, maximum: EstimatedMaximum) -> Iterator[Reason]:
    found_kg, heaviest_kg, unit = maximum.maximum_kg.value, read.heaviest_kg, read.mass_unit
    load, best = mass_text(heaviest_kg, unit), maximum.best_set
    yield said.FROM_CAPACITY(
        days=RECENT.days,
        load=load,
        possible=maximum.repetitions_at_heaviest,
        maximum=about_text(found_kg, unit),
        maximum_kg=found_kg,
        own=about_text(maximum.own_curve_kg, unit),
        published=about_text(maximum.published_curve_kg, unit),
    )
    yield said.EXTRAPOLATED(
        possible=maximum.repetitions_at_heaviest,
        sd_percent=100.0 * _curve_sd(maximum.repetitions_at_heaviest),
    )
    if read.since_last < OLD:
        least = about_text(_least_kg(heaviest_kg), unit)
        yield said.LIFTED(days=RECENT.days, load=load, least=least)
    if best is not None:
        yield said.BEST_SET(
            days=RECENT.days,
            load=mass_text(best.load_kg, unit),
            possible=best.repetitions_possible,
            maximum=about_text(best.maximum_kg, unit),
            equation=best.equation,
        )


def _warnings(read: _Read, best: BestSet | None) -> Iterator[Reason]:
    if read.since_last >= OLD:
        yield said.OLD_LOG(days=read.since_last / timedelta(days=1))
    if best is not None and best.repetitions_possible > SOUND_POSSIBLE:
        yield said.BEYOND_TEN(possible=best.repetitions_possible)
