"""How many set rows of real logs name an exercise that the catalogue knows, without any help.

    python -m benchmarks.names FOLDER [SAMPLE]

Rows are counted, not names: what people train most must be known first. SAMPLE prints so many of
the resolved names, always the same ones, for checking by hand: a wrong match is worse than none.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from app.catalogue.names import candidates, resolve
from benchmarks.logs import SOURCES
from benchmarks.tables import Cell, show

NamedRows = Mapping[str, Counter[str]]
"""Set rows by file and exercise name."""

SEED = 12
MOST_UNKNOWN = 30
STRENGTH = ("strength", "powerlifting", "olympic weightlifting", "strongman")
REFERENCE = Path("reference") / "exercise_names.json"


def named_rows(folder: Path) -> NamedRows:
    """Of every log of the folder, or of its `strength` folder."""
    inner = folder / "strength" if (folder / "strength").is_dir() else folder
    counted: dict[str, Counter[str]] = {}
    for source in SOURCES:
        if (inner / source.name).is_file():
            rows = counted[source.name] = Counter()
            for row in source.rows(inner / source.name, source.unit):
                rows[row.exercise.strip()] += row.equal_sets
    return counted


def pooled(named: NamedRows) -> Counter[str]:
    """Set rows by name over all files."""
    return sum(named.values(), Counter[str]())


def known_share(rows: Counter[str]) -> float | None:
    """Share of set rows whose name resolves; None where there are no rows."""
    known = sum(count for name, count in rows.items() if resolve(name))
    return known / rows.total() if rows else None


def share_rows(named: NamedRows) -> Iterator[list[Cell]]:
    for file, rows in (*named.items(), ("all", pooled(named))):
        known = sum(resolve(name) is not None for name in rows)
        yield [file, rows.total(), len(rows), known, known_share(rows)]


def unknown_rows(named: NamedRows) -> Iterator[list[Cell]]:
    """The unresolved names with most rows, and the likeliest guess for each."""
    unknown = Counter({name: n for name, n in pooled(named).items() if not resolve(name)})
    for name, rows in unknown.most_common(MOST_UNKNOWN):
        guess = next((f"{one.exercise.id} {one.score}" for one in candidates(name)), None)
        yield [name, rows, guess]


def sample_rows(named: NamedRows, size: int) -> list[list[Cell]]:
    resolved = sorted((name, found.id) for name in pooled(named) if (found := resolve(name)))
    drawn = Random(SEED).sample(resolved, min(size, len(resolved)))
    return [[name, id_] for name, id_ in sorted(drawn)]


def reference_rows(file: Path) -> Iterator[list[Cell]]:
    """Names of a public list of exercises, by its categories."""
    listed = json.loads(file.read_text(encoding="utf-8"))
    for category in STRENGTH:
        names = [one["name"] for one in listed if one["category"] == category]
        known = sum(resolve(name) is not None for name in names)
        yield [category, len(names), known, known / len(names) if names else None]


def report(folder: Path, sample: int = 0) -> Iterator[str]:
    """The tables, one after another."""
    named = named_rows(folder)
    header = ["file", "set rows", "names", "known names", "known rows"]
    yield show("Set rows whose exercise is known", header, list(share_rows(named)))
    yield show("Most frequent unknown names", ["name", "rows", "guess"], list(unknown_rows(named)))
    if (folder / REFERENCE).is_file():
        header = ["category", "names", "known", "share"]
        yield show("A public list", header, list(reference_rows(folder / REFERENCE)))
    if sample:
        yield show("Sample", ["name", "exercise"], sample_rows(named, sample))


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2):
        print("usage: python -m benchmarks.names FOLDER [SAMPLE], the folder that holds the logs")
        return 2
    for table in report(Path(arguments[0]), *map(int, arguments[1:])):
        print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
