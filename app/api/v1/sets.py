"""Sets, as they are sent, stored and shown."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.api.auth import AthletesReader
from app.api.paging import Paging, instant, position
from app.api.transactions import Reading
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import (
    SOMETHING_TO_SEE,
    WHOLE,
    ExerciseId,
    Id,
    Input,
    LoadKg,
    Mass,
    MassOut,
    Number,
    Output,
    Text,
    mass_kg,
)
from app.engine.records import PerformedSet, SetKind, Tempo
from app.engine.units import mass_unit
from app.store.workouts import PerformedSetRow
from app.usecases.workouts import page_of_sets, stored_tempo

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/sets", tags=["log"])

Seconds = Annotated[Number, Field(ge=0, le=100)]


Band = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=SOMETHING_TO_SEE)]


class TempoBody(Input):
    """Seconds of one repetition: lowering, pause, lifting, hold at the top."""

    eccentric_s: Seconds
    pause_s: Seconds
    concentric_s: Seconds
    hold_s: Seconds

    @classmethod
    def parse(cls, text: str) -> "TempoBody":
        """`3-0-1-0` in the order of the fields."""
        return cls(**dict(zip(cls.model_fields, map(float, text.split("-")), strict=True)))


class TempoOut(Output):
    eccentric_s: float
    pause_s: float
    concentric_s: float
    hold_s: float


MEASURES = ("repetitions", "duration_s", "distance_m")

SET_RULES: dict[str, Any] = {"not": {"properties": {name: {"type": "null"} for name in MEASURES}}}
"""One of them must be there, said in a way that generators of clients can leave aside."""


class SetBody(Input):
    """One set. It has `repetitions`, `duration_s` or `distance_m`. The load is sent as `load_kg` or
    as `load`; where both are there, `load` counts. On body-weight exercises it is what hangs on
    the body, negative where a machine or a band assists."""

    model_config = {**Input.model_config, "json_schema_extra": SET_RULES}

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    load_kg: LoadKg | None = None
    load: Annotated[Mass | None, Field(description="The load in its own unit, which is kept.")] = (
        None
    )
    repetitions: Annotated[int, Field(ge=0, le=1_000), WHOLE] | None = None
    duration_s: Annotated[Number, Field(ge=0, le=86_400)] | None = None
    distance_m: Annotated[Number, Field(ge=0, le=1_000_000)] | None = None
    repetitions_in_reserve: Annotated[
        Annotated[Number, Field(ge=0, le=30)] | None,
        Field(description="Repetitions that were left (10 minus RPE). Makes predictions sharper."),
    ] = None
    kind: SetKind = SetKind.WORKING
    tempo: TempoBody | None = None
    band: Annotated[
        Band | None, Field(description="Name of the elastic band, where one was used.")
    ] = None
    note: Text | None = None

    @model_validator(mode="after")
    def _hold_together(self) -> "SetBody":
        if all(getattr(self, name) is None for name in MEASURES):
            raise PydanticCustomError(
                "measure_missing", "send repetitions, duration_s or distance_m"
            )
        return self

    def record(self, default_id: str) -> PerformedSet:
        """The engine's record; `default_id` names the set where the caller gave no id."""
        tempo = self.tempo
        return PerformedSet(
            id=str(self.id or default_id),
            load_kg=mass_kg(self.load) if self.load else self.load_kg,
            repetitions=self.repetitions,
            repetitions_in_reserve=self.repetitions_in_reserve,
            kind=self.kind,
            load_unit=self.load.unit if self.load else "kg",
            duration_s=self.duration_s,
            distance_m=self.distance_m,
            tempo=Tempo(**tempo.model_dump()) if tempo else None,
            band=self.band,
        )


class SetOut(Output):
    id: UUID
    workout_id: UUID
    exercise_id: str
    performed_at: datetime
    position: Annotated[int, Field(description="Order within the workout, from 0.")]
    kind: SetKind
    load_kg: float | None
    load: Annotated[MassOut | None, Field(description="The load in the unit in which it was sent.")]
    repetitions: int | None
    duration_s: float | None
    distance_m: float | None
    repetitions_in_reserve: float | None
    tempo: TempoOut | None
    band: str | None
    note: str | None

    @classmethod
    def of(cls, row: PerformedSetRow) -> "SetOut":
        tempo = stored_tempo(row)
        unit = mass_unit(row.load_unit)
        return cls(
            **row.model_dump(include=set(cls.model_fields) - {"load", "tempo"}),
            load=MassOut.of(row.load_kg, unit),
            tempo=TempoOut.model_validate(tempo) if tempo else None,
        )


class SetList(Output):
    items: list[SetOut]
    next_cursor: str | None


@router.get("")
async def read_sets(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
    exercise_id: Annotated[ExerciseId | None, Query(description="Only this exercise.")] = None,
) -> SetList:
    """List sets

    All sets of an athlete, or of one exercise, newest first.
    """
    page = await page_of_sets(
        session,
        principal.tenant_id,
        athlete_id,
        exercise_id=exercise_id,
        after=paging.after(instant, position, UUID),
        limit=paging.limit,
    )
    items = [SetOut.of(row) for row in page.items]
    return SetList(items=items, next_cursor=paging.link(response, page.next_key))
