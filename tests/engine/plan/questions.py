"""Questions on the exercises of the catalogue, and the rules that every plan is held to."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.catalogue.load import catalogue
from app.engine.answer import Part
from app.engine.load.balance import LOPSIDED, PAIRS
from app.engine.plan.focus import focuses
from app.engine.plan.plan import ExerciseRole, PlanConstraint, PlannedExercise, WeekPlan
from app.engine.plan.question import PlanExercise, PlanQuestion
from app.engine.plan.weekdays import is_spaced
from app.engine.progression.schemes import SCHEMES
from app.usecases.muscles import groups_by_muscle
from app.usecases.plan_records import pain_of, plan_exercises, trained_heads

GYM = frozenset(catalogue().equipment)
HOME = frozenset({"dumbbell", "band", "ball"})
BODY_ONLY = frozenset[str]()


def question(**changes: Any) -> PlanQuestion:
    pain = tuple(pain_of(area, value) for area, value in changes.pop("pain", {}).items())
    return PlanQuestion(
        **{
            "exercises": plan_exercises(),
            "groups": groups_by_muscle(),
            "heads": trained_heads(),
            "equipment": GYM,
            "minutes": 60.0,
            "focus": ("adductors",),
            "days_per_week": 3,
            "pain": pain,
            **changes,
        }
    )


def planned(part: Part[WeekPlan]) -> Iterator[tuple[int, PlannedExercise]]:
    """Every exercise with its day."""
    if part.value is not None:
        for session in part.value.sessions:
            yield from ((session.weekday, one) for one in session.exercises)


def broken(asked: PlanQuestion, part: Part[WeekPlan]) -> list[str]:
    """Every rule that the plan breaks without saying so; none is how it should be."""
    assert part.value is not None
    placed = [(day, asked.exercises[one.exercise_id], one) for day, one in planned(part)]
    return [
        *_never_given(asked, part.value, placed),
        *_said_where_it_gives_way(asked, part.value, placed),
        *_order(asked, part.value),
        *_shape(asked, part.value),
    ]


Placed = list[tuple[int, PlanExercise, PlannedExercise]]


def direct_days(asked: PlanQuestion, placed: Placed) -> dict[str, set[int]]:
    days: dict[str, set[int]] = {}
    for day, exercise, _ in placed:
        for muscle, share in exercise.muscles.items():
            if share >= 1.0:
                days.setdefault(asked.group_of(muscle), set()).add(day)
    return days


def _never_given(asked: PlanQuestion, plan: WeekPlan, placed: Placed) -> Iterator[str]:
    for group, days in direct_days(asked, placed).items():
        if not is_spaced(days):
            yield f"{group} is trained on {sorted(days)}"
    for session in plan.sessions:
        if session.duration_s > 60.0 * asked.minutes + 1e-6:
            yield f"{session.weekday} takes {session.duration_s / 60:.1f} min"
        counted = session.warm_up_s + sum(one.duration_s for one in session.exercises)
        if abs(counted - session.duration_s) > 1e-6:
            yield f"{session.weekday} says {session.duration_s} s and is {counted}"
        if asked.weekdays and session.weekday not in asked.weekdays:
            yield f"{session.weekday} cannot be trained"
    for _, exercise, _ in placed:
        if exercise.equipment_id not in {"body_weight", "none", *asked.equipment}:
            yield f"{exercise.id} needs {exercise.equipment_id}"
        if exercise.id in asked.excluded:
            yield f"{exercise.id} is excluded"
        if exercise.contraindications & asked.contraindications:
            yield f"{exercise.id} is contraindicated"
        for pain in asked.pain:
            hurt = pain.muscles & exercise.muscles.keys()
            if pain.value_0_to_10 > 3 and (
                hurt or pain.contraindications & exercise.contraindications
            ):
                yield f"{exercise.id} loads {pain.area}"


def _said_where_it_gives_way(asked: PlanQuestion, plan: WeekPlan, placed: Placed) -> Iterator[str]:
    said = {(one.gave_way, one.because.values.get("id")) for one in plan.conflicts}
    for focus in focuses(asked):
        days = {day for day, exercise, _ in placed if focus.serves(exercise)}
        if len(days) > 3:
            yield f"{focus.key} is trained on {len(days)} days"
        if len(days) < 2 and (PlanConstraint.FREQUENCY, focus.key) not in said:
            yield f"{focus.key} is trained on {len(days)} days and nothing says why"
        for head in focus.heads:
            hit = any(exercise.muscles.get(head, 0.0) >= 1.0 for _, exercise, _ in placed)
            if not hit and (PlanConstraint.COVERAGE, head) not in said:
                yield f"{head} is not covered and nothing says why"
    for name, sides in PAIRS.items():
        first, second = (_sets_of(asked, placed, side) for side in sides)
        lopsided = max(first, second) > LOPSIDED * min(first, second)
        if lopsided and (PlanConstraint.BALANCE, name) not in said:
            yield f"{name} is {first} to {second} and nothing says why"
    used = {session.weekday for session in plan.sessions}
    unused = [value for way, value in said if way is PlanConstraint.DAYS and value is not None]
    count = len(used) + len(unused)
    if asked.days_per_week and not asked.weekdays and count != asked.days_per_week:
        yield f"{len(used)} days of {asked.days_per_week} are used and nothing says why"


def _sets_of(asked: PlanQuestion, placed: Placed, side: Iterable[str]) -> float:
    return sum(
        one.sets
        * max(
            (
                share
                for muscle, share in exercise.muscles.items()
                if muscle in side or asked.group_of(muscle) in side
            ),
            default=0.0,
        )
        for _, exercise, one in placed
    )


def _order(asked: PlanQuestion, plan: WeekPlan) -> Iterator[str]:
    for session in plan.sessions:
        roles = [one.role is not ExerciseRole.PREPARATION for one in session.exercises]
        if roles != sorted(roles):
            yield f"{session.weekday}: preparation is not first"
        main = [one for one in session.exercises if one.role is not ExerciseRole.PREPARATION]
        single = [asked.exercises[one.exercise_id].isolation for one in main]
        if single != sorted(single):
            yield f"{session.weekday}: isolation before compound"


def _shape(asked: PlanQuestion, plan: WeekPlan) -> Iterator[str]:
    if sum(block.weeks for block in plan.blocks) != asked.weeks:
        yield "the blocks are not the weeks"
    for session in plan.sessions:
        ids = [one.exercise_id for one in session.exercises]
        if not ids or len(set(ids)) != len(ids):
            yield f"{session.weekday} has {ids}"
        for one in session.exercises:
            scheme = SCHEMES[one.scheme]
            if one.measured_in not in scheme.measures:
                yield f"{one.exercise_id} cannot go by {one.scheme}"
            scheme.parameters(**one.parameters)
            if not (1 <= one.sets <= 10 and 0 < one.range_low <= one.range_high and one.rest_s > 0):
                yield f"{one.exercise_id} is prescribed {one}"
            if not one.because:
                yield f"{one.exercise_id} has no reason"
