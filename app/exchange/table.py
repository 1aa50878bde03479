"""Text → rows of cells, each with the physical line on which it begins."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from app.exchange.training_file import FileRefused, LineProblem

_DELIMITERS = (",", ";", "\t")
_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?\s*$', re.IGNORECASE)
_END = "\x1eend of file\x1e"
"""Stands after the last line; no text that comes here has it, and an open quote swallows it."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: list[str]
    """Stripped of blanks on both sides."""


def rows_of(text: str) -> list[Row]:
    """All rows but blank lines. The delimiter is the one that the first line has most of."""
    lines = list(io.StringIO(text, newline=""))
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    named = _SEPARATOR_LINE.match(lines[start])
    delimiter = named.group(1) if named else _delimiter(lines[start], start + 1)
    start += bool(named)
    return list(_read(lines, start, delimiter))


def _delimiter(first: str, line: int) -> str:
    bare = _QUOTED.sub("", first)
    best = max(_DELIMITERS, key=bare.count)
    if not bare.count(best):
        detail = "the first line has no comma, semicolon or tab that would part columns"
        raise _refused(line, "not_a_table", detail)
    return best


def _read(lines: list[str], start: int, delimiter: str) -> Iterator[Row]:
    """A quoted cell may hold line breaks, so a row's line is the one after the row before it."""
    reader = csv.reader(chain(lines[start:], [_END]), delimiter=delimiter)
    line = start + 1
    try:
        for cells in reader:
            if cells and cells[-1].endswith(_END):
                _refuse_open_quote(cells, line)
            elif cells:
                yield Row(line, [cell.strip() for cell in cells])
            line = start + reader.line_num + 1
    except csv.Error as broken:
        raise _refused(line, "not_a_table", f"the row cannot be read: {broken}") from broken


def _refuse_open_quote(cells: list[str], line: int) -> None:
    if cells != [_END]:
        raise _refused(line, "open_quote", "a quotation mark of this row is never closed")


def _refused(line: int, code: str, detail: str) -> FileRefused:
    return FileRefused([LineProblem(line, None, code, detail)])
