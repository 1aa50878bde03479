"""Training logs as one writes them.

2026-01-05 18:00 bench 20x10w 100x5 100x5r2 | plank 60s
day and time, then exercises between bars: load x repetitions, with `r2` in reserve, `f` to
failure, `w` a warm-up, `d` a drop; `60s` a hold, `20m40` metres with a load, `m40` without.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from app.engine.load.anatomy import Anatomy
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, RecoveryNote, SetKind

NOW = datetime(2026, 2, 1, 18, 0, tzinfo=UTC)
"""A Sunday, the last day of week 5."""
BERLIN = ZoneInfo("Europe/Berlin")

ANATOMY = Anatomy(
    {
        "bench": {"chest_upper": 1.0, "chest_lower": 1.0, "triceps_long": 0.5, "delt_front": 0.5},
        "row": {"lats": 1.0, "biceps_long": 0.5, "delt_rear": 0.5},
        "squat": {"vastus": 1.0, "gluteus": 1.0, "magnus": 0.5, "hamstring": 0.5},
        "adduction": {"magnus": 1.0, "longus": 1.0},
        "abduction": {"medius": 1.0},
        "curl": {"biceps_long": 1.0},
        "plank": {"rectus": 1.0},
        "walk": {"grip": 1.0, "rectus": 0.5},
    },
    {
        "chest_upper": "chest",
        "chest_lower": "chest",
        "triceps_long": "triceps",
        "delt_front": "deltoids",
        "delt_rear": "deltoids",
        "lats": "back",
        "biceps_long": "biceps",
        "vastus": "quadriceps",
        "gluteus": "glutes",
        "hamstring": "hamstrings",
        "magnus": "adductors",
        "longus": "adductors",
        "medius": "abductors",
        "rectus": "abdominals",
        "calf": "calves",
    },
)

SET = re.compile(
    r"(?:(?P<load>-?[\d.]+)?x(?P<reps>\d+)|(?P<seconds>[\d.]+)s|(?P<carried>[\d.]+)?m(?P<metres>[\d.]+))"
    r"(?:r(?P<reserve>[\d.]+))?(?P<kind>[fwd]?)"
)
KINDS = {
    "": SetKind.WORKING,
    "f": SetKind.FAILURE,
    "w": SetKind.WARM_UP,
    "d": SetKind.DROP,
}


def log_of(
    text: str,
    at: datetime = NOW,
    time_zone: tzinfo = UTC,
    modes: Mapping[str, LoadMode] | None = None,
    apart: tuple[str, ...] = (),
    maxima: Mapping[str, float] | None = None,
) -> TrainingLog:
    sessions: dict[str, list[ExerciseSession]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        day, time, rest = line.split(maxsplit=2)
        performed_at = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=UTC)
        for part in rest.split("|"):
            exercise, *sets = part.split()
            done = tuple(
                set_of(f"{day}T{time}.{exercise}.{n}", each) for n, each in enumerate(sets)
            )
            sessions.setdefault(exercise, []).append(ExerciseSession(performed_at, done))
    return TrainingLog(
        tuple(
            LoggedExercise(
                exercise,
                tuple(done),
                (modes or {}).get(exercise, LoadMode.EXTERNAL),
                (maxima or {}).get(exercise),
                exercise in apart,
            )
            for exercise, done in sessions.items()
        ),
        ANATOMY,
        at,
        time_zone,
    )


def set_of(set_id: str, text: str) -> PerformedSet:
    found = SET.fullmatch(text)
    assert found, text
    load = found["load"] or found["carried"]
    return PerformedSet(
        id=set_id,
        load_kg=None if load is None else float(load),
        repetitions=None if found["reps"] is None else int(found["reps"]),
        repetitions_in_reserve=None if found["reserve"] is None else float(found["reserve"]),
        kind=KINDS[found["kind"]],
        duration_s=None if found["seconds"] is None else float(found["seconds"]),
        distance_m=None if found["metres"] is None else float(found["metres"]),
    )


def note(
    hours_ago: float,
    note_id: str = "",
    *,
    at: datetime = NOW,
    sleep_h: float | None = None,
    quality: int | None = None,
    readiness: int | None = None,
    sore: Mapping[str, float] | None = None,
    pain: Mapping[str, float] | None = None,
) -> RecoveryNote:
    return RecoveryNote(
        note_id or f"note-{hours_ago:g}",
        at - timedelta(hours=hours_ago),
        sleep_h,
        quality,
        readiness,
        sore or {},
        pain or {},
    )
