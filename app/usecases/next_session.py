"""What to do next session: the history from the store or from the caller, one engine for both."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing, Part, Reason
from app.engine.equipment.inventory import Inventory, loads_of
from app.engine.equipment.loads import Loads
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.load.mesocycle import DeloadDays, MesocycleWeek
from app.engine.overload.decisions import Decision
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.progression.schemes import DOUBLE_PROGRESSION, SCHEMES
from app.engine.records import ExerciseSession, LoadMode, Measure, PerformedSet
from app.engine.units import MassUnit
from app.store.workouts import sets_around
from app.usecases.athlete_day import AthleteDay
from app.usecases.decisions import decision_on_exercise
from app.usecases.exercises import (
    UNKNOWN_EQUIPMENT,
    ExerciseFacts,
    Label,
    labelled_facts,
    stored_facts,
)
from app.usecases.inventories import StoredInventory, inventory_for
from app.usecases.workouts import exercise_sessions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a caller or a programme may say of one exercise beside its history."""

    targets: Targets
    pain_0_to_10: int | None = None
    equipment_unit: MassUnit | None = None
    """The unit that the plates or the stack are marked in; otherwise as the sets were logged."""
    scheme: str = DOUBLE_PROGRESSION
    scheme_parameters: Any = None
    inventory: Inventory | None = None
    gym: str | None = None
    """Where the session is, of several places with equipment of their own."""
    rounding: RoundingPolicy | None = None
    """None: as the equipment was described, otherwise the nearest."""
    week: MesocycleWeek | None = None
    deload_days: DeloadDays | None = None
    """Of the same mesocycle."""
    related: Mapping[str, tuple[ExerciseSession, ...]] = field(default_factory=dict)
    decision: Decision | None = None
    """What the athlete made of the advice last; from the store where it is asked."""

    @property
    def measure(self) -> Measure:
        """What the scheme's sets are counted in."""
        told = getattr(self.scheme_parameters, "measure", None)
        measures = SCHEMES[self.scheme].measures
        return told or (Measure.REPETITIONS if Measure.REPETITIONS in measures else min(measures))


def by_default(scheme: str | None) -> dict[str, Any]:
    """The fields of Asked for a scheme that is named without parameters."""
    if scheme is None:
        return {}
    return {"scheme": scheme, "scheme_parameters": SCHEMES[scheme].parameters()}


@dataclass(frozen=True, slots=True)
class NextSession:
    """The answer for one exercise."""

    exercise_id: str | None
    exercise_name: str | None
    at: datetime
    mass_unit: MassUnit
    scheme: str
    per_side: bool
    """Repetitions and seconds count one side."""
    prescription: Part[Prescription]
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class ReadExercise:
    """An exercise with its log and what is asked of it: all that the engine needs."""

    facts: ExerciseFacts
    sessions: tuple[ExerciseSession, ...]
    asked: Asked
    said: tuple[Reason, ...] = ()
    """Of the equipment."""
    missing: tuple[Missing, ...] = ()


async def read_exercise(
    session: AsyncSession, tenant_id: UUID, day: AthleteDay, exercise_id: str, asked: Asked
) -> ReadExercise:
    """From the store, for a day that was read already."""
    facts = await stored_facts(session, tenant_id, exercise_id)
    rows = await sets_around(
        session,
        day.athlete_id,
        facts.id,
        at=day.at,
        sessions=SCHEMES[asked.scheme].sessions_most,
    )
    decision = await decision_on_exercise(session, day.athlete_id, facts.id, day.at, day.zone)
    asked = replace(asked, decision=decision)
    read = ReadExercise(facts, exercise_sessions(rows, day.zone), asked)
    return await _with_equipment(session, day, read)


