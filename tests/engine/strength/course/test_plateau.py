from datetime import date, timedelta

import pytest

from app.engine.answer import Estimate, Part, Status
from app.engine.records import ExerciseSession
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge
from app.engine.strength.course.plateau import (
    MOST_SESSIONS,
    Plateau,
    PlateauQuestion,
    Verdict,
    plateau,
    sessions_to_tell,
)
from app.engine.strength.course.strength_points import StrengthPoint
from app.engine.strength.course.trend import strength_trend
from tests.engine.strength.series_of_sets import line, noisy
from tests.engine.strength.written import NOW, written

NOVICE, LATER, OLD_HAND = TrainingAge


def judged(
    sessions: list[ExerciseSession],
    training_age: TrainingAge | None = NOVICE,
    *,
    expected: float | None = None,
    deficit_since: date | None = None,
    weeks: float = 12.5,
) -> Part[Plateau]:
    question = PlateauQuestion(NOW, training_age, expected, deficit_since)
    return plateau(strength_trend(sessions, NOW, weeks=weeks), question)


def codes(part: Part[Plateau]) -> list[str]:
    return [reason.code for reason in part.because]


VERDICTS = [
    (0.0, NOVICE, 12, Verdict.PLATEAU),
    (1.0, NOVICE, 12, Verdict.PROGRESSING),
    (2.0, NOVICE, 12, Verdict.PROGRESSING),
    (-1.0, NOVICE, 12, Verdict.DECLINING),
    (0.0, LATER, 26, Verdict.PLATEAU),
    (0.4, LATER, 26, Verdict.PROGRESSING),
    (-0.4, LATER, 26, Verdict.DECLINING),
    (0.0, OLD_HAND, 52, Verdict.PLATEAU),
    (0.15, OLD_HAND, 52, Verdict.PROGRESSING),
]


@pytest.mark.parametrize(("percent", "age", "weeks", "verdict"), VERDICTS)
def test_verdicts(percent: float, age: TrainingAge, weeks: float, verdict: Verdict) -> None:
    part = judged(line(percent, weeks), age, weeks=weeks + 1)
    assert part.value is not None
    assert part.value.verdict is verdict
    assert part.value.expected_percent_per_week == EXPECTATIONS[age].percent_per_week
    assert codes(part)[:2] == [verdict.value, "tested_interval"]
    assert "expected_by_training_age" in codes(part)


UNTOLD = [
    ("eight weekly sessions cannot tell 1 % from none", 0.0, 7, 7.0),
    ("neither can they when it rises", 0.5, 8, 7.0),
    ("a slow rise is not a plateau", 0.5, 6, 3.5),
]


@pytest.mark.parametrize(
    ("why", "percent", "weeks", "gap_days"), UNTOLD, ids=[u[0] for u in UNTOLD]
)
def test_no_verdict_where_the_interval_fits_both(
    why: str, percent: float, weeks: float, gap_days: float
) -> None:
    part = judged(line(percent, weeks, gap_days=gap_days))
    assert part.status is Status.INSUFFICIENT, why
    assert codes(part) == ["cannot_tell_yet", "expected_by_training_age"]
    (lacking,) = part.missing
    assert lacking.code == "sessions_of_exercise"
    assert "more sessions would tell" in lacking.text


@pytest.mark.parametrize("percent", [0.0, 0.3])
def test_the_sessions_that_are_asked_for_tell(percent: float) -> None:
    """A perfect line: its interval is that of test noise, which shrinks as it was foretold."""
    gap_days, weeks = 7.0, 6.0
    now = strength_trend(line(percent, weeks, gap_days=gap_days), NOW, weeks=60).value
    assert now is not None
    more = sessions_to_tell(now.points, now.tested_percent_per_week, 1.0)
    assert more is not None
    before = judged(line(percent, weeks + more - 1, gap_days=gap_days), weeks=60)
    after = judged(line(percent, weeks + more, gap_days=gap_days), weeks=60)
    assert before.status is Status.INSUFFICIENT
    assert after.status is Status.OK


def test_a_rise_between_nothing_and_the_expected_one_is_never_called_a_plateau() -> None:
    part = judged(line(0.55, 40), expected=0.6, weeks=42)
    assert part.value is not None
    assert part.value.verdict is Verdict.PROGRESSING
    slow = judged(line(0.55, 40), expected=1.0, weeks=42)
    assert "slower_than_expected" in codes(slow)


def test_a_given_rise_stands_before_the_usual_one() -> None:
    part = judged(line(0.0), NOVICE, expected=3.0)
    assert part.value is not None
    assert part.value.expected_percent_per_week == 3.0
    assert "expected_as_asked" in codes(part)


def test_without_an_expected_rise_no_plateau_is_called() -> None:
    flat = judged(line(0.0), None)
    assert flat.status is Status.INSUFFICIENT
    assert [one.code for one in flat.missing] == ["training_age"]
    rising = judged(line(2.0), None)
    assert rising.value is not None
    assert rising.value.verdict is Verdict.PROGRESSING
    assert [one.code for one in rising.missing] == ["training_age"]
    leaning = judged(line(0.2), None)
    assert [one.code for one in leaning.missing] == ["training_age", "sessions_of_exercise"]


DEFICITS = [
    (0.0, date(2026, 2, 1), None),
    (0.0, date(2026, 3, 1), None),
    (0.0, date(2026, 3, 2), Verdict.PLATEAU),
    (1.5, date(2026, 2, 1), Verdict.PROGRESSING),
    (-1.5, date(2026, 2, 1), Verdict.DECLINING),
]


