"""What a slot tells its scheme: its sets and range under the scheme's own names, and the rest as
it stands in the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.catalogue.entry import Entry
from app.catalogue.records import CatalogueExercise
from app.engine.progression.parameter import parameter_fields
from app.engine.progression.schemes import SCHEMES, Scheme

RUNGS = ("variations", "levels")
"""Parameters that name exercises, the easiest first."""


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What every slot says, whatever its scheme."""

    exercise: CatalogueExercise
    sets: int
    low: int
    high: int
    repetitions_in_reserve: float | None


Named = Mapping[str, object]


def _ranged(slot: Prescribed) -> Named:
    return {"sets": slot.sets, "repetitions_low": slot.low, "repetitions_high": slot.high}


def _fixed(slot: Prescribed) -> Named:
    return {"sets": slot.sets, "repetitions": slot.high}


def _effort(slot: Prescribed) -> Named:
    reserve = slot.repetitions_in_reserve
    return {**_fixed(slot), **({} if reserve is None else {"repetitions_in_reserve": reserve})}


def _ladder(slot: Prescribed) -> Named:
    return {**_ranged(slot), "sets_most": slot.sets, "variation": slot.exercise.id}


def _held(slot: Prescribed) -> Named:
    return {
        "sets": slot.sets,
        "duration_s": slot.low,
        "duration_s_most": slot.high,
        "level": slot.exercise.id,
    }


def _goal(slot: Prescribed) -> Named:
    return {
        "measured_in": slot.exercise.measured_in.value,
        "sets": slot.sets,
        "goal": slot.low,
        "goal_most": slot.high,
    }


def _sets_only(slot: Prescribed) -> Named:
    return {"sets": slot.sets}


def _nothing(_slot: Prescribed) -> Named:
    return {}


FROM_SLOT: Mapping[str, Callable[[Prescribed], Named]] = MappingProxyType(
    {
        "double_progression": _ranged,
        "linear": _fixed,
        "greyskull": _fixed,
        "gzclp_t1": _nothing,
        "gzclp_t2": _nothing,
        "gzclp_t3": _fixed,
        "five_three_one": _nothing,
        "apre": _nothing,
        "rir_target": _effort,
        "repetition_sum": _sets_only,
        "per_set": _nothing,
        "reverse_pyramid": _ranged,
        "undulating": _sets_only,
        "wave": _nothing,
        "tempo_progression": _ranged,
        "add_a_set": _fixed,
        "body_weight_ladder": _ladder,
        "assistance_reduction": _ranged,
        "timed_hold": _held,
        "band_ladder": _ranged,
        "distance_duration": _goal,
    }
)


def parameters_of(entry: Entry, scheme: Scheme, slot: Prescribed) -> Named:
    """The parameters of a slot, those in the file last. CatalogueError where the scheme refuses
    them or counts its sets in something else than the exercise."""
    if slot.exercise.measured_in not in scheme.measures:
        raise entry.error(f"{scheme.name} does not count in {slot.exercise.measured_in}")
    told = {**FROM_SLOT[scheme.name](slot), **entry.table("parameters").plain()}
    names = {each.name for each, _ in parameter_fields(scheme.parameters)}
    if not told.keys() <= names:
        raise entry.error(f"{scheme.name} has no {', '.join(sorted(told.keys() - names))}")
    try:
        scheme.parameters(**{name: _as_tuples(value) for name, value in told.items()})
    except (TypeError, ValueError) as error:
        raise entry.error(str(error)) from error
    return MappingProxyType(told)


def scheme_of(entry: Entry) -> Scheme:
    """The scheme that an entry names; CatalogueError where there is none of that name."""
    name = entry.text("scheme")
    if name not in SCHEMES:
        raise entry.error(f"'scheme' is {name!r}, not one of {', '.join(SCHEMES)}")
    return SCHEMES[name]


def rungs_of(parameters: Named) -> tuple[str, ...]:
    """Exercises that the parameters name."""
    named = (parameters.get(key) for key in RUNGS)
    return tuple(str(rung) for rungs in named if isinstance(rungs, list) for rung in rungs)


def _as_tuples(value: object) -> object:
    """Files have lists; the schemes' parameters cannot change."""
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value
