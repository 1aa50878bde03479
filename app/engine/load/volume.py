"""Hard sets of each muscle, by week of the athlete's calendar and over the last seven days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.load.anatomy import DIRECT, spoken
from app.engine.load.hard_sets import (
    DROP_WEIGHT,
    FAR_FROM_FAILURE,
    LEAST_HOLD_S,
    LIGHT_LOAD,
    LIGHT_SHARE,
    MOST_HOLD_S,
    HardSet,
    HardSets,
    read_hard_sets,
)
from app.engine.load.training_log import TrainingLog

WEEKS = 8
WEEK = timedelta(days=7)

SESSION_CEILING = 11.0
"""Fractional sets of a muscle in one session, above which growth was not seen to rise further."""

FRACTIONAL_SETS = ReasonKind(
    "fractional_sets",
    "A set counts 1 for a muscle that limits it and its share, mostly 0.5, for one that helps; "
    "once for a group, however many of its muscles work.",
    Basis.EVIDENCE,
    "pelland_2026",
)
HARD_SETS = ReasonKind(
    "hard_sets",
    "Counted are working sets; not warm-ups, nor sets with {reserve:g} or more repetitions in "
    "reserve. A set whose reserve was not logged counts.",
    Basis.CONVENTION,
    "hard_set_convention",
)
LIGHT_SETS = ReasonKind(
    "light_sets",
    "Sets left out because their load is below {percent:g} % of the one-repetition maximum: "
    "{sets}. At 20 % muscle grew less than half as much; where the line is drawn is our choice.",
    Basis.CONVENTION,
    "lasevicius_2018",
)
DROP_SETS = ReasonKind(
    "drop_sets",
    "A drop counts {weight:g} of a set ({sets} counted so): several drops grow muscle about like "
    "several sets, in less time. The half is our choice.",
    Basis.CONVENTION,
    "coleman_2022",
)
HOLDS = ReasonKind(
    "holds",
    "Holds and loaded carries of {least_s:g} to {most_s:g} s count as sets ({sets} counted so).",
    Basis.CONVENTION,
    "hold_convention",
)
CEILING_EXCEEDED = ReasonKind(
    "session_ceiling",
    "{name}: {sets:g} sets on {performed_on}. Above about {ceiling:g} in one session no more "
    "growth was seen, in one preprint: spread them over the week.",
    Basis.EVIDENCE,
    "remmert_2025",
)
BELOW_LANDMARK = ReasonKind(
    "below_landmark",
    "{name}: {sets:g} sets in the last seven days; at least {least:g} are set.",
    Basis.CONVENTION,
)
ABOVE_LANDMARK = ReasonKind(
    "above_landmark",
    "{name}: {sets:g} sets in the last seven days; at most {most:g} are set.",
    Basis.CONVENTION,
)

LOG_SETS = Missing(
    "sets", "Log your sets: there is none in this time that counts. Those left out are named."
)
LOG_RESERVE = Missing(
    "repetitions_in_reserve",
    "Log how many repetitions were left in reserve: sets that were easy are not told apart.",
)


def muscles_missing(exercises: Iterable[str]) -> Missing:
    return Missing("muscles", f"Say which muscles these exercises train: {', '.join(exercises)}.")


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Weekly sets that somebody set for a group; no trial gives them, so none is built in."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class SetCount:
    """Hard sets of one muscle or group."""

    fractional: float
    """All of them, the indirect ones by their share."""
    direct: float
    """The part from sets that it limits."""
    days: int
    """Calendar days with such a set, direct or not."""

    @property
    def indirect(self) -> float:
        """The part from sets in which it helps, by share."""
        return self.fractional - self.direct


@dataclass(frozen=True, slots=True)
class PeriodVolume:
    """Set counts of seven days; a muscle without a set in them has no entry."""

    groups: Mapping[str, SetCount]
    muscles: Mapping[str, SetCount]


@dataclass(frozen=True, slots=True)
class WeekVolume:
    """A calendar week, Monday to Sunday. The year is that of the week (ISO 8601), not of the day:
    1 January 2027 is in week 53 of 2026."""

    iso_year: int
    iso_week: int
    starts_on: date
    complete: bool
    """False for the week that is still going on."""
    volume: PeriodVolume


@dataclass(frozen=True, slots=True)
class Volume:
    last_7_days: PeriodVolume
    """The 168 hours before the instant asked."""
    weeks: tuple[WeekVolume, ...]
    """Oldest first, from the first week with a session on; weeks of rest are there, empty."""


_Entry = tuple[float, float, set[date]]
"""An exercise's share of a muscle, its sets, and the days on which it was done."""


def volume(
    log: TrainingLog, weeks: int = WEEKS, landmarks: Mapping[str, Landmarks] | None = None
) -> Part[Volume]:
    """Fractional hard sets by muscle and group, over the last seven days and by calendar week.

    ValueError below one week. Pelland et al. (2026) for the counting; what is hard is convention.
    """
    if weeks < 1:
        raise ValueError(f"weeks must be 1 or more, not {weeks}")
    oldest = _monday(log.day_of(log.at)) - 7 * (weeks - 1)
    hard = _hard_sets_since(log, oldest)
    evidence = Evidence(hard.used, hard.excluded)
    missing = _missing(hard)
    if not hard.sets:
        return insufficient(missing or (LOG_SETS,), evidence=evidence)
    recent = [one for one in hard.sets if log.at - one.performed_at < WEEK]
    counted = count(recent)
    return ok(
        Volume(counted, tuple(_weeks(log, hard.sets, oldest))),
        tuple(_because(hard)),
        missing=missing,
        warnings=(*_crowded(recent), *_against(landmarks or {}, counted)),
        evidence=evidence,
    )


