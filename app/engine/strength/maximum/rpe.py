"""Rating of perceived exertion, repetitions in reserve, and the share of the maximum they mean.

The scale (Zourdos 2016) is measured; the tables are the charts of the trade: one coach's numbers
and a smooth curve through them. Nobody has tested either against measured maxima.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from types import MappingProxyType

MOST_RPE = 10.0
LEAST_RPE = 5.0
"""Below it the scale names no number of repetitions (3 to 4 is light, 1 to 2 little effort)."""

LEAST_CHART_RPE = 6.0
"""The charts' last row."""

_CHART = "100 95.5 92.2 89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0 65.3 62.6 59.9 57.2"
RTS_PERCENT = tuple(Decimal(percent) for percent in _CHART.split())
"""Percent of the maximum for 1 to 16 repetitions to failure (Tuchscherer, Reactive Training
Systems).

The step from 10 to 11 is 3.2 points between steps of 2.3 and 2.7: a kink of the chart, kept as it
is, because who writes `10 @ 9` means this chart.
"""

RpeTable = Callable[[int, float], float]
"""(repetitions, RPE) -> share of the one-repetition maximum."""


def reserve_of_rpe(rpe: float) -> float:
    """Repetitions in reserve: 10 - RPE, so 9.5 is half a repetition.

    On the scale itself 9.5 is none in reserve but perhaps more load, 8.5 one or two. ValueError
    below 5 and above 10. Zourdos et al. (2016).
    """
    if not LEAST_RPE <= rpe <= MOST_RPE:
        raise ValueError(f"rpe must lie between 5 and 10, not {rpe}")
    return MOST_RPE - rpe


def rts(repetitions: int, rpe: float) -> float:
    """The chart of Reactive Training Systems: whole and half RPE from 6, up to 16 repetitions done
    and in reserve together; ValueError outside.

    Half steps are the mean of their neighbours, rounded half up to a tenth of a percent, as
    printed.
    """
    possible = _possible(repetitions, rpe)
    steps = 2.0 * possible
    if not steps.is_integer():
        raise ValueError(f"the chart has whole and half steps of RPE only, not {rpe}")
    whole, half = divmod(int(steps), 2)
    percent = RTS_PERCENT[whole - 1]
    if half:
        percent = _half_up((percent + RTS_PERCENT[whole]) / 2)
    return float(percent / 100)


def openpowerlifting(repetitions: int, rpe: float) -> float:
    """A smooth curve through the same chart, for RPE from 6 and any step between; ValueError
    outside.

    Form of OpenPowerlifting, as Liftosaur uses it. It says one half from 17 repetitions on; there
    we have no answer.
    """
    beyond_first = _possible(repetitions, rpe) - 1.0
    if beyond_first == 0.0:
        return 1.0
    if beyond_first <= 2.92:
        return (0.347619 * beyond_first**2 - 4.60714 * beyond_first + 99.9667) / 100.0
    return (97.0955 - 2.64249 * beyond_first) / 100.0


RPE_TABLES: Mapping[str, RpeTable] = MappingProxyType(
    {"rts": rts, "openpowerlifting": openpowerlifting}
)
TABLE_SOURCES: Mapping[str, str] = MappingProxyType(
    {"rts": "tuchscherer_rts", "openpowerlifting": "openpowerlifting_rpe"}
)


def load_at_rpe_kg(maximum_kg: float, repetitions: int, rpe: float, table: str = "rts") -> float:
    """The load for so many repetitions at an RPE, un-rounded [kg].

    ValueError for a maximum that is not above 0 and outside the table; KeyError for a table that
    is not in RPE_TABLES.
    """
    return _positive("maximum_kg", maximum_kg) * RPE_TABLES[table](repetitions, rpe)


def maximum_at_rpe_kg(load_kg: float, repetitions: int, rpe: float, table: str = "rts") -> float:
    """The one-repetition maximum that a set at an RPE shows [kg]; errors as `load_at_rpe_kg`."""
    return _positive("load_kg", load_kg) / RPE_TABLES[table](repetitions, rpe)


def _possible(repetitions: int, rpe: float) -> float:
    """Repetitions done and in reserve, where the charts have a cell for them."""
    if repetitions < 1:
        raise ValueError(f"repetitions must be 1 or more, not {repetitions}")
    if not LEAST_CHART_RPE <= rpe <= MOST_RPE:
        raise ValueError(f"rpe must lie between 6 and 10, not {rpe}")
    possible = repetitions + reserve_of_rpe(rpe)
    if possible > len(RTS_PERCENT):
        raise ValueError(f"the charts end at 16 repetitions, not {possible:g}")
    return possible


def _half_up(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _positive(name: str, mass_kg: float) -> float:
    if not (isfinite(mass_kg) and mass_kg > 0.0):
        raise ValueError(f"{name} must be finite and above 0, not {mass_kg}")
    return mass_kg
