"""Bodies for plans as people might send them, drawn from all that can be told."""

from collections.abc import Iterator
from random import Random
from typing import Any

from app.catalogue.load import catalogue
from app.catalogue.plan_goals import plan_facts
from app.usecases.plan_records import trained_heads
from tests.plan_rules import JOINTS, WEEKDAYS

GYM = ["barbell", "dumbbell", "cable", "machine", "plate_loaded", "ball", "band", "kettlebell"]
GYM += ["smith_machine", "ez_bar", "assisted_machine"]
EQUIPMENT = [
    GYM,
    GYM,
    [],
    ["dumbbell"],
    ["band"],
    ["dumbbell", "band", "ball"],
    ["barbell", "plate"],
    ["kettlebell"],
    ["cable", "machine"],
    ["suspension", "rings"],
    ["slider", "band"],
]
MINUTES = [10, 15, 20, 30, 30, 40, 45, 45, 60, 60, 60, 75, 90]
LEVELS = ["novice", "intermediate", "advanced"]
WEEKS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 52]


def bodies(seed: int, number: int) -> Iterator[dict[str, Any]]:
    """So many bodies; the same seed has the same."""
    random = Random(seed)
    return (_body(random) for _ in range(number))


def _body(random: Random) -> dict[str, Any]:
    body: dict[str, Any] = {
        "minutes": random.choice(MINUTES),
        "equipment": random.choice(EQUIPMENT),
        **_aim(random),
        **_days(random),
    }
    if random.random() < 0.8:
        body["level"] = random.choice(LEVELS)
    if random.random() < 0.5:
        body["weeks"] = random.choice(WEEKS)
    return body | _limits(random)


def _aim(random: Random) -> dict[str, Any]:
    aim: dict[str, Any] = {}
    if random.random() < 0.6:
        aim["goal"] = random.choice(list(plan_facts().goals))
    if not aim or random.random() < 0.2:
        aim["focus"] = random.sample(list(trained_heads()), random.choice([1, 1, 1, 2]))
    if random.random() < 0.2:
        aim["objective"] = random.choice(["size", "strength", "endurance"])
    return aim


def _days(random: Random) -> dict[str, Any]:
    if random.random() < 0.9:
        return {"days_per_week": random.randint(1, 7)}
    return {"weekdays": random.sample(WEEKDAYS, random.randint(1, 6))}


def _limits(random: Random) -> dict[str, Any]:
    exercises = sorted(catalogue().exercises)
    codes = sorted(
        {code.value for one in catalogue().exercises.values() for code in one.contraindications}
    )
    limits: dict[str, Any] = {}
    if random.random() < 0.25:
        areas = random.sample([*JOINTS, "chest"], random.choice([1, 1, 2]))
        limits["pain_0_to_10"] = {area: random.choice([1, 2, 3, 4, 6, 9]) for area in areas}
    if random.random() < 0.15:
        limits["contraindications"] = [random.choice(codes)]
    if random.random() < 0.2:
        limits["excluded_exercises"] = random.sample(exercises, 30)
    if random.random() < 0.2:
        limits["preferred_exercises"] = random.sample(exercises, random.choice([1, 2]))
    return limits
