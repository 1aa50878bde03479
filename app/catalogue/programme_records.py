"""What a built-in programme is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.engine.answer import Basis
from app.engine.records import Tempo
from app.engine.units import MassUnit


class Goal(StrEnum):
    """What a programme is chosen for."""

    STRENGTH = "strength"
    MUSCLE = "muscle"
    GENERAL_FITNESS = "general_fitness"
    BODY_WEIGHT_STRENGTH = "body_weight_strength"
    ADDUCTORS = "adductors"
    HIPS_AND_GLUTES = "hips_and_glutes"
    GROIN_PROTECTION = "groin_protection"
    NEGLECTED_MUSCLES = "neglected_muscles"


class Level(StrEnum):
    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise of a training day."""

    exercise_id: str
    scheme: str
    """A name of `app.engine.progression.schemes.SCHEMES`."""
    parameters: Mapping[str, object]
    """All that the scheme is told, lists as lists; the scheme's own type takes them."""
    sets: int
    """Working sets; where the scheme has stages, those of the first."""
    range_low: int
    """Repetitions, seconds or metres, as the exercise is measured."""
    range_high: int
    repetitions_in_reserve: float | None
    step: Mapping[MassUnit, float]
    """What a success adds, by the unit of the equipment; empty is the smallest step there is."""
    rest_s: float
    tempo: Tempo | None
    """None leaves it to the exercise."""
    superset: str | None
    """Slots of one day with the same letter are done in turn."""


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    id: str
    name: str
    weeks: tuple[int, ...]
    """The weeks in which it is done, from 1; empty for all."""
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Days that are done in turn: a week takes up where the last one stopped.

    In a week only its own days count, `sessions_in_week` of them.
    """

    id: str
    name: str
    summary: str
    goals: tuple[Goal, ...]
    level: Level
    sessions_per_week: tuple[int, ...]
    """By week, the last number going on; one number for all weeks alike."""
    weeks: int | None
    """None where it goes on until its own rules end it."""
    basis: Basis
    source_ids: tuple[str, ...]
    notes: tuple[str, ...]
    days: tuple[ProgrammeDay, ...]

    def sessions_in_week(self, week: int) -> int:
        """Sessions of a week, from 1."""
        return self.sessions_per_week[min(week, len(self.sessions_per_week)) - 1]

    def days_in_week(self, week: int) -> tuple[ProgrammeDay, ...]:
        """The days that a week chooses from, from 1, in their order."""
        return tuple(day for day in self.days if not day.weeks or week in day.weeks)
