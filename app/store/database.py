"""The connection to SQLite or PostgreSQL, and the one way to a transaction."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)

Session = AsyncSession


class WriteConflict(Exception):
    """A constraint refused the write: two requests wrote the same thing at once."""


class Unavailable(Exception):
    """The database had no room, or was gone, for now; the same request may succeed later."""


@contextmanager
def _named_errors() -> Iterator[None]:
    """Turn the driver's errors that a caller can do something about into ours."""
    try:
        yield
    except IntegrityError as error:
        raise WriteConflict(str(error.orig)) from error
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        if error.connection_invalidated or state in RETRYABLE or "locked" in str(error.orig):
            raise Unavailable(str(error.orig)) from error
        raise
    except (PoolTimeoutError, ConnectionError) as error:
        raise Unavailable(str(error)) from error


RETRYABLE = frozenset({"40001", "40P01"})
"""SQLSTATE of a serialization failure and of a deadlock."""


class Database:
    """An engine with its two kinds of transaction: `reading` and `writing`."""

    def __init__(self, url: str, *, sqlite_busy_ms: int = 5_000) -> None:
        """On SQLite a writer waits `sqlite_busy_ms` for the one before it."""
        is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url, sqlite_busy_ms) if is_sqlite else _postgresql(url)
        self._writer = self.engine.execution_options(writes=True)
        # SQLite has one writer at a time. Those of this process queue here, in order and without
        # a limit of time; the busy timeout is for other processes.
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Lock() if is_sqlite else nullcontext()
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction that changes nothing; it is rolled back at the end."""
        with _named_errors():
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction that commits when the block ends well, and leaves nothing otherwise."""
        with _named_errors():
            async with self._turn, AsyncSession(self._writer, expire_on_commit=False) as session:
                await session.begin()
                yield session
                await session.commit()

    async def ready(self) -> bool:
        """Whether the database answers and has the service's tables."""
        try:
            async with self.reading() as session:
                await session.execute(text("SELECT 1 FROM tenants LIMIT 1"))
        except (Unavailable, DBAPIError):
            return False
        return True

    async def close(self) -> None:
        await self.engine.dispose()


def _postgresql(url: str) -> AsyncEngine:
    return create_async_engine(url, pool_size=20, max_overflow=10, pool_pre_ping=True)


def _sqlite(url: str, busy_ms: int) -> AsyncEngine:
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url)
    event.listen(engine.sync_engine, "connect", partial(_configure_sqlite, busy_ms))
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _configure_sqlite(busy_ms: int, connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: it would begin them as readers,
    # and a reader that turns writer under concurrency fails at once instead of waiting.
    connection.isolation_level = None
    cursor = connection.cursor()
    # First of all: changing the journal mode may have to wait as well.
    cursor.execute(f"PRAGMA busy_timeout = {busy_ms}")
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
