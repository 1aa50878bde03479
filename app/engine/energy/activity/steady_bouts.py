"""What a bout of steady exercise costs by the heart rate, or by speed, grade and power."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.answer import Basis, Estimate, Part, ReasonKind, ok, passed_on, refused
from app.engine.energy.activity.bout import CHECK, ActivityEnergy, impossible_time, not_grown
from app.engine.energy.activity.heart_rate import heart_rate_energy
from app.engine.energy.activity.met import MINUTES_PER_HOUR, RESTING_MET, MetForm, gross_kcal
from app.engine.energy.activity.oxygen_cost import oxygen_cost
from app.engine.energy.interval import shifted
from app.engine.records import Athlete

HEART_RATE_NET = ReasonKind(
    "heart_rate_net",
    "{minutes:.0f} min give {gross_kcal:.0f} kcal gross; less rest (1 kcal for each kg and hour) "
    "{net_kcal:.0f} kcal net.",
    Basis.CONVENTION,
    "herrmann_2024",
)
OXYGEN_NET = ReasonKind(
    "oxygen_net",
    "{minutes:.0f} min give {gross_kcal:.0f} kcal gross; less rest (3.5 ml of oxygen for each kg "
    "and minute) {net_kcal:.0f} kcal net.",
    Basis.CONVENTION,
    "acsm_equations",
)


@dataclass(frozen=True, slots=True)
class HeartRateBout:
    """Exercise told by its mean heart rate [beats a minute]."""

    heart_rate: float
    steady: bool
    """Without sets, sprints and pauses."""
    minutes: float
    times_per_week: float = 1.0
    vo2max: float | None = None
    """Maximal oxygen uptake [ml/kg/min]."""


@dataclass(frozen=True, slots=True)
class SteadyBout:
    """Walking, running, cycling or stepping told by the quantities of its equation."""

    equation: str
    """Of `OXYGEN_EQUATIONS`."""
    quantities: Mapping[str, float]
    minutes: float
    times_per_week: float = 1.0


def heart_rate_bout(
    athlete: Athlete, body_mass_kg: float, bout: HeartRateBout
) -> Part[ActivityEnergy]:
    """Energy of one bout; net is above 1 kcal for each kg and hour, as in the table of rates."""
    if broken := impossible_time(bout.minutes, bout.times_per_week):
        return refused(broken, CHECK)
    part = heart_rate_energy(
        athlete, body_mass_kg, bout.heart_rate, steady=bout.steady, vo2max=bout.vo2max
    )
    if part.value is None:
        return passed_on(part)
    gross = _times(part.value, bout.minutes)
    net = _at_least_nothing(shifted(gross, -gross_kcal(RESTING_MET, body_mass_kg, bout.minutes)))
    met = part.value.value * MINUTES_PER_HOUR / body_mass_kg
    because = HEART_RATE_NET(minutes=bout.minutes, gross_kcal=gross.value, net_kcal=net.value)
    value = ActivityEnergy(gross, net, met, MetForm.KCAL_PER_KG_HOUR, None)
    return ok(value, (*part.because, because), warnings=part.warnings)


def steady_bout(athlete: Athlete, body_mass_kg: float, bout: SteadyBout) -> Part[ActivityEnergy]:
    """Energy of one bout; net is above 3.5 ml of oxygen, the rest within the equations."""
    if broken := impossible_time(bout.minutes, bout.times_per_week):
        return refused(broken, CHECK)
    part = oxygen_cost(bout.equation, body_mass_kg, **bout.quantities)
    if part.value is None:
        return passed_on(part)
    gross = _times(part.value.gross_kcal_per_min, bout.minutes)
    net = _times(part.value.net_kcal_per_min, bout.minutes)
    because = OXYGEN_NET(minutes=bout.minutes, gross_kcal=gross.value, net_kcal=net.value)
    value = ActivityEnergy(gross, net, part.value.met, MetForm.OXYGEN, None)
    return ok(value, (*part.because, because), warnings=not_grown(athlete))


def _times(per_minute: Estimate, minutes: float) -> Estimate:
    low, value, high = (
        end * minutes for end in (per_minute.low, per_minute.value, per_minute.high)
    )
    return Estimate(value, low, high)


def _at_least_nothing(net: Estimate) -> Estimate:
    """The interval ends where no exercise does; the value itself is above."""
    return Estimate(net.value, max(net.low, 0.0), net.high)
