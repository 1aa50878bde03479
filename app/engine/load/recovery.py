"""When a muscle is ready again: by the hours since it was loaded, and by what a check-in says.

Two days are a rule of thumb, not a measurement of anybody. There is no percentage of recovery here:
nothing that a log holds could tell 60 % from 80 %.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    Status,
    insufficient,
    ok,
    refused,
)
from app.engine.load.anatomy import DIRECT
from app.engine.load.check_ins import (
    FRESH,
    INSTEAD_OF_PAIN,
    PAIN_LIMIT,
    SHORT_SLEEP_H,
    SORENESS_LIMIT,
    CheckIns,
    Told,
    read_check_ins,
    too_painful,
)
from app.engine.load.hard_sets import TIRING, read_hard_sets
from app.engine.load.spacing import (
    LONG_SPACING,
    NOVEL_AFTER,
    SPACING,
    Loading,
    later,
    longest_loadings,
    novel_sets,
)
from app.engine.load.training_log import TrainingLog
from app.engine.load.volume import of_groups, of_muscles
from app.engine.records import RecoveryNote

LOG_WINDOW = timedelta(days=7)
LOG_STALE = timedelta(days=14)
"""A log without a session in this time does not say what was trained."""
LAST_LOADED = ReasonKind(
    "last_loaded",
    "Loaded {hours:.0f} h ago; {spacing_hours:g} h are customary.",
    Basis.CONVENTION,
    "spacing_convention",
)
AFTER_FAILURE = ReasonKind(
    "spacing_after_failure",
    "A set went to failure, which slows recovery by 24 to 48 h: {long_hours:g} h instead of "
    "{usual_hours:g}.",
    Basis.EVIDENCE,
    "moran_navarro_2017",
)
AFTER_NOVEL = ReasonKind(
    "spacing_after_novel",
    "The exercise had not been done for {days:g} days: {long_hours:g} h instead of "
    "{usual_hours:g}.",
    Basis.CONVENTION,
    "novel_exercise_convention",
)
AFTER_HELPING = ReasonKind(
    "spacing_after_helping",
    "It only helped, with a share of {share:g}: that share of the hours is counted.",
    Basis.CONVENTION,
    "indirect_spacing_convention",
)
NOT_LOADED = ReasonKind(
    "not_loaded",
    "Nothing in the last {days:g} days of the log loaded it.",
    Basis.EVIDENCE,
)
SORE = ReasonKind(
    "sore",
    "Soreness of {soreness_0_to_10:g} of 10 is above {limit:g}: not before {ready_at}, unless a "
    "newer check-in says less.",
    Basis.CONVENTION,
    "polglass_2019",
)
PAIN_WITHIN_LIMIT = ReasonKind(
    "pain_within_limit",
    "Pain of {pain_0_to_10:g} of 10: go on only while it stays at {limit:g} or less.",
    Basis.CONVENTION,
    "knee_control_2022",
)
SHORT_SLEEP = ReasonKind(
    "short_sleep",
    "{sleep_h:g} h of sleep: nights in a row that are too short cost strength in lifts over "
    "several joints. How many hours of recovery they cost is not known, so none are added.",
    Basis.EVIDENCE,
    "knowles_2018",
)
LOG_TRAINING = Missing(
    "training_log",
    f"Log what you train: the last {LOG_STALE.days} days of the log are empty, so nothing is "
    "known.",
)
CHECK_IN = Missing(
    "check_in", "Check in with soreness and pain: hours alone do not say how a muscle feels."
)


class RecoveryState(StrEnum):
    READY = "ready"
    RECOVERING = "recovering"
    UNKNOWN = "unknown"
    """Nothing was logged; not the same as ready."""
    REFUSED = "refused"
    """Pain: not to be loaded, ready or not."""


@dataclass(frozen=True, slots=True)
class MuscleRecovery:
    """One muscle or group at the instant asked."""

    state: RecoveryState
    ready_at: datetime | None
    """When it is ready; None where it is."""
    loaded_at: datetime | None
    """The session of the last seven days that keeps it longest; None where none loaded it."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Every group and muscle of the anatomy. Pain in one refuses that one and hides no other."""

    groups: Mapping[str, Part[MuscleRecovery]]
    """And every other area that a check-in names."""
    muscles: Mapping[str, Part[MuscleRecovery]]
    """With the soreness and pain of their group, where it is the worse."""


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is asked of one muscle at a time."""

    at: datetime
    logged: bool
    """The log has a session of the last 14 days."""
    check_ins: CheckIns


def recovery(log: TrainingLog, notes: Iterable[RecoveryNote] = ()) -> Part[Recovery]:
    """Which muscles are ready at the log's instant, and when the others will be."""
    check_ins = read_check_ins(notes, log.at)
    hard = read_hard_sets(log, LOG_WINDOW, TIRING)
    novel = novel_sets(log, hard)
    known = _Known(log.at, any(log.at - one <= LOG_STALE for one in log.performed()), check_ins)
    by_muscle = longest_loadings(hard, novel, of_muscles)
    by_group = longest_loadings(hard, novel, of_groups)
    group_of = {
        muscle: log.anatomy.group_of(muscle) for muscle in (*log.anatomy.groups, *by_muscle)
    }
    said = (area for area in check_ins.areas if area not in group_of)
    groups = dict.fromkeys((*group_of.values(), *said))
    return ok(
        Recovery(
            {group: _part(known, by_group.get(group), (group,)) for group in groups},
            {
                muscle: _part(known, by_muscle.get(muscle), (muscle, group))
                for muscle, group in group_of.items()
            },
        ),
        missing=() if check_ins.fresh else (CHECK_IN,),
        warnings=(*check_ins.warnings(groups), *_slept(check_ins)),
        evidence=Evidence((*hard.used, *check_ins.used), (*hard.excluded, *check_ins.excluded)),
    )


