"""The intake for a chosen rate of change, its macronutrients, and when none is given."""

from dataclasses import dataclass

from app.engine.answer import Basis, Estimate, Part, Reason, ReasonKind, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.interval import shifted
from app.engine.energy.resting.resting_energy import RestingEnergy
from app.engine.energy.target.cautions import cautions
from app.engine.energy.target.macronutrients import Grams, macronutrients
from app.engine.energy.target.plan import NO_AIM, Aim, Energy, Plan
from app.engine.energy.target.refusals import refusals
from app.engine.records import Athlete
from app.engine.units import DAYS_PER_WEEK

DEFAULT_RATE_PERCENT_PER_WEEK = -0.5

RATE_CHOSEN = ReasonKind(
    "target_rate",
    "{rate_percent_per_week:.3g} % a week is {change_kg_per_week:z.2f} kg a week, or "
    "{change_kcal_per_day:z.0f} kcal a day at {kcal_per_kg:.0f} kcal to the kg.",
    Basis.CONVENTION,
    "garthe_2011",
)
MAINTENANCE_CHOSEN = ReasonKind(
    "target_rate", "Maintenance: body mass is to stay as it is.", Basis.CONVENTION
)
INTAKE_OF_LOSS = ReasonKind(
    "target_intake",
    "{expenditure_kcal_per_day:.0f} \N{MINUS SIGN} {deficit_kcal_per_day:.0f} = "
    "{intake_kcal_per_day:.0f} kcal a day, as sure as the expenditure; ask again every week, it "
    "falls as you lose.",
    Basis.EVIDENCE,
    "hall_2011",
)
INTAKE_OF_GAIN = ReasonKind(
    "target_intake",
    "{expenditure_kcal_per_day:.0f} + {surplus_kcal_per_day:.0f} = {intake_kcal_per_day:.0f} kcal "
    "a day, as sure as the expenditure; ask again every week, it rises as you gain.",
    Basis.EVIDENCE,
    "hall_2011",
)
INTAKE_OF_MAINTENANCE = ReasonKind(
    "target_intake",
    "What is spent, {intake_kcal_per_day:.0f} kcal a day, keeps body mass; as sure as the "
    "expenditure.",
    Basis.EVIDENCE,
    "hall_2011",
)


@dataclass(frozen=True, slots=True)
class EnergyTarget:
    """What to eat for a rate of change [kcal/d, g/d]."""

    rate_percent_per_week: float
    change_kg_per_week: float
    intake: Estimate
    protein_g: Grams
    fat_g: Grams
    carbohydrate_g: Grams
    fibre_g: float
    """At least."""


def energy_target(
    athlete: Athlete,
    rate_percent_per_week: float,
    body_mass: Part[Estimate],
    resting: Part[RestingEnergy],
    expenditure: Part[Expenditure],
    kcal_per_kg: float,
    aim: Aim = NO_AIM,
) -> Part[EnergyTarget]:
    """The intake for a rate, refused where a limit is broken, all broken limits being named.

    What forbids a deficit is said even where too little is known to reckon an intake. A refused
    target carries no warnings: they would only repeat numbers that are not to be eaten.
    """
    plan = plan_of(
        athlete, rate_percent_per_week, body_mass, resting, expenditure, kcal_per_kg, aim
    )
    if broken := refusals(plan):
        return refused(tuple(refusal.because for refusal in broken), broken[0].instead)
    if body_mass.value is None:
        return insufficient(body_mass.missing, warnings=cautions(plan))
    if expenditure.value is None or plan.energy is None:
        return insufficient((missing.EXPENDITURE, *expenditure.missing), warnings=cautions(plan))
    return _allowed(plan, plan.energy, body_mass.value.value, expenditure.value.estimate)


def plan_of(
    athlete: Athlete,
    rate_percent_per_week: float,
    body_mass: Part[Estimate],
    resting: Part[RestingEnergy],
    expenditure: Part[Expenditure],
    kcal_per_kg: float,
    aim: Aim = NO_AIM,
) -> Plan:
    """A rate for a person as far as the parts of an answer tell of them."""
    mass_kg = None if body_mass.value is None else body_mass.value.value
    if expenditure.value is None:
        return Plan(athlete, rate_percent_per_week, mass_kg, aim=aim)
    resting_kcal = None if resting.value is None else resting.value.estimate.value
    energy = Energy(expenditure.value.estimate.value, kcal_per_kg, resting_kcal)
    return Plan(athlete, rate_percent_per_week, mass_kg, energy, aim)


def _allowed(
    plan: Plan, energy: Energy, body_mass_kg: float, spent: Estimate
) -> Part[EnergyTarget]:
    change_kg_per_week = plan.rate_percent_per_week / 100.0 * body_mass_kg
    change_kcal = change_kg_per_week / DAYS_PER_WEEK * energy.kcal_per_kg
    intake = plan.aim.intake or shifted(spent, change_kcal)
    food = macronutrients(
        intake.value,
        body_mass_kg,
        plan.athlete.height_cm,
        losing=plan.losing,
        recomposing=plan.aim.recomposing,
    )
    target = EnergyTarget(
        plan.rate_percent_per_week,
        change_kg_per_week,
        intake,
        food.protein_g,
        food.fat_g,
        food.carbohydrate_g,
        food.fibre_g,
    )
    # Who found the intake otherwise says how.
    sums = () if plan.aim.intake else _sums(target, spent.value, energy.kcal_per_kg)
    because = (*sums, *food.because)
    return ok(target, because, warnings=cautions(plan))


def _sums(target: EnergyTarget, spent_kcal: float, kcal_per_kg: float) -> tuple[Reason, ...]:
    """The rate in kilograms and kilocalories, and the intake that follows.

    In whole kilocalories, so that the sum that is read is a sum.
    """
    intake_kcal, spent_kcal = round(target.intake.value), round(spent_kcal)
    change_kcal = intake_kcal - spent_kcal
    if target.rate_percent_per_week == 0.0:
        return MAINTENANCE_CHOSEN(), INTAKE_OF_MAINTENANCE(intake_kcal_per_day=intake_kcal)
    rate = RATE_CHOSEN(
        rate_percent_per_week=target.rate_percent_per_week,
        change_kg_per_week=target.change_kg_per_week,
        change_kcal_per_day=change_kcal,
        kcal_per_kg=kcal_per_kg,
    )
    kind, named = (
        (INTAKE_OF_LOSS, {"deficit_kcal_per_day": -change_kcal})
        if target.rate_percent_per_week < 0.0
        else (INTAKE_OF_GAIN, {"surplus_kcal_per_day": change_kcal})
    )
    sums = {"expenditure_kcal_per_day": spent_kcal, "intake_kcal_per_day": intake_kcal}
    return rate, kind(**sums, **named)
