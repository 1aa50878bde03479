"""What costs what: run with `make bench`. Compare rows of one run, do not quote absolutes.

Starts the service as its users do, on a SQLite file that is thrown away (or on TEST_DATABASE_URL),
logs two athletes, one with a short and one with a long history, and times requests one at a time.
"""

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import uvicorn

from app.cli import prepare
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.repetitions.repetitions import repetitions_at_loads
from app.main import create_app
from app.settings import Settings

KEY = "a-key-for-the-benchmark-only"
EXERCISE = "barbell-bench-press"
DAY = [EXERCISE, "pull-up", "sumo-squat", "lateral-lunge", "barbell-row", "hip-adduction-machine"]
START = datetime(2016, 1, 4, 17, tzinfo=UTC)
ROUNDS = 60


@contextmanager
def service(folder: str) -> Iterator[httpx.Client]:
    url = os.environ.get("TEST_DATABASE_URL", f"sqlite+aiosqlite:///{folder}/bench.db")
    settings = Settings(database_url=url, bootstrap_key=KEY)  # type: ignore[arg-type]
    prepare(settings)
    config = uvicorn.Config(create_app(settings), port=0, log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.01)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with httpx.Client(base_url=address, headers={"Authorization": f"Bearer {KEY}"}) as client:
        yield client
    server.should_exit = True


def strong_export(sessions: int) -> str:
    """A made-up log of one exercise, four sets a session, as Strong writes it."""
    dice = random.Random(7)
    rows = ["Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes"]
    for number in range(sessions):
        at = START + timedelta(days=2 * number)
        load = 60 + 2.5 * (number // 12 % 20)
        rows += [
            f'{at:%Y-%m-%d %H:%M:%S},"Day","Bench Press (Barbell)",{order},{load},'
            f"{dice.randint(6, 12)},0,0,"
            for order in range(1, 5)
        ]
    return "\n".join(rows) + "\n"


def logged(client: httpx.Client, sessions: int) -> tuple[str, float]:
    """An athlete with so many sessions, and the rows stored in a second."""
    athlete = client.post("/v1/athletes", json={}).json()["id"]
    started = time.perf_counter()
    answer = client.post(
        f"/v1/athletes/{athlete}/imports",
        files={"file": strong_export(sessions)},
        data={"format": "strong", "mass_unit": "kg"},
        timeout=120,
    )
    answer.raise_for_status()
    return athlete, 4 * sessions / (time.perf_counter() - started)


def median_ms(call: Callable[[], object]) -> float:
    call()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return 1_000 * statistics.median(times)


def engine_ms(sessions: int) -> float:
    """CPU of one load over a history, without the service."""
    history = [
        ExerciseSession(
            START + timedelta(days=2 * number),
            tuple(PerformedSet(f"{number}/{i}", 60.0 + number % 7, 8 + i) for i in range(4)),
        )
        for number in range(sessions)
    ]
    at = history[-1].performed_at + timedelta(days=2)
    return median_ms(lambda: repetitions_at_loads(history, at, [62.5]))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, service(folder) as client:
        short, _ = logged(client, 30)
        long, rows_a_second = logged(client, 2_500)
        at = (START + timedelta(days=5_001)).isoformat()
        path = "/v1/athletes/{}/advice/exercises/" + EXERCISE
        rows = {
            "nothing (/livez)": lambda: client.get("/livez"),
            "one athlete": lambda: client.get(f"/v1/athletes/{short}"),
            "next session, 120 sets logged": lambda: client.get(path.format(short)),
            "next session, 10,000 sets logged": lambda: client.get(
                path.format(long), params={"at": at}
            ),
            "next set, 10,000 sets logged": lambda: client.get(
                f"/v1/athletes/{long}/advice/next-set", params={"at": at, "exercise_id": EXERCISE}
            ),
            "a day of six exercises": lambda: client.get(
                f"/v1/athletes/{long}/advice/next-session", params={"at": at, "exercise_id": DAY}
            ),
            "24 sessions simulated": lambda: client.get(
                path.format(short) + "/simulation", params={"lives": 5}
            ),
            "volume and recovery": lambda: [
                client.get(f"/v1/athletes/{long}/advice/{what}") for what in ("volume", "recovery")
            ],
            "energy, nothing logged": lambda: client.get(f"/v1/athletes/{short}/advice/energy"),
        }
        base = 0.0
        print(f"{'request':36} {'ms':>8} {'ratio':>7}")
        for name, call in rows.items():
            took = median_ms(call)
            base = base or took
            print(f"{name:36} {took:8.2f} {took / base:7.1f}")
        print(f"{'import, rows a second':36} {rows_a_second:8.0f}")
    for sessions in (10, 60, 600):
        print(f"{f'repetitions, {sessions} sessions':36} {engine_ms(sessions):8.2f}")


if __name__ == "__main__":
    print(f"{Path(__file__).name}: medians of {ROUNDS}, one request at a time")
    main()
