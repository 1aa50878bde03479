"""Sessions ahead under stated assumptions: what a scheme would ask for, and what would come of it.

A simulation is no prediction: it says what follows if strength grows as assumed and the person
trains as assumed. Every number of it is one of those assumptions or follows from them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from app.engine.answer import (
    Z_80_PERCENT,
    Basis,
    Estimate,
    Missing,
    Part,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.load.mesocycle import DeloadDays
from app.engine.overload.assumptions import Assumptions, assumed, grown_kg, instants
from app.engine.overload.predictions import Predictor, strength_of
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.simulated_life import LivedSession, simulated_life
from app.engine.overload.targets import log_of, setting_for
from app.engine.progression.action import Action
from app.engine.progression.demand import load_kg
from app.engine.records import Measure
from app.engine.strength.repetitions.fatigue import repetitions_in_session

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


def simulate(
    question: ExerciseQuestion,
    assumptions: Assumptions,
    predict: Predictor = repetitions_in_session,
) -> Part[Simulation]:
    """The weeks to come under `question`'s scheme; the same for the same seed."""
    question = replace(question, deload_days=_before(question))
    log = log_of(question)
    setting = setting_for(question, log)
    strength = strength_of(log, question.at, setting, predict) if log.judged else None
    if question.measure is not Measure.REPETITIONS or strength is None or not strength.can_say:
        return insufficient((NO_STRENGTH,))
    maximum_kg = strength.maximum_kg()
    if maximum_kg is None:
        return insufficient((NO_STRENGTH,))
    lives = [
        simulated_life(
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
        (STARTS_FROM(maximum=setting.text(maximum_kg)), *assumed(assumptions)),
    )


def _before(question: ExerciseQuestion) -> DeloadDays | None:
    """The days of the deload that are over: the weeks ahead are lived without a mesocycle."""
    planned, on = question.deload_days, question.at.date()
    if planned is None or planned.first_on >= on:
        return None
    return DeloadDays(planned.first_on, min(planned.last_on, on - timedelta(days=1)))


def _summary(
    question: ExerciseQuestion,
    lives: list[list[LivedSession | None]],
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
    spread = Z_80_PERCENT * assumptions.form_percent / 100.0
    return Simulation(
        tuple(sessions),
        Estimate(*(end_kg * share - shift_kg for share in (1.0, 1.0 - spread, 1.0 + spread))),
        sessions[-1].load_kg,
    )


def _simulated(number: int, at: datetime, lived: list[LivedSession]) -> SimulatedSession:
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
