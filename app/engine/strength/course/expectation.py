"""How fast strength is expected to rise, by years of regular training; a convention with a source.

Nobody is promised a rate: people on the same programme differ by half of the mean and more
(Ahtiainen 2016: +21 % with an SD of 11.5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class TrainingAge(StrEnum):
    """Regular training of this exercise or its like so far."""

    UNDER_6_MONTHS = "under_6_months"
    UP_TO_2_YEARS = "6_months_to_2_years"
    OVER_2_YEARS = "over_2_years"


@dataclass(frozen=True, slots=True)
class Expectation:
    percent_per_week: float
    weeks: float
    """Looked back: a slow rise needs a long look to be told from none."""


EXPECTATIONS: Mapping[TrainingAge, Expectation] = MappingProxyType(
    {
        TrainingAge.UNDER_6_MONTHS: Expectation(1.0, 12.0),
        TrainingAge.UP_TO_2_YEARS: Expectation(0.4, 26.0),
        TrainingAge.OVER_2_YEARS: Expectation(0.15, 52.0),
    }
)
"""Rounded from a curve of 14,690 people (Steele 2022: about 30 to 50 % in the first year, then
little) and from competing powerlifters (Latella 2020: about 0.2 % a week). Conventions."""
