"""Logs made by hand and by rule, for the tests of the energy answers."""

from datetime import UTC, date, datetime, timedelta

import numpy as np

from app.engine.records import Athlete, IntakeDay, Sex, Weighing

ON = date(2025, 6, 30)

MAN = Athlete(sex=Sex.MALE, age_years=30.0, height_cm=180.0)
WOMAN = Athlete(sex=Sex.FEMALE, age_years=35.0, height_cm=165.0)


def weighing(days_ago: int, body_mass_kg: float, *, hour: int = 7, key: str = "") -> Weighing:
    day = ON - timedelta(days=days_ago)
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Weighing(key or f"w{days_ago}", at, body_mass_kg, day)


def eaten(days_ago: int, energy_kcal: float, *, complete: bool = True, key: str = "") -> IntakeDay:
    day = ON - timedelta(days=days_ago)
    return IntakeDay(key or f"i{days_ago}", day, energy_kcal, complete=complete)


def steady(
    days: int, start_kg: float = 80.0, kg_per_day: float = -0.06, energy_kcal: float = 2300.0
) -> tuple[list[Weighing], list[IntakeDay]]:
    """A noise-free log that ends today: weights on a line, the same intake each day."""
    weighings = [weighing(days - d, start_kg + kg_per_day * d) for d in range(days + 1)]
    return weighings, [eaten(days - d, energy_kcal) for d in range(days)]


def lived(
    days: int,
    *,
    seed: int = 1,
    start_kg: float = 80.0,
    intake_kcal: float = 2300.0,
    expenditure_kcal: float = 2700.0,
) -> tuple[list[Weighing], list[IntakeDay]]:
    """A log with water, scale noise and uneven days that ends today."""
    draw = np.random.default_rng(seed)
    ate = intake_kcal + 250.0 * draw.normal(size=days)
    tissue = start_kg + np.concatenate(([0.0], np.cumsum(ate - expenditure_kcal))) / 7000.0
    shown = np.round(tissue + 0.4 * draw.normal(size=days + 1), 2)
    weighings = [weighing(days - d, float(shown[d])) for d in range(days + 1)]
    return weighings, [eaten(days - d, float(ate[d])) for d in range(days)]
