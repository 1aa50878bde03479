"""What a target of intake is answered with, but warned against."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.target.plan import UNDERWEIGHT_BMI, Plan
from app.engine.records import Sex
from app.engine.units import KJ_PER_KCAL

OLDER_AGE_YEARS = 65.0
LOW_BMI = 20.0
AVAILABILITY_KCAL_PER_KG = 30.0
SLOW_LOSS_PERCENT_PER_WEEK = -0.25
CUSTOMARY_INTAKE_KCAL: Mapping[Sex | None, float] = {
    Sex.FEMALE: 1200.0,
    Sex.MALE: 1500.0,
    None: 1500.0,
}
"""Of an unknown sex, the more cautious of the two."""
LARGE_DEFICIT_SHARE = 0.25
LARGE_DEFICIT_KCAL = 1000.0
ALPERT_KCAL_PER_KG_FAT = 290.0 / KJ_PER_KCAL
"""Energy that a kilogram of body fat can give in a day; 290 kJ (Alpert 2005)."""

REPRODUCTION_UNKNOWN = ReasonKind(
    "reproduction_unknown",
    "This does not hold in pregnancy or while nursing.",
    Basis.CONVENTION,
)
UNDERWEIGHT = ReasonKind(
    "underweight_now",
    "A body mass index of {bmi_kg_per_m2:.1f} is underweight, "
    f"below {UNDERWEIGHT_BMI:g}: staying there is no aim. "
    "Gain with the help of a physician or a dietitian.",
    Basis.CONVENTION,
    "who_bmi",
)
OVER_65 = ReasonKind(
    "over_65",
    f"Over {OLDER_AGE_YEARS:g} years a deficit costs more muscle and bone; ask a clinician.",
    Basis.CONVENTION,
)
BMI_LOW = ReasonKind(
    "bmi_low",
    "A body mass index of {bmi_kg_per_m2:.1f} leaves little to lose.",
    Basis.CONVENTION,
    "who_bmi",
)
LOSS_SLOW = ReasonKind(
    "loss_slow",
    "{rate_percent_per_week:.3g} % a week hardly shows beside the water of a month.",
    Basis.CONVENTION,
)
BELOW_RESTING = ReasonKind(
    "below_resting",
    "{intake_kcal_per_day:.0f} kcal is below the resting energy of {resting_kcal_per_day:.0f}.",
    Basis.CONVENTION,
)
INTAKE_LOW = ReasonKind(
    "intake_low",
    "{intake_kcal_per_day:.0f} kcal is below the customary {customary_kcal_per_day:.0f}.",
    Basis.CONVENTION,
    "nih_1998",
)
AVAILABILITY_LOW = ReasonKind(
    "energy_availability_low",
    "{intake_kcal_per_day:.0f} kcal is {availability_kcal_per_kg:.1f} kcal for each kg of "
    "fat-free mass ({fat_free_mass_kg:.0f} kg, {method}) before training; "
    f"below {AVAILABILITY_KCAL_PER_KG:g} is low.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
AVAILABILITY_LOW_TRAINING = ReasonKind(
    "energy_availability_low",
    "{intake_kcal_per_day:.0f} kcal less {exercise_kcal_per_day:.0f} of training is "
    "{availability_kcal_per_kg:.1f} kcal for each kg of fat-free mass ({fat_free_mass_kg:.0f} kg, "
    "{method}); "
    f"below {AVAILABILITY_KCAL_PER_KG:g} is low.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
BMI_LOW_GOAL = ReasonKind(
    "bmi_low_goal",
    "{goal_kg:.1f} kg would be a body mass index of {bmi_kg_per_m2:.1f}, near underweight.",
    Basis.CONVENTION,
    "who_bmi",
)
AVAILABILITY_UNKNOWN = ReasonKind(
    "energy_availability_unknown",
    "Fat-free mass is unknown, so energy availability was not checked.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
DEFICIT_LARGE_SHARE = ReasonKind(
    "deficit_large_share",
    "The deficit is {deficit_percent:.0f} % of expenditure, "
    f"more than {100.0 * LARGE_DEFICIT_SHARE:.0f} %.",
    Basis.CONVENTION,
)
DEFICIT_LARGE = ReasonKind(
    "deficit_large",
    f"The deficit is {{deficit_kcal_per_day:.0f}} kcal a day, more than {LARGE_DEFICIT_KCAL:,.0f}.",
    Basis.CONVENTION,
    "nih_1998",
)
FAT_SUPPLY = ReasonKind(
    "fat_supply",
    "{fat_mass_kg:.0f} kg of fat give about {supply_kcal_per_day:.0f} kcal a day at most; the "
    "deficit is {deficit_kcal_per_day:.0f}. One study of lean men says so.",
    Basis.EVIDENCE,
    "alpert_2005",
)


def _reproduction(plan: Plan) -> Iterator[Reason]:
    reproduction = plan.athlete.reproduction
    if reproduction is None and plan.athlete.sex is not Sex.MALE:
        yield REPRODUCTION_UNKNOWN()


def _person(plan: Plan) -> Iterator[Reason]:
    age, bmi = plan.athlete.age_years, plan.bmi_kg_per_m2
    if not plan.losing and bmi is not None and bmi < UNDERWEIGHT_BMI:
        yield UNDERWEIGHT(bmi_kg_per_m2=bmi)
    if plan.losing and age is not None and age > OLDER_AGE_YEARS:
        yield OVER_65()
    if plan.losing and bmi is not None and bmi < LOW_BMI:
        yield BMI_LOW(bmi_kg_per_m2=bmi)
    goal_bmi, goal_kg = plan.goal_bmi_kg_per_m2, plan.aim.body_mass_kg
    if plan.losing and goal_kg is not None and goal_bmi is not None and goal_bmi < LOW_BMI:
        yield BMI_LOW_GOAL(goal_kg=goal_kg, bmi_kg_per_m2=goal_bmi)


def _slow(plan: Plan) -> Iterator[Reason]:
    if SLOW_LOSS_PERCENT_PER_WEEK < plan.rate_percent_per_week < 0.0:
        yield LOSS_SLOW(rate_percent_per_week=plan.rate_percent_per_week)


def _intake(plan: Plan) -> Iterator[Reason]:
    intake = plan.intake_kcal_per_day
    if plan.energy is None or intake is None:
        return
    resting = plan.energy.resting_kcal_per_day
    if resting is not None and intake < resting:
        yield BELOW_RESTING(intake_kcal_per_day=intake, resting_kcal_per_day=resting)
    customary = CUSTOMARY_INTAKE_KCAL[plan.athlete.sex]
    if intake < customary:
        yield INTAKE_LOW(intake_kcal_per_day=intake, customary_kcal_per_day=customary)


def _availability(plan: Plan) -> Iterator[Reason]:
    intake, body = plan.intake_kcal_per_day, plan.composition
    if intake is None:
        return
    trains = plan.exercise_kcal_per_day
    if body is None:
        yield AVAILABILITY_UNKNOWN()
    elif intake - trains < AVAILABILITY_KCAL_PER_KG * body.fat_free_mass_kg:
        named: dict[str, float | str] = {
            "intake_kcal_per_day": intake,
            "availability_kcal_per_kg": (intake - trains) / body.fat_free_mass_kg,
            "fat_free_mass_kg": body.fat_free_mass_kg,
            "method": body.method,
        }
        yield (
            AVAILABILITY_LOW_TRAINING(**named, exercise_kcal_per_day=trains)
            if trains
            else AVAILABILITY_LOW(**named)
        )


def _deficit(plan: Plan) -> Iterator[Reason]:
    intake, body = plan.intake_kcal_per_day, plan.composition
    if plan.energy is None or intake is None:
        return
    spent = plan.energy.expenditure_kcal_per_day
    deficit = spent - intake
    if deficit > LARGE_DEFICIT_SHARE * spent:
        yield DEFICIT_LARGE_SHARE(deficit_percent=100.0 * deficit / spent)
    if deficit > LARGE_DEFICIT_KCAL:
        yield DEFICIT_LARGE(deficit_kcal_per_day=deficit)
    if body is not None and deficit > ALPERT_KCAL_PER_KG_FAT * body.fat_mass_kg:
        yield FAT_SUPPLY(
            fat_mass_kg=body.fat_mass_kg,
            supply_kcal_per_day=ALPERT_KCAL_PER_KG_FAT * body.fat_mass_kg,
            deficit_kcal_per_day=deficit,
        )


CAUTIONS: Sequence[Callable[[Plan], Iterator[Reason]]] = (
    _reproduction,
    _person,
    _slow,
    _intake,
    _availability,
    _deficit,
)


def cautions(plan: Plan) -> tuple[Reason, ...]:
    """Every warning that the plan deserves."""
    return tuple(reason for caution in CAUTIONS for reason in caution(plan))
