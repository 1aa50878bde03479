"""Coefficients of the scores that compare lifters of different body mass. Data, with sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.engine.records import Sex


@dataclass(frozen=True, slots=True)
class Polynomial:
    """score = numerator * total / (c0 + c1 x + c2 x^2 + ...), x the body mass [kg]."""

    numerator: float
    coefficients: tuple[float, ...]
    """From the constant upwards."""
    lightest_kg: float
    heaviest_kg: float
    """Body mass is taken as within these, as the federations' tables end there."""


DOTS: Mapping[Sex, Polynomial] = MappingProxyType(
    {
        Sex.MALE: Polynomial(
            500.0,
            (-307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.0000010930),
            40.0,
            210.0,
        ),
        Sex.FEMALE: Polynomial(
            500.0,
            (-57.96288, 13.6175032, -0.1126655495, 0.0005158568, -0.0000010706),
            40.0,
            150.0,
        ),
    }
)

WILKS: Mapping[Sex, Polynomial] = MappingProxyType(
    {
        Sex.MALE: Polynomial(
            500.0,
            (-216.0475144, 16.2606339, -0.002388645, -0.00113732, 7.01863e-6, -1.291e-8),
            40.0,
            201.9,
        ),
        Sex.FEMALE: Polynomial(
            500.0,
            (
                594.31747775582,
                -27.23842536447,
                0.82112226871,
                -0.00930733913,
                4.731582e-5,
                -9.054e-8,
            ),
            26.51,
            154.53,
        ),
    }
)

WILKS_2: Mapping[Sex, Polynomial] = MappingProxyType(
    {
        Sex.MALE: Polynomial(
            600.0,
            (
                47.4617885411949,
                8.47206137941125,
                0.073694103462609,
                -1.39583381094385e-3,
                7.07665973070743e-6,
                -1.20804336482315e-8,
            ),
            40.0,
            200.95,
        ),
        Sex.FEMALE: Polynomial(
            600.0,
            (
                -125.425539779509,
                13.7121941940668,
                -0.0330725063103405,
                -1.0504000506583e-3,
                9.38773881462799e-6,
                -2.3334613884954e-8,
            ),
            40.0,
            150.95,
        ),
    }
)


class Event(StrEnum):
    """What was lifted, and in which equipment."""

    CLASSIC_THREE_LIFTS = "classic_three_lifts"
    """Squat, bench press and deadlift together, without supportive suits or shirts."""
    EQUIPPED_THREE_LIFTS = "equipped_three_lifts"
    CLASSIC_BENCH_PRESS = "classic_bench_press"
    EQUIPPED_BENCH_PRESS = "equipped_bench_press"


@dataclass(frozen=True, slots=True)
class Exponential:
    """score = 100 * total / (a - b * exp(-c x)), x the body mass [kg]."""

    a: float
    b: float
    c: float


IPF_GL_YEAR = 2020
"""Of the coefficients; the federation fits them anew every few years."""
IPF_GL_VALID_TO = date(2023, 12, 31)
"""As the federation declared in 2020. A successor is not known to us."""
IPF_GL_LIGHTEST_KG = 35.0
"""Below it the formula gives 0."""

IPF_GL: Mapping[tuple[Sex, Event], Exponential] = MappingProxyType(
    {
        (Sex.MALE, Event.CLASSIC_THREE_LIFTS): Exponential(1199.72839, 1025.18162, 0.00921),
        (Sex.MALE, Event.EQUIPPED_THREE_LIFTS): Exponential(1236.25115, 1449.21864, 0.01644),
        (Sex.FEMALE, Event.CLASSIC_THREE_LIFTS): Exponential(610.32796, 1045.59282, 0.03048),
        (Sex.FEMALE, Event.EQUIPPED_THREE_LIFTS): Exponential(758.63878, 949.31382, 0.02435),
        (Sex.MALE, Event.CLASSIC_BENCH_PRESS): Exponential(320.98041, 281.40258, 0.01008),
        (Sex.MALE, Event.EQUIPPED_BENCH_PRESS): Exponential(381.22073, 733.79378, 0.02398),
        (Sex.FEMALE, Event.CLASSIC_BENCH_PRESS): Exponential(142.40398, 442.52671, 0.04724),
        (Sex.FEMALE, Event.EQUIPPED_BENCH_PRESS): Exponential(221.82209, 357.00377, 0.02937),
    }
)
