"""What forbids a target of intake: every limit that a plan breaks, the tightest first.

The numbers are cautious refusals and no promise of being safe on the other side
(`docs/science/energy-target.md`). Nothing is clamped: a plan that breaks one gets no number.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.body.composition import ADULT_AGE_YEARS
from app.engine.energy.target.plan import UNDERWEIGHT_BMI, Plan
from app.engine.records import HealthFlag, Reproduction, Sex

OF_TRAINING_ONLY = frozenset({HealthFlag.HEART_CONDITION})
"""Flags that bear on effort and not on intake: a moderate loss lowers high blood pressure."""
VERY_LOW_INTAKE_KCAL = 800.0
AVAILABILITY_KCAL_PER_KG = 25.0
FASTEST_LOSS_PERCENT_PER_WEEK = -1.0
FASTEST_GAIN_PERCENT_PER_WEEK = 0.5
ESSENTIAL_FAT_PERCENT: Mapping[Sex | None, float] = MappingProxyType(
    {Sex.MALE: 5.0, Sex.FEMALE: 13.0, None: 13.0}
)
"""The upper end of essential fat in the table of the American Council on Exercise; of an unknown
sex the stricter."""

UNDER_18 = ReasonKind(
    "under_18",
    "Below 18 years the body still grows; no intake is set here.",
    Basis.CONVENTION,
)
UNKNOWN_AGE = ReasonKind(
    "unknown_age",
    f"Age is unknown or not believed, and no deficit is advised below {ADULT_AGE_YEARS:g} years.",
    Basis.CONVENTION,
)
UNKNOWN_HEIGHT = ReasonKind(
    "unknown_height",
    "Height is unknown or not believed, so it cannot be seen whether body mass is already low.",
    Basis.CONVENTION,
)
PREGNANT = ReasonKind(
    "pregnant",
    "Pregnancy needs energy that is not reckoned here, so no intake is set.",
    Basis.CONVENTION,
)
LACTATING = ReasonKind(
    "lactating",
    "Nursing needs energy that is not reckoned here, so no intake is set.",
    Basis.CONVENTION,
)
HEALTH_FLAG = ReasonKind(
    "health_flag",
    "With {flag} on record, an intake is for a clinician to set.",
    Basis.CONVENTION,
    "nice_cg189",
)
UNDERWEIGHT = ReasonKind(
    "underweight",
    "A body mass index of {bmi_kg_per_m2:.1f} is below "
    f"{UNDERWEIGHT_BMI:g}; no deficit is advised.",
    Basis.CONVENTION,
    "who_bmi",
)
UNDERWEIGHT_GOAL = ReasonKind(
    "underweight_goal",
    "{goal_kg:.1f} kg would be a body mass index of {bmi_kg_per_m2:.1f}, below "
    f"{UNDERWEIGHT_BMI:g}; no way there is shown.",
    Basis.CONVENTION,
    "who_bmi",
)
ESSENTIAL_FAT_GOAL = ReasonKind(
    "essential_fat_goal",
    "{percent:.1f} % of body fat is below {least_percent:.0f} %, up to which fat is called "
    "essential; no way there is shown.",
    Basis.CONVENTION,
    "ace_classes",
)
LOSS_TOO_FAST = ReasonKind(
    "loss_too_fast",
    "{rate_percent_per_week:.3g} % a week is faster than "
    f"{-FASTEST_LOSS_PERCENT_PER_WEEK:g} %; lean mass is lost with it.",
    Basis.CONVENTION,
    "garthe_2011",
)
GAIN_TOO_FAST = ReasonKind(
    "gain_too_fast",
    "{rate_percent_per_week:.3g} % a week is faster than "
    f"{FASTEST_GAIN_PERCENT_PER_WEEK:g} %; most of the rest would be fat.",
    Basis.CONVENTION,
)
VERY_LOW_INTAKE = ReasonKind(
    "very_low_intake",
    "{intake_kcal_per_day:.0f} kcal a day is below "
    f"{VERY_LOW_INTAKE_KCAL:g}; such diets need a clinician.",
    Basis.CONVENTION,
    "nice_cg189",
)
AVAILABILITY_TOO_LOW = ReasonKind(
    "energy_availability_too_low",
    "{intake_kcal_per_day:.0f} kcal is {availability_kcal_per_kg:.1f} kcal for each kg of "
    "fat-free mass ({fat_free_mass_kg:.0f} kg, {method}) even before training; "
    f"below {AVAILABILITY_KCAL_PER_KG:g} is too little.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
AVAILABILITY_TOO_LOW_TRAINING = ReasonKind(
    "energy_availability_too_low",
    "{intake_kcal_per_day:.0f} kcal less {exercise_kcal_per_day:.0f} of training is "
    "{availability_kcal_per_kg:.1f} kcal for each kg of fat-free mass ({fat_free_mass_kg:.0f} kg, "
    "{method}); "
    f"below {AVAILABILITY_KCAL_PER_KG:g} is too little.",
    Basis.CONVENTION,
    "mountjoy_2023",
)

GIVE_AGE = "Give the date of birth, or check it, and ask again."
GIVE_HEIGHT = "Give the height, or check it, and ask again."
GIVE_AGE_AND_HEIGHT = "Give the date of birth and the height, or check them, and ask again."
ASK_CLINICIAN = "Ask a physician or a dietitian; show them this log."
ASK_PARENT = "Talk to a parent or guardian and to a physician or a dietitian; no number is given."
ASK_MIDWIFE = "Ask a midwife, a physician or a dietitian; show them this log."
GAIN = "Ask for a gain, such as 0.25 % a week, and see a physician or a dietitian."
HEALTHY_GOAL = "Choose a goal of at least {least_kg:.1f} kg, and see a physician or a dietitian."
MORE_FAT = "Choose a body fat of {least_percent:.0f} % or more."
MORE_FAT_OR_SEX = "Give the sex, or choose a body fat of {least_percent:.0f} % or more."
SLOWER = "Choose a slower loss, or maintenance (rate 0)."
CHECK_LOG = (
    "Even maintenance would be this low: check that all food is logged, and ask a physician."
)
SLOW_ENOUGH = (
    f"Choose a loss of at most {-FASTEST_LOSS_PERCENT_PER_WEEK:g} % a week, such as -0.5 %."
)
SLOWER_GAIN = f"Choose a gain of at most {FASTEST_GAIN_PERCENT_PER_WEEK:g} % a week."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A limit that a plan breaks, what to do instead, and the least intake that it allows."""

    because: Reason
    instead: str
    least_intake_kcal_per_day: float = inf
    """Infinite where no deficit is allowed at all."""


