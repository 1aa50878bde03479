"""Strength of the adductors held against numbers that told injured players from others.

A screening hint for a clinician or a coach, never a forecast for a person. The ratio of adduction
to abduction changes with the hip's angle and the device, so it says nothing without them.
"""

from dataclasses import dataclass
from math import isfinite

from app.engine.answer import Basis, Missing, Part, Reason, ReasonKind, insufficient, ok

RATIO_LIMIT = 0.80
"""Adduction to abduction; Tyler et al. (2001)."""
NEUTRAL_DEG = 5.0
"""Abduction of the hip up to which a ratio is held against the limit; 1.49 at 0, 2.30 at 20."""
SQUEEZE_LIMIT_N = 465.33
SQUEEZE_LIMIT_N_PER_KG = 6.971
"""Moreno-Pérez et al. (2019), isometric squeeze."""

RATIO = ReasonKind(
    "adduction_to_abduction",
    "Adduction is {percent:.0f} % of abduction ({position}, {device}, hip at {angle_deg:g} "
    "degrees of abduction).",
    Basis.EVIDENCE,
)
RATIO_LOW = ReasonKind(
    "ratio_low",
    "That is below the {limit_percent:g} % that told later injured ice-hockey players from others "
    "in one study (47 players, 8 strained). It is a hint for a clinician or a coach, no forecast.",
    Basis.EVIDENCE,
    "tyler_2001",
)
RATIO_NOT_LOW = ReasonKind(
    "ratio_not_low",
    "That is not below the {limit_percent:g} % of one study of 47 ice-hockey players, who may "
    "have been tested in another way; it says nothing of safety.",
    Basis.EVIDENCE,
    "tyler_2001",
)
RATIO_NOT_COMPARABLE = ReasonKind(
    "ratio_not_comparable",
    "The ratio rises with the angle (1.49, 1.92 and 2.30 at 0, 10 and 20 degrees): it is not held "
    "against the {limit_percent:g} % here.",
    Basis.EVIDENCE,
    "hip_ratio_angle",
)
SQUEEZE = ReasonKind(
    "squeeze",
    "Squeeze: {force_n:.0f} N ({position}, {device}).",
    Basis.EVIDENCE,
)
SQUEEZE_LOW = ReasonKind(
    "squeeze_low",
    "{measured:.1f} {unit} is below the {limit:g} {unit} that told later injured football players "
    "from others in one study (71 men, 18 injured). It is a hint, no forecast.",
    Basis.EVIDENCE,
    "moreno_perez_2019",
)
SET_UP = Missing(
    "test_set_up",
    "Say the position, the device and the hip's angle: without them a ratio cannot be compared.",
)
SQUEEZE_SET_UP = Missing("test_set_up", "Say the position and the device of the squeeze.")
BODY_MASS = Missing("body_mass_kg", "Give the body mass, to compare the force for each kilogram.")


@dataclass(frozen=True, slots=True)
class SetUp:
    """How strength was measured; None where nobody said."""

    position: str | None = None
    """Such as `side-lying` or `supine, long lever`."""
    device: str | None = None
    """Such as `handheld dynamometer`."""
    hip_abduction_deg: float | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """What was measured, and whether it is below the number of the study."""

    value: float
    low: bool | None
    """None where it cannot be compared."""


def adduction_ratio(adduction: float, abduction: float, set_up: SetUp) -> Part[Screening]:
    """Adduction over abduction strength, both in one unit.

    ValueError unless both are above 0 and their ratio is a number.
    """
    _refuse_unless_positive(adduction=adduction, abduction=abduction)
    ratio, angle_deg = adduction / abduction, set_up.hip_abduction_deg
    _refuse_unless_positive(ratio=ratio)
    if not (set_up.position and set_up.device) or angle_deg is None:
        return insufficient((SET_UP,))
    measured = RATIO(
        percent=100.0 * ratio,
        position=set_up.position,
        device=set_up.device,
        angle_deg=angle_deg,
    )
    compared, low = _compared(ratio, angle_deg)
    return ok(Screening(ratio, low), (measured, compared))


def _compared(ratio: float, angle_deg: float) -> tuple[Reason, bool | None]:
    limit_percent = 100.0 * RATIO_LIMIT
    if not abs(angle_deg) <= NEUTRAL_DEG:
        return RATIO_NOT_COMPARABLE(limit_percent=limit_percent), None
    low = ratio < RATIO_LIMIT
    return (RATIO_LOW if low else RATIO_NOT_LOW)(limit_percent=limit_percent), low


def adductor_squeeze(
    force_n: float, set_up: SetUp, body_mass_kg: float | None = None
) -> Part[Screening]:
    """Isometric squeeze of the adductors [N]; ValueError unless force and mass are above 0."""
    _refuse_unless_positive(force_n=force_n, body_mass_kg=body_mass_kg)
    if not (set_up.position and set_up.device):
        return insufficient((SQUEEZE_SET_UP,))
    below = list(_below(force_n, body_mass_kg))
    return ok(
        Screening(force_n, bool(below)),
        (SQUEEZE(force_n=force_n, position=set_up.position, device=set_up.device), *below),
        missing=(BODY_MASS,) if body_mass_kg is None else (),
    )


def _below(force_n: float, body_mass_kg: float | None) -> list[Reason]:
    per_kg = None if body_mass_kg is None else force_n / body_mass_kg
    measured = (
        (force_n, SQUEEZE_LIMIT_N, "N"),
        (per_kg, SQUEEZE_LIMIT_N_PER_KG, "N/kg"),
    )
    return [
        SQUEEZE_LOW(measured=value, limit=limit, unit=unit)
        for value, limit, unit in measured
        if value is not None and value < limit
    ]


def _refuse_unless_positive(**measured: float | None) -> None:
    for name, value in measured.items():
        if value is not None and not (isfinite(value) and value > 0.0):
            raise ValueError(f"{name} must be finite and above 0, not {value}")
