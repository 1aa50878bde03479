"""What to train instead of an exercise: another rung of its ladder, or one of the same muscles."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.catalogue.records import Catalogue, CatalogueExercise

MOST = 3
ALIKE_ENOUGH = 0.5
"""Least overlap of what is trained; below it another exercise is no stand-in. A convention."""


class Kinship(StrEnum):
    """Why an exercise can stand in for another, the nearest kin first."""

    EASIER = "easier"
    SAME_MOVEMENT = "same_movement"
    SAME_MUSCLES = "same_muscles"
    HARDER = "harder"


@dataclass(frozen=True, slots=True)
class Alternative:
    exercise: CatalogueExercise
    kinship: Kinship
    overlap: float
    """Of the muscles and their shares, 0 to 1."""


def alternatives(
    catalogue: Catalogue,
    exercise_id: str,
    shares: Mapping[str, float],
    *,
    unwanted: Collection[str],
    preferred: Collection[str] = (),
) -> tuple[Alternative, ...]:
    """What trains the same, best first, of what is preferred first; none where it is not known
    what the exercise trains.

    `shares` are those of the muscles that the exercise trains. A harder rung comes last: who
    leaves an exercise out seldom does so because it is too easy.
    """
    near = [
        one
        for one in _kin(catalogue, catalogue.exercises.get(exercise_id), shares)
        if one.exercise.id not in unwanted and one.exercise.id != exercise_id
    ]
    order = list(Kinship)
    near.sort(
        key=lambda one: (
            one.exercise.id not in preferred,
            order.index(one.kinship),
            -one.overlap,
        )
    )
    return tuple(near[:MOST])


def _kin(
    catalogue: Catalogue, exercise: CatalogueExercise | None, shares: Mapping[str, float]
) -> Iterator[Alternative]:
    for other in catalogue.exercises.values():
        overlap = round(_overlap(shares, {one.muscle_id: one.share for one in other.muscles}), 3)
        kinship = _kinship(exercise, other)
        if overlap >= ALIKE_ENOUGH and (
            exercise is None or other.measured_in is exercise.measured_in
        ):
            yield Alternative(other, kinship, overlap)


def _kinship(exercise: CatalogueExercise | None, other: CatalogueExercise) -> Kinship:
    if exercise is None:
        return Kinship.SAME_MUSCLES
    if other.id in exercise.regressions:
        return Kinship.EASIER
    if other.id in exercise.progressions:
        return Kinship.HARDER
    same = other.movement_id == exercise.movement_id
    return Kinship.SAME_MOVEMENT if same else Kinship.SAME_MUSCLES


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Shared over all: 1 where both train the same muscles by the same shares."""
    muscles = one.keys() | other.keys()
    both = sum(min(one.get(each, 0.0), other.get(each, 0.0)) for each in muscles)
    most = sum(max(one.get(each, 0.0), other.get(each, 0.0)) for each in muscles)
    return both / most if most else 0.0
