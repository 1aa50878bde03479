"""A lifter's one-repetition maximum at an instant, with an interval.

The load at which the capacity model gives one repetition: found on a ladder of loads by its
chances, which already carry what the log leaves open. Beyond the loads lifted people differ from
any curve, so the interval is never narrower than what has been published of that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log

import numpy as np

from app.engine.answer import Estimate, Evidence, Part, Reason, insufficient, ok
from app.engine.overload.faults import load_of
from app.engine.records import ExerciseSession
from app.engine.strength import estimate_reasons as said
from app.engine.strength.best_set import SOUND_POSSIBLE, BestSet, best_set
from app.engine.strength.crossing import Floats, crossings, single_score
from app.engine.strength.repetitions import RepetitionsAnswer, repetitions_at_loads
from app.engine.strength.spread import TEST_SD, Z_80_PERCENT, extrapolation_sd
from app.engine.strength.strength_log import (
    BODY_MASS,
    StrengthLog,
    read_strength_log,
    what_is_missing,
)
from app.engine.strength.wording import about_text
from app.engine.units import KG, MassUnit, mass_text

Predictor = Callable[[Sequence[ExerciseSession], datetime, Sequence[float]], RepetitionsAnswer]
"""`repetitions_at_loads`, or in tests something simpler."""

WINDOW = timedelta(weeks=52)
RECENT = timedelta(days=28)
"""Of training before the last session: what was lifted then can be lifted still."""
OLD = timedelta(days=28)
"""Of the last session, from which on it is said that strength may have been lost."""

MOST_ABOVE_LIFTED = 1.5
"""Of the maximum over the heaviest load lifted lately: 15 repetitions by Epley."""

BEYOND = 16.0
"""The ladder goes from so many times below the lightest load to as many above the heaviest."""


@dataclass(frozen=True, slots=True)
class EstimatedMaximum:
    maximum_kg: Estimate
    """All that is lifted, the body's own part with it."""
    body_kg: float
    """The body's own part of it."""
    heaviest_lately_kg: float
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
    known. `equation` is that of the best set only. KeyError where it is not in ALL_EQUATIONS.
    """
    if body_kg is None:
        return insufficient((BODY_MASS,))
    log_read = read_strength_log(sessions, at, WINDOW, body_kg)
    if not log_read.sessions:
        evidence = Evidence((), log_read.excluded)
        return insufficient((what_is_missing(log_read),), evidence=evidence)
    read = _Read(log_read, at, body_kg, equation, mass_unit)
    answer = predict(log_read.sessions, at, (read.heaviest_kg,))
    evidence = Evidence(answer.evidence.used, log_read.excluded + answer.evidence.excluded)
    found = _by_capacity(read, predict)
    if found is None:
        return insufficient((said.NO_MAXIMUM,), evidence=evidence)
    return _answered(read, found, evidence)


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


def _answered(read: _Read, found: Estimate, evidence: Evidence) -> Part[EstimatedMaximum]:
    if found.value > MOST_ABOVE_LIFTED * read.heaviest_kg:
        why = said.TOO_FAR(
            percent=100.0 * (MOST_ABOVE_LIFTED - 1.0),
            days=RECENT.days,
            load=mass_text(read.heaviest_kg, read.mass_unit),
        )
        return insufficient((said.HEAVIER_SETS,), (why,), evidence=evidence)
    best = best_set(read.lately, read.equation)
    maximum = EstimatedMaximum(_widened(read, found), read.body_kg, read.heaviest_kg, best)
    return ok(
        maximum,
        tuple(_because(read, maximum)),
        missing=(said.HEAVIER_SETS,) if best is None else (),
        warnings=tuple(_warnings(read, best)),
        evidence=evidence,
    )


def _widened(read: _Read, found: Estimate) -> Estimate:
    """At least as wide as people differ; and not below what was lifted lately but for the noise."""
    half = Z_80_PERCENT * _person_sd(found.value, read.heaviest_kg)
    low_kg = min(found.low, found.value * exp(-half))
    if read.since_last < OLD:
        low_kg = max(low_kg, min(_least_kg(read.heaviest_kg), found.value))
    return Estimate(found.value, low_kg, max(found.high, found.value * exp(half)))


def _person_sd(maximum_kg: float, heaviest_kg: float) -> float:
    return extrapolation_sd(log(max(maximum_kg / heaviest_kg, 1.0)))


def _least_kg(heaviest_kg: float) -> float:
    return heaviest_kg * exp(-Z_80_PERCENT * TEST_SD)


def _because(read: _Read, maximum: EstimatedMaximum) -> Iterator[Reason]:
    found_kg, heaviest_kg, unit = maximum.maximum_kg.value, read.heaviest_kg, read.mass_unit
    load, best = mass_text(heaviest_kg, unit), maximum.best_set
    yield said.FROM_CAPACITY(maximum=about_text(found_kg, unit), maximum_kg=found_kg)
    if found_kg > heaviest_kg:
        yield said.EXTRAPOLATED(
            days=RECENT.days,
            load=load,
            percent=100.0 * (found_kg / heaviest_kg - 1.0),
            sd_percent=100.0 * _person_sd(found_kg, heaviest_kg),
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
