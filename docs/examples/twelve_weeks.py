"""Live weeks of a plan as a person would, over the API: train what is advised, eat, weigh, log.

    python3 docs/examples/twelve_weeks.py ATHLETE FIRST_WEEK LAST_WEEK

Week 1 begins on Monday 2 March 2026; weeks before it are usual life without training. Her body is
simulated from what is logged (see `Body`), with noise that is the same at every run.
"""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

Answer = dict[str, Any]

BEGINS = date(2026, 3, 2)
MISSED = date(2026, 3, 18)
"""A Wednesday on a train."""
REFUSED = date(2026, 4, 1)
"""A day on which the knee does not want what is advised."""
CHANGED = date(2026, 5, 15)
"""A day on which a set is added, as an answer to a plateau."""
SHOWN = ("sumo-squat", "cable-hip-adduction")
BAD_NIGHTS = range(7, 10)
"""Weeks of short sleep."""
MAXIMA_KG = {
    "sumo-squat": 46.0,
    "lateral-lunge": 26.0,
    "cable-hip-adduction": 21.0,
    "cable-hip-abduction": 15.0,
    "seated-cable-row": 52.0,
    "lat-pulldown": 46.0,
    "cable-romanian-deadlift": 50.0,
    "dumbbell-bench-press": 22.0,
    "incline-dumbbell-bench-press": 18.0,
    "dumbbell-lunge": 24.0,
    "dumbbell-leg-curl": 15.0,
    "dumbbell-seated-calf-raise": 36.0,
    "dumbbell-shoulder-press": 16.0,
    "dumbbell-stiff-leg-deadlift": 44.0,
    "dumbbell-curl": 14.0,
}
"""What she could lift once on the first day."""


class Api:
    """The service, with the key of the environment."""

    def __init__(self, athlete: str) -> None:
        self.root = f"{os.environ['TONUS']}/v1/athletes/{athlete}"

    def get(self, path: str, **query: str) -> Answer:
        return self._send(f"{path}?{urllib.parse.urlencode(query)}", None)

    def post(self, path: str, body: Answer) -> Answer:
        return self._send(path, json.dumps(body).encode())

    def _send(self, path: str, data: bytes | None) -> Answer:
        headers = {
            "Authorization": f"Bearer {os.environ['KEY']}",
            "Content-Type": "application/json",
        }
        request = urllib.request.Request(f"{self.root}/{path}", data, headers)
        try:
            with urllib.request.urlopen(request) as answer:
                found: Answer = json.load(answer)
        except urllib.error.HTTPError as error:
            sys.exit(error.read().decode())
        return found


class Body:
    """A made-up woman: mass follows the energy balance, strength grows, stalls, and grows again."""

    def __init__(self, eaten_kcal: list[float]) -> None:
        self.mass_kg = 70.2
        for kcal in eaten_kcal:
            self.eat(kcal)

    def eat(self, kcal: float) -> None:
        spent_kcal = 2120.0 + 18.0 * (self.mass_kg - 70.2)
        self.mass_kg += (kcal - spent_kcal) / 7700.0

    def strength(self, week: float) -> float:
        """Of what she could lift at first: a plateau from the third week to the tenth."""
        return 1.0 + 0.01 * min(max(week, 0.0), 2.0) + 0.02 * max(week - 10.0, 0.0)

    def possible(self, exercise: str, load_kg: float, week: float, mood: float) -> float:
        """Repetitions to failure in the first set."""
        if exercise not in MAXIMA_KG or load_kg <= 0.0:
            return 12.0 * self.strength(week) * mood
        return 30.0 * (MAXIMA_KG[exercise] * self.strength(week) * mood / load_kg - 1.0)


