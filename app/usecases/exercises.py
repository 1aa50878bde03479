"""What is known of an exercise: from the catalogue, from a tenant's own, or next to nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
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
from app.store.exercises import (
    NAME_KEY_LENGTH,
    ExerciseRow,
    find_exercise,
    list_own,
    own_by_name_key,
)
from app.store.ids import derived_id
from app.store.inserting import insert_missing
from app.store.paging import Key, Page
from app.usecases.errors import Conflict, NotFound, UnknownReference, UnknownReferences
from app.usecases.muscles import with_neighbours


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


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a name in a file stands for here."""

    name: str
    exercise_id: str
    match: str
    """`catalogue`, `own` (known from before) or `created` (new, the tenant's own)."""
    sets: int
    equipment_id: str | None

    @property
    def is_assisted(self) -> bool:
        """Whether the load takes weight off the body; apps write it as a positive number."""
        return self.equipment_id == ASSISTED_MACHINE


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
    exercise_id: str, name: str, equipment_id: str | None, load_mode: LoadMode
) -> ExerciseFacts:
    """Conventions for an exercise that the catalogue does not hold."""
    equipment = catalogue().equipment.get(equipment_id or "")
    grids = equipment.grids if equipment else UNKNOWN_EQUIPMENT
    return ExerciseFacts(
        exercise_id,
        name,
        load_mode,
        grids,
        None,
        ExerciseDefaults(),
        equipment_id=equipment.id if equipment else None,
    )


ASSISTED_MACHINE = "assisted_machine"
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


def labelled_facts(label: Label) -> ExerciseFacts:
    """The catalogue's facts unless the caller says how the exercise is loaded."""
    name = label.exercise_id or ""
    known = catalogue().exercises.get(name) or (resolve(name) if name else None)
    if known is not None:
        return _told(catalogue_facts(known), label)
    equipment_id = label.equipment_id or equipment_in(name)
    return own_facts(name, name, equipment_id, label.load_mode or LoadMode.EXTERNAL)


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
        near = tuple(one.id for one in equipment_like(catalogue(), equipment_id)[:3])
        raise UnknownReferences((UnknownReference("equipment", pointer, equipment_id, near),))


def unknown_exercise(pointer: str, exercise_id: str) -> UnknownReference:
    """Names nobody knows, with those of the catalogue that are near."""
    near = candidates(exercise_id.replace("-", " "))
    ids = tuple(candidate.exercise.id for candidate in near)
    return UnknownReference("exercise", pointer, exercise_id, ids)


async def stored_facts(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseFacts:
    """NotFound where neither the catalogue nor this tenant has the exercise."""
    known = catalogue().exercises.get(exercise_id)
    if known is not None:
        return catalogue_facts(known)
    row = await require_exercise(session, tenant_id, exercise_id)
    return own_facts(row.id, row.name, row.equipment_id, LoadMode(row.load_mode))


async def require_exercise(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseRow:
    row = await find_exercise(session, tenant_id, exercise_id)
    if row is None:
        raise NotFound("exercise", exercise_id)
    return row


async def page_of_own(
    session: AsyncSession, tenant_id: UUID, *, after: Key | None, limit: int
) -> Page[ExerciseRow]:
    """In the order of their ids."""
    return await list_own(session, tenant_id, after=after, limit=limit)


async def create_exercise(
    session: AsyncSession,
    tenant_id: UUID,
    name: str,
    equipment_id: str | None,
    load_mode: LoadMode,
) -> tuple[ExerciseRow, bool]:
    """The tenant's own exercise of this name, and whether it is new."""
    require_equipment(equipment_id, "#/equipment_id")
    known = resolve(name)
    if known is not None:
        raise Conflict("in_catalogue", f"The catalogue has {name!r} as {known.id!r}; log that one.")
    key = name_key(name)
    found = (await own_by_name_key(session, tenant_id, [key])).get(key)
    if found is not None:
        return found, False
    row = _own_row(tenant_id, name, equipment_id, load_mode, datetime.now(UTC))
    added = await insert_missing(session, ExerciseRow, [row.model_dump()])
    return await require_exercise(session, tenant_id, row.id), added == 1


async def match_names(
    session: AsyncSession, tenant_id: UUID, set_counts: Mapping[str, int], now: datetime
) -> tuple[tuple[NameMatch, ...], tuple[ExerciseRow, ...]]:
    """What each name stands for, and the rows to add for names that nobody knows yet."""
    keys = {name: name_key(name) for name in set_counts}
    own = await own_by_name_key(session, tenant_id, keys.values())
    created: dict[str, ExerciseRow] = {}
    matches = []
    for name, sets in set_counts.items():
        known = resolve(name)
        if known is not None:
            matches.append(NameMatch(name, known.id, "catalogue", sets, known.equipment_id))
        elif keys[name] in own:
            row = own[keys[name]]
            matches.append(NameMatch(name, row.id, "own", sets, row.equipment_id))
        else:
            row = created.get(keys[name]) or _guessed_row(tenant_id, name, now)
            created[keys[name]] = row
            matches.append(NameMatch(name, row.id, "created", sets, row.equipment_id))
    return tuple(matches), tuple(created.values())


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


def _guessed_row(tenant_id: UUID, name: str, now: datetime) -> ExerciseRow:
    """An exercise of which only the name is known; the name often says the equipment."""
    equipment_id = equipment_in(name)
    assisted = equipment_id == ASSISTED_MACHINE
    mode = LoadMode.BODY_WEIGHT if assisted else LoadMode.EXTERNAL
    return _own_row(tenant_id, name, equipment_id, mode, now)


def _own_row(
    tenant_id: UUID, name: str, equipment_id: str | None, load_mode: LoadMode, now: datetime
) -> ExerciseRow:
    key = name_key(name)
    return ExerciseRow(
        id=str(derived_id(tenant_id, "exercise", key)),
        tenant_id=tenant_id,
        name=name,
        name_key=key,
        equipment_id=equipment_id,
        load_mode=load_mode.value,
        created_at=now,
    )
