"""What nobody knows of the coming months, drawn by a seed: the lives that a fan is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from statistics import NormalDist
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from app.engine.energy.body.composition import BODY_FAT_RANGE_PERCENT
from app.engine.energy.dynamics.bodies import Array, Bodies, bodies
from app.engine.energy.dynamics.calibration import Model, calibrated
from app.engine.energy.dynamics.conditions import MOST_INTAKE_KCAL, Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.interval import standard_deviation
from app.engine.energy.outlook.lean_loss import lean_loss_share
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.scenario import Scenario

RESTING_RELATIVE_SD = 0.08
"""Of measured over predicted resting energy (`resting-energy.md`)."""
FAT_SD_PERCENT: Mapping[bool, float] = MappingProxyType({True: 3.0, False: 4.5})
"""Points of body fat by which what is reported, and what an equation says, are off."""
PARTITION_LOG_SD = 0.35
"""Own Forbes constant over the average, on a log scale: at 20 kg of fat the lean share of a small
loss is 34 %, and 25 to 45 % for four people in five. A choice of ours."""
ADAPTATION_RANGE = (0.0, 0.28)
"""Own beta AT, every value as likely: 0 to 140 kcal a day at 500 less, around Hall's 70. Most
studies find 0 to 120, read at second hand; the spread is a choice of ours."""
DRIFT_DAYS = 260.0
"""Mean of own 1 / rate at which a planned change is given up, rates exponential over people.

CALERIE-2 planned 25 % less and got 11.9 % over two years (Das 2017): the mean of these rates that
gives just that. It gives 62 % of a plan over one year; another trial (Racette 2006) found 58 %
of a diet and 59 % of prescribed exercise.
"""
LOGGING_RELATIVE_SD: Mapping[bool, float] = MappingProxyType({True: 0.04, False: 0.08})
"""Of what is eaten over what is meant, for months: smaller where expenditure was read from the
same log, which has then taken the usual share of forgotten food in. A choice of ours."""
WANDER_SHARE = 0.05
WANDER_DAYS = 45.0
"""Expenditure wanders around its level by 5 %, forgetting in 45 days (`expenditure.md`)."""
WATER_SHARE = 0.006
WATER_DAYS = 3.5
"""Water that no model of food explains, and the scale: of mass, forgotten in 3.5 days; in the
middle of what the filter finds in logs (`expenditure.md`)."""


@dataclass(frozen=True, slots=True)
class Lives:
    """People that one person may turn out to be, and how each keeps to a plan."""

    people: Bodies
    drift_per_day: Array
    """Rate at which a planned change of intake is given up."""
    eaten_share: Array
    """Eaten over meant to be eaten."""
    wander_share: Array
    """People by days: expenditure beside the model's, as a share of it."""
    water_share: Array
    """People by days: water that comes and goes, as a share of the mass at the start."""


def drawn(start: Outset, days: int, *, count: int, seed: int) -> Lives:
    """`count` lives for one person; the same seed gives the same lives.

    The eight unknowns that last are drawn evenly over their range (a Latin hypercube), which
    makes the quantiles steadier from seed to seed than as many independent draws.
    """
    random = np.random.default_rng(seed)
    strips = [random.permutation(count) for _ in range(8)]
    mass, spent, fat, resting, partition, logging = (_normal(strip) for strip in strips[:6])
    adaptation, drift = ((strip + 0.5) / count for strip in strips[6:])
    value, reported = start.body_mass.value, start.body.method == "reported"
    mass_kg = np.maximum(value + standard_deviation(start.body_mass) * mass, 0.5 * value)
    percent = 100.0 * start.body.fat_mass_kg / value + FAT_SD_PERCENT[reported] * fat
    low, high = ADAPTATION_RANGE
    spent_kcal = start.possible(
        start.expenditure.value + standard_deviation(start.expenditure) * spent
    )
    people = bodies(
        body_mass_kg=mass_kg,
        fat_mass_kg=mass_kg * np.clip(percent, *BODY_FAT_RANGE_PERCENT) / 100.0,
        height_cm=start.height_cm,
        resting_kcal_per_day=start.resting_kcal_per_day * (1.0 + RESTING_RELATIVE_SD * resting),
        expenditure_kcal_per_day=spent_kcal,
        eaten_kcal_per_day=start.eaten_at(spent_kcal),
        adaptation_share=low + (high - low) * adaptation,
        partition=np.exp(PARTITION_LOG_SD * partition),
    )
    eaten_share = 1.0 + LOGGING_RELATIVE_SD[start.from_log] * logging
    rates = -np.log1p(-drift) / DRIFT_DAYS
    wander = _wander(random, (days, count), WANDER_SHARE, WANDER_DAYS)
    water = _wander(random, (days + 1, count), WATER_SHARE, WATER_DAYS)
    return Lives(people, rates, eaten_share, wander, water)