class Diary:
    """The days of one athlete, each asked, lived and logged."""

    def __init__(self, api: Api) -> None:
        self.api = api
        logged = api.get("intake", limit="1000")["items"]
        self.body = Body([one["energy_kcal"] for one in reversed(logged)])
        self.kcal = 2150.0
        self.weighings: list[Answer] = []
        self.intake: list[Answer] = []
        self.trained: dict[str, list[str]] = {}
        self.rested = True
        self.notes: list[str] = []

    def week(self, number: int) -> None:
        self.weighings, self.intake, self.trained, self.notes = [], [], {}, []
        for day in range(7):
            self.day(BEGINS + timedelta(days=7 * (number - 1) + day), number)
        self.api.post("weighings/bulk", {"items": self.weighings})
        self.api.post("intake/bulk", {"items": self.intake})
        mass = sum(one["body_mass_kg"] for one in self.weighings) / 7
        kcal = sum(one["energy_kcal"] for one in self.intake) / 7
        days = " ".join(self.trained) or "no training"
        done = (text for texts in self.trained.values() for text in texts)
        print(", ".join([f"week {number:2}: {mass:.1f} kg", f"{kcal:.0f} kcal", days, *done]))
        for note in self.notes:
            print(f"  {note}")

    def day(self, on: date, week: int) -> None:
        chance = Random(f"story {on}")
        shown_kg = round(self.body.mass_kg + chance.gauss(0.0, 0.45), 1)
        self.weighings.append({"measured_at": at(on, 6), "body_mass_kg": shown_kg})
        if week >= 1 and on.weekday() == 0:
            self.plan_food(on)
        if week >= 1 and on != MISSED:
            self.ask(on, week, chance)
        kcal = round(self.kcal + chance.gauss(0.0, 110.0) + (180.0 if on.weekday() == 5 else 0.0))
        self.body.eat(kcal)
        protein_g = round(chance.gauss(118.0, 8.0))
        self.intake.append({"eaten_on": str(on), "energy_kcal": kcal, "protein_g": protein_g})

    def plan_food(self, on: date) -> None:
        """Once a week: as the check-in proposes, and the target of the day where it says so."""
        energy = self.api.get("advice/energy", on=str(on))
        self.kcal = energy["target"]["value"]["intake"]["value"]
        check_in = energy["check_in"]
        said = [one["code"] for one in check_in["because"]]
        if check_in["value"] and "check_in_on_break" not in said:
            self.kcal = check_in["value"]["proposed_kcal_per_day"]

    def ask(self, on: date, week: int, chance: Random) -> None:
        if on.weekday() not in (0, 2, 4) and on != MISSED + timedelta(days=1):
            return
        tired = week in BAD_NIGHTS
        self.api.post(
            "recovery",
            {
                "noted_at": at(on, 15),
                "sleep_h": 5.5 if tired else 7.5,
                "readiness_1_to_5": 2 if tired else 4,
                "pain_0_to_10": {"adductors": 0},
            },
        )
        today = self.api.get("advice/today", at=at(on, 17))
        self.tell(on, today)
        if today["training"]["value"]["verdict"] == "train":
            self.train(on, week, today["session"], chance)

    def tell(self, on: date, today: Answer) -> None:
        if today["training"]["value"]["missed_on"]:
            self.notes.append(f"{on:%a}: {today['training']['because'][-1]['text']}")
        deload = today["deload"]
        suggested = deload["status"] == "ok" and deload["value"]["how"] is not None
        if suggested and self.rested:
            self.notes.append(f"{on:%a}: a lighter week? {deload['because'][0]['text']}")
        self.rested = not suggested

    def train(self, on: date, week: int, session: Answer, chance: Random) -> None:
        mood = 1.0 + chance.gauss(0.0, 0.015) - (0.02 if week in BAD_NIGHTS else 0.0)
        done, shown = [], []
        for item in session["items"]:
            exercise = item["exercise_id"]
            if (on, exercise) in ((REFUSED, "sumo-squat"), (CHANGED, "cable-hip-adduction")):
                item = self.decide(on, item)
            sets = self.sets(item, week - 1 + on.weekday() / 7, mood)
            done.append({"exercise_id": exercise, "sets": sets})
            if exercise in SHOWN:
                shown.append(f"{exercise.replace('-', ' ')} {load_and_repetitions(sets)}")
        self.api.post("workouts", {"performed_at": at(on, 17), "exercises": done})
        self.trained[f"{on:%a}"] = shown

    def decide(self, on: date, item: Answer) -> Answer:
        """Refuse an advice or change it, say why, and ask again."""
        decision: Answer = {"decided_at": at(on, 16), "advice": "next_session"}
        if on == REFUSED:
            decision |= {"verdict": "refused", "reason": "My knee wants an easy day."}
        else:
            more = {"sets": len(item["sets"]) + 1}
            decision |= {"verdict": "changed", "reason": "A plateau.", "change": more}
        exercise = item["exercise_id"]
        self.api.post("decisions", {**decision, "exercise_id": exercise})
        again = self.api.get(f"advice/exercises/{exercise}", at=at(on, 17))
        said = next(one for one in again["because"] if one["code"].startswith("advice_"))
        self.notes.append(f"{on:%a}: {item['exercise_name']}: {said['text']}")
        if on == CHANGED:
            return again
        easier = [{**one, "load_kg": one["load_kg"] - 4.0} for one in item["sets"]]
        return {**item, "sets": easier}

    def sets(self, item: Answer, week: float, mood: float) -> list[Answer]:
        exercise = item["exercise_id"]
        if item["action"] == "start" and exercise in MAXIMA_KG:
            return self.found(exercise, item["sets"][0], week)
        return [
            self.one(exercise, number, planned, week, mood)
            for number, planned in enumerate(item["sets"])
        ]

    def found(self, exercise: str, planned: Answer, week: float) -> list[Answer]:
        """Up from a light load until three repetitions are left."""
        wanted = planned["repetitions_target"]
        best_kg = MAXIMA_KG[exercise] * self.body.strength(week) / (1.0 + (wanted + 3.0) / 30.0)
        return [
            {"load_kg": load_kg, "repetitions": wanted, "repetitions_in_reserve": reserve}
            for share, reserve in ((0.6, 5), (0.8, 5), (1.0, 3))
            if (load_kg := step_kg(exercise) * int(share * best_kg / step_kg(exercise))) > 0.0
        ]

    def one(self, exercise: str, number: int, planned: Answer, week: float, mood: float) -> Answer:
        if planned["duration_s"]:
            return {"duration_s": min(planned["duration_s"], 30.0)}
        load_kg = planned["load_kg"] or 0.0
        possible = max(2, int(self.body.possible(exercise, load_kg, week, mood) - 0.6 * number))
        target, high = planned["repetitions_target"], planned["repetitions_high"]
        willing = max(target, possible - int(planned["repetitions_in_reserve"]))
        repetitions = min(possible - 1, willing, high)
        return {
            "load_kg": load_kg,
            "repetitions": repetitions,
            "repetitions_in_reserve": min(possible - repetitions, 5),
        }


def load_and_repetitions(sets: list[Answer]) -> str:
    """Of the sets at the highest load."""
    top_kg = max(one["load_kg"] for one in sets)
    done = [str(one["repetitions"]) for one in sets if one["load_kg"] == top_kg]
    return f"{top_kg:g} kg x {' '.join(done)}"


def step_kg(exercise: str) -> float:
    return 2.5 if "cable" in exercise or exercise == "lat-pulldown" else 2.0


def at(on: date, hour: int) -> str:
    return datetime.combine(on, time(hour), UTC).isoformat()


if __name__ == "__main__":
    diary = Diary(Api(sys.argv[1]))
    for number in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
        diary.week(number)
