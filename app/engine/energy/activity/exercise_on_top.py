"""Whether exercise may be added to a total, which is where it is most often counted twice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.engine.answer import Basis, Estimate, Part, Reason, ReasonKind, ok, refused
from app.engine.energy.activity.compensation import after_compensation


class TotalKind(StrEnum):
    """Where a total of the day comes from."""

    OWN_LOG = "own_log"
    """Expenditure read from one's own weights and intake."""
    ACTIVITY_LEVEL = "activity_level"
    """Resting energy times a physical activity level of a life style, or of a questionnaire."""
    MULTIPLIER = "multiplier"
    """Resting energy times one of the multipliers of every app: they ask for exercise."""
    REQUIREMENT = "requirement"
    """An equation of total expenditure by category of activity."""
    WITHOUT_EXERCISE = "without_exercise"
    """A total chosen for the day as it is without the exercise."""
    RESTING = "resting"
    """Resting energy: no total at all."""


HOLDS_IT = ReasonKind(
    "exercise_counted_already",
    "{total} holds your exercise already; to add it would count it twice.",
    Basis.CONVENTION,
    "exercise_counted_once",
)
BEYOND_HABIT = ReasonKind(
    "exercise_beyond_habit",
    "{total} holds your usual exercise. This is more than usual, so its net energy "
    "({net_kcal_per_day:.0f} kcal a day) is added: what is above rest, not the gross.",
    Basis.CONVENTION,
    "exercise_counted_once",
)
NETTED = ReasonKind(
    "exercise_netted",
    "The total was chosen without exercise and holds the rest of that time, so the net energy "
    "({net_kcal_per_day:.0f} kcal a day) is added, not the gross.",
    Basis.CONVENTION,
    "exercise_counted_once",
)
NO_TOTAL = ReasonKind(
    "exercise_on_resting",
    "Resting energy is no total: food, posture and the moves of the day are missing from it.",
    Basis.CONVENTION,
    "exercise_counted_once",
)

KEEP = "Keep the total as it is; if this exercise is more than usual, say so."
CHOOSE_LEVEL = "Multiply the resting energy by the level of a day without exercise first."

_NAMES: Mapping[TotalKind, str] = MappingProxyType(
    {
        TotalKind.OWN_LOG: "Expenditure from your own log",
        TotalKind.ACTIVITY_LEVEL: "A total by physical activity level",
        TotalKind.MULTIPLIER: "A total by activity multiplier",
        TotalKind.REQUIREMENT: "The estimated requirement",
    }
)


@dataclass(frozen=True, slots=True)
class _Sum:
    kind: TotalKind
    net_kcal_per_day: float
    beyond_habit: bool


def _held(asked: _Sum) -> Reason | Part[Estimate]:
    name = _NAMES[asked.kind]
    if asked.beyond_habit:
        return BEYOND_HABIT(total=name, net_kcal_per_day=asked.net_kcal_per_day)
    return refused((HOLDS_IT(total=name),), KEEP)


def _without(asked: _Sum) -> Reason | Part[Estimate]:
    return NETTED(net_kcal_per_day=asked.net_kcal_per_day)


def _resting(_: _Sum) -> Reason | Part[Estimate]:
    return refused((NO_TOTAL(),), CHOOSE_LEVEL)


RULES: Mapping[TotalKind, Callable[[_Sum], Reason | Part[Estimate]]] = MappingProxyType(
    {
        TotalKind.OWN_LOG: _held,
        TotalKind.ACTIVITY_LEVEL: _held,
        TotalKind.MULTIPLIER: _held,
        TotalKind.REQUIREMENT: _held,
        TotalKind.WITHOUT_EXERCISE: _without,
        TotalKind.RESTING: _resting,
    }
)


def exercise_on_top(
    total_kind: TotalKind,
    total: Estimate,
    net_exercise: Estimate,
    *,
    beyond_habit: bool = False,
    compensation_share: float | None = None,
) -> Part[Estimate]:
    """A day's total with exercise [kcal/d], or why it is not to be added.

    `net_exercise` is above rest, for each day (a week's through seven). `beyond_habit`: it is more
    than what was done while the total was lived or its level chosen. Refused where the total holds
    the exercise already, and for resting energy.
    """
    judged = RULES[total_kind](_Sum(total_kind, net_exercise.value, beyond_habit))
    if isinstance(judged, Part):
        return judged
    added = after_compensation(net_exercise, compensation_share)
    if added.value is None:
        return added
    value = total.value + added.value.value
    below = _hypotenuse(total.value - total.low, added.value.value - added.value.low)
    above = _hypotenuse(total.high - total.value, added.value.high - added.value.value)
    return ok(Estimate(value, value - below, value + above), (judged, *added.because))


def _hypotenuse(one: float, other: float) -> float:
    return float((one**2 + other**2) ** 0.5)
