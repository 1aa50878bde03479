"""What activities cost, gross and net: one shape by both doors."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.activity_bouts import BoutBody, TableBody
from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.asked_bodies import AskedBody
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Day, Flag, Input, MassOut, Number, Output
from app.engine.answer import Estimate, Part
from app.engine.energy.activity.compensation import LARGEST_SHARE
from app.engine.energy.activity.exercise_on_top import TotalKind
from app.engine.energy.activity.met import MetForm
from app.engine.units import SECONDS_PER_MINUTE
from app.usecases.activities import require_activities
from app.usecases.activity_energy import (
    DEFAULT_DAYS,
    MOST_DAYS,
    ActivityAnswer,
    AskedActivities,
    AskedBout,
    AskedTotal,
    LogQuestion,
    activity_answer,
    stored_activity_answer,
)

router = APIRouter()

MET_FORM = Field(
    description="What a MET of the table is worth: 1 kcal for each kg and hour, or 3.5 ml of "
    "oxygen for each kg and minute, which is 5 % more."
)
SHARE = Field(
    ge=0,
    le=1,
    allow_inf_nan=False,
    description=f"Of the net energy, what the day saves elsewhere: 0 to {LARGEST_SHARE:g}. Absent "
    "is unknown, and the interval says so.",
)
Kcal = Annotated[Number, Field(ge=0, le=30_000)]


class TotalBody(Input):
    """A total of a day [kcal] and where it comes from, which decides whether exercise is in it."""

    kind: Annotated[
        TotalKind,
        Field(
            description="`own_log`, `activity_level`, `multiplier` and `requirement` hold the "
            "usual exercise; `without_exercise` does not; `resting` is no total."
        ),
    ]
    energy_kcal: Kcal
    low_kcal: Annotated[
        Kcal | None, Field(description="Of its 80 % interval; absent is the value itself.")
    ] = None
    high_kcal: Annotated[Kcal | None, Field(description="Likewise.")] = None
    beyond_habit: Annotated[
        Flag, Field(description="The activities are more than was usual while the total held.")
    ] = False

    @model_validator(mode="after")
    def _in_order(self) -> "TotalBody":
        estimate = self.estimate()
        if not estimate.low <= estimate.value <= estimate.high:
            raise PydanticCustomError(
                "interval_order", "low_kcal, energy_kcal and high_kcal have to rise"
            )
        return self

    def estimate(self) -> Estimate:
        low = self.energy_kcal if self.low_kcal is None else self.low_kcal
        high = self.energy_kcal if self.high_kcal is None else self.high_kcal
        return Estimate(self.energy_kcal, low, high)

    def asked(self) -> AskedTotal:
        return AskedTotal(self.kind, self.estimate(), self.beyond_habit)


class ActivityEnergyBody(AskedBody):
    activities: Annotated[list[BoutBody], Field(max_length=100)] = []
    met_form: Annotated[MetForm, MET_FORM] = MetForm.KCAL_PER_KG_HOUR
    compensation_share: Annotated[Number, SHARE] | None = None
    total: Annotated[
        TotalBody | None, Field(description="A day's total that the activities may be added to.")
    ] = None
    steps: Annotated[
        Annotated[Number, Field(ge=0, le=1_000_000)] | None,
        Field(description="Of one day. They stand for themselves and are added to nothing."),
    ] = None

    def asked(self) -> AskedActivities:
        """As the use case takes it, once what it names has been looked up."""
        named = [
            (f"#/activities/{place}/activity_id", one.activity_id)
            for place, one in enumerate(self.activities)
            if isinstance(one, TableBody) and one.activity_id is not None
        ]
        require_activities(named)
        return AskedActivities(
            athlete=self.person(),
            body_mass_kg=self.mass_kg(),
            bouts=[
                AskedBout(str(one.id or f"#/activities/{place}"), one.kind, one.bout())
                for place, one in enumerate(self.activities)
            ],
            form=self.met_form,
            compensation_share=self.compensation_share,
            total=None if self.total is None else self.total.asked(),
            steps=self.steps,
        )


class BoutEnergyValue(Output):
    """Energy of one bout [kcal]."""

    gross: Annotated[EstimateOut, Field(description="All that is spent in the time.")]
    net: Annotated[
        EstimateOut,
        Field(description="Above rest: what may be added to a total that holds the rest."),
    ]
    met: Annotated[float, Field(description="Multiple of the rest of average adults.")]
    form: Annotated[MetForm, Field(description="What a MET is worth here.")]
    corrected_met: Annotated[
        float | None,
        Field(description="Multiple of their own rest; null where that is not known."),
    ]


class BoutEnergyPart(PartOut):
    """One bout, refused or insufficient by itself."""

    id: Annotated[str, Field(description="Of the log, or yours, or its place in the body.")]
    kind: Annotated[str, Field(description="The way in which it was told.")]
    times_per_week: float
    value: BoutEnergyValue | None


class WeekEnergyValue(Output):
    """Energy of a week [kcal]."""

    duration_s: float
    gross: EstimateOut
    net: EstimateOut
    net_kcal_per_day: Annotated[float, Field(description="Through seven.")]
    reaching_total: Annotated[
        EstimateOut, Field(description="Net, less what the day saves elsewhere.")
    ]


class WeekEnergyPart(PartOut):
    """All bouts of the week together."""

    value: WeekEnergyValue | None


class TotalEnergyPart(PartOut):
    """The day's total with the activities [kcal], or why they are not to be added."""

    value: EstimateOut | None


