import math
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Estimate, Status
from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad, repetitions_at_loads
from tests.engine.strength.written import NOW, written


def said(sessions: list[ExerciseSession], *loads_kg: float) -> list[RepetitionsAtLoad]:
    answer = repetitions_at_loads(sessions, NOW, loads_kg)
    return [part.value for part in answer.items if part.value is not None]


performed = st.builds(
    PerformedSet,
    id=st.text("abc123", min_size=1, max_size=3),
    load_kg=st.none() | st.floats(0.001, 1000) | st.floats(-50, 0),
    repetitions=st.none() | st.integers(0, 120),
    repetitions_in_reserve=st.none() | st.floats(0, 30),
    kind=st.sampled_from(SetKind),
)
instants = st.floats(-30, 9000).map(lambda days: NOW - timedelta(days=days)) | st.just(NOW)
logs = st.lists(
    st.builds(
        ExerciseSession,
        performed_at=instants,
        sets=st.lists(performed, max_size=5).map(tuple),
    ),
    max_size=40,
)


def sane(estimate: Estimate) -> bool:
    return (
        0.0 <= estimate.low <= estimate.value <= estimate.high < math.inf and estimate.level == 0.8
    )


@given(log=logs, loads_kg=st.lists(st.floats(0.001, 1000), min_size=1, max_size=8))
def test_sane_whatever_the_log(log: list[ExerciseSession], loads_kg: list[float]) -> None:
    answer = repetitions_at_loads(log, NOW, loads_kg)
    assert len(answer.items) == len(loads_kg)
    ids = [one.id for session in log for one in session.sets]
    assert set(answer.evidence.used) <= set(ids)
    for load_kg, part in zip(loads_kg, answer.items, strict=True):
        if part.value is None:
            assert part.status is Status.INSUFFICIENT
            assert answer.evidence.used == ()
            continue
        one = part.value
        assert one.load_kg == pytest.approx(load_kg)
        assert sane(one.repetitions)
        assert sane(one.capacity)
        assert one.repetitions.value <= one.capacity.value
        assert one.repetitions.low <= one.capacity.low
        assert one.repetitions.high <= one.capacity.high
        assert len(one.chance) == 20
        assert all(more >= less for more, less in pairwise(one.chance))


@given(log=logs)
def test_every_set_is_used_left_out_by_name_or_counted(log: list[ExerciseSession]) -> None:
    answer = repetitions_at_loads(log, NOW, [60.0])
    named = [*answer.evidence.used, *[one.id for one in answer.evidence.excluded]]
    sets = sum(len(session.sets) for session in log)
    older = [reason for reason in answer.because if reason.code == "older_sessions_not_read"]
    assert len(named) == sets or (older and len(named) < sets)


def test_nothing_logged_says_what_to_log() -> None:
    answer = repetitions_at_loads([], NOW, [60.0])
    assert answer.items[0].status is Status.INSUFFICIENT
    assert [one.code for one in answer.items[0].missing] == ["sets_of_exercise"]
    assert [one.code for one in answer.missing] == ["sets_of_exercise"]


NEVER_USABLE = [
    ([PerformedSet("a", 0.0, 8), PerformedSet("b", -20.0, 8)], "without a load above 0 (2)."),
    ([PerformedSet("a", 40.0, 8, kind=SetKind.WARM_UP)], "warm-ups (1)."),
    ([PerformedSet("a", 40.0, duration_s=60.0)], "without repetitions (1)."),
    ([PerformedSet("a", 40.0, 101)], "of more than 100 repetitions (1)."),
    (
        [PerformedSet("a", 40.0, 8, kind=SetKind.WARM_UP), *[PerformedSet("b", None, 8)] * 2],
        "without a load above 0 (2), warm-ups (1).",
    ),
]


