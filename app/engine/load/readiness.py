"""What a check-in does to the next session: it may hold or lower the demand, never raise it.

Whether how people feel tells what they can do is contested (Tolusso 2022 against Helland 2020), so
it is used on the careful side only, and which number lowers what is convention.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from app.engine.answer import Basis, Evidence, Missing, Part, Reason, ReasonKind, ok, refused
from app.engine.load.anatomy import spoken
from app.engine.load.check_ins import (
    FRESH,
    INSTEAD_OF_PAIN,
    PAIN_LIMIT,
    SHORT_SLEEP_H,
    SORENESS_LIMIT,
    CheckIns,
    read_check_ins,
    too_painful,
)
from app.engine.records import RecoveryNote

LOWER_PERCENT = 10.0
"""Of all that is lifted; lowered once, however many things ask for it. A convention."""
READINESS_HOLDS = 2
READINESS_LOWERS = 1
SORENESS_LOWERS = 8.0
POOR_SLEEP_QUALITY = 1

LOW_READINESS = ReasonKind(
    "low_readiness",
    "Readiness of {readiness_1_to_5:g} of 5, noted {hours:.0f} h ago.",
    Basis.CONVENTION,
    "readiness_convention",
)
SORE = ReasonKind(
    "sore",
    "{name}: soreness of {soreness_0_to_10:g} of 10 is above {limit:g}, noted {hours:.0f} h ago.",
    Basis.CONVENTION,
    "polglass_2019",
)
SHORT_SLEEP = ReasonKind(
    "short_sleep",
    "{sleep_h:g} h of sleep: too short nights in a row cost strength in lifts over several joints.",
    Basis.EVIDENCE,
    "knowles_2018",
)
NO_SLEEP_NUMBER = ReasonKind(
    "no_number_for_sleep",
    "After lost sleep performance over all kinds of tasks was about 7.6 % lower (3.1 to 11.9); no "
    "number an hour is known of strength, so no load is taken off for it.",
    Basis.EVIDENCE,
    "craven_2022",
)
POOR_SLEEP = ReasonKind(
    "poor_sleep",
    "Sleep quality of {sleep_quality_1_to_5:g} of 5.",
    Basis.CONVENTION,
    "readiness_convention",
)
SOME_PAIN = ReasonKind(
    "pain_within_limit",
    "{name}: pain of {pain_0_to_10:g} of 10; go on only while it stays at {limit:g} or less.",
    Basis.CONVENTION,
    "knee_control_2022",
)
HELD = ReasonKind(
    "held",
    "Nothing is raised this time.",
    Basis.CONVENTION,
    "readiness_convention",
)
LOWERED = ReasonKind(
    "lowered",
    "{percent:g} % less than was lifted last, this time only.",
    Basis.CONVENTION,
    "readiness_convention",
)
AS_PLANNED = ReasonKind(
    "check_in_as_planned",
    "The check-in asks for no change; a good one does not raise the demand either.",
    Basis.CONVENTION,
    "readiness_convention",
)
NO_CHECK_IN = ReasonKind(
    "no_check_in",
    "No check-in of the last {hours:g} h: as planned.",
    Basis.CONVENTION,
    "readiness_convention",
)
DELOAD_WEEK = ReasonKind(
    "deload_not_stacked",
    "It is a deload week, which is lighter already: the check-in takes nothing more off.",
    Basis.CONVENTION,
    "readiness_convention",
)
CHECK_IN = Missing("check_in", "Check in before training: sleep, readiness, soreness and pain.")


class Effect(StrEnum):
    """From the mildest to the strongest."""

    AS_PLANNED = "as_planned"
    HOLD = "hold"
    """Load, repetitions and sets no higher than last time."""
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class ReadinessEffect:
    effect: Effect
    lower_percent: float = 0.0
    """Of everything that is lifted, the body's part included: on an assisted machine it is more
    assistance, never less."""


@dataclass(frozen=True, slots=True)
class _Asked:
    at: datetime
    areas: Collection[str]
    check_ins: CheckIns

    def hours_since(self, noted_at: datetime) -> float:
        return (self.at - noted_at).total_seconds() / 3600.0


Signal = Callable[[_Asked], Iterator[tuple[Effect, Reason]]]


def readiness(
    notes: Iterable[RecoveryNote],
    at: datetime,
    areas: Collection[str] = (),
    *,
    in_deload: bool = False,
) -> Part[ReadinessEffect]:
    """What the fresh check-ins do to a session at `at` that trains these groups and muscles.

    Stale and future check-ins are named and left out; without a fresh one all is as planned.
    """
    check_ins = read_check_ins(notes, at)
    evidence = Evidence(check_ins.used, check_ins.excluded)
    warnings = tuple(check_ins.warnings(areas))
    if why := tuple(too_painful(check_ins.pain(areas))):
        return refused(why, INSTEAD_OF_PAIN, warnings=warnings, evidence=evidence)
    found = [each for signal in SIGNALS.values() for each in signal(_Asked(at, areas, check_ins))]
    effect = _strongest(found)
    if in_deload and effect is not Effect.AS_PLANNED:
        effect, said = Effect.AS_PLANNED, DELOAD_WEEK()
    else:
        said = _said(effect, checked_in=bool(check_ins.fresh))
    return ok(
        ReadinessEffect(effect, LOWER_PERCENT if effect is Effect.LOWER else 0.0),
        (*(reason for _, reason in found), said),
        missing=() if check_ins.fresh else (CHECK_IN,),
        warnings=warnings,
        evidence=evidence,
    )


def _strongest(found: list[tuple[Effect, Reason]]) -> Effect:
    effects = {effect for effect, _ in found}
    return next((each for each in reversed(Effect) if each in effects), Effect.AS_PLANNED)


def _said(effect: Effect, *, checked_in: bool) -> Reason:
    if not checked_in:
        return NO_CHECK_IN(hours=FRESH.total_seconds() / 3600.0)
    said = {
        Effect.AS_PLANNED: AS_PLANNED(),
        Effect.HOLD: HELD(),
        Effect.LOWER: LOWERED(percent=LOWER_PERCENT),
    }
    return said[effect]


def _feels_unready(asked: _Asked) -> Iterator[tuple[Effect, Reason]]:
    told = asked.check_ins.newest(lambda note: note.readiness_1_to_5)
    if told is not None and told.value <= READINESS_HOLDS:
        effect = Effect.LOWER if told.value <= READINESS_LOWERS else Effect.HOLD
        hours = asked.hours_since(told.noted_at)
        yield effect, LOW_READINESS(readiness_1_to_5=told.value, hours=hours)


def _is_sore(asked: _Asked) -> Iterator[tuple[Effect, Reason]]:
    told = asked.check_ins.soreness(asked.areas)
    if told is not None and told.value > SORENESS_LIMIT:
        effect = Effect.LOWER if told.value >= SORENESS_LOWERS else Effect.HOLD
        yield (
            effect,
            SORE(
                area=told.area,
                name=spoken(told.area),
                soreness_0_to_10=told.value,
                limit=SORENESS_LIMIT,
                hours=asked.hours_since(told.noted_at),
            ),
        )


def _slept_short(asked: _Asked) -> Iterator[tuple[Effect, Reason]]:
    told = asked.check_ins.newest(lambda note: note.sleep_h)
    if told is not None and told.value < SHORT_SLEEP_H:
        yield Effect.HOLD, SHORT_SLEEP(sleep_h=told.value)
        yield Effect.HOLD, NO_SLEEP_NUMBER()


def _slept_badly(asked: _Asked) -> Iterator[tuple[Effect, Reason]]:
    told = asked.check_ins.newest(lambda note: note.sleep_quality_1_to_5)
    if told is not None and told.value <= POOR_SLEEP_QUALITY:
        yield Effect.HOLD, POOR_SLEEP(sleep_quality_1_to_5=told.value)


def _hurts_a_little(asked: _Asked) -> Iterator[tuple[Effect, Reason]]:
    told = asked.check_ins.pain(asked.areas)
    if told is not None and told.value > 0.0:
        yield (
            Effect.HOLD,
            SOME_PAIN(
                area=told.area, name=spoken(told.area), pain_0_to_10=told.value, limit=PAIN_LIMIT
            ),
        )


SIGNALS: Mapping[str, Signal] = MappingProxyType(
    {
        "pain": _hurts_a_little,
        "readiness": _feels_unready,
        "soreness": _is_sore,
        "sleep": _slept_short,
        "sleep_quality": _slept_badly,
    }
)
"""What can hold or lower a session, in the order in which it is said."""
