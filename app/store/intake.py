"""What was eaten, one row a calendar day."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page


class IntakeDayRow(SQLModel, table=True):
    __tablename__ = "intake_days"
    __table_args__ = (UniqueConstraint("athlete_id", "eaten_on"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    eaten_on: date
    energy_kcal: float
    protein_g: float | None = None
    fat_g: float | None = None
    carbohydrate_g: float | None = None
    complete: bool = True


async def intake_between(
    session: AsyncSession, athlete_id: UUID, first: date, last: date
) -> Sequence[IntakeDayRow]:
    statement = (
        select(IntakeDayRow)
        .where(
            col(IntakeDayRow.athlete_id) == athlete_id,
            col(IntakeDayRow.eaten_on) >= first,
            col(IntakeDayRow.eaten_on) <= last,
        )
        .order_by(col(IntakeDayRow.eaten_on))
    )
    return (await session.scalars(statement)).all()


async def known_intake(
    session: AsyncSession, athlete_id: UUID, days: Sequence[date]
) -> dict[date, IntakeDayRow]:
    statement = select(IntakeDayRow).where(
        col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.eaten_on).in_(days)
    )
    return {row.eaten_on: row for row in (await session.scalars(statement)).all()}


async def intake_days_by_id(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, date]:
    statement = select(col(IntakeDayRow.id), col(IntakeDayRow.eaten_on)).where(
        col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.id).in_(ids)
    )
    return {row[0]: row[1] for row in (await session.execute(statement)).all()}


async def list_intake(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[IntakeDayRow]:
    """Newest first."""
    statement = select(IntakeDayRow).where(col(IntakeDayRow.athlete_id) == athlete_id)
    key = [col(IntakeDayRow.eaten_on), col(IntakeDayRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_intake_day(session: AsyncSession, athlete_id: UUID, intake_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(IntakeDayRow)
        .where(col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.id) == intake_id)
        .returning(col(IntakeDayRow.id))
    )
    return removed is not None
