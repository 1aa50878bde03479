"""Oxygen cost of walking, running, cycling and stepping by the equations of the ACSM.

For steady work well below the maximum, by healthy adults. Each has a domain and is refused outside;
between walking and running (100 to 134 m/min) none is defined, and none is made up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from app.engine.answer import Basis, Estimate, Part, ReasonKind, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.activity.met import KCAL_PER_LITRE_OXYGEN, ML_PER_LITRE, OXYGEN_PER_MET
from app.engine.energy.interval import normal_estimate

WALKING_M_PER_MIN = (50.0, 100.0)
RUNNING_M_PER_MIN = (134.0, 400.0)
RELATIVE_SD = 0.10
"""Of one person around the equation; ours. In 55 people stepping it was about 7 % (Latin 2001)."""

OXYGEN = ReasonKind(
    "oxygen_cost",
    "{label}: {oxygen:.1f} ml of oxygen for each kg and minute, {met:.1f} MET, "
    "{gross_kcal_per_min:.1f} kcal a minute gross, for steady work.",
    Basis.EVIDENCE,
    "acsm_equations",
)
UNDEFINED = ReasonKind(
    "oxygen_between_walk_and_run",
    f"Between {WALKING_M_PER_MIN[1]:g} and {RUNNING_M_PER_MIN[0]:g} m/min people walk or run, and "
    "neither equation holds: at {speed_m_per_min:.0f} m/min none is given, and nothing is put "
    "between them.",
    Basis.EVIDENCE,
    "acsm_equations",
)
OUTSIDE_DOMAIN = ReasonKind(
    "oxygen_outside_domain",
    "{label} holds for {quantity} from {low:g} to {high:g}; {value:g} is outside.",
    Basis.EVIDENCE,
    "acsm_equations",
)

TABLE_INSTEAD = "Take the activity from the table, which has a rate for it."


def walking(speed_m_per_min: float, grade: float) -> float:
    """Oxygen [ml/kg/min]; the grade is a fraction, uphill."""
    return 0.1 * speed_m_per_min + 1.8 * speed_m_per_min * grade + OXYGEN_PER_MET


def running(speed_m_per_min: float, grade: float) -> float:
    """Oxygen [ml/kg/min]; the grade is a fraction, uphill."""
    return 0.2 * speed_m_per_min + 0.9 * speed_m_per_min * grade + OXYGEN_PER_MET


def leg_cycling(power_w: float, body_mass_kg: float) -> float:
    """Oxygen [ml/kg/min] on a cycle ergometer; it holds the cost of moving the legs."""
    return 10.8 * power_w / body_mass_kg + 2.0 * OXYGEN_PER_MET


def arm_cycling(power_w: float, body_mass_kg: float) -> float:
    """Oxygen [ml/kg/min] on an arm ergometer."""
    return 18.0 * power_w / body_mass_kg + OXYGEN_PER_MET


def stepping(steps_per_min: float, step_height_m: float) -> float:
    """Oxygen [ml/kg/min]; a step is up and down."""
    rising = 1.33 * 1.8 * step_height_m * steps_per_min
    return 0.2 * steps_per_min + rising + OXYGEN_PER_MET


@dataclass(frozen=True, slots=True)
class OxygenEquation:
    """An equation with the closed ranges in which it holds."""

    label: str
    calculate: Callable[..., float]
    domain: Mapping[str, tuple[float, float]]
    """By name of what is asked for; body mass is asked for where the equation needs it."""
    needs_body_mass: bool = False


LEVEL_OR_UPHILL = (0.0, 0.30)
"""Downhill is another physiology; the steepest treadmills rise by about this. Ours."""

OXYGEN_EQUATIONS: Mapping[str, OxygenEquation] = MappingProxyType(
    {
        "walking": OxygenEquation(
            "Walking", walking, {"speed_m_per_min": WALKING_M_PER_MIN, "grade": LEVEL_OR_UPHILL}
        ),
        "running": OxygenEquation(
            "Running", running, {"speed_m_per_min": RUNNING_M_PER_MIN, "grade": LEVEL_OR_UPHILL}
        ),
        "leg_cycling": OxygenEquation(
            "Leg cycling", leg_cycling, {"power_w": (50.0, 200.0)}, needs_body_mass=True
        ),
        "arm_cycling": OxygenEquation(
            "Arm cycling", arm_cycling, {"power_w": (25.0, 125.0)}, needs_body_mass=True
        ),
        "stepping": OxygenEquation(
            "Stepping", stepping, {"steps_per_min": (12.0, 30.0), "step_height_m": (0.04, 0.40)}
        ),
    }
)


@dataclass(frozen=True, slots=True)
class OxygenCost:
    """What steady work costs."""

    oxygen_ml_per_kg_per_min: float
    met: float
    gross_kcal_per_min: Estimate
    net_kcal_per_min: Estimate


def oxygen_cost(name: str, body_mass_kg: float, **quantities: float) -> Part[OxygenCost]:
    """The cost by the equation `name` of `OXYGEN_EQUATIONS`, from the quantities of its domain.

    KeyError for an unknown name or a quantity that is not given. Refused outside the domain.
    """
    equation = OXYGEN_EQUATIONS[name]
    if not 0.0 < body_mass_kg < inf:
        return insufficient((missing.HEIGHT_OR_MASS,))
    speed = quantities.get("speed_m_per_min", 0.0)
    if WALKING_M_PER_MIN[1] < speed < RUNNING_M_PER_MIN[0]:
        return refused((UNDEFINED(speed_m_per_min=speed),), TABLE_INSTEAD)
    given = {quantity: quantities[quantity] for quantity in equation.domain}
    for quantity, (low, high) in equation.domain.items():
        value = given[quantity]
        if not low <= value <= high:
            words = quantity.replace("_per_", "/").replace("_", " ")
            reason = OUTSIDE_DOMAIN(
                label=equation.label, quantity=words, low=low, high=high, value=value
            )
            return refused((reason,), TABLE_INSTEAD)
    if equation.needs_body_mass:
        given["body_mass_kg"] = body_mass_kg
    return _cost(equation, equation.calculate(**given), body_mass_kg)


def _cost(equation: OxygenEquation, oxygen: float, body_mass_kg: float) -> Part[OxygenCost]:
    kcal_per_ml_per_kg = body_mass_kg / ML_PER_LITRE * KCAL_PER_LITRE_OXYGEN
    gross = oxygen * kcal_per_ml_per_kg
    net = (oxygen - OXYGEN_PER_MET) * kcal_per_ml_per_kg
    value = OxygenCost(
        oxygen,
        oxygen / OXYGEN_PER_MET,
        normal_estimate(gross, RELATIVE_SD * gross),
        normal_estimate(net, RELATIVE_SD * gross, at_least=0.0),
    )
    because = OXYGEN(label=equation.label, oxygen=oxygen, met=value.met, gross_kcal_per_min=gross)
    return ok(value, (because,))
