"""The console script `tonus`: serve, migrate, make keys, write the contract."""

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import uvicorn
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from app import __version__
from app.main import create_app
from app.settings import Settings
from app.store.database import Database, Unavailable
from app.store.exercises import sync_catalogue
from app.store.migrating import migrate
from app.store.tenants import list_keys
from app.usecases.exercises import catalogue_rows
from app.usecases.keys import Scope, create_key, create_tenant_key, ensure_first_key, revoke

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
            print(f"{name}: {fault['msg'].replace('items', 'characters')}", file=sys.stderr)
        return 1
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    if parsed.command == "contract":
        return _contract(settings)
    command = {"serve": _serve, "migrate": _migrate, "key": _key}[parsed.command]
    try:
        return command(settings, parsed)
    except (OSError, DBAPIError, Unavailable) as error:
        print(f"{_where(settings)} cannot be used: {error}", file=sys.stderr)
        return 1


def _where(settings: Settings) -> str:
    """The database without its password."""
    return make_url(settings.database_url).render_as_string(hide_password=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tonus", description="The Tonus service.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="migrate, load the catalogue and serve")
    commands.add_parser("migrate", help="migrate the database and load the catalogue")
    commands.add_parser("contract", help=f"write {CONTRACT} anew from the code")
    key = commands.add_parser("key", help="API keys").add_subparsers(dest="verb", required=True)
    create = key.add_parser("create", help="another key; it is printed once")
    create.add_argument("name")
    create.add_argument("--scope", action="append", choices=[scope.value for scope in Scope])
    create.add_argument(
        "--new-tenant",
        action="store_true",
        help="for another client application, with its own data",
    )
    key.add_parser("list", help="keys that work, without their secrets")
    key.add_parser("revoke", help="make a key work no longer").add_argument("id", type=UUID)
    return parser


def _serve(settings: Settings, _parsed: argparse.Namespace) -> int:
    key = prepare(settings)
    host = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host
    address = f"http://{host}:{settings.port}"
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
    )
    try:
        listening = config.bind_socket()
    except SystemExit:
        print(f"Choose another port with TONUS_PORT; {address} is taken.", file=sys.stderr)
        return 1
    print(BANNER.format(version=__version__, address=address, database=_where(settings)), end="")
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
    verbs = {"create": _create_key, "list": _list_keys, "revoke": _revoke_key}

    async def run() -> int:
        database = Database(settings.database_url)
        try:
            return await verbs[parsed.verb](database, parsed)
        finally:
            await database.close()

    return asyncio.run(run())


async def _create_key(database: Database, parsed: argparse.Namespace) -> int:
    scopes = frozenset(Scope(scope) for scope in parsed.scope or Scope)
    create = create_tenant_key if parsed.new_tenant else create_key
    key = await create(database, parsed.name, scopes, datetime.now(UTC))
    print(key or "There is no tenant yet: run `tonus migrate` first.")
    return 0 if key else 1


async def _list_keys(database: Database, _parsed: argparse.Namespace) -> int:
    async with database.reading() as session:
        for key, tenant in await list_keys(session):
            print(f"{key.id}  {tenant.name}  {key.name}  {key.scopes}  {key.created_at:%Y-%m-%d}")
    return 0


async def _revoke_key(database: Database, parsed: argparse.Namespace) -> int:
    revoked = await revoke(database, parsed.id, datetime.now(UTC))
    print("Revoked; it may work for half a minute more." if revoked else "There is no such key.")
    return 0 if revoked else 1


def _contract(settings: Settings) -> int:
    CONTRACT.parent.mkdir(exist_ok=True)
    CONTRACT.write_text(contract_text(settings), encoding="utf-8")
    print(f"wrote {CONTRACT}")
    return 0


def contract_text(settings: Settings) -> str:
    """The OpenAPI document as it is committed."""
    return json.dumps(create_app(settings).openapi(), indent=2, ensure_ascii=False) + "\n"
