"""What a programme or a caller asks for of one exercise, as it is sent and stored."""

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.v1.fields import WHOLE, Input, Instant, Mass, Number, mass_kg
from app.api.v1.scheme_bodies import AnyScheme
from app.api.v1.sets import TempoBody
from app.engine.overload.question import Targets
from app.engine.records import Tempo
from app.usecases.next_session import Asked

ONE_REPETITION = Field(ge=1, le=100)
TEMPO = Field(pattern=r"^[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}$", examples=["3-0-1-0"])
REPETITION_RANGE = Field(
    min_length=2,
    max_length=2,
    description="The two ends of the range, in any order.",
    examples=[[8, 12]],
)
SETS = Field(ge=1, le=20, description="How many sets.")
STEP = Field(
    ge=0.01,
    le=100,
    allow_inf_nan=False,
    description="Smallest rise of the load, in the equipment's unit.",
)
REST_S = Field(ge=0, le=3_600, allow_inf_nan=False, description="Rest between sets [s].")
RESERVE = Field(ge=0, le=10, allow_inf_nan=False, description="Repetitions to leave undone.")
CHANCE = Field(
    ge=0.05,
    le=0.95,
    allow_inf_nan=False,
    description="Wanted chance of the target on the first set; the load is chosen for it.",
)
PAIN = Field(ge=0, le=10, description="Pain in the area trained now; above 3 is refused.")
EQUIPMENT_UNIT = Field(
    description="What the plates or the stack are marked in; absent is as logged."
)
"""Bounds that bodies (strict numbers) and query parameters (text) share."""


class TargetsBody(Input):
    """What a programme asks for. Only a range given here can be failed; a history without
    targets is never judged."""

    repetition_range: (
        Annotated[list[Annotated[int, ONE_REPETITION, WHOLE]], REPETITION_RANGE] | None
    ) = None
    sets: Annotated[int, SETS, WHOLE] | None = None
    step: Annotated[Number, STEP] | None = None
    rest_s: Annotated[Number, REST_S] | None = None
    tempo: TempoBody | None = None
    repetitions_in_reserve: Annotated[Number, RESERVE] | None = None
    since: Annotated[
        Instant | None,
        Field(description="When this was set; nothing before it can have failed it."),
    ] = None
    start_load: Annotated[
        Mass | None, Field(description="Load of the first session, where you know one.")
    ] = None
    chance: Annotated[Number, CHANCE] | None = None

    def record(self) -> Targets:
        low, high = sorted(self.repetition_range or (None, None), key=lambda end: end or 0)
        return Targets(
            repetitions_low=low,
            repetitions_high=high,
            sets=self.sets,
            step=self.step,
            rest_s=self.rest_s,
            tempo=Tempo(**self.tempo.model_dump()) if self.tempo else None,
            repetitions_in_reserve=self.repetitions_in_reserve,
            since=self.since,
            start_load_kg=mass_kg(self.start_load) if self.start_load else None,
            chance=self.chance,
        )


OWN_PARAMETERS = ("repetition_range", "sets")
"""Targets that only double progression takes; other schemes have parameters of their own."""


class Wanted(Input):
    """What is wanted of one exercise: targets, and the scheme by which it progresses."""

    targets: TargetsBody = TargetsBody()
    scheme: Annotated[
        AnyScheme | None,
        Field(description="How it progresses; absent is double progression. See `/v1/schemes`."),
    ] = None

    @model_validator(mode="after")
    def _say_it_once(self) -> "Wanted":
        told = [name for name in OWN_PARAMETERS if getattr(self.targets, name) is not None]
        if self.scheme is not None and told:
            raise PydanticCustomError(
                "scheme_has_its_own",
                "{names} of targets belong to double progression without parameters; the scheme "
                "{scheme} has its own: send them there",
                {"names": " and ".join(told), "scheme": self.scheme.scheme()},
            )
        return self

    def asked(self, **more: Any) -> Asked:
        """As the use case takes it; `more` are the other fields of Asked."""
        if self.scheme is None:
            return Asked(self.targets.record(), **more)
        scheme, told = self.scheme.scheme(), self.scheme.parameters()
        return Asked(self.targets.record(), scheme=scheme, scheme_parameters=told, **more)
