"""Progressions on equipment that the athlete told: gaps in a run, odd stacks, few plates."""

from typing import Any

import pytest

from app.engine.equipment.load_list import LoadList
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.records import LoadMode
from tests.engine.overload.test_prescribe import codes, question, text_of, tireless
from tests.engine.progression.double.traces import demand_of
from tests.engine.progression.double.traces import text_of as demand_text

TRACES = {
    "kg 4 6 8 10 12 14 20": """
    3 sets         | 10x12,12,12             | increase_repetitions 10 3x13/16
    3 sets         | 10x16,16,16             | increase_load 12 3x8/12
    3 sets         | 12x12,12,12             | increase_repetitions 12 3x13/15
    3 sets         | 12x15,15,15             | increase_load 14 3x8/12
    3 sets         | 14x12,12,12             | increase_repetitions 14 3x13/20
    3 sets         | 14x12,12,12 14x20,20,20 | add_set 14 4x20/20
    3 sets         | 20x12,12,12             | add_set 20 4x12/12
    1 sets         | 12x7 12x7 12x7          | deload 10 1x8/12 carry +0.8
    1 sets         | 20x7 20x7 20x7          | deload 14 1x8/12 carry +4
    1 sets         | 20x7 20x7 20x7 14x10    | increase_repetitions 14 1x11/12 carry +4
    1 sets         | 4x7 4x7 4x7             | hold 4 1x8/12
    1 sets, step 2 | 14x12                   | hold 14 1x12/12 carry +2
    1 sets, step 1 | 4x20                    | hold 4 1x12/12 carry +1
    1 sets, step 9 | 10x16                   | increase_load 12 1x8/12
    """,
    "kg 20 21 22 40": """
    1 sets         | 20x12                   | increase_load 21 1x8/12
    1 sets         | 21x12                   | increase_load 22 1x8/12
    1 sets         | 22x12                   | increase_repetitions 22 1x13/20
    1 sets, step 2 | 20x12                   | increase_load 22 1x8/12
    1 sets, step 3 | 20x12                   | increase_load 22 1x8/12 carry +1
    1 sets         | 40x7 40x7 40x7          | deload 22 1x8/12 carry +14
    """,
    "kg 16": """
    1 sets         | 16x12                   | add_set 16 2x12/12
    1 sets         | 16x7 16x7 16x7          | hold 16 1x8/12
    """,
    "kg pins 7 12 17 22 27 32 37 42 47 52 57": """
    3 sets         | 52x12,12,12             | increase_load 57 3x8/12
    3 sets         | 42x12,12,12             | increase_repetitions 42 3x13/13
    1 sets         | 12x7 12x7 12x7          | deload 7 1x8/12 carry +3.8
    """,
    "kg pins 7 12 17 22 27 32 37 42 47 52 57 add 2.5": """
    3 sets         | 42x12,12,12             | increase_load 44.5 3x8/12
    3 sets         | 44.5x12,12,12           | increase_load 47 3x8/12
    3 sets         | 59.5x12,12,12           | add_set 59.5 4x12/12
    3 sets         | 12x12,12,12             | increase_repetitions 12 3x13/16
    1 sets         | 52x7 52x7 52x7          | deload 44.5 1x8/12 carry +2.3
    """,
    "kg plates 20x2 10x2 5x2 2.5x2 on 20": """
    3 sets         | 60x12,12,12             | increase_load 65 3x8/12
    3 sets         | 40x12,12,12             | increase_repetitions 40 3x13/13
    3 sets         | 40x12,12,12 40x13,13,13 | increase_load 45 3x8/12
    3 sets         | 95x12,12,12             | add_set 95 4x12/12
    1 sets         | 80x7 80x7 80x7          | deload 70 1x8/12 carry +2
    """,
    "lb plates 45 25 10 5 2.5 on 45 to 400": """
    3 sets         | 135x12,12,12            | increase_load 140 3x8/12
    """,
    "lb plates 45x2 25x2 10x4 5x2 on 45": """
    3 sets         | 135x12,12,12            | increase_load 145 3x8/12
    3 sets         | 145x9,9,9 155x12,12,12  | increase_load 165 3x8/12
    1 sets         | 135x7 135x7 135x7       | deload 115 1x8/12 carry +6.5
    """,
    "kg assisting pins 5 10 20 30 45, body 76": """
    1 sets         | -20x12                  | increase_repetitions -20 1x13/15
    1 sets         | -20x15                  | increase_load -10 1x8/12
    1 sets         | -5x12                   | increase_load 0 1x8/12
    1 sets         | 0x12                    | add_set 0 2x12/12
    1 sets         | -20x7 -20x7 -20x7       | deload -30 1x8/12 carry +4.4
    1 sets         | -45x7 -45x7 -45x7       | hold -45 1x8/12
    """,
    "kg assisting pins 5 10 20 30 45, body unknown": """
    1 sets         | -20x7 -20x7 -20x7       | deload -30 1x8/12 carry +8
    """,
}
OUTSIDE = {
    "kg 4 6 8 10 12 14 20": """
    3 sets         | 13x12,12,12             | increase_load 14 3x8/12
    3 sets         | 16x9,9,9                | increase_repetitions 16 3x10/12
    3 sets         | 16x12,12,12             | increase_repetitions 16 3x13/18
    3 sets         | 30x12,12,12             | add_set 30 4x12/12
    1 sets         | 16x7 16x7 16x7          | deload 14 1x8/12 carry +0.4
    1 sets         | 30x7 30x7 30x7          | deload 20 1x8/12 carry +7
    1 sets         | 3x7 3x7 3x7             | hold 3 1x8/12
    1 sets         | 3x12                    | increase_repetitions 3 1x13/20
    """,
}
FAR_STEPS = {
    "kg 0+2.5, body unknown": """
    3 sets         | 0x12,12,12              | increase_load 2.5 3x8/12
    """,
    "kg -60+5, body unknown": """
    3 sets         | -20x12,12,12            | increase_load -15 3x8/12
    """,
    "kg 4 10 18, body unknown": """
    3 sets         | 4x12,12,12              | increase_repetitions 4 3x13/13
    3 sets         | 4x12,12,12 4x13,13,13   | increase_load 10 3x8/12
    """,
    "kg 16 24, body unknown": """
    3 sets         | 0x12,12,12              | increase_repetitions 0 3x13/20
    3 sets         | 0x12,12,12 0x20,20,20   | add_set 0 4x20/20
    """,
}
CASES = [
    pytest.param(", ".join([f"8-12 {sets}", told, *step]), done, following, id=f"{told}: {done}")
    for traces in (TRACES, OUTSIDE, FAR_STEPS)
    for told, table in traces.items()
    for line in table.strip().splitlines()
    for asked, done, following in [map(str.strip, line.split("|"))]
    for sets, *step in [asked.split(", ")]
]