@cache
def _normal_quantiles(count: int) -> Array:
    """Standard normal quantiles in the middle of `count` equally likely strips."""
    normal = NormalDist()
    quantiles = np.array([normal.inv_cdf((strip + 0.5) / count) for strip in range(count)])
    quantiles.flags.writeable = False
    return quantiles


def _normal(strips: npt.NDArray[np.int64]) -> Array:
    return _normal_quantiles(len(strips))[strips]


def _wander(
    random: np.random.Generator, shape: tuple[int, int], sd: float, forgotten_days: float
) -> Array:
    """What comes and goes, people by days, from 0 on day 0."""
    kept = float(np.exp(-1.0 / forgotten_days))
    shocks = random.normal(0.0, sd * np.sqrt(1.0 - kept**2), shape)
    values = np.zeros(shape)
    for day in range(1, shape[0]):
        values[day] = kept * values[day - 1] + shocks[day]
    return values.T


def weighed(lives: Lives, path: Trajectory) -> Array:
    """What a scale would show, people by days: body mass with the water of the day [kg]."""
    days = path.body_mass_kg.shape[1]
    return np.asarray(path.body_mass_kg + path.body_mass_kg[:, :1] * lives.water_share[:, :days])


def lived(lives: Lives, scenario: Scenario, days: int) -> Trajectory:
    """The scenario as each of the lives would go through it."""
    share = lean_loss_share(scenario.resistance_training, scenario.protein_g_per_kg)
    people = replace(lives.people, partition_losing=np.full(lives.people.people, share))
    model = calibrated(people)
    return simulate(model, _as_lived(lives, model, scenario, days), days)


def _as_lived(lives: Lives, model: Model, scenario: Scenario, days: int) -> Conditions:
    """What is eaten and done in truth: planned changes fade, and all is a little more or less."""
    planned = scenario.conditions(days)
    kept = np.exp(-_drift(lives, scenario)[:, None] * np.arange(days))
    balance = model.balance_kcal_per_day[:, None]
    eaten = balance + (scenario.intake_by_day(days) - balance) * kept
    return replace(
        planned,
        intake_kcal_per_day=np.clip(eaten * lives.eaten_share[:, None], 0.0, MOST_INTAKE_KCAL),
        activity_change=planned.activity_change * kept,
        activity_kcal_per_day=planned.activity_kcal_per_day * kept,
        unexplained_kcal_per_day=(
            lives.wander_share[:, :days] * model.bodies.expenditure_kcal_per_day[:, None]
        ),
    )


def _drift(lives: Lives, scenario: Scenario) -> Array:
    return np.zeros_like(lives.drift_per_day) if scenario.kept_to else lives.drift_per_day


def as_planned(start: Outset, scenario: Scenario, days: int) -> Trajectory:
    """The scenario kept to the letter by the person as estimated, with the model's own numbers."""
    return simulate(central(start, scenario), scenario.conditions(days), days)


def central(start: Outset, scenario: Scenario) -> Model:
    """The model of the person as estimated."""
    share = lean_loss_share(scenario.resistance_training, scenario.protein_g_per_kg)
    return calibrated(
        bodies(
            body_mass_kg=start.body_mass.value,
            fat_mass_kg=start.body.fat_mass_kg,
            height_cm=start.height_cm,
            resting_kcal_per_day=start.resting_kcal_per_day,
            expenditure_kcal_per_day=start.expenditure.value,
            eaten_kcal_per_day=start.eaten_kcal_per_day,
            partition_losing=share,
        )
    )
