"""Days are the athlete's own; what lies between two instants is time and not what clocks say."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.usecases.athletes import on_clock

BERLIN = ZoneInfo("Europe/Berlin")


def test_an_hour_that_the_clock_repeats_is_an_hour() -> None:
    first, second = (on_clock(BERLIN, datetime(2026, 10, 25, h, 30, tzinfo=UTC)) for h in (0, 1))
    assert first.time() == second.time()
    assert first < second
    assert second - first == timedelta(hours=1)


def test_a_day_of_23_hours() -> None:
    before, after = (on_clock(BERLIN, datetime(2026, 3, d, 12, tzinfo=UTC)) for d in (28, 29))
    assert (before.hour, after.hour) == (13, 14)
    assert after - before == timedelta(hours=24)


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Tokyo", date(2026, 11, 22)), ("UTC", date(2026, 11, 21))]
)
def test_the_day_is_that_of_the_place(zone: str, day: date) -> None:
    assert on_clock(ZoneInfo(zone), datetime(2026, 11, 21, 20, tzinfo=UTC)).date() == day


def test_the_ends_of_the_calendar_stay() -> None:
    last = datetime(9999, 12, 31, 23, tzinfo=UTC)
    assert on_clock(ZoneInfo("Asia/Tokyo"), last) == last
