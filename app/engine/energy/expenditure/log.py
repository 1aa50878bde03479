"""An athlete's recent log of weight and intake: what counts, what is left out and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from app.engine.answer import Evidence, Exclusion
from app.engine.records import IntakeDay, WaterEvent, Weighing
from app.engine.units import KG_PER_UNIT

Array = npt.NDArray[np.float64]

WINDOW_DAYS = 168
"""Days that an answer reads: 24 weeks. Older days say little about expenditure now."""
LONGEST_AHEAD_DAYS = 42
"""Farther ahead a body changes its expenditure in ways that a linear model does not know."""
STALE_AFTER_DAYS = 60
"""A last weighing older than this says nothing about the body mass now."""
CARRIED_FORWARD_RUN = 3
"""Equal weights on this many days in a row are copies of the first, unless the scale is coarse."""
WHOLE_WITHIN = 1e-3
COARSE_SHARE = 0.9
"""Share of whole kilograms or pounds above which a log is read as that of a coarse scale."""
NEIGHBOURS = 4
"""Weighings on either side with which a weight is compared."""
FEWEST_TO_COMPARE = 5
"""Fewer weighings cannot say which of them is wrong."""
LEAP_MEDIANS = 8.0
LEAP_RANGE = (0.025, 0.05)
LEAP_SHARE_PER_DAY = 0.002
"""A weight is a typing error where it is off both the weights before and those after, by more than
0.2 % for each day between and eight times this log's median distance, held to 2.5 to 5 %."""
IMPLAUSIBLE_INTAKE_KCAL = 12_000.0
"""No day of eating; two of the largest meals ever studied are below."""
PARTLY_LOGGED_SHARE = 0.35
"""Of the median day, below which a day is taken for half a log ..."""
FASTING_SHARE = 1.0 / 7.0
"""... unless more than one day in seven is as low: then the athlete fasts."""
FEWEST_DAYS_TO_COMPARE = 5


@dataclass(frozen=True, slots=True)
class WeighingDay:
    """The weighings of one calendar day, averaged."""

    weighed_on: date
    body_mass_kg: float
    ids: tuple[str, ...]
    range_kg: tuple[float, float]
    """The lightest and the heaviest weighing of the day."""


@dataclass(frozen=True, slots=True)
class WeighingLog:
    """Weighing days in order of time, and what was left out."""

    days: tuple[WeighingDay, ...]
    excluded: tuple[Exclusion, ...]

    @property
    def evidence(self) -> Evidence:
        return Evidence(tuple(key for day in self.days for key in day.ids), self.excluded)


@dataclass(frozen=True, slots=True)
class IntakeLog:
    """Usable intake days in order of time [kcal], and what was left out."""

    energy_kcal: dict[date, float]
    ids: dict[date, tuple[str, ...]]
    excluded: tuple[Exclusion, ...]

    @property
    def evidence(self) -> Evidence:
        return Evidence(tuple(key for day in self.ids.values() for key in day), self.excluded)

    def last(self, days: int, on: date) -> "IntakeLog":
        """The part of the last `days` before `on`."""
        energy = {day: kcal for day, kcal in self.energy_kcal.items() if (on - day).days <= days}
        return IntakeLog(energy, {day: self.ids[day] for day in energy}, ())


@dataclass(frozen=True, slots=True)
class Log:
    """What was read for one day."""

    weighings: WeighingLog
    intake: IntakeLog
    on: date
    events: tuple[WaterEvent, ...] = ()


def read_weighings(
    weighings: Iterable[Weighing], on: date, window_days: int = WINDOW_DAYS
) -> WeighingLog:
    """The usable weighing days of the window that ends on `on`; none where the last is stale."""
    recent = [w for w in weighings if 0 <= (on - w.weighed_on).days < window_days]
    recent.sort(key=lambda w: (w.weighed_on, w.measured_at, w.id))
    kept, copies = _without_copies(_by_day(recent))
    kept, typos = _without_typos(kept)
    if not kept or (on - kept[-1].weighed_on).days > STALE_AFTER_DAYS:
        stale = tuple(Exclusion(key, "stale") for day in kept for key in day.ids)
        return WeighingLog((), copies + typos + stale)
    return WeighingLog(tuple(kept), copies + typos)


def _by_day(weighings: Sequence[Weighing]) -> list[WeighingDay]:
    days: defaultdict[date, list[Weighing]] = defaultdict(list)
    for weighing in weighings:
        days[weighing.weighed_on].append(weighing)
    return [_averaged(day, group) for day, group in days.items()]


def _averaged(day: date, group: Sequence[Weighing]) -> WeighingDay:
    if len(group) == 1:  # nearly always; the general case takes five times as long
        (one,) = group
        return WeighingDay(day, one.body_mass_kg, (one.id,), (one.body_mass_kg, one.body_mass_kg))
    masses_kg = [w.body_mass_kg for w in group]
    mean_kg = sum(masses_kg) / len(masses_kg)
    ends_kg = (min(masses_kg), max(masses_kg))
    return WeighingDay(day, mean_kg, tuple(w.id for w in group), ends_kg)