@pytest.mark.parametrize(("sets", "why"), NEVER_USABLE)
def test_sets_that_cannot_be_used_say_why(sets: list[PerformedSet], why: str) -> None:
    answer = repetitions_at_loads([ExerciseSession(NOW - timedelta(1), tuple(sets))], NOW, [60.0])
    (lacking,) = answer.missing
    assert answer.items[0].missing == (lacking,)
    assert lacking.code == "usable_sets"
    assert lacking.text.startswith(f"None of the sets sent can be used: {why} Log a working set")


def test_later_sets_alone_say_that_they_are_later() -> None:
    answer = repetitions_at_loads(written("60x8"), NOW - timedelta(days=30), [60.0])
    assert "not before the instant asked (1)" in answer.missing[0].text


ZONES = (UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12)))
ENDS = [
    *(datetime(1, 1, 1, tzinfo=zone) for zone in ZONES),
    *(datetime(9999, 12, 31, 23, 59, tzinfo=zone) for zone in ZONES),
]


@given(at=st.sampled_from([*ENDS, NOW]), done=st.lists(st.sampled_from([*ENDS, NOW]), max_size=3))
def test_any_instant_of_the_calendar(at: datetime, done: list[datetime]) -> None:
    log = [ExerciseSession(one, (PerformedSet("s", 60.0, 8),)) for one in done]
    answer = repetitions_at_loads(log, at, [60.0])
    assert (answer.items[0].status is Status.OK) == any(one < at for one in done)


@pytest.mark.parametrize("load_kg", [0.0, -20.0, math.nan, math.inf])
def test_a_load_that_is_none_is_refused_and_hides_no_other(load_kg: float) -> None:
    answer = repetitions_at_loads(written("60x8"), NOW, [load_kg, 60.0])
    refused, answered = answer.items
    assert refused.status is Status.REFUSED
    assert [reason.code for reason in refused.because] == ["load_not_positive"]
    assert answered.status is Status.OK


def test_habit_is_never_above_capacity() -> None:
    (far,) = said(written(" / ".join(["100x5"] * 10)), 300.0)
    assert far.repetitions.value == far.capacity.value < 0.5


def test_no_load_asked_is_no_item() -> None:
    assert repetitions_at_loads(written("60x8"), NOW, []).items == ()


@pytest.mark.parametrize(
    ("log", "missing"),
    [
        ("60x8 / 60x8", ["repetitions_in_reserve"]),
        ("60x8r2 / 60x8", []),
        ("60x8f / 60x8", []),
        ("60x8r9", []),
    ],
)
def test_asks_for_the_reserve_where_it_is_never_logged(log: str, missing: list[str]) -> None:
    answer = repetitions_at_loads(written(log), NOW, [60.0])
    assert [one.code for one in answer.missing] == missing


def test_reasons_name_their_numbers_and_sources() -> None:
    answer = repetitions_at_loads(written(" / ".join(["60x8r1"] * 30)), NOW, [60.0])
    codes = {reason.code: reason for reason in answer.because}
    assert codes["repetitions_from_log"].values == {"sets": 25, "sessions": 25, "days": 75.0}
    assert codes["older_sessions_not_read"].values == {"sessions": 5}
    assert codes["capacity_from_effort"].values == {"known": 25, "bounds": 0}
    assert codes["repetitions_from_log"].text == (
        "Rests on your log (sets: 25, sessions: 25, oldest 75.0 days ago)."
    )
    assert codes["capacity_curve"].source == "epley_1985"


def test_the_future_does_not_count() -> None:
    coming = ExerciseSession(NOW, (PerformedSet("coming", 60.0, 20),))
    alone = said(written("60x8 / 60x8"), 60.0)
    assert said([*written("60x8 / 60x8"), coming], 60.0) == alone


def test_heavy_loads_in_other_proportions_move_everything_along() -> None:
    """But for typing errors, and below 100 kg, where the curve is shorter."""
    (light,) = said(written("120x8 / 125x8 / 130x6"), 125.0)
    (heavy,) = said(written("240x8 / 250x8 / 260x6"), 250.0)
    assert light.repetitions.value == pytest.approx(heavy.repetitions.value)
    assert light.chance == pytest.approx(heavy.chance)
