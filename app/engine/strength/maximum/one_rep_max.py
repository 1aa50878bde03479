"""The one-repetition maximum that one set shows: every equation and chart side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, inf, log
from statistics import pstdev

from app.engine.answer import Z_80_PERCENT, Estimate, Part, Reason, ok, refused
from app.engine.strength.maximum import one_rep_max_reasons as said
from app.engine.strength.maximum.repmax import ALL_EQUATIONS, EQUATIONS, one_repetition_maximum_kg
from app.engine.strength.maximum.repmax_inverse import FACTS, load_for_repetitions_kg
from app.engine.strength.maximum.rpe import (
    LEAST_RPE,
    MOST_RPE,
    RPE_TABLES,
    TABLE_SOURCES,
    maximum_at_rpe_kg,
    reserve_of_rpe,
)
from app.engine.strength.spread import FAR_CALL, PERSON_SD, TEST_SD, reserve_sd
from app.engine.strength.wording import about_text
from app.engine.units import KG, MassUnit, mass_text

MOST_POSSIBLE = 15.0
"""Repetitions done and in reserve beyond which no equation is believed."""
HARDLY_POSSIBLE = 12.0
SOUND_POSSIBLE = 10.0

MOST_LOAD_KG = 10_000.0
"""Above it a load is a slip of the keyboard."""

UNKNOWN_RESERVE_MOST = 4.0
"""A set of unknown effort is read as to failure, and its upper limit as if so many were left."""

TABLE_REPETITIONS = range(1, 13)


@dataclass(frozen=True, slots=True)
class EquationMaximum:
    equation: str
    maximum_kg: float | None
    """None where the equation has no answer at this load."""
    in_usable_range: bool
    """So many repetitions are within what the equation is good for."""
    published_fit: bool
    source: str


@dataclass(frozen=True, slots=True)
class TableMaximum:
    table: str
    maximum_kg: float
    source: str


@dataclass(frozen=True, slots=True)
class LoadForRepetitions:
    repetitions: int
    load_kg: float


@dataclass(frozen=True, slots=True)
class OneRepMax:
    maximum_kg: Estimate
    """By `equation`, for this person now; its low end is never below the load that was lifted."""
    equation: str
    repetitions_possible: float
    """Done and in reserve."""
    by_equation: tuple[EquationMaximum, ...]
    by_rpe_table: tuple[TableMaximum, ...]
    """Empty where the effort is not said or lies outside the charts."""
    loads: tuple[LoadForRepetitions, ...]
    """By `equation`: what 1 to 12 repetitions to failure would be done with."""


@dataclass(frozen=True, slots=True)
class _Set:
    load_kg: float
    repetitions: int
    called: float | None
    """Repetitions in reserve, as said; or else an RPE; or neither."""
    rpe: float | None
    equation: str
    mass_unit: MassUnit

    @property
    def reserve(self) -> float | None:
        return self.called if self.rpe is None else reserve_of_rpe(self.rpe)

    @property
    def possible(self) -> float:
        return self.repetitions + (self.reserve or 0.0)


def one_rep_max(
    load_kg: float,
    repetitions: int,
    *,
    repetitions_in_reserve: float | None = None,
    rpe: float | None = None,
    equation: str = "epley",
    mass_unit: MassUnit = KG,
) -> Part[OneRepMax]:
    """The maximum that a set shows, by `equation`, with all others beside it.

    Effort is told by one of `repetitions_in_reserve` and `rpe`, or by neither: then the set is
    read as to failure, with a warning. Refused where no equation is believed (more than 15
    repetitions done and in reserve). KeyError for an equation that is not in ALL_EQUATIONS.
    """
    FACTS[equation]  # an unknown name is an error even where the set is refused
    one_set = _Set(load_kg, repetitions, repetitions_in_reserve, rpe, equation, mass_unit)
    why_not = next(_impossible(one_set), None)
    if why_not is not None:
        return refused((why_not,), said.ANOTHER_SET)
    return _answered(one_set)


def _impossible(one: _Set) -> Iterator[Reason]:
    """Why there is no answer; the later checks rest on the earlier ones."""
    if not 0.0 < one.load_kg <= MOST_LOAD_KG:
        yield said.LOAD_IMPOSSIBLE(
            load=mass_text(one.load_kg, one.mass_unit), most=mass_text(MOST_LOAD_KG, one.mass_unit)
        )
    if one.repetitions < 1:
        yield said.NO_REPETITION(repetitions=one.repetitions)
    if one.called is not None and one.rpe is not None:
        yield said.EFFORT_TWICE(rpe=one.rpe, reserve=one.called)
    if one.called is not None and not 0.0 <= one.called < inf:
        yield said.EFFORT_IMPOSSIBLE(effort=one.called)
    if one.rpe is not None and not LEAST_RPE <= one.rpe <= MOST_RPE:
        yield said.EFFORT_IMPOSSIBLE(effort=one.rpe)
    if one.possible > MOST_POSSIBLE:
        yield said.TOO_MANY(possible=one.possible, most=MOST_POSSIBLE)
    if _maximum_kg(one.equation, one.load_kg, 2) is None:
        yield said.LOAD_TOO_LIGHT(equation=one.equation, load=mass_text(one.load_kg, one.mass_unit))


def _answered(one: _Set) -> Part[OneRepMax]:
    rows = tuple(_row(name, one) for name in ALL_EQUATIONS)
    value_kg = one_repetition_maximum_kg(
        one.load_kg, one.repetitions, one.reserve or 0.0, one.equation
    )
    estimate = _estimate(one, value_kg)
    loads = tuple(
        LoadForRepetitions(k, load_kg)
        for k in TABLE_REPETITIONS
        if (load_kg := _load_kg(value_kg, k, one.equation)) is not None
    )
    return ok(
        OneRepMax(estimate, one.equation, one.possible, rows, tuple(_tables(one)), loads),
        tuple(_because(one, value_kg, rows)),
        missing=(said.RESERVE,) if one.reserve is None else (),
        warnings=tuple(_warnings(one)),
    )


def _estimate(one: _Set, value_kg: float) -> Estimate:
    """80 % around the value: the person, the equations, the call; never below what was lifted."""
    if one.possible == 1.0:
        sd = TEST_SD
    else:
        sd = (_person_sd(one) ** 2 + _parting_sd(one) ** 2 + _call_sd(one) ** 2) ** 0.5
    most_kg = value_kg if one.reserve is not None else _at(one, UNKNOWN_RESERVE_MOST)
    low_kg = max(value_kg * exp(-Z_80_PERCENT * sd), min(one.load_kg, value_kg))
    return Estimate(value_kg, low_kg, most_kg * exp(Z_80_PERCENT * sd))


def _person_sd(one: _Set) -> float:
    published = FACTS[one.equation].sd_percent
    return PERSON_SD if published is None else published / 100.0


def _parting_sd(one: _Set) -> float:
    """Of the equations around each other: little up to ten repetitions, much beyond."""
    return pstdev([log(equation(1.0, one.possible)) for equation in EQUATIONS.values()])


def _call_sd(one: _Set) -> float:
    return reserve_sd(one.reserve or 0.0) * log(_at(one, 1.0) / _at(one, 0.0))


def _at(one: _Set, more: float) -> float:
    """The maximum with so many more repetitions in reserve [kg]."""
    return ALL_EQUATIONS[one.equation](one.load_kg, one.possible + more)


def _row(name: str, one: _Set) -> EquationMaximum:
    facts = FACTS[name]
    return EquationMaximum(
        name,
        _maximum_kg(name, one.load_kg, one.repetitions, one.reserve or 0.0),
        facts.least_repetitions <= one.possible <= facts.most_repetitions,
        facts.published_fit,
        facts.source,
    )


def _maximum_kg(
    equation: str, load_kg: float, repetitions: int, reserve: float = 0.0
) -> float | None:
    try:
        return one_repetition_maximum_kg(load_kg, repetitions, reserve, equation)
    except ValueError:
        return None


def _load_kg(maximum_kg: float, repetitions: int, equation: str) -> float | None:
    try:
        return load_for_repetitions_kg(maximum_kg, repetitions, equation)
    except ValueError:
        return None


def _tables(one: _Set) -> Iterator[TableMaximum]:
    if one.reserve is None:
        return
    rpe = MOST_RPE - one.reserve
    for name in RPE_TABLES:
        try:
            maximum_kg = maximum_at_rpe_kg(one.load_kg, one.repetitions, rpe, name)
        except ValueError:
            continue
        yield TableMaximum(name, maximum_kg, TABLE_SOURCES[name])


def _because(one: _Set, value_kg: float, rows: tuple[EquationMaximum, ...]) -> Iterator[Reason]:
    if one.rpe is not None:
        yield said.RPE_READ(rpe=one.rpe, reserve=one.reserve or 0.0)
    if one.possible == 1.0:
        yield said.SINGLE(load=mass_text(one.load_kg, one.mass_unit))
        yield said.SINGLE_SPREAD(percent=100.0 * TEST_SD)
        return
    yield said.SET(
        load=mass_text(one.load_kg, one.mass_unit),
        possible=one.possible,
        equation=one.equation,
        maximum=about_text(value_kg, one.mass_unit),
        maximum_kg=value_kg,
    )
    if one.reserve:
        yield said.RESERVE_ADDED(reserve=one.reserve)
    maxima_kg = [row.maximum_kg for row in rows if row.maximum_kg is not None]
    yield said.PERSON_SPREAD(
        percent=100.0 * _person_sd(one),
        lowest=about_text(min(maxima_kg), one.mass_unit),
        highest=about_text(max(maxima_kg), one.mass_unit),
    )


def _warnings(one: _Set) -> Iterator[Reason]:
    if one.reserve is None:
        yield said.EFFORT_UNKNOWN(reserve=UNKNOWN_RESERVE_MOST)
    elif one.reserve > FAR_CALL:
        yield said.FAR_FROM_FAILURE(reserve=one.reserve)
    if one.possible > HARDLY_POSSIBLE:
        yield said.BEYOND_TWELVE(possible=one.possible)
    elif one.possible > SOUND_POSSIBLE:
        yield said.BEYOND_TEN(possible=one.possible)
    if one.equation == "marzagao":
        yield said.PREPRINT()