@pytest.mark.parametrize(("rule", "done", "following"), CASES)
def test_trace(rule: str, done: str, following: str) -> None:
    assert demand_text(demand_of(rule, done), rule) == following


DUMBBELLS = LoadList("kg", (4, 6, 8, 10, 12, 14, 20))
AFTER_A_PAUSE = """
20x12,12,12 | 13  | add_set 20 4x12 of 8-12
20x12,12,12 | 14  | hold 20 3x8 of 8-12
20x12,12,12 | 84  | deload 14 3x8 of 8-12
20x12,12,12 | 183 | start 12 2x8 of 8-12
14x12,12,12 | 14  | hold 14 3x8 of 8-12
14x12,12,12 | 28  | deload 12 3x8 of 8-12
4x12,12,12  | 183 | start 4 2x8 of 8-12
40x12,12,12 | 14  | deload 20 3x8 of 8-12
16x12,12,12 | 14  | deload 14 3x8 of 8-12
2x12,12,12  | 183 | start 2 2x8 of 8-12
"""


@pytest.mark.parametrize("line", AFTER_A_PAUSE.strip().splitlines())
def test_after_a_pause_what_can_be_loaded_is(line: str) -> None:
    done, days, following = (cell.strip() for cell in line.split("|"))
    assert text_of(question(done, float(days), loads=DUMBBELLS)) == following


