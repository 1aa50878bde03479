"""The next set of a session that has begun."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from app.engine.strength.repetitions.fatigue_constants import CONSTANTS
from app.engine.strength.repetitions.history import read_history
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad, repetitions_at_loads
from app.engine.strength.repetitions.today import own_fall, sets_before
from tests.engine.strength.written import NOW, sets, written

USUAL = " / ".join(["60x8r2 60x8r1 60x7r1"] * 12)


def said(log: str, today: str, load_kg: float = 60.0, sets_ahead: int = 0) -> RepetitionsAtLoad:
    earlier = written(log) if log else []
    done = sets(99, today)
    answer = repetitions_in_session(earlier, NOW, [load_kg], done_today=done, sets_ahead=sets_ahead)
    value = answer.items[0].value
    assert value is not None
    return value


MORE = [
    ("a set costs something", "60x8r2", ""),
    ("two cost more", "60x8r2 60x8r1", "60x8r2"),
    ("a better set moves it up", "60x8r2", "60x10r2"),
    ("falling short of the usual moves it down", "60x5f", "60x8r2"),
    ("one of unknown effort says little below", "60x5f", "60x5"),
    ("fewer than before today says that it was all", "60x9 60x6", "60x9 60x9"),
]


@pytest.mark.parametrize(("what", "less", "more"), MORE)
def test_todays_sets_move_the_day(what: str, less: str, more: str) -> None:
    assert said(USUAL, less).capacity.value < said(USUAL, more).capacity.value, what


def test_a_warm_up_costs_nothing_and_says_nothing() -> None:
    alone, warmed = said(USUAL, "60x8r2"), said(USUAL, "30x10 40x8 60x8r2")
    assert warmed.capacity.value == pytest.approx(alone.capacity.value, abs=0.01)


def test_the_set_before_is_repeated() -> None:
    assert said(USUAL, "60x8").repetitions.value == pytest.approx(8.0, abs=0.1)
    tens = " / ".join(["60x10"] * 12)
    assert said(tens, "60x7 60x7").repetitions.low < said(tens, "60x10 60x10").repetitions.low


def test_a_day_out_of_the_ordinary_is_believed() -> None:
    usual = " / ".join(["28x12r2 28x12r1 28x11r1"] * 8)
    assert 5.0 < said(usual, "28x6f", 28.0).capacity.value < 6.5


def test_another_load_says_less() -> None:
    usual = " / ".join(["60x8f 90x3f"] * 12)
    near = said(usual, "60x12f", 60.0).capacity.value - said(usual, "60x8f", 60.0).capacity.value
    far = said(usual, "60x12f", 75.0).capacity.value - said(usual, "60x8f", 75.0).capacity.value
    assert 0.0 < far < near


FIRST_DAY = [("60x8f", 8.0), ("60x8r2", 10.0), ("60x8r2 60x8r1", 10.0)]


@pytest.mark.parametrize(("today", "first"), FIRST_DAY)
def test_the_first_session_of_all_rests_on_today(today: str, first: float) -> None:
    fallen = own_fall(read_history(written(today), NOW)) * len(today.split())
    assert said("", today).capacity.value == pytest.approx(first - fallen, abs=0.02)


@pytest.mark.parametrize("today", ["", "60x8w"])
def test_without_any_set_it_says_what_to_log(today: str) -> None:
    answer = repetitions_in_session([], NOW, [60.0, 0.0], done_today=sets(99, today))
    assert [one.status for one in answer.items] == [Status.INSUFFICIENT, Status.REFUSED]
    assert answer.because == ()
    assert answer.evidence.used == ()


@pytest.mark.parametrize(
    ("ahead", "said"), [(-1, "sets ahead"), ([0, -1], "sets ahead"), ([0, 1, 2], "broadcast")]
)
def test_sets_ahead_that_cannot_be(ahead: int | list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        repetitions_in_session(written(USUAL), NOW, [60.0, 50.0], sets_ahead=ahead)


def test_names_todays_sets_and_what_they_cost() -> None:
    done = (*sets(99, "40x8w 60x8r2"), PerformedSet("odd", 60.0, None))
    answer = repetitions_in_session(written("60x8 / 60x8"), NOW, [60.0], done_today=done)
    assert answer.evidence.used == ("0.0", "1.0", "99.1")
    assert {one.id: one.reason for one in answer.evidence.excluded} == {
        "99.0": "warm_up",
        "odd": "no_repetitions",
    }
    moved, cost = answer.because[-2:]
    assert moved.text == "What today's sets show moved it (here 1)."
    assert cost.text == (
        "Each set costs the next about 0.2 repetitions (sets before it: up to 1; before those it "
        "is learnt from: 0.0 on average)."
    )


def test_a_planned_set_names_the_sets_before_it() -> None:
    answer = repetitions_in_session(written(USUAL), NOW, [60.0, 60.0], sets_ahead=[0, 1])
    assert [one.code for one in answer.because[4:]] == ["fatigue_of_sets"]
    assert answer.because[-1].values["before"] == 1


SETS_BEFORE = [
    ("60x8 60x8 60x7", 0.0),
    ("60x8 60x8r3 60x7r1", 1.0),
    ("60x8 60x8 60x7f / 60x8 60x8f", 1.5),
    ("60x8 60x8 60x7f / 60x8 60x8", 2.0),
    ("40x8 55x8 60x7f", 1.0),
    ("50x8 60x8 / 60x8", 0.5),
]


@pytest.mark.parametrize(("log", "before"), SETS_BEFORE)
def test_sets_before_those_that_say_most(log: str, before: float) -> None:
    assert sets_before(read_history(written(log), NOW)) == pytest.approx(before)


def test_what_the_log_has_paid_is_not_paid_again() -> None:
    first, last = "60x8f 60x8 60x8", "60x8 60x8 60x8f"
    fresh, tired = (said(" / ".join([log] * 9), "").capacity.value for log in (first, last))
    third = said(" / ".join([last] * 9), "", sets_ahead=2).capacity.value
    assert third == pytest.approx(tired)
    assert said(" / ".join([first] * 9), "", sets_ahead=2).capacity.value == pytest.approx(
        fresh - 2 * CONSTANTS.fall
    )


def test_habit_follows_the_same_set() -> None:
    falling = " / ".join(["60x12 60x10 60x8"] * 12)
    habits = [said(falling, "", sets_ahead=n).repetitions.value for n in range(5)]
    assert habits == pytest.approx([12.0, 10.0, 8.0, 8.0, 8.0], abs=0.3)


def test_each_load_after_its_own_sets() -> None:
    loads_kg, ahead = [60.0, 50.0, -1.0, 60.0, 55.0], [2, 0, 1, 0, 2]
    log = written(USUAL)
    together = repetitions_in_session(log, NOW, loads_kg, sets_ahead=ahead).items
    alone = [
        repetitions_in_session(log, NOW, [load_kg], sets_ahead=n).items[0]
        for load_kg, n in zip(loads_kg, ahead, strict=True)
    ]
    assert [one.status for one in together] == [one.status for one in alone]
    for one, other in zip(together, alone, strict=True):
        if one.value is not None:
            assert other.value is not None
            assert one.value.chance == pytest.approx(other.value.chance)
            assert one.value.repetitions.value == pytest.approx(other.value.repetitions.value)


OWN_FALLS = [
    ("60x8 60x7 / 60x8 60x5", CONSTANTS.fall),
    ("60x8f 60x6f", (CONSTANTS.fall_pairs * CONSTANTS.fall + 2.0) / (CONSTANTS.fall_pairs + 1.0)),
    ("60x8f 50x6f", CONSTANTS.fall),
    ("60x20f 60x6f", (CONSTANTS.fall_pairs * CONSTANTS.fall + 4.0) / (CONSTANTS.fall_pairs + 1.0)),
    ("60x8r3 60x8r1", (CONSTANTS.fall_pairs * CONSTANTS.fall + 2.0) / (CONSTANTS.fall_pairs + 1.0)),
    (" / ".join(["60x5f 60x9f"] * 20), 0.0),
]


@pytest.mark.parametrize(("log", "fall"), OWN_FALLS)
def test_own_fall(log: str, fall: float) -> None:
    assert own_fall(read_history(written(log), NOW)) == pytest.approx(fall)


performed = st.builds(
    PerformedSet,
    id=st.text("abc123", min_size=1, max_size=3),
    load_kg=st.none() | st.floats(0.001, 1000) | st.floats(-50, 0),
    repetitions=st.none() | st.integers(0, 120),
    repetitions_in_reserve=st.none() | st.floats(0, 30),
    kind=st.sampled_from(SetKind),
)
some_sets = st.lists(performed, max_size=5).map(tuple)
logs = st.lists(
    st.builds(
        ExerciseSession,
        performed_at=st.floats(0.1, 900).map(lambda days: NOW - timedelta(days=days)),
        sets=some_sets,
    ),
    max_size=30,
)
loads = st.lists(st.floats(0.001, 1000), min_size=2, max_size=8)


@given(log=logs, loads_kg=loads)
def test_before_the_first_set_it_is_the_fresh_answer(
    log: list[ExerciseSession], loads_kg: list[float]
) -> None:
    assert repetitions_in_session(log, NOW, loads_kg, done_today=()) == repetitions_at_loads(
        log, NOW, loads_kg
    )


@given(log=logs, done=some_sets, loads_kg=loads, ahead=st.integers(0, 20))
def test_sane_and_chance_never_rises_with_load_or_repetitions(
    log: list[ExerciseSession],
    done: tuple[PerformedSet, ...],
    loads_kg: list[float],
    ahead: int,
) -> None:
    answer = repetitions_in_session(log, NOW, sorted(loads_kg), done_today=done, sets_ahead=ahead)
    values = [part.value for part in answer.items if part.value is not None]
    assert len(values) in {0, len(loads_kg)}
    for one in values:
        assert 0.0 <= one.repetitions.low <= one.repetitions.value <= one.repetitions.high
        assert 0.0 <= one.capacity.low <= one.capacity.value <= one.capacity.high < 200.0
        assert one.repetitions.value <= one.capacity.value
        assert all(0.0 <= less <= more <= 1.0 for more, less in pairwise(one.chance))
    for light, heavy in pairwise(values):
        assert heavy.capacity.value <= light.capacity.value + 1e-9
        assert all(h <= li + 1e-9 for h, li in zip(heavy.chance, light.chance, strict=True))


@given(log=logs, done=some_sets, load_kg=st.floats(0.1, 500), ahead=st.integers(0, 10))
def test_more_sets_before_it_never_leave_more(
    log: list[ExerciseSession], done: tuple[PerformedSet, ...], load_kg: float, ahead: int
) -> None:
    now, later = (
        repetitions_in_session(log, NOW, [load_kg], done_today=done, sets_ahead=n).items[0].value
        for n in (ahead, ahead + 1)
    )
    if now is not None and later is not None:
        assert later.capacity.value <= now.capacity.value + 1e-9
        assert all(b <= a + 1e-9 for a, b in zip(now.chance, later.chance, strict=True))


at_60 = st.builds("60x{}{}".format, st.integers(1, 30), st.sampled_from(["", "f", "r1", "r4"]))


@given(
    earlier=st.lists(at_60, min_size=1, max_size=6),
    before=st.lists(at_60, max_size=3),
    repetitions=st.integers(1, 30),
    reserves=st.tuples(st.floats(0, 30), st.floats(0, 30)).map(sorted),
)
def test_more_in_reserve_today_is_never_less_capacity(
    earlier: list[str], before: list[str], repetitions: int, reserves: list[float]
) -> None:
    less, more = (
        said(" / ".join(earlier), " ".join([*before, f"60x{repetitions}r{reserve:.3f}"]))
        for reserve in reserves
    )
    assert less.capacity.value <= more.capacity.value + 1e-6
