"""How far a person lies from an equation, a test from the next one, a call from the truth.

All as standard deviations: relative ones of the maximum, and repetitions for a call.
"""

import numpy as np

PERSON_SD = 0.10
"""Of a person's maximum around any equation, up to ten repetitions (Mayhew 2008)."""

TEST_SD = 0.042
"""Of one measured maximum around the next of the same person: the median coefficient of variation
of 32 studies, which range from 0.5 to 12.1 % (Grgic 2020)."""

FAR_CALL = 4.0
"""Repetitions in reserve above which a call is hardly a measurement."""

_RESERVES = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
_RESERVE_SDS = (0.0, 0.8, 0.8, 1.5, 2.5, 5.0)

_POSSIBLE = (1.0, 6.0, 15.0)
_POSSIBLE_SDS = (0.0, 0.10, 0.12)


def reserve_sd(repetitions_in_reserve: float) -> float:
    """By how many repetitions a call is off; 5 for every call of 5 and more.

    A choice of ours between Halperin 2022 (about one) and Zourdos 2021 (5 at RPE 5).
    """
    return float(np.interp(repetitions_in_reserve, _RESERVES, _RESERVE_SDS))


def extrapolation_sd(repetitions_possible: float) -> float:
    """Of a maximum that is read off so many repetitions to failure.

    None of a single, 10 % from six on, which is the middle of the two to ten over which Mayhew
    2008 measured it, and 12 % from 15 on, by the 11 % of all her sets. That it grows evenly in
    between is a choice of ours; docs/science/one-repetition-maximum.md has our own measurement.
    """
    return float(np.interp(repetitions_possible, _POSSIBLE, _POSSIBLE_SDS))
