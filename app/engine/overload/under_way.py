"""A session under way: its plan, what was done, and what today's sets leave possible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.engine.equipment.chance import ChosenLoad, nearest_to_chance
from app.engine.equipment.same_load import same_load
from app.engine.overload.prescribe import Asked, loading_for
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.set_question import DoneSets
from app.engine.records import ExerciseSession
from app.engine.strength.lifted import with_body
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad

LIGHTEST = 0.6
"""No less than this share of the planned load is looked at."""

SessionPredictor = Callable[..., RepetitionsAnswer]
"""`repetitions_in_session`."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    asked: Asked
    plan: Prescription
    done: DoneSets
    predict: SessionPredictor

    @property
    def number(self) -> int:
        """Of the next planned set, from 1."""
        return len(self.done.working) + 1

    @property
    def due(self) -> PrescribedSet:
        """The planned set; beyond the plan every further one is like the last."""
        return self.plan.sets[min(self.number, len(self.plan.sets)) - 1]

    def text(self, load_kg: float | None) -> str:
        return self.asked.setting.text(load_kg or 0.0)

    def due_at(self, load_kg: float) -> PrescribedSet:
        """The planned set at a load, predicted in the state that today's sets left."""
        due, found = self.due, self.at_loads((load_kg,))
        at_load = found[0] if found else None
        moved = not same_load(load_kg, due.load_kg or 0.0)
        return replace(
            due,
            load_kg=load_kg,
            unrounded_load_kg=load_kg if moved else due.unrounded_load_kg,
            rounding_kg=0.0 if moved else due.rounding_kg,
            loading=loading_for(self.asked.question, load_kg),
            prediction=at_load.repetitions if at_load else None,
            capacity=at_load.capacity if at_load else None,
            chance=self._chance_of_target(at_load),
        )

    def chance(self, load_kg: float, repetitions: int) -> float | None:
        """P(so many are possible now); None where it cannot be told."""
        found = self.at_loads((load_kg,))
        return chance_of(found[0], repetitions) if found else None

    def lighter(self, repetitions: int, wanted: float) -> ChosenLoad | None:
        """The load below the planned one at which the chance comes nearest to `wanted`."""
        strength, loads, due_kg = self.asked.strength, self.asked.setting.loads, self.due.load_kg
        if strength is None or loads is None or due_kg is None or not strength.can_say:
            return None
        low_kg = LIGHTEST * (due_kg + strength.shift_kg) - strength.shift_kg

        def chances(loads_kg: tuple[float, ...]) -> list[float]:
            return [chance_of(one, repetitions) for one in self.at_loads(loads_kg)]

        chosen = nearest_to_chance(loads, chances, wanted, low_kg, due_kg)
        return chosen if isinstance(chosen, ChosenLoad) and chosen.load_kg < due_kg else None

    def at_loads(self, loads_kg: Sequence[float]) -> list[RepetitionsAtLoad]:
        """At each load after today's sets; empty where it cannot be told."""
        strength, at = self.asked.strength, self.asked.question.at
        if strength is None or not all(map(strength.tells, loads_kg)):
            return []
        shift_kg = strength.shift_kg
        (today,) = with_body((ExerciseSession(at, self.done.working),), shift_kg)
        answer = self.predict(
            with_body(self.asked.log.sessions, shift_kg),
            at,
            [each + shift_kg for each in loads_kg],
            done_today=today.sets,
        )
        return [one.value for one in answer.items if one.value is not None]

    def _chance_of_target(self, at_load: RepetitionsAtLoad | None) -> float | None:
        target = self.due.repetitions_target
        if at_load is None or target is None or target > len(at_load.chance):
            return None
        return at_load.chance[target - 1]


def chance_of(one: RepetitionsAtLoad, repetitions: int) -> float:
    """P(capacity >= repetitions); beyond what is modelled that of the most."""
    return one.chance[min(repetitions, len(one.chance)) - 1]
