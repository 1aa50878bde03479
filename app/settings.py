"""Settings: environment variables TONUS_*, read once, in `cli` and nowhere else."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every field is an environment variable with the prefix TONUS_; the README has the table."""

    model_config = SettingsConfigDict(env_prefix="TONUS_", extra="ignore", frozen=True)

    host: Annotated[str, Field(description="Address to serve on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65_535, description="Port to serve on.")] = 8000
    database_url: Annotated[
        str,
        Field(
            pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://",
            description="`sqlite+aiosqlite:///file` or `postgresql+asyncpg://user:password@host/name`.",
        ),
    ] = "sqlite+aiosqlite:///var/tonus.db"
    bootstrap_key: Annotated[
        SecretStr | None,
        Field(
            min_length=20,
            description="The first API key, for scripts and containers; made up where unset.",
        ),
    ] = None
    max_body_bytes: Annotated[
        int, Field(ge=1_024, description="Largest request body accepted, uploads included [bytes].")
    ] = 8 * 1024 * 1024
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Field(description="Level of the log: debug, info, warning, error."),
    ] = "info"
