"""How strength goes, as it is answered: the maximum, the trend, the verdict, the records."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal, cast

from pydantic import Field

from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, in_unit, part_fields
from app.api.v1.fields import MassOut, Output
from app.engine.records import LoadMode
from app.engine.strength.course.outlook import StrengthOutlook
from app.engine.strength.course.plateau import Verdict
from app.engine.strength.course.trend import StrengthTrend
from app.engine.strength.records.personal_records import PersonalRecords
from app.engine.strength.records.records_held import Record, RecordKind
from app.engine.units import MassUnit
from app.usecases.strength import ExerciseStrength, Strength

IN_UNIT = Field(description="The same in the athlete's unit.")


class BestSetOut(Output):
    """The best set of the last four weeks of training, by one equation."""

    set_id: str
    performed_at: datetime
    equation: str
    maximum_kg: float
    maximum: Annotated[MassOut, IN_UNIT]
    load_kg: Annotated[float, Field(description="With the body's own part.")]
    load: Annotated[MassOut, IN_UNIT]
    repetitions_possible: Annotated[float, Field(description="Done, and in reserve where known.")]


class MaximumValue(Output):
    """Loads are all that is lifted, the body's own part with them."""

    maximum_kg: EstimateOut
    maximum: Annotated[MassEstimateOut, IN_UNIT]
    body_kg: Annotated[float, Field(description="The body's own part; 0 where none is lifted.")]
    body: Annotated[MassOut, IN_UNIT]
    heaviest_lately_kg: Annotated[
        float, Field(description="Heaviest load of the last four weeks of training.")
    ]
    heaviest_lately: Annotated[MassOut, IN_UNIT]
    repetitions_at_heaviest: Annotated[
        float, Field(description="To failure: what the maximum is read off.")
    ]
    own_curve_kg: Annotated[float, Field(description="Where the lifter's own curve leads.")]
    own_curve: Annotated[MassOut, IN_UNIT]
    published_curve_kg: Annotated[float, Field(description="Where the published curve leads.")]
    published_curve: Annotated[MassOut, IN_UNIT]
    best_set: Annotated[
        BestSetOut | None, Field(description="Null where no set lately was short enough.")
    ]


class StrengthPointOut(Output):
    """The best set of one session, by the equation of the trend."""

    performed_at: datetime
    set_id: str
    maximum_kg: float
    maximum: Annotated[MassOut, IN_UNIT]
    repetitions_possible: Annotated[
        float, Field(description="Done, and in reserve where effort counts.")
    ]
    beyond_ten: Annotated[bool, Field(description="More than ten repetitions: less sure.")]


class StrengthTrendValue(Output):
    equation: str
    points: Annotated[list[StrengthPointOut], Field(description="Oldest first, one a session.")]
    percent_per_week: EstimateOut
    kg_per_week: EstimateOut
    mass_per_week: Annotated[
        MassEstimateOut, Field(description="`kg_per_week` in the unit of the athlete.")
    ]
    tested_percent_per_week: Annotated[
        EstimateOut, Field(description="With the wider interval that verdicts are held to.")
    ]
    maximum_now_kg: Annotated[
        EstimateOut, Field(description="By the equation, smoothed over the last sessions.")
    ]
    maximum_now: Annotated[MassEstimateOut, IN_UNIT]
    residual_percent: Annotated[
        float, Field(description="Robust standard deviation of the points around the line.")
    ]
    volume_percent_per_week: Annotated[
        EstimateOut, Field(description="Of load times repetitions of a session.")
    ]
    effort_counts: Annotated[
        bool, Field(description="Reserve is read; else sets are taken as if to failure.")
    ]
    back_since: Annotated[
        datetime | None, Field(description="First session after the last layoff.")
    ]

    @classmethod
    def of(cls, found: StrengthTrend, unit: MassUnit) -> "StrengthTrendValue":
        return cls.model_validate(
            {
                **_fields(found, unit),
                "mass_per_week": MassEstimateOut.of(found.kg_per_week, unit),
                "maximum_now_kg": found.level_kg,
                "maximum_now": MassEstimateOut.of(found.level_kg, unit),
            }
        )


class PlateauValue(Output):
    verdict: Verdict
    percent_per_week: Annotated[
        EstimateOut, Field(description="With the interval that the verdict is held to.")
    ]
    expected_percent_per_week: float | None


class StrengthAheadOut(Output):
    """The one-repetition maximum some weeks from now, if training goes on as it has."""

    weeks: int
    maximum_kg: EstimateOut
    maximum: Annotated[MassEstimateOut, IN_UNIT]
    change_percent: EstimateOut
    chance_of_more: Annotated[float, Field(description="P(strength then > strength now).")]


class StrengthOutlookValue(Output):
    ahead: Annotated[list[StrengthAheadOut], Field(description="In 4, 8 and 12 weeks.")]
    expected_percent_per_week: Annotated[
        float | None, Field(description="The rise in it; null where no training age is known.")
    ]

    @classmethod
    def of(cls, found: StrengthOutlook, unit: MassUnit) -> "StrengthOutlookValue":
        ahead = [StrengthAheadOut.model_validate(_fields(one, unit)) for one in found.ahead]
        return cls(ahead=ahead, expected_percent_per_week=found.expected_percent_per_week)


