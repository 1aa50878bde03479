"""The one call of a home screen."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import MissingOut, PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.energy_answer import CheckInPart, DayTargetOut
from app.api.v1.fields import Instant, Name, Output
from app.api.v1.next_session import GYM, ROUNDING, DueSessionOut
from app.api.v1.recovery import DeloadPart
from app.engine.energy.goals.day_target import KindOfDay
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.overload.question import Targets
from app.engine.progression.action import Action
from app.engine.today.day import DayVerdict, LeftOver, TrainingDay
from app.usecases.next_session import Asked
from app.usecases.today import ChangedExercise, Today, today

router = APIRouter()


class WaitingOut(Output):
    """An exercise that is due and whose muscles are not ready."""

    exercise_id: str
    name: str
    muscle: Annotated[str, Field(description="The one that is ready last.")]
    ready_at: datetime


class LeftOverOut(Output):
    """An exercise that was due in the session before and was not done."""

    exercise_id: str
    name: str
    due_on: date

    @classmethod
    def of(cls, one: LeftOver) -> "LeftOverOut":
        return cls(exercise_id=one.work.exercise_id, name=one.work.name, due_on=one.due_on)


class TrainingDayValue(Output):
    verdict: Annotated[
        DayVerdict,
        Field(description="`done`: a session of the programme was logged today."),
    ]
    next_on: Annotated[
        date | None,
        Field(description="Day of the session that is due; null after the programme's end."),
    ]
    begins_at: Annotated[
        datetime | None,
        Field(description="Today from then on the muscles are ready; null where they are now."),
    ]
    missed_on: Annotated[
        date | None,
        Field(description="The last day of training of this week on which nothing was logged."),
    ]
    waiting: list[WaitingOut]
    left_over: Annotated[
        list[LeftOverOut],
        Field(
            description="Of the session before, not done: they come last in `session`, where there "
            "is time for them. At most two."
        ),
    ]

    @classmethod
    def of(cls, day: TrainingDay) -> "TrainingDayValue":
        left_over = [LeftOverOut.of(one) for one in day.left_over]
        return cls.model_validate({**{n: getattr(day, n) for n in DAY}, "left_over": left_over})


DAY = ("verdict", "next_on", "begins_at", "missed_on", "waiting")


class TrainingDayPart(PartOut):
    """Whether today is a day of training, and why."""

    value: TrainingDayValue | None


class DayIntakeValue(DayTargetOut):
    kind: Annotated[
        KindOfDay, Field(description="`any`: days of training are not told apart from others.")
    ]


class DayIntakePart(PartOut):
    """What to eat today; see `advice/energy` for all that is behind it."""

    value: DayIntakeValue | None


class ChangeOut(Output):
    """What changes in an exercise; its reasons stand in the session."""

    exercise_id: str | None
    exercise_name: str | None
    action: Action
    before: Annotated[str | None, Field(description="What was done last; null where nothing was.")]
    now: Annotated[str, Field(description="What is to be done: `3 x 8 at 40 kg`.")]
    why: Annotated[list[str], Field(description="The reasons as sentences, the rule's own first.")]

    @classmethod
    def of(cls, one: ChangedExercise) -> "ChangeOut":
        change = one.change
        return cls(
            exercise_id=one.exercise_id,
            exercise_name=one.exercise_name,
            action=change.action,
            before=change.before,
            now=change.now,
            why=[reason.text for reason in change.because],
        )


class TodayOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    at: datetime
    on: Annotated[date, Field(description="The athlete's day.")]
    training: TrainingDayPart
    session: Annotated[
        DueSessionOut | None,
        Field(description="The session that is due, at its own `at`: today, or on `next_on`."),
    ]
    changes: Annotated[list[ChangeOut], Field(description="Since each exercise was done last.")]
    intake: DayIntakePart
    check_in: CheckInPart
    deload: DeloadPart
    to_log: Annotated[list[MissingOut], Field(description="What to log today, in its order.")]
    engine_version: str

    @classmethod
    def of(cls, answer: Today) -> "TodayOut":
        target = answer.intake.value
        eaten = target and DayIntakeValue.model_validate(
            {**DayTargetOut.model_validate(target.target).model_dump(), "kind": target.kind}
        )
        day = answer.training.value
        parts = {
            "training": {**part_fields(answer.training), "value": day and TrainingDayValue.of(day)},
            "intake": {**part_fields(answer.intake), "value": eaten},
            "check_in": {**part_fields(answer.check_in), "value": answer.check_in.value},
        }
        return cls.model_validate(
            {
                **parts,
                "at": answer.at,
                "on": answer.on,
                "session": DueSessionOut.of(answer.session) if answer.session else None,
                "changes": [ChangeOut.of(one) for one in answer.changes],
                "deload": DeloadPart.of(answer.deload),
                "to_log": answer.to_log,
                "engine_version": answer.engine_version,
            }
        )


@router.get("/athletes/{athlete_id:uuid}/advice/today", tags=["advice"])
async def advise_today(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    at: Annotated[Instant | None, Query(description="Which day; absent is now.")] = None,
    rounding: Annotated[RoundingPolicy | None, ROUNDING, Query()] = None,
    gym: Annotated[Name | None, GYM, Query()] = None,
) -> TodayOut:
    """Advise today

    The one call of a home screen: whether it is a day of training and the muscles are ready, the
    whole session, what to eat, what to log, what has changed and why. A day that was missed is
    made up where that breaks no recovery. On a day of rest the session is that of the next day.
    """
    told = Asked(Targets(), rounding=rounding, gym=gym)
    answer = await today(session, principal.tenant_id, athlete_id, at or datetime.now(UTC), told)
    return TodayOut.of(answer)
