"""A tenant's own exercises: make, tell what they are, merge into another, find by a name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.equipment_names import equipment_in
from app.catalogue.names import resolve
from app.engine.records import LoadMode
from app.store.exercises import (
    ExerciseRow,
    exercises_by_id,
    find_own,
    list_own,
    logged_as,
    own_by_name,
)
from app.store.ids import derived_id
from app.store.inserting import insert_missing
from app.store.merging import Moved, follow, move_log, turn_into_assistance
from app.store.paging import Key, Page
from app.usecases.errors import Conflict, NotFound, UnknownReferences
from app.usecases.exercises import (
    name_key,
    require_equipment,
    require_exercise,
    unknown_exercise,
)
from app.usecases.muscles import require_muscles
from app.usecases.told_facts import require_whole

ASSISTED_MACHINE = "assisted_machine"
NOTHING_MOVED = Moved(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class NewExercise:
    name: str
    equipment_id: str | None
    load_mode: LoadMode
    facts: Mapping[str, Any]
    """As they are stored; see `told_facts`."""
    id: UUID | None = None
    """Made by the caller, or None for one of ours."""


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


@dataclass(frozen=True, slots=True)
class Merged:
    exercise: ExerciseRow
    into: str
    moved: Moved


async def page_of_own(
    session: AsyncSession, tenant_id: UUID, *, after: Key | None, limit: int
) -> Page[ExerciseRow]:
    """In the order of their ids."""
    return await list_own(session, tenant_id, after=after, limit=limit)


async def create_exercise(
    session: AsyncSession, tenant_id: UUID, new: NewExercise
) -> tuple[ExerciseRow, bool]:
    """The tenant's own exercise of this name, and whether it is new."""
    require_equipment(new.equipment_id, "#/equipment_id")
    _require_muscles(new.facts)
    found = (await own_by_name(session, tenant_id, {new.name: name_key(new.name)})).get(new.name)
    if found is not None:
        return found, False
    known = resolve(new.name)
    if known is not None:
        detail = f"The catalogue has {new.name!r} as {known.id!r}; log that one."
        raise Conflict("in_catalogue", detail)
    row = _row(tenant_id, new, datetime.now(UTC))
    if await insert_missing(session, ExerciseRow, [row.model_dump()]):
        return await require_exercise(session, tenant_id, row.id), True
    made = await own_by_name(session, tenant_id, {new.name: name_key(new.name)})
    if new.name not in made:
        raise Conflict("id_taken", f"The id {row.id} is in use; make another one.", "#/id")
    return made[new.name], False


async def change_exercise(
    session: AsyncSession, tenant_id: UUID, exercise_id: str, fields: Mapping[str, Any]
) -> ExerciseRow:
    """Tell facts of an own exercise; what is absent stays, null makes a fact unknown.

    All advice follows at once. Conflict where the facts then contradict one another.
    """
    row = await _require_own(session, tenant_id, exercise_id)
    if "equipment_id" in fields:
        require_equipment(fields["equipment_id"], "#/equipment_id")
        row.equipment_id = fields["equipment_id"]
    row.load_mode = fields.get("load_mode", row.load_mode)
    told = {name: one for name, one in fields.items() if name not in ("equipment_id", "load_mode")}
    _require_muscles(told)
    row.facts = _known({**row.facts, **told})
    require_whole(LoadMode(row.load_mode), row.facts)
    await session.flush()
    return row


