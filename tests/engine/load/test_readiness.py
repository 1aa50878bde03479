"""What a check-in does to a session: a table, and that it never raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.load.readiness import Effect, ReadinessEffect, readiness
from app.engine.records import RecoveryNote
from tests.engine.load.logs import NOW, note

PLANNED, HOLD, LOWER = Effect.AS_PLANNED, Effect.HOLD, Effect.LOWER


def effect_of(*notes: RecoveryNote, in_deload: bool = False) -> ReadinessEffect:
    answer = readiness(notes, NOW, ("chest", "triceps"), in_deload=in_deload).value
    assert answer is not None
    return answer


def codes_of(*notes: RecoveryNote, in_deload: bool = False) -> list[str]:
    part = readiness(notes, NOW, ("chest", "triceps"), in_deload=in_deload)
    return [each.code for each in part.because]


@pytest.mark.parametrize(
    ("told", "effect", "codes"),
    [
        (note(2, readiness=5, sleep_h=9.0, quality=5), PLANNED, ["check_in_as_planned"]),
        (note(2, readiness=3), PLANNED, ["check_in_as_planned"]),
        (note(2, readiness=2), HOLD, ["low_readiness", "held"]),
        (note(2, readiness=1), LOWER, ["low_readiness", "lowered"]),
        (note(2, sore={"chest": 4.0}), PLANNED, ["check_in_as_planned"]),
        (note(2, sore={"chest": 5.0}), HOLD, ["sore", "held"]),
        (note(2, sore={"chest": 8.0}), LOWER, ["sore", "lowered"]),
        (note(2, sore={"calves": 9.0}), PLANNED, ["check_in_as_planned"]),
        (note(2, sleep_h=5.5), HOLD, ["short_sleep", "no_number_for_sleep", "held"]),
        (note(2, sleep_h=0.0), HOLD, ["short_sleep", "no_number_for_sleep", "held"]),
        (note(2, sleep_h=6.0), PLANNED, ["check_in_as_planned"]),
        (note(2, quality=1), HOLD, ["poor_sleep", "held"]),
        (note(2, quality=2), PLANNED, ["check_in_as_planned"]),
        (note(2, pain={"triceps": 3.0}), HOLD, ["pain_within_limit", "held"]),
        (note(2, pain={"triceps": 0.0}), PLANNED, ["check_in_as_planned"]),
        # Lowered once, however many things ask for it.
        (note(2, readiness=1, sore={"chest": 9.0}), LOWER, ["low_readiness", "sore", "lowered"]),
        (note(2, readiness=2, sore={"chest": 9.0}), LOWER, ["low_readiness", "sore", "lowered"]),
        # Stale, of the future, off its scale: as if it had not been sent.
        (note(37, readiness=1), PLANNED, ["no_check_in"]),
        (note(-1, readiness=1), PLANNED, ["no_check_in"]),
        (note(2, readiness=0), PLANNED, ["no_check_in"]),
    ],
)
def test_one_check_in(told: RecoveryNote, effect: Effect, codes: list[str]) -> None:
    assert effect_of(told).effect is effect
    assert effect_of(told).lower_percent == (10.0 if effect is LOWER else 0.0)
    assert codes_of(told) == codes


def test_a_person_can_read_it() -> None:
    part = readiness([note(3, sore={"lower_back": 6.0})], NOW, ("lower_back",))
    assert [each.text for each in part.because] == [
        "lower back: soreness of 6 of 10 is above 4, noted 3 h ago.",
        "Nothing is raised this time.",
    ]


def test_no_check_in_is_as_planned_and_says_so() -> None:
    part = readiness([], NOW)
    assert part.value == ReadinessEffect(PLANNED)
    assert [each.code for each in part.because] == ["no_check_in"]
    assert [each.code for each in part.missing] == ["check_in"]


def test_what_is_left_out_is_named() -> None:
    part = readiness([note(37, "old", readiness=1), note(-5, "next", readiness=1)], NOW)
    assert {each.id: each.reason for each in part.evidence.excluded} == {
        "old": "stale",
        "next": "future",
    }
    assert part.evidence.used == ()


def test_the_newest_counts_and_what_it_does_not_say_the_one_before() -> None:
    assert effect_of(note(20, readiness=1), note(2, readiness=4)).effect is PLANNED
    assert effect_of(note(20, readiness=1), note(2, sleep_h=8.0)).effect is LOWER


def test_pain_above_three_where_it_is_trained_refuses() -> None:
    part = readiness([note(2, pain={"chest": 3.5})], NOW, ("chest",))
    assert (part.status, part.value) == (Status.REFUSED, None)
    assert part.instead is not None
    assert "clinician" in part.instead
    assert readiness([note(2, pain={"chest": 3.5})], NOW, ("back",)).status is Status.OK


def test_pain_of_two_days_ago_is_asked_about() -> None:
    part = readiness([note(50, pain={"chest": 7.0})], NOW, ("chest",))
    assert part.status is Status.OK
    assert [each.code for each in part.warnings] == ["pain_unresolved"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (note(2, readiness=1), ["low_readiness", "deload_not_stacked"]),
        (note(2, readiness=4), ["check_in_as_planned"]),
    ],
)
def test_a_deload_is_not_lowered_again(told: RecoveryNote, codes: list[str]) -> None:
    assert effect_of(told, in_deload=True) == ReadinessEffect(PLANNED)
    assert codes_of(told, in_deload=True) == codes


NOTES = st.builds(
    note,
    st.floats(-10.0, 60.0),
    sleep_h=st.none() | st.floats(0.0, 24.0),
    quality=st.none() | st.integers(1, 5),
    readiness=st.none() | st.integers(1, 5),
    sore=st.dictionaries(st.sampled_from(["chest", "back"]), st.floats(0.0, 10.0)),
    pain=st.dictionaries(st.sampled_from(["chest", "back"]), st.floats(0.0, 10.0)),
)


@given(st.lists(NOTES, max_size=4))
def test_it_never_raises(notes: list[RecoveryNote]) -> None:
    part = readiness(notes, NOW, ("chest",))
    if part.value is not None:
        assert 0.0 <= part.value.lower_percent <= 10.0
        assert (part.value.effect is LOWER) == (part.value.lower_percent > 0.0)


@given(st.integers(1, 5))
def test_feeling_better_never_lowers_more(better: int) -> None:
    order = [PLANNED, HOLD, LOWER]
    feels = [note(1, f"{n}", readiness=n) for n in range(1, better + 1)]
    effects = [order.index(effect_of(each).effect) for each in feels]
    assert effects == sorted(effects, reverse=True)
