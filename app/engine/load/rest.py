"""How long somebody has trained without a week off, as the log shows it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

WEEK_OFF = timedelta(days=7)


def weeks_without_rest(
    performed: Iterable[datetime], at: datetime, last_deload_on: date | None = None
) -> float | None:
    """Weeks of training up to `at` since the last seven days off, or the last deload if later.

    0 where the last session is seven days ago or more; None where nothing was logged. A log that
    begins later than the training does says too little, never too much.
    """
    done = sorted(instant for instant in performed if instant < at)
    if not done:
        return None
    if at - done[-1] >= WEEK_OFF:
        return 0.0
    begins = [second for first, second in pairwise(done) if second - first >= WEEK_OFF]
    trained = (at - (begins[-1] if begins else done[0])) / WEEK_OFF
    if last_deload_on is None:
        return trained
    return min(trained, max(0.0, (at.date() - last_deload_on) / WEEK_OFF))
