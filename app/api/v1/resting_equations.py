"""The resting equations that a caller can ask for by name."""

from enum import StrEnum

from pydantic import Field


class RestingEquationName(StrEnum):
    KATCH_MCARDLE = "katch_mcardle"
    MIFFLIN = "mifflin"
    CUNNINGHAM_1980 = "cunningham_1980"
    TEN_HAAF_WEIGHT = "ten_haaf_weight"
    TEN_HAAF_FFM = "ten_haaf_ffm"
    TINSLEY_FFM = "tinsley_ffm"
    TINSLEY_WEIGHT = "tinsley_weight"
    MIFFLIN_FULL = "mifflin_full"
    MIFFLIN_FFM = "mifflin_ffm"
    MIFFLIN_WEIGHT = "mifflin_weight"
    HARRIS_BENEDICT_1919 = "harris_benedict_1919"
    ROZA_SHIZGAL_1984 = "roza_shizgal_1984"
    OWEN = "owen"
    OWEN_ATHLETIC_WOMEN = "owen_athletic_women"
    LIVINGSTON = "livingston"
    MUELLER_2004 = "mueller_2004"
    MUELLER_2004_BMI = "mueller_2004_bmi"
    MUELLER_2004_FFM = "mueller_2004_ffm"
    NELSON_1992 = "nelson_1992"
    KORTH_2007 = "korth_2007"
    HENRY_WEIGHT = "henry_weight"
    HENRY_HEIGHT = "henry_height"
    SCHOFIELD_WEIGHT = "schofield_weight"
    SCHOFIELD_HEIGHT = "schofield_height"


RESTING_EQUATION = Field(
    description="Reckons resting energy by this equation of `POST /v1/compute/resting-energy`; "
    "absent is the best for what is known. `mifflin_full` is that of the NIH planner."
)
