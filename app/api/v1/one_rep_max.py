"""The one-repetition maximum that one set shows."""

from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, in_unit, part_fields
from app.api.v1.fields import WHOLE, Input, LoadKg, Mass, MassOut, Number, Output, Unit, mass_kg
from app.engine.strength.maximum.repmax import ALL_EQUATIONS
from app.usecases.one_rep_max import AskedSet, SetMaximum, set_maximum

router = APIRouter(prefix="/compute/one-rep-max", tags=["compute"])


def _known_equation(name: str) -> str:
    if name not in ALL_EQUATIONS:
        known = ", ".join(ALL_EQUATIONS)
        raise PydanticCustomError("unknown_equation", "send one of {known}", {"known": known})
    return name


EquationName = Annotated[
    str,
    AfterValidator(_known_equation),
    Field(
        description="By which the maximum and the loads are told; all others stand beside it.",
        json_schema_extra={"enum": list(ALL_EQUATIONS)},
    ),
]

EFFORT = ("repetitions_in_reserve", "rpe")
NO_LOAD: dict[str, Any] = {
    "properties": {name: {"type": "null"} for name in ("load_kg", "load")},
}
TWO_EFFORTS: dict[str, Any] = {
    "required": [*EFFORT],
    "properties": {name: {"type": "number"} for name in EFFORT},
}


class OneRepMaxBody(Input):
    """One set. The load is sent as `load_kg` or as `load`; where both are there, `load` counts.
    Effort is told by `repetitions_in_reserve` or by `rpe`, or by neither."""

    model_config = {
        **Input.model_config,
        "json_schema_extra": {"not": {"anyOf": [NO_LOAD, TWO_EFFORTS]}},
    }

    load_kg: LoadKg | None = None
    load: Annotated[Mass | None, Field(description="The load in its own unit.")] = None
    repetitions: Annotated[int, Field(ge=0, le=1_000, description="Done in the set."), WHOLE]
    repetitions_in_reserve: Annotated[
        Annotated[Number, Field(ge=0, le=30)] | None,
        Field(description="Repetitions that were left; 0 is to failure."),
    ] = None
    rpe: Annotated[
        Annotated[Number, Field(ge=0, le=10)] | None,
        Field(description="Rating of perceived exertion: 10 less the repetitions in reserve."),
    ] = None
    equation: EquationName = "epley"
    mass_unit: Annotated[
        Unit | None, Field(description="The unit that the person reads; absent is that of `load`.")
    ] = None

    @model_validator(mode="after")
    def _hold_together(self) -> "OneRepMaxBody":
        if self.load_kg is None and self.load is None:
            raise PydanticCustomError("load_missing", "send load_kg or load")
        if self.repetitions_in_reserve is not None and self.rpe is not None:
            raise PydanticCustomError(
                "effort_twice", "send repetitions_in_reserve or rpe, not both"
            )
        return self

    def asked(self) -> AskedSet:
        load_kg = mass_kg(self.load) if self.load else self.load_kg
        assert load_kg is not None
        return AskedSet(
            load_kg,
            self.repetitions,
            self.repetitions_in_reserve,
            self.rpe,
            self.equation,
            self.mass_unit or (self.load.unit if self.load else "kg"),
        )


class EquationMaximumOut(Output):
    equation: str
    maximum_kg: Annotated[
        float | None, Field(description="Null where the equation has no answer at this load.")
    ]
    maximum: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    in_usable_range: Annotated[
        bool, Field(description="So many repetitions are within what the equation is good for.")
    ]
    published_fit: Annotated[bool, Field(description="Fitted to measured maxima.")]
    source: Annotated[str, Field(description="Id in `/v1/sources`.")]


class TableMaximumOut(Output):
    table: Annotated[str, Field(description="Name of the chart of RPE and repetitions.")]
    maximum_kg: float
    maximum: Annotated[MassOut, Field(description="The same in the athlete's unit.")]
    source: Annotated[str, Field(description="Id in `/v1/sources`.")]


class LoadForRepetitionsOut(Output):
    repetitions: int
    load_kg: Annotated[float, Field(description="Un-rounded.")]
    load: Annotated[MassOut, Field(description="The same in the athlete's unit.")]


class OneRepMaxValue(Output):
    equation: Annotated[str, Field(description="As it was asked.")]
    maximum_kg: Annotated[EstimateOut, Field(description="By `equation`, for this person now.")]
    maximum: Annotated[MassEstimateOut, Field(description="The same in the athlete's unit.")]
    repetitions_possible: Annotated[float, Field(description="Done and in reserve.")]
    by_equation: Annotated[list[EquationMaximumOut], Field(description="All of them.")]
    by_rpe_table: Annotated[
        list[TableMaximumOut],
        Field(description="Empty where effort is not said or lies outside the charts."),
    ]
    loads: Annotated[
        list[LoadForRepetitionsOut],
        Field(description="What 1 to 12 repetitions to failure would be done with."),
    ]


class OneRepMaxOut(PartOut):
    """The maximum, refused where no equation is believed."""

    load_kg: float
    load: Annotated[MassOut, Field(description="The load of the set in the athlete's unit.")]
    value: OneRepMaxValue | None
    engine_version: str

    @classmethod
    def of(cls, found: SetMaximum) -> "OneRepMaxOut":
        asked = found.asked
        return cls.model_validate(
            {
                **part_fields(found.maximum),
                "load_kg": asked.load_kg,
                "load": MassOut.of(asked.load_kg, asked.mass_unit),
                "value": in_unit(found.maximum.value, asked.mass_unit),
                "engine_version": found.engine_version,
            }
        )


@router.post("")
async def compute_one_rep_max(
    _principal: AdviceReader,
    body: Annotated[OneRepMaxBody, Body(examples=[examples.COMPUTE_ONE_REP_MAX])],
) -> OneRepMaxOut:
    """Compute a one-repetition maximum

    From one set: by every equation and RPE chart side by side, by one of them with the interval
    that holds this person's maximum, and the loads for 1 to 12 repetitions. For a maximum from a
    whole log, compute strength.
    """
    return OneRepMaxOut.of(set_maximum(body.asked()))
