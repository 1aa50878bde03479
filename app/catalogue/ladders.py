"""Ladders of exercises: the harder ones are told, the easier ones are their mirror."""

from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from app.catalogue.entry import CatalogueError
from app.catalogue.records import CatalogueExercise


def mirrored(exercises: Mapping[str, CatalogueExercise]) -> Mapping[str, CatalogueExercise]:
    """The exercises with `regressions` filled in from the others' `progressions`.

    CatalogueError where a rung is no exercise or a ladder leads back to itself.
    """
    easier: dict[str, list[str]] = {id_: [] for id_ in exercises}
    for exercise in exercises.values():
        for harder in exercise.progressions:
            if harder not in easier:
                raise CatalogueError(f"{exercise.id} leads to {harder}, which nothing defines")
            easier[harder].append(exercise.id)
    try:
        TopologicalSorter(easier).prepare()
    except CycleError as error:
        raise CatalogueError(f"a ladder leads in a circle: {', '.join(error.args[1])}") from None
    return MappingProxyType(
        {
            id_: replace(exercise, regressions=tuple(easier[id_]))
            for id_, exercise in exercises.items()
        }
    )
