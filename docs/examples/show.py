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


def told(reasons: list[Answer], *codes: str) -> None:
    for reason in reasons:
        if not codes or reason["code"] in codes:
            print(f"  - {reason['text']}")


def plan(answer: Answer) -> None:
    made = answer["plan"]["value"]
    print("Training")
    told(answer["training"])
    for session in made["sessions"]:
        print(f"{session['weekday'].capitalize()}, {session['minutes']:.0f} min")
        for one in session["exercises"]:
            unit = "s" if one["measured_in"] == "duration" else "repetitions"
            low, high = one["range"]
            print(f"  {one['role']:<12} {one['name']}: {one['sets']} x {low}-{high} {unit}")
    focus = made["volume"][0]
    muscles = ", ".join(f"{one['muscle_id']} {one['sets']:g}" for one in focus["muscles"])
    print(f"Sets a week, {focus['group']}: {focus['sets']:g} ({muscles})")
    light = [str(week["number"]) for week in made["weeks"] if week["is_deload"]]
    print(f"Weeks: {len(made['weeks'])}, lighter ones: {', '.join(light)}")
    print("Fat")
    told(answer["nutrition"]["because"])
    if target := answer["nutrition"]["target"]["value"]:
        protein = target["protein_g"]
        grams = f"{protein['low']:.0f} to {protein['high']:.0f} g of protein"
        print(f"  Eat {interval(target['intake'], ' kcal a day')} and {grams}")
    for one in answer["nutrition"]["cardio"]:
        kcal = interval(one["net_kcal"], " kcal above rest")
        print(f"  {one['name']}: {one['times_per_week']} x {one['minutes']:g} min, each {kcal}")
    print("Habits")
    told(answer["habits"])


def today(answer: Answer) -> None:
    print(f"{answer['on']}: {answer['training']['value']['verdict']}")
    told(answer["training"]["because"])
    for change in answer["changes"]:
        print(f"  {change['exercise_name']}, {change['action']}: {change['now']}")


def strength(answer: Answer) -> None:
    for item in answer["items"]:
        verdict = (item["plateau"]["value"] or {"verdict": "no verdict"})["verdict"]
        print(f"{item['exercise_name']}: {verdict}")
        told(item["plateau"]["because"])
        for one in (item["outlook"]["value"] or {"ahead": []})["ahead"]:
            more = f"{one['chance_of_more']:.0%} that it is more than now"
            print(f"  in {one['weeks']} weeks: {interval(one['maximum_kg'], ' kg')}, {more}")
        told(item["outlook"]["because"], "trend_not_carried_on")


def recovery(answer: Answer) -> None:
    deload = answer["deload"]
    print(f"deload: {(deload['value'] or deload)['advice' if deload['value'] else 'status']}")
    told(deload["because"])


def forecast(answer: Answer) -> None:
    fan = answer["forecast"]["value"]
    for name, unit in (("body_mass_kg", "kg"), ("body_fat_percent", "% of body fat")):
        band = fan[name]
        ends = zip(fan["days"], band["p10"], band["p50"], band["p90"], strict=True)
        shown = (f"day {day}: {mid:.1f} ({low:.1f} to {high:.1f})" for day, low, mid, high in ends)
        print(f"{unit}: {'; '.join(shown)}")
    for seen in fan["visible"]:
        days = (seen[name] or "later" for name in ("earliest_on", "median_on", "latest_on"))
        print(f"{seen['what']}: {' / '.join(days)}; not at all {seen['share_never']:.0%}")
        told([seen["because"]])


SHOWN = {
    "programmes": plan,
    "training": today,
    "forecast": forecast,
    "deload": recovery,
    "planned": next_set,
    "action": exercise,
    "resting": energy,
}
"""By a field that only this kind of answer has; the first that is there counts."""


def items(answer: Answer) -> None:
    if "day_name" not in answer:
        return strength(answer)
    print(answer["day_name"])
    for item in answer["items"]:
        exercise(item)
    return None


answer = json.load(sys.stdin)
if "items" in answer:
    items(answer)
else:
    next(show for field, show in SHOWN.items() if field in answer)(answer)