def _health_flags(plan: Plan) -> Iterator[Refusal]:
    """Any other flag sends any target to a clinician, also one of maintenance or gain."""
    for flag in sorted(plan.athlete.health_flags - OF_TRAINING_ONLY):
        yield Refusal(HEALTH_FLAG(flag=flag.value.replace("_", " ")), ASK_CLINICIAN)


def _unknown(plan: Plan) -> Iterator[Refusal]:
    """Unknown is not safe."""
    no_age, no_height = plan.athlete.age_years is None, plan.athlete.height_cm is None
    if not plan.losing:
        return
    both = GIVE_AGE_AND_HEIGHT if no_age and no_height else None
    if no_age:
        yield Refusal(UNKNOWN_AGE(), both or GIVE_AGE)
    if no_height:
        yield Refusal(UNKNOWN_HEIGHT(), both or GIVE_HEIGHT)


def _growing(plan: Plan) -> Iterator[Refusal]:
    """Below 18 years no intake is set, whatever the rate: nothing here was measured on them."""
    age = plan.athlete.age_years
    if age is not None and age < ADULT_AGE_YEARS:
        yield Refusal(UNDER_18(age_years=age), ASK_PARENT)


def _person(plan: Plan) -> Iterator[Refusal]:
    """In pregnancy and while nursing no intake is set, whatever the rate; and who weighs too
    little loses nothing."""
    bmi, reproduction = plan.bmi_kg_per_m2, plan.athlete.reproduction
    if reproduction is Reproduction.PREGNANT:
        yield Refusal(PREGNANT(), ASK_MIDWIFE)
    if reproduction is Reproduction.LACTATING:
        yield Refusal(LACTATING(), ASK_MIDWIFE)
    if plan.losing and bmi is not None and bmi < UNDERWEIGHT_BMI:
        yield Refusal(UNDERWEIGHT(bmi_kg_per_m2=bmi), GAIN)


