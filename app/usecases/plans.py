"""Plans: what a caller asks, as the engine's question, and the answer with all its parts.

Nothing is read or stored: the same question has the same plan. Adopting one is creating the
programme that the answer holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from itertools import islice

from app.catalogue.load import catalogue
from app.catalogue.names import resolve
from app.catalogue.plan_goals import PlanGoal, plan_facts
from app.catalogue.records import Activity
from app.engine import ENGINE_VERSION
from app.engine.answer import Part, Reason
from app.engine.energy.activity.bout import ActivityBout, ActivityEnergy, activity_energy
from app.engine.energy.activity.met import net_kcal
from app.engine.equipment.loads import Loads
from app.engine.plan.assumed import (
    BODY_ONLY_ASSUMED,
    DAYS_ASSUMED,
    LEVEL_ASSUMED,
    MINUTES,
    MINUTES_ASSUMED,
    WEEKS,
)
from app.engine.plan.builder import plan
from app.engine.plan.cardio import MINUTES as CARDIO_MINUTES
from app.engine.plan.cardio import cardio_days
from app.engine.plan.plan import WeekPlan
from app.engine.plan.question import Known, PlanObjective, PlanQuestion, TrainingLevel
from app.engine.records import Athlete, ExerciseSession, HealthFlag
from app.engine.units import MassUnit
from app.usecases.energy import EnergyLog
from app.usecases.errors import UnknownReference, UnknownReferences
from app.usecases.exercises import equipment_candidates, unknown_exercise
from app.usecases.muscles import (
    UNKNOWN_SHOWN_AT_MOST,
    areas_like,
    groups_by_muscle,
    muscles_by_group,
)
from app.usecases.plan_intake import PlanIntake, plan_intake
from app.usecases.plan_records import pain_areas, pain_of, plan_exercises, trained_heads
from app.usecases.plan_words import GoalWords, words_of

USUAL_DAYS = 3
CARDIO = ("walking-brisk", "jogging", "cycling-moderate")
"""Activities that are offered: brisk walking, running, cycling."""


@dataclass(frozen=True, slots=True)
class TrainedBefore:
    """One exercise of the history."""

    exercise_id: str
    sessions: tuple[ExerciseSession, ...]


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """What a caller may say; None and empty is what nobody said."""

    goal: str | None = None
    focus: tuple[str, ...] = ()
    objective: PlanObjective | None = None
    days_per_week: int | None = None
    weekdays: tuple[int, ...] = ()
    minutes: float | None = None
    equipment: tuple[str, ...] = ()
    level: TrainingLevel | None = None
    weeks: int | None = None
    starts_on: date | None = None
    pain_0_to_10: Mapping[str, float] = field(default_factory=dict)
    contraindications: frozenset[str] = frozenset()
    health_flags: frozenset[HealthFlag] = frozenset()
    excluded: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    history: tuple[TrainedBefore, ...] = ()
    mass_unit: MassUnit = "kg"
    body_mass_kg: float | None = None
    energy_log: EnergyLog | None = None
    """What is known of the person's energy, where they want to be told what to eat."""


@dataclass(frozen=True, slots=True)
class Cardio:
    """One way of spending more, and what it costs."""

    activity: Activity
    minutes: float
    times_per_week: int
    net_kcal_per_kg: float
    """Above rest, of one session, for each kg of body mass."""
    energy: Part[ActivityEnergy] | None
    """None where no body mass is known."""


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    goal: PlanGoal | None
    part: Part[WeekPlan]
    words: GoalWords
    intake: PlanIntake
    cardio: tuple[Cardio, ...]
    cardio_weekdays: tuple[int, ...]
    starts_on: date | None
    mass_unit: MassUnit
    engine_version: str = ENGINE_VERSION


def make_plan(asked: PlanAsked) -> PlanAnswer:
    """The plan; UnknownReferences, with candidates, where it names what does not exist."""
    _require(asked)
    goal = _goal(asked)
    question = plan_question(asked)
    part = plan(question)
    part = _with_assumptions(part, tuple(_assumed(asked, question)))
    times = goal.cardio_per_week if goal and part.value else 0
    trained = [one.weekday for one in part.value.sessions] if part.value else []
    intake = plan_intake(goal.energy if goal else None, asked.energy_log, len(trained))
    if asked.body_mass_kg is None:
        asked = replace(asked, body_mass_kg=intake.body_mass_kg)
    return PlanAnswer(
        goal=goal,
        part=part,
        words=words_of(goal, asked.health_flags, trains=part.value is not None),
        intake=intake,
        cardio=tuple(_cardio(asked, times)) if times else (),
        cardio_weekdays=cardio_days(trained, times),
        starts_on=asked.starts_on,
        mass_unit=asked.mass_unit,
    )


def _goal(asked: PlanAsked) -> PlanGoal | None:
    return plan_facts().goals[asked.goal] if asked.goal else None


