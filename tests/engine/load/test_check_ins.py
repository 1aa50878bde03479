"""Which check-ins are believed, and what the newest says."""

from math import nan

import pytest

from app.engine.load.check_ins import Told, read_check_ins
from app.engine.records import RecoveryNote
from tests.engine.load.logs import NOW, note


@pytest.mark.parametrize(
    ("hours_ago", "code"),
    [(0.0, None), (1.0, None), (36.0, None), (36.1, "stale"), (400.0, "stale"), (-0.1, "future")],
)
def test_fresh_is_up_to_36_hours(hours_ago: float, code: str | None) -> None:
    read = read_check_ins([note(hours_ago, "a", readiness=1)], NOW)
    assert [each.reason for each in read.excluded] == ([] if code is None else [code])
    assert read.used == (("a",) if code is None else ())


@pytest.mark.parametrize(
    "wrong",
    [
        note(1, sleep_h=25.0),
        note(1, sleep_h=-1.0),
        note(1, sleep_h=nan),
        note(1, quality=0),
        note(1, readiness=6),
        note(1, sore={"chest": 11.0}),
        note(1, pain={"chest": -1.0}),
        note(1, pain={"chest": nan}),
    ],
)
def test_a_number_off_its_scale_is_left_out_and_said(wrong: RecoveryNote) -> None:
    read = read_check_ins([wrong], NOW)
    assert [each.reason for each in read.excluded] == ["out_of_scale"]
    assert [each.code for each in read.warnings([])] == ["check_in_out_of_scale"]


def test_the_same_check_in_sent_twice_counts_once() -> None:
    read = read_check_ins([note(1, "a"), note(1, "a")], NOW)
    assert read.used == ("a",)
    assert [each.reason for each in read.excluded] == ["duplicate"]


def test_the_newest_that_speaks_of_it_counts() -> None:
    notes = [
        note(2, "new", sore={"back": 3.0}, pain={"chest": 0.0}),
        note(20, "old", readiness=2, sore={"chest": 7.0}, pain={"chest": 5.0, "back": 1.0}),
        note(60, "stale", sleep_h=4.0, sore={"chest": 9.0}),
    ]
    read = read_check_ins(notes, NOW)
    readiness = read.newest(lambda each: each.readiness_1_to_5)
    assert readiness is not None
    assert readiness.value == 2
    assert read.newest(lambda each: each.sleep_h) is None
    assert read.soreness(("chest",)) == Told(7.0, notes[1].noted_at, "chest")
    assert read.soreness(("back", "chest")) == Told(7.0, notes[1].noted_at, "chest")
    assert read.pain(("chest", "back")) == Told(1.0, notes[1].noted_at, "back")
    assert read.pain(("calves",)) is None
    assert read.areas == ("chest", "back")


@pytest.mark.parametrize(
    ("notes", "warned"),
    [
        ([note(60, "a", pain={"chest": 6.0})], ["pain_unresolved"]),
        ([note(60, "a", pain={"chest": 3.0})], []),
        ([note(60, "a", pain={"chest": 6.0}), note(40, "b", pain={"chest": 1.0})], []),
        ([note(60, "a", pain={"chest": 6.0}), note(2, "b", pain={"chest": 1.0})], []),
        ([note(60, "a", pain={"chest": 6.0}), note(2, "b", sleep_h=8.0)], ["pain_unresolved"]),
        ([note(24 * 15, "a", pain={"chest": 6.0})], []),
        ([note(60, "a", pain={"back": 6.0})], []),
        ([note(2, "a", pain={"chest": 6.0})], []),
    ],
)
def test_pain_that_nothing_took_back_is_asked_about(
    notes: list[RecoveryNote], warned: list[str]
) -> None:
    read = read_check_ins(notes, NOW)
    assert [each.code for each in read.warnings(["chest"])] == warned
