"""The weeks of a mesocycle: effort that rises from week to week, and a lighter week at the end.

A convention. Periodised training gained a little more strength than the same without (Moesgaard
2022); this wave of effort and this deload are not what was compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, isfinite

from app.engine.answer import Basis, Missing, Part, Reason, ReasonKind, insufficient, ok

DAYS = 7
LEAST_WEEKS, MOST_WEEKS = 2, 12
DELOAD_SETS = 0.5
DELOAD_RESERVE = 2.0
"""Repetitions in reserve added to those of the first week."""

WAVE = ReasonKind(
    "effort_wave",
    "Week {week} of {weeks}: {reserve:g} repetitions in reserve, on the way from {first:g} to "
    "{last:g}.",
    Basis.CONVENTION,
    "mesocycle_convention",
)
PLANNED_DELOAD = ReasonKind(
    "planned_deload",
    "Week {week} of {weeks} is the deload that was planned: {percent:g} % of the sets, {reserve:g} "
    "repetitions in reserve, the same exercises on the same days.",
    Basis.CONVENTION,
    "deload_convention",
)
SETS_RISE = ReasonKind(
    "sets_rise",
    "Sets rise over the weeks because that was asked for. Whether it helps is contested: two "
    "trials found more strength with added sets, one did not; size was mostly alike.",
    Basis.EVIDENCE,
    "enes_2024",
)
FAILURE_PLANNED = ReasonKind(
    "failure_planned",
    "This week goes to failure because that was asked for: the last repetition costs recovery and "
    "gains little.",
    Basis.EVIDENCE,
    "refalo_2023",
)
ENDED = Missing("new_mesocycle", "The mesocycle has ended: begin a new one, or train on as before.")


@dataclass(frozen=True, slots=True)
class Mesocycle:
    """What varies from week to week. The deload, where there is one, is the last of the weeks."""

    weeks: int = 5
    reserve_first: float = 3.0
    """Repetitions in reserve in the first week."""
    reserve_last: float = 1.0
    """In the last week before the deload; 0 is failure and has to be asked for."""
    sets_last: float = 1.0
    """Sets of that week over those of the first; 1 keeps them, which is the default."""
    deload: bool = True

    def __post_init__(self) -> None:
        if not LEAST_WEEKS <= self.weeks <= MOST_WEEKS:
            raise ValueError(f"weeks must be {LEAST_WEEKS} to {MOST_WEEKS}, not {self.weeks}")
        if not 0.0 <= self.reserve_last <= self.reserve_first <= 10.0:
            raise ValueError("repetitions in reserve must fall from at most 10 to at least 0")
        if not (isfinite(self.sets_last) and 0.5 <= self.sets_last <= 2.0):
            raise ValueError(f"sets_last must be 0.5 to 2, not {self.sets_last}")

    @property
    def loading_weeks(self) -> int:
        return self.weeks - 1 if self.deload else self.weeks


@dataclass(frozen=True, slots=True)
class MesocycleWeek:
    number: int
    """From 1."""
    is_deload: bool
    repetitions_in_reserve: float
    sets_factor: float
    """Of the sets of the first week."""


@dataclass(frozen=True, slots=True)
class DeloadDays:
    """The days of a deload that is planned, the first and the last included."""

    first_on: date
    last_on: date

    def __contains__(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on


def deload_days(starts_on: date, plan: Mesocycle) -> DeloadDays | None:
    """None where the mesocycle has no deload, or the calendar no such days."""
    if not plan.deload:
        return None
    try:
        first_on = starts_on + timedelta(days=DAYS * plan.loading_weeks)
        return DeloadDays(first_on, first_on + timedelta(days=DAYS - 1))
    except OverflowError:
        return None


def mesocycle_weeks(plan: Mesocycle) -> tuple[MesocycleWeek, ...]:
    """All weeks of the plan, in order."""
    return tuple(_week(plan, number) for number in range(1, plan.weeks + 1))


def week_of(starts_on: date, on: date, plan: Mesocycle) -> Part[MesocycleWeek]:
    """The week that a day is in, counted from the day of the start.

    Before the start and after the end there is none: no mesocycle begins again by itself.
    """
    number = (on - starts_on).days // DAYS + 1
    if number < 1:
        return insufficient((_not_started(starts_on),))
    if number > plan.weeks:
        return insufficient((ENDED,))
    week = _week(plan, number)
    return ok(week, tuple(_because(plan, week)), warnings=tuple(_warnings(week)))


def _not_started(starts_on: date) -> Missing:
    return Missing("not_started", f"The mesocycle begins on {starts_on.isoformat()}.")


def _week(plan: Mesocycle, number: int) -> MesocycleWeek:
    if plan.deload and number == plan.weeks:
        return MesocycleWeek(number, True, plan.reserve_first + DELOAD_RESERVE, DELOAD_SETS)
    gone = (number - 1) / max(plan.loading_weeks - 1, 1)
    reserve = plan.reserve_first + gone * (plan.reserve_last - plan.reserve_first)
    return MesocycleWeek(number, False, _half_steps(reserve), 1.0 + gone * (plan.sets_last - 1.0))


def _half_steps(repetitions: float) -> float:
    """To the nearest half, up between two: the easier."""
    return floor(2.0 * repetitions + 0.5) / 2.0


def _because(plan: Mesocycle, week: MesocycleWeek) -> Iterator[Reason]:
    reserve = week.repetitions_in_reserve
    if week.is_deload:
        yield PLANNED_DELOAD(
            week=week.number, weeks=plan.weeks, percent=100 * week.sets_factor, reserve=reserve
        )
        return
    yield WAVE(
        week=week.number,
        weeks=plan.weeks,
        reserve=reserve,
        first=plan.reserve_first,
        last=plan.reserve_last,
    )
    if plan.sets_last > 1.0:
        yield SETS_RISE()


def _warnings(week: MesocycleWeek) -> Iterator[Reason]:
    if week.repetitions_in_reserve < 1.0 and not week.is_deload:
        yield FAILURE_PLANNED()
