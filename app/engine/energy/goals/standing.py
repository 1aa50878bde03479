"""Where an athlete stands when a goal is asked for."""

from dataclasses import dataclass
from datetime import date

from app.engine.answer import Part
from app.engine.energy.advice import EnergyAnswer
from app.engine.energy.body.believed import believed
from app.engine.energy.body.composition import Composition, composition
from app.engine.energy.outlook.outset import Outset, eaten_lately, outset
from app.engine.energy.target.plan import Aim, Plan
from app.engine.energy.target.target import EnergyTarget, energy_target, plan_of
from app.engine.records import Athlete


@dataclass(frozen=True, slots=True)
class Standing:
    """An athlete on a day, with the answer of that day."""

    athlete: Athlete
    answer: EnergyAnswer
    on: date

    @property
    def body_mass_kg(self) -> float | None:
        mass = self.answer.body_mass.value
        return None if mass is None else mass.value

    @property
    def person(self) -> Athlete:
        """Without an age or a height that cannot be."""
        return believed(self.athlete, self.body_mass_kg)

    @property
    def body(self) -> Composition | None:
        mass_kg = self.body_mass_kg
        return None if mass_kg is None else composition(self.person, mass_kg)

    @property
    def start(self) -> Part[Outset]:
        """What a forecast starts from."""
        answer = self.answer
        eaten = eaten_lately(answer.expenditure, answer.balance)
        return outset(self.athlete, answer.body_mass, answer.expenditure, eaten_kcal_per_day=eaten)

    def target(self, rate_percent_per_week: float, aim: Aim) -> Part[EnergyTarget]:
        answer = self.answer
        return energy_target(
            self.person,
            rate_percent_per_week,
            answer.body_mass,
            answer.resting,
            answer.expenditure,
            answer.kcal_per_kg or 0.0,
            aim,
        )

    def plan(self, rate_percent_per_week: float, aim: Aim) -> Plan:
        answer = self.answer
        return plan_of(
            self.person,
            rate_percent_per_week,
            answer.body_mass,
            answer.resting,
            answer.expenditure,
            answer.kcal_per_kg or 0.0,
            aim,
        )
