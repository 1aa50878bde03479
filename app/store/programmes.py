"""Programmes: what an athlete trains on which day, by which scheme, with which targets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKeyConstraint, Index, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class ProgrammeRow(SQLModel, table=True):
    __tablename__ = "programmes"
    __table_args__ = (Index(None, "athlete_id", "starts_on", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=200)
    starts_on: date
    ends_on: date | None = None
    """The last day; None while it goes on."""
    mesocycle: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    weekdays: list[int] | None = Field(default=None, sa_type=JSON)
    """Days of the week that are trained, Monday 0; None where that is left open."""
    note: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class ProgrammeExerciseRow(SQLModel, table=True):
    __tablename__ = "programme_exercises"
    __table_args__ = (
        ForeignKeyConstraint(
            ["athlete_id", "programme_id"],
            ["programmes.athlete_id", "programmes.id"],
            ondelete="CASCADE",
        ),
        Index(None, "athlete_id", "programme_id", "day", "position"),
        Index(None, "athlete_id", "exercise_id"),
    )

    athlete_id: UUID = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    programme_id: UUID
    day: int
    """From 0; days follow one another as they are trained."""
    day_name: str | None = Field(default=None, max_length=200)
    position: int
    """Order within the day, from 0."""
    exercise_id: str = Field(foreign_key="exercises.id", max_length=64)
    scheme: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """Name and parameters; None is double progression."""
    targets: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    superset: str | None = Field(default=None, max_length=20)
    """Exercises of a day with the same letter alternate."""
    since: datetime = Field(sa_type=UtcDateTime)
    """When it was set as it is: earlier sessions cannot have failed it."""


@dataclass(frozen=True, slots=True)
class StoredProgramme:
    programme: ProgrammeRow
    exercises: Sequence[ProgrammeExerciseRow]
    """By day and position."""


async def find_programme(
    session: AsyncSession, athlete_id: UUID, programme_id: UUID
) -> StoredProgramme | None:
    row = await session.get(ProgrammeRow, (athlete_id, programme_id))
    return None if row is None else (await _with_exercises(session, athlete_id, [row]))[0]


async def current_programme(
    session: AsyncSession, athlete_id: UUID, on: date
) -> StoredProgramme | None:
    """The one that began last of those that go on on a day."""
    statement = (
        select(ProgrammeRow)
        .where(
            col(ProgrammeRow.athlete_id) == athlete_id,
            col(ProgrammeRow.starts_on) <= on,
            or_(col(ProgrammeRow.ends_on).is_(None), col(ProgrammeRow.ends_on) >= on),
        )
        .order_by(
            col(ProgrammeRow.starts_on).desc(),
            col(ProgrammeRow.created_at).desc(),
            col(ProgrammeRow.id).desc(),
        )
        .limit(1)
    )
    row = await session.scalar(statement)
    return None if row is None else (await _with_exercises(session, athlete_id, [row]))[0]


async def programmes_begun(
    session: AsyncSession, athlete_id: UUID, on: date, *, limit: int
) -> Sequence[ProgrammeRow]:
    """Those that had begun by a day, the last begun first; those that have ended too."""
    statement = (
        select(ProgrammeRow)
        .where(col(ProgrammeRow.athlete_id) == athlete_id, col(ProgrammeRow.starts_on) <= on)
        .order_by(
            col(ProgrammeRow.starts_on).desc(),
            col(ProgrammeRow.created_at).desc(),
            col(ProgrammeRow.id).desc(),
        )
        .limit(limit)
    )
    return (await session.scalars(statement)).all()


async def list_programmes(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[StoredProgramme]:
    """Newest first."""
    statement = select(ProgrammeRow).where(col(ProgrammeRow.athlete_id) == athlete_id)
    key = [col(ProgrammeRow.starts_on), col(ProgrammeRow.id)]
    page = await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)
    return Page(await _with_exercises(session, athlete_id, page.items), page.next_key)


async def delete_programme(session: AsyncSession, athlete_id: UUID, programme_id: UUID) -> bool:
    """Remove a programme with its exercises; False where there was none."""
    removed = await session.scalar(
        delete(ProgrammeRow)
        .where(col(ProgrammeRow.athlete_id) == athlete_id, col(ProgrammeRow.id) == programme_id)
        .returning(col(ProgrammeRow.id))
    )
    return removed is not None


async def remove_exercises(session: AsyncSession, athlete_id: UUID, programme_id: UUID) -> None:
    await session.execute(
        delete(ProgrammeExerciseRow).where(
            col(ProgrammeExerciseRow.athlete_id) == athlete_id,
            col(ProgrammeExerciseRow.programme_id) == programme_id,
        )
    )


async def _with_exercises(
    session: AsyncSession, athlete_id: UUID, programmes: Sequence[ProgrammeRow]
) -> list[StoredProgramme]:
    statement = (
        select(ProgrammeExerciseRow)
        .where(
            col(ProgrammeExerciseRow.athlete_id) == athlete_id,
            col(ProgrammeExerciseRow.programme_id).in_([one.id for one in programmes]),
        )
        .order_by(
            col(ProgrammeExerciseRow.programme_id),
            col(ProgrammeExerciseRow.day),
            col(ProgrammeExerciseRow.position),
        )
    )
    found: dict[UUID, list[ProgrammeExerciseRow]] = {one.id: [] for one in programmes}
    for row in (await session.scalars(statement)).all():
        found[row.programme_id].append(row)
    return [StoredProgramme(one, found[one.id]) for one in programmes]