def warned(asked: ExerciseQuestion) -> dict[str, str]:
    return {each.code: each.text for each in prescribe(asked, tireless).warnings}


@pytest.mark.parametrize("load", ["4", "4.04", "12", "13.96", "20"])
def test_a_load_of_the_equipment_is_not_warned_of(load: str) -> None:
    assert warned(question(f"{load}x9,9,9", loads=DUMBBELLS)) == {}


@pytest.mark.parametrize(
    ("load", "said"),
    [("13", "only 12 kg and 14 kg"), ("30", "only 20 kg"), ("3", "only 4 kg")],
)
def test_a_load_outside_the_equipment_is_warned_of(load: str, said: str) -> None:
    texts = warned(question(f"{load}x9,9,9", loads=DUMBBELLS))
    assert texts == {
        "load_outside_equipment": (
            f"{load} kg was lifted last, and the equipment described does not make it, {said}: "
            "correct the one or the other."
        )
    }


def test_the_warning_names_its_numbers() -> None:
    part = prescribe(question("30x9,9,9", loads=DUMBBELLS), tireless)
    assert dict(part.warnings[0].values) == {
        "load": "30 kg",
        "load_kg": 30.0,
        "nearest": "20 kg",
        "below_kg": 20.0,
    }


def test_what_was_told_is_not_corrected_by_the_log() -> None:
    log = "11x9,9,9 11x10,10,10 13x9,9,9 13x12,12,12"
    assert text_of(question(log, loads=DUMBBELLS)) == "increase_load 14 3x8 of 8-12"


def test_the_steps_of_told_equipment_are_no_convention() -> None:
    told = prescribe(question("12x9,9,9", loads=DUMBBELLS), tireless)
    assert "step_default" in codes(prescribe(question("40x9,9,9"), tireless))
    assert not {"step_default", "step_from_log"} & set(codes(told))


BODY: dict[str, Any] = {"load_mode": LoadMode.BODY_WEIGHT, "loads": LoadList("kg", (2.5, 5, 10))}


def test_nothing_can_always_be_hung_on_the_body() -> None:
    known = {**BODY, "body_mass_kg": 80.0, "body_mass_share": 0.95}
    assert text_of(question("0x12,12,12", **known)) == "increase_load 2.5 3x8 of 8-12"
    assert warned(question("0x9,9,9", **known)) == {}
    stuck = question("2.5x7 2.5x7 2.5x7", targets=Targets(8, 12, 1), **known)
    assert text_of(stuck) == "deload 0 1x8 of 8-12"


def test_where_nothing_is_loaded_the_equipment_does_not_matter() -> None:
    assert text_of(question("0x12,12,12", loads=DUMBBELLS)) == "add_set 0 4x12 of 8-12"
    assert warned(question("0x12,12,12", loads=DUMBBELLS)) == {}


def test_a_far_step_on_a_body_that_is_not_known_is_told_in_kilograms() -> None:
    kettlebells = {**BODY, "loads": LoadList("kg", (12, 16, 24))}
    because = prescribe(question("12x12,12,12", **kettlebells), tireless).because
    assert "step_too_large" not in {each.code for each in because}
    far = {each.code: each.text for each in prescribe(question("16x12", **kettlebells)).because}
    assert far["step_too_large"] == (
        "The next load, 24 kg, is 8 kg heavier, and the body's part of what is lifted is not "
        "known. Steps above 5 kg wait until every set reaches 15 repetitions (Epley, for a light "
        "body)."
    )
    none = {each.code: each.text for each in prescribe(question("0x20", **kettlebells)).because}
    assert none["step_out_of_reach"] == (
        "The next load, 12 kg, is 12 kg heavier, and the body's part of what is lifted is not "
        "known: too far for repetitions up to 20 to lead there (Epley, for a light body)."
    )


def test_a_light_load_from_elsewhere_is_a_load() -> None:
    kettlebells = LoadList("kg", (16, 32))
    assert text_of(question("2x9,9,9", loads=kettlebells)) == "increase_repetitions 2 3x10 of 8-12"
    assert text_of(question("0.04x9,9,9", loads=kettlebells)) == (
        "increase_repetitions 0 3x10 of 8-12"
    )
