"""The schemes, text in and text out: a programme, what was done, then what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.engine.answer import Estimate
from app.engine.progression.parameter import parameter_fields
from app.engine.progression.schemes import ALL, SCHEMES
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad
from tests.engine.progression.written import START, demanded, text_of

TRACES = Path(__file__).with_name("traces.txt").read_text(encoding="utf-8")
"""A line a trace; lines that begin with # say what the following ones show."""

CASES = [
    pytest.param(*(cell.strip() for cell in line.split("|")), id=line)
    for line in TRACES.splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("rule", "done", "following"), CASES)
def test_trace(rule: str, done: str, following: str) -> None:
    assert text_of(demanded(rule, done), "lb" if " lb " in rule else "kg") == following


def days(number: float) -> Any:
    """An instant so many days after the log begins; its first session is on day 2."""
    return START + timedelta(days=number)


WITHIN: dict[str, list[tuple[str, str, dict[str, Any], str]]] = {
    "in a deficit to hold is to succeed": [
        ("linear kg 20+2.5", "80x5,5,5,5,4 " * 4, {"deficit_since": days(0)}, "hold 80 5x5"),
        (
            "linear kg 20+2.5",
            "80x5,5,5,5,4 80x5,5,5,4,4 80x5,5,4,4,4 80x5,4,4,4,4",
            {"deficit_since": days(0)},
            "deload 70~72 5x5",
        ),
        (
            "linear kg 20+2.5",
            "80x5,5,5,5,4 80x5,5,5,5,4 80x5,5,5,5,4",
            {"deficit_since": days(7)},
            "deload 70~72 5x5",
        ),
        (
            "gzclp_t1 kg 20+2.5",
            "90x3,3,3,3,2",
            {"deficit_since": days(0)},
            "hold 90 4x3 + 90 1x3+ (stage 1 of 3)",
        ),
    ],
    "a scheme begins when it was set": [
        ("linear kg 20+2.5", "80x5,5,5 82.5x5,5,5", {"since": days(9)}, "start 82.5 5x5"),
        ("linear kg 20+2.5", "80x5,5,5", {"since": days(9), "start_load_kg": 60}, "start 60 5x5"),
        ("linear kg 20+2.5", "", {"start_load_kg": 10.0}, "start 20~10 5x5"),
        (
            "linear kg 20+2.5",
            "80x5,5,5,5,4 80x5,5,5,5,4 80x5,5,5,5,4",
            {"since": days(4)},
            "hold 80 5x5",
        ),
        (
            "per_set kg 20+2.5",
            "60x12 + 70x8",
            {"since": days(9)},
            "increase_repetitions 60 1x13/15 + 70 1x9/10",
        ),
        (
            "five_three_one kg 20+2.5",
            "80x5 (3d) 82.5x5 + 95x5 + 107.5x6",
            {"since": days(4)},
            "increase_load 87.5~88.53 1x3 + 100~101.18 1x3 + 115~113.82 1x3+ (week 2 of 4)",
        ),
    ],
    "what was reached before it began counts, what was missed does not": [
        ("timed_hold sets=2", "10s,10s 15s,15s", {"since": days(5)}, "increase_duration 2x20s"),
        ("timed_hold sets=2", "10s,10s 15s,15s 15s", {"since": days(7)}, "hold 2x20s"),
        ("timed_hold sets=2", "10s,10s 15s,15s", {"since": days(40)}, "start 2x10s"),
        (
            "body_weight_ladder sets=2 repetitions_high=12",
            "0x9,9 0x10,10",
            {"since": days(5)},
            "increase_repetitions 0 2x11/12",
        ),
        (
            "band_ladder bands=red/blue sets=2 repetitions_low=8 repetitions_high=12",
            ":redx9,9 :redx12,12",
            {"since": days(5)},
            "increase_load blue 2x8/12",
        ),
    ],
    "days in turn": [
        (
            "undulating days=8-12/3-5 kg 20+2.5",
            "",
            {"start_load_kg": 60.0},
            "start 60 3x8/12 (day 1 of 2)",
        ),
        ("undulating kg -60+5 body 80", "-20x5,5,5", {"body_kg": None}, "nothing to begin with"),
    ],
    "a level changes only while it does not hurt": [
        ("timed_hold pain_gate=yes duration_s=30", "30s,30s,30s", {}, "hold 3x30s"),
        (
            "timed_hold pain_gate=yes duration_s=30",
            "30s,30s,30s",
            {"pain_0_to_10": 3},
            "change_variation 3x30s -> a harder variation",
        ),
        (
            "timed_hold pain_gate=yes levels=short/long level=long duration_s=20",
            "20s,20s,20s",
            {"pain_0_to_10": 4},
            "change_variation 3x20s -> short",
        ),
        (
            "timed_hold pain_gate=yes levels=short/long level=short duration_s=20",
            "20s,20s,20s",
            {"pain_0_to_10": 4},
            "deload 3x20s",
        ),
        ("timed_hold pain_gate=yes", "10s,10s,10s", {"pain_0_to_10": 0}, "increase_duration 3x15s"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "done", "setting", "following"),
    [
        pytest.param(*case, id=f"{name}: {case[0]} {n}")
        for name, cases in WITHIN.items()
        for n, case in enumerate(cases)
    ],
)
def test_within(rule: str, done: str, setting: dict[str, Any], following: str) -> None:
    assert text_of(demanded(rule, done, **setting)) == following


class HundredOnce:
    """Lifts 100 kg once, and a repetition more for each 3 kg less."""

    heaviest_kg = 90.0

    def at_loads(self, loads_kg: Sequence[float]) -> list[RepetitionsAtLoad]:
        return [self._at(load_kg) for load_kg in loads_kg]

    def _at(self, load_kg: float) -> RepetitionsAtLoad:
        most = max(0.0, 1 + (100.0 - load_kg) / 3)
        chance = tuple(1 / (1 + 10 ** (k - 0.5 - most)) for k in range(1, 21))
        estimate = Estimate(most, most, most)
        return RepetitionsAtLoad(load_kg, estimate, estimate, chance)

    def maximum_kg(self) -> float:
        return 100.0


def test_a_training_maximum_comes_from_the_strength_that_the_log_shows() -> None:
    demand = demanded("five_three_one kg 20+2.5", "80x5", strength=HundredOnce())
    assert text_of(demand) == "start 57.5~58.5 1x5 + 67.5 1x5 + 77.5~76.5 1x5+ (week 1 of 4)"
    assert demand is not None
    assert demand.because[0].code == "training_max_from_strength"


EFFORT = """
rir_target                       kg 20+2.5 | 80x5 | deload 75 3x8 reserve 2
rir_target repetitions=3         kg 20+2.5 | 80x5 | increase_load 90 3x3 reserve 2
rir_target                       kg 20+2.5 | 80x8 | hold 80 3x8 reserve 2
rir_target chance=0.9            kg 20+2.5 | 80x5 | deload 70 3x8 reserve 2
rir_target repetitions_in_reserve=0.5 kg 20+2.5 | 80x5 | hold 80 3x8 reserve 0.5
rir_target repetitions=3 repetitions_in_reserve=0 kg 20+2.5 | 80x5 | increase_load 95 3x3 reserve 0
rir_target kg 120+10 | 80x5 | nothing to begin with
rir_target           | 80x5 | nothing to begin with
rir_target kg 20+2.5 |      | nothing to begin with
"""


@pytest.mark.parametrize("line", EFFORT.strip().splitlines())
def test_the_load_leaves_what_is_to_be_left(line: str) -> None:
    rule, done, following = (cell.strip() for cell in line.split("|"))
    assert text_of(demanded(rule, done, strength=HundredOnce())) == following


class Stronger(HundredOnce):
    """Could do far more than was ever lifted."""

    def _at(self, load_kg: float) -> RepetitionsAtLoad:
        return super()._at(load_kg / 2)


def test_no_more_than_a_tenth_above_the_heaviest_load_is_prescribed() -> None:
    rule = "rir_target repetitions=1 kg 20+2.5"
    usual = demanded(rule, "80x5", strength=HundredOnce())
    assert usual is not None
    assert [each.code for each in usual.because] == ["load_for_effort"]
    limited = demanded(rule, "80x5", strength=Stronger())
    assert text_of(limited) == "increase_load 97.5 3x1 reserve 2"
    assert limited is not None
    assert [each.code for each in limited.because] == ["load_for_effort", "load_at_limit"]


BAD = [
    ("double_progression", {"repetitions_low": 13}, "repetitions_low must not be above"),
    ("undulating", {"days": ((5, 3), (8, 12))}, "days must each begin with the lower number"),
    ("wave", {"repetitions": (6,)}, "easier_percent must have one number for each"),
    ("timed_hold", {"levels": ("a", "b", "a")}, "levels must have each name once"),
    ("undulating", {"days": ((3, 5),)}, "days must have at least 2 items, not 1"),
    ("linear", {"sets": 11}, "sets must lie from 1 to 10"),
    ("linear", {"sets": 0}, "sets must lie from 1 to 10"),
    ("linear", {"step_back_percent": float("nan")}, "step_back_percent must lie from 1 to 50"),
    ("apre", {"protocol": "5"}, "protocol must be 3, 6 or 10"),
    ("repetition_sum", {"goal": 2}, "goal must be at least one repetition a set"),
    ("per_set", {"ranges": ((8, 6),)}, "ranges must each begin with the lower number"),
    ("per_set", {"ranges": ((0, 6),)}, "ranges must lie from 1 to 100"),
    ("reverse_pyramid", {"repetitions_low": 9}, "repetitions_low must not be above"),
    ("wave", {"repetitions": ()}, "repetitions must have at least 1 items, not 0"),
    ("wave", {"repetitions": (6, 8, 10)}, "repetitions must fall from set to set"),
    ("tempo_progression", {"repetitions_low": 13}, "repetitions_low must not be above"),
    ("add_a_set", {"sets": 9}, "sets must not be above sets_most"),
    ("body_weight_ladder", {"repetitions_low": 9}, "repetitions_low must not be above"),
    ("body_weight_ladder", {"sets": 4}, "sets must not be above sets_most"),
    ("assistance_reduction", {"repetitions_low": 9}, "repetitions_low must not be above"),
    ("timed_hold", {"duration_s": 31}, "duration_s must not be above duration_s_most"),
    ("band_ladder", {"bands": ("red", "red")}, "bands must have each name once"),
    ("band_ladder", {"repetitions_low": 21}, "repetitions_low must not be above"),
]


@pytest.mark.parametrize(("name", "told", "why"), BAD)
def test_parameters_that_do_not_hold_together_are_named(
    name: str, told: dict[str, Any], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        SCHEMES[name].parameters(**told)


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.name)
def test_a_scheme_runs_without_being_told_anything(scheme: Any) -> None:
    assert scheme.parameters() == scheme.parameters()
    text = text_of(demanded(scheme.name, ""))
    assert text.startswith("start ") or text == "nothing to begin with"


@dataclass(frozen=True)
class Untold:
    sets: int = 3


def test_a_parameter_says_what_it_is() -> None:
    with pytest.raises(ValueError, match=r"Untold.sets is no parameter"):
        list(parameter_fields(Untold))