def count(sets: Iterable[HardSet]) -> PeriodVolume:
    """Set counts of these sets, by group and by muscle."""
    read = tuple(sets)
    return PeriodVolume(_counts(read, of_groups), _counts(read, of_muscles))


def of_groups(one: HardSet) -> Mapping[str, float]:
    return one.groups


def of_muscles(one: HardSet) -> Mapping[str, float]:
    return one.muscles


def _counts(
    sets: Iterable[HardSet], shares_of: Callable[[HardSet], Mapping[str, float]]
) -> Mapping[str, SetCount]:
    """By exercise first: all of its sets have the same shares."""
    by_exercise: defaultdict[str, list[HardSet]] = defaultdict(list)
    for one in sets:
        by_exercise[one.exercise_id].append(one)
    entries: defaultdict[str, list[_Entry]] = defaultdict(list)
    for done in by_exercise.values():
        weight, days = sum(one.weight for one in done), {one.performed_on for one in done}
        for name, share in shares_of(done[0]).items():
            entries[name].append((share, weight, days))
    return {name: _set_count(entries[name]) for name in sorted(entries)}


def _set_count(entries: list[_Entry]) -> SetCount:
    return SetCount(
        sum(share * weight for share, weight, _ in entries),
        sum(share * weight for share, weight, _ in entries if share >= DIRECT),
        len(set[date]().union(*(days for _, _, days in entries))),
    )


def _hard_sets_since(log: TrainingLog, oldest: int) -> HardSets:
    """Those of the weeks from `oldest` on, and of the last seven days."""
    days = log.day_of(log.at).toordinal() - oldest + 1
    hard = read_hard_sets(log, max(WEEK, timedelta(days=days)))
    sets = (
        one
        for one in hard.sets
        if one.performed_on.toordinal() >= oldest or log.at - one.performed_at < WEEK
    )
    return replace(hard, sets=tuple(sets))


def _weeks(log: TrainingLog, sets: tuple[HardSet, ...], oldest: int) -> Iterator[WeekVolume]:
    current = _monday(log.day_of(log.at))
    first = max(_monday(log.day_of(min(log.performed()))), oldest)
    by_week: defaultdict[int, list[HardSet]] = defaultdict(list)
    for one in sets:
        by_week[_monday(one.performed_on)].append(one)
    for monday in range(first, current + 1, 7):
        starts_on = date.fromordinal(monday)
        year, week, _ = starts_on.isocalendar()
        yield WeekVolume(year, week, starts_on, monday < current, count(by_week[monday]))


def _monday(day: date) -> int:
    """The week's first day, as an ordinal: the calendar's own first day is a Monday."""
    return day.toordinal() - day.weekday()


def _because(hard: HardSets) -> Iterator[Reason]:
    yield FRACTIONAL_SETS()
    yield HARD_SETS(reserve=FAR_FROM_FAILURE)
    if light := hard.left_out(LIGHT_LOAD):
        yield LIGHT_SETS(percent=100 * LIGHT_SHARE, sets=light)
    if drops := sum(one.is_drop for one in hard.sets):
        yield DROP_SETS(weight=DROP_WEIGHT, sets=drops)
    if holds := sum(one.is_hold for one in hard.sets):
        yield HOLDS(least_s=LEAST_HOLD_S, most_s=MOST_HOLD_S, sets=holds)


def _missing(hard: HardSets) -> tuple[Missing, ...]:
    unsaid = (muscles_missing(hard.unknown_exercises),) if hard.unknown_exercises else ()
    told = any(one.reserve_known for one in hard.sets)
    return unsaid if told or not hard.sets else (*unsaid, LOG_RESERVE)


def _crowded(sets: Iterable[HardSet]) -> Iterator[Reason]:
    """The fullest day of each group, where it has more sets than one session is known to reward."""
    by_day: defaultdict[tuple[str, date], float] = defaultdict(float)
    for one in sets:
        for group, share in one.groups.items():
            by_day[group, one.performed_on] += share * one.weight
    fullest: dict[str, tuple[float, date]] = {}
    for (group, day), done in by_day.items():
        fullest[group] = max((done, day), fullest.get(group, (0.0, day)))
    for group, (done, day) in sorted(fullest.items()):
        if done > SESSION_CEILING:
            yield CEILING_EXCEEDED(
                group=group,
                name=spoken(group),
                sets=done,
                performed_on=day.isoformat(),
                ceiling=SESSION_CEILING,
            )


def _against(landmarks: Mapping[str, Landmarks], counted: PeriodVolume) -> Iterator[Reason]:
    for group, marks in landmarks.items():
        done = counted.groups[group].fractional if group in counted.groups else 0.0
        if marks.least is not None and done < marks.least:
            yield BELOW_LANDMARK(group=group, name=spoken(group), sets=done, least=marks.least)
        if marks.most is not None and done > marks.most:
            yield ABOVE_LANDMARK(group=group, name=spoken(group), sets=done, most=marks.most)
