"""What to eat on one day: as the week lays it out, else the mean of the week."""

from dataclasses import dataclass
from enum import StrEnum

from app.engine.answer import Part, ok
from app.engine.energy.goals.guidance import Guidance
from app.engine.energy.goals.training_days import DayTarget
from app.engine.energy.target.target import EnergyTarget


class KindOfDay(StrEnum):
    TRAINING = "training"
    REST = "rest"
    ANY = "any"
    """Every day is the same."""


@dataclass(frozen=True, slots=True)
class TargetOfDay:
    kind: KindOfDay
    target: DayTarget


def target_of_day(found: Guidance, *, trains: bool) -> Part[TargetOfDay]:
    """The target's own answer where it has no number; days of training are told apart where it is
    known how many there are."""
    mean, week = found.answer.target, found.week
    if mean.value is None:
        told = (mean.because, mean.missing, mean.warnings, mean.instead, mean.evidence)
        return Part(mean.status, None, *told)
    if week.value is None:
        value = TargetOfDay(KindOfDay.ANY, _each_day(mean.value))
        return ok(value, mean.because, warnings=mean.warnings, evidence=mean.evidence)
    kind = KindOfDay.TRAINING if trains else KindOfDay.REST
    target = week.value.training_day if trains else week.value.rest_day
    return ok(
        TargetOfDay(kind, target),
        (*mean.because, *week.because),
        warnings=(*mean.warnings, *week.warnings),
        evidence=mean.evidence,
    )


def _each_day(mean: EnergyTarget) -> DayTarget:
    return DayTarget(mean.intake, mean.protein_g, mean.fat_g, mean.carbohydrate_g, mean.fibre_g)
