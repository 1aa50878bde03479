"""When a deload is suggested, when it is not, and when nobody can tell."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.load.deload import DeloadAdvice, DeloadPlan, DeloadQuestion, Lift, deload
from app.engine.load.mesocycle import DeloadDays
from app.engine.load.rest import weeks_without_rest
from app.engine.records import RecoveryNote
from tests.engine.load.logs import NOW, note

RISING = (Lift("bench", False), Lift("squat", False))
ONE_STALLED = (Lift("bench", True), Lift("squat", False))
TWO_STALLED = (Lift("bench", True), Lift("squat", True), Lift("row", False))
UNKNOWN = (Lift("bench", None), Lift("squat", False))


def felt(*readiness: int, days_ago: int = 1) -> tuple[RecoveryNote, ...]:
    """A check-in a day, the last of them `days_ago` before."""
    days = range(len(readiness) - 1 + days_ago, days_ago - 1, -1)
    return tuple(
        note(24.0 * day, readiness=told) for day, told in zip(days, readiness, strict=True)
    )


def verdict(
    lifts: tuple[Lift, ...] = (),
    notes: tuple[RecoveryNote, ...] = (),
    every: float | None = None,
    trained: float | None = None,
) -> str:
    part = deload(DeloadQuestion(NOW, lifts, notes, every, trained))
    return part.value.advice if part.value else part.status


SUGGESTED, NOT_SUGGESTED, UNTOLD = "suggested", "not_suggested", "insufficient"


@pytest.mark.parametrize(
    ("lifts", "notes", "every", "trained", "expected"),
    [
        # All assessed.
        (RISING, felt(4, 4, 4), None, None, NOT_SUGGESTED),
        (ONE_STALLED, felt(4, 4, 4), None, None, NOT_SUGGESTED),
        (TWO_STALLED, felt(4, 4, 4), None, None, SUGGESTED),
        (RISING, felt(2, 2, 2), None, None, SUGGESTED),
        (RISING, felt(2, 2, 3), None, None, NOT_SUGGESTED),
        (ONE_STALLED, felt(2, 2, 3), None, None, SUGGESTED),
        (ONE_STALLED, felt(3, 3, 3), None, None, NOT_SUGGESTED),
        # Only the newest five are averaged.
        (RISING, felt(1, 1, 1, 5, 5, 5, 5, 5), None, None, NOT_SUGGESTED),
        (RISING, felt(5, 5, 5, 2, 2, 2, 2, 2), None, None, SUGGESTED),
        # Nothing logged, or not enough: not the same as no deload.
        ((), (), None, None, UNTOLD),
        (RISING, (), None, None, UNTOLD),
        ((), felt(4, 4, 4), None, None, UNTOLD),
        (UNKNOWN, felt(4, 4, 4), None, None, UNTOLD),
        (RISING, felt(1, 1), None, None, UNTOLD),
        (RISING, (note(1, "a", readiness=1), note(2, "b", readiness=1), note(3, "c", readiness=1)),
         None, None, UNTOLD),
        # Old check-ins fire nothing.
        (RISING, felt(1, 1, 1, days_ago=4), None, None, UNTOLD),
        (RISING, felt(1, 1, 1, days_ago=20), None, None, UNTOLD),
        (RISING, felt(1, 1, 1, days_ago=-3), None, None, UNTOLD),
        # One signal is enough, whatever the others are.
        (TWO_STALLED, (), None, None, SUGGESTED),
        ((), felt(1, 1, 1), None, None, SUGGESTED),
        ((Lift("bench", True),), felt(2, 3, 3), None, None, SUGGESTED),
        ((), (), 6.0, 6.0, SUGGESTED),
        # A plan is the caller's.
        (RISING, felt(4, 4, 4), 6.0, 5.9, NOT_SUGGESTED),
        (RISING, felt(4, 4, 4), 6.0, None, UNTOLD),
        (RISING, felt(4, 4, 4), None, 30.0, NOT_SUGGESTED),
        # A lift named twice is one lift.
        ((Lift("bench", True), Lift("bench", True)), felt(4, 4, 4), None, None, UNTOLD),
    ],
)  # fmt: skip
def test_verdicts(
    lifts: tuple[Lift, ...],
    notes: tuple[RecoveryNote, ...],
    every: float | None,
    trained: float | None,
    expected: str,
) -> None:
    assert verdict(lifts, notes, every, trained) == expected


def test_how_and_that_no_gain_was_shown() -> None:
    part = deload(DeloadQuestion(NOW, TWO_STALLED, felt(4, 4, 4)))
    assert part.value is not None
    assert part.value.how == DeloadPlan((5, 7), 0.5, (0.9, 1.0), (2.0, 3.0))
    assert [each.code for each in part.because] == [
        "lifts_stalled",
        "readiness_fine",
        "deload_how",
        "no_gain_shown",
    ]
    assert part.because[0].text == "Lifts without progress: 2 of 3 (bench, squat)."
    named = (Lift("0190", True, "Bench Press"), Lift("squat", True))
    said = deload(DeloadQuestion(NOW, named)).because[0].text
    assert said == "Lifts without progress: 2 of 2 (Bench Press, squat)."


@pytest.mark.parametrize(
    ("question", "said", "missing"),
    [
        (DeloadQuestion(NOW), [], ["lift_trends", "check_ins"]),
        (DeloadQuestion(NOW, RISING), ["lifts_move"], ["check_ins"]),
        (DeloadQuestion(NOW, (), felt(4, 4, 4)), ["readiness_fine"], ["lift_trends"]),
        (
            DeloadQuestion(NOW, RISING, felt(4, 4, 4), 6.0),
            ["lifts_move", "readiness_fine"],
            ["training_log"],
        ),
        (
            DeloadQuestion(NOW, RISING, felt(4, 4, 4), 6.0, 2.0),
            ["plan_not_due", "lifts_move", "readiness_fine", "no_deload_asked"],
            [],
        ),
        (
            DeloadQuestion(NOW, ONE_STALLED, felt(2, 3, 3)),
            ["lifts_stalled", "lifts_move", "stalled_and_tired", "deload_how", "no_gain_shown"],
            [],
        ),
        (
            DeloadQuestion(NOW, (), felt(1, 1, 1), 6.0, 7.0),
            ["plan_due", "readiness_low", "deload_how", "no_gain_shown"],
            ["lift_trends"],
        ),
    ],
)
def test_what_was_seen_is_said(
    question: DeloadQuestion, said: list[str], missing: list[str]
) -> None:
    part = deload(question)
    assert [each.code for each in part.because] == said
    assert [each.code for each in part.missing] == missing


def test_check_ins_of_the_last_days_are_evidence_and_older_ones_are_named() -> None:
    notes = (*felt(4, 4, 4), note(24 * 15, "old", readiness=1), note(-2, "next", readiness=1))
    part = deload(DeloadQuestion(NOW, RISING, notes))
    assert part.evidence.used == ("note-72", "note-48", "note-24")
    assert {each.id: each.reason for each in part.evidence.excluded} == {
        "old": "stale",
        "next": "future",
    }
    assert deload(DeloadQuestion(NOW, RISING, felt(4, 4))).evidence.used == ()


@pytest.mark.parametrize(
    ("soreness", "warned"), [((5.0, 6.0, 7.0), ["sore_throughout"]), ((5.0, 4.0, 7.0), [])]
)
def test_soreness_that_lasts_is_warned_of(soreness: tuple[float, ...], warned: list[str]) -> None:
    notes = tuple(
        note(24.0 * day, readiness=4, sore={"chest": 1.0, "back": sore})
        for day, sore in enumerate(soreness)
    )
    part = deload(DeloadQuestion(NOW, RISING, notes))
    assert [each.code for each in part.warnings] == warned


@pytest.mark.parametrize(
    ("every", "warned"), [(4.0, []), (8.0, []), (3.0, ["plan_unusual"]), (12.0, ["plan_unusual"])]
)
def test_an_unusual_plan_is_obeyed_and_said(every: float, warned: list[str]) -> None:
    part = deload(DeloadQuestion(NOW, RISING, felt(4, 4, 4), every, every))
    assert part.value is not None
    assert part.value.advice is DeloadAdvice.SUGGESTED
    assert [each.code for each in part.warnings] == warned


@pytest.mark.parametrize("every", [0.0, -4.0, 53.0, float("nan")])
def test_what_is_no_plan(every: float) -> None:
    with pytest.raises(ValueError, match="every_weeks"):
        DeloadQuestion(NOW, every_weeks=every)


ORDER = [False, None, True]


@given(st.lists(st.sampled_from(ORDER), max_size=4), st.lists(st.integers(1, 5), max_size=6))
def test_one_more_stalled_lift_never_takes_a_deload_back(
    stalled: list[bool | None], readiness: list[int]
) -> None:
    lifts = tuple(Lift(str(n), each) for n, each in enumerate(stalled))
    notes = felt(*readiness)
    if verdict(lifts, notes) == SUGGESTED:
        assert verdict((*lifts, Lift("one more", True)), notes) == SUGGESTED


def test_no_deload_is_never_said_of_what_was_not_assessed() -> None:
    for lifts, notes in product([(), UNKNOWN, RISING], [(), felt(4), felt(4, 4, 4)]):
        part = deload(DeloadQuestion(NOW, lifts, notes))
        assert (part.status is Status.OK) == (lifts == RISING and len(notes) == 3)


def days_ago(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("performed", "last_deload_on", "weeks"),
    [
        ([], None, None),
        (days_ago(-1), None, None),
        (days_ago(21, 19, 16, 12, 8, 5, 2), None, 3.0),
        (days_ago(2, 5, 8, 12, 16, 19, 21), None, 3.0),
        (days_ago(40, 38, 14, 10, 7, 3), None, 2.0),
        (days_ago(40, 33, 28, 24, 19, 14, 10, 7, 3), None, 33 / 7),
        (days_ago(21, 7), None, 0.0),
        (days_ago(21, 16, 10, 6.9), None, 3.0),
        (days_ago(21, 16, 10, 5), date(2026, 1, 25), 1.0),
        (days_ago(21, 16, 10, 5), date(2025, 1, 25), 3.0),
        (days_ago(21, 16, 10, 5), date(2026, 3, 1), 0.0),
    ],
)
def test_weeks_without_a_week_off(
    performed: list[datetime], last_deload_on: date | None, weeks: float | None
) -> None:
    told = weeks_without_rest(performed, NOW, last_deload_on)
    assert told == (None if weeks is None else pytest.approx(weeks))


def test_rest_is_read_at_the_ends_of_the_calendar() -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert weeks_without_rest([first], last) == 0.0
    assert weeks_without_rest([last], first) is None


TODAY = NOW.date()
WEEK = timedelta(days=7)


def days_from(weeks: float) -> DeloadDays:
    """A week that begins so many weeks from now."""
    first_on = TODAY + timedelta(weeks=weeks)
    return DeloadDays(first_on, first_on + timedelta(days=6))


@pytest.mark.parametrize(
    ("planned", "ended_on", "lifts", "notes", "expected", "said"),
    [
        # While it goes on no other is asked for, however one feels.
        (days_from(0), None, TWO_STALLED, felt(1, 1, 1), "under_way", ["deload_under_way"]),
        (days_from(-6 / 7), None, (), (), "under_way", ["deload_under_way"]),
        # The weeks after it: lifts that stand still ask for no other, but bad days do.
        (None, TODAY - timedelta(days=1), TWO_STALLED, felt(4, 4, 4), NOT_SUGGESTED,
         ["lifts_stalled", "lifts_after_deload", "readiness_fine", "no_deload_asked"]),
        (None, TODAY - 4 * WEEK, TWO_STALLED, felt(4, 4, 4), SUGGESTED,
         ["lifts_stalled", "readiness_fine", "deload_how", "no_gain_shown"]),
        (None, TODAY + WEEK, TWO_STALLED, felt(4, 4, 4), SUGGESTED,
         ["lifts_stalled", "readiness_fine", "deload_how", "no_gain_shown"]),
        (None, TODAY, TWO_STALLED, felt(1, 1, 1), SUGGESTED,
         ["lifts_stalled", "lifts_after_deload", "readiness_low", "deload_how", "no_gain_shown"]),
        (None, TODAY, ONE_STALLED, felt(2, 3, 3), SUGGESTED,
         ["lifts_stalled", "lifts_move", "stalled_and_tired", "deload_how", "no_gain_shown"]),
        # Before it: it is said, and may be brought forward.
        (days_from(1), None, TWO_STALLED, felt(4, 4, 4), SUGGESTED,
         ["lifts_stalled", "readiness_fine", "deload_ahead", "deload_how", "no_gain_shown"]),
        (days_from(-2), None, RISING, felt(4, 4, 4), NOT_SUGGESTED,
         ["lifts_move", "readiness_fine", "no_deload_asked"]),
    ],
)  # fmt: skip
def test_a_deload_of_the_mesocycle_counts(
    planned: DeloadDays | None,
    ended_on: date | None,
    lifts: tuple[Lift, ...],
    notes: tuple[RecoveryNote, ...],
    expected: str,
    said: list[str],
) -> None:
    part = deload(DeloadQuestion(NOW, lifts, notes, planned=planned, last_deload_on=ended_on))
    assert part.value is not None
    assert part.value.advice == expected
    assert [each.code for each in part.because] == said
