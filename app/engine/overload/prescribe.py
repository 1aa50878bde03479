"""The next session of one exercise: the log, a scheme, a pause, the day, the predictions."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from app.engine.answer import Evidence, Part, Reason, insufficient, ok, refused
from app.engine.equipment.inventory import Loading, loading_of
from app.engine.health.screening import ANSWER_ANEW
from app.engine.load.readiness import Effect, ReadinessEffect, readiness
from app.engine.overload.day import in_this_week, on_this_day
from app.engine.overload.decisions import Decided, as_decided
from app.engine.overload.deload_sessions import deload_remark
from app.engine.overload.first_session import FIRST_LOAD, FIRST_SETS_LOGGED, START, first_session
from app.engine.overload.predictions import (
    LoggedStrength,
    Prediction,
    Predictor,
    predictions,
    strength_of,
)
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.pyramid_default import PYRAMID_KEPT, loads_of, shaped_as_logged
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.realism import (
    chance_limit,
    late_sets,
    reserve,
    reserve_reason,
    within_reach,
)
from app.engine.overload.reentry import after_pause
from app.engine.overload.remarks import last_session, warnings, what_would_help
from app.engine.overload.safety import INSTEAD_OF_MAXIMAL, is_maximal, limits, stops
from app.engine.overload.targets import conventions, log_of, setting_for, told_for
from app.engine.overload.timed_default import counted_as_logged, timed_reason
from app.engine.overload.wanted_chance import at_wanted_chance
from app.engine.overload.warm_up import WarmUpSet, warm_up, warm_up_reason
from app.engine.progression.demand import Demand, DemandedSet, load_kg
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.progression.setting import Setting
from app.engine.records import LoadMode
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from app.engine.training_log.judged import Log

OPEN_RESERVE = 2.0
"""Repetitions that an open-ended set leaves as long as nothing may be taken to its limit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was read for it."""

    question: ExerciseQuestion
    log: Log
    setting: Setting
    told: Any
    """The scheme's parameters."""
    strength: LoggedStrength | None
    said: tuple[Reason, ...] = ()


def prescribe(
    question: ExerciseQuestion, predict: Predictor = repetitions_in_session
) -> Part[Prescription]:
    """What to do at `question.at`; pure, the same for any order of the sessions."""
    for why, instead in stops(question):
        return refused((why,), instead)
    day = readiness(
        question.recovery_notes,
        question.at,
        question.areas,
        in_deload=question.week is not None and question.week.is_deload,
    )
    if day.value is None:
        return refused(day.because, day.instead or "", warnings=day.warnings, evidence=day.evidence)
    asked = read_question(question, predict)
    if not asked.log.judged and asked.log.timed:
        asked, question = _as_logged(question, predict)
    if asked.log.judged:
        asked, question = _in_its_shape(asked, predict)
    evidence = _evidence(asked.log, day)
    demand = question.rule.rule(asked.log.judged, asked.told, asked.setting)
    if demand is None and not asked.log.judged:
        demand = first_session(question, asked.setting, asked.told, predict)
        if demand is None:
            return insufficient((FIRST_LOAD,), (START(),), evidence=evidence)
    if demand is None:
        return insufficient((question.rule.lacking,), evidence=evidence)
    if is_maximal(demand):
        for limit in limits(question, asked.log):
            return refused((limit,), INSTEAD_OF_MAXIMAL, evidence=evidence)
    return _prescribed(asked, demand, day, day.value, evidence)


def read_question(question: ExerciseQuestion, predict: Predictor) -> Asked:
    """The question with its log, read once."""
    log = log_of(question)
    setting = setting_for(question, log)
    strength = strength_of(log, question.at, setting, predict) if log.judged else None
    if strength is not None and strength.can_say:
        setting = replace(setting, strength=strength)
    return Asked(question, log, setting, told_for(question, log, setting), strength)


def _as_logged(question: ExerciseQuestion, predict: Predictor) -> tuple[Asked, ExerciseQuestion]:
    """The question in seconds or metres, where nobody set a scheme and the log is in them."""
    counted = counted_as_logged(question)
    said = () if counted is question else (timed_reason(counted),)
    return replace(read_question(counted, predict), said=said), counted


def _in_its_shape(asked: Asked, predict: Predictor) -> tuple[Asked, ExerciseQuestion]:
    """The question set by set, where nobody set a scheme and the log is one of pyramids."""
    question, log = asked.question, asked.log
    shaped = shaped_as_logged(question, log, asked.setting.body_kg or 0.0)
    if shaped is question:
        return asked, question
    said = (PYRAMID_KEPT(loads=len(loads_of(log.judged[-1]))),)
    return replace(read_question(shaped, predict), said=said), shaped


def _evidence(log: Log, day: Part[ReadinessEffect]) -> Evidence:
    noted = day.evidence
    return Evidence((*log.used, *noted.used), (*log.excluded, *noted.excluded))