async def _with_equipment(
    session: AsyncSession, day: AthleteDay, read: ReadExercise
) -> ReadExercise:
    """What the athlete told of the equipment; as is usual where nothing was, or not which."""
    kind = read.facts.equipment_id
    if kind is None or read.asked.inventory is not None:
        return read
    found = await inventory_for(session, day.athlete_id, kind, read.asked.gym)
    if not isinstance(found, StoredInventory):
        return replace(read, missing=(found,) if found else ())
    rounding = read.asked.rounding or found.rounding
    asked = replace(read.asked, inventory=found.inventory, rounding=rounding)
    return replace(read, asked=asked, said=(found.because,))


def stateless_next_session(
    label: Label, sessions: tuple[ExerciseSession, ...], asked: Asked, day: AthleteDay
) -> NextSession:
    facts = labelled_facts(label)
    answer = next_session(ReadExercise(facts, sessions, asked), day)
    return replace(answer, exercise_id=label.exercise_id, exercise_name=facts.name or None)


def next_session(read: ReadExercise, day: AthleteDay) -> NextSession:
    """Both doors meet here."""
    return NextSession(
        read.facts.id,
        read.facts.name,
        day.at,
        day.mass_unit,
        read.asked.scheme,
        read.facts.per_side,
        of_equipment(read, prescribe(question_of(read, day))),
    )


def of_equipment(read: ReadExercise, part: Part[T]) -> Part[T]:
    """An answer with what is to be said of the equipment."""
    because = (*part.because, *read.said)
    return replace(part, because=because, missing=(*part.missing, *read.missing))


def question_of(read: ReadExercise, day: AthleteDay) -> ExerciseQuestion:
    """What the engine is asked about one exercise."""
    sessions, asked = read.sessions, read.asked
    loaded = loaded_sets(sessions, day.at)
    facts = as_logged(read.facts, loaded)
    unit = asked.equipment_unit or logged_unit(loaded) or day.mass_unit
    return ExerciseQuestion(
        sessions=sessions,
        at=day.at,
        load_mode=facts.load_mode,
        loads=_loads(facts, unit, asked),
        inventory=asked.inventory,
        rounding=asked.rounding or RoundingPolicy.NEAREST,
        defaults=facts.defaults,
        targets=asked.targets,
        scheme=asked.scheme,
        scheme_parameters=asked.scheme_parameters,
        measure=asked.measure,
        mass_unit=day.mass_unit,
        pain_0_to_10=asked.pain_0_to_10,
        body_mass_kg=day.body_mass_kg,
        body_mass_share=facts.body_mass_share,
        areas=facts.areas,
        recovery_notes=day.recovery_notes,
        week=asked.week,
        deload_days=asked.deload_days,
        deficit_since=day.deficit_since,
        person=day.person,
        related=asked.related,
        decision=asked.decision,
    )


def loaded_sets(sessions: tuple[ExerciseSession, ...], at: datetime) -> list[PerformedSet]:
    """The sets of the newest session before an instant that have a load."""
    done = [session for session in sessions if session.performed_at < at]
    if not done:
        return []
    newest = max(done, key=lambda session: (session.performed_at, [one.id for one in session.sets]))
    return [one for one in newest.sets if one.load_kg]


def as_logged(facts: ExerciseFacts, loaded: list[PerformedSet]) -> ExerciseFacts:
    """An exercise that is usually done without a load has one where loads were logged."""
    if facts.load_mode is not LoadMode.NONE or not loaded:
        return facts
    return replace(facts, load_mode=LoadMode.EXTERNAL, grids=UNKNOWN_EQUIPMENT)


def _loads(facts: ExerciseFacts, unit: MassUnit, asked: Asked) -> Loads | None:
    """What the athlete told of the equipment, else its usual loads in the steps that were asked."""
    if asked.inventory is not None:
        return loads_of(asked.inventory)
    grid, step = facts.grids.get(unit), asked.targets.step
    return grid if grid is None or step is None else replace(grid, step=step)


def logged_unit(loaded: list[PerformedSet]) -> MassUnit | None:
    """Pounds where the last loaded set was sent in pounds; kilograms are also what an app sends
    that converts, so they say nothing of the plates."""
    return "lb" if loaded and loaded[-1].load_unit == "lb" else None
