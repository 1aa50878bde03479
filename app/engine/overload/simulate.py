"""Sessions ahead under stated assumptions: what a scheme would ask for, and what would come of it.

A simulation is no prediction: it says what follows if strength grows as assumed and the person
trains as assumed. Every number of it is one of those assumptions or follows from them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import isfinite

import numpy as np

from app.engine.answer import Basis, Estimate, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.overload.predictions import LoggedStrength, Predictor, strength_of
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.reentry import after_pause
from app.engine.overload.targets import log_of, setting_for, told_for
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, load_kg
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import ExerciseSession, Measure, PerformedSet
from app.engine.strength.repetitions import repetitions_at_loads
from app.engine.strength.repmax import EPLEY_REPETITIONS
from app.engine.training_log.judged import Log

MOST_SESSIONS = 60
Z_90 = 1.2816
"""Standard normal quantile of 0.9."""
MOST_LIVES = 25
MOST_REPETITIONS = 100
MOST_RESERVE = 10
"""As many as anybody can tell."""
FADE = 0.93
"""Share of the repetitions that were possible in one set that is left for the next, taken near its
limit. A convention of the simulation."""

ASSUMED = ReasonKind(
    "simulation_assumed",
    "Assumed: {sessions} sessions {days:g} days apart, {adherence:.0%} of them done, strength "
    "growing by {gain:g} % a week, a day's form varying by {form:g} %.",
    Basis.CONVENTION,
    "simulation_convention",
)
ASSUMED_LAYOFF = ReasonKind(
    "simulation_layoff",
    "Assumed: a pause of {layoff_days:g} days after session {after}.",
    Basis.CONVENTION,
    "simulation_convention",
)
STARTS_FROM = ReasonKind(
    "simulation_starts_from",
    "The log shows a one-repetition maximum of about {maximum}; repetitions at lighter loads by "
    "Epley's curve.",
    Basis.CONVENTION,
    "epley_1985",
)
NO_STRENGTH = Missing(
    "strength", "Log a session of this exercise with loads: the simulation starts from it."
)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed of the weeks to come. Every one of them is stated in the answer."""

    sessions: int = 24
    days_between: float = 3.5
    adherence: float = 1.0
    """Share of the planned sessions that are done."""
    gain_percent_per_week: float = 0.5
    form_percent: float = 3.0
    """Standard deviation of strength from day to day."""
    layoff_after: int | None = None
    """Session after which a pause follows."""
    layoff_days: float = 0.0
    lives: int = 20
    """How often the weeks are lived through."""
    seed: int = 1

    def __post_init__(self) -> None:
        for name, low, high in BOUNDS:
            value = getattr(self, name)
            if not (isfinite(value) and low <= value <= high):
                raise ValueError(f"{name} must lie from {low:g} to {high:g}")


BOUNDS = (
    ("sessions", 1, MOST_SESSIONS),
    ("days_between", 1, 28),
    ("adherence", 0.1, 1),
    ("gain_percent_per_week", -5, 5),
    ("form_percent", 0, 10),
    ("layoff_days", 0, 365),
    ("lives", 1, MOST_LIVES),
    ("seed", 0, 2**32 - 1),
)


@dataclass(frozen=True, slots=True)
class SimulatedSession:
    """One session to come, over all lives."""

    number: int
    at: datetime
    action: Action
    """The most frequent one."""
    load_kg: Estimate
    repetitions: Estimate
    """Of all sets of the session."""
    done_share: float
    """Share of lives in which everything asked for was done."""


@dataclass(frozen=True, slots=True)
class Simulation:
    sessions: tuple[SimulatedSession, ...]
    maximum_kg: Estimate
    """The one-repetition maximum at the end, as assumed."""
    top_load_kg: Estimate
    """The heaviest load prescribed in the last session."""


@dataclass(frozen=True, slots=True)
class _Set:
    met: bool
    """Everything asked for was possible."""
    repetitions: int
    left: float
    """In reserve."""


@dataclass(frozen=True, slots=True)
class _Session:
    demand: Demand
    done: tuple[int, ...]
    met: bool


def simulate(
    question: ExerciseQuestion,
    assumptions: Assumptions,
    predict: Predictor = repetitions_at_loads,
) -> Part[Simulation]:
    """The weeks to come under `question`'s scheme; the same for the same seed."""
    log = log_of(question)
    setting = setting_for(question, log)
    strength = strength_of(log, question.at, setting, predict) if log.judged else None
    if question.measure is not Measure.REPETITIONS or strength is None or not strength.can_say:
        return insufficient((NO_STRENGTH,))
    maximum_kg = strength.maximum_kg()
    if maximum_kg is None:
        return insufficient((NO_STRENGTH,))
    lives = [
        _life(
            question,
            strength,
            maximum_kg,
            assumptions,
            np.random.default_rng((assumptions.seed, n)),
        )
        for n in range(assumptions.lives)
    ]
    if not all(lives):
        return insufficient((question.rule.lacking,))
    return ok(
        _summary(question, lives, maximum_kg + strength.shift_kg, strength.shift_kg, assumptions),
        _because(setting.text(maximum_kg), assumptions),
    )


def instants(start: datetime, assumptions: Assumptions) -> list[datetime]:
    """When the sessions are."""
    days, at = [], start
    for number in range(1, assumptions.sessions + 1):
        days.append(at)
        pause = assumptions.layoff_days if number == assumptions.layoff_after else 0.0
        at += timedelta(days=assumptions.days_between + pause)
    return days