def plan_question(asked: PlanAsked) -> PlanQuestion:
    """What the caller says goes before what the goal says; their focuses come together."""
    goal = _goal(asked)
    focus = tuple(dict.fromkeys((*(goal.focus if goal else ()), *asked.focus)))
    days = asked.days_per_week
    if days is None and not asked.weekdays:
        days = goal.days_per_week if goal else USUAL_DAYS
    return PlanQuestion(
        exercises=plan_exercises(),
        groups=groups_by_muscle(),
        heads=trained_heads(),
        equipment=frozenset(asked.equipment),
        minutes=MINUTES if asked.minutes is None else asked.minutes,
        level=asked.level or TrainingLevel.NOVICE,
        objective=asked.objective or (goal.objective if goal else PlanObjective.SIZE),
        focus=focus,
        focus_sets_per_week=goal.sets_per_week if goal else None,
        days_per_week=days,
        weekdays=tuple(sorted(set(asked.weekdays))),
        weeks=asked.weeks or (goal.weeks if goal else WEEKS),
        starts_on=asked.starts_on,
        pain=tuple(pain_of(area, value) for area, value in asked.pain_0_to_10.items()),
        contraindications=asked.contraindications,
        health_flags=asked.health_flags,
        excluded=frozenset(asked.excluded),
        preferred=tuple(dict.fromkeys(asked.preferred)),
        staples=goal.staples if goal else (),
        known=_known(asked),
    )


def _known(asked: PlanAsked) -> Mapping[str, Known]:
    """The history by exercise of the catalogue; what it does not know says nothing here."""
    sessions: dict[str, tuple[ExerciseSession, ...]] = {}
    for one in asked.history:
        exercise = catalogue().exercises.get(one.exercise_id) or resolve(one.exercise_id)
        if exercise is not None:
            sessions[exercise.id] = sessions.get(exercise.id, ()) + one.sessions
    return {id_: Known(done, _loads(id_, asked.mass_unit)) for id_, done in sessions.items()}


def _loads(exercise_id: str, unit: MassUnit) -> Loads | None:
    equipment = catalogue().equipment[catalogue().exercises[exercise_id].equipment_id]
    return equipment.grids.get(unit)


def _assumed(asked: PlanAsked, question: PlanQuestion) -> Iterator[Reason]:
    if asked.level is None:
        yield LEVEL_ASSUMED()
    if asked.minutes is None:
        yield MINUTES_ASSUMED(minutes=question.minutes)
    if asked.days_per_week is None and not asked.weekdays:
        yield DAYS_ASSUMED(days=question.days_per_week or USUAL_DAYS)
    if not asked.equipment:
        yield BODY_ONLY_ASSUMED()


def _with_assumptions(part: Part[WeekPlan], assumed: tuple[Reason, ...]) -> Part[WeekPlan]:
    return replace(part, because=(*assumed, *part.because))


def _cardio(asked: PlanAsked, times: int) -> Iterator[Cardio]:
    for id_ in CARDIO:
        activity = catalogue().activities[id_]
        yield Cardio(
            activity,
            CARDIO_MINUTES,
            times,
            net_kcal(activity.met, 1.0, CARDIO_MINUTES),
            _energy(activity, asked.body_mass_kg),
        )


def _energy(activity: Activity, body_mass_kg: float | None) -> Part[ActivityEnergy] | None:
    if body_mass_kg is None:
        return None
    bout = ActivityBout(
        activity.name, activity.met, CARDIO_MINUTES, is_estimated=activity.is_estimated
    )
    return activity_energy(Athlete(), body_mass_kg, bout)


def _require(asked: PlanAsked) -> None:
    unknown = tuple(islice(_unknown(asked), UNKNOWN_SHOWN_AT_MOST))
    if unknown:
        raise UnknownReferences(unknown)


def _unknown(asked: PlanAsked) -> Iterator[UnknownReference]:
    """Everything that is named and does not exist, in the order of the body."""
    if asked.goal is not None:
        yield from _of("goal", [("#/goal", asked.goal)], tuple(plan_facts().goals))
    areas = (*muscles_by_group(), *groups_by_muscle())
    yield from _of("muscle", _numbered("#/focus", asked.focus), areas, areas_like)
    for pointer, id_ in _numbered("#/equipment", asked.equipment):
        if id_ not in catalogue().equipment:
            yield UnknownReference("equipment", pointer, id_, equipment_candidates(id_))
    pains = [(f"#/pain_0_to_10/{area}", area) for area in asked.pain_0_to_10]
    yield from _of("muscle", pains, pain_areas(), areas_like)
    named = (
        *_numbered("#/excluded_exercises", asked.excluded),
        *_numbered("#/preferred_exercises", asked.preferred),
    )
    for pointer, id_ in named:
        if id_ not in catalogue().exercises:
            yield unknown_exercise(pointer, id_)


def _numbered(pointer: str, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"{pointer}/{place}", id_) for place, id_ in enumerate(ids)]


def _of(
    kind: str,
    named: Iterable[tuple[str, str]],
    known: Sequence[str],
    like: Callable[[str, Sequence[str]], Sequence[str]] = get_close_matches,
) -> Iterator[UnknownReference]:
    for pointer, id_ in named:
        if id_ not in known:
            yield UnknownReference(kind, pointer, id_, tuple(like(id_, known)))
