"""How often a muscle is trained, and sessions of it that stand too close together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from app.engine.answer import Basis, Evidence, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.load.anatomy import DIRECT, spoken
from app.engine.load.hard_sets import HardSet, read_hard_sets
from app.engine.load.spacing import SPACING
from app.engine.load.training_log import TrainingLog

WINDOW = timedelta(days=28)
LEAST_SPAN = timedelta(days=14)
FOCUS_LOW, FOCUS_HIGH = 2.0, 3.0
"""Days a week for a muscle that is to grow first."""
ONE_DAY_OFF = 0.25
"""A day missed or added in four weeks is no other plan."""

FREQUENCY = ReasonKind(
    "frequency",
    "Counted are days on which a set was limited by the muscle, over {days:.0f} days.",
    Basis.EVIDENCE,
)
VOLUME_FIRST = ReasonKind(
    "frequency_places_volume",
    "For size, how often matters little once the weekly sets are the same; more days are a way to "
    "place them.",
    Basis.EVIDENCE,
    "schoenfeld_2019_frequency",
)
FOCUS_RARE = ReasonKind(
    "focus_rare",
    "{name}: {per_week:.1f} days a week; twice a week and more grew muscle better than once, "
    "where the sets were not made equal. {low:g} to {high:g} are customary for a focus.",
    Basis.EVIDENCE,
    "schoenfeld_2016_frequency",
)
FOCUS_OFTEN = ReasonKind(
    "focus_often",
    "{name}: {per_week:.1f} days a week; {low:g} to {high:g} are customary for a focus.",
    Basis.CONVENTION,
    "focus_frequency_convention",
)
CLOSE_SESSIONS = ReasonKind(
    "close_sessions",
    "{name}: {times} with less than {spacing_hours:g} h between two days, the last "
    "{hours:.0f} h apart. A rule of thumb.",
    Basis.CONVENTION,
    "spacing_convention",
)
LONGER_LOG = Missing("training_log", "Log two weeks of training or more, to see how often it is.")


@dataclass(frozen=True, slots=True)
class CloseSessions:
    """Two training days of a group with less than 48 h between them."""

    group: str
    first_at: datetime
    second_at: datetime

    @property
    def hours(self) -> float:
        return (self.second_at - self.first_at) / timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class GroupFrequency:
    days: int
    days_per_week: float
    last_on: date


@dataclass(frozen=True, slots=True)
class Frequency:
    span_days: float
    """What the log covers of the last 28 days."""
    groups: Mapping[str, GroupFrequency]
    """Groups that were trained directly; the others have none."""
    close: tuple[CloseSessions, ...]
    """Oldest first."""


def frequency(log: TrainingLog, focus: Iterable[str] = ()) -> Part[Frequency]:
    """Training days of each group a week, over the last 28 days or what the log covers of them."""
    hard = read_hard_sets(log, WINDOW)
    evidence = Evidence(hard.used, hard.excluded)
    span = min(WINDOW, log.at - min(log.performed(), default=log.at))
    if not hard.sets or span < LEAST_SPAN:
        return insufficient((LONGER_LOG,), evidence=evidence)
    by_group = _days_by_group(hard.sets)
    groups = {group: _frequency(days, span) for group, days in by_group.items()}
    close = sorted(_close(by_group), key=lambda one: (one.second_at, one.group))
    span_days = span / timedelta(days=1)
    return ok(
        Frequency(span_days, groups, tuple(close)),
        (FREQUENCY(days=span_days), VOLUME_FIRST()),
        warnings=(*_focused(focus, groups), *_crowded(close)),
        evidence=evidence,
    )


def _days_by_group(sets: Iterable[HardSet]) -> Mapping[str, Mapping[date, list[datetime]]]:
    """For each group the days on which it was trained directly, with the instants."""
    days: defaultdict[str, defaultdict[date, list[datetime]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in sets:
        for group, share in one.groups.items():
            if share >= DIRECT:
                days[group][one.performed_on].append(one.performed_at)
    return {group: days[group] for group in sorted(days)}


def _frequency(days: Mapping[date, list[datetime]], span: timedelta) -> GroupFrequency:
    return GroupFrequency(len(days), len(days) * (timedelta(days=7) / span), max(days))


def _close(by_group: Mapping[str, Mapping[date, list[datetime]]]) -> Iterator[CloseSessions]:
    """Sessions of one calendar day are one; between two days it is the gap that counts."""
    for group, days in by_group.items():
        for first, second in pairwise(sorted(days)):
            first_at, second_at = max(days[first]), min(days[second])
            if second_at - first_at < SPACING:
                yield CloseSessions(group, first_at, second_at)


def _focused(focus: Iterable[str], groups: Mapping[str, GroupFrequency]) -> Iterator[Reason]:
    for group in focus:
        per_week = groups[group].days_per_week if group in groups else 0.0
        rare, often = per_week < FOCUS_LOW - ONE_DAY_OFF, per_week > FOCUS_HIGH + ONE_DAY_OFF
        if rare or often:
            yield (FOCUS_RARE if rare else FOCUS_OFTEN)(
                group=group,
                name=spoken(group),
                per_week=per_week,
                low=FOCUS_LOW,
                high=FOCUS_HIGH,
            )


def _crowded(close: Iterable[CloseSessions]) -> Iterator[Reason]:
    by_group: defaultdict[str, list[CloseSessions]] = defaultdict(list)
    for one in close:
        by_group[one.group].append(one)
    for group, pairs in sorted(by_group.items()):
        yield CLOSE_SESSIONS(
            group=group,
            name=spoken(group),
            times="once" if len(pairs) == 1 else f"{len(pairs)} times",
            pairs=len(pairs),
            spacing_hours=SPACING / timedelta(hours=1),
            hours=pairs[-1].hours,
        )
