"""Targets, effort and sentences held against what the lifter could do and what was asked."""

from dataclasses import replace
from typing import Any

import pytest

from app.engine.answer import Estimate, Evidence, Part, ok
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.predictions import Predictor
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import Targets
from app.engine.records import LoadMode
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from tests.engine.overload.test_prescribe import BODY, missing, question, text_of, tireless


def able(capacity: float) -> Predictor:
    """A lifter of this capacity at every load; chances fall by a tenth a repetition from there."""
    estimate = Estimate(capacity, capacity - 2, capacity + 2)
    chance = tuple(min(1.0, max(0.0, 0.5 + (capacity - k) / 10)) for k in range(1, 21))

    def predict(_sessions: Any, _at: Any, loads_kg: Any, **_: Any) -> RepetitionsAnswer:
        items = tuple(ok(RepetitionsAtLoad(each, estimate, estimate, chance)) for each in loads_kg)
        return RepetitionsAnswer(items, Evidence(), (), ())

    return predict


def said(part: Part[Prescription]) -> dict[str, str]:
    return {reason.code: reason.text for reason in (*part.because, *part.warnings)}


IN_REACH = """
60x9,9,9    | 12  | increase_repetitions 60 3x10 of 8-12 |
60x9,9,9    | 10  | increase_repetitions 60 3x10 of 8-12 |
60x9,9,9    | 9.5 | hold 60 3x9 of 8-12                  | target_as_done
60x9,9,9    | 5   | hold 60 3x9 of 8-12                  | target_as_done out_of_reach
60x12,12,5  | 7   | hold 60 3x7 of 8-12                  | target_lowered
60x12,12,5  | 3   | hold 60 3x5 of 8-12                  | target_as_done
60x12,12,12 | 1   | increase_load 62.5 3x8 of 8-12       | out_of_reach
60x25,25    | 12  | hold 60 2x25 of 20-30                | target_as_done out_of_reach
60x25,25    | 30  | increase_repetitions 60 2x26 of 20-30 |
60x18,18    | 17  | hold 60 2x18 of 15-20                | target_as_done
"""


@pytest.mark.parametrize("line", IN_REACH.strip().splitlines())
def test_a_target_that_nobody_set_is_in_reach_or_as_done(line: str) -> None:
    done, capacity, following, named = (cell.strip() for cell in line.split("|"))
    asked, predict = question(done), able(float(capacity))
    assert text_of(asked, predict) == following
    found = {"target_lowered", "target_as_done", "out_of_reach"} & said(
        prescribe(asked, predict)
    ).keys()
    assert found == set(named.split())


def test_a_target_that_was_set_stays_and_is_warned_of() -> None:
    asked = question("60x9,9,9", targets=Targets(8, 12, 3))
    assert text_of(asked, able(5)) == "increase_repetitions 60 3x10 of 8-12"
    part = prescribe(asked, able(5))
    assert part.warnings[0].values["chance"] == 0.0
    assert said(part)["out_of_reach"].startswith(
        "The chance of 10 repetitions at 60 kg is less than 1 %:"
    )
    assert "is 20 %:" in said(prescribe(asked, able(7)))["out_of_reach"]
    assert "out_of_reach" not in said(prescribe(asked, able(7.5)))


def test_a_lowered_target_names_the_chance_of_the_rules() -> None:
    assert said(prescribe(question("60x9,9,9"), able(8)))["target_as_done"] == (
        "The rule's target of 10 has a chance of 30 % on the first set: aim at 9, as done last, "
        "until more is likely."
    )


def test_beyond_twenty_it_says_why_there_is_no_chance() -> None:
    assert said(prescribe(question("60x25,25"), able(30)))["chance_limit"] == (
        "The target is 26; chances are given up to 20 repetitions."
    )


EFFORT = """
12.0 | 2 | stop with about 2 repetitions in reserve.
11.9 | 1 | you could do about 12 in one set: stop with about 1 repetition in reserve, even if
10.2 | 1 | you could do about 10 in one set: stop with about 1 repetition in reserve, even if
8.0  | 1 | you could do about 8 in one set: stop with about 1 repetition in reserve, even if
"""


