"""What is known of an exercise: from the catalogue, from a tenant's own, or next to nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.equipment_names import equipment_in
from app.catalogue.load import catalogue
from app.catalogue.names import candidates, normalise, resolve
from app.catalogue.records import DIRECT_SHARE, CatalogueExercise, Laterality, Mechanics
from app.catalogue.suggestions import equipment_like
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.question import ExerciseDefaults
from app.engine.records import LoadMode
from app.engine.units import MassUnit
from app.store.exercises import NAME_KEY_LENGTH, ExerciseRow, find_exercise, logged_as
from app.usecases.errors import NotFound, UnknownReference, UnknownReferences
from app.usecases.muscles import with_neighbours
from app.usecases.told_facts import ToldFacts, told_facts

NOTHING_TOLD = ToldFacts()


@dataclass(frozen=True, slots=True)
class ExerciseFacts:
    """What a prescription needs to know of an exercise."""

    id: str
    name: str
    load_mode: LoadMode
    grids: Mapping[MassUnit, LoadGrid]
    """Loads that can be made, by unit; empty where nothing can be loaded."""
    body_mass_share: float | None
    defaults: ExerciseDefaults
    areas: frozenset[str] = frozenset()
    """Muscles that limit a set, and their groups: where soreness and pain bear on it."""
    per_side: bool = False
    """One side at a time: repetitions and seconds count one side."""
    equipment_id: str | None = None
    """Kind of equipment; None where nobody said."""


def name_key(name: str) -> str:
    """What makes two names of own exercises the same; a name of signs alone is its own key."""
    return (normalise(name) or name.strip().casefold())[:NAME_KEY_LENGTH]


def catalogue_facts(exercise: CatalogueExercise) -> ExerciseFacts:
    return ExerciseFacts(
        id=exercise.id,
        name=exercise.name,
        load_mode=exercise.load_mode,
        grids=catalogue().equipment[exercise.equipment_id].grids,
        body_mass_share=exercise.body_mass_share,
        defaults=ExerciseDefaults(
            repetitions_low=exercise.range_low,
            repetitions_high=exercise.range_high,
            rest_s=exercise.rest_s,
            tempo=exercise.tempo,
            isolation=exercise.mechanics is Mechanics.ISOLATION,
        ),
        areas=_areas(exercise),
        per_side=exercise.laterality is Laterality.UNILATERAL,
        equipment_id=exercise.equipment_id,
    )


def _areas(exercise: CatalogueExercise) -> frozenset[str]:
    direct = [one.muscle_id for one in exercise.muscles if one.share >= DIRECT_SHARE]
    return frozenset(with_neighbours(direct))


def own_facts(
    exercise_id: str,
    name: str,
    equipment_id: str | None,
    load_mode: LoadMode,
    told: ToldFacts = NOTHING_TOLD,
) -> ExerciseFacts:
    """What is told of an exercise that the catalogue does not hold; conventions for the rest."""
    equipment = catalogue().equipment.get(equipment_id or "")
    return ExerciseFacts(
        exercise_id,
        name,
        load_mode,
        equipment.grids if equipment else UNKNOWN_EQUIPMENT,
        told.body_mass_share,
        told.defaults(),
        areas=told.areas(),
        per_side=told.laterality is Laterality.UNILATERAL,
        equipment_id=equipment.id if equipment else None,
    )


def row_facts(row: ExerciseRow) -> ExerciseFacts:
    """Of a tenant's own exercise."""
    mode = LoadMode(row.load_mode)
    return own_facts(row.id, row.name, row.equipment_id, mode, told_facts(row.facts))


UNKNOWN_EQUIPMENT: Mapping[MassUnit, LoadGrid] = {
    "kg": LoadGrid("kg", minimum=0, step=2.5, maximum=1_000),
    "lb": LoadGrid("lb", minimum=0, step=5, maximum=2_000),
}
"""Steps that most gyms can make, from nothing up: a convention for equipment nobody named."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a caller without a store says of an exercise; all of it may be unknown."""

    exercise_id: str | None = None
    """A catalogue id, a name that the catalogue knows, or any label."""
    equipment_id: str | None = None
    load_mode: LoadMode | None = None
    told: ToldFacts = NOTHING_TOLD
    """Of an exercise that the catalogue does not hold."""


def labelled_facts(label: Label) -> ExerciseFacts:
    """The catalogue's facts unless the caller says how the exercise is loaded."""
    name = label.exercise_id or ""
    known = catalogue().exercises.get(name) or (resolve(name) if name else None)
    if known is not None:
        return _told(catalogue_facts(known), label)
    equipment_id = label.equipment_id or equipment_in(name)
    mode = label.load_mode or LoadMode.EXTERNAL
    return own_facts(name, name, equipment_id, mode, label.told)


def _told(facts: ExerciseFacts, label: Label) -> ExerciseFacts:
    """The catalogue's facts, apart from how the caller says that it is loaded."""
    equipment = catalogue().equipment.get(label.equipment_id or "")
    return replace(
        facts,
        grids=equipment.grids if equipment else facts.grids,
        equipment_id=equipment.id if equipment else facts.equipment_id,
        load_mode=label.load_mode or facts.load_mode,
    )


def require_equipment(equipment_id: str | None, pointer: str) -> None:
    """UnknownReferences, with candidates, where the catalogue has no such equipment."""
    if equipment_id is not None and equipment_id not in catalogue().equipment:
        near = equipment_candidates(equipment_id)
        raise UnknownReferences((UnknownReference("equipment", pointer, equipment_id, near),))


def equipment_candidates(equipment_id: str) -> tuple[str, ...]:
    """What somebody may have meant who named equipment that does not exist."""
    return tuple(one.id for one in equipment_like(catalogue(), equipment_id)[:3])


def unknown_exercise(pointer: str, exercise_id: str) -> UnknownReference:
    """Names nobody knows, with those of the catalogue that are near."""
    near = candidates(exercise_id.replace("-", " "))
    ids = tuple(candidate.exercise.id for candidate in near)
    return UnknownReference("exercise", pointer, exercise_id, ids)


async def stored_facts(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseFacts:
    """Of the exercise, or of the one it was merged into; NotFound where neither the catalogue nor
    this tenant has it."""
    known = catalogue().exercises.get(exercise_id)
    if known is not None:
        return catalogue_facts(known)
    row = await require_exercise(session, tenant_id, exercise_id)
    if row.merged_into is not None:
        return await stored_facts(session, tenant_id, row.merged_into)
    return row_facts(row)


async def require_exercise(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseRow:
    row = await find_exercise(session, tenant_id, exercise_id)
    if row is None:
        raise NotFound("exercise", exercise_id, unknown_exercise("", exercise_id).candidates)
    return row


async def read_as(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> str:
    """The exercise under whose id its sets are stored; an unknown id is its own."""
    if exercise_id in catalogue().exercises:
        return exercise_id
    return (await logged_as(session, tenant_id, [exercise_id])).get(exercise_id, exercise_id)


def catalogue_rows(now: datetime) -> Sequence[ExerciseRow]:
    """The catalogue as rows of the reference table."""
    return [
        ExerciseRow(
            id=exercise.id,
            tenant_id=None,
            name=exercise.name,
            name_key=name_key(exercise.name),
            equipment_id=exercise.equipment_id,
            load_mode=exercise.load_mode.value,
            created_at=now,
        )
        for exercise in catalogue().exercises.values()
    ]
