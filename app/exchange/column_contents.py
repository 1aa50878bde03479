"""Which column is which, by what stands in it: for files without a header that we know.

Never by the count of columns. The order in which all layouts of Strong agree (set order, load,
repetitions, then distance before seconds, notes before workout notes) decides only between
columns that hold the same kind of thing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from app.exchange.durations import duration_s
from app.exchange.instants import day_comes_first, instant_of
from app.exchange.quantities import distance_unit_of, mass_unit_of, number
from app.exchange.strong_words import Column, plain, words

_NEARLY_ALL = 0.95
_SEQUENCE_AT_LEAST = 0.6
"""Share of rows whose set order is 1 or next to the one above; of repetitions about 0.3."""


@dataclass(slots=True)
class Sample:
    columns: list[list[str]]
    free: set[int]
    """Places that no name has taken."""
    places: dict[Column, int] = field(default_factory=dict)

    def filled(self, place: int) -> list[str]:
        return [cell for cell in self.columns[place] if cell]

    def fill(self, place: int) -> float:
        return len(self.filled(place)) / len(self.columns[place])

    def free_where(self, holds: Callable[[str], bool]) -> Iterator[int]:
        """Free columns, left to right, that are not blank and hold only such cells."""
        for place in sorted(self.free):
            cells = self.filled(place)
            if cells and sum(map(holds, cells)) >= _NEARLY_ALL * len(cells):
                yield place

    def after(self, column: Column) -> int:
        return self.places.get(column, -1)


def columns_by_contents(sample: Sample) -> dict[Column, int]:
    """Places of all columns that can be told, those of `sample.places` among them."""
    for column, finder in _FINDERS.items():
        place = None if column in sample.places else finder(sample)
        if place is not None:
            sample.places[column] = place
            sample.free.discard(place)
    return sample.places


def _date(sample: Sample) -> int | None:
    day_first = {place: day_comes_first(sample.filled(place)) for place in sample.free}
    return next(
        (
            place
            for place in sorted(sample.free)
            if sample.fill(place) >= _NEARLY_ALL and _are_instants(sample, place, day_first[place])
        ),
        None,
    )


def _are_instants(sample: Sample, place: int, day_first: bool | None) -> bool:
    cells = sample.filled(place)
    instants = [instant_of(cell, day_first) for cell in cells]
    return sum(bool(i and i.has_time) for i in instants) >= _NEARLY_ALL * len(cells)


def _weight_unit(sample: Sample) -> int | None:
    return next(sample.free_where(lambda cell: mass_unit_of(cell) is not None), None)


def _distance_unit(sample: Sample) -> int | None:
    return next(sample.free_where(lambda cell: distance_unit_of(cell) is not None), None)


def _duration(sample: Sample) -> int | None:
    return next(sample.free_where(lambda c: number(c) is None and duration_s(c) is not None), None)


def _set_order(sample: Sample) -> int | None:
    candidates = [p for p in sample.free_where(_is_set_order) if sample.fill(p) >= _NEARLY_ALL]
    best = max(candidates, key=lambda p: _sequence(sample.columns[p]), default=None)
    if best is None or _sequence(sample.columns[best]) < _SEQUENCE_AT_LEAST:
        return None
    return best


def _is_set_order(cell: str) -> bool:
    return _is_count(cell) or plain(cell) in words("set_order")


def _is_count(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < 3


def _sequence(cells: list[str]) -> float:
    numbers = [int(cell) for cell in cells if _is_count(cell)]
    pairs = zip(numbers, [0, *numbers], strict=False)
    steps = sum(n == 1 or abs(n - above) == 1 for n, above in pairs)
    return steps / len(numbers) if numbers else 0.0


def _exercise(sample: Sample) -> int | None:
    """The text that changes most within workouts; of equals the one before the set order."""
    places = [p for p in _texts(sample) if sample.fill(p) >= _NEARLY_ALL]
    before_order = sample.after(Column.SET_ORDER) - 1
    return max(places, key=lambda p: (_per_workout(sample, p), p == before_order), default=None)


def _per_workout(sample: Sample, place: int) -> int:
    return len(set(zip(_starts(sample), sample.columns[place], strict=True)))


def _starts(sample: Sample) -> list[str]:
    date = sample.places.get(Column.DATE)
    return sample.columns[date] if date is not None else [""] * len(sample.columns[0])


def _workout_name(sample: Sample) -> int | None:
    """A text before the exercise that is one for each workout."""
    workouts = len(set(_starts(sample)))
    places = (p for p in _texts(sample) if p < sample.after(Column.EXERCISE))
    return next((p for p in places if _per_workout(sample, p) <= workouts), None)


def _weight(sample: Sample) -> int | None:
    before_unit = sample.after(Column.WEIGHT_UNIT) - 1
    places = [p for p in _numbers(sample) if p > sample.after(Column.SET_ORDER)]
    return before_unit if before_unit in places else next(iter(places), None)


def _reps(sample: Sample) -> int | None:
    places = (p for p in _numbers(sample) if p > sample.after(Column.WEIGHT))
    return next((p for p in places if _are_counts(sample.filled(p))), None)


def _distance(sample: Sample) -> int | None:
    before_unit = sample.after(Column.DISTANCE_UNIT) - 1
    places = [
        p for p in _numbers(sample) if p > sample.after(Column.REPS) and not _rates(sample, p)
    ]
    if before_unit in places:
        return before_unit
    return places[0] if len(places) > 1 else None


def _rpe(sample: Sample) -> int | None:
    places = (p for p in _numbers(sample) if p > sample.after(Column.REPS))
    return next((p for p in places if _rates(sample, p)), None)


def _rates(sample: Sample, place: int) -> bool:
    """Not on every set, and 5 to 10 in halves; people do not rate what was easy."""
    values = [number(cell) or 0.0 for cell in sample.filled(place)]
    return sample.fill(place) < _NEARLY_ALL and all(
        5 <= value <= 10 and (2 * value).is_integer() for value in values
    )


def _seconds(sample: Sample) -> int | None:
    return next((p for p in _numbers(sample) if p > sample.after(Column.REPS)), None)


def _notes(sample: Sample) -> int | None:
    """Anything that stands on some rows only."""
    places = (p for p in sorted(sample.free) if p > sample.after(Column.REPS))
    return next((p for p in places if 0 < sample.fill(p) < _NEARLY_ALL), None)


def _numbers(sample: Sample) -> Iterator[int]:
    return sample.free_where(lambda cell: number(cell) is not None)


def _texts(sample: Sample) -> Iterator[int]:
    numbers = set(_numbers(sample))
    return (p for p in sorted(sample.free) if p not in numbers and sample.filled(p))


def _are_counts(cells: list[str]) -> bool:
    values = [number(cell) or 0.0 for cell in cells]
    return any(values) and all(value.is_integer() for value in values)


_FINDERS: Mapping[Column, Callable[[Sample], int | None]] = {
    Column.DATE: _date,
    Column.WEIGHT_UNIT: _weight_unit,
    Column.DISTANCE_UNIT: _distance_unit,
    Column.DURATION: _duration,
    Column.SET_ORDER: _set_order,
    Column.EXERCISE: _exercise,
    Column.WORKOUT_NAME: _workout_name,
    Column.WEIGHT: _weight,
    Column.REPS: _reps,
    Column.DISTANCE: _distance,
    Column.RPE: _rpe,
    Column.SECONDS: _seconds,
    Column.NOTES: _notes,
    Column.WORKOUT_NOTES: _notes,
}
"""In the order in which one column helps to tell the next."""