@pytest.mark.parametrize(("percent", "since", "verdict"), DEFICITS)
def test_no_plateau_in_an_energy_deficit(
    percent: float, since: date, verdict: Verdict | None
) -> None:
    part = judged(line(percent), deficit_since=since)
    assert (part.value and part.value.verdict) == verdict
    if verdict is None:
        assert codes(part) == ["in_energy_deficit", "hold_in_deficit"]
        assert [one.code for one in part.missing] == ["end_of_deficit"]


def test_a_deficit_is_named_also_where_nothing_could_be_told() -> None:
    part = judged(line(0.3, 8, gap_days=7), deficit_since=date(2026, 2, 1))
    assert codes(part) == ["in_energy_deficit", "hold_in_deficit"]


def after_layoff(weeks: float) -> list[ExerciseSession]:
    before = [
        ExerciseSession(one.performed_at - timedelta(days=30 + 7 * weeks), one.sets)
        for one in line(0.0, 4)
    ]
    return [*before, *line(0.0, weeks, gap_days=2)]


BLOCKED = [
    ("just back from a layoff", after_layoff(3), "back_from_layoff", "sessions_since_layoff"),
    ("back for long enough", after_layoff(5), "cannot_tell_yet", "sessions_of_exercise"),
    (
        "not trained for four weeks",
        line(0.0, last_days_ago=28),
        "not_trained_lately",
        "recent_session",
    ),
    ("too few sessions", line(0.0, 4, gap_days=7), "trend_too_short", "sessions_of_exercise"),
    ("too few weeks", line(0.0, 3, gap_days=1), "trend_too_short", "sessions_of_exercise"),
]


@pytest.mark.parametrize(
    ("why", "sessions", "code", "lacking"), BLOCKED, ids=[b[0] for b in BLOCKED]
)
def test_what_keeps_a_verdict_back(
    why: str, sessions: list[ExerciseSession], code: str, lacking: str
) -> None:
    part = judged(sessions, weeks=20)
    assert part.status is Status.INSUFFICIENT, why
    assert codes(part)[0] == code
    assert part.missing[0].code == lacking


def test_what_cannot_be_assessed_is_not_no_plateau() -> None:
    """Fails closed: without a trend there is no verdict, and it says what to log."""
    part = judged(written("60x8 / 60x8"))
    assert part.status is Status.INSUFFICIENT
    assert part.value is None
    assert [one.code for one in part.missing] == ["sessions_of_exercise"]


def test_sets_of_unknown_effort_may_be_a_plateau_of_what_was_asked() -> None:
    part = judged(line(0.0, reserve=None))
    assert [reason.code for reason in part.warnings] == ["plateau_of_effort_unknown"]
    assert judged(line(1.5, reserve=None)).warnings == ()


def test_a_plateau_with_more_work_in_it_says_so() -> None:
    sets = [" ".join(["100x5f"] * (2 + n // 4)) for n in range(25)]
    part = judged(written(" / ".join(sets), 3.5), weeks=14)
    assert part.value is not None
    assert part.value.verdict is Verdict.PLATEAU
    assert codes(part)[-5] == "volume_rises"


@pytest.mark.parametrize("expected", [0.0, -1.0, 100.0, float("nan")])
def test_an_expected_rise_must_be_one(expected: float) -> None:
    with pytest.raises(ValueError, match="expected rise"):
        PlateauQuestion(NOW, expected_percent_per_week=expected)


def test_sessions_to_tell_end_somewhere() -> None:
    points = [StrengthPoint(NOW + timedelta(days=n), 100.0, f"{n}", 5.0, False) for n in range(6)]
    assert sessions_to_tell(points, Estimate(0.0, -90.0, 90.0), 0.001) == MOST_SESSIONS
    assert sessions_to_tell(points, Estimate(0.0, -1.0, 1.0), None) is None


RATES = [
    (NOVICE, 1.0, 12, 0.0),
    (NOVICE, 1.0, 12, 0.3),
    (LATER, 0.4, 26, 0.3),
    (OLD_HAND, 0.15, 52, 0.3),
]


@pytest.mark.parametrize(("age", "rate", "weeks", "likeness"), RATES)
def test_a_rise_as_expected_is_hardly_ever_called_a_plateau(
    age: TrainingAge, rate: float, weeks: float, likeness: float
) -> None:
    """Aimed at 1 in 20; in 100 logs with test noise no more than 10."""
    parts = [
        judged(noisy(rate, weeks, seed, likeness=likeness), age, weeks=weeks + 1)
        for seed in range(100)
    ]
    called = sum(part.value is not None and part.value.verdict is Verdict.PLATEAU for part in parts)
    assert called <= 10
    standing = [
        judged(noisy(0.0, weeks, seed, likeness=likeness), age, weeks=weeks + 1)
        for seed in range(30)
    ]
    found = sum(one.value is not None and one.value.verdict is Verdict.PLATEAU for one in standing)
    assert found >= 20


ANSWERS = [
    "plateau_effort_first",
    "plateau_rest_next",
    "plateau_one_lever",
    "plateau_other_exercise",
]


def test_a_plateau_is_answered_and_a_rise_is_not() -> None:
    assert codes(judged(line(0.0, 12)))[-4:] == ANSWERS
    assert not set(ANSWERS) & set(codes(judged(line(1.0, 12))))
