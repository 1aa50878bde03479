"""From a goal to the rate that is followed now: one function for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.engine.answer import Basis, Part, Reason, ReasonKind, insufficient
from app.engine.energy import missing
from app.engine.energy.goals.after_diet import HELD_AFTER_DIET, after_diet
from app.engine.energy.goals.body_fat_goal import mass_at_body_fat
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.lean_loss import TRAINING_ASSUMED, TRAINING_SHARE
from app.engine.energy.target.plan import NO_AIM, Aim
from app.engine.energy.target.target import DEFAULT_RATE_PERCENT_PER_WEEK, EnergyTarget

GAIN_PERCENT_PER_WEEK = 0.25
"""Of a lean gain, and of a mass above that of now, where no rate is asked."""
THERE_SHARE = 0.01
"""Within 1 % of a goal one is at it: the water of a day is more."""

DEFAULT_RATE = ReasonKind(
    "goal_rate_default",
    "No rate was asked: {rate_percent_per_week:.3g} % a week is taken.",
    Basis.CONVENTION,
    "garthe_2011",
)
DEFAULT_GAIN = ReasonKind(
    "goal_gain_default",
    "No rate was asked: {rate_percent_per_week:.3g} % a week is taken, the slow end of what is "
    "recommended for lean gain; what is gained faster is fat.",
    Basis.EVIDENCE,
    "iraki_2019",
)
THERE = ReasonKind(
    "goal_reached",
    "{body_mass_kg:.1f} kg is at the goal of {goal_kg:.1f} kg or beyond it: hold it.",
    Basis.CONVENTION,
)
FAT_GOAL = ReasonKind(
    "goal_body_fat_mass",
    "{goal_percent:.1f} % of body fat, from about {now_percent:.1f} % ({method}), is about "
    "{goal_kg:.1f} kg. The error of a body-fat method, 3 to 5 points, is all in this mass: measure "
    "again on the way.",
    Basis.EVIDENCE,
    "forbes_1987",
)
FAT_THERE = ReasonKind(
    "goal_body_fat_reached",
    "About {now_percent:.1f} % of body fat ({method}) is at the goal of {goal_percent:.1f} % or "
    "below: hold it.",
    Basis.CONVENTION,
)
RECOMPOSITION = ReasonKind(
    "recomposition_evidence",
    "Lean mass can grow while fat is lost: reviews find it in novices, after a pause, with more "
    "fat to lose, and in some trained people; it needs hard resistance training and much protein.",
    Basis.EVIDENCE,
    "barakat_2020",
)
RECOMPOSITION_DEFICIT = ReasonKind(
    "recomposition_deficit",
    "A large deficit stands against it: over trials about 500 kcal a day kept lean mass from "
    "growing. So body mass is held or falls slowly, and a tape measure tells more than the scale.",
    Basis.EVIDENCE,
    "murphy_koehler_2022",
)


@dataclass(frozen=True, slots=True)
class Approach:
    """The rate that a goal asks for now, and why."""

    rate_percent_per_week: float
    aim: Aim = NO_AIM
    because: tuple[Reason, ...] = ()
    is_there: bool = False
    """The goal is reached and only to be held."""


Found = Approach | Part[EnergyTarget]
"""Or why there is none."""


def _rate(goal: Goal, _standing: Standing) -> Found:
    assert goal.rate_percent_per_week is not None
    return Approach(goal.rate_percent_per_week)


def _body_mass(goal: Goal, standing: Standing) -> Found:
    assert goal.body_mass_kg is not None
    return to_mass(goal, standing, goal.body_mass_kg)


def to_mass(goal: Goal, standing: Standing, goal_kg: float) -> Approach:
    """By the rate that was asked, or the usual one in the direction of the goal.

    Without a body mass the direction is that of the rate, or a loss: what forbids a loss is then
    said, and what is missing.
    """
    mass_kg, rate = standing.body_mass_kg, goal.rate_percent_per_week
    aim = Aim(body_mass_kg=goal_kg)
    if mass_kg is None:
        return Approach(DEFAULT_RATE_PERCENT_PER_WEEK if rate is None else rate, aim)
    away = goal_kg / mass_kg - 1.0
    overshot = rate is not None and rate * away < 0.0
    if abs(away) <= THERE_SHARE or overshot:
        there = THERE(body_mass_kg=mass_kg, goal_kg=goal_kg)
        return Approach(0.0, aim, (there,), is_there=True)
    if rate is not None:
        return Approach(rate, aim)
    usual, kind = (
        (DEFAULT_RATE_PERCENT_PER_WEEK, DEFAULT_RATE)
        if away < 0.0
        else (GAIN_PERCENT_PER_WEEK, DEFAULT_GAIN)
    )
    if goal.by is not None:  # the day sets the rate
        return Approach(usual, aim)
    return Approach(usual, aim, (kind(rate_percent_per_week=usual),))


def _body_fat(goal: Goal, standing: Standing) -> Found:
    assert goal.body_fat_percent is not None
    percent, mass_kg, body = goal.body_fat_percent, standing.body_mass_kg, standing.body
    aim = Aim(body_fat_percent=percent)
    if mass_kg is None or body is None:
        asked = goal.rate_percent_per_week
        part = standing.target(DEFAULT_RATE_PERCENT_PER_WEEK if asked is None else asked, aim)
        return part if part.value is None else insufficient((missing.SEX, missing.BODY_FAT))
    now_percent = 100.0 * body.fat_mass_kg / mass_kg
    told = {"now_percent": now_percent, "goal_percent": percent}
    if now_percent <= percent:
        return Approach(0.0, aim, (FAT_THERE(**told, method=body.method),), is_there=True)
    goal_kg = mass_at_body_fat(body, percent)
    found = to_mass(goal, standing, goal_kg)
    mass_then = FAT_GOAL(**told, method=body.method, goal_kg=goal_kg)
    because = (mass_then, TRAINING_ASSUMED(share=TRAINING_SHARE), *found.because)
    return replace(found, aim=replace(found.aim, body_fat_percent=percent), because=because)


def _maintenance(_goal: Goal, standing: Standing) -> Found:
    held = after_diet(standing.answer, standing.body).value
    if held is None or not held.deficit_seen:
        return Approach(0.0)
    reason = HELD_AFTER_DIET(
        intake_kcal_per_day=held.intake.value,
        spent_kcal_per_day=held.spent_now_kcal_per_day,
        eaten_kcal_per_day=held.eaten_kcal_per_day,
    )
    return Approach(0.0, Aim(intake=held.intake), (reason,))


def _lean_gain(goal: Goal, _standing: Standing) -> Found:
    rate = goal.rate_percent_per_week
    if rate is not None:
        return Approach(rate)
    usual = DEFAULT_GAIN(rate_percent_per_week=GAIN_PERCENT_PER_WEEK)
    return Approach(GAIN_PERCENT_PER_WEEK, because=(usual,))


def _recomposition(goal: Goal, _standing: Standing) -> Found:
    rate = goal.rate_percent_per_week or 0.0
    because = (RECOMPOSITION(), RECOMPOSITION_DEFICIT())
    return Approach(rate, Aim(recomposing=True), because)


def _systemic(goal: Goal, _standing: Standing) -> Found:
    """Fat is lost all over or not at all; why is said in its own part."""
    rate = goal.rate_percent_per_week
    if rate is not None:
        return Approach(rate)
    usual = DEFAULT_RATE(rate_percent_per_week=DEFAULT_RATE_PERCENT_PER_WEEK)
    return Approach(DEFAULT_RATE_PERCENT_PER_WEEK, because=(usual,))


APPROACHES: Mapping[GoalKind, Callable[[Goal, Standing], Found]] = MappingProxyType(
    {
        GoalKind.RATE: _rate,
        GoalKind.BODY_MASS: _body_mass,
        GoalKind.BODY_FAT: _body_fat,
        GoalKind.MAINTENANCE: _maintenance,
        GoalKind.LEAN_GAIN: _lean_gain,
        GoalKind.RECOMPOSITION: _recomposition,
        GoalKind.SPOT_REDUCTION: _systemic,
    }
)


def approach(goal: Goal, standing: Standing) -> Found:
    found = APPROACHES[goal.kind](goal, standing)
    if isinstance(found, Part):
        return found
    aim = replace(found.aim, exercise_kcal_per_day=goal.exercise_kcal_per_day)
    return replace(found, aim=aim)
