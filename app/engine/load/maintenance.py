"""The few sets that keep what was built, where a trial says so."""

from dataclasses import dataclass
from math import isfinite

from app.engine.answer import Basis, Missing, Part, ReasonKind, insufficient, ok

LOW_SHARE = 1 / 9
HIGH_SHARE = 1 / 3
"""Of the dose that built it: both kept size for 32 weeks in young people (Bickel 2011)."""
YOUNG_YEARS = (20.0, 36.0)
"""Ages of the younger group, from and below."""
OLD_YEARS = 60.0

KEEPS_SIZE = ReasonKind(
    "keeps_size",
    "A third down to a ninth of the sets that built a muscle kept its size for 32 weeks in people "
    "of 20 to 35 years: {low:.1f} to {high:.1f} of {sets:g} sets a week.",
    Basis.EVIDENCE,
    "bickel_2011",
)
LOSES_SIZE = ReasonKind(
    "loses_size",
    "At 60 to 75 years a third of the sets kept strength, but not size: no smaller dose that does "
    "is known.",
    Basis.EVIDENCE,
    "bickel_2011",
)
AGE_NOT_MEASURED = ReasonKind(
    "age_not_measured",
    "Nobody of {age_years:.0f} years was in the trial: between 35 and 60 a third is the safer end.",
    Basis.CONVENTION,
    "bickel_2011",
)
AGE = Missing("age_years", "Give the date of birth: the dose that keeps size depends on age.")
FULL_SETS = Missing(
    "maintenance_dose", "Keep most of the sets, and watch strength and girth: no dose is known."
)


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Weekly sets of a muscle that keep its size."""

    sets_low: float
    sets_high: float


def maintenance(building_sets_per_week: float, age_years: float | None) -> Part[Maintenance]:
    """Weekly sets that keep what so many weekly sets built; ValueError unless they are above 0, or
    for an age that is none.

    Bickel, Cross & Bamman (2011): 70 people, 16 weeks of training, then 32 of maintenance.
    """
    sets = building_sets_per_week
    if not (isfinite(sets) and sets > 0.0):
        raise ValueError(f"building_sets_per_week must be finite and above 0, not {sets}")
    if age_years is None:
        return insufficient((AGE,))
    if not (isfinite(age_years) and age_years >= 0.0):
        raise ValueError(f"age_years must be finite and 0 or more, not {age_years}")
    if age_years >= OLD_YEARS:
        return insufficient((FULL_SETS,), (LOSES_SIZE(),))
    answer = Maintenance(LOW_SHARE * sets, HIGH_SHARE * sets)
    measured = YOUNG_YEARS[0] <= age_years < YOUNG_YEARS[1]
    return ok(
        answer,
        (KEEPS_SIZE(low=answer.sets_low, high=answer.sets_high, sets=sets),),
        warnings=() if measured else (AGE_NOT_MEASURED(age_years=age_years),),
    )