class RecordValueOut(Output):
    """A number with its unit, as a person reads it."""

    value: float
    unit: Literal["kg", "lb", "repetitions", "s", "m"]


COUNTED_IN: Mapping[RecordKind, Literal["repetitions", "s", "m"]] = {
    RecordKind.MOST_REPETITIONS: "repetitions",
    RecordKind.LONGEST_DURATION: "s",
    RecordKind.LONGEST_DISTANCE: "m",
}
"""All other records are masses."""


class RecordOut(Output):
    kind: RecordKind
    value: Annotated[RecordValueOut, Field(description="A mass is in the athlete's unit.")]
    value_kg: Annotated[float | None, Field(description="Null where it is no mass.")]
    performed_at: datetime
    set_ids: list[str]
    load_kg: Annotated[
        float | None, Field(description="Of the set, as logged; null for a whole session.")
    ]
    load: Annotated[MassOut | None, IN_UNIT]
    repetitions: int | None

    @classmethod
    def of(cls, record: Record, unit: MassUnit) -> "RecordOut":
        counted_in = COUNTED_IN.get(record.kind)
        shown = {"value": record.value, "unit": counted_in}
        value = shown if counted_in else MassOut.of(record.value, unit)
        value_kg = None if counted_in else record.value
        return cls.model_validate({**_fields(record, unit), "value": value, "value_kg": value_kg})


class NewRecordOut(Output):
    record: RecordOut
    before: Annotated[RecordOut, Field(description="The one that it broke.")]


class RecordsValue(Output):
    records: Annotated[
        list[RecordOut], Field(description="At the end most repetitions by load, heaviest first.")
    ]
    broken: Annotated[list[NewRecordOut], Field(description="By the newest session.")]
    newest_at: Annotated[datetime, Field(description="When the newest session began.")]

    @classmethod
    def of(cls, found: PersonalRecords, unit: MassUnit) -> "RecordsValue":
        return cls(
            records=[RecordOut.of(one, unit) for one in found.records],
            broken=[
                NewRecordOut(
                    record=RecordOut.of(one.record, unit), before=RecordOut.of(one.before, unit)
                )
                for one in found.broken
            ],
            newest_at=found.newest_at,
        )


def _fields(record: object, unit: MassUnit) -> dict[str, object]:
    return cast("dict[str, object]", in_unit(record, unit))


class MaximumPart(PartOut):
    """The one-repetition maximum now."""

    value: MaximumValue | None


class StrengthTrendPart(PartOut):
    """How strength moves."""

    value: StrengthTrendValue | None


class PlateauPart(PartOut):
    """A verdict on the trend; that it cannot be told yet is `insufficient`."""

    value: PlateauValue | None


class StrengthOutlookPart(PartOut):
    """Where strength may be in some weeks, as a range."""

    value: StrengthOutlookValue | None


class RecordsPart(PartOut):
    """Personal records, each with its set."""

    value: RecordsValue | None


class ExerciseStrengthOut(Output):
    """Each part stands for itself; one that is missing hides no other."""

    exercise_id: Annotated[str | None, Field(description="As it was asked.")]
    exercise_name: Annotated[str | None, Field(description="As the catalogue or you call it.")]
    load_mode: Annotated[LoadMode, Field(description="How loads are read.")]
    maximum: MaximumPart
    trend: StrengthTrendPart
    plateau: PlateauPart
    outlook: StrengthOutlookPart
    records: RecordsPart

    @classmethod
    def of(cls, found: ExerciseStrength, unit: MassUnit) -> "ExerciseStrengthOut":
        progress = found.progress
        trend, records = progress.trend.value, progress.records.value
        outlook = progress.outlook.value
        values = {
            "maximum": in_unit(progress.maximum.value, unit),
            "trend": trend and StrengthTrendValue.of(trend, unit),
            "plateau": progress.plateau.value,
            "outlook": outlook and StrengthOutlookValue.of(outlook, unit),
            "records": records and RecordsValue.of(records, unit),
        }
        parts = {
            name: {**part_fields(getattr(progress, name)), "value": value}
            for name, value in values.items()
        }
        return cls.model_validate(
            {
                **parts,
                "exercise_id": found.exercise_id,
                "exercise_name": found.exercise_name,
                "load_mode": found.load_mode,
            }
        )


class StrengthOut(Output):
    items: Annotated[
        list[ExerciseStrengthOut], Field(description="One for each exercise, in order.")
    ]
    at: datetime
    deficit_since: Annotated[
        date | None, Field(description="First day of the energy deficit that was reckoned with.")
    ]
    engine_version: str

    @classmethod
    def of(cls, found: Strength) -> "StrengthOut":
        return cls(
            items=[ExerciseStrengthOut.of(one, found.mass_unit) for one in found.items],
            at=found.asked.at,
            deficit_since=found.asked.deficit_since,
            engine_version=found.engine_version,
        )
