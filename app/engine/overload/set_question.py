"""What is asked between two sets, and what comes out."""

from dataclasses import dataclass
from enum import StrEnum

from app.engine.overload.prescription import PrescribedSet
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.warm_up import WarmUpSet
from app.engine.records import PerformedSet, SetKind

AS_WARM_UP = 0.7
"""Before the first working set a load below this share of it is a warm-up, marked or not."""
AS_PLANNED = 0.95
"""A set marked as a warm-up is one of the plan's own lighter sets from this share of it."""


class SetAction(StrEnum):
    """What the next set is."""

    WARM_UP = "warm_up"
    AS_PLANNED = "as_planned"
    LIGHTER = "lighter"
    HEAVIER = "heavier"
    FINISHED = "finished"
    """Nothing more is planned of this exercise today."""


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """One exercise in a session that is under way."""

    exercise: ExerciseQuestion
    """`at` is when the session began; its log ends before it."""
    done: tuple[PerformedSet, ...]
    """Sets of the exercise in this session, in the order in which they were done."""


@dataclass(frozen=True, slots=True)
class NextSet:
    action: SetAction
    number: int
    """Of the planned sets, from 1; of a warm-up that of the set that it leads to."""
    planned: int
    prescribed: PrescribedSet | None = None
    """The set to do; None for a warm-up and at the end."""
    warm_up: WarmUpSet | None = None


@dataclass(frozen=True, slots=True)
class DoneSets:
    """What was done of a plan."""

    warm_ups: tuple[PerformedSet, ...]
    working: tuple[PerformedSet, ...]
    """One for each planned set so far, and any beyond the plan."""
    left_out: tuple[PerformedSet, ...]
    """Drop sets: they are no planned set."""


def done_sets(done: tuple[PerformedSet, ...], planned: tuple[PrescribedSet, ...]) -> DoneSets:
    """The sets of today by what they were."""
    warm_ups, working, left_out = [], list[PerformedSet](), list[PerformedSet]()
    for one in done:
        if one.kind is SetKind.DROP:
            left_out.append(one)
        elif _leads_up(one, planned[min(len(working), len(planned) - 1)], planned, not working):
            warm_ups.append(one)
        else:
            working.append(one)
    return DoneSets(tuple(warm_ups), tuple(working), tuple(left_out))


def _leads_up(
    one: PerformedSet, due: PrescribedSet, planned: tuple[PrescribedSet, ...], is_first: bool
) -> bool:
    load_kg, due_kg = one.load_kg or 0.0, due.load_kg or 0.0
    if one.kind is SetKind.WARM_UP:
        top_kg = max(each.load_kg or 0.0 for each in planned)
        return not (due_kg < top_kg and load_kg >= AS_PLANNED * due_kg)
    return is_first and 0.0 < load_kg < AS_WARM_UP * due_kg
