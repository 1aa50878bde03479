"""What to do next session: the history from the store or from the caller, one engine for both."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.records import ExerciseSession, LoadMode, PerformedSet
from app.engine.training_log.judged import WINDOW_SESSIONS
from app.engine.units import MassUnit, mass_unit
from app.store.weighings import last_weighing
from app.store.workouts import sets_around
from app.usecases.athletes import require_athlete
from app.usecases.exercises import (
    UNKNOWN_EQUIPMENT,
    ExerciseFacts,
    Label,
    labelled_facts,
    stored_facts,
)
from app.usecases.workouts import exercise_sessions

BODY_MASS_HOLDS = timedelta(days=60)
"""How long a weighing speaks for body-weight exercises; as long as for energy."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a caller may say beside the history."""

    at: datetime
    targets: Targets
    pain_0_to_10: int | None = None
    equipment_unit: MassUnit | None = None
    """The unit that the plates or the stack are marked in; otherwise as the sets were logged."""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The answer for one exercise."""

    exercise_id: str | None
    exercise_name: str | None
    at: datetime
    mass_unit: MassUnit
    prescription: Part[Prescription]
    engine_version: str = ENGINE_VERSION


async def stored_next_session(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, exercise_id: str, asked: Asked
) -> NextSession:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    facts = await stored_facts(session, tenant_id, exercise_id)
    rows = await sets_around(
        session, athlete_id, exercise_id, at=asked.at, sessions=WINDOW_SESSIONS
    )
    weighing = await last_weighing(session, athlete_id, asked.at, BODY_MASS_HOLDS)
    zone = ZoneInfo(athlete.time_zone)
    return next_session(
        facts,
        exercise_sessions(rows, zone),
        asked,
        mass_unit=mass_unit(athlete.mass_unit),
        body_mass_kg=weighing.body_mass_kg if weighing else None,
    )


def stateless_next_session(
    label: Label,
    sessions: tuple[ExerciseSession, ...],
    asked: Asked,
    *,
    mass_unit: MassUnit,
    body_mass_kg: float | None,
) -> NextSession:
    facts = labelled_facts(label)
    answer = next_session(facts, sessions, asked, mass_unit=mass_unit, body_mass_kg=body_mass_kg)
    return replace(answer, exercise_id=label.exercise_id, exercise_name=facts.name or None)


def next_session(
    facts: ExerciseFacts,
    sessions: tuple[ExerciseSession, ...],
    asked: Asked,
    *,
    mass_unit: MassUnit,
    body_mass_kg: float | None,
) -> NextSession:
    """Both doors meet here."""
    loaded = loaded_sets(sessions, asked.at)
    facts = as_logged(facts, loaded)
    unit = asked.equipment_unit or logged_unit(loaded) or mass_unit
    question = ExerciseQuestion(
        sessions=sessions,
        at=asked.at,
        load_mode=facts.load_mode,
        loads=_grid(facts, unit, asked.targets.step),
        defaults=facts.defaults,
        targets=asked.targets,
        mass_unit=mass_unit,
        pain_0_to_10=asked.pain_0_to_10,
        body_mass_kg=body_mass_kg,
        body_mass_share=facts.body_mass_share,
    )
    return NextSession(facts.id, facts.name, asked.at, mass_unit, prescribe(question))


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


def _grid(facts: ExerciseFacts, unit: MassUnit, step: float | None) -> LoadGrid | None:
    """The usual loads of the equipment, in the steps that the caller can make."""
    grid = facts.grids.get(unit)
    return grid if grid is None or step is None else replace(grid, step=step)


def logged_unit(loaded: list[PerformedSet]) -> MassUnit | None:
    """Pounds where the last loaded set was sent in pounds; kilograms are also what an app sends
    that converts, so they say nothing of the plates."""
    return "lb" if loaded and loaded[-1].load_unit == "lb" else None
