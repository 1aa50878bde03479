"""What a week of bouts costs, by whichever way each is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.engine.answer import Estimate, Part, insufficient, ok, passed_on, refused
from app.engine.energy import missing
from app.engine.energy.activity.bout import (
    TIME_OUT_OF_RANGE,
    ActivityBout,
    ActivityEnergy,
    activity_energy,
)
from app.engine.energy.activity.compensation import after_compensation
from app.engine.energy.activity.met import MINUTES_PER_DAY, MetForm
from app.engine.energy.activity.steady_bouts import (
    HeartRateBout,
    SteadyBout,
    heart_rate_bout,
    steady_bout,
)
from app.engine.energy.body.quantities import BODY_MASS
from app.engine.records import Athlete
from app.engine.units import DAYS_PER_WEEK

Bout = ActivityBout | HeartRateBout | SteadyBout


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

    @property
    def net_of_a_day(self) -> Estimate:
        """The mean over the seven days [kcal/d]."""
        low, value, high = (
            end / DAYS_PER_WEEK for end in (self.net.low, self.net.value, self.net.high)
        )
        return Estimate(value, low, high)


_WAYS: Mapping[type, Callable[[Athlete, float, Any, MetForm], Part[ActivityEnergy]]] = (
    MappingProxyType(
        {
            ActivityBout: activity_energy,
            HeartRateBout: lambda athlete, mass, bout, _: heart_rate_bout(athlete, mass, bout),
            SteadyBout: lambda athlete, mass, bout, _: steady_bout(athlete, mass, bout),
        }
    )
)


def bout_energy(
    athlete: Athlete,
    body_mass_kg: float | None,
    bout: Bout,
    form: MetForm = MetForm.KCAL_PER_KG_HOUR,
) -> Part[ActivityEnergy]:
    """The cost of one bout, whatever its times a week.

    `form` is that of rates from the table; heart rate and oxygen have units of their own.
    """
    if body_mass_kg is None:
        return insufficient((BODY_MASS,))
    return _WAYS[type(bout)](athlete, body_mass_kg, bout, form)


def weekly_activity_energy(
    athlete: Athlete,
    body_mass_kg: float | None,
    bouts: Sequence[Bout],
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
    parts = [bout_energy(athlete, body_mass_kg, bout, form) for bout in bouts]
    for part in parts:
        if part.value is None:
            return passed_on(part)
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


def _sum(estimates: Sequence[Estimate], times: Sequence[float]) -> Estimate:
    pairs = list(zip(estimates, times, strict=True))
    return Estimate(
        sum(one.value * count for one, count in pairs),
        sum(one.low * count for one, count in pairs),
        sum(one.high * count for one, count in pairs),
    )
