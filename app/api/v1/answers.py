"""The shapes that all advice shares: estimates, reasons, evidence, honest gaps."""

from typing import Annotated

from pydantic import Field

from app.api.v1.fields import Output
from app.engine.answer import Basis, Part, Status


class EstimateOut(Output):
    """A median with the interval that holds the truth with probability `level`."""

    value: float
    low: float
    high: float
    level: float


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