def _without_copies(days: list[WeighingDay]) -> tuple[list[WeighingDay], tuple[Exclusion, ...]]:
    """Runs of equal weights on consecutive days, reduced to their first day."""
    if is_coarse([day.body_mass_kg for day in days]):
        return days, ()
    kept: list[WeighingDay] = []
    excluded: list[Exclusion] = []
    for run in _equal_runs(days):
        copies = run[1:] if len(run) >= CARRIED_FORWARD_RUN else []
        kept += run[: len(run) - len(copies)]
        excluded += _exclusions(copies, "carried_forward")
    return kept, tuple(excluded)


def _equal_runs(days: Iterable[WeighingDay]) -> list[list[WeighingDay]]:
    runs: list[list[WeighingDay]] = []
    for day in days:
        if runs and _copies(runs[-1][-1], day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _copies(earlier: WeighingDay, later: WeighingDay) -> bool:
    next_day = (later.weighed_on - earlier.weighed_on).days == 1
    return next_day and abs(later.body_mass_kg - earlier.body_mass_kg) < 1e-6


def is_coarse(masses_kg: Sequence[float]) -> bool:
    """Whether a scale shows whole kilograms or whole pounds, so that equal days are no copies."""
    return shown_unit_kg(masses_kg) > 0.0


def shown_unit_kg(masses_kg: Sequence[float]) -> float:
    """The kilogram or pound [kg] that a scale rounds to; 0 where it shows fractions of them."""
    mass_kg = np.array(masses_kg)
    for unit_kg in KG_PER_UNIT.values():
        shown = mass_kg / unit_kg
        whole = np.count_nonzero(np.abs(shown - np.rint(shown)) < WHOLE_WITHIN)
        if whole > COARSE_SHARE * len(masses_kg):
            return unit_kg
    return 0.0


def _without_typos(days: list[WeighingDay]) -> tuple[list[WeighingDay], tuple[Exclusion, ...]]:
    """Weights far from those around them, measured by how far this log's weights usually are."""
    if len(days) < FEWEST_TO_COMPARE:
        return days, ()
    mass_kg = np.array([day.body_mass_kg for day in days])
    ordinal = np.array([float(day.weighed_on.toordinal()) for day in days])
    off = np.fmin(_off_earlier(mass_kg, ordinal), _off_earlier(mass_kg[::-1], ordinal[::-1])[::-1])
    low, high = LEAP_RANGE
    wrong = off > min(max(LEAP_MEDIANS * float(np.median(off)), low), high)
    kept = [day for day, leaps in zip(days, wrong, strict=True) if not leaps]
    left_out = [day for day, leaps in zip(days, wrong, strict=True) if leaps]
    return kept, _exclusions(left_out, "implausible_change")


def _off_earlier(mass_kg: Array, ordinal: Array) -> Array:
    """Distance of each weight from the median of the four before, as a share; NaN for the first."""
    middle = np.full(len(mass_kg), np.nan)
    for index in range(1, NEIGHBOURS):
        middle[index] = sorted(mass_kg[:index].tolist())[index // 2]
    windows = np.sort(sliding_window_view(mass_kg[:-1], NEIGHBOURS), axis=1)
    middle[NEIGHBOURS:] = (windows[:, 1] + windows[:, 2]) / 2.0
    allowed = LEAP_SHARE_PER_DAY * np.abs(np.diff(ordinal, prepend=np.nan))
    return np.asarray(np.maximum(np.abs(mass_kg - middle) / middle - allowed, 0.0))


def _exclusions(days: Iterable[WeighingDay], reason: str) -> tuple[Exclusion, ...]:
    return tuple(Exclusion(key, reason) for day in days for key in day.ids)


def read_intake(
    intake_days: Iterable[IntakeDay], on: date, window_days: int = WINDOW_DAYS
) -> IntakeLog:
    """The usable intake days of the window that ends on `on`; records of one day are averaged."""
    recent = [day for day in intake_days if 0 <= (on - day.eaten_on).days < window_days]
    recent.sort(key=lambda day: (day.eaten_on, day.id))
    groups: defaultdict[date, list[IntakeDay]] = defaultdict(list)
    excluded: list[Exclusion] = []
    for day in recent:
        if (why := _unusable(day, on)) is None:
            groups[day.eaten_on].append(day)
        else:
            excluded.append(Exclusion(day.id, why))
    energy = {
        eaten_on: sum(day.energy_kcal for day in group) / len(group)
        for eaten_on, group in groups.items()
    }
    ids = {eaten_on: tuple(day.id for day in group) for eaten_on, group in groups.items()}
    for eaten_on in _partly_logged(energy):
        del energy[eaten_on]
        excluded += [Exclusion(key, "partly_logged") for key in ids.pop(eaten_on)]
    return IntakeLog(energy, ids, tuple(excluded))


def _partly_logged(energy_kcal: Mapping[date, float]) -> list[date]:
    """Days so far below the usual that a meal or two is more likely missing than not eaten."""
    if len(energy_kcal) < FEWEST_DAYS_TO_COMPARE:
        return []
    bound = PARTLY_LOGGED_SHARE * median(energy_kcal.values())
    low = [day for day, kcal in energy_kcal.items() if kcal < bound]
    return low if len(low) <= FASTING_SHARE * len(energy_kcal) else []


def _unusable(day: IntakeDay, on: date) -> str | None:
    if day.eaten_on == on:
        return "day_not_over"
    if not day.complete:
        return "incomplete_day"
    if day.energy_kcal <= 0.0:
        return "zero_intake"
    return "implausible_intake" if day.energy_kcal > IMPLAUSIBLE_INTAKE_KCAL else None
