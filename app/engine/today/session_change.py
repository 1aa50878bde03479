"""What changes against the last session of an exercise, in a sentence a screen can show."""

from dataclasses import dataclass
from itertools import groupby

from app.engine.answer import Part, Reason
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.remarks import LAST_SESSION
from app.engine.progression.action import Action
from app.engine.units import MassUnit, mass_text


@dataclass(frozen=True, slots=True)
class SessionChange:
    action: Action
    before: str | None
    """What was done last; None where nothing was."""
    now: str
    because: tuple[Reason, ...]
    """Why it changes, or does not."""


def session_change(part: Part[Prescription], unit: MassUnit) -> SessionChange | None:
    """None where nothing is prescribed."""
    if part.value is None:
        return None
    last = next((one.text for one in part.because if one.code == LAST_SESSION.code), None)
    because = tuple(one for one in part.because if one.code != LAST_SESSION.code)
    return SessionChange(part.value.action, last, in_words(part.value.sets, unit), because)


def in_words(sets: tuple[PrescribedSet, ...], unit: MassUnit) -> str:
    """`3 x 8 at 40 kg, 1 x 12 at 30 kg`: like sets that follow one another together."""
    told = (_set_in_words(one, unit) for one in sets)
    return ", ".join(f"{len(list(alike))} x {words}" for words, alike in groupby(told))


def _set_in_words(one: PrescribedSet, unit: MassUnit) -> str:
    band = None if one.band is None else f"with {one.band}"
    load = None if not one.load_kg else f"at {mass_text(one.load_kg, unit)}"
    return " ".join(filter(None, (_amount(one), load, band)))


def _amount(one: PrescribedSet) -> str:
    if one.duration_s is not None:
        return f"{one.duration_s:g} s"
    if one.distance_m is not None:
        return f"{one.distance_m:g} m"
    if one.repetitions_target is None:
        return "as many as are tested"
    return f"{one.repetitions_target} or more" if one.open_ended else f"{one.repetitions_target}"
