"""Schemes as text: what was asked, what was done, what is next.

    linear failures=2, kg 20+2.5  | 80x5,5,5,5,4   | hold 80 5x5
    scheme, parameters, equipment | sessions       | action, sets (where in the scheme)

A session is `load x repetitions`, further loads after `+`; `(21d)` before it is the pause since the
one before, two days where nothing is said. `30s,30s` are holds, `400m` a distance, `@4` behind a
load its lowering in seconds, `:red` a band. Sets to come are `load sets x repetitions`: `5+` is an
open-ended set, `8/12` a target within a range, `~` what the rule says before it is rounded.
"""

import re
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

from app.engine.equipment.grid import LoadGrid
from app.engine.progression.demand import Demand, DemandedSet
from app.engine.progression.schemes import SCHEMES
from app.engine.progression.setting import Setting
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, SetKind, Tempo
from app.engine.training_log.judged import read_log
from app.engine.units import MassUnit, from_kg, to_kg

START = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)

EQUIPMENT = re.compile(
    r"(kg|lb) (-?[\d.]+)\+([\d.]+)(?: to (-?[\d.]+))?(?: step ([\d.]+))?(?: body ([\d.]+))?"
)
SESSION = re.compile(r"(?:\((\d+)d\) )?(\S+(?: \+ \S+)*)")
SETS = re.compile(r"(?:(-?[\d.]+)(?:@(\d))?x|:(\w+)x)?([\d.,sm]+)(f?)")


def demanded(rule: str, done: str, **setting: Any) -> Demand | None:
    """The demand after the log, as the scheme of that name says."""
    name, _, rest = rule.strip().partition(" ")
    scheme = SCHEMES[name]
    match = EQUIPMENT.search(rest)
    unit: MassUnit = "lb" if match and match[1] == "lb" else "kg"
    sessions = sessions_of(done, unit)
    at = sessions[-1].performed_at + timedelta(days=2) if sessions else START
    parameters = scheme.parameters(**parameters_of(scheme.parameters, rest))
    body_kg = float(match[6]) if match and match[6] else 0.0
    mode = LoadMode.BODY_WEIGHT if body_kg else LoadMode.EXTERNAL
    measure = getattr(parameters, "measure", min(scheme.measures, key=str))
    log = read_log(sessions, at, mode, measure=measure)
    return scheme.rule(
        log.judged,
        parameters,
        Setting(
            **{
                "at": at,
                "loads": grid_of(match),
                "step": float(match[5]) if match and match[5] else None,
                "body_kg": body_kg,
                "load_mode": mode,
                "mass_unit": unit,
                **setting,
            }
        ),
    )


def parameters_of(kind: type, text: str) -> dict[str, Any]:
    """`failures=2 ladder=easy,hard`; numbers, flags, and lists of numbers, ranges or names."""
    names = {one.name for one in fields(kind)}
    told = dict(re.findall(r"(\w+)=(\S+?)(?:,? |$|,$)", text))
    assert told.keys() <= names, text
    return {name: value_of(value) for name, value in told.items()}


def value_of(text: str) -> Any:
    if text in ("yes", "no"):
        return text == "yes"
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d+-\d+(/\d+-\d+)*/?", text):
        pairs = [one.split("-") for one in text.strip("/").split("/")]
        return tuple((int(low), int(high)) for low, high in pairs)
    if "/" in text:
        return tuple(value_of(one) for one in text.strip("/").split("/"))
    return text.strip("'")


def grid_of(match: re.Match[str] | None) -> LoadGrid | None:
    if match is None:
        return None
    unit: MassUnit = "lb" if match[1] == "lb" else "kg"
    maximum = float(match[4]) if match[4] else None
    return LoadGrid(unit, float(match[3]), float(match[2]), maximum)


def sessions_of(text: str, unit: MassUnit) -> tuple[ExerciseSession, ...]:
    at, sessions, number = START, [], 0
    for pause, done in SESSION.findall(text.strip()):
        at += timedelta(days=int(pause or 2))
        sets = []
        for part in done.split(" + "):
            found = SETS.fullmatch(part)
            assert found is not None, part
            for amount in found[4].split(","):
                number += 1
                sets.append(performed(number, found, amount, unit))
        sessions.append(ExerciseSession(at, tuple(sets)))
    return tuple(sessions)


def performed(number: int, found: re.Match[str], amount: str, unit: MassUnit) -> PerformedSet:
    load, tempo, band, _, failure = found.groups()
    count, measure = amount.rstrip("sm"), amount[-1]
    return PerformedSet(
        f"s{number}",
        to_kg(float(load), unit) if load else None,
        None if measure in "sm" else int(count),
        kind=SetKind.FAILURE if failure else SetKind.WORKING,
        load_unit=unit,
        duration_s=float(count) if measure == "s" else None,
        distance_m=float(count) if measure == "m" else None,
        tempo=Tempo(float(tempo), 0, 1, 0) if tempo else None,
        band=band,
    )


def text_of(demand: Demand | None, unit: MassUnit = "kg") -> str:
    """`increase_load 80 5x5`, `hold 80 2x5 + 80 1x5+ (stage 1 of 3)`."""
    if demand is None:
        return "nothing to begin with"
    groups = [(one, len(list(same))) for one, same in groupby(demand.sets)]
    sets = " + ".join(set_text(one, count, unit) for one, count in groups)
    place = f" ({demand.stage})" if demand.stage else ""
    change = f" -> {demand.variation}" if demand.variation else ""
    return f"{demand.action.value} {sets}{place}{change}"


def set_text(one: DemandedSet, count: int, unit: MassUnit) -> str:
    words = []
    if one.load is not None:
        loaded, rule = (round(from_kg(x, unit), 2) for x in (one.load.load_kg, one.load.rule_kg))
        words.append(f"{loaded:g}" + (f"~{rule:g}" if abs(loaded - rule) > 0.011 else ""))
    if one.band is not None:
        words.append(one.band)
    words.append(f"{count}x{amount_text(one)}")
    if one.tempo is not None:
        words.append(f"at {one.tempo.eccentric_s:g} s")
    if one.repetitions_in_reserve is not None:
        words.append(f"reserve {one.repetitions_in_reserve:g}")
    return " ".join(words)


def amount_text(one: DemandedSet) -> str:
    if one.duration_s is not None:
        return f"{one.duration_s:g}s"
    if one.distance_m is not None:
        return f"{one.distance_m:g}m"
    plain = one.repetitions_low == one.repetitions_high == one.repetitions_target
    within = "" if plain else f"/{one.repetitions_high}"
    return f"{one.repetitions_target}{within}{'+' if one.open_ended else ''}"