class StepEnergyPart(PartOut):
    """Energy of the steps above rest [kcal]; never the total of a day."""

    value: EstimateOut | None


class ActivityEnergyOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    body_mass_kg: float | None
    body_mass: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    activities: Annotated[list[BoutEnergyPart], Field(description="As they were sent.")]
    week: WeekEnergyPart
    total: Annotated[TotalEnergyPart | None, Field(description="Null where none was sent.")]
    steps: Annotated[StepEnergyPart | None, Field(description="Null where none were sent.")]
    engine_version: str

    @classmethod
    def of(cls, answer: ActivityAnswer) -> "ActivityEnergyOut":
        asked, week = answer.asked, answer.week.value
        mass_kg = asked.body_mass_kg
        return cls.model_validate(
            {
                "body_mass_kg": mass_kg,
                "body_mass": MassOut.of(mass_kg, asked.athlete.mass_unit),
                "activities": [
                    {
                        **_part(part),
                        "id": one.id,
                        "kind": one.kind,
                        "times_per_week": one.bout.times_per_week,
                    }
                    for one, part in zip(asked.bouts, answer.bouts, strict=True)
                ],
                "week": {
                    **part_fields(answer.week),
                    "value": week
                    and {
                        "duration_s": week.minutes * SECONDS_PER_MINUTE,
                        "gross": week.gross,
                        "net": week.net,
                        "net_kcal_per_day": week.net_kcal_per_day,
                        "reaching_total": week.reaching_total,
                    },
                },
                "total": answer.total and _part(answer.total),
                "steps": answer.steps and _part(answer.steps),
                "engine_version": answer.engine_version,
            }
        )


def _part(part: Part[Any]) -> dict[str, object]:
    return {**part_fields(part), "value": part.value}


@router.get("/athletes/{athlete_id:uuid}/progress/activity-energy", tags=["progress"])
async def read_activity_energy(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    days: Annotated[
        int, Query(ge=1, le=MOST_DAYS, description="So many, up to that day, make a mean week.")
    ] = DEFAULT_DAYS,
    met_form: Annotated[MetForm, MET_FORM, Query()] = MetForm.KCAL_PER_KG_HOUR,
    compensation_share: Annotated[
        Annotated[float, SHARE] | None, Query(description=SHARE.description)
    ] = None,
) -> ActivityEnergyOut:
    """Read activity energy

    What the logged activities cost by the table of rates, each once, and the mean week of the last
    days. An expenditure that is read from weights and intake holds them already.
    """
    question = LogQuestion(on, days, met_form, compensation_share)
    return ActivityEnergyOut.of(
        await stored_activity_answer(session, principal.tenant_id, athlete_id, question)
    )


@router.post("/compute/activity-energy", tags=["compute"])
async def compute_activity_energy(
    _principal: AdviceReader,
    body: Annotated[ActivityEnergyBody, Body(examples=[examples.COMPUTE_ACTIVITY_ENERGY])],
) -> ActivityEnergyOut:
    """Compute activity energy

    What activities cost, gross and above rest, by the table of rates, the heart rate, or speed,
    grade and power; what a week of them comes to, and what of that reaches the total of the day.
    Added to a total that holds them already they would count twice: that is refused.
    """
    return ActivityEnergyOut.of(activity_answer(body.asked()))
