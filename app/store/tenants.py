"""Client applications and their keys. A key is stored as a hash: a leaked table opens nothing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.types import UtcDateTime


class TenantRow(SQLModel, table=True):
    __tablename__ = "tenants"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=200)
    created_at: datetime = Field(sa_type=UtcDateTime)


class ApiKeyRow(SQLModel, table=True):
    __tablename__ = "api_keys"

    id: UUID = Field(primary_key=True)
    tenant_id: UUID = Field(foreign_key="tenants.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=200)
    key_hash: str = Field(max_length=64, unique=True)
    """SHA-256 of the key, hexadecimal; the key itself has 256 random bits and needs no salt."""
    scopes: str = Field(max_length=200)
    """Names of scopes with a space between."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


async def find_key(session: AsyncSession, key_hash: str) -> ApiKeyRow | None:
    """The key with this hash, unless it was revoked."""
    statement = select(ApiKeyRow).where(
        col(ApiKeyRow.key_hash) == key_hash, col(ApiKeyRow.revoked_at).is_(None)
    )
    return await session.scalar(statement)


async def first_tenant(session: AsyncSession) -> TenantRow | None:
    return await session.scalar(select(TenantRow).order_by(col(TenantRow.id)).limit(1))


async def revoke_key(session: AsyncSession, key_id: UUID, at: datetime) -> bool:
    key = await session.get(ApiKeyRow, key_id)
    if key is None or key.revoked_at is not None:
        return False
    key.revoked_at = at
    return True


async def list_keys(session: AsyncSession) -> list[tuple[ApiKeyRow, TenantRow]]:
    statement = (
        select(ApiKeyRow, TenantRow)
        .join(TenantRow, col(TenantRow.id) == col(ApiKeyRow.tenant_id))
        .where(col(ApiKeyRow.revoked_at).is_(None))
        .order_by(col(ApiKeyRow.id))
    )
    return [(key, tenant) for key, tenant in (await session.execute(statement)).all()]
