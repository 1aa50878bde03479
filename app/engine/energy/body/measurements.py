"""What a tape and a caliper say of a body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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


class Girth(StrEnum):
    """Where a tape is laid; the sides of a limb where they are told apart."""

    NECK = "neck"
    """Below the larynx."""
    SHOULDERS = "shoulders"
    CHEST = "chest"
    WAIST = "waist"
    """Men at the navel, women where it is narrowest, breathing out."""
    HIP = "hip"
    """Where the buttocks are widest."""
    UPPER_ARM = "upper_arm"
    UPPER_ARM_LEFT = "upper_arm_left"
    UPPER_ARM_RIGHT = "upper_arm_right"
    FOREARM = "forearm"
    FOREARM_LEFT = "forearm_left"
    FOREARM_RIGHT = "forearm_right"
    THIGH = "thigh"
    THIGH_LEFT = "thigh_left"
    THIGH_RIGHT = "thigh_right"
    CALF = "calf"
    CALF_LEFT = "calf_left"
    CALF_RIGHT = "calf_right"


METHOD_GIRTHS = (Girth.WAIST, Girth.NECK, Girth.HIP)
"""Those that the methods of body fat read."""


class BodyFatDevice(StrEnum):
    """How somebody else, or a machine, came to a share of fat."""

    DXA = "dxa"
    AIR_DISPLACEMENT = "air_displacement"
    UNDERWATER_WEIGHING = "underwater_weighing"
    MAGNETIC_RESONANCE = "magnetic_resonance"
    BIOIMPEDANCE = "bioimpedance"
    """Most scales that tell it."""
    ULTRASOUND = "ultrasound"
    SKINFOLDS = "skinfolds"
    """By somebody who told the result and not the folds."""
    VISUAL = "visual"
    """Guessed from a look or a picture."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured of a body at one time; what was not has no key, or is None."""

    id: str
    measured_at: datetime
    measured_on: date
    """The athlete's own calendar day."""
    girths_cm: Mapping[Girth, float] = field(default_factory=lambda: MappingProxyType({}))
    skinfolds_mm: Mapping[Skinfold, float] = field(default_factory=lambda: MappingProxyType({}))
    body_fat_percent: float | None = None
    body_fat_device: BodyFatDevice | None = None
    """How that share was come by; None where it was not said."""


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


def of_methods(
    girths_cm: Mapping[Girth, float], skinfolds_mm: Mapping[Skinfold, float]
) -> BodyMeasurements:
    """What the methods of body fat read of it."""
    return BodyMeasurements(
        waist_cm=girths_cm.get(Girth.WAIST),
        neck_cm=girths_cm.get(Girth.NECK),
        hip_cm=girths_cm.get(Girth.HIP),
        skinfolds_mm=skinfolds_mm,
    )
