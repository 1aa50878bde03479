"""What a tape and a caliper say of a body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Skinfold(StrEnum):
    """Where a fold is taken, on the right side."""

    CHEST = "chest"
    MIDAXILLARY = "midaxillary"
    TRICEPS = "triceps"
    BICEPS = "biceps"
    SUBSCAPULAR = "subscapular"
    ABDOMEN = "abdomen"
    SUPRAILIAC = "suprailiac"
    THIGH = "thigh"


@dataclass(frozen=True, slots=True)
class BodyMeasurements:
    """Girths [cm] and skinfolds [mm]; what was not measured is None or not there."""

    waist_cm: float | None = None
    """Men at the navel, women where it is narrowest, breathing out."""
    neck_cm: float | None = None
    """Below the larynx."""
    hip_cm: float | None = None
    """Where the buttocks are widest."""
    skinfolds_mm: Mapping[Skinfold, float] = field(default_factory=lambda: MappingProxyType({}))
