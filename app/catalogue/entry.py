"""One entry of a data file, read key by key; whatever is wrong names the file and the entry.

CatalogueError
  a file that is not TOML, a key that is missing, unknown or of the wrong type,
  an id that nothing defines or that two files define
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

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

    def number(self, key: str) -> float:
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(f"{key!r} is not a number")
        return float(value)

    def optional_number(self, key: str) -> float | None:
        return self.number(key) if self.has(key) else None

    def flag(self, key: str) -> bool:
        """True where the entry says so; a key that is not there is False."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{key!r} is not true or false")
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            raise self.error(f"{key!r} is {value!r}, not one of {', '.join(kind)}") from None

    def whole_pair(self, key: str) -> tuple[int, int]:
        """`[low, high]`, whole, above zero and in order."""
        match self._take(key):
            case [int(low), int(high)] if 0 < low <= high:
                return low, high
            case _:
                raise self.error(f"{key!r} is not [low, high] in whole numbers above zero")

    def table(self, key: str) -> "Entry":
        """The table under a key, as an entry of its own."""
        return Entry(self.file, f"{self.id}.{key}", self._take(key))

    def finish(self) -> None:
        if self._left:
            raise self.error(f"has unknown keys: {', '.join(sorted(self._left))}")