async def merge_exercise(
    session: AsyncSession, tenant_id: UUID, exercise_id: str, into: str
) -> Merged:
    """Take an own exercise for another: what was logged, planned, preferred and decided for it by
    any athlete of the tenant goes to that one, and so does what is logged later.

    The same merge again moves nothing. Conflict where it was merged into another, or into itself.
    """
    row = await _require_own(session, tenant_id, exercise_id)
    target = (await logged_as(session, tenant_id, [into], lock=True)).get(into)
    if target is None:
        raise UnknownReferences((unknown_exercise("#/into", into),))
    if row.merged_into == target:
        return Merged(row, target, NOTHING_MOVED)
    if row.merged_into is not None:
        detail = f"{row.name!r} was merged into {row.merged_into!r} before."
        raise Conflict("merged_before", detail, "#/into")
    if target == row.id:
        raise Conflict("merged_into_itself", "An exercise is merged into another one.", "#/into")
    if await _is_assisted(session, tenant_id, target):
        await turn_into_assistance(session, tenant_id, row.id)
    moved = await move_log(session, tenant_id, row.id, target)
    await follow(session, tenant_id, row.id, target)
    row.merged_into = target
    await session.flush()
    return Merged(row, target, moved)


async def match_names(
    session: AsyncSession,
    tenant_id: UUID,
    set_counts: Mapping[str, int],
    now: datetime,
    *,
    lock: bool,
) -> tuple[tuple[NameMatch, ...], tuple[ExerciseRow, ...]]:
    """What each name stands for, and the rows to add for names that nobody knows yet.

    The tenant's own come first: what was logged under a name before the catalogue knew it goes on
    where it is. Who writes locks them, so that none is merged meanwhile.
    """
    keys = {name: name_key(name) for name in set_counts}
    own = await own_by_name(session, tenant_id, keys, lock=lock)
    equipment = await _equipment(session, tenant_id, own.values())
    created: dict[str, ExerciseRow] = {}
    matches = []
    for name, sets in set_counts.items():
        row, known = own.get(name), resolve(name)
        if row is not None:
            id_ = row.merged_into or row.id
            matches.append(NameMatch(name, id_, "own", sets, equipment[id_]))
        elif known is not None:
            matches.append(NameMatch(name, known.id, "catalogue", sets, known.equipment_id))
        else:
            row = created.get(keys[name]) or _guessed_row(tenant_id, name, now)
            created[keys[name]] = row
            matches.append(NameMatch(name, row.id, "created", sets, row.equipment_id))
    return tuple(matches), tuple(created.values())


async def _equipment(
    session: AsyncSession, tenant_id: UUID, rows: Collection[ExerciseRow]
) -> dict[str, str | None]:
    """Of the exercises that sets of these rows go to."""
    found = {row.id: row.equipment_id for row in rows}
    merged = {row.merged_into for row in rows if row.merged_into}
    others = await exercises_by_id(session, tenant_id, merged) if merged else {}
    return found | {id_: row.equipment_id for id_, row in others.items()}


async def _is_assisted(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> bool:
    row = await require_exercise(session, tenant_id, exercise_id)
    return row.equipment_id == ASSISTED_MACHINE


async def _require_own(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseRow:
    row = await find_own(session, tenant_id, exercise_id)
    if row is None:
        raise NotFound("exercise of your own", exercise_id)
    return row


def _require_muscles(facts: Mapping[str, Any]) -> None:
    named = enumerate(facts.get("muscles") or ())
    require_muscles((f"#/muscles/{n}/muscle_id", one["muscle_id"]) for n, one in named)


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}


def _guessed_row(tenant_id: UUID, name: str, now: datetime) -> ExerciseRow:
    """An exercise of which only the name is known; the name often says the equipment."""
    equipment_id = equipment_in(name)
    assisted = equipment_id == ASSISTED_MACHINE
    mode = LoadMode.BODY_WEIGHT if assisted else LoadMode.EXTERNAL
    return _row(tenant_id, NewExercise(name, equipment_id, mode, {}), now)


def _row(tenant_id: UUID, new: NewExercise, now: datetime) -> ExerciseRow:
    key = name_key(new.name)
    return ExerciseRow(
        id=str(new.id or derived_id(tenant_id, "exercise", key)),
        tenant_id=tenant_id,
        name=new.name,
        name_key=key,
        equipment_id=new.equipment_id,
        load_mode=new.load_mode.value,
        facts=_known(new.facts),
        created_at=now,
    )
