"""Readers of the real training logs that predictions are scored on.

The folder is described by its own README; a file missing from it is left out. The readers take
what the scoring needs and nothing else, so they are shorter and laxer than the importers.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.units import MassUnit, to_kg

Log = Mapping[str, tuple[ExerciseSession, ...]]
"""One lifter: the sessions of each exercise, oldest first."""

TURKISH_MONTHS = [
    "Oca",
    "Şub",
    "Mar",
    "Nis",
    "May",
    "Haz",
    "Tem",
    "Ağu",
    "Eyl",
    "Eki",
    "Kas",
    "Ara",
]
ENGLISH_MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
MONTHS = {name: n for names in (TURKISH_MONTHS, ENGLISH_MONTHS) for n, name in enumerate(names, 1)}

HEVY_KINDS = {
    "warmup": SetKind.WARM_UP,
    "dropset": SetKind.DROP,
    "failure": SetKind.FAILURE,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a log."""

    started_at: datetime
    exercise: str
    load: str
    repetitions: str
    unit: MassUnit
    rpe: str = ""
    kind: SetKind = SetKind.WORKING
    equal_sets: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """A file and how its lines are read."""

    name: str
    rows: Callable[[Path, MassUnit], Iterator[Row]]
    unit: MassUnit


def number(text: str | None) -> float | None:
    try:
        return float((text or "").replace(",", "."))
    except ValueError:
        return None


def instant(text: str, pattern: str = "%Y-%m-%d %H:%M:%S") -> datetime:
    return datetime.strptime(text, pattern).replace(tzinfo=UTC)


def named_month(text: str) -> datetime:
    day, month, year, clock = text.replace(",", "").split()
    return instant(f"{year}-{MONTHS[month]:02d}-{int(day):02d} {clock}:00")


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def strong(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        yield Row(
            instant(line["Date"]),
            line["Exercise Name"],
            line["Weight"],
            line["Reps"],
            unit,
            line.get("RPE") or "",
        )


def strong_without_header(path: Path, unit: MassUnit) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file, delimiter=";"):
            yield Row(instant(line[0]), line[2], line[4], line[6], unit, line[7])


def strong_renamed(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        at = instant(line["date"], "%Y/%m/%d %H:%M")
        yield Row(at, line["menu"], line["weight"], line["reps"], unit)


def hevy(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        yield Row(
            named_month(line["start_time"]),
            line["exercise_title"],
            line["weight_kg"],
            line["reps"],
            unit,
            line["rpe"],
            HEVY_KINDS.get(line["set_type"], SetKind.WORKING),
        )


def fitnotes(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        at = instant(line["Date"], "%Y-%m-%d")
        yield Row(at, line["Exercise"], line["Weight (lbs)"], line["Reps"], unit)


def fitbod(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        yield Row(
            instant(line["Date"], "%Y-%m-%d"),
            line["Exercise"],
            line["Weight"],
            line["Reps"],
            unit,
            kind=SetKind.WARM_UP if line["isWarmup"] == "TRUE" else SetKind.WORKING,
            equal_sets=int(line["Sets"]),
        )


def own(path: Path, unit: MassUnit) -> Iterator[Row]:
    for line in lines(path):
        yield Row(
            instant(line["date"], "%Y%m%d"),
            line["exercise"],
            line["weight"],
            line["reps"],
            unit,
            line["rpe"],
            equal_sets=int(line["sets"]),
        )


SOURCES = (
    Source("strong_lb.csv", strong, "lb"),
    Source("strong_lb_rpe.csv", strong, "lb"),
    Source("strong_lb_short.csv", strong, "lb"),
    Source("strong_kg_german_titles.csv", strong, "kg"),
    Source("strong_oldest_header_lb.csv", strong, "lb"),
    Source("strong_semicolon_no_header_lb_rpe.csv", strong_without_header, "lb"),
    Source("strong_renamed_columns_kg.csv", strong_renamed, "kg"),
    Source("hevy_kg_set_types.csv", hevy, "kg"),
    Source("hevy_kg_turkish_months.csv", hevy, "kg"),
    Source("hevy_kg_short.csv", hevy, "kg"),
    Source("fitnotes_lb.csv", fitnotes, "lb"),
    Source("fitbod_kg.csv", fitbod, "kg"),
    Source("own_lb_rpe.csv", own, "lb"),
)


def performed(row: Row, set_id: str) -> PerformedSet:
    load, repetitions, rpe = number(row.load), number(row.repetitions), number(row.rpe)
    return PerformedSet(
        id=set_id,
        load_kg=None if load is None else to_kg(load, row.unit),
        repetitions=None if repetitions is None else int(repetitions),
        repetitions_in_reserve=None if rpe is None else 10.0 - rpe,
        kind=row.kind,
        load_unit=row.unit,
    )


def grouped(rows: Iterator[Row]) -> Log:
    """Sets of one exercise with one start are one session."""
    found: dict[str, dict[datetime, list[PerformedSet]]] = {}
    for n, row in enumerate(rows, 1):
        sets = found.setdefault(row.exercise.strip(), {}).setdefault(row.started_at, [])
        sets.extend(performed(row, f"{n}.{k}") for k in range(row.equal_sets))
    return {
        exercise: tuple(ExerciseSession(at, tuple(sets)) for at, sets in sorted(days.items()))
        for exercise, days in found.items()
    }


def read_all(folder: Path) -> dict[str, Log]:
    """Every lifter of the folder (or of its `strength` folder), by the name of the file."""
    inner = folder / "strength" if (folder / "strength").is_dir() else folder
    return {
        source.name: grouped(source.rows(inner / source.name, source.unit))
        for source in SOURCES
        if (inner / source.name).is_file()
    }
