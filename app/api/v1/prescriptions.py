"""Prescriptions as they are answered: the sets of the next session, warm-up, loading."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.fields import MassOut, Output
from app.api.v1.loadings import LoadingOut
from app.api.v1.sets import TempoOut
from app.engine.overload.prescription import PrescribedSet
from app.engine.overload.warm_up import WarmUpSet
from app.engine.progression.action import Action
from app.engine.units import MassUnit
from app.usecases.next_session import NextSession


class PrescribedSetOut(Output):
    """One set, counted in repetitions, seconds or metres."""

    load_kg: Annotated[
        float | None, Field(description="What can be loaded; null where there is no load.")
    ]
    load: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    unrounded_load_kg: Annotated[
        float | None, Field(description="What the rule says before the equipment rounds it.")
    ]
    rounding_kg: Annotated[float | None, Field(description="load_kg minus unrounded_load_kg.")]
    loading: Annotated[
        LoadingOut | None, Field(description="How it is loaded, where the equipment is described.")
    ]
    band: Annotated[str | None, Field(description="Name of the elastic band.")]
    repetitions_low: int | None
    repetitions_high: Annotated[
        int | None, Field(description="The demand rises once every set reaches this.")
    ]
    repetitions_target: Annotated[int | None, Field(description="What to aim at this time.")]
    open_ended: Annotated[
        bool, Field(description="The target is the least: as many more as leave the reserve.")
    ]
    duration_s: float | None
    distance_m: float | None
    prediction: Annotated[
        EstimateOut | None, Field(description="Repetitions that you will likely do in this set.")
    ]
    capacity: Annotated[
        EstimateOut | None, Field(description="Repetitions that you could do in it, to failure.")
    ]
    chance: Annotated[
        float | None,
        Field(description="P(capacity >= repetitions_target), after the sets before it."),
    ]
    rest_s: float
    tempo: TempoOut | None
    repetitions_in_reserve: Annotated[float, Field(description="Repetitions to leave undone.")]

    @classmethod
    def of(cls, prescribed: PrescribedSet, unit: MassUnit) -> "PrescribedSetOut":
        fields = {name: getattr(prescribed, name) for name in cls.model_fields if name != "load"}
        made = prescribed.loading
        fields["loading"] = LoadingOut.of(made, unit) if made else None
        return cls.model_validate({**fields, "load": MassOut.of(prescribed.load_kg, unit)})


class WarmUpSetOut(Output):
    load_kg: float
    load: MassOut
    repetitions: int
    share: Annotated[float, Field(description="Of all that is lifted in the first set.")]

    @classmethod
    def of(cls, one: WarmUpSet, unit: MassUnit) -> "WarmUpSetOut":
        fields = {name: getattr(one, name) for name in cls.model_fields if name != "load"}
        return cls.model_validate({**fields, "load": MassOut.of(one.load_kg, unit)})


class NextSessionOut(PartOut):
    """The next session of one exercise, with its reasons."""

    exercise_id: Annotated[str | None, Field(description="As it was asked.")]
    exercise_name: Annotated[str | None, Field(description="As the catalogue or you call it.")]
    at: datetime
    scheme: Annotated[str, Field(description="How it progresses; see `/v1/schemes`.")]
    stage: Annotated[str | None, Field(description="Where in the scheme this is: `week 3 of 4`.")]
    action: Annotated[
        Action | None, Field(description="What changes; null unless `status` is `ok`.")
    ]
    variation: Annotated[
        str | None, Field(description="The variation that is due, where it changes.")
    ]
    per_side: Annotated[bool, Field(description="Repetitions and seconds count one side.")]
    warm_up: Annotated[list[WarmUpSetOut], Field(description="Lighter sets before, if any.")]
    sets: Annotated[list[PrescribedSetOut], Field(description="Empty unless `status` is `ok`.")]
    engine_version: str

    @classmethod
    def of(cls, answer: NextSession) -> "NextSessionOut":
        prescription = answer.prescription.value
        unit = answer.mass_unit
        sets = prescription.sets if prescription else ()
        warm_up = prescription.warm_up if prescription else ()
        return cls.model_validate(
            {
                **part_fields(answer.prescription),
                "exercise_id": answer.exercise_id,
                "exercise_name": answer.exercise_name,
                "at": answer.at,
                "scheme": answer.scheme,
                "stage": prescription.stage if prescription else None,
                "action": prescription.action if prescription else None,
                "variation": prescription.variation if prescription else None,
                "per_side": answer.per_side,
                "warm_up": [WarmUpSetOut.of(one, unit) for one in warm_up],
                "sets": [PrescribedSetOut.of(one, unit) for one in sets],
                "engine_version": answer.engine_version,
            }
        )
