"""What counting and spacing meet in real logs: `python -m benchmarks.training_load FOLDER`.

Which sets are left out and why; and how the best set of a session compares with the five sessions
before it, by the hours since the last one. The second says little: who trains often also has less
time to improve between sessions.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, timedelta
from itertools import chain
from pathlib import Path
from statistics import fmean, median, stdev

from app.engine.load.anatomy import Anatomy
from app.engine.load.hard_sets import FUTURE, read_hard_sets
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.records import ExerciseSession
from app.engine.strength.maximum.repmax import epley
from benchmarks.logs import Log, read_all

WINDOW = timedelta(days=56)
BEFORE = 5
HOURS = (36, 60, 84, 108, 200)
"""Upper ends of the classes of spacing [h]."""


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0])) if len(arguments) == 1 else {}
    if not logs:
        print("usage: python -m benchmarks.training_load FOLDER, the folder that holds the logs")
        return 2
    print("share of sets by what became of them, %")
    pooled: Counter[str] = Counter()
    for name, log in logs.items():
        found = fates(log)
        pooled += found
        print(f"{name:40}{shares(found)}")
    print(f"{'all':40}{shares(pooled)}")
    print("\nbest set against the median of the five sessions before, by hours since the last")
    for ends, changes in by_spacing(logs).items():
        error = stdev(changes) / len(changes) ** 0.5
        print(f"{ends:>10}{len(changes):7}  {fmean(changes):+.2%} (SE {error:.2%})")
    return 0


def shares(found: Counter[str]) -> str:
    parts = (f"{code} {100 * sets / found.total():.1f}" for code, sets in found.most_common())
    return f"{found.total():7}  " + ", ".join(parts)


def fates(log: Log) -> Counter[str]:
    """Counted or the code of why not, in windows of eight weeks from the end back."""
    anatomy = Anatomy({exercise: {"any": 1.0} for exercise in log}, {})
    exercises = tuple(LoggedExercise(name, sessions) for name, sessions in log.items())
    performed = [session.performed_at for session in chain(*log.values())]
    at, found = max(performed) + timedelta(seconds=1), Counter[str]()
    while at > min(performed):
        hard = read_hard_sets(TrainingLog(exercises, anatomy, at, UTC), WINDOW)
        found["counted"] += len(hard.sets)
        found.update(each.reason for each in hard.excluded if each.reason != FUTURE)
        at -= WINDOW
    return found


def by_spacing(logs: Mapping[str, Log]) -> Mapping[str, list[float]]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for log in logs.values():
        for sessions in log.values():
            for hours, change in spaced(sessions):
                end = next((end for end in HOURS if hours < end), None)
                found[f"< {end} h" if end else "longer"].append(change)
    return {name: found[name] for name in (*(f"< {end} h" for end in HOURS), "longer")}


def spaced(sessions: tuple[ExerciseSession, ...]) -> Iterator[tuple[float, float]]:
    """Hours since the last session, and the change of the best set; leaps by half are slips."""
    best = [(session.performed_at, kg) for session in sessions if (kg := shown_kg(session))]
    for n in range(BEFORE, len(best)):
        (before_at, _), (at, now_kg) = best[n - 1], best[n]
        change = now_kg / median(kg for _, kg in best[n - BEFORE : n]) - 1.0
        if abs(change) < 0.5:
            yield (at - before_at) / timedelta(hours=1), change


def shown_kg(session: ExerciseSession) -> float:
    """The best one-repetition maximum of a session's sets of one to ten repetitions [kg]."""
    shown = (
        epley(one.load_kg, one.repetitions)
        for one in session.sets
        if one.load_kg and one.load_kg > 0.0 and one.repetitions and one.repetitions <= 10
    )
    return max(shown, default=0.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
