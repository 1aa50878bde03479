"""The next set: a log, the plan of the day, what was done of it, and what follows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from app.engine.answer import Estimate, Evidence, Missing, Part, Status, insufficient, ok
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.in_session import next_set
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.overload.set_question import NextSet, SetAction, SetQuestion
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, SetKind
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from tests.engine.overload.test_prescribe import question, ten_at_fifty

DONE = re.compile(r"(w)?([0-9.-]+)x([0-9]+)(?:@([0-9.]+))?(d)?")
PLAN = Targets(8, 12, 3)


def tired(
    _sessions: Sequence[ExerciseSession],
    _at: datetime,
    loads_kg: Sequence[float],
    *,
    done_today: tuple[PerformedSet, ...],
) -> RepetitionsAnswer:
    """500 kg divided by the load, one less for every set of today; a steep chance."""
    items = []
    for load_kg in loads_kg:
        most = 500 / load_kg - len(done_today)
        estimate = Estimate(most, most - 1, most + 1)
        chance = tuple(min(1.0, max(0.0, 0.5 + (most - k) / 4)) for k in range(1, 21))
        items.append(ok(RepetitionsAtLoad(load_kg, estimate, estimate, chance)))
    return RepetitionsAnswer(tuple(items), Evidence(), (), ())


def mute(
    _sessions: Sequence[ExerciseSession], _at: datetime, loads_kg: Sequence[float], **_: Any
) -> RepetitionsAnswer:
    lacking = Missing("sets_of_exercise", "Log a set.")
    return RepetitionsAnswer(tuple(insufficient((lacking,)) for _ in loads_kg), Evidence(), (), ())


def sets(text: str) -> tuple[PerformedSet, ...]:
    """`w20x8 50x10@2 40x12d`: a warm-up, a set with its reserve, a drop set."""
    done = []
    for place, each in enumerate(text.split()):
        found = DONE.fullmatch(each)
        assert found is not None, each
        warm_up, load, repetitions, reserve, drop = found.groups()
        kind = SetKind.WARM_UP if warm_up else SetKind.DROP if drop else SetKind.WORKING
        left = float(reserve) if reserve else None
        one = PerformedSet(f"today-{place}", float(load), int(repetitions), left, kind=kind)
        done.append(one)
    return tuple(done)


def part(asked: ExerciseQuestion, done: str, predict: Any = tired) -> Part[NextSet]:
    return next_set(SetQuestion(asked, sets(done)), ten_at_fifty, predict)


def text_of(asked: ExerciseQuestion, done: str, predict: Any = tired) -> str:
    """`lighter 42.5x8, 2 of 3`."""
    found = part(asked, done, predict).value
    assert found is not None
    what = ""
    if found.prescribed is not None:
        load, target = found.prescribed.load_kg, found.prescribed.repetitions_target
        what = f" {load:g}x{target}" if load is not None else f" x{target}"
    if found.warm_up is not None:
        what = f" {found.warm_up.load_kg:g}x{found.warm_up.repetitions}"
    return f"{found.action}{what}, {found.number} of {found.planned}"


SESSIONS = """
50x9,9,9 |                           | warm_up 20x8, 1 of 3
50x9,9,9 | w20x8                     | warm_up 30x3, 1 of 3
50x9,9,9 | w20x10 w30x5 w45x1        | as_planned 50x10, 1 of 3
50x9,9,9 | 20x10                     | warm_up 30x3, 1 of 3
50x9,9,9 | w20x8 50x10               | as_planned 50x10, 2 of 3
50x9,9,9 | 50x10 40x9d               | as_planned 50x10, 2 of 3
50x9,9,9 | 50x10 50x9                | as_planned 50x8, 3 of 3
50x9,9,9 | 50x10 50x9 50x9           | finished, 4 of 3
50x9,9,9 | 50x10 50x9 50x9 50x9      | finished, 5 of 3
65x9,9,9 | 65x8                      | lighter 50x10, 2 of 3
65x9,9,9 | 65x8 50x8                 | lighter 47.5x8, 3 of 3
"""


@pytest.mark.parametrize("row", SESSIONS.strip().splitlines())
def test_a_session(row: str) -> None:
    log, done, wanted = (each.strip() for each in row.split("|"))
    assert text_of(question(log, targets=PLAN), done) == wanted


def test_within_the_range_the_aim_follows_the_day() -> None:
    asked = question("55x11,11,11", targets=PLAN)
    found = part(asked, "55x7").value
    assert found is not None
    assert found.prescribed is not None
    assert (found.action, found.prescribed.repetitions_target) == (SetAction.AS_PLANNED, 8)
    assert found.prescribed.chance == pytest.approx(0.5 + (500 / 55 - 1 - 8) / 4)
    (why,) = part(asked, "55x7").because
    assert why.code == "set_target_lowered"


def test_what_is_said_names_the_chance_before_and_after() -> None:
    found = part(question("65x9,9,9", targets=PLAN), "65x8")
    (why,) = found.because
    assert why.code == "set_out_of_reach"
    assert why.values["lighter_chance"] > 0.25 > why.values["chance"]  # type: ignore[operator]
    assert [one.code for one in found.missing] == ["repetitions_in_reserve"]
    assert "today-0" in found.evidence.used


RESERVE = """
2 | 50x10@4    | heavier 52.5x10, 2 of 3
2 | 50x10@3    | as_planned 50x10, 2 of 3
2 | 50x10@1    | as_planned 50x10, 2 of 3
2 | 50x10@0    | lighter 47.5x10, 2 of 3
2 | 45x10@5    | as_planned 50x10, 2 of 3
2 | 50x10      | as_planned 50x10, 2 of 3
- | 50x10@5    | as_planned 50x10, 2 of 3
"""


@pytest.mark.parametrize("row", RESERVE.strip().splitlines())
def test_the_load_follows_the_reserve_that_is_asked_for(row: str) -> None:
    wanted, done, text = (each.strip() for each in row.split("|"))
    reserve = None if wanted == "-" else float(wanted)
    targets = replace(PLAN, repetitions_in_reserve=reserve)
    assert text_of(question("50x9,9,9", targets=targets), done) == text


def test_at_the_end_of_the_stack_nothing_is_heavier() -> None:
    targets = replace(PLAN, repetitions_in_reserve=2)
    stack = LoadGrid("kg", 2.5, 20, maximum=50)
    asked = question("50x9,9,9", targets=targets, loads=stack)
    assert text_of(asked, "50x10@5") == "as_planned 50x10, 2 of 3"


FIRST = """
           | as_planned 20x8, 1 of 2
