"""The first session of an exercise that was never logged: a load is found, not guessed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.engine.answer import Basis, Missing, Reason, ReasonKind
from app.engine.equipment.loads import Loads, floor, lightest_kg
from app.engine.overload.predictions import Predictor
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, fixed
from app.engine.progression.setting import Setting
from app.engine.records import ExerciseSession, LoadMode, Measure

FIRST_SETS = 2
FIRST_RESERVE = 4.0
"""Repetitions left undone in a first session: the sets look for a load, they do not train to it."""
RELATED_SHARE = 0.6
"""Of the load that a related exercise allows for these repetitions. Nobody has measured how much
one exercise says of another, so it is far on the safe side. A convention."""

START = ReasonKind(
    "start",
    "This exercise has no sets to go by yet: its first session finds the load.",
    Basis.CONVENTION,
    "first_session_convention",
)
FROM_LIGHTEST = ReasonKind(
    "start_from_lightest",
    "Begin with {load}, the lightest that the equipment makes. While it leaves more than four "
    "repetitions in reserve, rest and go up one step; stop at two to three in reserve, or as soon "
    "as the movement is not clean. Log these sets: the next session starts from them.",
    Basis.CONVENTION,
    "first_session_convention",
)
FROM_RELATED = ReasonKind(
    "start_from_related",
    "{name} allows about {allowed} for {repetitions} repetitions with {reserve:g} in reserve; "
    "{percent:g} % of that is {load}. Exercises differ: go up by steps while more than four "
    "repetitions are left, and down if fewer than two are.",
    Basis.CONVENTION,
    "first_session_convention",
)
FIRST_LOAD = Missing(
    "first_load",
    "Begin with the lightest load that the equipment makes and do the low end of the range. While "
    "it leaves more than four repetitions in reserve, rest and go up one step. Stop at two to "
    "three in reserve, or as soon as the movement is not clean. Log these sets: the next "
    "session starts from them.",
)
FIRST_SETS_LOGGED = Missing(
    "first_sets", "Log the sets of this first session, with what was left in reserve."
)
CANDIDATES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of the heaviest load of a related exercise that are asked about."""


def first_session(
    question: ExerciseQuestion, setting: Setting, told: Any, predict: Predictor
) -> Demand | None:
    """Two easy sets at a load to start from; None where nothing is known that could be loaded."""
    if setting.loads is None or question.measure is not Measure.REPETITIONS:
        return None
    low = getattr(told, "repetitions_low", question.defaults.repetitions_low)
    load_kg, why = _start(question, setting, setting.loads, low, predict)
    one = fixed(Load(load_kg, load_kg), low, reserve=FIRST_RESERVE)
    return Demand(Action.START, (replace(one, tempo=setting.tempo),) * FIRST_SETS, (START(), why))


def _start(
    question: ExerciseQuestion,
    setting: Setting,
    loads: Loads,
    repetitions: int,
    predict: Predictor,
) -> tuple[float, Reason]:
    lightest = max(lightest_kg(loads), 0.0) if setting.load_mode is LoadMode.EXTERNAL else 0.0
    for name, allowed_kg in _allowed(question, repetitions, predict):
        made = floor(loads, RELATED_SHARE * allowed_kg)
        if made is not None and made.load_kg > lightest:
            why = FROM_RELATED(
                name=name,
                allowed=setting.text(allowed_kg),
                repetitions=repetitions,
                reserve=FIRST_RESERVE,
                percent=100 * RELATED_SHARE,
                load=setting.text(made.load_kg),
            )
            return made.load_kg, why
    return lightest, FROM_LIGHTEST(load=setting.text(lightest))


def _allowed(
    question: ExerciseQuestion, repetitions: int, predict: Predictor
) -> Iterator[tuple[str, float]]:
    """The related exercises with the load [kg] that each likely allows for these repetitions."""
    wanted = repetitions + FIRST_RESERVE
    for name, sessions in question.related.items():
        heaviest = max((_heaviest_kg(one, question) for one in sessions), default=0.0)
        if heaviest <= 0.0:
            continue
        asked = [share * heaviest for share in CANDIDATES]
        items = predict(sessions, question.at, asked).items
        fitting = [
            part.value.load_kg
            for part in items
            if part.value is not None and part.value.capacity.low >= wanted
        ]
        if fitting:
            yield name, max(fitting)


def _heaviest_kg(session: ExerciseSession, question: ExerciseQuestion) -> float:
    if session.performed_at >= question.at:
        return 0.0
    return max((one.load_kg or 0.0 for one in session.sets), default=0.0)