def _prescribed(
    asked: Asked,
    demand: Demand,
    day: Part[ReadinessEffect],
    effect: ReadinessEffect,
    evidence: Evidence,
) -> Part[Prescription]:
    question, log, setting = asked.question, asked.log, asked.setting
    mass_known = question.body_mass_kg is not None
    decided = _decided(asked, demand, effect)
    demand = decided.demand
    if log.judged:
        demand, decided = _as_of_today(asked, decided, effect)
    found = predictions(asked.strength, demand.sets, body_mass_known=mass_known)
    top = found[demand.sets.index(demand.top)]
    if log.judged and not decided.repetitions_set:
        demand = within_reach(demand, log.judged[-1], setting, top)
    demand = _within_limits(question, log, demand)
    ramp = _warm_up(question, setting, demand.sets[0])
    said = (
        chance_limit(demand.top, top),
        late_sets(found),
        reserve_reason(question, demand.top, top),
        warm_up_reason(ramp, load_kg(demand.sets[0]), setting.text),
    )
    return ok(
        Prescription(
            demand.action,
            tuple(
                prescribed_set(question, log, one, each)
                for one, each in zip(demand.sets, found, strict=True)
            ),
            ramp,
            demand.stage,
            demand.variation,
        ),
        (
            *_last(asked),
            *asked.said,
            *demand.because,
            *decided.because,
            *(day.because if question.recovery_notes else ()),
            *conventions(question, log, setting, asked.told, demand),
            *(reason for reason in said if reason is not None),
        ),
        missing=(
            *(what_would_help(log, setting, demand, top) if log.judged else (FIRST_SETS_LOGGED,)),
            *((ANSWER_ANEW,) if question.person.screening_is_stale else ()),
        ),
        warnings=(*day.warnings, *warnings(question, log, demand, setting, top))
        if log.judged
        else day.warnings,
        evidence=evidence,
    )


def _warm_up(
    question: ExerciseQuestion, setting: Setting, first: DemandedSet
) -> tuple[WarmUpSet, ...]:
    if first.load is None or first.repetitions_target is None:
        return ()
    return warm_up(
        first.load.load_kg,
        max(1, first.repetitions_target),
        setting.loads,
        isolation=question.defaults.isolation,
        body_kg=setting.body_kg,
    )


def _last(asked: Asked) -> tuple[Reason, ...]:
    if not asked.log.judged:
        return ()
    last = last_session(asked.log.trained[-1], asked.setting, asked.question.measure)
    return (last, *deload_remark(asked.log, asked.question.deload_days))


def _decided(asked: Asked, demand: Demand, effect: ReadinessEffect) -> Decided:
    """At the chance that is wanted, then as the athlete decided."""
    question, log, setting = asked.question, asked.log, asked.setting
    easy = question.week is not None and question.week.is_deload
    if log.judged:
        demand = at_wanted_chance(demand, question.targets.chance, log.judged[-1], setting)
    may_raise = effect.effect is Effect.AS_PLANNED and not easy
    return as_decided(demand, question.decision, log.trained, setting, may_raise=may_raise)


def _as_of_today(asked: Asked, decided: Decided, effect: ReadinessEffect) -> tuple[Demand, Decided]:
    """After a pause, in this week, and as the check-in lets it be."""
    question, setting, last = asked.question, asked.setting, asked.log.judged[-1]
    plain = question.scheme == DOUBLE_PROGRESSION
    after = after_pause(
        decided.demand,
        replace(last, performed_at=asked.log.trained[-1].performed_at),
        setting,
        sets_asked=asked.told.sets if plain else len(decided.demand.sets),
        repetitions_high=asked.told.repetitions_high if plain else None,
    )
    if after is not decided.demand:
        decided = decided.overtaken(after)
    after = in_this_week(after, question.week, last, setting, partial(_possible, asked.strength))
    return on_this_day(after, effect, last, setting), decided


def _possible(strength: LoggedStrength | None, one: DemandedSet) -> float | None:
    """Repetitions that the lifter could do at the load of a set, when fresh."""
    (found,) = predictions(strength, (one,), body_mass_known=True)
    return None if found.at_load is None else found.at_load.capacity.value


def _within_limits(question: ExerciseQuestion, log: Log, demand: Demand) -> Demand:
    """Open-ended sets leave something in reserve as long as nothing may go to its limit."""
    limit = next(limits(question, log), None)
    if limit is None or not any(one.open_ended for one in demand.sets):
        return demand
    sets = tuple(
        replace(one, repetitions_in_reserve=OPEN_RESERVE) if one.open_ended else one
        for one in demand.sets
    )
    return replace(demand, sets=sets, because=(*demand.because, limit))


def prescribed_set(
    question: ExerciseQuestion, log: Log, one: DemandedSet, prediction: Prediction
) -> PrescribedSet:
    """A demanded set with its predictions, its rest and how its load is put together."""
    asked, at_load = question.targets, prediction.at_load
    load = None if log.load_mode is LoadMode.NONE else one.load
    target = one.repetitions_target
    left, _ = reserve(question, one, prediction)
    return PrescribedSet(
        load_kg=load.load_kg if load else None,
        unrounded_load_kg=load.rule_kg if load else None,
        rounding_kg=load.load_kg - load.rule_kg if load else None,
        loading=loading_for(question, load.load_kg) if load else None,
        band=one.band,
        repetitions_low=one.repetitions_low,
        repetitions_high=one.repetitions_high,
        repetitions_target=target,
        open_ended=one.open_ended,
        duration_s=one.duration_s,
        distance_m=one.distance_m,
        prediction=at_load.repetitions if at_load else None,
        capacity=at_load.capacity if at_load else None,
        chance=None if target is None else prediction.chance(target),
        rest_s=question.defaults.rest_s if asked.rest_s is None else asked.rest_s,
        tempo=one.tempo if one.repetitions_target is not None else None,
        repetitions_in_reserve=left,
    )


def loading_for(question: ExerciseQuestion, load_kg: float) -> Loading | None:
    if question.inventory is None:
        return None
    made = loading_of(question.inventory, load_kg)
    return made if isinstance(made, Loading) else None
