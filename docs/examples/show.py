"""Print an answer of the API from standard input the way a person reads it."""

import json
import sys
from typing import Any

Answer = dict[str, Any]


def interval(estimate: Answer, unit: str = "") -> str:
    return f"{estimate['value']:.0f} ({estimate['low']:.0f} to {estimate['high']:.0f}){unit}"


def amount(one: Answer) -> str:
    if one["repetitions_target"] is None:
        return f"{one['duration_s']:g} s" if one["duration_s"] else f"{one['distance_m']:g} m"
    return f"{one['repetitions_low']}-{one['repetitions_high']}, aim at {one['repetitions_target']}"


def one_set(one: Answer) -> None:
    load = f"{one['load']['value']:g} {one['load']['unit']} x " if one["load"] else ""
    likely = ""
    if one["prediction"]:
        likely = f": you will likely make {interval(one['prediction'])}"
    if one["chance"] is not None:
        likely += f"; {one['chance']:.0%} that you can"
    print(f"  {load}{amount(one)}{likely}")


def reasons(part: Answer) -> None:
    for reason in part["because"]:
        print(
            f"  - {reason['text']} [{reason['basis']}: {reason['source'] or 'log or our choice'}]"
        )


def exercise(answer: Answer) -> None:
    print(f"{answer['exercise_name']}: {answer['action'] or answer['status']}")
    for one in answer["sets"]:
        one_set(one)
    reasons(answer)


def next_set(answer: Answer) -> None:
    print(f"set {answer['number']} of {answer['planned']}: {answer['action']}")
    if answer["set"]:
        one_set(answer["set"])
    reasons(answer)


def energy(answer: Answer) -> None:
    for name in ("resting", "expenditure", "balance", "target"):
        part = answer[name]
        value = part["value"] or {}
        estimate = value.get("intake") or value.get("estimate") or value
        print(f"{name}: {interval(estimate, ' kcal a day') if value else part['status']}")
        reasons(part)


answer = json.load(sys.stdin)
if "items" in answer:
    print(answer["day_name"])
    for item in answer["items"]:
        exercise(item)
elif "planned" in answer:
    next_set(answer)
elif "action" in answer:
    exercise(answer)
else:
    energy(answer)
