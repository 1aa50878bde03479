"""Durations as apps write them: `2h 38m`, `21min`, `1h 5m 30s`, `1 Std. 5 Min.`, `1:02:03`."""

import re
from functools import lru_cache

from app.exchange.quantities import LENGTH_AT_MOST, number
from app.exchange.strong_words import plain, words

SECONDS_PER_UNIT = {"s": 1.0, "min": 60.0, "h": 3_600.0, "d": 86_400.0}
_PART = re.compile(r"(\d[\d.,]*)\s*([^\W\d_]+)\.?[\s,]*")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+", re.ASCII)


def duration_s(text: str, bare_unit: str = "s") -> float | None:
    """Seconds [s]; a bare number counts `bare_unit`. None where the words are not known."""
    return _duration_s(text, bare_unit) if len(text) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=1_024)
def _duration_s(text: str, bare_unit: str) -> float | None:
    bare = number(text)
    if bare is not None:
        return bare * SECONDS_PER_UNIT[bare_unit] if bare >= 0 else None
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3_600.0 + minutes * 60.0 + seconds
    return _worded_s(text)


def _worded_s(text: str) -> float | None:
    parts = [_part_s(*part) for part in _PART.findall(text)]
    if not parts or _PART.sub("", text).strip() or None in parts:
        return None
    return sum(part for part in parts if part is not None)


def _part_s(amount: str, unit: str) -> float | None:
    """`1,301h`: before hours a comma parts thousands."""
    grouped = amount.replace(",", "") if _GROUPED.fullmatch(amount) else amount
    value, name = number(grouped), words("time_units").get(plain(unit))
    return None if value is None or name is None else value * SECONDS_PER_UNIT[name]
