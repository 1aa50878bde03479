"""One entry of a data file, read key by key; whatever is wrong names the file and the entry.

CatalogueError
  a file that is not TOML, a key that is missing, unknown or of the wrong type,
  an id that nothing defines or that two files define
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from app.engine.records import Tempo

Choice = TypeVar("Choice", bound=StrEnum)

ID = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")


class CatalogueError(ValueError):
    """A data file says something that cannot be meant."""


class Entry:
    """A table under its id. Each key is taken once; `finish` refuses what nobody took."""

    def __init__(self, file: str, id: str, table: object) -> None:  # noqa: A002 - the file's word
        self.file = file
        self.id = id
        if not ID.fullmatch(id):
            raise self.error("the id may only hold a-z, 0-9 and single - _ . between them")
        if not isinstance(table, Mapping):
            raise self.error("is not a table")
        self._left = dict(table)

    def error(self, problem: str) -> CatalogueError:
        return CatalogueError(f"{self.file}: [{self.id}] {problem}")

    def has(self, key: str) -> bool:
        return key in self._left

    def unread(self) -> tuple[str, ...]:
        """The keys that nobody has taken yet."""
        return tuple(self._left)

    def _take(self, key: str) -> object:
        if key not in self._left:
            raise self.error(f"has no {key!r}")
        return self._left.pop(key)

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key!r} is not a text")
        return value

    def text_or_nothing(self, key: str) -> str:
        """A text that may be empty."""
        value = self._take(key)
        if not isinstance(value, str):
            raise self.error(f"{key!r} is not a text")
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different texts; a key that is not there is an empty list."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{key!r} is not a list of texts")
        if len(set(value)) != len(value):
            raise self.error(f"{key!r} says something twice")
        return tuple(value)

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """A list of different choices; a key that is not there is an empty list."""
        return tuple(self._chosen(key, value, kind) for value in self.texts(key))

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; the default where the key is not there."""
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{key!r} is not true or false")
        return value

    def number(self, key: str) -> float:
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(f"{key!r} is not a number")
        return float(value)

    def amount(self, key: str) -> float:
        """A number above zero."""
        number = self.number(key)
        if not number > 0:
            raise self.error(f"{key!r} is not above zero")
        return number

    def optional_number(self, key: str) -> float | None:
        return self.number(key) if self.has(key) else None

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        return self._chosen(key, self.text(key), kind)

    def optional_choice(self, key: str, kind: type[Choice]) -> Choice | None:
        return self.choice(key, kind) if self.has(key) else None

    def _chosen(self, key: str, value: str, kind: type[Choice]) -> Choice:
        try:
            return kind(value)
        except ValueError:
            raise self.error(f"{key!r} is {value!r}, not one of {', '.join(kind)}") from None

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers of zero and above; a key that is not there is an empty list."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(_is_amount(item) for item in value):
            raise self.error(f"{key!r} is not a list of numbers from zero up")
        return tuple(float(item) for item in value)

    def whole(self, key: str) -> int:
        """A whole number above zero."""
        match self._take(key):
            case bool():
                raise self.error(f"{key!r} is not a whole number above zero")
            case int(value) if value > 0:
                return value
            case _:
                raise self.error(f"{key!r} is not a whole number above zero")

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers above zero, at least one."""
        numbers = self.numbers(key)
        if not numbers or any(number < 1 or number != int(number) for number in numbers):
            raise self.error(f"{key!r} is not a list of whole numbers above zero")
        return tuple(int(number) for number in numbers)

    def tempo(self, key: str) -> Tempo | None:
        """`[lowering, pause, lifting, hold]` in seconds; None where it is empty or not there."""
        match self.numbers(key):
            case ():
                return None
            case (eccentric_s, pause_s, concentric_s, hold_s):
                return Tempo(eccentric_s, pause_s, concentric_s, hold_s)
            case _:
                raise self.error(f"{key!r} is not [lowering, pause, lifting, hold]")

    def whole_pair(self, key: str) -> tuple[int, int]:
        """`[low, high]`, whole, above zero and in order."""
        match self._take(key):
            case [int(low), int(high)] if 0 < low <= high:
                return low, high
            case _:
                raise self.error(f"{key!r} is not [low, high] in whole numbers above zero")

    def table(self, key: str) -> "Entry":
        """The table under a key, as an entry of its own; empty where the key is not there."""
        return Entry(self.file, f"{self.id}.{key}", self._left.pop(key, {}))

    def tables(self, key: str) -> Iterator["Entry"]:
        """A list of tables under a key, numbered from 1."""
        value = self._take(key)
        if not isinstance(value, list) or not value:
            raise self.error(f"{key!r} is not a list of tables")
        for n, table in enumerate(value, 1):
            yield Entry(self.file, f"{self.id}.{key}.{n}", table)

    def plain(self) -> Mapping[str, object]:
        """All that nobody has taken yet, as it stands in the file."""
        left, self._left = self._left, {}
        return MappingProxyType(left)

    def finish(self) -> None:
        if self._left:
            raise self.error(f"has unknown keys: {', '.join(sorted(self._left))}")


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
