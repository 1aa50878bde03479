"""API keys: made once, shown once, kept as a hash; and who a key speaks for."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.store.database import Database
from app.store.ids import new_id
from app.store.tenants import ApiKeyRow, TenantRow, find_key, first_tenant, revoke_key

KEY_PREFIX = "tonus_"


class Scope(StrEnum):
    ATHLETES_READ = "athletes:read"
    ATHLETES_WRITE = "athletes:write"
    ADVICE_READ = "advice:read"
    CATALOGUE_WRITE = "catalogue:write"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is asking: a tenant, with what its key allows."""

    tenant_id: UUID
    scopes: frozenset[str]


def hash_key(key: str) -> str:
    """SHA-256, hexadecimal. Enough for keys of 256 random bits; not for passwords."""
    return hashlib.sha256(key.encode()).hexdigest()


async def authenticate(database: Database, key: str) -> Principal | None:
    async with database.reading() as session:
        row = await find_key(session, hash_key(key))
    return Principal(row.tenant_id, frozenset(row.scopes.split())) if row else None


async def ensure_first_key(
    database: Database, bootstrap_key: str | None, now: datetime
) -> str | None:
    """Make the first tenant with its key where there is none; the key, if one was made up.

    With a bootstrap key given, that key works from now on, also on a database that has others;
    whoever gave it knows it, so it is not returned.
    """
    async with database.writing() as session:
        tenant = await first_tenant(session)
        if tenant is not None and bootstrap_key is None:
            return None
        if bootstrap_key is not None and await find_key(session, hash_key(bootstrap_key)):
            return None
        if tenant is None:
            tenant = TenantRow(id=new_id(), name="first", created_at=now)
            session.add(tenant)
            await session.flush()
        key = bootstrap_key or KEY_PREFIX + secrets.token_urlsafe(32)
        session.add(_key_row(tenant.id, "first", key, frozenset(Scope), now))
        return key if bootstrap_key is None else None


async def create_tenant_key(
    database: Database, tenant_name: str, scopes: frozenset[Scope], now: datetime
) -> str:
    """A new tenant with a key of its own; the key is returned once and never again."""
    key = KEY_PREFIX + secrets.token_urlsafe(32)
    async with database.writing() as session:
        tenant = TenantRow(id=new_id(), name=tenant_name, created_at=now)
        session.add(tenant)
        await session.flush()
        session.add(_key_row(tenant.id, "first", key, scopes, now))
    return key


async def create_key(
    database: Database, name: str, scopes: frozenset[Scope], now: datetime
) -> str | None:
    """Another key of the first tenant, for who lost one; None where there is no tenant yet."""
    key = KEY_PREFIX + secrets.token_urlsafe(32)
    async with database.writing() as session:
        tenant = await first_tenant(session)
        if tenant is None:
            return None
        session.add(_key_row(tenant.id, name, key, scopes, now))
    return key


async def revoke(database: Database, key_id: UUID, now: datetime) -> bool:
    """False where there is no such key, or it was revoked before."""
    async with database.writing() as session:
        return await revoke_key(session, key_id, now)


def _key_row(
    tenant_id: UUID, name: str, key: str, scopes: frozenset[Scope], now: datetime
) -> ApiKeyRow:
    return ApiKeyRow(
        id=new_id(),
        tenant_id=tenant_id,
        name=name,
        key_hash=hash_key(key),
        scopes=" ".join(sorted(scopes)),
        created_at=now,
    )