def _goal(plan: Plan) -> Iterator[Refusal]:
    """No goal in underweight, unless it is a gain on the way out of it; nor in essential fat."""
    sex, percent = plan.athlete.sex, plan.aim.body_fat_percent
    if percent is not None and percent < (least := ESSENTIAL_FAT_PERCENT[sex]):
        lean = ESSENTIAL_FAT_GOAL(percent=percent, least_percent=least)
        instead = MORE_FAT_OR_SEX if sex is None else MORE_FAT
        yield Refusal(lean, instead.format(least_percent=least))
    bmi, goal_kg = plan.goal_bmi_kg_per_m2, plan.aim.body_mass_kg
    if goal_kg is not None and bmi is not None and bmi < UNDERWEIGHT_BMI:
        # Rounded up to what a scale shows, so that the goal that is offered is taken.
        least_kg = ceil(10.0 * goal_kg * UNDERWEIGHT_BMI / bmi) / 10.0
        reason = UNDERWEIGHT_GOAL(goal_kg=goal_kg, bmi_kg_per_m2=bmi)
        yield Refusal(reason, HEALTHY_GOAL.format(least_kg=least_kg))


def _rate(plan: Plan) -> Iterator[Refusal]:
    rate = plan.rate_percent_per_week
    if rate < FASTEST_LOSS_PERCENT_PER_WEEK:
        least = plan.intake_at(FASTEST_LOSS_PERCENT_PER_WEEK)
        reason = LOSS_TOO_FAST(rate_percent_per_week=rate)
        yield Refusal(reason, SLOW_ENOUGH, -inf if least is None else least)
    if rate > FASTEST_GAIN_PERCENT_PER_WEEK:
        yield Refusal(GAIN_TOO_FAST(rate_percent_per_week=rate), SLOWER_GAIN, -inf)


def _intake(plan: Plan) -> Iterator[Refusal]:
    intake = plan.intake_kcal_per_day
    if intake is not None and intake < VERY_LOW_INTAKE_KCAL:
        reason = VERY_LOW_INTAKE(intake_kcal_per_day=intake)
        yield Refusal(reason, _eat_more(plan, VERY_LOW_INTAKE_KCAL), VERY_LOW_INTAKE_KCAL)


def _availability(plan: Plan) -> Iterator[Refusal]:
    intake, body = plan.intake_kcal_per_day, plan.composition
    if intake is None or body is None:
        return
    trains = plan.exercise_kcal_per_day
    least = AVAILABILITY_KCAL_PER_KG * body.fat_free_mass_kg + trains
    if intake < least:
        named: dict[str, float | str] = {
            "intake_kcal_per_day": intake,
            "availability_kcal_per_kg": (intake - trains) / body.fat_free_mass_kg,
            "fat_free_mass_kg": body.fat_free_mass_kg,
            "method": body.method,
        }
        reason = (
            AVAILABILITY_TOO_LOW_TRAINING(**named, exercise_kcal_per_day=trains)
            if trains
            else AVAILABILITY_TOO_LOW(**named)
        )
        yield Refusal(reason, _eat_more(plan, least), least)


def _eat_more(plan: Plan, least_kcal_per_day: float) -> str:
    """A slower loss only where maintenance would keep the limit."""
    maintenance = plan.intake_at(0.0)
    if plan.losing and maintenance is not None and maintenance >= least_kcal_per_day:
        return SLOWER
    return CHECK_LOG


LIMITS: Sequence[Callable[[Plan], Iterator[Refusal]]] = (
    _health_flags,
    _growing,
    _person,
    _goal,
    _unknown,
    _rate,
    _intake,
    _availability,
)


def refusals(plan: Plan) -> tuple[Refusal, ...]:
    """Every limit that the plan breaks, the one that asks for the most energy first."""
    broken = [refusal for limit in LIMITS for refusal in limit(plan)]
    return tuple(sorted(broken, key=lambda refusal: -refusal.least_intake_kcal_per_day))
