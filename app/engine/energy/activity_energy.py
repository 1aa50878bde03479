"""What activities cost a person, gross and net, once and in a week."""

from collections.abc import Sequence
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
from app.engine.energy.compensation import after_compensation
from app.engine.energy.composition import ADULT_AGE_YEARS
from app.engine.energy.interval import normal_estimate
from app.engine.energy.met import (
    MINUTES_PER_DAY,
    MetForm,
    corrected_met,
    gross_kcal,
    net_kcal,
)
from app.engine.energy.resting_by_size import harris_benedict_1919
from app.engine.records import Athlete

MET_RANGE = (1.0, 25.0)
"""From lying still to the fastest running of the Compendium (23)."""
MEASURED_SD = 0.20
ESTIMATED_SD = 0.30
"""Relative standard deviation of one person's cost around the Compendium's, where it rests on
measurements and where it was estimated. Ours: the Compendium gives none, and fitness, skill and
pace differ (`docs/science/activity.md`)."""
DAYS_PER_WEEK = 7.0

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
    "{met:.1f} MET is outside 1 to 25: below nobody lives, above nobody was measured.",
    Basis.EVIDENCE,
    "herrmann_2024",
)
TIME_OUT_OF_RANGE = ReasonKind(
    "activity_time_out_of_range",
    "{minutes:g} min, {times_per_week:g} times a week, is no time of a week.",
    Basis.CONVENTION,
)


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
    form: MetForm
    corrected_met: float | None
    """Multiple of one's own rest; None where sex, age or height is unknown."""


@dataclass(frozen=True, slots=True)
class WeeklyActivityEnergy:
    """Energy of a week of bouts [kcal/week]."""

    minutes: float
    gross: Estimate
    net: Estimate
    reaching_total: Estimate
    """Net, less what the day may save elsewhere."""

    @property
    def net_kcal_per_day(self) -> float:
        return self.net.value / DAYS_PER_WEEK


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
        return refused(broken, "Check the activity and the time.")
    gross = gross_kcal(bout.met, body_mass_kg, bout.minutes, form)
    net = net_kcal(bout.met, body_mass_kg, bout.minutes, form)
    relative_sd = ESTIMATED_SD if bout.is_estimated else MEASURED_SD
    own = _corrected(athlete, body_mass_kg, bout.met)
    value = ActivityEnergy(
        normal_estimate(gross, relative_sd * gross, at_least=0.0),
        normal_estimate(net, relative_sd * gross, at_least=0.0),
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


def weekly_activity_energy(
    athlete: Athlete,
    body_mass_kg: float,
    bouts: Sequence[ActivityBout],
    form: MetForm = MetForm.KCAL_PER_KG_HOUR,
    *,
    compensation_share: float | None = None,
) -> Part[WeeklyActivityEnergy]:
    """A week of bouts, gross, net, and what of it reaches the total of the days.

    The errors of the bouts are added up as they stand: whoever spends more than average on one
    activity does so on the next. Refused where a bout is, or all bouts fill more than the week.
    """
    if not bouts:
        return insufficient((missing.ACTIVITIES,))
    parts = [activity_energy(athlete, body_mass_kg, bout, form) for bout in bouts]
    for part in parts:
        if part.value is None:
            return Part(part.status, None, part.because, part.missing, (), part.instead)
    minutes = sum(bout.minutes * bout.times_per_week for bout in bouts)
    if minutes > DAYS_PER_WEEK * MINUTES_PER_DAY:
        reason = TIME_OUT_OF_RANGE(minutes=minutes, times_per_week=1.0)
        return refused((reason,), "Check the times.")
    times = [bout.times_per_week for bout in bouts]
    costs = [part.value for part in parts if part.value is not None]
    gross = _sum([cost.gross for cost in costs], times)
    net = _sum([cost.net for cost in costs], times)
    reaching = after_compensation(net, compensation_share)
    if reaching.value is None:
        return refused(reaching.because, reaching.instead or "")
    value = WeeklyActivityEnergy(minutes, gross, net, reaching.value)
    because = (*(reason for part in parts for reason in part.because), *reaching.because)
    warnings = {reason.text: reason for part in parts for reason in part.warnings}
    return ok(value, because, warnings=tuple(warnings.values()))


def _impossible(bout: ActivityBout) -> tuple[Reason, ...]:
    low, high = MET_RANGE
    found: tuple[Reason, ...] = ()
    if not low <= bout.met <= high:
        found += (MET_OUT_OF_RANGE(met=bout.met),)
    if not (0.0 < bout.minutes <= MINUTES_PER_DAY and 0.0 < bout.times_per_week < inf):
        found += (TIME_OUT_OF_RANGE(minutes=bout.minutes, times_per_week=bout.times_per_week),)
    return found


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
    found: tuple[Reason, ...] = ()
    if bout.is_estimated:
        found += (ESTIMATED_RATE(name=bout.name),)
    if athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS:
        found += (OF_ADULTS(),)
    return found


def _sum(estimates: Sequence[Estimate], times: Sequence[float]) -> Estimate:
    pairs = list(zip(estimates, times, strict=True))
    return Estimate(
        sum(one.value * count for one, count in pairs),
        sum(one.low * count for one, count in pairs),
        sum(one.high * count for one, count in pairs),
    )
