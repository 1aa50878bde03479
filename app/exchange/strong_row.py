"""One row of a Strong file → a set, a row that is no set, or the reason why it cannot be read."""

import re
from dataclasses import dataclass
from datetime import datetime

from app.engine.records import SetKind
from app.engine.units import MassUnit
from app.exchange.assumptions import Assumptions
from app.exchange.durations import duration_s
from app.exchange.instants import instant_of, is_ambiguous
from app.exchange.layout import Layout
from app.exchange.quantities import number
from app.exchange.strong_amounts import Amounts, CellError, amounts_of
from app.exchange.strong_words import Column, plain, words
from app.exchange.table import Row
from app.exchange.training_file import LineProblem

_KINDS = {"warm_up": SetKind.WARM_UP, "drop": SetKind.DROP, "failure": SetKind.FAILURE}
_LETTERS_OF_STRONG = frozenset({"W", "D", "F"})
_LEADING_THOUSANDS = re.compile(r"\d{1,3}", re.ASCII)
LONGEST = {
    Column.EXERCISE: 200,
    Column.WORKOUT_NAME: 200,
    Column.NOTES: 10_000,
    Column.WORKOUT_NOTES: 10_000,
}
"""Characters of a text; two names that differ only beyond would be one exercise."""
_REST_OF_THOUSANDS = re.compile(r"\d{3}\s*h\b.*", re.ASCII)


@dataclass(frozen=True, slots=True)
class SetRow:
    line: int
    started_at: datetime
    workout_name: str
    workout_note: str
    workout_duration_s: float | None
    exercise: str
    amounts: Amounts
    kind: SetKind
    note: str


@dataclass(frozen=True, slots=True)
class NotASet:
    line: int
    reason: str
    detail: str
    started_at: datetime | None = None
    exercise: str = ""
    note: str = ""


class RowReader:
    """Reads rows of one layout; what it takes for granted goes into `assumptions`."""

    def __init__(self, layout: Layout, mass_unit: MassUnit, assumptions: Assumptions) -> None:
        self._layout = layout
        self._mass_unit = mass_unit
        self._assumptions = assumptions

    def read(self, row: Row) -> SetRow | NotASet | LineProblem:
        if not any(row.cells):
            return NotASet(row.line, "nothing_performed", "the row is empty")
        misfit = self._misfit(row)
        if misfit:
            return LineProblem(row.line, None, *misfit)
        try:
            return self._read(row.line, self._named(row))
        except CellError as problem:
            name = self._layout.name(problem.column)
            return LineProblem(row.line, name, problem.code, problem.detail)

    def _misfit(self, row: Row) -> tuple[str, str] | None:
        """Cells behind the last column may only be blank; an unquoted `1,301h` is mended."""
        width = len(self._layout.names)
        self._mend_thousands(row, width)
        if len(row.cells) < width:
            return "too_few_fields", f"{len(row.cells)} fields where the file has {width} columns"
        if any(row.cells[width:]):
            return "too_many_fields", f"{len(row.cells)} fields where the file has {width} columns"
        return None

    def _mend_thousands(self, row: Row, width: int) -> None:
        place = self._layout.places.get(Column.DURATION)
        if place is None or len(row.cells) != width + 1:
            return
        head, tail = row.cells[place : place + 2]
        if _LEADING_THOUSANDS.fullmatch(head) and _REST_OF_THOUSANDS.fullmatch(tail):
            row.cells[place : place + 2] = [head + tail]
            self._assume(f"A duration split by its comma, {head},{tail}, was joined.", row.line)

    def _named(self, row: Row) -> dict[Column, str]:
        """All columns; blank where the file has none of the name."""
        places = self._layout.places
        return _BLANK | {column: row.cells[place] for column, place in places.items()}

    def _read(self, line: int, cells: dict[Column, str]) -> SetRow | NotASet:
        started_at = self._started_at(line, cells[Column.DATE])
        exercise, note = cells[Column.EXERCISE], cells[Column.NOTES]
        reason = _reason_by_words(cells)
        if reason:
            detail = note or " ".join(filter(None, (exercise, cells[Column.SECONDS])))
            return NotASet(line, reason, detail, started_at, exercise, note)
        if not exercise:
            raise CellError(Column.EXERCISE, "missing_exercise", "no exercise is named")
        _refuse_long(cells)
        amounts = amounts_of(
            cells, self._layout, self._mass_unit, lambda said: self._assume(said, line)
        )
        reason = _reason_by_amounts(cells, amounts)
        if reason:
            return NotASet(line, reason, _nothing(cells), started_at, exercise, note)
        return SetRow(
            line=line,
            started_at=started_at,
            workout_name=cells[Column.WORKOUT_NAME],
            workout_note=cells[Column.WORKOUT_NOTES],
            workout_duration_s=self._workout_duration_s(line, cells[Column.DURATION]),
            exercise=exercise,
            amounts=amounts,
            kind=self._kind(line, cells[Column.SET_ORDER]),
            note=note,
        )

    def _started_at(self, line: int, text: str) -> datetime:
        if not text:
            raise CellError(Column.DATE, "missing_date", "the row has no date")
        instant = instant_of(text, self._layout.day_first)
        if instant is None:
            raise _bad_date(text, self._layout.day_first)
        if not instant.has_time:
            self._assume("A date without a time of day was read as midnight.", line)
        if instant.has_offset:
            self._assume("A date with an offset was read as the athlete's wall clock.", line)
        return instant.at

    def _workout_duration_s(self, line: int, text: str) -> float | None:
        duration = duration_s(text, self._layout.duration_unit)
        if text and duration is None:
            self._assume(f"The workout's duration {text[:40]!r} was not understood.", line)
        return duration

    def _kind(self, line: int, text: str) -> SetKind:
        kind = _KINDS.get(words("set_order").get(plain(text), ""), SetKind.WORKING)
        if text and text.upper() not in _LETTERS_OF_STRONG and number(text) is None:
            self._assume(f"The set order {text[:40]!r} was read as a {kind} set.", line)
        return kind

    def _assume(self, sentence: str, line: int) -> None:
        self._assumptions.take(sentence, line)