def _life(
    question: ExerciseQuestion,
    strength: LoggedStrength,
    maximum_kg: float,
    assumptions: Assumptions,
    random: np.random.Generator,
) -> list[_Session | None]:
    """One way in which the weeks could go; None where a session was left out."""
    sessions: list[_Session | None] = []
    lived, tells = question, _tells_reserve(strength.log)
    for number, at in enumerate(instants(question.at, assumptions)):
        lived = replace(lived, at=at)
        comes = random.random() < assumptions.adherence
        form = 1.0 + assumptions.form_percent / 100.0 * random.standard_normal()
        if number and not comes:
            sessions.append(None)
            continue
        demand = _demand(lived, log_of(lived))
        if demand is None:
            return []
        lifted_kg = grown_kg(maximum_kg + strength.shift_kg, at - question.at, assumptions) * form
        done = _done(demand.sets, lifted_kg, strength.shift_kg)
        met = all(one.met for one in done)
        sessions.append(_Session(demand, tuple(one.repetitions for one in done), met))
        sets = tuple(
            PerformedSet(
                f"simulated-{number}-{place}",
                load_kg(asked),
                one.repetitions,
                one.left if tells else None,
                tempo=asked.tempo,
            )
            for place, (asked, one) in enumerate(zip(demand.sets, done, strict=True))
            if one.repetitions > 0
        )
        lived = replace(
            _begun(lived, demand), sessions=(*lived.sessions, ExerciseSession(at, sets))
        )
    return sessions


def _tells_reserve(log: Log) -> bool:
    """Whether this lifter logs what was left in reserve: then the simulated one does too."""
    return any(one.repetitions_in_reserve is not None for one in log.judged[-1].sets)


def _begun(question: ExerciseQuestion, demand: Demand) -> ExerciseQuestion:
    """A scheme that starts with a session goes on from it: it began then."""
    if demand.action is not Action.START or question.targets.since is not None:
        return question
    return replace(question, targets=replace(question.targets, since=question.at))


def _demand(question: ExerciseQuestion, log: Log) -> Demand | None:
    """As the prescription would have it, without predictions."""
    setting = setting_for(question, log)
    told = told_for(question, log, setting)
    strength = strength_of(log, question.at, setting, repetitions_at_loads)
    demand = question.rule.rule(log.judged, told, replace(setting, strength=strength))
    if demand is None or not log.judged:
        return demand
    plain = question.scheme == DOUBLE_PROGRESSION
    return after_pause(
        demand,
        log.judged[-1],
        setting,
        sets_asked=told.sets if plain else len(demand.sets),
        repetitions_high=told.repetitions_high if plain else None,
    )


def grown_kg(lifted_kg: float, after: timedelta, assumptions: Assumptions) -> float:
    """The maximum after some time, as assumed [kg]."""
    weeks = after / timedelta(weeks=1)
    return float(lifted_kg * (1.0 + assumptions.gain_percent_per_week / 100.0) ** weeks)


def _done(sets: tuple[DemandedSet, ...], maximum_kg: float, shift_kg: float) -> list[_Set]:
    """Every set as it went: the target, or what was possible."""
    done, fade = list[_Set](), 1.0
    for one in sets:
        lifted_kg = load_kg(one) + shift_kg
        possible = EPLEY_REPETITIONS * (maximum_kg / lifted_kg - 1.0) if lifted_kg > 0 else 100.0
        most = max(0, int(possible * fade))
        asked = one.repetitions_target or 0
        reserve = int(one.repetitions_in_reserve or 0)
        repetitions = max(asked, most - reserve) if one.open_ended else asked
        repetitions = min(repetitions, most, MOST_REPETITIONS)
        done.append(_Set(most >= asked, repetitions, float(min(most - repetitions, MOST_RESERVE))))
        fade *= FADE
    return done


def _summary(
    question: ExerciseQuestion,
    lives: list[list[_Session | None]],
    lifted_kg: float,
    shift_kg: float,
    assumptions: Assumptions,
) -> Simulation:
    days = instants(question.at, assumptions)
    sessions = []
    for number, at in enumerate(days):
        lived = [life[number] for life in lives]
        there = [one for one in lived if one is not None]
        if there:
            sessions.append(_simulated(number + 1, at, there))
    end_kg = grown_kg(lifted_kg, days[-1] - days[0], assumptions)
    spread = Z_90 * assumptions.form_percent / 100.0
    return Simulation(
        tuple(sessions),
        Estimate(*(end_kg * share - shift_kg for share in (1.0, 1.0 - spread, 1.0 + spread))),
        sessions[-1].load_kg,
    )


def _simulated(number: int, at: datetime, lived: list[_Session]) -> SimulatedSession:
    actions = [one.demand.action for one in lived]
    return SimulatedSession(
        number,
        at,
        max(sorted(set(actions)), key=actions.count),
        _spread([load_kg(one.demand.top) for one in lived]),
        _spread([float(sum(one.done)) for one in lived]),
        sum(one.met for one in lived) / len(lived),
    )


def _spread(values: list[float]) -> Estimate:
    low, middle, high = np.quantile(values, [0.1, 0.5, 0.9]).tolist()
    return Estimate(middle, low, high)


def _because(maximum: str, assumptions: Assumptions) -> tuple[Reason, ...]:
    assumed = ASSUMED(
        sessions=assumptions.sessions,
        days=assumptions.days_between,
        adherence=assumptions.adherence,
        gain=assumptions.gain_percent_per_week,
        form=assumptions.form_percent,
    )
    layoff: tuple[Reason, ...] = ()
    if assumptions.layoff_after is not None and assumptions.layoff_days > 0:
        layoff = (
            ASSUMED_LAYOFF(layoff_days=assumptions.layoff_days, after=assumptions.layoff_after),
        )
    return (STARTS_FROM(maximum=maximum), assumed, *layoff)
