"""A transaction keeps all or nothing, and says what a caller can do about a failure."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.store.database import Database, Session, Unavailable, WriteConflict
from app.store.tenants import TenantRow

Work = Callable[[Database], Awaitable[None]]


def with_database(url: str, work: Work, busy_ms: int = 5_000) -> None:
    async def run() -> None:
        database = Database(url, sqlite_busy_ms=busy_ms)
        try:
            await work(database)
        finally:
            await database.close()

    asyncio.run(run())


def tenant() -> TenantRow:
    return TenantRow(id=uuid4(), name="a", created_at=datetime(2026, 11, 18, tzinfo=UTC))


async def count(session: Session) -> int:
    return await session.scalar(select(func.count()).select_from(TenantRow)) or 0


def test_an_error_leaves_nothing(database_url: str) -> None:
    async def work(database: Database) -> None:
        async with database.reading() as session:
            before = await count(session)
        with pytest.raises(ZeroDivisionError):
            await broken(database)
        async with database.reading() as session:
            assert await count(session) == before

    async def broken(database: Database) -> None:
        async with database.writing() as session:
            session.add(tenant())
            await session.flush()
            raise ZeroDivisionError

    with_database(database_url, work)


def test_what_is_read_back_is_aware(database_url: str) -> None:
    async def work(database: Database) -> None:
        made = tenant()
        async with database.writing() as session:
            session.add(made)
        async with database.reading() as session:
            found = await session.get(TenantRow, made.id)
        assert found is not None
        assert found.created_at == datetime(2026, 11, 18, tzinfo=UTC)
        assert found.created_at.utcoffset() is not None

    with_database(database_url, work)


def test_a_naive_instant_does_not_reach_the_database(database_url: str) -> None:
    async def work(database: Database) -> None:
        naive = TenantRow(id=uuid4(), name="a", created_at=datetime(2026, 11, 18))  # noqa: DTZ001
        with pytest.raises(Exception, match="naive"):
            async with database.writing() as session:
                session.add(naive)

    with_database(database_url, work)


def test_two_writers_of_one_thing(database_url: str) -> None:
    async def work(database: Database) -> None:
        made = tenant()
        async with database.writing() as session:
            session.add(made)
        with pytest.raises(WriteConflict):
            async with database.writing() as session:
                session.add(TenantRow(id=made.id, name="b", created_at=made.created_at))

    with_database(database_url, work)


def test_a_database_that_is_gone() -> None:
    async def work(database: Database) -> None:
        assert not await database.ready()
        with pytest.raises(Unavailable):
            async with database.reading() as session:
                await count(session)

    with_database("postgresql+asyncpg://tonus:tonus@127.0.0.1:1/tonus", work)


def test_a_database_without_tables_is_not_ready(empty_database_url: Callable[[], str]) -> None:
    async def work(database: Database) -> None:
        assert not await database.ready()

    with_database(empty_database_url(), work)


def test_a_locked_database_is_unavailable(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('locked')}/tonus.db"

    async def work(database: Database) -> None:
        other_process = Database(url, sqlite_busy_ms=50)
        async with database.writing() as first:
            await first.execute(select(1))
            with pytest.raises(Unavailable):
                async with other_process.writing() as second:
                    await second.execute(select(1))
        await other_process.close()

    with_database(url, work)


def test_writers_of_one_process_queue(database_url: str) -> None:
    async def work(database: Database) -> None:
        async def write() -> None:
            async with database.writing() as session:
                session.add(tenant())
                await session.flush()
                await asyncio.sleep(0.01)

        await asyncio.gather(*(write() for _ in range(10)))

    with_database(database_url, work, busy_ms=1)
