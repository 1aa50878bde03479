"""The people who train."""

from datetime import date, datetime
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import APIRouter, Body, Path, Query, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.transactions import Reading, Writing
from app.api.v1.fields import Day, Flag, Id, Input, Name, Number, Output, TimeZone, Unit
from app.engine.records import Athlete, HealthFlag, Reproduction, Sex
from app.engine.units import MassUnit
from app.usecases import athletes as usecase
from app.usecases.athletes import AthleteFields as Fields

router = APIRouter(prefix="/athletes", tags=["athletes"])

AthleteId = Annotated[UUID, Path(description="Id of the athlete.", examples=[examples.ATHLETE_ID])]

SexField = Annotated[Sex | None, Field(description="What equations ask; null is unknown.")]
BornOn = Annotated[Day | None, Field(description="Birthday; energy advice needs it.")]
HeightCm = Annotated[Annotated[Number, Field(ge=50, le=272)] | None, Field(description="[cm]")]
BodyFatPercent = Annotated[
    Annotated[Number, Field(ge=2, le=75)] | None,
    Field(description="Measured share of fat in body mass [%], if known."),
]
ReproductionField = Annotated[
    Reproduction | None,
    Field(
        description="`pregnant`, `lactating` or `neither`; null is unknown, which is not `neither`."
    ),
]
HealthFlags = Annotated[
    list[HealthFlag],
    Field(max_length=20, description="What the athlete told; sends energy advice to a clinician."),
]
ClearedForMaximalEffort = Annotated[
    Flag | None,
    Field(
        description="Whether a clinician allows maximal effort; asked in pregnancy and where a "
        "health flag stands. Null is unknown, which is not allowed."
    ),
]
ACTIVITY_FACTOR = Field(ge=1.0, lt=2.5, allow_inf_nan=False)
ActivityFactor = Annotated[
    Annotated[Number, ACTIVITY_FACTOR] | None,
    Field(description="Total over resting expenditure (physical activity level), if known."),
]


class AthleteBody(Input):
    """What the engine reads of a person; everything may be unknown."""

    sex: SexField = None
    born_on: BornOn = None
    height_cm: HeightCm = None
    body_fat_percent: BodyFatPercent = None
    reproduction: ReproductionField = None
    health_flags: HealthFlags = []
    mass_unit: Annotated[Unit, Field(description="The unit that this person reads.")] = "kg"
    time_zone: TimeZone = "UTC"

    def record(self, on: date) -> Athlete:
        """What the engine knows of the person on a day."""
        return Athlete(
            sex=self.sex,
            age_years=usecase.age_years(self.born_on, on),
            height_cm=self.height_cm,
            body_fat_percent=self.body_fat_percent,
            reproduction=self.reproduction,
            health_flags=frozenset(self.health_flags),
            mass_unit=self.mass_unit,
        )


def without_defaults(schema: dict[str, Any]) -> None:
    """A client that fills defaults in would overwrite what it did not mean to change."""
    for field in schema["properties"].values():
        field.pop("default", None)


class AthleteFields(AthleteBody):
    external_id: Annotated[
        Name | None, Field(description="Your own id of the person; unique among your athletes.")
    ] = None
    activity_factor: ActivityFactor = None
    cleared_for_maximal_effort: ClearedForMaximalEffort = None


class AthleteChange(AthleteFields):
    """Fields to change; those that are absent stay."""

    model_config = {**Input.model_config, "json_schema_extra": without_defaults}


class NewAthlete(AthleteFields):
    id: Annotated[
        Id | None,
        Field(description="Made by you (UUID, version 7 is best) or, where absent, by us."),
    ] = None


class AthleteOut(Output):
    id: UUID
    external_id: str | None
    sex: Sex | None
    born_on: date | None
    height_cm: float | None
    body_fat_percent: float | None
    reproduction: Reproduction | None
    health_flags: list[HealthFlag]
    cleared_for_maximal_effort: bool | None
    activity_factor: float | None
    mass_unit: MassUnit
    time_zone: str
    created_at: datetime
    updated_at: datetime


class AthleteList(Output):
    items: list[AthleteOut]
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": AthleteOut}})
async def create_athlete(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    body: Annotated[NewAthlete, Body(examples=[examples.ATHLETE])],
) -> AthleteOut:
    """Create an athlete

    Sending the same `id` again creates nothing and answers 200 with the stored athlete, so an
    offline app may retry. Everything about the person may be unknown; answers then say what they
    lack instead of assuming an average person.
    """
    fields = body.model_dump(exclude={"id"})
    row, created = await usecase.create_athlete(
        session, principal.tenant_id, body.id, cast(Fields, fields)
    )
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return AthleteOut.model_validate(row)


@router.get("")
async def read_athletes(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    paging: Paging,
    external_id: Annotated[Name | None, Query(description="Only the one with this id.")] = None,
) -> AthleteList:
    """List athletes

    Your athletes, oldest first; find one by your own id with `external_id`.
    """
    after = paging.after(UUID)
    page = await usecase.page_of_athletes(
        session, principal.tenant_id, external_id=external_id, after=after, limit=paging.limit
    )
    items = [AthleteOut.model_validate(row) for row in page.items]
    return AthleteList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{athlete_id:uuid}")
async def read_athlete(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId
) -> AthleteOut:
    """Read an athlete

    Another client application's athlete is not found.
    """
    row = await usecase.require_athlete(session, principal.tenant_id, athlete_id)
    return AthleteOut.model_validate(row)


@router.patch("/{athlete_id:uuid}")
async def change_athlete(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[AthleteChange, Body(examples=[examples.ATHLETE_CHANGE])],
) -> AthleteOut:
    """Change an athlete

    Send the fields to change; null makes a field unknown. All advice follows at once, because
    nothing derived is stored.
    """
    fields = body.model_dump(exclude_unset=True)
    row = await usecase.change_athlete(
        session, principal.tenant_id, athlete_id, cast(Fields, fields)
    )
    return AthleteOut.model_validate(row)


@router.delete("/{athlete_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def erase_athlete(principal: AthletesWriter, session: Writing, athlete_id: AthleteId) -> None:
    """Erase an athlete

    Removes the person and everything they logged, for good.
    """
    await usecase.erase(session, principal.tenant_id, athlete_id)
