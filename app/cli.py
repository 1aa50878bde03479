"""The console script `tonus`: serve, migrate, make keys, write the contract."""

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from pydantic import ValidationError
from sqlalchemy import make_url

from app import __version__
from app.main import create_app
from app.settings import Settings
from app.store.database import Database
from app.store.exercises import sync_catalogue
from app.store.migrating import migrate
from app.store.tenants import list_keys
from app.usecases.exercises import catalogue_rows
from app.usecases.keys import Scope, create_tenant_key, ensure_first_key

CONTRACT = Path("openapi/v1.json")

BANNER = """\
Tonus {version} serves on {address}
  documentation   {address}/docs
  database        {database}
"""

FIRST_KEY = """\
  first API key   {key}
                  (shown this once; `tonus key create NAME` makes another)
"""

TRY_IT = """
Try it:
  curl -s {address}/v1/muscles -H "Authorization: Bearer {key}"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 the settings or the command cannot be carried out."""
    parsed = _parser().parse_args(arguments)
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = "TONUS_" + "_".join(str(step) for step in fault["loc"]).upper()
            print(f"{name}: {fault['msg']}", file=sys.stderr)
        return 1
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    command = {
        "serve": _serve,
        "migrate": _migrate,
        "key": _key,
        "contract": _contract,
    }[parsed.command]
    return command(settings, parsed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tonus", description="The Tonus service.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="migrate, load the catalogue and serve")
    commands.add_parser("migrate", help="migrate the database and load the catalogue")
    commands.add_parser("contract", help=f"write {CONTRACT} anew from the code")
    key = commands.add_parser("key", help="API keys").add_subparsers(dest="verb", required=True)
    create = key.add_parser("create", help="a new client application with a key of its own")
    create.add_argument("name")
    create.add_argument("--scope", action="append", choices=[scope.value for scope in Scope])
    key.add_parser("list", help="keys, without their secrets")
    return parser


def _serve(settings: Settings, _parsed: argparse.Namespace) -> int:
    key = prepare(settings)
    address = f"http://{settings.host}:{settings.port}"
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
    )
    listening = config.bind_socket()
    database = make_url(settings.database_url).render_as_string(hide_password=True)
    print(BANNER.format(version=__version__, address=address, database=database), end="")
    if key is not None:
        print(FIRST_KEY.format(key=key), end="")
    known = "$TONUS_BOOTSTRAP_KEY" if settings.bootstrap_key else "<your key>"
    print(TRY_IT.format(key=key or known, address=address))
    sys.stdout.flush()
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def prepare(settings: Settings) -> str | None:
    """Migrate, load the catalogue, make the first key; the key, if one was made just now."""
    migrate(settings.database_url)
    bootstrap = settings.bootstrap_key.get_secret_value() if settings.bootstrap_key else None
    return asyncio.run(_load(settings.database_url, bootstrap))


async def _load(url: str, bootstrap_key: str | None) -> str | None:
    database = Database(url)
    now = datetime.now(UTC)
    try:
        async with database.writing() as session:
            await sync_catalogue(session, catalogue_rows(now))
        return await ensure_first_key(database, bootstrap_key, now)
    finally:
        await database.close()


def _migrate(settings: Settings, _parsed: argparse.Namespace) -> int:
    key = prepare(settings)
    print("The database is up to date.")
    if key is not None:
        print(f"first API key   {key}")
    return 0


def _key(settings: Settings, parsed: argparse.Namespace) -> int:
    verbs = {"create": _create_key, "list": _list_keys}
    asyncio.run(verbs[parsed.verb](Database(settings.database_url), parsed))
    return 0


async def _create_key(database: Database, parsed: argparse.Namespace) -> None:
    scopes = frozenset(Scope(scope) for scope in parsed.scope or Scope)
    print(await create_tenant_key(database, parsed.name, scopes, datetime.now(UTC)))
    await database.close()


async def _list_keys(database: Database, _parsed: argparse.Namespace) -> None:
    async with database.reading() as session:
        for key, tenant in await list_keys(session):
            print(f"{key.id}  {tenant.name}  {key.scopes}  {key.created_at:%Y-%m-%d}")
    await database.close()


def _contract(settings: Settings, _parsed: argparse.Namespace) -> int:
    CONTRACT.parent.mkdir(exist_ok=True)
    CONTRACT.write_text(contract_text(settings), encoding="utf-8")
    print(f"wrote {CONTRACT}")
    return 0


def contract_text(settings: Settings) -> str:
    """The OpenAPI document as it is committed."""
    return json.dumps(create_app(settings).openapi(), indent=2, ensure_ascii=False) + "\n"