_BLANK = dict.fromkeys(Column, "")


def _bad_date(text: str, day_first: bool | None) -> CellError:
    if is_ambiguous(text, day_first):
        detail = f"{text[:40]!r} may be two dates and no row of the file tells which"
        return CellError(Column.DATE, "ambiguous_date", detail)
    return CellError(Column.DATE, "bad_date", f"{text[:40]!r} is no date with a time of day")


def _refuse_long(cells: dict[Column, str]) -> None:
    """CellError where a text is longer than the service keeps."""
    for column, most in LONGEST.items():
        if len(cells[column]) > most:
            raise CellError(column, "text_too_long", f"more than {most} characters")


def _reason_by_words(cells: dict[Column, str]) -> str | None:
    """`rest_timer` or `note`, where set order or exercise says so and no repetitions object."""
    if number(cells[Column.REPS]):
        return None
    return next(filter(_NOT_SETS.__contains__, _meanings(cells)), None)


def _meanings(cells: dict[Column, str]) -> tuple[str, str]:
    known = words("set_order")
    exercise = known.get(plain(cells[Column.EXERCISE]), "")
    return (
        known.get(plain(cells[Column.SET_ORDER]), ""),
        exercise if exercise == "rest_timer" else "",
    )


_NOT_SETS = frozenset({"rest_timer", "note"})


def _reason_by_amounts(cells: dict[Column, str], amounts: Amounts) -> str | None:
    """Also of a language whose words for `Rest Timer` and `Note` we do not know."""
    order = cells[Column.SET_ORDER]
    is_words = len(order) > 2 and number(order) is None
    if is_words and amounts.repetitions is None and not amounts.load_kg and not amounts.distance_m:
        return "rest_timer" if amounts.duration_s else "note"
    return "nothing_performed" if amounts.none_performed() else None


def _nothing(cells: dict[Column, str]) -> str:
    held = (cells[Column.EXERCISE], cells[Column.SET_ORDER], cells[Column.NOTES])
    return ": ".join(filter(None, held))
