"""Identifiers: time-ordered where we make them, derived where an import must recognise its rows."""

import secrets
import time
from uuid import UUID, uuid5

IMPORT_NAMESPACE = UUID("6d1b1f0e-5a0c-5d53-9d5b-0f3b7e0c6a11")


def new_id() -> UUID:
    """A UUID version 7 (RFC 9562): milliseconds since 1970, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 62) << 64
    return UUID(int=value | 0b10 << 62 | random & (1 << 62) - 1)


def derived_id(*parts: object) -> UUID:
    """A UUID version 5 of the parts: the same row of the same file always gets the same id."""
    return uuid5(IMPORT_NAMESPACE, "\x1f".join(str(part) for part in parts))
