"""Progressions as text: what was asked, what was done, what is next.

    8-12 3 sets, kg 20+2.5        | 40x12,12,12              | increase_load 42.5 3x8/12
    range, sets, loads (the rule) | sessions, oldest first   | action, load, sets x target / top

Loads are in equal steps (`kg 20+2.5`, `kg 20+2.5 to 100`) or an inventory as in
tests/engine/equipment/inventories.py. A session is `load x repetitions`, further loads after `+`;
`(21d)` before it is the pause since the one before, two days where nothing is said. A range in
brackets was not set by a programme.
"""

import re
from datetime import UTC, datetime, timedelta

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.inventory import loads_of
from app.engine.equipment.loads import Loads
from app.engine.progression.demand import Demand
from app.engine.progression.double.rule import double_progression
from app.engine.progression.double.state import DoubleProgressionParameters
from app.engine.progression.setting import Setting
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, Tempo
from app.engine.training_log.judged import read_log
from app.engine.units import MassUnit, from_kg, to_kg
from tests.engine.equipment.inventories import inventory_of

START = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)

RULE = re.compile(
    r"(?P<open>\[?)(?P<low>\d+)-(?P<high>\d+)\]?(?: (?P<sets>\d+) sets)?"
    r"(?:, (?P<unit>kg|lb) (?P<loads>[^,]+))?"
    r"(?:, step (?P<by>[\d.]+))?(?:, most (?P<most>\d+) sets)?(?:, body (?P<body>[\d.]+|unknown))?"
    r"(?:, tempo (?P<tempo>\d-\d-\d-\d))?"
)


def told_of(text: str) -> tuple[DoubleProgressionParameters, Setting]:
    """`8-12 3 sets, kg 20+2.5 to 100, step 5, most 4 sets, body 76`; all but the range optional."""
    found = RULE.fullmatch(text.strip())
    assert found is not None, text
    told = DoubleProgressionParameters(
        int(found["low"]),
        int(found["high"]),
        sets=int(found["sets"]) if found["sets"] else None,
        sets_max=int(found["most"]) if found["most"] else None,
    )
    setting = Setting(
        START,
        loads=loads_of_text(found["loads"], unit_of(found)) if found["unit"] else None,
        step=float(found["by"]) if found["by"] else None,
        tempo=Tempo(*map(float, found["tempo"].split("-"))) if found["tempo"] else None,
        explicit=not found["open"],
        body_kg=None if found["body"] == "unknown" else float(found["body"] or 0),
        mass_unit=unit_of(found),
    )
    return told, setting


def unit_of(found: re.Match[str]) -> MassUnit:
    return "lb" if found["unit"] == "lb" else "kg"


def loads_of_text(text: str, unit: MassUnit) -> Loads | None:
    """`20+2.5 to 100`, or what `inventory_of` reads after the unit."""
    found = re.fullmatch(r"(-?[\d.]+)\+([\d.]+)(?: to ([\d.]+))?", text)
    if found is None:
        return loads_of(inventory_of(f"{unit} {text}"))
    maximum = float(found[3]) if found[3] else None
    return LoadGrid(unit, float(found[2]), float(found[1]), maximum)


def sessions_of(text: str, unit: MassUnit = "kg") -> tuple[ExerciseSession, ...]:
    """`40x12,12,12 (21d) 42.5x8,8,7 + 30x15`; `@4` behind a load is its lowering in seconds."""
    at, sessions, number = START, [], 0
    pattern = r"(?:\((\d+)d\) )?(-?[\d.]+(?:@\d)?x[\d,]+(?: \+ -?[\d.]+x[\d,]+)*)"
    for pause, done in re.findall(pattern, text):
        at += timedelta(days=int(pause or 2))
        sets = []
        for load, tempo, repetitions in re.findall(r"(-?[\d.]+)(?:@(\d))?x([\d,]+)", done):
            for each in repetitions.split(","):
                number += 1
                sets.append(performed(number, to_kg(float(load), unit), int(each), tempo))
        sessions.append(ExerciseSession(at, tuple(sets)))
    return tuple(sessions)


def performed(number: int, load_kg: float, repetitions: int, tempo: str) -> PerformedSet:
    lowering = Tempo(float(tempo), 0, 1, 0) if tempo else None
    return PerformedSet(f"s{number}", load_kg, repetitions, tempo=lowering)


def demand_of(rule: str, done: str) -> Demand:
    told, setting = told_of(rule)
    sessions = sessions_of(done, setting.mass_unit)
    mode = LoadMode.EXTERNAL if setting.body_kg == 0 else LoadMode.BODY_WEIGHT
    log = read_log(sessions, sessions[-1].performed_at + timedelta(days=2), mode)
    demand = double_progression(log.judged, told, setting)
    assert demand is not None
    return demand


def text_of(demand: Demand, rule: str) -> str:
    """`increase_load 42.5 3x8/12`; a slowed lowering as `at 3 s`, what is carried as `+1`."""
    _, setting = told_of(rule)
    unit, one = setting.mass_unit, demand.top
    assert one.load is not None
    words = [
        demand.action.value,
        f"{round(from_kg(one.load.load_kg, unit), 2):g}",
        f"{len(demand.sets)}x{one.repetitions_target}/{one.repetitions_high}",
    ]
    if one.tempo is not None and one.tempo != setting.tempo:
        words.append(f"at {one.tempo.eccentric_s:g} s")
    carried = round(from_kg(one.load.rule_kg - one.load.load_kg, unit), 2)
    return " ".join(words + ([f"carry {carried:+g}"] if carried else []))
