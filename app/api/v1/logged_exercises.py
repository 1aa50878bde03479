"""Which exercises an athlete has logged: what to ask advice for after an import."""

from datetime import datetime

from fastapi import APIRouter

from app.api.auth import AthletesReader
from app.api.transactions import Reading
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Output
from app.usecases.workouts import exercises_of

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/exercises", tags=["log"])


class LoggedExerciseOut(Output):
    exercise_id: str
    name: str
    sets: int
    last_performed_at: datetime


class LoggedExerciseItems(Output):
    items: list[LoggedExerciseOut]


@router.get("")
async def read_logged_exercises(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId
) -> LoggedExerciseItems:
    """List the exercises that an athlete has logged

    The latest first, with the number of sets; each id can be asked for advice.
    """
    found = await exercises_of(session, principal.tenant_id, athlete_id)
    return LoggedExerciseItems(items=[LoggedExerciseOut.model_validate(one) for one in found])
