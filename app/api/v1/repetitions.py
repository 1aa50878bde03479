"""Repetitions at a load: what a lifter would do, could do, and how likely."""

import asyncio
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import EstimateOut, EvidenceOut, MissingOut, ReasonOut
from app.api.v1.fields import Input, Instant, MassOut, Name, Number, Output, Unit
from app.api.v1.histories import History, history_records
from app.engine.answer import Status
from app.usecases.repetitions import Repetitions, repetitions

router = APIRouter(prefix="/compute/repetitions", tags=["compute"])


class RepetitionsBody(Input):
    history: History
    at: Annotated[Instant, Field(description="When the set will be done.")]
    loads_kg: Annotated[
        list[Annotated[Number, Field(ge=-500, le=2_000)]],
        Field(min_length=1, max_length=100, description="Loads to ask about [kg]."),
    ]
    mass_unit: Annotated[Unit, Field(description="The unit that the person reads.")] = "kg"
    exercise_id: Annotated[
        Name | None,
        Field(description="A slug or name of the catalogue, or any label of yours."),
    ] = None
    body_mass_kg: Annotated[
        Annotated[Number, Field(ge=20, le=400)] | None,
        Field(description="On body-weight exercises its part is added to every load."),
    ] = None


class RepetitionsAtLoadOut(Output):
    load_kg: float
    load: Annotated[MassOut, Field(description="The same in the athlete's unit.")]
    status: Annotated[Status, Field(description="`ok`; otherwise `because` or `missing` say why.")]
    repetitions: Annotated[
        EstimateOut | None,
        Field(description="What the lifter would do if they chose this load (habit)."),
    ]
    capacity: Annotated[
        EstimateOut | None, Field(description="What the lifter could do, to failure.")
    ]
    chance: Annotated[
        list[float], Field(description="chance[k-1] is P(capacity >= k), k = 1 ... 20; or empty.")
    ]
    because: list[ReasonOut]
    missing: list[MissingOut]
    instead: str | None


class RepetitionsOut(Output):
    items: Annotated[list[RepetitionsAtLoadOut], Field(description="One for each load, in order.")]
    at: datetime
    because: list[ReasonOut]
    missing: Annotated[list[MissingOut], Field(description="What would sharpen the answer.")]
    evidence: EvidenceOut
    engine_version: str

    @classmethod
    def of(cls, asked: RepetitionsBody, found: Repetitions) -> "RepetitionsOut":
        items = []
        for load_kg, part in zip(asked.loads_kg, found.answer.items, strict=True):
            items.append(
                {
                    "load_kg": load_kg,
                    "load": MassOut.of(load_kg, asked.mass_unit),
                    "status": part.status,
                    "repetitions": part.value.repetitions if part.value else None,
                    "capacity": part.value.capacity if part.value else None,
                    "chance": part.value.chance if part.value else [],
                    "because": part.because,
                    "missing": part.missing,
                    "instead": part.instead,
                }
            )
        return cls.model_validate(
            {
                "items": items,
                "at": found.at,
                "because": found.answer.because,
                "missing": found.answer.missing,
                "evidence": found.answer.evidence,
                "engine_version": found.engine_version,
            }
        )


@router.post("")
async def compute_repetitions(
    _principal: AdviceReader,
    body: Annotated[RepetitionsBody, Body(examples=[examples.COMPUTE_REPETITIONS])],
) -> RepetitionsOut:
    """Compute repetitions at loads

    For each load: what the lifter would do if they chose it, what they could do to failure, and
    the chance of at least 1 ... 20 repetitions. Only sessions before `at` count.
    """
    return await asyncio.to_thread(_compute, body)


def _compute(body: RepetitionsBody) -> RepetitionsOut:
    sessions = history_records(body.history, "#/history")
    found = repetitions(
        sessions,
        body.at,
        body.loads_kg,
        exercise_id=body.exercise_id,
        body_mass_kg=body.body_mass_kg,
    )
    return RepetitionsOut.of(body, found)
