"""Strength of the adductors as it was tested; nothing is read and nothing is stored."""

from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing, Part, insufficient
from app.engine.load.adductor_strength import Screening, SetUp, adduction_ratio, adductor_squeeze

BOTH_WAYS = Missing(
    "adduction_and_abduction", "Measure adduction and abduction in the same way, to compare them."
)
SQUEEZE = Missing("squeeze_n", "Measure an isometric squeeze of the adductors [N].")


@dataclass(frozen=True, slots=True)
class AdductorTest:
    """What was measured; None where it was not."""

    set_up: SetUp
    adduction: float | None = None
    abduction: float | None = None
    """Both in one unit."""
    squeeze_n: float | None = None
    body_mass_kg: float | None = None


@dataclass(frozen=True, slots=True)
class AdductorStrength:
    ratio: Part[Screening]
    squeeze: Part[Screening]
    engine_version: str = ENGINE_VERSION


def adductor_strength(test: AdductorTest) -> AdductorStrength:
    return AdductorStrength(_ratio(test), _squeeze(test))


def _ratio(test: AdductorTest) -> Part[Screening]:
    if test.adduction is None or test.abduction is None:
        return insufficient((BOTH_WAYS,))
    return adduction_ratio(test.adduction, test.abduction, test.set_up)


def _squeeze(test: AdductorTest) -> Part[Screening]:
    if test.squeeze_n is None:
        return insufficient((SQUEEZE,))
    return adductor_squeeze(test.squeeze_n, test.set_up, test.body_mass_kg)
