"""Reading check-ins: which are fresh, which are stale, and what the newest says of each muscle."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from app.engine.answer import Basis, Exclusion, Reason, ReasonKind
from app.engine.load.anatomy import spoken
from app.engine.records import RecoveryNote

FRESH = timedelta(hours=36)
"""A check-in older than this says nothing about now. A convention."""
LASTING = timedelta(days=14)
"""How long pain that nothing newer took back is still asked about, and readiness averaged."""

PAIN_LIMIT = 3.0
"""Of 10; above it a muscle is not trained (Extended Knee Control trial)."""
SORENESS_LIMIT = 4.0
"""Of 10; above it a trial of adductor exercises did not go on to a harder level (Polglass 2019)."""
SHORT_SLEEP_H = 6.0

STALE = "stale"
FUTURE = "future"
OUT_OF_SCALE = "out_of_scale"
DUPLICATE = "duplicate"

PAIN = ReasonKind(
    "pain",
    "{name}: pain of {pain_0_to_10:g} of 10 is above {limit:g}.",
    Basis.CONVENTION,
    "knee_control_2022",
)
INSTEAD_OF_PAIN = (
    f"Leave out what loads it, or take an easier variation that stays at {PAIN_LIMIT:g} of 10 or "
    "less. Pain that is severe, that follows an injury or that lasts more than two weeks belongs "
    "to a clinician."
)
PAIN_UNRESOLVED = ReasonKind(
    "pain_unresolved",
    "{name}: pain of {pain_0_to_10:g} of 10 was noted on {noted_on}, and nothing newer says that "
    "it has gone. Check in before you load it; pain that lasts belongs to a clinician.",
    Basis.CONVENTION,
    "knee_control_2022",
)
NOT_BELIEVED = ReasonKind(
    "check_in_out_of_scale",
    "Check-ins left out because a number in them is off its scale: {notes}. Correct them.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A number that a check-in gives, of which area, and when."""

    value: float
    noted_at: datetime
    area: str = ""
    """A muscle group or muscle; empty where it is of the whole person."""


@dataclass(frozen=True, slots=True)
class CheckIns:
    """Check-ins before an instant, oldest first."""

    fresh: tuple[RecoveryNote, ...]
    lasting: tuple[RecoveryNote, ...]
    """All of the last 14 days, the fresh ones among them."""
    excluded: tuple[Exclusion, ...]

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(note.id for note in self.fresh)

    @property
    def areas(self) -> tuple[str, ...]:
        """Every area that a fresh check-in names."""
        named = ((*note.soreness_0_to_10, *note.pain_0_to_10) for note in self.fresh)
        return tuple(dict.fromkeys(chain(*named)))

    def newest(self, number: Callable[[RecoveryNote], float | None]) -> Told | None:
        """The newest fresh check-in that gives this number."""
        return _newest(self.fresh, number)

    def soreness(self, areas: Collection[str]) -> Told | None:
        """The worst of the areas, each as the newest fresh check-in has it."""
        return _worst(self.fresh, areas, lambda note: note.soreness_0_to_10)

    def pain(self, areas: Collection[str]) -> Told | None:
        return _worst(self.fresh, areas, lambda note: note.pain_0_to_10)

    def unresolved_pain(self, area: str) -> Told | None:
        """Pain above the limit in the newest check-in that speaks of it, where that is stale."""
        told = _worst(self.lasting, (area,), lambda note: note.pain_0_to_10)
        if told is None or told.value <= PAIN_LIMIT or self.pain((area,)) is not None:
            return None
        return told

    def warnings(self, areas: Iterable[str]) -> Iterator[Reason]:
        """What the check-ins leave to be asked, for these areas."""
        if wrong := sum(each.reason == OUT_OF_SCALE for each in self.excluded):
            yield NOT_BELIEVED(notes=wrong)
        for area in areas:
            if (told := self.unresolved_pain(area)) is not None:
                yield PAIN_UNRESOLVED(
                    area=area,
                    name=spoken(area),
                    pain_0_to_10=told.value,
                    noted_on=told.noted_at.date().isoformat(),
                )


def too_painful(pain: Told | None) -> Iterator[Reason]:
    """Why something is not trained, where pain is above the limit."""
    if pain is not None and pain.value > PAIN_LIMIT:
        yield PAIN(
            area=pain.area, name=spoken(pain.area), pain_0_to_10=pain.value, limit=PAIN_LIMIT
        )


def read_check_ins(notes: Iterable[RecoveryNote], at: datetime) -> CheckIns:
    """The check-ins as they are believed at `at`; those left out are named with a code."""
    fresh: list[RecoveryNote] = []
    lasting: list[RecoveryNote] = []
    excluded: list[Exclusion] = []
    seen: set[str] = set()
    for note in sorted(notes, key=lambda note: (note.noted_at, note.id)):
        code = DUPLICATE if note.id in seen else _fault(note, at)
        seen.add(note.id)
        if code is not None:
            excluded.append(Exclusion(note.id, code))
        if code is None:
            fresh.append(note)
        if code is None or (code == STALE and at - note.noted_at <= LASTING):
            lasting.append(note)
    return CheckIns(tuple(fresh), tuple(lasting), tuple(excluded))


def _fault(note: RecoveryNote, at: datetime) -> str | None:
    if note.noted_at > at:
        return FUTURE
    if not all(low <= value <= high for value, low, high in _scaled(note)):
        return OUT_OF_SCALE
    return STALE if at - note.noted_at > FRESH else None


def _scaled(note: RecoveryNote) -> Iterator[tuple[float, float, float]]:
    """Every number of a check-in with the ends of its scale."""
    singles = (
        (note.sleep_h, 0.0, 24.0),
        (note.sleep_quality_1_to_5, 1.0, 5.0),
        (note.readiness_1_to_5, 1.0, 5.0),
    )
    yield from ((value, low, high) for value, low, high in singles if value is not None)
    for by_group in (note.soreness_0_to_10, note.pain_0_to_10):
        yield from ((value, 0.0, 10.0) for value in by_group.values())


def _worst(
    notes: tuple[RecoveryNote, ...],
    areas: Collection[str],
    by_area: Callable[[RecoveryNote], Mapping[str, float]],
) -> Told | None:
    """The largest of what the areas' newest check-ins say, each area by its own newest."""
    told: dict[str, Told] = {}
    for note in notes:
        said = by_area(note)
        told |= {area: Told(said[area], note.noted_at, area) for area in areas if area in said}
    return max(told.values(), key=lambda each: each.value, default=None)


def _newest(
    notes: tuple[RecoveryNote, ...], number: Callable[[RecoveryNote], float | None]
) -> Told | None:
    for note in reversed(notes):
        if (value := number(note)) is not None:
            return Told(value, note.noted_at)
    return None
