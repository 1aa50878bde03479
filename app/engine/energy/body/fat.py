"""Body fat by every method that what is known allows, side by side, each with its error."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, inf
from types import MappingProxyType
from typing import Never

from app.engine.answer import (
    Basis,
    Estimate,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.body.believed import doubts
from app.engine.energy.body.composition import ADULT_AGE_YEARS, BODY_FAT_RANGE_PERCENT
from app.engine.energy.body.fat_methods import BodyFatMethod, body_fat_methods
from app.engine.energy.body.measurements import BodyMeasurements
from app.engine.energy.body.quantities import HIP, NECK, WAIST, Quantities, quantities
from app.engine.energy.interval import normal_estimate
from app.engine.records import Athlete, Reproduction, Sex

TRANSFER_SD_POINTS = 3.5
"""What the published error leaves out: other people, other hands, another reference. Chosen on 184
men whose density was measured: with it the Navy's formula covers 80 % of them, with the published
error alone 59 % (`docs/science/body-composition.md`)."""

_BY_METHOD = (
    "{method} gives {percent:.1f} % of body fat, give or take {standard_error_points:.1f} points "
    "(standard error in {population}; elsewhere it misses by more)."
)
PREFERRED = ReasonKind(
    "body_fat_preferred",
    "{method} is put first: what measures the fat comes before what reckons it from body mass "
    "index.",
    Basis.CONVENTION,
)
SPREAD = ReasonKind(
    "body_fat_spread",
    "{methods} methods say {lowest_percent:.1f} to {highest_percent:.1f} %; none of them measures "
    "body fat, and only the same method tells a change.",
    Basis.EVIDENCE,
    "deurenberg_1991",
)
OUTSIDE_PEOPLE = ReasonKind(
    "body_fat_outside_people",
    "{method} was measured on {population} of other ages or body mass index; here it is less sure "
    "than its error says.",
    Basis.CONVENTION,
)
MUSCLE_READ_AS_FAT = ReasonKind(
    "body_fat_muscle_read_as_fat",
    "Body mass index cannot tell muscle from fat: who trains is read as fatter than they are. "
    "Measure waist and neck.",
    Basis.EVIDENCE,
    "deurenberg_1991",
)
WAIST_SITES = ReasonKind(
    "body_fat_waist_sites",
    "The methods take the waist in different places (navel or narrowest; top of the hip bone for "
    "relative fat mass); one number serves both here.",
    Basis.EVIDENCE,
    "woolcott_bergman_2018",
)
OUT_OF_RANGE = ReasonKind(
    "body_fat_out_of_range",
    "{method} would give {percent:.1f} %, outside the "
    f"{BODY_FAT_RANGE_PERCENT[0]:g} to {BODY_FAT_RANGE_PERCENT[1]:g} % that are believed.",
    Basis.CONVENTION,
)
UNDER_18 = ReasonKind(
    "body_fat_under_18",
    "The methods were measured on adults; below 18 years none is given.",
    Basis.EVIDENCE,
    "durnin_womersley_1974",
)
PREGNANT = ReasonKind(
    "body_fat_pregnant",
    "In pregnancy girths and body mass index say nothing of body fat.",
    Basis.CONVENTION,
)

MEASURE_AGAIN = "Measure again, in the units that are asked for."


@dataclass(frozen=True, slots=True)
class BodyFatByMethod:
    """Body fat by one method; the interval is wider than the standard error, which is that of the
    method's own study."""

    percent: Estimate
    standard_error_points: float


@dataclass(frozen=True, slots=True)
class BodyFat:
    """Body fat by the method that is put first, and by all others."""

    method: str
    percent: Estimate
    fat_mass_kg: Estimate | None
    """None where body mass is unknown."""
    fat_free_mass_kg: Estimate | None
    by_method: Mapping[str, Part[BodyFatByMethod]]
    lowest_percent: float
    highest_percent: float


def body_fat(
    athlete: Athlete,
    body_mass_kg: float | None,
    measurements: BodyMeasurements,
    *,
    conversion: str = "siri",
) -> Part[BodyFat]:
    """Body fat of an adult; refused below 18 years and in pregnancy.

    Insufficient where sex is unknown (no method is without it), where height and body mass cannot
    be, or where nothing at all can be reckoned; then every missing thing is named.
    """
    sex = _sex_of_judged(athlete, body_mass_kg)
    if isinstance(sex, Part):
        return sex
    methods = body_fat_methods(sex, conversion)
    parts = _all_methods(athlete, sex, body_mass_kg, measurements, conversion)
    return _side_by_side(parts, methods, body_mass_kg)


def body_fat_by_method(
    athlete: Athlete,
    body_mass_kg: float | None,
    measurements: BodyMeasurements,
    *,
    conversion: str = "siri",
) -> Mapping[str, Part[BodyFatByMethod]]:
    """Every method by name, also those that lack something or have no sense here.

    Empty where none is asked: see what `body_fat` says then.
    """
    sex = _sex_of_judged(athlete, body_mass_kg)
    if isinstance(sex, Part):
        return MappingProxyType({})
    return _all_methods(athlete, sex, body_mass_kg, measurements, conversion)


