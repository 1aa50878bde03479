"""Undulating days: heavy, moderate and light sessions in turn, each progressing by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, ranged
from app.engine.progression.double.rule import double_progression
from app.engine.progression.double.state import DoubleProgressionParameters
from app.engine.progression.fold import counted, repetitions_at, start_kg, working_load_kg
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.per_set import Range
from app.engine.progression.setting import Setting
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS
from app.engine.training_log.judged import JudgedSession

SOURCE = "undulating_convention"
RESERVE = 2.0
"""Repetitions left, where the load of a day is told from that of another."""

NEXT_DAY = ReasonKind(
    "undulating_day",
    "Day {day} of {days}, {low} to {high} repetitions, follows day {last} of the last session.",
    Basis.CONVENTION,
    SOURCE,
)
FIRST_OF_DAY = ReasonKind(
    "undulating_first_of_day",
    "Nothing was logged in this range yet: by Epley {shown} for {repetitions} allow {load} for "
    "{low} with {reserve:g} in reserve.",
    Basis.CONVENTION,
    "epley_1985",
)


@dataclass(frozen=True, slots=True)
class UndulatingParameters:
    """A heavy, a moderate and a light day."""

    days: tuple[Range, ...] = parameter(
        ((3, 5), (8, 12), (12, 15)),
        "The repetition range of each day, in turn.",
        low=1,
        high=50,
        source=SOURCE,
        least_items=2,
    )
    sets: int = parameter(3, "Sets of every day.", low=1, high=10, source=SOURCE)

    def __post_init__(self) -> None:
        check_bounds(self)
        if any(low > high for low, high in self.days):
            raise ValueError("days must each begin with the lower number")


def undulating(
    sessions: Sequence[JudgedSession], parameters: UndulatingParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known.

    A session belongs to the day whose range is nearest to what was done, so a day that was left
    out or done twice does not put the others out of step.
    """
    judged = counted(sessions, setting) or sessions[-1:]
    if not judged:
        return _opening(parameters, setting)
    days = _days_of(judged, parameters)
    day = (days[-1] + 1) % len(parameters.days)
    low, high = parameters.days[day]
    told = DoubleProgressionParameters(low, high, sets=parameters.sets)
    of_day = [one for one, its_day in zip(judged, days, strict=True) if its_day == day]
    if of_day:
        demand = double_progression(of_day, told, setting)
    else:
        demand = _first_of_day(judged[-1], told, setting)
    if demand is None:
        return None
    why = NEXT_DAY(day=day + 1, days=len(parameters.days), low=low, high=high, last=days[-1] + 1)
    return replace(
        demand,
        because=(why, *demand.because),
        stage=f"day {day + 1} of {len(parameters.days)}",
    )


def _opening(parameters: UndulatingParameters, setting: Setting) -> Demand | None:
    first_kg = start_kg((), setting)
    if first_kg is None:
        return None
    low, high = parameters.days[0]
    told = DoubleProgressionParameters(low, high, sets=parameters.sets)
    demand = double_progression((), told, setting)
    return demand and replace(demand, stage=f"day 1 of {len(parameters.days)}")


def _days_of(sessions: Sequence[JudgedSession], parameters: UndulatingParameters) -> list[int]:
    """The day that each session was: of those that fit alike the one that was due."""
    days: list[int] = []
    for session in sessions:
        done = max(repetitions_at(session, working_load_kg(session)))
        outside = [max(low - done, done - high, 0) for low, high in parameters.days]
        due = (days[-1] + 1) % len(outside) if days else 0
        fits = [day for day, apart in enumerate(outside) if apart == min(outside)]
        days.append(due if due in fits else fits[0])
    return days


def _first_of_day(
    last: JudgedSession, told: DoubleProgressionParameters, setting: Setting
) -> Demand | None:
    """What the last session's best set allows for the bottom of this day's range."""
    working_kg = working_load_kg(last)
    best = max(repetitions_at(last, working_kg))
    lifted_kg = setting.lifted_kg(working_kg)
    if lifted_kg is None:
        return None
    low, high = told.repetitions_low, told.repetitions_high
    wanted = low + RESERVE
    share = (1 + best / EPLEY_REPETITIONS) / (1 + wanted / EPLEY_REPETITIONS)
    load = setting.load(working_kg + lifted_kg * (share - 1.0))
    why = FIRST_OF_DAY(
        shown=setting.text(working_kg),
        repetitions=best,
        load=setting.text(load.load_kg),
        low=low,
        reserve=RESERVE,
    )
    one = replace(ranged(load, low, high, low), tempo=setting.tempo)
    return Demand(Action.START, (one,) * (told.sets or 1), (why,))
