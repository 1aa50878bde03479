"""Insert what is not there yet, in one statement: two who do it at once both succeed."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

ROWS_PER_STATEMENT = 1_000
"""Between statements the event loop serves others."""


async def insert_missing(
    session: AsyncSession, row: type[SQLModel], values: Sequence[dict[str, Any]]
) -> int:
    """How many rows were new. Those that a key or a unique constraint knows stay as they are.

    All rows of a call have the same columns. Transactions that insert the same rows must do it
    in the same order, or they wait for each other.
    """
    table = cast("Table", row.__table__)  # type: ignore[attr-defined]
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).on_conflict_do_nothing().returning(table.c.id)
    added = 0
    for start in range(0, len(values), ROWS_PER_STATEMENT):
        found = await session.scalars(statement, values[start : start + ROWS_PER_STATEMENT])
        added += len(found.all())
    return added
