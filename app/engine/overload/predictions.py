"""Repetitions at the prescribed load, from the habit and capacity models of engine/strength."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.answer import Missing
from app.engine.equipment.same_load import same_load
from app.engine.progression.double.state import Parameters
from app.engine.records import ExerciseSession
from app.engine.strength.lifted import with_body
from app.engine.strength.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import Log

Predictor = Callable[[Sequence[ExerciseSession], datetime, Sequence[float]], RepetitionsAnswer]
"""`repetitions_at_loads`, or in tests something simpler."""

STAND_IN_KG = 50.0
"""Stands for a load that is not known but always the same; the models read only its ratios."""

BODY_MASS = Missing(
    "body_mass",
    "Log a weighing: on body-weight exercises with changing loads the repetitions at a load can "
    "be predicted only together with the body's own part.",
)
BODY_SHARE = Missing(
    "body_mass_share",
    "Which share of the body this exercise lifts is not known: at changing loads its repetitions "
    "cannot be predicted. An exercise of the catalogue has one.",
)


@dataclass(frozen=True, slots=True)
class Prediction:
    at_load: RepetitionsAtLoad | None
    missing: tuple[Missing, ...]

    def at_most(self, repetitions: int) -> float | None:
        """Upper bound of P(capacity >= repetitions): beyond what is modelled that of the most."""
        if self.at_load is None:
            return None
        return self.at_load.chance[min(repetitions, len(self.at_load.chance)) - 1]

    def chance(self, repetitions: int) -> float | None:
        """P(capacity >= repetitions); None beyond what is modelled."""
        if self.at_load is None or repetitions > len(self.at_load.chance):
            return None
        return self.at_load.chance[repetitions - 1]


def predicted(
    log: Log,
    at: datetime,
    load_kg: float,
    parameters: Parameters,
    predict: Predictor,
    *,
    body_mass_known: bool = False,
) -> Prediction:
    """The models' answer at a load, everything that moves counted; or what it wants."""
    shift_kg = _shift_kg(log, load_kg, parameters)
    if shift_kg is None:
        return Prediction(None, (BODY_SHARE if body_mass_known else BODY_MASS,))
    answer = predict(with_body(log.sessions, shift_kg), at, (load_kg + shift_kg,))
    part = answer.items[0]
    wanted = {each.code: each for each in (*answer.missing, *part.missing)}
    return Prediction(part.value, tuple(wanted.values()))


def _shift_kg(log: Log, load_kg: float, parameters: Parameters) -> float | None:
    """What to add to each logged load to get what is lifted; None where that cannot be known."""
    if parameters.lifted_kg(load_kg) is not None:
        return parameters.body_kg
    logged = (load_of(one) for session in log.sessions for one in session.sets)
    return STAND_IN_KG - load_kg if all(same_load(each, load_kg) for each in logged) else None
