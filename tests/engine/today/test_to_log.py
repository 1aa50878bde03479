"""What to log today."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.engine.records import IntakeDay, RecoveryNote, Weighing
from app.engine.today.to_log import Logged, to_log

NOW = datetime(2026, 2, 4, 18, 0, tzinfo=UTC)
TODAY, YESTERDAY = date(2026, 2, 4), date(2026, 2, 3)


def weighed(on: date) -> Weighing:
    return Weighing("w", datetime(on.year, on.month, on.day, 7, tzinfo=UTC), 70.0, on)


def eaten(on: date, *, complete: bool = True) -> IntakeDay:
    return IntakeDay("i", on, 2_000.0, complete=complete)


def noted(hours_ago: float) -> RecoveryNote:
    return RecoveryNote("n", NOW - timedelta(hours=hours_ago), sleep_h=7.0)


@pytest.mark.parametrize(
    ("logged", "trains", "expected"),
    [
        (Logged((), (), ()), True, "weighing intake_yesterday check_in sets intake"),
        (Logged((), (), ()), False, "weighing intake_yesterday intake"),
        (Logged((weighed(TODAY),), (), ()), False, "intake_yesterday intake"),
        (Logged((weighed(YESTERDAY),), (), ()), False, "weighing intake_yesterday intake"),
        (Logged((), (eaten(YESTERDAY),), ()), False, "weighing intake"),
        (Logged((), (eaten(TODAY),), ()), False, "weighing intake_yesterday"),
        (
            Logged((), (eaten(YESTERDAY, complete=False),), ()),
            False,
            "weighing intake_yesterday intake",
        ),
        (Logged((), (), (noted(10),)), True, "weighing intake_yesterday sets intake"),
        (Logged((), (), (noted(40),)), True, "weighing intake_yesterday check_in sets intake"),
        (Logged((), (), (noted(-1),)), True, "weighing intake_yesterday check_in sets intake"),
    ],
)
def test_to_log(logged: Logged, trains: bool, expected: str) -> None:
    assert " ".join(one.code for one in to_log(logged, NOW, trains=trains)) == expected


def test_first_day_of_the_calendar() -> None:
    first = datetime.min.replace(tzinfo=UTC)
    assert len(to_log(Logged((), (), ()), first, trains=False)) == 3
