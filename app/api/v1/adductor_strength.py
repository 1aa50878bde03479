"""Strength of the adductors, tested, held against what studies found."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import PartOut
from app.api.v1.fields import Input, Name, Number, Output
from app.engine.load.adductor_strength import SetUp
from app.usecases.adductor_strength import AdductorTest, adductor_strength

router = APIRouter(prefix="/compute/adductor-strength", tags=["compute"])

Strength = Annotated[Number, Field(ge=0.1, le=10_000)]


class AdductorStrengthBody(Input):
    adduction: Annotated[
        Strength | None, Field(description="Of one hip, in any unit: that of `abduction`.")
    ] = None
    abduction: Strength | None = None
    squeeze_n: Annotated[
        Strength | None, Field(description="Isometric squeeze of both sides [N].")
    ] = None
    body_mass_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    position: Annotated[
        Name | None, Field(description="Such as `side-lying`.", examples=["side-lying"])
    ] = None
    device: Annotated[Name | None, Field(examples=["handheld dynamometer"])] = None
    hip_abduction_deg: Annotated[Number, Field(ge=-30, le=90)] | None = None

    def test(self) -> AdductorTest:
        set_up = SetUp(self.position, self.device, self.hip_abduction_deg)
        return AdductorTest(
            set_up, self.adduction, self.abduction, self.squeeze_n, self.body_mass_kg
        )


class AdductorScreeningValue(Output):
    value: float
    low: Annotated[
        bool | None,
        Field(description="Below the number of the study; null where it cannot be compared."),
    ]


class AdductorRatioPart(PartOut):
    """Adduction over abduction; a ratio, which depends on how it was measured."""

    value: AdductorScreeningValue | None


class AdductorSqueezePart(PartOut):
    """The squeeze [N]."""

    value: AdductorScreeningValue | None


class AdductorStrengthOut(Output):
    """Hints for a clinician or a coach, no forecast of an injury."""

    ratio: AdductorRatioPart
    squeeze: AdductorSqueezePart
    engine_version: str


@router.post("")
async def compute_adductor_strength(
    _principal: AdviceReader,
    body: Annotated[AdductorStrengthBody, Body(examples=[examples.COMPUTE_ADDUCTOR_STRENGTH])],
) -> AdductorStrengthOut:
    """Compute adductor strength

    A test of adduction against abduction, or of a squeeze, held against the numbers that told
    later injured players from others. Without position, device and angle nothing is compared.
    """
    return AdductorStrengthOut.model_validate(adductor_strength(body.test()))
