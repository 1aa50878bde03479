"""The answer about a body's composition, as both doors give it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from app.api.v1.answers import (
    EstimateOut,
    MassEstimateOut,
    PartOut,
    in_unit,
    part_fields,
)
from app.api.v1.fields import MassOut, Output
from app.api.v1.resting_energy import AgeRangeOut
from app.engine.answer import Part
from app.engine.energy.body.classes import Classified
from app.engine.energy.body.fat import BodyFat, BodyFatByMethod
from app.engine.energy.body.fat_methods import BodyFatMethod, body_fat_methods
from app.engine.energy.body.measurements import BodyFatDevice
from app.engine.energy.body.on_day import BodyOnDay
from app.engine.energy.body.parts import BodyComposition, ToldBodyFat
from app.engine.units import MassUnit
from app.usecases.body_composition import CompositionAnswer

IN_UNIT = "The same in the athlete's unit."


class MeasuredOut(Output):
    """The newest value of one thing, and when it was measured."""

    name: Annotated[str, Field(description="`waist_cm`, `skinfold_chest_mm` and the like.")]
    value: float
    measured_on: date
    measurement_id: str

    @classmethod
    def every(cls, body: BodyOnDay) -> Iterator["MeasuredOut"]:
        named = {f"{place}_cm": taken for place, taken in body.girths.items()}
        named |= {f"skinfold_{site}_mm": taken for site, taken in body.skinfolds.items()}
        for name, taken in named.items():
            yield cls(
                name=name,
                value=taken.value,
                measured_on=taken.by.measured_on,
                measurement_id=taken.by.id,
            )


class BodyFatValue(Output):
    method: str
    percent: EstimateOut
    fat_mass_kg: Annotated[EstimateOut | None, Field(description="Null without body mass.")]
    fat_mass: Annotated[MassEstimateOut | None, Field(description=IN_UNIT)]
    fat_free_mass_kg: Annotated[EstimateOut | None, Field(description="Null without body mass.")]
    fat_free_mass: Annotated[MassEstimateOut | None, Field(description=IN_UNIT)]
    lowest_percent: Annotated[float, Field(description="Of all methods that answer.")]
    highest_percent: float


class BodyFatPart(PartOut):
    """Body fat by the method that is put first."""

    value: BodyFatValue | None

    @classmethod
    def of(cls, part: Part[BodyFat], unit: MassUnit) -> "BodyFatPart":
        return cls.model_validate({**part_fields(part), "value": in_unit(part.value, unit)})


class MethodFatValue(Output):
    percent: EstimateOut
    standard_error_points: Annotated[
        float, Field(description="In the method's own study; the interval is wider.")
    ]


class BmiRangeOut(Output):
    """Body mass indices [kg/m²], from `low` to below `high`."""

    low: float
    high: float


class MethodFatPart(PartOut):
    """Body fat by one method, refused or insufficient by itself."""

    method: str
    label: str
    needs: Annotated[list[str], Field(description="What it is reckoned from.")]
    population: Annotated[str, Field(description="Whom it was measured on.")]
    ages_years: Annotated[
        AgeRangeOut | None, Field(description="Of that population; null where not known to us.")
    ]
    bmi_kg_per_m2: Annotated[BmiRangeOut | None, Field(description="Likewise.")]
    for_everybody: Annotated[
        bool, Field(description="False where it holds for people of one descent.")
    ]
    source: Annotated[str, Field(description="Id in `/v1/sources`.")]
    value: MethodFatValue | None

    @classmethod
    def of(cls, name: str, method: BodyFatMethod, part: Part[BodyFatByMethod]) -> "MethodFatPart":
        ages, bmi = method.ages_years, method.bmi_range
        facts = ("label", "needs", "population", "for_everybody", "source")
        return cls.model_validate(
            {
                **part_fields(part),
                **{fact: getattr(method, fact) for fact in facts},
                "method": name,
                "ages_years": ages and AgeRangeOut(low=ages[0], high=ages[1]),
                "bmi_kg_per_m2": bmi and BmiRangeOut(low=bmi[0], high=bmi[1]),
                "value": part.value,
            }
        )


class ToldBodyFatValue(Output):
    percent: float
    device: Annotated[BodyFatDevice | None, Field(description="Null where it was not said.")]
    told_on: Annotated[date | None, Field(description="Null where it is known without a day.")]
    fat_mass_kg: Annotated[float | None, Field(description="Null without body mass.")]
    fat_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]
    fat_free_mass_kg: Annotated[float | None, Field(description="Null without body mass.")]
    fat_free_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]


class ToldBodyFatPart(PartOut):
    """Body fat as a device or the athlete told it."""

    value: ToldBodyFatValue | None

    @classmethod
    def of(cls, part: Part[ToldBodyFat], unit: MassUnit) -> "ToldBodyFatPart":
        return cls.model_validate({**part_fields(part), "value": in_unit(part.value, unit)})


class LeanMassIndexValue(Output):
    index: Annotated[float, Field(description="Fat-free mass over height squared [kg/m²].")]
    normalised: Annotated[
        float | None, Field(description="To a height of 1.80 m; men only [kg/m²].")
    ]


class LeanMassIndexPart(PartOut):
    """Fat-free mass for height."""

    value: LeanMassIndexValue | None


class ClassifiedValue(Output):
    value: float
    name: Annotated[str, Field(description="Of the class.")]


class ClassifiedPart(PartOut):
    """A value with the name that health bodies or the trade give it."""

    value: ClassifiedValue | None

    @classmethod
    def of(cls, part: Part[Classified]) -> "ClassifiedPart":
        return cls.model_validate({**part_fields(part), "value": part.value})


class BodyFatPointOut(Output):
    measurement_id: str
    measured_on: date
    percent: float
    body_mass_kg: Annotated[
        float | None, Field(description="Of the nearest weighing, at most seven days away.")
    ]
    body_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]
    fat_mass_kg: float | None
    fat_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]
    fat_free_mass_kg: float | None
    fat_free_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]


class BodyFatCourseOut(Output):
    """One method over time, oldest first; each point rests on one measurement alone."""

    method: Annotated[str, Field(description="`told`, or the name of a method.")]
    device: Annotated[BodyFatDevice | None, Field(description="Where it was told and said.")]
    standard_error_points: Annotated[
        float | None, Field(description="Of one value, in the method's own study.")
    ]
    points: list[BodyFatPointOut]


class BodyCompositionOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    on: date
    body_mass_kg: Annotated[float | None, Field(description="Of the newest weighing.")]
    body_mass: Annotated[MassOut | None, Field(description=IN_UNIT)]
    weighed_on: date | None
    measured: Annotated[
        list[MeasuredOut], Field(description="What speaks for the day: of each thing the newest.")
    ]
    body_fat: BodyFatPart
    methods: Annotated[
        list[MethodFatPart],
        Field(description="All of them; empty where `body_fat` answers for all."),
    ]
    told: ToldBodyFatPart
    fat_free_mass_index: LeanMassIndexPart
    body_mass_index: ClassifiedPart
    waist_to_height: ClassifiedPart
    body_fat_class: ClassifiedPart
    courses: list[BodyFatCourseOut]
    engine_version: str

    @classmethod
    def of(cls, answer: CompositionAnswer) -> "BodyCompositionOut":
        found, unit = answer.composition, answer.athlete.mass_unit
        weighing = found.body.weighing
        lean = found.lean_mass_index
        return cls.model_validate(
            {
                "on": answer.on,
                "body_mass_kg": found.body.body_mass_kg,
                "body_mass": MassOut.of(found.body.body_mass_kg, unit),
                "weighed_on": weighing and weighing.weighed_on,
                "measured": list(MeasuredOut.every(found.body)),
                "body_fat": BodyFatPart.of(found.body_fat, unit),
                "methods": _methods(answer, found),
                "told": ToldBodyFatPart.of(found.told, unit),
                "fat_free_mass_index": {**part_fields(lean), "value": lean.value},
                "body_mass_index": ClassifiedPart.of(found.body_mass_index),
                "waist_to_height": ClassifiedPart.of(found.waist_to_height),
                "body_fat_class": ClassifiedPart.of(found.body_fat_class),
                "courses": in_unit(answer.courses, unit),
                "engine_version": answer.engine_version,
            }
        )


def _methods(answer: CompositionAnswer, found: BodyComposition) -> list[MethodFatPart]:
    """In the order in which they are put first; none where the sex is unknown."""
    sex = answer.athlete.sex
    if sex is None:
        return []
    methods = body_fat_methods(sex)
    return [MethodFatPart.of(name, methods[name], part) for name, part in found.by_method.items()]
