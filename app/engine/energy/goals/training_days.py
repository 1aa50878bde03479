"""The intake of a week laid out over days of training and days of rest."""

from dataclasses import dataclass

from app.engine.answer import (
    Basis,
    Estimate,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.standing import Standing
from app.engine.energy.interval import shifted
from app.engine.energy.target.macronutrients import (
    FIBRE_G_PER_KCAL,
    KCAL_PER_G_CARBOHYDRATE,
    Grams,
)
from app.engine.energy.target.plan import NO_AIM
from app.engine.energy.target.refusals import AVAILABILITY_KCAL_PER_KG, VERY_LOW_INTAKE_KCAL
from app.engine.energy.target.target import EnergyTarget
from app.engine.units import DAYS_PER_WEEK

SHIFT_SHARE = 0.10
"""Of the mean intake, by which a day of training is above one of rest where its cost is not told;
a choice of ours."""

TRAINING_DAYS = Missing(
    "training_days_per_week", "Say on how many days of the week you train, with the goal."
)
SPLIT = ReasonKind(
    "training_rest_split",
    "Days of training ({training_days} a week) get {shift_kcal:.0f} kcal more than days of rest, "
    "all of it carbohydrate; the week stays the same. It is a matter of comfort and performance: "
    "fat is lost by the week.",
    Basis.CONVENTION,
)
SHIFT_TOLD = ReasonKind(
    "training_rest_shift_cost",
    "The difference is what a session costs above rest, as told.",
    Basis.CONVENTION,
)
SHIFT_CHOSEN = ReasonKind(
    "training_rest_shift_share",
    "What a session costs is not told; the difference is {share_percent:.0f} % of the mean day.",
    Basis.CONVENTION,
)
REST_TOO_LOW = ReasonKind(
    "rest_day_too_low",
    "A day of rest would be {intake_kcal:.0f} kcal, below the limit of {least_kcal:.0f}.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
NO_CARBOHYDRATE = ReasonKind(
    "rest_day_without_carbohydrate",
    "A day of rest would have less than no carbohydrate.",
    Basis.CONVENTION,
)
REST_BELOW_RESTING = ReasonKind(
    "rest_day_below_resting",
    "{intake_kcal:.0f} kcal on days of rest is below the resting energy of {resting_kcal:.0f}.",
    Basis.CONVENTION,
)
SAME_EACH_DAY = "Eat the same each day."


@dataclass(frozen=True, slots=True)
class DayTarget:
    """What to eat on one kind of day [kcal/d, g/d]."""

    intake: Estimate
    protein_g: Grams
    fat_g: Grams
    carbohydrate_g: Grams
    fibre_g: float


@dataclass(frozen=True, slots=True)
class WeekTarget:
    training_days_per_week: int
    training_day: DayTarget
    rest_day: DayTarget


def training_days(goal: Goal, target: Part[EnergyTarget], standing: Standing) -> Part[WeekTarget]:
    """The week's intake, moved from days of rest to days of training; its mean is the target.

    Refused where a day of rest would then break a limit that the mean keeps.
    """
    days = goal.training_days_per_week
    if target.value is None:
        instead = target.instead
        return insufficient(target.missing) if instead is None else refused(target.because, instead)
    if days is None:
        return insufficient((TRAINING_DAYS,))
    mean = target.value
    told = goal.exercise_kcal_per_session
    shift = SHIFT_SHARE * mean.intake.value if told is None else told
    if days in (0, int(DAYS_PER_WEEK)):
        shift = 0.0
    rest = _day(mean, -shift * days / DAYS_PER_WEEK)
    training = _day(mean, shift * (1.0 - days / DAYS_PER_WEEK))
    if shift and (broken := _broken(rest, standing)):
        return refused(broken, SAME_EACH_DAY)
    because = _because(days, shift, told)
    warnings = _warnings(rest, standing) if shift else ()
    return ok(WeekTarget(days, training, rest), because, warnings=warnings)


def _day(mean: EnergyTarget, by_kcal: float) -> DayTarget:
    intake = shifted(mean.intake, by_kcal)
    by_g = by_kcal / KCAL_PER_G_CARBOHYDRATE
    low, value, high = (grams + by_g for grams in _ends(mean.carbohydrate_g))
    carbohydrate = Grams(max(low, 0.0), value, high)
    fibre_g = FIBRE_G_PER_KCAL * intake.value
    return DayTarget(intake, mean.protein_g, mean.fat_g, carbohydrate, fibre_g)


def _ends(grams: Grams) -> tuple[float, float, float]:
    return grams.low, grams.value, grams.high


def _broken(rest: DayTarget, standing: Standing) -> tuple[Reason, ...]:
    body, intake = standing.plan(0.0, NO_AIM).composition, rest.intake.value
    available = 0.0 if body is None else AVAILABILITY_KCAL_PER_KG * body.fat_free_mass_kg
    least = max(VERY_LOW_INTAKE_KCAL, available)
    broken: tuple[Reason, ...] = ()
    if intake < least:
        broken += (REST_TOO_LOW(intake_kcal=intake, least_kcal=least),)
    if rest.carbohydrate_g.value < 0.0:
        broken += (NO_CARBOHYDRATE(),)
    return broken


def _because(days: int, shift: float, told: float | None) -> tuple[Reason, ...]:
    if not shift:
        return ()
    split = SPLIT(training_days=days, shift_kcal=shift)
    if told is not None:
        return split, SHIFT_TOLD()
    return split, SHIFT_CHOSEN(share_percent=100.0 * SHIFT_SHARE)


def _warnings(rest: DayTarget, standing: Standing) -> tuple[Reason, ...]:
    resting = standing.answer.resting.value
    if resting is None or rest.intake.value >= resting.estimate.value:
        return ()
    named = {"intake_kcal": rest.intake.value, "resting_kcal": resting.estimate.value}
    return (REST_BELOW_RESTING(**named),)
