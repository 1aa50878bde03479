"""Programmes that come with the service: each with its sources, ready to be given to an athlete."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import Field

from app.api.auth import AdviceReader
from app.api.v1.fields import Day, Output, Slug, Unit
from app.api.v1.programmes import ProgrammeBody
from app.catalogue.programme_records import Goal, Level, Programme, Slot
from app.engine.answer import Basis
from app.engine.units import MassUnit
from app.usecases.built_in_programmes import Block, blocks, built_in, require_built_in

router = APIRouter(prefix="/programmes", tags=["catalogue"])


class BuiltInProgrammeOut(Output):
    id: str
    name: str
    summary: str
    goals: list[Goal]
    level: Level
    sessions_per_week: Annotated[list[int], Field(description="By week; the last number goes on.")]
    weeks: Annotated[int | None, Field(description="Null where it has no end of its own.")]
    basis: Annotated[
        Basis, Field(description="Tested in a trial (`evidence`) or a rule of the trade.")
    ]
    source_ids: list[str]
    notes: list[str]
    exercise_ids: Annotated[list[str], Field(description="What it trains with, in order.")]

    @classmethod
    def fields_of(cls, programme: Programme) -> dict[str, object]:
        slots = (slot for day in programme.days for slot in day.slots)
        ids = list(dict.fromkeys(slot.exercise_id for slot in slots))
        names = BuiltInProgrammeOut.model_fields.keys() - {"exercise_ids"}
        return {**{name: getattr(programme, name) for name in names}, "exercise_ids": ids}


class BuiltInProgrammeItems(Output):
    items: list[BuiltInProgrammeOut]


class LaidOutProgrammeOut(BuiltInProgrammeOut):
    bodies: Annotated[
        list[ProgrammeBody],
        Field(
            description="What to send to `POST /v1/athletes/{athlete_id}/programmes`, each in "
            "turn: one body, or one for each run of weeks where the days change."
        ),
    ]


@router.get("")
async def read_built_in_programmes(
    _principal: AdviceReader,
    goal: Annotated[Goal | None, Query(description="Only those for this goal.")] = None,
    level: Annotated[
        Level | None, Query(description="Only those for this level, or for any.")
    ] = None,
) -> BuiltInProgrammeItems:
    """List built-in programmes

    Each with its sources, and whether a trial tested it.
    """
    found = [BuiltInProgrammeOut.fields_of(one) for one in built_in(goal, level)]
    return BuiltInProgrammeItems.model_validate({"items": found})


@router.get("/{programme_id}")
async def read_built_in_programme(
    _principal: AdviceReader,
    programme_id: Annotated[
        Slug, Path(description="Id of the programme.", examples=["inner-thigh-three-days"])
    ],
    starts_on: Annotated[Day | None, Query(description="Its first day; absent is today.")] = None,
    mass_unit: Annotated[
        Unit, Query(description="What the equipment is marked in; steps are said in it.")
    ] = "kg",
) -> LaidOutProgrammeOut:
    """Read a built-in programme

    With what to send to give it to an athlete, as it is or changed.
    """
    programme = require_built_in(programme_id)
    laid_out = blocks(programme, starts_on or datetime.now(UTC).date())
    bodies = [_body(programme, block, mass_unit) for block in laid_out]
    return LaidOutProgrammeOut.model_validate(
        {**BuiltInProgrammeOut.fields_of(programme), "bodies": bodies}
    )


def _body(programme: Programme, block: Block, unit: MassUnit) -> ProgrammeBody:
    return ProgrammeBody.model_validate(
        {
            "name": block.name,
            "starts_on": _text(block.starts_on),
            "ends_on": _text(block.ends_on),
            "note": "\n".join((programme.summary, *programme.notes)),
            "days": [
                {"name": day.name, "exercises": [_exercise(slot, unit) for slot in day.slots]}
                for day in block.days
            ],
        }
    )


def _exercise(slot: Slot, unit: MassUnit) -> Mapping[str, Any]:
    """Sets and range go to the scheme, which has them under names of its own."""
    tempo = slot.tempo
    return {
        "exercise_id": slot.exercise_id,
        "superset": slot.superset,
        "scheme": {"name": slot.scheme, **slot.parameters},
        "targets": {
            "step": slot.step.get(unit),
            "rest_s": slot.rest_s,
            "tempo": tempo and {name: getattr(tempo, name) for name in tempo.__slots__},
            "repetitions_in_reserve": slot.repetitions_in_reserve,
        },
    }


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
