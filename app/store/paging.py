"""Keyset pages: the cost of page 1,000 is the cost of page 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import ColumnElement, Select, literal, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

Row = TypeVar("Row")
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    items: Sequence[Row]
    next_key: Key | None
    """The sort key of the last item, where more follow."""


async def fetch_page(
    session: AsyncSession,
    statement: Select[Row],
    key: Sequence[Mapped[Any]],
    *,
    after: Key | None,
    limit: int,
    newest_first: bool = False,
) -> Page[Row]:
    """The next `limit` rows of a statement in the order of `key`, whose last column is unique."""
    columns = [cast("ColumnElement[Any]", column) for column in key]
    if after is not None:
        bound = tuple_(
            *(literal(value, column.type) for value, column in zip(after, columns, strict=True))
        )
        position = tuple_(*columns)
        statement = statement.where(position < bound if newest_first else position > bound)
    order = [column.desc() if newest_first else column.asc() for column in columns]
    rows = (await session.scalars(statement.order_by(*order).limit(limit + 1))).all()
    if len(rows) <= limit:
        return Page(rows, None)
    last = rows[limit - 1]
    return Page(rows[:limit], tuple(getattr(last, str(column.key)) for column in columns))
