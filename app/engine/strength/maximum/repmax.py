"""One-repetition maximum from a set taken to failure, by the equations of the trade.

They differ by less than 6 % up to ten repetitions, while people differ from any of them by about
10 % (Mayhew 2008): use one equation for one lifter and exercise, and believe none past fifteen.
What is known of each, and the way back from a maximum: repmax_inverse.py.
"""

from collections.abc import Callable, Mapping
from math import exp, isfinite, log
from types import MappingProxyType

Equation = Callable[[float, float], float]
"""(load [kg], repetitions to failure) -> one-repetition maximum [kg]."""

BRZYCKI_POLE = 37.0
LAST_WHOLE_BEFORE_POLE = 36.5
"""Repetitions above which the two equations with a pole near 37 have no answer."""
LINEAR_33_POLE = 34.0
LAST_BEFORE_LINEAR_33_POLE = 33.5

LEAST_MARZAGAO_LOAD_KG = 5.0
MARZAGAO_EXPONENT = 0.85

EPLEY_REPETITIONS = 30.0
"""Repetitions to failure with half of the maximum load, by Epley (1985)."""


def epley(load_kg: float, repetitions: float) -> float:
    """A convention, best at 2 to 10 repetitions (bias +0.5 %, SD 10 %; Mayhew 2008).

    Epley, B. (1985). Poundage chart. Boyd Epley Workout.
    """
    return load_kg * (1.0 + repetitions / EPLEY_REPETITIONS)


def modified_epley(load_kg: float, repetitions: float) -> float:
    """Epley's form through the load itself at one repetition (Jovanović, STMr, k = 0.0353)."""
    return load_kg * (1.0 + 0.0353 * (repetitions - 1.0))


def brzycki(load_kg: float, repetitions: float) -> float:
    """Best at 1 to 10 repetitions; ValueError above 36.5, its pole is at 37.

    Brzycki, M. (1993). JOPERD 64(1), 88-90. doi:10.1080/07303084.1993.10606684
    """
    _refuse_near_pole(repetitions, LAST_WHOLE_BEFORE_POLE)
    return load_kg * 36.0 / (BRZYCKI_POLE - repetitions)


def lander(load_kg: float, repetitions: float) -> float:
    """Best at 2 to 10 repetitions; ValueError above 36.5, its pole is at 37.9.

    Lander, J. (1985). NSCA Journal 6(6), 60-61.
    """
    _refuse_near_pole(repetitions, LAST_WHOLE_BEFORE_POLE)
    return 100.0 * load_kg / (101.3 - 2.67123 * repetitions)


def lombardi(load_kg: float, repetitions: float) -> float:
    """Best at 1 to 10 repetitions. Lombardi, V. P. (1989). Beginning Weight Training."""
    return load_kg * float(repetitions**0.10)


def mayhew(load_kg: float, repetitions: float) -> float:
    """A published fit: 435 students, bench press, 5 to 20 repetitions.

    Mayhew et al. (1992). J. Appl. Sport Sci. Res. 6, 200-206.
    """
    return 100.0 * load_kg / (52.2 + 41.9 * exp(-0.055 * repetitions))


def oconner(load_kg: float, repetitions: float) -> float:
    """Best at 2 to 12 repetitions. O'Conner, Simmons, O'Shea (1989). Weight Training Today."""
    return load_kg * (1.0 + repetitions / 40.0)


def wathen(load_kg: float, repetitions: float) -> float:
    """Best at 1 to 15 repetitions.

    Wathen, D. (1994), in Baechle (ed.), Essentials of Strength Training and Conditioning.
    """
    return 100.0 * load_kg / (48.8 + 53.8 * exp(-0.075 * repetitions))


def linear_33(load_kg: float, repetitions: float) -> float:
    """Straight from the load itself at one repetition; ValueError above 33.5, its pole is at 34.

    Jovanović, STMr, k = 33; with k = 36 it is Brzycki's equation.
    """
    _refuse_near_pole(repetitions, LAST_BEFORE_LINEAR_33_POLE)
    return load_kg * 33.0 / (LINEAR_33_POLE - repetitions)


def marzagao(load_kg: float, repetitions: float) -> float:
    """The heavier the load, the less a repetition adds. For loads of 5 kg and more.

    A preprint that nobody has reviewed: fitted to 303,494 sets of an app for agreement between a
    lifter's own sets, without one measured maximum, by an employee of the app. Below about 5 kg
    its maximum falls as the load rises, so there it says nothing (ValueError).
    Marzagão (2026), arXiv 2603.17495.
    """
    if load_kg < LEAST_MARZAGAO_LOAD_KG:
        raise ValueError(f"this equation has no answer at {load_kg} kg")
    added = float((repetitions - 1.0) ** MARZAGAO_EXPONENT)
    return load_kg * (1.0 + added / marzagao_divisor(load_kg))


def marzagao_divisor(load_kg: float) -> float:
    return max(0.5, -2.55 + 4.58 * log(load_kg))


EQUATIONS: Mapping[str, Equation] = MappingProxyType(
    {
        "epley": epley,
        "modified_epley": modified_epley,
        "brzycki": brzycki,
        "lander": lander,
        "lombardi": lombardi,
        "mayhew": mayhew,
        "oconner": oconner,
        "wathen": wathen,
        "linear_33": linear_33,
    }
)
"""In proportion to the load, and rising with repetitions."""

LOAD_DEPENDENT: Mapping[str, Equation] = MappingProxyType({"marzagao": marzagao})
"""Not in proportion to the load, so a result in pounds is another one: give kilograms."""

ALL_EQUATIONS: Mapping[str, Equation] = MappingProxyType({**EQUATIONS, **LOAD_DEPENDENT})


def one_repetition_maximum_kg(
    load_kg: float,
    repetitions: int,
    repetitions_in_reserve: float = 0.0,
    equation: str = "epley",
) -> float:
    """One-repetition maximum [kg] of a set, counting what was left in reserve as done.

    A single with nothing in reserve is its own maximum, whatever the equation says there.
    ValueError outside load > 0, repetitions >= 1, reserve >= 0, or near an equation's pole;
    KeyError for an equation that is not in ALL_EQUATIONS.
    """
    if not (isfinite(load_kg) and load_kg > 0.0):
        raise ValueError(f"load_kg must be finite and above 0, not {load_kg}")
    if repetitions < 1:
        raise ValueError(f"repetitions must be 1 or more, not {repetitions}")
    if not (isfinite(repetitions_in_reserve) and repetitions_in_reserve >= 0.0):
        raise ValueError(f"repetitions_in_reserve must be 0 or more, not {repetitions_in_reserve}")
    possible = repetitions + repetitions_in_reserve
    return load_kg if possible == 1.0 else ALL_EQUATIONS[equation](load_kg, possible)


def _refuse_near_pole(repetitions: float, last: float) -> None:
    if repetitions > last:
        raise ValueError(f"this equation has no answer at {repetitions} repetitions")
