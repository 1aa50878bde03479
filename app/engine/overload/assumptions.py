"""What a simulation assumes of the weeks to come. Every one of it is stated in the answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite

from app.engine.answer import Basis, Reason, ReasonKind

MOST_SESSIONS = 60
MOST_LIVES = 25

ASSUMED = ReasonKind(
    "simulation_assumed",
    "Assumed: {sessions} sessions {days:g} days apart, {adherence:.0%} of them done, strength "
    "growing by {gain:g} % a week, a day's form varying by {form:g} %.",
    Basis.CONVENTION,
    "simulation_convention",
)
ASSUMED_LAYOFF = ReasonKind(
    "simulation_layoff",
    "Assumed: a pause of {layoff_days:g} days after session {after}.",
    Basis.CONVENTION,
    "simulation_convention",
)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed of the weeks to come. Every one of them is stated in the answer."""

    sessions: int = 24
    days_between: float = 3.5
    adherence: float = 1.0
    """Share of the planned sessions that are done."""
    gain_percent_per_week: float = 0.5
    form_percent: float = 3.0
    """Standard deviation of strength from day to day."""
    layoff_after: int | None = None
    """Session after which a pause follows."""
    layoff_days: float = 0.0
    lives: int = 20
    """How often the weeks are lived through."""
    seed: int = 1

    def __post_init__(self) -> None:
        for name, low, high in BOUNDS:
            value = getattr(self, name)
            if not (isfinite(value) and low <= value <= high):
                raise ValueError(f"{name} must lie from {low:g} to {high:g}")


BOUNDS = (
    ("sessions", 1, MOST_SESSIONS),
    ("days_between", 1, 28),
    ("adherence", 0.1, 1),
    ("gain_percent_per_week", -5, 5),
    ("form_percent", 0, 10),
    ("layoff_days", 0, 365),
    ("lives", 1, MOST_LIVES),
    ("seed", 0, 2**32 - 1),
)


def instants(start: datetime, assumptions: Assumptions) -> list[datetime]:
    """When the sessions are."""
    days, at = [], start
    for number in range(1, assumptions.sessions + 1):
        days.append(at)
        pause = assumptions.layoff_days if number == assumptions.layoff_after else 0.0
        at += timedelta(days=assumptions.days_between + pause)
    return days


def grown_kg(lifted_kg: float, after: timedelta, assumptions: Assumptions) -> float:
    """The maximum after some time, as assumed [kg]."""
    weeks = after / timedelta(weeks=1)
    return float(lifted_kg * (1.0 + assumptions.gain_percent_per_week / 100.0) ** weeks)


def assumed(assumptions: Assumptions) -> tuple[Reason, ...]:
    """The assumptions as reasons."""
    weeks = ASSUMED(
        sessions=assumptions.sessions,
        days=assumptions.days_between,
        adherence=assumptions.adherence,
        gain=assumptions.gain_percent_per_week,
        form=assumptions.form_percent,
    )
    layoff: tuple[Reason, ...] = ()
    if assumptions.layoff_after is not None and assumptions.layoff_days > 0:
        layoff = (
            ASSUMED_LAYOFF(layoff_days=assumptions.layoff_days, after=assumptions.layoff_after),
        )
    return (weeks, *layoff)
