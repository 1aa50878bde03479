"""What holds for every log: nothing invented, nothing rash, nothing that depends on order."""

import math
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList
from app.engine.equipment.loads import Loads, lightest_kg, nearest, step_kg
from app.engine.equipment.same_load import same_load
from app.engine.overload.observed_grid import usable_loads
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.overload.targets import log_of, setting_for, told_for
from app.engine.progression.action import Action
from app.engine.records import ExerciseSession, LoadMode, PerformedSet
from tests.engine.overload.test_prescribe import ten_at_fifty

START = datetime(2026, 1, 5, tzinfo=UTC)

EQUIPMENT: st.SearchStrategy[Loads] = st.sampled_from(
    [
        LoadGrid("kg", 2.5, 20),
        LoadGrid("kg", 2, 2, 30),
        LoadGrid("lb", 5, 45),
        LoadGrid("kg", 10, 10, 60),
        LoadGrid("kg", 0.5, 0),
        LoadList("kg", (4, 6, 8, 10, 12, 14, 20)),
        LoadList("kg", (7, 9.5, 12, 14.5, 17, 19.5, 22, 27, 32, 62)),
        LoadList("kg", tuple(range(20, 100, 5))),
        LoadList("kg", (-60, -45, -30, -20, -10, -5, 0)),
        LoadList("lb", (45, 55, 65, 95, 135, 155)),
        LoadList("kg", (16,)),
    ]
)
LOADS = st.sampled_from([2.0, 9.5, 10.0, 12.0, 20.0, 22.5, 30.0, 40.0, 60.0, 61.2, 61.235, 62.5])
SETS = st.lists(st.tuples(LOADS, st.integers(1, 30)), min_size=1, max_size=5)
LOGS = st.lists(st.tuples(st.integers(1, 40), SETS), min_size=1, max_size=8)
TARGETS = st.builds(
    Targets,
    repetitions_low=st.sampled_from([None, 3, 8]),
    repetitions_high=st.sampled_from([None, 8, 12]),
    sets=st.sampled_from([None, 1, 3]),
    step=st.sampled_from([None, 0.5, 1.0, 5.0]),
)


@st.composite
def questions(draw: st.DrawFn) -> ExerciseQuestion:
    at, sessions = START, []
    for day, (days, sets) in enumerate(draw(LOGS)):
        at += timedelta(days=days)
        done = (PerformedSet(f"{day}.{n}", load, reps) for n, (load, reps) in enumerate(sets))
        sessions.append(ExerciseSession(at, tuple(done)))
    at += timedelta(days=draw(st.integers(1, 250)))
    return ExerciseQuestion(tuple(sessions), at, loads=draw(EQUIPMENT), targets=draw(TARGETS))


@st.composite
def on_the_body(draw: st.DrawFn) -> ExerciseQuestion:
    """The same logs, with the loads hung on the body or taken off it."""
    question = draw(questions())
    assistance_kg = draw(st.sampled_from([0.0, 10.0, 40.0]))
    sessions = tuple(
        replace(
            session,
            sets=tuple(
                replace(one, load_kg=(one.load_kg or 0.0) - assistance_kg) for one in session.sets
            ),
        )
        for session in question.sessions
    )
    return replace(
        question,
        sessions=sessions,
        load_mode=LoadMode.BODY_WEIGHT,
        body_mass_kg=draw(st.sampled_from([None, 60.0, 100.0])),
        body_mass_share=0.95,
    )


def prescribed(question: ExerciseQuestion) -> Prescription:
    part = prescribe(question, ten_at_fifty)
    assert part.value is not None
    return part.value


def load_of(question: ExerciseQuestion) -> float:
    load_kg = prescribed(question).sets[0].load_kg
    assert load_kg is not None
    return load_kg


def lifted(question: ExerciseQuestion) -> list[float]:
    return [one.load_kg or 0.0 for session in question.sessions for one in session.sets]


@given(questions() | on_the_body())
def test_every_number_is_one_and_the_range_holds_the_target(question: ExerciseQuestion) -> None:
    for one in prescribed(question).sets:
        assert one.load_kg is not None
        assert one.unrounded_load_kg is not None
        assert one.rounding_kg is not None
        assert math.isfinite(one.load_kg)
        assert math.isclose(one.load_kg - one.unrounded_load_kg, one.rounding_kg, abs_tol=1e-9)
        done = log_of(question).judged[-1].repetitions
        assert one.repetitions_low is not None
        assert one.repetitions_high is not None
        assert one.repetitions_target is not None
        assert 1 <= min(one.repetitions_low, *done) <= one.repetitions_target
        assert one.repetitions_low <= one.repetitions_high
        assert one.repetitions_target <= one.repetitions_high


@given(questions())
def test_a_load_can_be_made_or_was_lifted(question: ExerciseQuestion) -> None:
    assert question.loads is not None
    load_kg = load_of(question)
    loads = usable_loads(question.loads, log_of(question))
    if loads is None:  # all that was lifted is too light to be a load of this equipment
        assert load_kg == 0.0
        return
    made = nearest(loads, load_kg)
    is_made = made is not None and math.isclose(made.load_kg, load_kg, abs_tol=1e-6)
    assert is_made or load_kg in lifted(question)


