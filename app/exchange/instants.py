"""Dates with times of day as exports write them. None of them knows a time zone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from app.exchange.quantities import LENGTH_AT_MOST

_INSTANT = re.compile(
    r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})"
    r"(?:(?:t|[\s,]+)([^\d:]*?)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*))?",
    re.IGNORECASE | re.ASCII,
)
_IDEOGRAPHS = str.maketrans({"年": "-", "月": "-", "日": " "})
_OFFSET = re.compile(r"z|utc|gmt|[+-]\d{2}:?\d{2}", re.IGNORECASE)
_BEFORE_NOON = frozenset({"am", "上午", "午前", "오전", "öö"})
_AFTER_NOON = frozenset({"pm", "下午", "午後", "오후", "ös"})
_YEARS = range(1970, 2100)


@dataclass(frozen=True, slots=True)
class Instant:
    at: datetime
    """Naive wall clock; midnight where there is no time of day."""
    has_time: bool = True
    has_offset: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    has_time: bool
    has_offset: bool


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Of `31/08/2018` and `08/31/2018`, as the whole column tells; None where it does not."""
    for first, second in filter(None, map(_two_leading, texts)):
        if max(first, second) > 12:
            return first > 12
    return None


def is_ambiguous(text: str, day_first: bool | None) -> bool:
    return day_first is None and _two_leading(text) is not None


def _two_leading(text: str) -> tuple[int, int] | None:
    """Day and month or month and day, where the year does not lead and no point says which."""
    match = _match(text)
    if not match or len(match[1]) > 2 or match[2] == ".":
        return None
    return int(match[1]), int(match[3])


def instant_of(text: str, day_first: bool | None) -> Instant | None:
    """None for anything that is no date of 1970 to 2099, or that may be two dates."""
    return _instant(text, day_first) if len(text) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=4_096)
def _instant(text: str, day_first: bool | None) -> Instant | None:
    match = _match(text)
    parts = _parts(match, day_first) if match else None
    if parts is None or parts.year not in _YEARS:
        return None
    clock = (parts.hour, parts.minute, parts.second)
    try:
        at = datetime(parts.year, parts.month, parts.day, *clock)  # noqa: DTZ001 (naive by nature)
    except ValueError:
        return None
    return Instant(at, parts.has_time, parts.has_offset)


def _match(text: str) -> re.Match[str] | None:
    """With NNBSP before AM and the ideographs of a date as ASCII."""
    if len(text) > LENGTH_AT_MOST:
        return None
    return _INSTANT.fullmatch(" ".join(text.translate(_IDEOGRAPHS).split()))


def _parts(match: re.Match[str], day_first: bool | None) -> _Parts | None:
    date = _date(match, day_first)
    before, hour, minute, second, after = match.groups()[4:]
    if date is None or hour is None:
        return date and _Parts(*date, 0, 0, 0, has_time=False, has_offset=False)
    marker, has_offset = _marker(before or "", after or "")
    hour_24 = _hour(int(hour), marker)
    if hour_24 is None:
        return None
    return _Parts(*date, hour_24, int(minute), int(second or 0), True, has_offset)


def _date(match: re.Match[str], day_first: bool | None) -> tuple[int, int, int] | None:
    first, separator, second, third = match.group(1, 2, 3, 4)
    if len(first) == 4:
        return int(first), int(second), int(third)
    days_lead = True if separator == "." else day_first
    if days_lead is None or len(first) > 2 or len(third) not in (2, 4):
        return None
    day, month = (first, second) if days_lead else (second, first)
    return int(third) + (2_000 if len(third) == 2 else 0), int(month), int(day)


def _marker(before: str, after: str) -> tuple[str, bool]:
    """The word for the half of the day, and whether an offset from UTC stands behind."""
    has_offset = bool(_OFFSET.fullmatch(after))
    word = before or ("" if has_offset else after)
    return word.casefold().replace(".", "").replace(" ", ""), has_offset


def _hour(hour: int, marker: str) -> int | None:
    if not marker:
        return hour
    if marker not in _BEFORE_NOON | _AFTER_NOON or not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if marker in _AFTER_NOON else 0)
