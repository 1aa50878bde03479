"""The calendar ends; advice does not break there."""

from datetime import UTC, datetime, timedelta

import pytest

from app.engine.answer import Status
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.action import Action
from app.engine.records import ExerciseSession, PerformedSet

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize("performed_at", [FIRST, LAST - timedelta(hours=2)])
@pytest.mark.parametrize("at", [FIRST + timedelta(hours=1), LAST])
def test_any_instant(performed_at: datetime, at: datetime) -> None:
    done = ExerciseSession(performed_at, (PerformedSet("a", 60.0, 8), PerformedSet("b", 60.0, 8)))
    part = prescribe(ExerciseQuestion((done,), at, loads=LoadGrid("kg", 2.5, 20)))
    assert part.status is Status.OK
    assert part.value is not None
    assert (part.value.action is Action.START) == (
        performed_at >= at or at - performed_at > timedelta(days=182)
    )
