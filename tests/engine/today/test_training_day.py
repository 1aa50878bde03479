"""Is today a day of training: a week as text, and what follows from it.

`MWF` are days of training, `-` none that are named. The day is Wednesday 2026-02-04, 18:00.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status, insufficient, ok
from app.engine.load.recovery import MuscleRecovery, RecoveryState
from app.engine.load.spacing import SPACING
from app.engine.today.day import DayQuestion, DueWork, TrainingDay
from app.engine.today.training_day import training_day

NOW = datetime(2026, 2, 4, 18, 0, tzinfo=UTC)
LETTERS = {"M": 0, "T": 1, "W": 2, "H": 3, "F": 4, "S": 5, "U": 6}
SQUAT = DueWork("squat", "Squat", frozenset({"vastus", "gluteus"}))
BENCH = DueWork("bench", "Bench", frozenset({"chest_upper"}))
BOTH = (SQUAT, BENCH)


def busy(**ready_in_hours: float) -> Mapping[str, Part[MuscleRecovery]]:
    return {
        muscle: ok(MuscleRecovery(RecoveryState.RECOVERING, NOW + timedelta(hours=hours), None))
        for muscle, hours in ready_in_hours.items()
    }


def question(
    weekdays: str = "MWF",
    trained: str = "2026-02-02",
    due: tuple[DueWork, ...] = (SQUAT,),
    following: frozenset[str] = SQUAT.muscles,
    muscles: Mapping[str, Part[MuscleRecovery]] | None = None,
    at: datetime = NOW,
    begins_on: str = "2026-01-05",
    ends_on: date | None = None,
) -> DayQuestion:
    return DayQuestion(
        at=at,
        due=due,
        following=following,
        muscles=muscles or {},
        weekdays=None if weekdays == "-" else frozenset(LETTERS[one] for one in weekdays),
        trained_on=frozenset(map(date.fromisoformat, trained.split())),
        begins_on=date.fromisoformat(begins_on),
        ends_on=ends_on,
    )


def said(part: Part[TrainingDay]) -> str:
    day = part.value
    assert day is not None
    codes = " ".join(one.code for one in part.because)
    return f"{day.verdict.value} {day.next_on} {codes}"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (question(), "train 2026-02-04 planned_weekday"),
        (question("TH", "2026-02-03"), "rest 2026-02-05 rest_weekday"),
        (question("-"), "train 2026-02-04 weekdays_open"),
        (question(trained="2026-02-02 2026-02-04"), "done 2026-02-06 trained_today"),
        (question("-", trained="2026-02-04"), "done 2026-02-05 trained_today"),
        # What is not ready is waited for: on free days wholly, on days of training what is.
        (question(muscles=busy(vastus=30)), "rest 2026-02-06 planned_weekday exercise_waits"),
        (question(muscles=busy(vastus=80)), "rest 2026-02-09 planned_weekday exercise_waits"),
        (question("-", muscles=busy(vastus=30)), "rest 2026-02-06 weekdays_open exercise_waits"),
        (question(due=BOTH, muscles=busy(vastus=30)), "train 2026-02-04 planned_weekday"),
        (
            question("-", due=BOTH, muscles=busy(vastus=30)),
            "rest 2026-02-06 weekdays_open exercise_waits",
        ),
        (
            question(muscles=busy(vastus=2.5, gluteus=1)),
            "train 2026-02-04 planned_weekday ready_later_today",
        ),
        (
            question("TH", "2026-02-02", muscles=busy(vastus=20)),
            "rest 2026-02-05 rest_weekday exercise_waits",
        ),
        # The next day is the first on which something is ready, as it will be said on that day.
        (
            question(trained="2026-02-04", due=BOTH, muscles=busy(vastus=80)),
            "done 2026-02-06 trained_today",
        ),
        (
            question(due=BOTH, muscles=busy(vastus=80, chest_upper=30)),
            "rest 2026-02-06 planned_weekday exercise_waits exercise_waits",
        ),
        # Muscles of other exercises, and those of which nothing is known, keep nothing waiting.
        (question(muscles=busy(calf=30)), "train 2026-02-04 planned_weekday"),
        (
            question(muscles={"vastus": insufficient(())}),
            "train 2026-02-04 planned_weekday",
        ),
        # Tuesday was missed.
        (question("TS", "2026-01-31"), "train 2026-02-04 missed_day_made_up"),
        (question("TH", "2026-01-29"), "rest 2026-02-05 rest_weekday missed_day_waits"),
        (
            question("MWF", "2026-01-30"),
            "train 2026-02-04 planned_weekday missed_day_moved",
        ),
        (
            question("TH", "2026-01-29", following=BENCH.muscles),
            "train 2026-02-04 missed_day_made_up",
        ),
        (question("T", "", ends_on=date(2026, 2, 9)), "train 2026-02-04 missed_day_made_up"),
        (question("T", "", begins_on="2026-02-04"), "rest 2026-02-10 rest_weekday"),
        (question("H", "", begins_on="2026-02-04"), "rest 2026-02-05 rest_weekday"),
        # After the programme's end nothing is next.
        (question(trained="2026-02-04", ends_on=date(2026, 2, 5)), "done None trained_today"),
    ],
)
def test_day(asked: DayQuestion, expected: str) -> None:
    assert said(training_day(asked)) == expected


def test_what_waits_on_a_day_of_training_is_left_out_and_named() -> None:
    part = training_day(question(due=BOTH, muscles=busy(vastus=30, gluteus=3)))
    assert part.value is not None
    assert [(one.exercise_id, one.muscle) for one in part.value.waiting] == [("squat", "vastus")]
    (warning,) = part.warnings
    assert warning.text == (
        "Squat is left out today: vastus was loaded lately and is ready on Friday 2026-02-06, "
        "00:00."
    )


def test_what_is_not_ready_on_the_next_day_is_left_out_of_it() -> None:
    for asked in (
        question(due=BOTH, muscles=busy(vastus=80, chest_upper=30)),
        question(trained="2026-02-04", due=BOTH, muscles=busy(vastus=80)),
    ):
        day = training_day(asked).value
        assert day is not None
        assert day.left_out == {"squat"}


def test_missed_day_is_named_where_it_waits() -> None:
    part = training_day(question("TH", "2026-01-29"))
    assert part.value is not None
    assert part.value.missed_on == date(2026, 2, 3)
    assert part.because[-1].text == (
        "Nothing was logged on Tuesday 2026-02-03, a day of training. It is done on Thursday "
        "2026-02-05, the next one, and not today: 48 h are customary between sessions of the same "
        "muscles (gluteus, vastus). The days keep their order, so nothing is left out."
    )


def test_nothing_programmed() -> None:
    part = training_day(question(due=()))
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["programme"]


@pytest.mark.parametrize("on", [date.min, date(1, 1, 3), date(9999, 12, 29), date.max])
@pytest.mark.parametrize("weekdays", ["M", "MTWHFSU", "-"])
@pytest.mark.parametrize("hours", [0.5, 20.0])
@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=1))])
def test_ends_of_the_calendar(on: date, weekdays: str, hours: float, zone: timezone) -> None:
    at = datetime(on.year, on.month, on.day, 1, tzinfo=zone)
    last = datetime.max.replace(tzinfo=UTC)
    ready_at = at + timedelta(hours=hours) if last - at > timedelta(days=1) else last
    late = ok(MuscleRecovery(RecoveryState.RECOVERING, ready_at, None))
    day = training_day(
        question(weekdays, "", muscles={"vastus": late}, at=at, begins_on="0001-01-01")
    ).value
    assert day is not None
    assert day.next_on is None or day.next_on >= on


@given(
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    trained=st.frozensets(st.integers(1, 7)),
    ready=st.dictionaries(st.sampled_from(["vastus", "chest_upper"]), st.floats(0.1, 96.0)),
    same=st.booleans(),
)
def test_no_muscle_is_trained_before_it_is_ready(
    weekdays: frozenset[int], trained: frozenset[int], ready: dict[str, float], same: bool
) -> None:
    asked = DayQuestion(
        at=NOW,
        due=BOTH,
        following=SQUAT.muscles if same else frozenset(),
        muscles=busy(**ready),
        weekdays=weekdays,
        trained_on=frozenset(NOW.date() - timedelta(days=n) for n in trained),
        begins_on=date(2026, 1, 1),
    )
    day = training_day(asked).value
    assert day is not None
    if day.verdict != "train":
        assert day.next_on is None or day.next_on > NOW.date()
        return
    waiting = {one.exercise_id for one in day.waiting}
    for work in BOTH:
        hours = max((ready[muscle] for muscle in work.muscles if muscle in ready), default=0.0)
        begins_at = day.begins_at or NOW
        assert work.exercise_id in waiting or NOW + timedelta(hours=hours) <= begins_at
    if NOW.weekday() not in weekdays and same:
        ahead = (NOW.date() + timedelta(days=n) for n in range(1, 8))
        following = next(one for one in ahead if one.weekday() in weekdays)
        assert following - NOW.date() >= SPACING
