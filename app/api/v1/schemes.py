"""The schemes of progression: what they do, what they can be told, what they rest on."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.fields import Output
from app.api.v1.scheme_bodies import MODELS
from app.engine.answer import Basis
from app.engine.progression.parameter import parameter_fields
from app.engine.progression.schemes import ALL, Scheme
from app.engine.records import Measure
from app.usecases.schemes import require_scheme

router = APIRouter(prefix="/schemes", tags=["catalogue"])

SchemeName = Annotated[
    str,
    Path(max_length=64, description="Name of the scheme.", examples=[examples.SCHEME_NAME]),
]


class ParameterOut(Output):
    """One parameter: what it is when nobody says, and what that rests on."""

    name: str
    text: str
    default: Annotated[Any, Field(description="Holds where the parameter is not sent.")]
    low: float | None
    high: float | None
    basis: Basis
    source: Annotated[str | None, Field(description="Id in `/v1/sources`.")]


class SchemeOut(Output):
    name: str
    title: str
    text: Annotated[str, Field(description="What it does.")]
    measured_in: Annotated[list[Measure], Field(description="What its sets are counted in.")]
    to_failure: Annotated[
        bool, Field(description="It asks for sets to failure, or as many as can be done.")
    ]
    basis: Basis
    source: Annotated[str, Field(description="Id in `/v1/sources`.")]
    parameters: list[ParameterOut]
    json_schema: Annotated[
        dict[str, Any], Field(description="JSON Schema of the scheme as a body takes it.")
    ]

    @classmethod
    def of(cls, scheme: Scheme) -> "SchemeOut":
        return cls(
            name=scheme.name,
            title=scheme.title,
            text=scheme.text,
            measured_in=sorted(scheme.measures),
            to_failure=scheme.to_failure,
            basis=scheme.basis,
            source=scheme.source,
            parameters=[
                ParameterOut(
                    name=each.name,
                    text=kind.text,
                    default=each.default,
                    low=kind.low,
                    high=kind.high,
                    basis=kind.basis,
                    source=kind.source or scheme.source,
                )
                for each, kind in parameter_fields(scheme.parameters)
            ],
            json_schema=MODELS[scheme.name].model_json_schema(),
        )


class SchemeItems(Output):
    items: list[SchemeOut]


@router.get("")
async def read_schemes(_principal: AdviceReader) -> SchemeItems:
    """List schemes

    How load, repetitions, sets or tempo progress from session to session, each with its parameters
    as JSON Schema, their defaults and what they rest on.
    """
    return SchemeItems(items=[SchemeOut.of(scheme) for scheme in ALL])


@router.get("/{name}")
async def read_scheme(_principal: AdviceReader, name: SchemeName) -> SchemeOut:
    """Read a scheme

    One scheme by its name.
    """
    return SchemeOut.of(require_scheme(name))
