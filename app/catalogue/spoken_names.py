"""All that an exercise is called in English."""

from collections.abc import Iterator

from app.catalogue.records import Catalogue, CatalogueExercise


def spoken_names(facts: Catalogue, exercise: CatalogueExercise) -> Iterator[str]:
    """Its names, those of its movement with the equipment, and bare ones where it is the usual."""
    movement = facts.movements[exercise.movement_id]
    equipment = facts.equipment[exercise.equipment_id].words[0]
    yield from (exercise.name, *exercise.aliases)
    for name in (movement.name, *movement.names):
        yield f"{name} ({equipment})"
        if exercise.id == movement.usual_exercise_id:
            yield name
