"""Print an answer of the API from standard input the way a person reads it."""

import json
import sys

answer = json.load(sys.stdin)


def interval(estimate: dict[str, float], unit: str = "") -> str:
    return f"{estimate['value']:.0f} ({estimate['low']:.0f} to {estimate['high']:.0f}){unit}"


def reasons(part: dict[str, list[dict[str, str]]]) -> None:
    for reason in part["because"]:
        print(
            f"  - {reason['text']} [{reason['basis']}: {reason['source'] or 'log or our choice'}]"
        )


if "action" in answer:
    print(f"{answer['exercise_name']}: {answer['action']}")
    for one in answer["sets"]:
        print(
            f"  {one['load']['value']:g} {one['load']['unit']}"
            f" x {one['repetitions_low']}-{one['repetitions_high']},"
            f" aim at {one['repetitions_target']}: you will likely make"
            f" {interval(one['prediction'])}; {one['chance']:.0%} that you can"
        )
    reasons(answer)
else:
    for name in ("resting", "expenditure", "balance", "target"):
        part = answer[name]
        value = part["value"] or {}
        estimate = value.get("intake") or value.get("estimate") or value
        print(f"{name}: {interval(estimate, ' kcal a day') if value else part['status']}")
        reasons(part)
