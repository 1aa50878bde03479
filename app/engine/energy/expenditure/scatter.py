"""How bodies, scales and lives scatter: what no textbook gives the filter.

Near what `python -m benchmarks.fit_scatter` chooses, and rounded, but for what is marked as chosen
by hand; docs/science/expenditure.md tells why they are not its choice to the last digit.
"""

import math
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Scatter:
    """Masses as shares of body mass, energies as shares of expenditure, unless a unit is named."""

    water: float
    """Standard deviation of body water that comes and goes, of a middling body."""
    water_spread: float
    """By this factor less in a calm body and more in a watery one."""
    water_days: float
    """Days over which that water forgets, by a factor e, where it was."""
    scale: float
    """Standard deviation of a single weighing beside it, as a share of that of the water."""
    sluggish_water: float
    sluggish_days: float
    """The same of a body whose water lasts for weeks and whose scale hardly scatters (days by
    hand)."""
    sluggish_share: float
    """Of people, believed beforehand to have such a body."""
    weekday: float
    """Standard deviation of what a day of the week adds (by hand)."""

    settled_wander: float
    settled_days: float
    """How far expenditure is from the athlete's own level, in a settled life, and for how long
    (days by hand)."""
    changing_wander: float
    changing_days: float
    """The same in a changing life (days by hand)."""
    changing_odds: float
    """Of a changing life against a settled one, beforehand."""

    drift: float
    """How much a day expenditure drifts, on and on, beyond what mass and intake explain."""

    never_logged: float
    never_logged_days: float
    """How far from balance, and for how long, where nothing is logged (by hand)."""
    unlogged: float
    unlogged_days: float
    """How far the mean of unlogged days is from what stands in for it (by hand)."""
    coming: float
    coming_days: float
    """How far balance on the days to come is from what is expected, and for how long (days by
    hand)."""
    logging_error: float
    """Share of the day-to-day scatter of logged intake that is taken as error of logging."""
    glycogen_kg: float
    glycogen_sd_kg: float
    """Mass that moves when intake doubles (by hand)."""
    glycogen_days: float
    """Time constant of that water (by hand)."""
    start: float
    """How far people are from balance in the days before they begin to log (by hand)."""


SCATTER = Scatter(
    water=0.0052,
    water_spread=1.6,
    water_days=1.5,
    scale=0.4,
    sluggish_water=0.0075,
    sluggish_days=6.0,
    sluggish_share=0.35,
    weekday=0.004,
    settled_wander=0.01,
    settled_days=40.0,
    changing_wander=0.12,
    changing_days=90.0,
    changing_odds=0.25,
    drift=0.0005,
    never_logged=0.25,
    never_logged_days=7.0,
    unlogged=0.08,
    unlogged_days=15.0,
    coming=0.1,
    coming_days=20.0,
    logging_error=0.45,
    glycogen_kg=1.5,
    glycogen_sd_kg=1.2,
    glycogen_days=3.0,
    start=0.1,
)

CALM, MIDDLING, WATERY = 0.33, 0.25, 0.42
"""Of people whose body is not sluggish."""
SLUGGISH_SCALE = 0.2


@dataclass(frozen=True, slots=True)
class Noise:
    """One kind of body and life."""

    water: float
    """Standard deviation of body water that comes and goes, as a share of body mass."""
    water_per_day: float
    """Its correlation from one day to the next."""
    scale: float
    """Standard deviation of a single weighing beside it, as a share of body mass."""
    wander: float
    """Standard deviation of expenditure around the athlete's own level, as a share of it."""
    wander_days: float
    """Days over which expenditure forgets, by a factor e, that it was off that level."""
    share: float
    """Of people, believed beforehand to scatter like this."""


@lru_cache(maxsize=8)
def noises(scatter: Scatter) -> tuple[Noise, ...]:
    """Calm, middling, watery and sluggish bodies in settled and changing lives."""
    ordinary = 1.0 - scatter.sluggish_share
    changing = scatter.changing_odds / (1.0 + scatter.changing_odds)
    bodies = (
        *(
            (scatter.water * factor, scatter.water_days, scatter.scale, ordinary * share)
            for factor, share in (
                (1.0 / scatter.water_spread, CALM),
                (1.0, MIDDLING),
                (scatter.water_spread, WATERY),
            )
        ),
        (scatter.sluggish_water, scatter.sluggish_days, SLUGGISH_SCALE, scatter.sluggish_share),
    )
    lives = (
        (scatter.settled_wander, scatter.settled_days, 1.0 - changing),
        (scatter.changing_wander, scatter.changing_days, changing),
    )
    return tuple(
        Noise(water, math.exp(-1.0 / days), scale * water, wander, wander_days, body * life)
        for water, days, scale, body in bodies
        for wander, wander_days, life in lives
    )
