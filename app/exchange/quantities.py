"""Numbers and units as people's exports write them."""

import re
from functools import lru_cache
from typing import cast

from app.engine.units import MassUnit
from app.exchange.strong_words import plain, words

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_GROUPED_BY_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_GROUPED_BY_COMMA = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+", re.ASCII)

METRES_PER_UNIT = {"m": 1.0, "km": 1_000.0, "mi": 1_609.344, "yd": 0.9144, "ft": 0.3048}
"""Exact by definition: international yard and pound agreement, 1959."""


LENGTH_AT_MOST = 60
"""Of a cell that can be a number, a date or a unit. Keeps patterns quick and caches small."""


def number(text: str) -> float | None:
    """A finite number with decimal point or comma; None where it is anything else."""
    return _number(text) if len(text) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=4_096)
def _number(text: str) -> float | None:
    text = text.replace("−", "-")  # noqa: RUF001 (the typographic minus)
    if _GROUPED_BY_POINT.fullmatch(text) or _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _GROUPED_BY_COMMA.fullmatch(text):
        text = text.replace(",", "")
    if not _PLAIN.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) < float("inf") else None


def mass_unit_of(text: str) -> MassUnit | None:
    return cast(MassUnit | None, _unit("mass_units", text))


def distance_unit_of(text: str) -> str | None:
    """A key of METRES_PER_UNIT: `mi` for `mi.`, `Miles` and `Meilen`."""
    return _unit("distance_units", text)


def _unit(table: str, text: str) -> str | None:
    return _known_unit(table, text) if 0 < len(text) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=256)
def _known_unit(table: str, text: str) -> str | None:
    return words(table).get(plain(text))
