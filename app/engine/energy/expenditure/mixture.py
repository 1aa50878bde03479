"""Quantiles of a mixture of normal distributions."""

import math
from collections.abc import Sequence
from statistics import NormalDist

HALVINGS = 24
"""Of the span between the components' own quantiles, where the mixture's lies too."""
NEGLIGIBLE = 1e-6
"""Components that weigh less beside the heaviest are left out."""


def mixture_quantile(
    probability: float, weights: Sequence[float], means: Sequence[float], sds: Sequence[float]
) -> float:
    """Where the mixture's distribution function reaches `probability`, in (0, 1).

    Weights need not add up to 1; at least one is above 0. A deviation of 0 is a point. A normal
    interval of the mixture's own mean and deviation would hold too much where a narrow and a wide
    component share the middle.
    """
    heaviest = max(weights)
    parts = [
        (weight, mean, sd)
        for weight, mean, sd in zip(weights, means, sds, strict=True)
        if weight > NEGLIGIBLE * heaviest
    ]
    z = NormalDist().inv_cdf(probability)
    ends = [mean + z * sd for _, mean, sd in parts]
    low, high = min(ends), max(ends)
    wanted = probability * sum(weight for weight, _, _ in parts)
    for _ in range(HALVINGS):
        middle = 0.5 * (low + high)
        if sum(weight * _below(middle, mean, sd) for weight, mean, sd in parts) < wanted:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def _below(value: float, mean: float, sd: float) -> float:
    if sd <= 0.0:
        return float(value >= mean)
    return 0.5 * (1.0 + math.erf((value - mean) / (sd * math.sqrt(2.0))))
