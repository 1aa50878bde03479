"""How strength goes: the log from the store or from the caller, one engine for both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing, Part
from app.engine.records import ExerciseSession, LoadMode
from app.engine.strength.course.expectation import TrainingAge
from app.engine.strength.newest_sets import LATER_NAMED, SETS_READ
from app.engine.strength.progress import ProgressQuestion, StrengthProgress, strength_progress
from app.engine.strength.strength_log import BODY_MASS
from app.engine.units import MassUnit, mass_unit
from app.store.weighings import last_weighing
from app.store.workouts import nearest_sets
from app.usecases.athlete_day import BODY_MASS_HOLDS
from app.usecases.athletes import on_clock, require_athlete
from app.usecases.energy_state import deficit_since
from app.usecases.exercises import ExerciseFacts, stored_facts
from app.usecases.workouts import exercise_sessions, require_known

BODY_SHARE = Missing(
    "body_mass_share",
    "Which share of the body this exercise lifts is not known, so its strength is not either: tell "
    "it (`body_mass_share`), or log it as an exercise of the catalogue.",
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a caller may say beside the log."""

    at: datetime
    training_age: TrainingAge | None = None
    expected_percent_per_week: float | None = None
    deficit_since: date | None = None
    """None is what the store knows, where it is asked."""
    weeks: float | None = None


@dataclass(frozen=True, slots=True)
class ExerciseLog:
    exercise_id: str | None
    """As it was asked."""
    facts: ExerciseFacts
    sessions: Callable[[], tuple[ExerciseSession, ...]]
    """Made where the answer is computed: on the worker thread."""


@dataclass(frozen=True, slots=True)
class StrengthQuestion:
    """All that is read before anything is computed."""

    logs: tuple[ExerciseLog, ...]
    asked: Asked
    zone: ZoneInfo
    mass_unit: MassUnit
    body_mass_kg: float | None


@dataclass(frozen=True, slots=True)
class ExerciseStrength:
    exercise_id: str | None
    exercise_name: str | None
    load_mode: LoadMode
    progress: StrengthProgress


@dataclass(frozen=True, slots=True)
class Strength:
    asked: Asked
    """With the deficit that was reckoned with."""
    mass_unit: MassUnit
    items: tuple[ExerciseStrength, ...]
    engine_version: str = ENGINE_VERSION


async def stored_question(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_ids: Sequence[str],
    asked: Asked,
) -> StrengthQuestion:
    """NotFound for the athlete; UnknownReferences where one of the exercises is not known."""
    athlete = await require_athlete(session, tenant_id, athlete_id)
    pointers = dict.fromkeys(exercise_ids, "query/exercise_id")
    await require_known(session, tenant_id, pointers)
    zone = ZoneInfo(athlete.time_zone)
    logs = []
    for exercise_id in exercise_ids:
        facts = await stored_facts(session, tenant_id, exercise_id)
        # One more than is read in the end says that there are older ones.
        rows = await nearest_sets(
            session,
            athlete_id,
            facts.id,
            at=asked.at,
            before=SETS_READ + 1,
            from_on=LATER_NAMED + 1,
        )
        logs.append(ExerciseLog(exercise_id, facts, partial(exercise_sessions, rows, zone)))
    weighing = await last_weighing(session, athlete_id, asked.at, BODY_MASS_HOLDS)
    if asked.deficit_since is None:
        deficit = await deficit_since(session, athlete, asked.at)
        asked = replace(asked, deficit_since=deficit and deficit.date())
    return StrengthQuestion(
        tuple(logs),
        asked,
        zone,
        mass_unit(athlete.mass_unit),
        weighing.body_mass_kg if weighing else None,
    )


def strength(question: StrengthQuestion) -> Strength:
    """Both doors meet here."""
    items = tuple(_of_exercise(log, question) for log in question.logs)
    return Strength(question.asked, question.mass_unit, items)


def _of_exercise(log: ExerciseLog, question: StrengthQuestion) -> ExerciseStrength:
    asked, facts = question.asked, log.facts
    progress = strength_progress(
        ProgressQuestion(
            log.sessions(),
            on_clock(question.zone, asked.at),
            facts.load_mode,
            _body_kg(facts, question.body_mass_kg),
            asked.training_age,
            asked.expected_percent_per_week,
            asked.deficit_since,
            asked.weeks,
            question.mass_unit,
        )
    )
    if question.body_mass_kg is not None:
        progress = _without_share(progress)
    return ExerciseStrength(log.exercise_id, facts.name or None, facts.load_mode, progress)


def _body_kg(facts: ExerciseFacts, body_mass_kg: float | None) -> float | None:
    """The body's own part of what is lifted [kg]; None where it has one that is not known."""
    if facts.load_mode is not LoadMode.BODY_WEIGHT:
        return 0.0
    if body_mass_kg is None or facts.body_mass_share is None:
        return None
    return body_mass_kg * facts.body_mass_share


def _without_share(progress: StrengthProgress) -> StrengthProgress:
    """Where the body is known and its part is not, a weighing would not help."""
    return StrengthProgress(
        _lacking_share(progress.maximum),
        _lacking_share(progress.trend),
        _lacking_share(progress.plateau),
        _lacking_share(progress.outlook),
        _lacking_share(progress.records),
    )


def _lacking_share(part: Part[T]) -> Part[T]:
    missing = tuple(BODY_SHARE if one == BODY_MASS else one for one in part.missing)
    return replace(part, missing=missing)
