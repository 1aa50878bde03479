"""Where exercises stand on their ladders: how many rungs lie below and above."""

from collections.abc import Callable, Collection, Iterator, Mapping

from app.engine.plan.question import PlanExercise

Exercises = Mapping[str, PlanExercise]


def difficulty(exercises: Exercises) -> Mapping[str, float]:
    """0 at the bottom of a ladder to 1 at its top; exercises without a ladder are not here."""
    below = _longest(exercises, lambda one: one.regressions)
    above = _longest(exercises, lambda one: one.progressions)
    return {id_: below[id_] / (below[id_] + above[id_]) for id_ in below if below[id_] + above[id_]}


def _longest(
    exercises: Exercises, following: Callable[[PlanExercise], tuple[str, ...]]
) -> dict[str, int]:
    """The most rungs that lie on one way from each exercise; ladders never lead in a circle."""
    found: dict[str, int] = {}

    def length(id_: str) -> int:
        if id_ not in found:
            rungs = [one for one in following(exercises[id_]) if one in exercises]
            found[id_] = 1 + max(map(length, rungs)) if rungs else 0
        return found[id_]

    for id_ in exercises:
        length(id_)
    return found


def rungs(exercise: PlanExercise, allowed: Exercises) -> tuple[str, ...]:
    """One ladder through the exercise, easiest first, of what is allowed and counted alike."""
    easier = list(_climb(exercise, allowed, lambda one: one.regressions))
    harder = list(_climb(exercise, allowed, lambda one: one.progressions))
    return (*reversed(easier), exercise.id, *harder)


def _climb(
    start: PlanExercise, allowed: Exercises, following: Callable[[PlanExercise], tuple[str, ...]]
) -> Iterator[str]:
    current: PlanExercise | None = start
    while current is not None:
        current = _next(current, start, allowed, following(current))
        if current is not None:
            yield current.id


def _next(
    current: PlanExercise, start: PlanExercise, allowed: Exercises, named: Collection[str]
) -> PlanExercise | None:
    """The nearest rung: one that moves and is counted as the first does."""
    alike = (
        allowed[id_]
        for id_ in named
        if id_ in allowed
        and allowed[id_].measured_in is start.measured_in
        and allowed[id_].load_mode is start.load_mode
    )
    return min(
        alike, key=lambda one: (one.pattern != current.pattern, -one.familiarity), default=None
    )
