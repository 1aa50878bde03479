"""Physical activity levels from how one works and what one does besides."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Work(StrEnum):
    VERY_LIGHT = "very_light"
    """Sitting nearly all day."""
    LIGHT = "light"
    """Sitting, standing and walking by turns."""
    MODERATE = "moderate"
    """On the feet, with some lifting."""
    HEAVY = "heavy"
    """Lifting and carrying most of the day."""


class Leisure(StrEnum):
    VERY_LIGHT = "very_light"
    """Next to no activity."""
    LIGHT = "light"
    """A walk or light activity now and then."""
    MODERATE = "moderate"
    """Something that raises the breath, once or more a week."""
    ACTIVE = "active"
    """Hard activity several times a week."""
    VERY_ACTIVE = "very_active"
    """Hard activity nearly every day."""


_GRID: Mapping[Leisure, tuple[float, float, float, float]] = MappingProxyType(
    {
        Leisure.VERY_LIGHT: (1.4, 1.5, 1.6, 1.7),
        Leisure.LIGHT: (1.5, 1.6, 1.7, 1.8),
        Leisure.MODERATE: (1.6, 1.7, 1.8, 1.9),
        Leisure.ACTIVE: (1.7, 1.8, 1.9, 2.1),
        Leisure.VERY_ACTIVE: (1.9, 2.0, 2.2, 2.3),
    }
)
"""By `Work`, in its order: the grid of the NIH Body Weight Planner (source `nih_activity_levels`).
Exercise is in these levels: nothing may be added for it."""


def life_style_level(leisure: Leisure, work: Work) -> float:
    """Physical activity level of a week of this work and leisure."""
    return _GRID[leisure][tuple(Work).index(work)]
