"""How it goes: what the log of the last weeks shows, and what it warns of."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from app.engine.answer import Basis, Estimate, Part, Reason, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.expenditure.log import IntakeLog
from app.engine.energy.goals.standing import Standing
from app.engine.energy.interval import normal_estimate, standard_deviation
from app.engine.energy.target.refusals import FASTEST_LOSS_PERCENT_PER_WEEK
from app.engine.units import DAYS_PER_WEEK

LOOKED_BACK_DAYS = 14
"""Between the two body masses whose difference is the rate."""
WATER_DAYS = 14
"""After a goal begins: what goes then is in good part water, and no rate is warned of."""
RESTING_DAYS = 28
FEWEST_INTAKE_DAYS = 20
"""Of the last 28: weeks below resting energy are seen only where most days are logged."""
FALLING_PERCENT_PER_WEEK = -0.1
"""Slower is as good as steady for what is said of strength."""

RATE_NOW = ReasonKind(
    "course_rate",
    "Freed of water and scale noise, body mass went from {before_kg:.1f} to {now_kg:.1f} kg in "
    "{days} days: {rate_percent_per_week:+z.2f} % a week.",
    Basis.EVIDENCE,
)
FAST_LOSS = ReasonKind(
    "fast_loss",
    "{rate_percent_per_week:.1f} % a week is faster than "
    f"{-FASTEST_LOSS_PERCENT_PER_WEEK:g} %: lean mass goes with it. "
    "Eat more, and see a physician if it was not meant.",
    Basis.CONVENTION,
    "garthe_2011",
)
BELOW_RESTING_FOR_WEEKS = ReasonKind(
    "below_resting_for_weeks",
    "The mean of {days} logged days of the last four weeks is {intake_kcal_per_day:.0f} kcal, "
    "below the resting energy of {resting_kcal_per_day:.0f}. If all food is logged, eat more.",
    Basis.CONVENTION,
)
LEAN_MASS_AT_RISK = ReasonKind(
    "lean_mass_at_risk",
    "Strength falls while body mass does ({falling} of {exercises} exercises; in the middle "
    "{strength_percent_per_week:+.1f} % a week): lean mass may be going. Lose more slowly, eat "
    "protein at the upper end, and train heavy.",
    Basis.CONVENTION,
    "garthe_2011",
)


@dataclass(frozen=True, slots=True)
class ExerciseTrend:
    """How strength in one exercise goes, with the interval that verdicts are held to."""

    exercise_id: str
    percent_per_week: Estimate

    @property
    def falls(self) -> bool:
        return self.percent_per_week.high < 0.0


@dataclass(frozen=True, slots=True)
class Course:
    rate_percent_per_week: Estimate
    """Of the last two weeks, losing negative."""
    eaten_kcal_per_day: float | None
    """Mean of the usable days of the last four weeks; None where most are not logged."""
    strength: tuple[ExerciseTrend, ...]


def course(
    now: Standing,
    before: Standing,
    intake: IntakeLog,
    *,
    days_on_goal: int | None = None,
    strength: Sequence[ExerciseTrend] = (),
) -> Part[Course]:
    """What the last weeks show. `before` is where the athlete stood two weeks ago.

    Insufficient where either body mass is not known.
    """
    mass, earlier = now.answer.body_mass, before.answer.body_mass
    if mass.value is None or earlier.value is None:
        return insufficient(mass.missing or (missing.more_weighings(2, LOOKED_BACK_DAYS),))
    rate = _rate(mass.value, earlier.value)
    eaten = _eaten(intake, now)
    value = Course(rate, None if eaten is None else eaten[0], tuple(strength))
    reason = RATE_NOW(
        before_kg=earlier.value.value,
        now_kg=mass.value.value,
        days=LOOKED_BACK_DAYS,
        rate_percent_per_week=rate.value,
    )
    warnings = (
        *_fast(rate, days_on_goal),
        *_below_resting(eaten, now),
        *_lean(rate, strength),
    )
    return ok(value, (reason,), warnings=warnings, evidence=mass.evidence)


def falls(rate: Estimate) -> bool:
    """Whether body mass falls by more than steady people's does."""
    return rate.value < FALLING_PERCENT_PER_WEEK


def _rate(now: Estimate, before: Estimate) -> Estimate:
    """The errors of the two masses are taken as independent, which is a little too wide."""
    share = 100.0 / before.value * DAYS_PER_WEEK / LOOKED_BACK_DAYS
    sd = math.hypot(standard_deviation(now), standard_deviation(before))
    return normal_estimate(share * (now.value - before.value), share * sd)


def _eaten(intake: IntakeLog, now: Standing) -> tuple[float, int] | None:
    days = intake.last(RESTING_DAYS, now.on).energy_kcal.values()
    return (fmean(days), len(days)) if len(days) >= FEWEST_INTAKE_DAYS else None


def _fast(rate: Estimate, days_on_goal: int | None) -> tuple[Reason, ...]:
    in_first_weeks = days_on_goal is not None and days_on_goal < WATER_DAYS
    if in_first_weeks or rate.value >= FASTEST_LOSS_PERCENT_PER_WEEK:
        return ()
    return (FAST_LOSS(rate_percent_per_week=rate.value),)


def _below_resting(eaten: tuple[float, int] | None, now: Standing) -> tuple[Reason, ...]:
    resting = now.answer.resting.value
    if eaten is None or resting is None or eaten[0] >= resting.estimate.value:
        return ()
    warning = BELOW_RESTING_FOR_WEEKS(
        days=eaten[1],
        intake_kcal_per_day=eaten[0],
        resting_kcal_per_day=resting.estimate.value,
    )
    return (warning,)


def _lean(rate: Estimate, strength: Sequence[ExerciseTrend]) -> tuple[Reason, ...]:
    """Where half of the exercises or more fall for sure; one of many may by chance."""
    falling = sum(one.falls for one in strength)
    if not falls(rate) or falling == 0 or 2 * falling < len(strength):
        return ()
    middle = median(one.percent_per_week.value for one in strength)
    warning = LEAN_MASS_AT_RISK(
        falling=falling, exercises=len(strength), strength_percent_per_week=middle
    )
    return (warning,)
