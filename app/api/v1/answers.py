"""The shapes that all advice shares: estimates, reasons, evidence, honest gaps."""

from dataclasses import fields, is_dataclass
from typing import Annotated

from pydantic import Field

from app.api.v1.fields import MassOut, Output
from app.engine.answer import Basis, Estimate, Part, Status
from app.engine.units import MassUnit, from_kg


class EstimateOut(Output):
    """A median with the interval that holds the truth with probability `level`."""

    value: float
    low: float
    high: float
    level: float


class MassEstimateOut(EstimateOut):
    """An estimate of a mass in the unit that the athlete reads."""

    unit: MassUnit

    @classmethod
    def of(cls, estimate: Estimate | None, unit: MassUnit) -> "MassEstimateOut | None":
        if estimate is None:
            return None
        low, value, high = (
            from_kg(end, unit) for end in (estimate.low, estimate.value, estimate.high)
        )
        return cls(value=value, low=low, high=high, level=estimate.level, unit=unit)


class ReasonOut(Output):
    """One step of the way to the answer."""

    code: Annotated[str, Field(description="Stable name of the reason.")]
    text: Annotated[str, Field(description="The reason as a sentence, made from `values`.")]
    values: dict[str, float | int | str]
    basis: Annotated[
        Basis, Field(description="Measured (`evidence`) or a rule of the trade (`convention`).")
    ]
    source: Annotated[
        str | None, Field(description="Id in `/v1/sources`; null for the log itself or our choice.")
    ]


class MissingOut(Output):
    """What to log to get an answer, or a sharper one."""

    code: str
    text: str


class ExclusionOut(Output):
    id: str
    reason: Annotated[str, Field(description="Stable name of why it was left out.")]


class EvidenceOut(Output):
    """Ids of the sets, weighings and days the answer rests on, and of those left out."""

    used: list[str]
    excluded: list[ExclusionOut]


class PartOut(Output):
    """What every part of an answer has beside its value."""

    status: Annotated[
        Status,
        Field(description="`ok`; `insufficient`: see `missing`; `refused`: see `instead`."),
    ]
    because: list[ReasonOut]
    missing: list[MissingOut]
    warnings: list[ReasonOut]
    instead: Annotated[str | None, Field(description="Where refused: what to do instead.")]
    evidence: EvidenceOut


def part_fields(part: Part[object]) -> dict[str, object]:
    """The fields of PartOut, for schemas that lay a part's value flat beside them."""
    return {name: getattr(part, name) for name in PartOut.model_fields}


def in_unit(value: object, unit: MassUnit) -> object:
    """A record of the engine as fields, each `…_kg` with a twin in the unit that the person reads,
    whose name is without that ending; the records within it as well."""
    if isinstance(value, tuple):
        return [in_unit(one, unit) for one in value]
    if isinstance(value, Estimate) or not is_dataclass(value):
        return value
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    twins = {
        name.removesuffix("_kg"): _mass_out(one, unit)
        for name, one in given.items()
        if name.endswith("_kg")
    }
    return {name: in_unit(one, unit) for name, one in given.items()} | twins


def _mass_out(mass_kg: Estimate | float | None, unit: MassUnit) -> Output | None:
    if isinstance(mass_kg, Estimate):
        return MassEstimateOut.of(mass_kg, unit)
    return MassOut.of(mass_kg, unit)
