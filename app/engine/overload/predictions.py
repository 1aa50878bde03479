"""Repetitions at the prescribed loads, from the habit and capacity models of engine/strength."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from app.engine.answer import Missing
from app.engine.equipment.same_load import same_load
from app.engine.progression.demand import DemandedSet, load_kg
from app.engine.progression.setting import Setting
from app.engine.records import ExerciseSession
from app.engine.strength.lifted import STAND_IN_KG, with_body
from app.engine.strength.maximum.estimate import estimated_maximum
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from app.engine.strength.repetitions.today import WORKING_SHARE
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import Log


class Predictor(Protocol):
    """`repetitions_in_session`, or in tests something simpler."""

    def __call__(
        self,
        sessions: Sequence[ExerciseSession],
        at: datetime,
        loads_kg: Sequence[float],
        /,
        *,
        sets_ahead: int | Sequence[int] = 0,
    ) -> RepetitionsAnswer: ...


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
    """Of one set."""

    at_load: RepetitionsAtLoad | None
    missing: tuple[Missing, ...] = ()

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


NOTHING = Prediction(None)


@dataclass(frozen=True, slots=True)
class LoggedStrength:
    """The models' answers at loads as logged, the body's own part counted in."""

    log: Log
    at: datetime
    shift_kg: float
    """What to add to each logged load to get what is lifted."""
    predict: Predictor
    only_kg: float | None = None
    """The one load that can be asked about, where the body's part is not known."""

    @property
    def heaviest_kg(self) -> float:
        return self.log.heaviest_kg

    @property
    def can_say(self) -> bool:
        """Whether any load can be asked about."""
        return self.only_kg is None and self.heaviest_kg + self.shift_kg > 0

    def tells(self, load_kg: float) -> bool:
        """Whether this load can be asked about."""
        only_kg = self.only_kg
        return load_kg + self.shift_kg > 0 and (only_kg is None or same_load(load_kg, only_kg))

    def answer(
        self, loads_kg: Sequence[float], sets_ahead: int | Sequence[int] = 0
    ) -> RepetitionsAnswer:
        """At each load, after so many sets of the session to come."""
        sessions = with_body(self.log.sessions, self.shift_kg)
        lifted_kg = [each + self.shift_kg for each in loads_kg]
        return self.predict(sessions, self.at, lifted_kg, sets_ahead=sets_ahead)

    def at_loads(self, loads_kg: Sequence[float]) -> list[RepetitionsAtLoad]:
        """Each with its load as logged; none at all where one of them cannot be told."""
        found = [part.value for part in self.answer(loads_kg).items]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            return []
        return [replace(one, load_kg=each) for one, each in zip(known, loads_kg, strict=True)]

    def maximum_kg(self) -> float | None:
        """The load that likely goes once [kg]; None where the log says too little of it."""
        part = estimated_maximum(
            self.log.sessions, self.at, body_kg=self.shift_kg, predict=self.predict
        )
        return None if part.value is None else part.value.maximum_kg.value


def strength_of(
    log: Log, at: datetime, setting: Setting, predict: Predictor
) -> LoggedStrength | None:
    """None where the body's part is not known, loads change and nothing can be said of them."""
    if setting.body_kg is not None:
        return LoggedStrength(log, at, setting.body_kg, predict)
    logged = [load_of(one) for session in log.sessions for one in session.sets]
    if logged and all(same_load(each, logged[0]) for each in logged):
        return LoggedStrength(log, at, STAND_IN_KG - logged[0], predict, logged[0])
    return None


def predictions(
    strength: LoggedStrength | None,
    sets: Sequence[DemandedSet],
    *,
    body_mass_known: bool,
) -> tuple[Prediction, ...]:
    """One for each set, after the sets before it; or what the models want."""
    lacking = strength is None or strength.only_kg is not None
    wanted = (BODY_SHARE if body_mass_known else BODY_MASS,) if lacking else ()
    counted = [n for n, one in enumerate(sets) if one.repetitions_target is not None]
    found = {} if strength is None else _of_sets(strength, list(map(load_kg, sets)), counted)
    untold = Prediction(None, wanted)
    return tuple(found.get(n, untold) if n in counted else NOTHING for n, _ in enumerate(sets))


def _of_sets(
    strength: LoggedStrength, loads_kg: Sequence[float], counted: Sequence[int]
) -> dict[int, Prediction]:
    """By place, of the sets at loads that can be asked about."""
    told = [n for n in counted if strength.tells(loads_kg[n])]
    if not told:
        return {}
    lifted_kg = [each + strength.shift_kg for each in loads_kg]
    answer = strength.answer(
        [loads_kg[n] for n in told], [sets_that_tire(lifted_kg[:n], lifted_kg[n]) for n in told]
    )
    return {
        n: Prediction(part.value, _wanted(answer, part.missing))
        for n, part in zip(told, answer.items, strict=True)
    }


def sets_that_tire(before_kg: Sequence[float], lifted_kg: float) -> int:
    """How many of the sets before are heavy enough beside this one to be no warm-up."""
    return sum(each >= WORKING_SHARE * lifted_kg for each in before_kg)


def _wanted(answer: RepetitionsAnswer, missing: tuple[Missing, ...]) -> tuple[Missing, ...]:
    return tuple({each.code: each for each in (*answer.missing, *missing)}.values())
