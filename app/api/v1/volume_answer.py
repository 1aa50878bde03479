"""What is answered on training volume: the shapes of its parts."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.fields import Output
from app.api.v1.trained_exercises import ExerciseLeftOut
from app.engine.load.balance import Balance
from app.engine.load.dose_response import Tier
from app.engine.load.frequency import Frequency
from app.engine.load.volume import PeriodVolume, SetCount, Volume
from app.usecases.volume import GroupDose, VolumeAdvice


class SetCountOut(Output):
    """Hard sets of one group or muscle."""

    id: Annotated[str, Field(description="Of the group, or of the muscle.")]
    fractional_sets: Annotated[
        float, Field(description="All of them, those in which it helps by their share.")
    ]
    direct_sets: float
    indirect_sets: Annotated[float, Field(description="Those in which it helps, by their share.")]
    days: Annotated[int, Field(description="Calendar days with such a set.")]

    @classmethod
    def of(cls, id_: str, count: SetCount) -> "SetCountOut":
        return cls(
            id=id_,
            fractional_sets=count.fractional,
            direct_sets=count.direct,
            indirect_sets=count.indirect,
            days=count.days,
        )


class PeriodVolumeOut(Output):
    """Hard sets of seven days; what was not trained has no entry."""

    groups: Annotated[
        list[SetCountOut], Field(description="A set counts once, however many muscles work.")
    ]
    muscles: list[SetCountOut]

    @classmethod
    def fields_of(cls, period: PeriodVolume) -> dict[str, list[SetCountOut]]:
        both = {"groups": period.groups, "muscles": period.muscles}
        return {
            name: [SetCountOut.of(id_, one) for id_, one in counts.items()]
            for name, counts in both.items()
        }


class WeekVolumeOut(PeriodVolumeOut):
    """A calendar week; its year is that of the week (ISO 8601)."""

    iso_year: int
    iso_week: int
    starts_on: date
    complete: Annotated[bool, Field(description="False for the week of the day asked.")]


class VolumeValue(Output):
    last_7_days: Annotated[
        PeriodVolumeOut, Field(description="The 168 hours up to the end of the day asked.")
    ]
    weeks: Annotated[
        list[WeekVolumeOut], Field(description="Oldest first, from the first one trained.")
    ]

    @classmethod
    def of(cls, counted: Volume) -> "VolumeValue":
        weeks = [
            WeekVolumeOut(
                iso_year=week.iso_year,
                iso_week=week.iso_week,
                starts_on=week.starts_on,
                complete=week.complete,
                **PeriodVolumeOut.fields_of(week.volume),
            )
            for week in counted.weeks
        ]
        recent = PeriodVolumeOut(**PeriodVolumeOut.fields_of(counted.last_7_days))
        return cls(last_7_days=recent, weeks=weeks)


class VolumePart(PartOut):
    """Hard sets by week, group and muscle."""

    value: VolumeValue | None


class DoseResponseValue(Output):
    """What so many weekly sets bring over some ten weeks, as groups in trials gained on average."""

    growth_percent: Annotated[EstimateOut, Field(description="Muscle size [%].")]
    growth_of_next_set_percent: Annotated[
        EstimateOut, Field(description="What one more weekly set adds to that [%].")
    ]
    strength_percent: Annotated[
        float, Field(description="One-repetition maximum of a lift with so many sets [%].")
    ]
    strength_of_next_set_percent: float
    tier: Tier
    sets_to_next_gain: Annotated[
        float, Field(description="Further weekly sets for the next gain that a trial could tell.")
    ]


class DoseResponsePart(PartOut):
    """What the sets of one group bring."""

    group: str
    sets_per_week: Annotated[float, Field(description="Fractional sets, mean of `weeks`.")]
    weeks: Annotated[
        int, Field(description="Complete weeks of the mean; 0 where the last 7 days stand in.")
    ]
    value: DoseResponseValue | None

    @classmethod
    def of(cls, dose: GroupDose) -> "DoseResponsePart":
        return cls.model_validate(
            {
                **part_fields(dose.part),
                "group": dose.group,
                "sets_per_week": dose.sets_per_week,
                "weeks": dose.weeks,
                "value": dose.part.value,
            }
        )


class GroupFrequencyOut(Output):
    group: str
    days: int
    days_per_week: float
    last_on: date


class CloseSessionsOut(Output):
    """Two training days of a group with less than 48 h between them."""

    group: str
    first_at: datetime
    second_at: datetime
    hours: float


class FrequencyValue(Output):
    span_days: Annotated[float, Field(description="What the log covers of the last 28 days.")]
    groups: Annotated[
        list[GroupFrequencyOut], Field(description="Those that were trained directly.")
    ]
    close: Annotated[list[CloseSessionsOut], Field(description="Oldest first.")]

    @classmethod
    def of(cls, found: Frequency) -> "FrequencyValue":
        groups = [
            GroupFrequencyOut(
                group=group, days=one.days, days_per_week=one.days_per_week, last_on=one.last_on
            )
            for group, one in found.groups.items()
        ]
        close = [CloseSessionsOut.model_validate(one) for one in found.close]
        return cls(span_days=found.span_days, groups=groups, close=close)


class FrequencyPart(PartOut):
    """Training days of each group a week."""

    value: FrequencyValue | None


class SetBalanceOut(Output):
    """Fractional hard sets of two sides over 28 days. Which ratio is right no trial says."""

    id: Annotated[str, Field(description="Such as `adductors_to_abductors`.")]
    first_sets: float
    second_sets: float
    ratio: Annotated[float | None, Field(description="Null where the second side had none.")]
    lopsided: Annotated[bool, Field(description="More than two to one: pointed out, no verdict.")]

    @classmethod
    def of(cls, id_: str, one: Balance) -> "SetBalanceOut":
        names = ("first_sets", "second_sets", "ratio", "lopsided")
        return cls.model_validate({"id": id_, **{name: getattr(one, name) for name in names}})


class SetBalancePart(PartOut):
    """Sets of one side of the body against those of the other."""

    value: list[SetBalanceOut] | None


class VolumeOut(Output):
    """Each part stands for itself; one that cannot be answered hides no other."""

    on: date
    volume: VolumePart
    dose_response: Annotated[
        list[DoseResponsePart], Field(description="One for each group trained in those weeks.")
    ]
    frequency: FrequencyPart
    balance: SetBalancePart
    exercises_left_out: Annotated[
        list[ExerciseLeftOut],
        Field(description="Exercises whose muscles nobody said: sets of none."),
    ]
    engine_version: str

    @classmethod
    def of(cls, advice: VolumeAdvice) -> "VolumeOut":
        counted, often, sides = advice.volume, advice.frequency, advice.balance
        return cls.model_validate(
            {
                "on": advice.on,
                "volume": {
                    **part_fields(counted),
                    "value": VolumeValue.of(counted.value) if counted.value else None,
                },
                "dose_response": [DoseResponsePart.of(dose) for dose in advice.doses],
                "frequency": {
                    **part_fields(often),
                    "value": FrequencyValue.of(often.value) if often.value else None,
                },
                "balance": {**part_fields(sides), "value": _sides(sides.value)},
                "exercises_left_out": advice.left_out,
                "engine_version": advice.engine_version,
            }
        )


def _sides(found: Mapping[str, Balance] | None) -> list[SetBalanceOut] | None:
    return None if found is None else [SetBalanceOut.of(id_, one) for id_, one in found.items()]