@given(questions())
def test_a_load_rises_by_a_tenth_or_by_the_smallest_step(question: ExerciseQuestion) -> None:
    assert question.loads is not None
    rise_kg = load_of(question) - max(lifted(question))
    most_kg = max(lifted(question))
    asked_kg = setting_for(question, log_of(question)).step_on(question.loads, most_kg)
    smallest = max(step_kg(question.loads, most_kg), asked_kg)
    tenth = 0.10 * max(lifted(question))
    above_bottom = max(lifted(question)) >= lightest_kg(question.loads)
    assert rise_kg <= max(tenth, smallest) + 1e-6 or not above_bottom


@given(on_the_body())
def test_on_the_body_a_load_rises_by_a_tenth_of_all_or_by_one_step(
    question: ExerciseQuestion,
) -> None:
    assert question.loads is not None
    setting = setting_for(question, log_of(question))
    rise_kg = load_of(question) - max(lifted(question))
    tenth = 0.10 * (setting.lifted_kg(max(lifted(question))) or 0.0)
    most_kg = max(lifted(question))
    assert setting.loads is not None
    step = max(step_kg(setting.loads, most_kg), setting.step_on(setting.loads, most_kg))
    # From a load off the grid the nearest loadable load may lie half a step beyond the step.
    assert rise_kg <= max(tenth, 1.5 * step) + 1e-6


@given(questions() | on_the_body())
def test_the_load_rises_only_after_a_full_success(question: ExerciseQuestion) -> None:
    advice = prescribed(question)
    if advice.action is Action.INCREASE_LOAD:
        log = log_of(question)
        told = told_for(question, log, setting_for(question, log))
        last = log.judged[-1]
        enough = sorted(last.repetitions, reverse=True)[: told.sets]
        assert len(enough) >= (told.sets or 1)
        assert min(enough) >= told.repetitions_high
        assert load_of(question) > last.load_kg


@given(questions() | on_the_body())
def test_a_success_always_moves_a_lever_or_names_the_end(question: ExerciseQuestion) -> None:
    log = log_of(question)
    setting = setting_for(question, log)
    demand = question.rule.rule(log.judged, told_for(question, log, setting), setting)
    assert demand is not None
    codes = {reason.code for reason in demand.because}
    if "full_success" in codes:
        moves = {Action.INCREASE_LOAD, Action.INCREASE_REPETITIONS, Action.ADD_SET}
        moved = demand.action in {*moves, Action.SLOW_TEMPO}
        assert moved or codes & {"equipment_exhausted", "increment_carried"}


@given(questions() | on_the_body())
def test_only_a_range_that_was_set_can_be_failed(question: ExerciseQuestion) -> None:
    free = replace(question, targets=Targets(sets=question.targets.sets))
    assert "step_back" not in {reason.code for reason in prescribe(free, ten_at_fifty).because}


@given(questions() | on_the_body())
def test_a_step_back_is_lighter(question: ExerciseQuestion) -> None:
    if prescribed(question).action is Action.DELOAD:
        last = log_of(question).judged[-1]
        assert load_of(question) < last.load_kg
        assert not same_load(load_of(question), last.load_kg)


@given(questions() | on_the_body())
def test_the_action_says_what_happens_to_the_load(question: ExerciseQuestion) -> None:
    advice, last_kg = prescribed(question), log_of(question).judged[-1].load_kg
    same = same_load(load_of(question), last_kg)
    heavier, lighter = load_of(question) > last_kg, load_of(question) < last_kg
    assert (advice.action is Action.INCREASE_LOAD) == (heavier and not same)
    if advice.action is not Action.START:
        assert (advice.action is Action.DELOAD) == (lighter and not same)


@given(questions() | on_the_body())
def test_effort_and_target_are_what_capacity_leaves_or_warned_of(
    question: ExerciseQuestion,
) -> None:
    part = prescribe(question, ten_at_fifty)
    one = prescribed(question).sets[0]
    if one.capacity is not None and one.repetitions_target is not None:
        left = one.capacity.value - one.repetitions_target
        assert one.repetitions_in_reserve == min(2, max(1, math.floor(left)))
    if one.chance is not None:
        warned = "out_of_reach" in {each.code for each in part.warnings}
        assert warned == (one.chance < 0.25)


@given(questions() | on_the_body())
def test_nobody_is_sent_to_many_sets_unasked(question: ExerciseQuestion) -> None:
    assert len(prescribed(question).sets) <= max(6, question.targets.sets or 0)


@given(questions() | on_the_body())
def test_a_gap_is_named_once(question: ExerciseQuestion) -> None:
    codes = [each.code for each in prescribe(question).missing]
    assert len(codes) == len(set(codes))


@given(questions() | on_the_body(), st.integers(0, 2**32))
def test_the_order_of_the_sessions_does_not_matter(question: ExerciseQuestion, seed: int) -> None:
    shuffled = random.Random(seed).sample(question.sessions, len(question.sessions))
    other = replace(question, sessions=tuple(shuffled))
    assert prescribe(other, ten_at_fifty) == prescribe(question, ten_at_fifty)


@given(questions() | on_the_body(), st.integers(0, 300))
def test_a_longer_pause_never_raises_the_load(question: ExerciseQuestion, days: int) -> None:
    later = replace(question, at=question.at + timedelta(days=days))
    assert load_of(later) <= load_of(question)


@given(questions() | on_the_body())
def test_every_set_is_used_or_left_out_by_name(question: ExerciseQuestion) -> None:
    evidence = prescribe(question, ten_at_fifty).evidence
    named = [*evidence.used, *(each.id for each in evidence.excluded)]
    assert sorted(named) == sorted(one.id for each in question.sessions for one in each.sets)
