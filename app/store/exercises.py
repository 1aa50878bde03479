"""One reference table of exercises: the catalogue's, synced at migration, and tenants' own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, UniqueConstraint, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime

NAME_KEY_LENGTH = 200


class ExerciseRow(SQLModel, table=True):
    __tablename__ = "exercises"
    __table_args__ = (UniqueConstraint("tenant_id", "name_key"),)

    id: str = Field(primary_key=True, max_length=64)
    """A slug for the catalogue's, a UUID for a tenant's own."""
    tenant_id: UUID | None = Field(default=None, foreign_key="tenants.id", ondelete="CASCADE")
    """None for the catalogue's."""
    name: str
    name_key: str = Field(max_length=NAME_KEY_LENGTH)
    """The normalised name; unique within a tenant."""
    equipment_id: str | None = Field(default=None, max_length=64)
    load_mode: str = Field(max_length=20)
    facts: dict[str, Any] = Field(
        default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": "{}"}
    )
    """What a tenant says of its own exercise: shares of muscles, range, one side at a time."""
    merged_into: str | None = Field(default=None, max_length=64)
    """The exercise whose log its sets went to."""
    created_at: datetime = Field(sa_type=UtcDateTime)


async def find_exercise(
    session: AsyncSession, tenant_id: UUID, exercise_id: str
) -> ExerciseRow | None:
    """A catalogue exercise or one of this tenant's own; another tenant's is not found."""
    statement = select(ExerciseRow).where(
        col(ExerciseRow.id) == exercise_id, _visible_to(tenant_id)
    )
    return await session.scalar(statement)


async def find_own(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> ExerciseRow | None:
    """One of the tenant's own, ours until the transaction ends: nobody logs it meanwhile."""
    statement = (
        select(ExerciseRow)
        .where(col(ExerciseRow.id) == exercise_id, col(ExerciseRow.tenant_id) == tenant_id)
        .with_for_update()
    )
    return await session.scalar(statement)


async def logged_as(
    session: AsyncSession, tenant_id: UUID, ids: Iterable[str], *, lock: bool = False
) -> dict[str, str]:
    """Those of the ids that this tenant may log, each with the exercise that its sets go to.

    With `lock` none of them is merged into another until the transaction ends.
    """
    statement = (
        select(col(ExerciseRow.id), col(ExerciseRow.merged_into))
        .where(col(ExerciseRow.id).in_(list(ids)), _visible_to(tenant_id))
        .order_by(col(ExerciseRow.id))
    )
    if lock:
        statement = statement.with_for_update(read=True, key_share=True)
    return {
        id_: merged_into or id_ for id_, merged_into in (await session.execute(statement)).all()
    }


async def exercises_by_id(
    session: AsyncSession, tenant_id: UUID, ids: Iterable[str]
) -> dict[str, ExerciseRow]:
    """Those of the exercises that this tenant may log."""
    statement = select(ExerciseRow).where(
        col(ExerciseRow.id).in_(list(ids)), _visible_to(tenant_id)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def own_by_name(
    session: AsyncSession, tenant_id: UUID, keys: Mapping[str, str], *, lock: bool = False
) -> dict[str, ExerciseRow]:
    """The tenant's own exercises by the names asked, which are given with their normalised form.

    The very name counts first: an exercise that was made while names were normalised otherwise is
    still found by it.
    """
    names, normalised = list(keys), list(set(keys.values()))
    found: list[ExerciseRow] = []
    for column, values in ((ExerciseRow.name_key, normalised), (ExerciseRow.name, names)):
        statement = (
            select(ExerciseRow)
            .where(col(ExerciseRow.tenant_id) == tenant_id, col(column).in_(values))
            .order_by(col(ExerciseRow.created_at), col(ExerciseRow.id))
        )
        if lock:
            statement = statement.with_for_update(read=True, key_share=True)
        found += (await session.scalars(statement)).all()
    by_key = {row.name_key: row for row in found}
    by_name = {row.name: row for row in reversed(found)}
    rows = {name: by_name.get(name) or by_key.get(key) for name, key in keys.items()}
    return {name: row for name, row in rows.items() if row is not None}


async def list_own(
    session: AsyncSession, tenant_id: UUID, *, after: Key | None, limit: int
) -> Page[ExerciseRow]:
    statement = select(ExerciseRow).where(col(ExerciseRow.tenant_id) == tenant_id)
    return await fetch_page(session, statement, [col(ExerciseRow.id)], after=after, limit=limit)


async def sync_catalogue(session: AsyncSession, rows: Sequence[ExerciseRow]) -> None:
    """Bring the catalogue's rows up to date; one that left the catalogue stays, for its history."""
    for row in rows:
        stored = await session.get(ExerciseRow, row.id)
        if stored is None:
            session.add(row)
        else:
            stored.sqlmodel_update(row.model_dump(exclude={"created_at"}))


def _visible_to(tenant_id: UUID) -> ColumnElement[bool]:
    return or_(col(ExerciseRow.tenant_id).is_(None), col(ExerciseRow.tenant_id) == tenant_id)
