"""One way in which the weeks could go: a scheme asks, a lifter does what is possible."""

from dataclasses import dataclass, replace

import numpy as np

from app.engine.overload.assumptions import Assumptions, grown_kg, instants
from app.engine.overload.predictions import LoggedStrength, strength_of
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.reentry import after_pause
from app.engine.overload.targets import log_of, setting_for, told_for
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, load_kg
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from app.engine.training_log.judged import Log

MOST_REPETITIONS = 100
MOST_RESERVE = 10
"""As many as anybody can tell."""
FADE = 0.93
"""Share of the repetitions that were possible in one set that is left for the next, taken near its
limit. A convention of the simulation."""


@dataclass(frozen=True, slots=True)
class LivedSet:
    met: bool
    """Everything asked for was possible."""
    repetitions: int
    left: float
    """In reserve."""


@dataclass(frozen=True, slots=True)
class LivedSession:
    demand: Demand
    done: tuple[int, ...]
    met: bool


def simulated_life(
    question: ExerciseQuestion,
    strength: LoggedStrength,
    maximum_kg: float,
    assumptions: Assumptions,
    random: np.random.Generator,
) -> list[LivedSession | None]:
    """One way in which the weeks could go; None where a session was left out."""
    sessions: list[LivedSession | None] = []
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
        sessions.append(LivedSession(demand, tuple(one.repetitions for one in done), met))
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
    strength = strength_of(log, question.at, setting, repetitions_in_session)
    demand = question.rule.rule(log.judged, told, replace(setting, strength=strength))
    if demand is None or not log.judged:
        return demand
    plain = question.scheme == DOUBLE_PROGRESSION
    return after_pause(
        demand,
        replace(log.judged[-1], performed_at=log.trained[-1].performed_at),
        setting,
        sets_asked=told.sets if plain else len(demand.sets),
        repetitions_high=told.repetitions_high if plain else None,
    )


def _done(sets: tuple[DemandedSet, ...], maximum_kg: float, shift_kg: float) -> list[LivedSet]:
    """Every set as it went: the target, or what was possible."""
    done, fade = list[LivedSet](), 1.0
    for one in sets:
        lifted_kg = load_kg(one) + shift_kg
        possible = EPLEY_REPETITIONS * (maximum_kg / lifted_kg - 1.0) if lifted_kg > 0 else 100.0
        most = max(0, int(possible * fade))
        asked = one.repetitions_target or 0
        reserve = int(one.repetitions_in_reserve or 0)
        repetitions = max(asked, most - reserve) if one.open_ended else asked
        repetitions = min(repetitions, most, MOST_REPETITIONS)
        done.append(
            LivedSet(most >= asked, repetitions, float(min(most - repetitions, MOST_RESERVE)))
        )
        fade *= FADE
    return done
