"""What a caller tells of an exercise that the catalogue does not hold."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from app.api.v1.fields import WHOLE, Input, Number
from app.api.v1.sets import TempoBody
from app.api.v1.trained_exercises import MuscleShareBody
from app.catalogue.records import Laterality, Mechanics
from app.engine.records import Measure
from app.usecases.muscles import require_muscles
from app.usecases.told_facts import ToldFacts, told_facts

RANGE_END = Field(ge=1, le=10_000)


class FactsBody(Input):
    """What is known of it; all of it may be unknown, and conventions hold then."""

    muscles: Annotated[
        list[MuscleShareBody] | None,
        Field(max_length=100, description="What it trains: volume and recovery count it."),
    ] = None
    body_mass_share: Annotated[
        Annotated[Number, Field(gt=0, le=1)] | None,
        Field(
            description="Part of the body that is lifted, with load mode `body_weight`: about 0.95 "
            "in a pull-up, 0.64 in a push-up."
        ),
    ] = None
    measured_in: Annotated[
        Measure | None, Field(description="What its sets and its range are counted in.")
    ] = None
    range_low: Annotated[
        Annotated[int, RANGE_END, WHOLE] | None,
        Field(description="Low end of the usual range; both ends are told together."),
    ] = None
    range_high: Annotated[int, RANGE_END, WHOLE] | None = None
    rest_s: Annotated[
        Annotated[Number, Field(ge=0, le=3_600)] | None,
        Field(description="Usual rest between sets [s]."),
    ] = None
    tempo: TempoBody | None = None
    laterality: Annotated[
        Laterality | None,
        Field(description="`unilateral`: repetitions and seconds count one side."),
    ] = None
    mechanics: Annotated[
        Mechanics | None, Field(description="`isolation`: a shorter warm-up is enough.")
    ] = None

    def stored(self, *, told_only: bool = False) -> dict[str, Any]:
        """The fields as they are stored; with `told_only` no more than was sent."""
        names = set(FactsBody.model_fields)
        return self.model_dump(mode="json", include=names, exclude_unset=told_only)

    def record(self) -> ToldFacts:
        return told_facts(self.stored())

    def require_known(self, pointer: str) -> None:
        """UnknownReferences where a share names a muscle that the catalogue does not have."""
        named = enumerate(self.muscles or ())
        require_muscles((f"{pointer}/muscles/{n}/muscle_id", one.muscle_id) for n, one in named)


ToldOfIt = Annotated[
    FactsBody,
    Field(description="What you know of an exercise that the catalogue does not hold."),
]


def stored_fields(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Stored facts as the fields of an answer: null, or no muscle, where nothing was told."""
    told = {name: facts.get(name) for name in FactsBody.model_fields}
    return {**told, "muscles": told["muscles"] or []}
