"""Calendar days as instants, for queries that are cut to the athlete's own days afterwards."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MARGIN = timedelta(days=1)
"""No time zone is further from UTC."""
LAST_DAY = date.max - 2 * MARGIN
"""That has its instants in every time zone."""


def instants_around(first: date, last: date) -> tuple[datetime, datetime]:
    """Instants that hold these days in every time zone; held to the ends of the calendar."""
    begins = max(first, date.min + 2 * MARGIN)
    return (
        datetime.combine(begins, time.min, UTC) - MARGIN,
        datetime.combine(min(last, LAST_DAY), time.max, UTC) + MARGIN,
    )


def end_of_day(on: date, zone: ZoneInfo) -> datetime:
    """The last instant of a day in a zone; held to the end of the calendar."""
    return datetime.combine(min(on, LAST_DAY), time.max, zone)


def days_before(on: date, days: int) -> date:
    """So many days earlier, or the first day of the calendar."""
    return on - timedelta(days=min(days, on.toordinal() - 1))