def state_of(part: Part[MuscleRecovery]) -> RecoveryState:
    """The state in one word, also where there is no value."""
    if part.value is not None:
        return part.value.state
    return RecoveryState.REFUSED if part.status is Status.REFUSED else RecoveryState.UNKNOWN


def _part(known: _Known, loading: Loading | None, areas: tuple[str, ...]) -> Part[MuscleRecovery]:
    pain, soreness = known.check_ins.pain(areas), known.check_ins.soreness(areas)
    evidence = Evidence((loading.hard.id,)) if loading else Evidence()
    if why := tuple(too_painful(pain)):
        return refused(why, INSTEAD_OF_PAIN, evidence=evidence)
    bearable = tuple(_bearable(pain))
    if not known.logged:
        return insufficient((LOG_TRAINING,), tuple(_sore(soreness)), warnings=bearable)
    ready_at = _ready_at(known.at, loading, soreness)
    state = RecoveryState.READY if ready_at is None else RecoveryState.RECOVERING
    return ok(
        MuscleRecovery(state, ready_at, loading.hard.performed_at if loading else None),
        (*_why(known.at, loading), *_sore(soreness)),
        warnings=bearable,
        evidence=evidence,
    )


def _ready_at(at: datetime, loading: Loading | None, soreness: Told | None) -> datetime | None:
    """The later of what the hours and what the soreness say; None where both have passed."""
    hours = [loading.ready_at] if loading else []
    sore = [later(told.noted_at, FRESH) for told in _too_sore(soreness)]
    return max((each for each in (*hours, *sore) if each > at), default=None)


def _too_sore(soreness: Told | None) -> Iterator[Told]:
    if soreness is not None and soreness.value > SORENESS_LIMIT:
        yield soreness


def _sore(soreness: Told | None) -> Iterator[Reason]:
    for told in _too_sore(soreness):
        yield SORE(
            soreness_0_to_10=told.value,
            limit=SORENESS_LIMIT,
            ready_at=later(told.noted_at, FRESH).isoformat(),
        )


def _bearable(pain: Told | None) -> Iterator[Reason]:
    if pain is not None and pain.value > 0.0:
        yield PAIN_WITHIN_LIMIT(pain_0_to_10=pain.value, limit=PAIN_LIMIT)


_LONGER = MappingProxyType(
    {
        "long_hours": LONG_SPACING / timedelta(hours=1),
        "usual_hours": SPACING / timedelta(hours=1),
    }
)


def _why(at: datetime, loading: Loading | None) -> Iterator[Reason]:
    if loading is None:
        yield NOT_LOADED(days=LOG_WINDOW / timedelta(days=1))
        return
    yield LAST_LOADED(
        hours=(at - loading.hard.performed_at) / timedelta(hours=1),
        exercise_id=loading.hard.exercise_id,
        spacing_hours=loading.spacing / timedelta(hours=1),
    )
    if loading.hard.to_failure:
        yield AFTER_FAILURE(**_LONGER)
    if loading.novel:
        yield AFTER_NOVEL(days=NOVEL_AFTER / timedelta(days=1), **_LONGER)
    if loading.share < DIRECT:
        yield AFTER_HELPING(share=loading.share)


def _slept(check_ins: CheckIns) -> Iterator[Reason]:
    slept = check_ins.newest(lambda note: note.sleep_h)
    if slept is not None and slept.value < SHORT_SLEEP_H:
        yield SHORT_SLEEP(sleep_h=slept.value)
