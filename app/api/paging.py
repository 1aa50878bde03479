"""Keyset lists: `?limit=&cursor=` in, `{items, next_cursor}` and a `Link: rel="next"` out."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from app.api.problems import ProblemError

DEFAULT_LIMIT = 100
MAXIMUM_LIMIT = 1_000

Limit = Annotated[
    int, Query(ge=1, le=MAXIMUM_LIMIT, description="How many items at most.", examples=[100])
]
Cursor = Annotated[
    str | None,
    Query(max_length=500, description="`next_cursor` of the page before; absent for the first."),
]

Parse = Callable[[Any], Any]
SLUG = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Position:
    """The page that a request asks for."""

    def __init__(
        self, request: Request, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
    ) -> None:
        self.limit = limit
        self._cursor = cursor
        self._url = request.url

    def after(self, *parsers: Parse) -> tuple[Any, ...] | None:
        """The sort key after which the page begins; one parser for each of its columns."""
        if self._cursor is None:
            return None
        try:
            padded = self._cursor + "=" * (-len(self._cursor) % 4)
            parts = json.loads(base64.urlsafe_b64decode(padded.encode()))
            return tuple(parse(part) for parse, part in zip(parsers, parts, strict=True))
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            detail = "`cursor` is none of this list's; leave it out for the first page."
            raise ProblemError("not-found", detail) from None

    def link(self, response: Response, next_key: Sequence[Any] | None) -> str | None:
        """The cursor of the page after this one, also set as the `Link` header."""
        if next_key is None:
            return None
        parts = json.dumps([_text(part) for part in next_key], separators=(",", ":"))
        cursor = base64.urlsafe_b64encode(parts.encode()).decode().rstrip("=")
        url = self._url.include_query_params(cursor=cursor)
        response.headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
        return cursor


Paging = Annotated[Position, Depends()]


def instant(text: str) -> datetime:
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError("an instant has an offset")
    return value.astimezone(UTC)


def slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise ValueError("not an id")
    return text


def position(number: object) -> int:
    if not isinstance(number, int) or not 0 <= number < 2**31:
        raise ValueError("a position is a small whole number")
    return number


def _text(part: object) -> object:
    if isinstance(part, date | datetime):
        return part.isoformat()
    return str(part) if isinstance(part, UUID) else part
