"""What a bout of an activity costs a person by the rate of the table, gross and net."""

from dataclasses import dataclass
from math import inf

from app.engine.answer import (
    Basis,
    Estimate,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.activity.met import (
    MINUTES_PER_DAY,
    MetForm,
    corrected_met,
    gross_kcal,
    net_kcal,
)
from app.engine.energy.body.composition import ADULT_AGE_YEARS
from app.engine.energy.interval import normal_estimate
from app.engine.energy.resting.by_size import harris_benedict_1919
from app.engine.records import Athlete

MET_RANGE = (1.0, 25.0)
"""From lying still to the fastest running of the Compendium (23)."""
MEASURED_SD = 0.20
ESTIMATED_SD = 0.30
"""Relative standard deviation of one person's cost around the Compendium's, where it rests on
measurements and where it was estimated. Ours: the Compendium gives none, and fitness, skill and
pace differ (`docs/science/activity.md`)."""

COST = ReasonKind(
    "activity_cost",
    "{name}: {met:.1f} MET x {body_mass_kg:.1f} kg x {minutes:.0f} min = {gross_kcal:.0f} kcal "
    "gross at {kcal_per_met:.2f} kcal for each MET, kg and hour; less rest, {net_kcal:.0f} kcal "
    "net.",
    Basis.EVIDENCE,
    "herrmann_2024",
)
RATE_OF_AVERAGE = ReasonKind(
    "activity_average_rate",
    "The rate is that of average adults; one person's is taken to lie within "
    "{relative_sd_percent:.0f} % of it two times in three.",
    Basis.CONVENTION,
    "herrmann_2024",
)
ESTIMATED_RATE = ReasonKind(
    "activity_rate_estimated",
    "The rate of {name} was estimated from similar activities, not measured.",
    Basis.EVIDENCE,
    "herrmann_2024",
)
CORRECTED = ReasonKind(
    "activity_corrected_met",
    "For you it is {corrected_met:.1f} times your own rest ({resting_kcal_per_day:.0f} kcal a day "
    "by Harris-Benedict). That is another way to say it; the kilocalories stay.",
    Basis.EVIDENCE,
    "harris_benedict_1919",
)
OF_ADULTS = ReasonKind(
    "activity_rates_of_adults",
    "The rates are those of adults; growing people spend more for each kilogram.",
    Basis.EVIDENCE,
    "herrmann_2024",
)
MET_OUT_OF_RANGE = ReasonKind(
    "activity_met_out_of_range",
    "{met:.1f} MET is outside "
    f"{MET_RANGE[0]:g} to {MET_RANGE[1]:g}: below nobody lives, above nobody was measured.",
    Basis.EVIDENCE,
    "herrmann_2024",
)
TIME_OUT_OF_RANGE = ReasonKind(
    "activity_time_out_of_range",
    "{minutes:g} min, {times_per_week:g} times a week, is no time of a week.",
    Basis.CONVENTION,
)

CHECK = "Check the activity and the time."


@dataclass(frozen=True, slots=True)
class ActivityBout:
    """An activity done for a time, so many times a week."""

    name: str
    met: float
    minutes: float
    times_per_week: float = 1.0
    is_estimated: bool = False
    """The rate was not measured."""


@dataclass(frozen=True, slots=True)
class ActivityEnergy:
    """Energy of one bout [kcal]."""

    gross: Estimate
    net: Estimate
    """Above rest: what may be added to a total that holds the rest."""
    met: float
    """Multiple of the rest of average adults, at the form's energy for each."""
    form: MetForm
    corrected_met: float | None
    """Multiple of one's own rest; None where sex, age or height is unknown."""


def activity_energy(
    athlete: Athlete,
    body_mass_kg: float,
    bout: ActivityBout,
    form: MetForm = MetForm.KCAL_PER_KG_HOUR,
) -> Part[ActivityEnergy]:
    """The cost of one bout, whatever its times a week; refused for no possible MET or time."""
    if not 0.0 < body_mass_kg < inf:
        return insufficient((missing.HEIGHT_OR_MASS,))
    if broken := _impossible(bout):
        return refused(broken, CHECK)
    gross = gross_kcal(bout.met, body_mass_kg, bout.minutes, form)
    net = net_kcal(bout.met, body_mass_kg, bout.minutes, form)
    relative_sd = ESTIMATED_SD if bout.is_estimated else MEASURED_SD
    own = _corrected(athlete, body_mass_kg, bout.met)
    value = ActivityEnergy(
        normal_estimate(gross, relative_sd * gross, at_least=0.0),
        normal_estimate(net, relative_sd * gross, at_least=0.0),
        bout.met,
        form,
        None if own is None else own[0],
    )
    because = (
        COST(
            name=bout.name,
            met=bout.met,
            body_mass_kg=body_mass_kg,
            minutes=bout.minutes,
            gross_kcal=gross,
            kcal_per_met=gross_kcal(1.0, 1.0, 60.0, form),
            net_kcal=net,
        ),
        RATE_OF_AVERAGE(relative_sd_percent=100.0 * relative_sd),
        *(() if own is None else (own[1],)),
    )
    return ok(value, because, warnings=_warnings(athlete, bout))


def _impossible(bout: ActivityBout) -> tuple[Reason, ...]:
    low, high = MET_RANGE
    found = () if low <= bout.met <= high else (MET_OUT_OF_RANGE(met=bout.met),)
    return found + impossible_time(bout.minutes, bout.times_per_week)


def impossible_time(minutes: float, times_per_week: float) -> tuple[Reason, ...]:
    """Why no bout lasts so long or comes so often; nothing where one does."""
    if 0.0 < minutes <= MINUTES_PER_DAY and 0.0 < times_per_week < inf:
        return ()
    return (TIME_OUT_OF_RANGE(minutes=minutes, times_per_week=times_per_week),)


def _corrected(athlete: Athlete, body_mass_kg: float, met: float) -> tuple[float, Reason] | None:
    sex, age, height = athlete.sex, athlete.age_years, athlete.height_cm
    if sex is None or age is None or height is None or age < ADULT_AGE_YEARS:
        return None
    resting = harris_benedict_1919(sex, age, height, body_mass_kg)
    if resting <= 0.0:
        return None
    own = corrected_met(met, resting, body_mass_kg)
    return own, CORRECTED(corrected_met=own, resting_kcal_per_day=resting)


def _warnings(athlete: Athlete, bout: ActivityBout) -> tuple[Reason, ...]:
    estimated = (ESTIMATED_RATE(name=bout.name),) if bout.is_estimated else ()
    return estimated + not_grown(athlete)


def not_grown(athlete: Athlete) -> tuple[Reason, ...]:
    """A warning where the person is known to be growing."""
    growing = athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS
    return (OF_ADULTS(),) if growing else ()