@pytest.mark.parametrize("line", EFFORT.strip().splitlines())
def test_effort_nobody_set_is_what_capacity_leaves(line: str) -> None:
    capacity, left, sentence = (cell.strip() for cell in line.split("|"))
    asked = question("60x9,9,9", targets=Targets(8, 12, 3))
    part = prescribe(asked, able(float(capacity)))
    assert part.value is not None
    assert part.value.sets[0].repetitions_in_reserve == int(left)
    texts = [text for text in said(part).values() if text.startswith("No effort is set")]
    assert len(texts) == 1
    assert sentence in texts[0]


@pytest.mark.parametrize(
    ("reserve", "capacity", "warned"),
    [(2.0, 12.0, False), (2.5, 12.0, True), (0.0, 8.0, False), (1.0, 8.0, True)],
)
def test_effort_that_was_set_is_kept_and_warned_of(
    reserve: float, capacity: float, warned: bool
) -> None:
    targets = Targets(8, 12, 3, repetitions_in_reserve=reserve)
    part = prescribe(question("60x9,9,9", targets=targets), able(capacity))
    assert part.value is not None
    assert part.value.sets[0].repetitions_in_reserve == reserve
    assert ("reserve_out_of_reach" in said(part)) == warned


NOT_PREDICTED = question("10x12,12,12 0x12,12,12", **BODY)


def test_without_a_capacity_nothing_is_lowered_nor_warned_of() -> None:
    part = prescribe(NOT_PREDICTED)
    assert missing(part) == ["targets", "body_mass"]
    assert part.value is not None
    assert part.value.sets[0].repetitions_in_reserve == 2
    assert part.warnings == ()


RETURNS: dict[str, dict[str, Any]] = {
    "push-ups": {**BODY},
    "crunches": {"load_mode": LoadMode.NONE, "loads": None},
    "no load logged": {},
}
UNLOADED = """
push-ups       | 0x14,14,14,14,14 | 14  | hold 0 3x8 of 8-12  |
push-ups       | 0x14,14,14,14,14 | 183 | start 0 2x8 of 8-12 | lightest_load_still_heavy
no load logged | 0x14,14,14,14    | 20  | hold 0 3x8 of 8-12  |
no load logged | 0x14,14          | 20  | hold 0 2x8 of 8-12  |
no load logged | 0x7,7            | 20  | hold 0 2x7 of 8-12  |
no load logged | 0x14,14,14,14    | 190 | start 0 2x8 of 8-12 |
"""


@pytest.mark.parametrize("line", UNLOADED.strip().splitlines())
def test_a_pause_without_load_takes_sets_and_repetitions(line: str) -> None:
    name, done, days, following, warned = (cell.strip() for cell in line.split("|"))
    asked = question(done, float(days), **RETURNS[name])
    assert text_of(asked) == following
    part = prescribe(asked, tireless)
    assert [each.code for each in part.warnings] == warned.split()
    assert " 0 kg" not in " ".join(said(part).values())
    assert "%" not in said(part).get("start_again", "")


def test_a_return_speaks_of_the_body() -> None:
    asked = question("0x14,14,14", 100, unit="lb", **RETURNS["crunches"])
    texts = said(prescribe(asked, tireless))
    assert (
        texts["last_session"] == "Last session, 2026-01-07: 14, 14, 14 repetitions at body weight."
    )
    assert texts["re_entry"] == (
        "100 days have passed since the last session, and body weight cannot be made less: begin "
        "with 8 or more repetitions a set, a margin for tendons and soreness."
    )


