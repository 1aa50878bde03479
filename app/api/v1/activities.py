"""The catalogue of activities, with their rates of energy."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.fields import Name, Output
from app.catalogue.activity_search import search_activities
from app.catalogue.load import catalogue
from app.catalogue.records import ActivityGroup
from app.usecases.activities import require_activity

router = APIRouter(prefix="/activities", tags=["catalogue"])


class ActivityOut(Output):
    id: str
    name: str
    group: ActivityGroup
    met: Annotated[
        float,
        Field(
            description="Metabolic equivalents: multiples of 3.5 ml of oxygen for each kg and "
            "minute, in average adults; rest is in them."
        ),
    ]
    is_estimated: Annotated[bool, Field(description="The rate was not measured.")]
    code: Annotated[str, Field(description="Of the 2024 Adult Compendium.")]
    source_ids: Annotated[list[str], Field(description="Ids in `/v1/sources`.")]


class ActivityItems(Output):
    items: list[ActivityOut]


@router.get("")
async def read_activities(
    _principal: AdviceReader,
    q: Annotated[
        Name | None, Query(description="Words of the name or the group, or their beginnings.")
    ] = None,
    group: Annotated[ActivityGroup | None, Query(description="Only those of this group.")] = None,
) -> ActivityItems:
    """List the catalogue's activities

    All that fit, the nearest names first. A rate is that of average adults; sex, age and fitness
    are not in it.
    """
    found = search_activities(catalogue(), q, group)
    return ActivityItems(items=[ActivityOut.model_validate(one) for one in found])


@router.get("/{activity_id}")
async def read_activity(
    _principal: AdviceReader,
    activity_id: Annotated[
        str, Path(max_length=64, description="Id.", examples=[examples.ACTIVITY_ID])
    ],
) -> ActivityOut:
    """Read an activity

    One of the catalogue by its id.
    """
    return ActivityOut.model_validate(require_activity(activity_id))
