"""Resting energy by every equation; nothing is read and nothing is stored."""

from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Estimate, Part, insufficient, ok
from app.engine.energy.body.quantities import BODY_MASS
from app.engine.energy.resting.resting_energy import RestingComparison, resting_comparison
from app.engine.records import Athlete


@dataclass(frozen=True, slots=True)
class RestingAnswer:
    comparison: RestingComparison
    engine_version: str = ENGINE_VERSION


def resting_answer(athlete: Athlete, body_mass_kg: float | None, *, trained: bool) -> RestingAnswer:
    return RestingAnswer(resting_comparison(athlete, told_mass(body_mass_kg), trained=trained))


def told_mass(body_mass_kg: float | None) -> Part[Estimate]:
    """A body mass as a caller tells it, taken as it stands."""
    if body_mass_kg is None:
        return insufficient((BODY_MASS,))
    return ok(Estimate(body_mass_kg, body_mass_kg, body_mass_kg))