20x8@6     | heavier 22.5x8, 2 of 2
20x8@6 22.5x8@5 | heavier 25x8, 3 of 2
20x8@6 22.5x8@3 | finished, 3 of 2
20x8@0     | finished, 2 of 2
20x8       | as_planned 20x8, 2 of 2
20x8 20x8  | finished, 3 of 2
"""


@pytest.mark.parametrize("row", FIRST.strip().splitlines())
def test_a_first_session_looks_for_its_load(row: str) -> None:
    done, wanted = (each.strip() for each in row.split("|"))
    asked = replace(question("20x8", targets=PLAN), sessions=())
    assert text_of(asked, done) == wanted


def test_a_first_session_ends() -> None:
    asked = replace(question("20x8", targets=PLAN), sessions=())
    done = " ".join(f"{20 + 2.5 * step:g}x8@8" for step in range(8))
    assert text_of(asked, done) == "finished, 9 of 2"
    assert [one.code for one in part(asked, done).because] == ["search_ended"]


def test_apre_adjusts_its_last_set_by_the_table() -> None:
    asked = question(" ".join(["50x6"] * 7), scheme="apre", targets=Targets())
    done = "w25x10 w37.5x6 50x"
    low, same, high = (text_of(asked, f"{done}{repetitions}") for repetitions in (2, 6, 12))
    assert [each.split(" ", 1)[0] for each in (low, same, high)] == [
        "lighter",
        "as_planned",
        "heavier",
    ]
    assert text_of(asked, "w25x10 w37.5x6") == "as_planned 50x6, 3 of 4"


NO_LOAD = [
    question("0x9,9,9", targets=PLAN, load_mode=LoadMode.NONE, loads=None),
    question("50x9,9,9", targets=PLAN, loads=None),
]


@pytest.mark.parametrize("asked", NO_LOAD)
def test_nothing_lighter_can_be_made(asked: ExerciseQuestion) -> None:
    found = part(asked, "0x8" if asked.load_mode is LoadMode.NONE else ["50x2", "50x2", "50x2"][0])
    assert found.value is not None
    assert found.value.action is SetAction.AS_PLANNED


def test_the_lightest_load_stays_and_says_so() -> None:
    asked = question("65x9,9,9", targets=PLAN, loads=LoadGrid("kg", 2.5, 65))
    found = part(asked, "65x8")
    assert text_of(asked, "65x8") == "as_planned 65x10, 2 of 3"
    assert [one.code for one in found.because] == ["set_lightest_already"]


def test_where_strength_cannot_be_told_the_plan_stands() -> None:
    assert text_of(question("65x9,9,9", targets=PLAN), "65x2", mute) == "as_planned 65x10, 2 of 3"
    changing = question("-20x8,8,8 -30x8,8,8", targets=PLAN, load_mode=LoadMode.BODY_WEIGHT)
    assert text_of(changing, "-20x2").startswith("as_planned")


def test_what_cannot_be_planned_has_no_next_set() -> None:
    hurt = part(question("50x9,9,9", targets=PLAN, pain_0_to_10=7), "50x9")
    assert (hurt.status, hurt.value) == (Status.REFUSED, None)
    assert hurt.instead
    unknown = replace(question("20x8"), sessions=(), loads=None)
    assert part(unknown, "").status is Status.INSUFFICIENT


def test_seconds_are_as_planned() -> None:
    asked = question("20x8", scheme="timed_hold", targets=Targets(), loads=None)
    asked = replace(asked, sessions=(), load_mode=LoadMode.NONE)
    found = part(asked, "").value
    assert found is not None
    assert found.prescribed is not None
    assert found.prescribed.duration_s


def spent(
    _sessions: Sequence[ExerciseSession], _at: datetime, loads_kg: Sequence[float], **_: Any
) -> RepetitionsAnswer:
    """Nothing goes any more."""
    none = Estimate(0, 0, 0)
    items = tuple(ok(RepetitionsAtLoad(each, none, none, (0.0,) * 20)) for each in loads_kg)
    return RepetitionsAnswer(items, Evidence(), (), ())


def test_without_the_bodys_part_no_other_load_can_be_told() -> None:
    asked = question("-20x9,9,9", targets=PLAN, load_mode=LoadMode.BODY_WEIGHT)
    found = part(asked, "-20x8", spent)
    assert [one.code for one in found.because] == ["set_lightest_already"]
