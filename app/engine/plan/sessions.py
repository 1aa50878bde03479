"""The sessions of a week as they are done: in order, with load, effort, rest and progression."""

from collections.abc import Iterator

from app.engine.load.anatomy import spoken
from app.engine.plan.eligible import Eligible
from app.engine.plan.plan import ExerciseRole, PlannedExercise, PlannedSession
from app.engine.plan.prescription import FEW_REPETITIONS, warm_up_s
from app.engine.plan.progression import parameters_of, scheme_of
from app.engine.plan.question import PlanQuestion
from app.engine.plan.reasons import exercise_reasons
from app.engine.plan.regions import REGIONS, region_of
from app.engine.plan.start import start_load
from app.engine.plan.week import Slot, Week
from app.engine.records import LoadMode, Measure


def sessions(question: PlanQuestion, week: Week, allowed: Eligible) -> Iterator[PlannedSession]:
    """One for each day that has something on it, from Monday."""
    for day in week.layout.days:
        slots = sorted(week.on(day), key=_heaviness)
        if slots:
            warm_up = warm_up_s(question.minutes)
            yield PlannedSession(
                weekday=day,
                name=_name(slots),
                warm_up_s=warm_up,
                duration_s=warm_up + sum(slot.seconds for slot in slots),
                exercises=tuple(_exercise(question, slot, allowed) for slot in slots),
            )


def _heaviness(slot: Slot) -> tuple[bool, bool, bool, bool, bool, bool, int, float, str]:
    """What comes first: preparation, then heavy lifts, then the focus; single joints last. Of what
    is alike the one with the longer rest, which is the heavier."""
    one, dosage = slot.option.exercise, slot.option.dosage
    held = one.measured_in is Measure.DURATION
    return (
        slot.role is not ExerciseRole.PREPARATION,
        one.isolation,
        held,
        dosage.high > FEW_REPETITIONS,
        one.load_mode is LoadMode.NONE,
        slot.role is not ExerciseRole.FOCUS,
        dosage.low,
        -dosage.rest_s,
        one.id,
    )


def _name(slots: list[Slot]) -> str:
    """What it is for, then the parts of the body."""
    focus = [slot for slot in slots if slot.role is ExerciseRole.FOCUS]
    groups = dict.fromkeys(group for slot in focus for group in sorted(slot.option.direct))
    trained = {region_of(group) for slot in slots for group in slot.option.direct}
    parts = [region for region in REGIONS if region in trained]
    return ", ".join(parts).capitalize() if not groups or len(parts) > 1 else _spelt(groups)


def _spelt(groups: dict[str, None]) -> str:
    return ", ".join(map(spoken, groups)).capitalize()


def _exercise(question: PlanQuestion, slot: Slot, allowed: Eligible) -> PlannedExercise:
    one, dosage = slot.option.exercise, slot.option.dosage
    scheme = scheme_of(one, question)
    load_kg, why_load = start_load(slot.option, question.known.get(one.id), question.starts_on)
    return PlannedExercise(
        exercise_id=one.id,
        name=one.name,
        role=slot.role,
        sets=slot.sets,
        range_low=dosage.low,
        range_high=dosage.high,
        measured_in=one.measured_in,
        repetitions_in_reserve=dosage.reserve,
        tempo=dosage.tempo,
        rest_s=dosage.rest_s,
        duration_s=slot.seconds,
        scheme=scheme,
        parameters=parameters_of(scheme, slot.option, slot.sets, allowed.exercises),
        start_load_kg=load_kg,
        because=(*exercise_reasons(question, slot, allowed), *why_load),
    )
