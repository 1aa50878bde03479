"""The way back from a one-repetition maximum, and what is known of each equation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite, log
from types import MappingProxyType

from app.engine.strength.maximum.repmax import (
    ALL_EQUATIONS,
    BRZYCKI_POLE,
    EPLEY_REPETITIONS,
    LEAST_MARZAGAO_LOAD_KG,
    LINEAR_33_POLE,
    MARZAGAO_EXPONENT,
    marzagao_divisor,
)

MOST_REPETITIONS = 100.0
"""More than so many at a load are no answer of an equation for the maximum."""

HALVINGS = 60
"""Of the bracket around a load; more than a double can tell apart."""


@dataclass(frozen=True, slots=True)
class EquationFacts:
    """Where an equation may be used and how far off it was."""

    least_repetitions: int
    most_repetitions: int
    """Our reading of what has been published."""
    source: str
    bias_percent: float | None = None
    """Mean error up to ten repetitions (Mayhew 2008: 103 women, bench press)."""
    sd_percent: float | None = None
    published_fit: bool = False
    """Fitted to measured maxima; the others are coaching tables written as algebra."""


FACTS: Mapping[str, EquationFacts] = MappingProxyType(
    {
        "epley": EquationFacts(2, 10, "epley_1985", 0.5, 10.2),
        "modified_epley": EquationFacts(1, 12, "jovanovic_stmr"),
        "brzycki": EquationFacts(1, 10, "brzycki_1993", -2.0, 10.5),
        "lander": EquationFacts(2, 10, "lander_1985", -1.1, 10.5),
        "lombardi": EquationFacts(1, 10, "lombardi_1989", -0.9, 9.2),
        "mayhew": EquationFacts(5, 20, "mayhew_1992", 1.6, 9.4, published_fit=True),
        "oconner": EquationFacts(2, 12, "oconner_1989", -3.7, 9.1),
        "wathen": EquationFacts(1, 15, "wathen_1994", 0.7, 10.6),
        "linear_33": EquationFacts(1, 10, "jovanovic_stmr"),
        "marzagao": EquationFacts(1, 15, "marzagao_2026"),
    }
)

Inverse = Callable[[float, float], float]
"""(load [kg], one-repetition maximum [kg]) -> repetitions to failure, at times below 1."""


def _lander(load_kg: float, maximum_kg: float) -> float:
    return (101.3 - 100.0 * load_kg / maximum_kg) / 2.67123


def _mayhew(load_kg: float, maximum_kg: float) -> float:
    """ValueError (of the logarithm) at 52.2 % of the maximum and below."""
    return -log((100.0 * load_kg / maximum_kg - 52.2) / 41.9) / 0.055


def _wathen(load_kg: float, maximum_kg: float) -> float:
    """ValueError (of the logarithm) at 48.8 % of the maximum and below."""
    return -log((100.0 * load_kg / maximum_kg - 48.8) / 53.8) / 0.075


def _marzagao(load_kg: float, maximum_kg: float) -> float:
    if load_kg < LEAST_MARZAGAO_LOAD_KG:
        raise ValueError(load_kg)
    rise = marzagao_divisor(load_kg) * (maximum_kg / load_kg - 1.0)
    return float(1.0 + rise ** (1.0 / MARZAGAO_EXPONENT))


INVERSES: Mapping[str, Inverse] = MappingProxyType(
    {
        "epley": lambda load_kg, maximum_kg: EPLEY_REPETITIONS * (maximum_kg / load_kg - 1.0),
        "modified_epley": lambda load_kg, maximum_kg: 1 + (maximum_kg / load_kg - 1.0) / 0.0353,
        "brzycki": lambda load_kg, maximum_kg: BRZYCKI_POLE - 36.0 * load_kg / maximum_kg,
        "lander": _lander,
        "lombardi": lambda load_kg, maximum_kg: float((maximum_kg / load_kg) ** 10.0),
        "mayhew": _mayhew,
        "oconner": lambda load_kg, maximum_kg: 40.0 * (maximum_kg / load_kg - 1.0),
        "wathen": _wathen,
        "linear_33": lambda load_kg, maximum_kg: LINEAR_33_POLE - 33.0 * load_kg / maximum_kg,
        "marzagao": _marzagao,
    }
)


def repetitions_at(load_kg: float, maximum_kg: float, equation: str = "epley") -> float:
    """Repetitions to failure at a load, given the maximum; never below 1, as it can be lifted.

    ValueError for a load that is not above 0 or is above the maximum, and where the equation has
    no answer up to 100: Mayhew's at 52.2 % of the maximum and less, Wathen's at 48.8 %.
    """
    if not 0.0 < load_kg <= maximum_kg or not isfinite(maximum_kg):
        raise ValueError(f"load_kg must be above 0 and at most the maximum, not {load_kg}")
    try:
        repetitions = INVERSES[equation](load_kg, maximum_kg)
    except (OverflowError, ValueError):
        repetitions = MOST_REPETITIONS + 1.0
    if repetitions > MOST_REPETITIONS:
        share = 100.0 * load_kg / maximum_kg
        raise ValueError(f"{equation} has no answer at {share:.3g} % of the maximum")
    return max(repetitions, 1.0)


def load_for_repetitions_kg(
    maximum_kg: float, repetitions: float, equation: str = "epley"
) -> float:
    """The load that allows so many repetitions and no more [kg]; the maximum itself for one.

    ValueError for a maximum that is not above 0, repetitions below 1, and outside the equation's
    domain.
    """
    if not (isfinite(maximum_kg) and maximum_kg > 0.0):
        raise ValueError(f"maximum_kg must be finite and above 0, not {maximum_kg}")
    if not 1.0 <= repetitions <= MOST_REPETITIONS:
        raise ValueError(f"repetitions must lie between 1 and 100, not {repetitions}")
    if repetitions == 1.0:
        return maximum_kg
    if equation == "marzagao":
        return _marzagao_load_kg(maximum_kg, repetitions)
    return maximum_kg / ALL_EQUATIONS[equation](1.0, repetitions)


def _marzagao_load_kg(maximum_kg: float, repetitions: float) -> float:
    """By halving: the maximum rises with the load from 5 kg on."""
    maximum_of = ALL_EQUATIONS["marzagao"]
    low_kg, high_kg = LEAST_MARZAGAO_LOAD_KG, maximum_kg
    if maximum_of(low_kg, repetitions) > maximum_kg:
        raise ValueError(f"this equation has no load for a maximum of {maximum_kg} kg")
    for _ in range(HALVINGS):
        middle_kg = 0.5 * (low_kg + high_kg)
        below = maximum_of(middle_kg, repetitions) < maximum_kg
        low_kg, high_kg = (middle_kg, high_kg) if below else (low_kg, middle_kg)
    return 0.5 * (low_kg + high_kg)
