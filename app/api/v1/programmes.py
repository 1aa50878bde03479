"""Programmes: what an athlete trains on which day, by which scheme, with which targets."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, StringConstraints, model_validator

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Day, ExerciseId, Id, Input, MassOut, Name, Output, Text
from app.api.v1.mesocycles import MesocycleBody
from app.api.v1.scheme_bodies import ADAPTER, AnyScheme
from app.api.v1.sets import TempoOut
from app.api.v1.targets import Wanted
from app.api.v1.weekdays import Weekdays, day_names, day_numbers
from app.engine.overload.question import Targets
from app.store.programmes import ProgrammeExerciseRow, StoredProgramme
from app.usecases import programmes as usecase
from app.usecases.programmes import WantedDay, WantedExercise, WantedProgramme, targets_of

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/programmes", tags=["log"])

ProgrammeId = Annotated[
    UUID, Path(description="Id of the programme.", examples=[examples.PROGRAMME_ID])
]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,20}$")]


class ProgrammeExercise(Wanted):
    """One exercise of a day: how it progresses and what is asked of it."""

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    exercise_id: ExerciseId
    superset: Annotated[
        Letter | None, Field(description="Exercises of a day with the same letter alternate.")
    ] = None

    def wanted(self, pointer: str) -> WantedExercise:
        place = f"{pointer}/exercise_id"
        return WantedExercise(self.id, self.exercise_id, self.asked(), self.superset, place)


class ProgrammeDay(Input):
    """What is trained together. Days follow one another as they are trained."""

    name: Name | None = None
    exercises: Annotated[list[ProgrammeExercise], Field(min_length=1, max_length=30)]

    def wanted(self, pointer: str) -> WantedDay:
        exercises = (
            one.wanted(f"{pointer}/exercises/{place}") for place, one in enumerate(self.exercises)
        )
        return WantedDay(self.name, tuple(exercises))


class ProgrammeBody(Input):
    name: Name
    starts_on: Annotated[Day | None, Field(description="Its first day; absent is today.")] = None
    ends_on: Annotated[Day | None, Field(description="Its last day; absent is open.")] = None
    weekdays: Annotated[
        Weekdays | None,
        Field(description="Days of the week that are trained; absent leaves them open."),
    ] = None
    mesocycle: MesocycleBody | None = None
    note: Text | None = None
    days: Annotated[list[ProgrammeDay], Field(min_length=1, max_length=14)]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "ProgrammeBody":
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("ends_on lies before starts_on")
        return self

    def wanted(self, programme_id: UUID | None) -> WantedProgramme:
        return WantedProgramme(
            id=programme_id,
            name=self.name,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            weekdays=day_numbers(self.weekdays) if self.weekdays else None,
            mesocycle=self.mesocycle.record() if self.mesocycle else None,
            note=self.note,
            days=tuple(one.wanted(f"#/days/{number}") for number, one in enumerate(self.days)),
        )


class NewProgramme(ProgrammeBody):
    id: Annotated[
        Id | None,
        Field(description="Made by you (UUID, version 7 is best) or, where absent, by us."),
    ] = None


class TargetsOut(Output):
    repetition_range: list[int] | None
    sets: int | None
    step: float | None
    rest_s: float | None
    tempo: TempoOut | None
    repetitions_in_reserve: float | None
    since: Annotated[
        datetime, Field(description="When it was set so; nothing before can have failed it.")
    ]
    start_load: MassOut | None
    chance: float | None

    @classmethod
    def of(cls, targets: Targets, since: datetime) -> "TargetsOut":
        low, high = targets.repetitions_low, targets.repetitions_high
        shared = {name: getattr(targets, name, None) for name in cls.model_fields}
        return cls.model_validate(
            {
                **shared,
                "repetition_range": None if low is None else [low, high],
                "since": since,
                "start_load": MassOut.of(targets.start_load_kg, "kg"),
            }
        )


class ProgrammeExerciseOut(Output):
    id: UUID
    exercise_id: str
    superset: str | None
    scheme: Annotated[
        AnyScheme | None,
        Field(description="Name and parameters; null is double progression by the targets."),
    ]
    targets: TargetsOut

    @classmethod
    def of(cls, row: ProgrammeExerciseRow) -> "ProgrammeExerciseOut":
        return cls(
            id=row.id,
            exercise_id=row.exercise_id,
            superset=row.superset,
            scheme=None if row.scheme is None else ADAPTER.validate_python(row.scheme),
            targets=TargetsOut.of(targets_of(row.targets), row.since),
        )


class ProgrammeDayOut(Output):
    name: str | None
    exercises: list[ProgrammeExerciseOut]


class MesocycleOut(Output):
    weeks: int
    reserve_first: float
    reserve_last: float
    sets_last: float
    deload: bool


class ProgrammeOut(Output):
    id: UUID
    name: str
    starts_on: date
    ends_on: date | None
    weekdays: list[str] | None
    mesocycle: MesocycleOut | None
    note: str | None
    days: list[ProgrammeDayOut]
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, stored: StoredProgramme) -> "ProgrammeOut":
        row = stored.programme
        fields = row.model_dump(include=set(cls.model_fields))
        weekdays = None if row.weekdays is None else day_names(row.weekdays)
        days = _days(stored.exercises)
        return cls.model_validate({**fields, "weekdays": weekdays, "days": days})


def _days(rows: Sequence[ProgrammeExerciseRow]) -> list[ProgrammeDayOut]:
    return [
        ProgrammeDayOut(name=name, exercises=[ProgrammeExerciseOut.of(row) for row in day])
        for (_, name), day in groupby(rows, key=lambda row: (row.day, row.day_name))
    ]


class ProgrammeList(Output):
    items: list[ProgrammeOut]
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": ProgrammeOut}})
async def create_programme(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[NewProgramme, Body(examples=[examples.PROGRAMME])],
) -> ProgrammeOut:
    """Create a programme

    Days with exercises, each with its scheme and its targets; advice follows the programme that
    began last. What an exercise reached before counts, what it missed before does not. Sending
    the same `id` again creates nothing and answers 200.
    """
    stored, created = await usecase.create_programme(
        session, principal.tenant_id, athlete_id, body.wanted(body.id)
    )
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return ProgrammeOut.of(stored)


@router.get("")
async def read_programmes(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> ProgrammeList:
    """List programmes

    The latest first.
    """
    page = await usecase.page_of_programmes(
        session,
        principal.tenant_id,
        athlete_id,
        after=paging.after(date.fromisoformat, UUID),
        limit=paging.limit,
    )
    items = [ProgrammeOut.of(stored) for stored in page.items]
    return ProgrammeList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{programme_id:uuid}")
async def read_programme(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, programme_id: ProgrammeId
) -> ProgrammeOut:
    """Read a programme

    With its days and exercises, in order.
    """
    return ProgrammeOut.of(
        await usecase.require_programme(session, principal.tenant_id, athlete_id, programme_id)
    )


@router.put("/{programme_id:uuid}")
async def replace_programme(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    programme_id: ProgrammeId,
    body: Annotated[ProgrammeBody, Body(examples=[examples.REPLACED_PROGRAMME])],
) -> ProgrammeOut:
    """Replace a programme

    An exercise that is asked for as before keeps its `since`; one that is new or asked for
    otherwise begins now, so that what was logged before cannot have failed it.
    """
    stored = await usecase.replace_programme(
        session, principal.tenant_id, athlete_id, body.wanted(programme_id)
    )
    return ProgrammeOut.of(stored)


@router.delete("/{programme_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_programme(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, programme_id: ProgrammeId
) -> None:
    """Delete a programme

    What was logged stays. To keep it on record, give it an `ends_on` instead.
    """
    await usecase.remove_programme(session, principal.tenant_id, athlete_id, programme_id)
