"""Training logs as one writes them: `60x8 60x7 / 62.5x8r2 / 65x5f`, a session between slashes.

`r2` is two repetitions in reserve, `f` to failure, `w` a warm-up. Sessions are `every` days
apart and the last one lies `every` days before NOW.
"""

import re
from datetime import UTC, datetime, timedelta

from app.engine.records import ExerciseSession, PerformedSet, SetKind

NOW = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
KINDS = {"": SetKind.WORKING, "f": SetKind.FAILURE, "w": SetKind.WARM_UP}
SET = re.compile(r"(?P<load>[\d.]+)x(?P<repetitions>\d+)(?:r(?P<reserve>[\d.]+))?(?P<kind>[fw]?)")


def written(log: str, every: float = 3.0) -> list[ExerciseSession]:
    lines = log.split("/")
    return [
        ExerciseSession(NOW - timedelta(days=every * (len(lines) - n)), sets(n, line))
        for n, line in enumerate(lines)
    ]


def sets(session: int, line: str) -> tuple[PerformedSet, ...]:
    return tuple(one_set(f"{session}.{n}", text) for n, text in enumerate(line.split()))


def one_set(set_id: str, text: str) -> PerformedSet:
    found = SET.fullmatch(text)
    assert found, text
    reserve = found["reserve"]
    return PerformedSet(
        id=set_id,
        load_kg=float(found["load"]),
        repetitions=int(found["repetitions"]),
        repetitions_in_reserve=None if reserve is None else float(reserve),
        kind=KINDS[found["kind"]],
    )
