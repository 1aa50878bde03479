"""People where they stand, for the tests of goals."""

from dataclasses import replace
from datetime import date, timedelta

from app.engine.answer import Estimate, Part, Reason, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.advice import EnergyAnswer
from app.engine.energy.body.composition import composition, energy_density
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.goals.standing import Standing
from app.engine.energy.interval import normal_estimate
from app.engine.energy.resting.resting_energy import resting_energy
from app.engine.energy.target.target import energy_target
from app.engine.records import Athlete, Reproduction, Sex

ON = date(2025, 6, 30)
MAN = Athlete(sex=Sex.MALE, age_years=40.0, height_cm=180.0)
"""Person A of the planner at 90 kg."""
WOMAN = Athlete(sex=Sex.FEMALE, age_years=35.0, height_cm=165.0, reproduction=Reproduction.NEITHER)
SMALL_WOMAN = replace(WOMAN, height_cm=150.0)
SPENT = 2748.45


def standing(
    athlete: Athlete = MAN,
    *,
    body_mass_kg: float | None = 90.0,
    spent_kcal: float | None = SPENT,
    eaten_kcal: float | None = None,
    spent_sd: float = 60.0,
    balance_sd: float = 60.0,
    mass_sd: float = 0.2,
    on: date = ON,
) -> Standing:
    """Somebody of whom just that is known; without `eaten_kcal` the log has no intake."""
    mass: Part[Estimate] = insufficient((missing.WEIGHING,))
    spent: Part[Expenditure] = insufficient((missing.ACTIVITY_FACTOR,))
    balance: Part[Estimate] = insufficient((missing.INTAKE,))
    if body_mass_kg is not None:
        mass = ok(normal_estimate(body_mass_kg, mass_sd))
    if spent_kcal is not None:
        spent = ok(Expenditure(normal_estimate(spent_kcal, spent_sd), "filter", 28, 28, 28))
        if eaten_kcal is not None:
            balance = ok(normal_estimate(eaten_kcal - spent_kcal, balance_sd))
    resting = resting_energy(athlete, mass)
    density = (
        None
        if body_mass_kg is None
        else energy_density(composition(athlete, body_mass_kg)).kcal_per_kg
    )
    target = energy_target(athlete, 0.0, mass, resting, spent, density or 0.0)
    answer = EnergyAnswer(mass, resting, spent, balance, target, density)
    return Standing(athlete, answer, on)


def after(days: int) -> date:
    return ON + timedelta(days=days)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]