def test_sets_asked_for_are_prescribed_after_a_pause_but_not_after_half_a_year() -> None:
    asked = question("60x12,12,12,12,12", 20, targets=Targets(sets=5))
    assert text_of(asked) == "deload 57.5 5x8 of 8-12"
    assert text_of(replace(asked, targets=Targets())) == "deload 57.5 3x8 of 8-12"
    later = question("60x12,12,12,12,12", 200, targets=Targets(sets=5))
    assert text_of(later) == "start 35 2x8 of 8-12"
    assert said(prescribe(later, tireless))["fewer_sets_after_pause"] == (
        "Sets after the pause: 2 instead of 5."
    )


def test_many_sets_are_not_copied() -> None:
    many = question("60x" + ",".join(["9"] * 12))
    assert text_of(many) == "increase_repetitions 60 6x10 of 8-12"
    assert said(prescribe(many, tireless))["sets_capped"] == (
        "No number of sets is set and 12 were done last at the top load: no more than 6 are "
        "prescribed without being asked for."
    )
    assert text_of(replace(many, targets=Targets(sets=8))).endswith("60 8x10 of 8-12")


FINE = LoadGrid("kg", 0.5, 20)
BAR = LoadGrid("kg", 2.5, 20)
SENTENCES: list[tuple[str, LoadGrid | None, Targets, str, str]] = [
    (
        "100x12",
        FINE,
        Targets(),
        "step_below_advised",
        "That is 0.5 % more, less than the 2 to 10 % that are advised: small steps add up.",
    ),
    (
        "100x12",
        BAR,
        Targets(step=0.001),
        "step_too_small",
        (
            "A step of 0.001 kg is far below what the equipment makes: 100 kg stays until enough "
            "of them have added up."
        ),
    ),
    (
        "100x12",
        BAR,
        Targets(step=1),
        "increment_carried",
        "The rule says 101 kg, the equipment makes 100 kg: the difference, 1 kg, is carried on.",
    ),
    (
        "40x12",
        BAR,
        Targets(step=30),
        "step_not_taken",
        "The step asked for, 30 kg, is too large here: 42.5 kg is the next load.",
    ),
    (
        "12x12",
        LoadGrid("kg", 2, 2),
        Targets(step=10),
        "step_not_taken",
        "The step asked for, 10 kg, is too large here: 14 kg is the next load.",
    ),
    (
        "4x20",
        LoadGrid("kg", 2, 2),
        Targets(8, 12, step=10),
        "step_not_taken",
        "The step asked for, 10 kg, is too large here: 6 kg is the next load.",
    ),
    ("40x12", None, Targets(), "nothing_to_load", "Nothing is known that could be added to 40 kg."),
    (
        "60x1",
        BAR,
        Targets(1, 1, 1),
        "full_success",
        "The one set reached 1 repetition at 60 kg: the demand rises.",
    ),
    ("60x1", BAR, Targets(), "last_session", "Last session, 2026-01-07: 1 repetition at 60 kg."),
    (
        "60x9,1",
        BAR,
        Targets(),
        "last_session",
        "Last session, 2026-01-07: 9, 1 repetitions at 60 kg.",
    ),
    (
        "40x45",
        BAR,
        Targets(),
        "range_from_log",
        (
            "No repetition range is set; the median set of the last session had 45: 40 to 60 is "
            "the customary range that holds it."
        ),
    ),
    (
        "40x120",
        BAR,
        Targets(),
        "range_from_log",
        (
            "No repetition range is set; the median set of the last session had 120: 60 to 100 is "
            "the customary range nearest to it."
        ),
    ),
]


@pytest.mark.parametrize(("done", "grid", "targets", "code", "text"), SENTENCES)
def test_sentences_are_true(
    done: str, grid: LoadGrid | None, targets: Targets, code: str, text: str
) -> None:
    assert said(prescribe(question(done, loads=grid, targets=targets), tireless))[code] == text


@pytest.mark.parametrize("step", [2.5, 4.0, 5.0])
def test_a_step_of_up_to_a_tenth_is_obeyed(step: float) -> None:
    part = prescribe(question("60x12", targets=Targets(step=step)), tireless)
    assert "step_not_taken" not in said(part)
    assert part.value is not None
    assert part.value.sets[0].unrounded_load_kg == 60 + step
