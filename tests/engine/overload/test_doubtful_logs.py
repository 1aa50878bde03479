"""Logs that cannot be true, or hardly: what is left out, what is asked about, what is done then."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.engine.answer import Evidence, insufficient
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, Tempo
from app.engine.strength.repetitions.repetitions import NO_SETS, RepetitionsAnswer
from tests.engine.overload.test_prescribe import BODY, codes, missing, question, text_of, tireless


def warned(asked: ExerciseQuestion) -> list[str]:
    return [each.code for each in prescribe(asked, tireless).warnings]


def left_out(asked: ExerciseQuestion) -> set[tuple[str, str]]:
    return {(each.id, each.reason) for each in prescribe(asked, tireless).evidence.excluded}


FIVE = "86x10,10,10 " * 5
SLIPS = f"""
{FIVE} 860x10,10,10                | increase_repetitions 86 3x11 of 8-12 | implausible_load
{FIVE} 860x10,10 860x10            | increase_repetitions 86 3x11 of 8-12 | implausible_load
{FIVE} 86x10,10 + 860x10           | hold 86 2x11 of 8-12                 | implausible_load
{FIVE} 860x10 860x10 860x10        | increase_repetitions 860 1x11 of 8-12 |
110x10 110x10 110x10 860x10         | increase_repetitions 110 1x11 of 8-12 | implausible_load
5x10 40x10                         | increase_repetitions 40 1x11 of 8-12 |
5x10 5x10 5x10 26x10               | increase_repetitions 5 1x11 of 8-12 | implausible_load
86x10 860x10                       | increase_repetitions 86 1x11 of 8-12 | implausible_load
8.6x10 86x10 86x10                 | increase_repetitions 86 1x11 of 8-12 |
{FIVE} 186x10,10,10                | increase_repetitions 186 3x11 of 8-12 | unusual_jump
86x10 86x10 86x10 129x10           | increase_repetitions 129 1x11 of 8-12 |
86x10 86x10 86x10 130x10           | increase_repetitions 130 1x11 of 8-12 | unusual_jump
60x10 60x10 -60x10                 | increase_repetitions 60 1x11 of 8-12 | implausible_load
60x10 62.5x10 -65x10 62.5x10       | increase_repetitions 62.5 1x11 of 8-12 | implausible_load
60x10,10 60x10 + -60x10 60x10      | increase_repetitions 60 1x11 of 8-12 | implausible_load
60x10 -60x10                       | increase_repetitions -60 1x11 of 8-12 |
60x10 60x10 60x10 -10x10           | increase_repetitions -10 1x11 of 8-12 |
-5x10 0x10 5x10 5x10               | increase_repetitions 5 1x11 of 8-12 |
86x10 86x10 130x10                 | increase_repetitions 130 1x11 of 8-12 |
"""


@pytest.mark.parametrize("line", SLIPS.strip().splitlines())
def test_a_load_is_compared_with_other_sessions(line: str) -> None:
    done, following, warnings = (cell.strip() for cell in line.split("|"))
    asked = question(done)
    assert text_of(asked) == following
    assert [code for code in warned(asked) if code != "out_of_reach"] == warnings.split()


def test_a_slip_does_not_move_the_real_models() -> None:
    clean, slipped = question(FIVE, days=4), question(FIVE + "860x10,10,10")
    assert slipped.at == clean.at
    assert prescribe(slipped).value == prescribe(clean).value


def test_an_unusual_jump_is_told_with_its_numbers() -> None:
    said = prescribe(question("86x10 " * 29 + "186x10"), tireless).warnings[0]
    assert said.text == (
        "186 kg is more than half again as heavy as anything in the 29 sessions before: check it."
    )


def test_a_jump_on_the_body_is_one_of_all_that_is_lifted() -> None:
    known = {**BODY, "body_mass_kg": 80.0, "body_mass_share": 0.95}
    assert warned(question("2.5x8 2.5x8 2.5x8 10x8", **known)) == []
    assert warned(question("2.5x8 2.5x8 2.5x8 100x8", **known)) == ["unusual_jump"]
    assert warned(question("2.5x8 2.5x8 2.5x8 100x8", **BODY)) == ["unusual_jump"]


MACHINE = LoadGrid("kg", 5, -60, 0)


@pytest.mark.parametrize(("share", "left"), [(0.95, {"s3"}), (None, {"s3"})])
def test_assistance_cannot_lift_the_whole_body(share: float | None, left: set[str]) -> None:
    asked = question("-20x9 -20x9 -500x9", loads=MACHINE, body_mass_kg=70.0, body_mass_share=share)
    assert {each for each, code in left_out(asked) if code == "implausible_load"} == left
    assert text_of(asked) == "increase_repetitions -20 1x10 of 8-12"
    assert "body_mass" not in missing(prescribe(asked))


def test_a_step_back_leaves_something_to_lift() -> None:
    light: dict[str, Any] = {"loads": MACHINE, "body_mass_kg": 50.0, "body_mass_share": 0.95}
    stuck = question("-45x7 -45x7 -45x7", targets=Targets(8, 12, 1), **light)
    assert text_of(stuck) == "hold -45 1x8 of 8-12"
    assert text_of(question("-45x7", 100, **light)) == "hold -45 1x7 of 8-12"
    assert text_of(question("-45x7", 200, **light)) == "start -45 1x7 of 8-12"


def test_with_a_weighing_it_is_the_share_that_is_missing() -> None:
    part = prescribe(question("0x12,12,12", **BODY, body_mass_kg=80.0))
    assert missing(part) == ["targets", "body_mass_share"]


def test_a_gram_is_no_load() -> None:
    asked = question("0.001x12,12,12")
    assert text_of(asked) == "add_set 0 4x12 of 8-12"
    said = " ".join(reason.text for reason in prescribe(asked, tireless).because)
    assert "Nothing is known that could be added to no load." in said
    assert left_out(question("60x9 0.5x9 60x9")) == {("s2", "no_load")}


def test_a_plate_that_was_held_is_kept() -> None:
    sit_ups = question("0x9 5x9", load_mode=LoadMode.NONE, loads=None)
    assert text_of(sit_ups) == "increase_repetitions 5 1x10 of 8-12"


def test_a_session_at_the_instant_asked_is_of_the_future() -> None:
    asked = question("40x9,9,9 40x10,10,10", days=0)
    assert left_out(asked) == {(f"s{n}", "future") for n in (4, 5, 6)}
    assert text_of(asked) == "increase_repetitions 40 3x10 of 8-12"
    assert missing(prescribe(asked)) == ["targets", "repetitions_in_reserve"]
    assert "start" in codes(prescribe(question("40x9", days=0)))


def test_a_gap_is_named_once() -> None:
    def unhelpful(*_: object, **__: object) -> RepetitionsAnswer:
        return RepetitionsAnswer((insufficient((NO_SETS,)),), Evidence(), (), (NO_SETS,))

    assert missing(prescribe(question("40x9"), unhelpful)) == ["targets", "sets_of_exercise"]


def with_tempo(asked: ExerciseQuestion, tempo: Tempo) -> ExerciseQuestion:
    def slowed(one: PerformedSet) -> PerformedSet:
        return replace(one, tempo=tempo)

    sessions = tuple(
        ExerciseSession(each.performed_at, tuple(map(slowed, each.sets))) for each in asked.sessions
    )
    return replace(asked, sessions=sessions)


@pytest.mark.parametrize(
    ("logged", "prescribed", "warnings"),
    [
        (Tempo(4, 0, 2, 2), Tempo(4, 0, 2, 2), []),
        (Tempo(10, 0, 10, 0), Tempo(10, 0, 10, 0), ["tempo_beyond_evidence"]),
        (Tempo(200, 0, 200, 0), None, ["tempo_not_believed"]),
    ],
)
def test_a_tempo_beyond_reason_is_not_prescribed_silently(
    logged: Tempo, prescribed: Tempo | None, warnings: list[str]
) -> None:
    asked = with_tempo(question("40x9,9,9"), logged)
    part = prescribe(asked, tireless)
    assert part.value is not None
    assert part.value.sets[0].tempo == prescribed
    assert warned(asked) == warnings


def test_an_asked_tempo_is_kept_and_warned_of() -> None:
    asked = question("40x9,9,9", targets=Targets(tempo=Tempo(200, 0, 200, 0)))
    assert warned(asked) == ["tempo_beyond_evidence"]


def test_logs_are_read_up_to_the_instant_and_no_further() -> None:
    asked = question("40x9,9,9")
    later = replace(asked, at=asked.sessions[0].performed_at + timedelta(seconds=1))
    assert codes(prescribe(later, tireless))[0] == "last_session"