def _sex_of_judged(athlete: Athlete, body_mass_kg: float | None) -> Sex | Part[Never]:
    """Whose methods are asked; or why none is."""
    if athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS:
        reason = UNDER_18(age_years=athlete.age_years)
        return refused((reason,), "Ask a physician or a dietitian who knows growing people.")
    if athlete.reproduction is Reproduction.PREGNANT:
        return refused((PREGNANT(),), "Ask a midwife or a physician.")
    lacking = doubts(athlete, body_mass_kg)
    if body_mass_kg is not None and not 0.0 < body_mass_kg < inf:
        lacking = (missing.HEIGHT_OR_MASS,)
    if lacking:
        return insufficient(lacking)
    return insufficient((missing.SEX,)) if athlete.sex is None else athlete.sex


def _all_methods(
    athlete: Athlete,
    sex: Sex,
    body_mass_kg: float | None,
    measurements: BodyMeasurements,
    conversion: str,
) -> Mapping[str, Part[BodyFatByMethod]]:
    known = quantities(athlete, sex, body_mass_kg, measurements)
    methods = body_fat_methods(sex, conversion)
    return MappingProxyType({name: _by_method(method, known) for name, method in methods.items()})


def _side_by_side(
    parts: Mapping[str, Part[BodyFatByMethod]],
    methods: Mapping[str, BodyFatMethod],
    body_mass_kg: float | None,
) -> Part[BodyFat]:
    found = {
        name: part.value
        for name, part in parts.items()
        if part.value is not None and methods[name].for_everybody
    }
    if not found:
        lacking = {what: None for part in parts.values() for what in part.missing}
        because = tuple(reason for part in parts.values() for reason in part.because)
        return insufficient(tuple(lacking), because)
    name, first = next(iter(found.items()))
    values = [one.percent.value for one in found.values()]
    fat_mass, fat_free_mass = _masses(first.percent, body_mass_kg)
    value = BodyFat(
        name,
        first.percent,
        fat_mass,
        fat_free_mass,
        parts,
        min(values),
        max(values),
    )
    because = (*parts[name].because, PREFERRED(method=methods[name].label))
    if len(found) > 1:
        lowest, highest = min(values), max(values)
        because += (SPREAD(methods=len(found), lowest_percent=lowest, highest_percent=highest),)
    warnings = parts[name].warnings
    if methods[name].from_bmi:
        warnings += (MUSCLE_READ_AS_FAT(),)
    if {"navy", "relative_fat_mass"} <= set(found):
        warnings += (WAIST_SITES(),)
    better = _better(parts) if methods[name].from_bmi else ()
    return ok(value, because, missing=better, warnings=warnings)


def _better(parts: Mapping[str, Part[BodyFatByMethod]]) -> tuple[Missing, ...]:
    """Of the tape what is lacking or not believed; waist and neck where they contradict."""
    girths = {WAIST.code, NECK.code, HIP.code}
    return tuple(one for one in parts["navy"].missing if one.code in girths) or (WAIST, NECK)


def _masses(
    percent: Estimate, body_mass_kg: float | None
) -> tuple[Estimate | None, Estimate | None]:
    """Fat and fat-free mass [kg]; body mass is taken as known."""
    if body_mass_kg is None:
        return None, None
    low, value, high = (
        body_mass_kg * share / 100.0 for share in (percent.low, percent.value, percent.high)
    )
    fat_free = Estimate(body_mass_kg - value, body_mass_kg - high, body_mass_kg - low)
    return Estimate(value, low, high), fat_free


def _by_method(method: BodyFatMethod, known: Quantities) -> Part[BodyFatByMethod]:
    if lacking := known.lacking(method.needs):
        return insufficient(lacking)
    if (reason := method.limit(known.believed)) is not None:
        return refused((reason,), MEASURE_AGAIN)
    percent = method.calculate(**{need: known.believed[need] for need in method.needs})
    low, high = BODY_FAT_RANGE_PERCENT
    if not low <= percent <= high:
        return refused((OUT_OF_RANGE(method=method.label, percent=percent),), MEASURE_AGAIN)
    error = method.standard_error_points
    elsewhere = hypot(error, TRANSFER_SD_POINTS)
    value = BodyFatByMethod(normal_estimate(percent, elsewhere, at_least=0.0), error)
    because = ReasonKind("body_fat_method", _BY_METHOD, Basis.EVIDENCE, method.source)(
        method=method.label,
        percent=percent,
        standard_error_points=error,
        population=method.population,
    )
    return ok(value, (because,), warnings=_misfits(method, known))


def _misfits(method: BodyFatMethod, known: Quantities) -> tuple[Reason, ...]:
    ranges = (("age_years", method.ages_years), ("bmi", method.bmi_range))
    for quantity, bounds in ranges:
        value = known.believed.get(quantity)
        if bounds is not None and value is not None and not bounds[0] <= value < bounds[1]:
            return (OUTSIDE_PEOPLE(method=method.label, population=method.population),)
    return ()
