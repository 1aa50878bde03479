"""The next session of one exercise: what is prescribed, why, from what, and what is refused."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.engine.answer import Estimate, Evidence, Part, Status, ok
from app.engine.equipment.grid import LoadGrid
from app.engine.overload.predictions import Predictor
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.question import ExerciseDefaults, ExerciseQuestion, Targets
from app.engine.progression.action import Action
from app.engine.progression.double.state import DoubleProgressionParameters
from app.engine.progression.linear import LinearParameters
from app.engine.progression.timed_hold import TimedHoldParameters
from app.engine.records import (
    ExerciseSession,
    LoadMode,
    Measure,
    PerformedSet,
    RecoveryNote,
    SetKind,
    Tempo,
)
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from app.engine.units import MassUnit, from_kg
from tests.engine.progression.double.traces import sessions_of
from tests.engine.progression.written import sessions_of as holds

GRIDS = {"kg": LoadGrid("kg", 2.5, 20), "lb": LoadGrid("lb", 5, 45)}


def ten_at_fifty(
    _sessions: Sequence[ExerciseSession], _at: datetime, loads_kg: Sequence[float], **_: Any
) -> RepetitionsAnswer:
    """A lifter whose repetitions are 500 kg divided by the load, and who always makes them."""
    items = tuple(ok(at_load(load_kg)) for load_kg in loads_kg)
    return RepetitionsAnswer(items, Evidence(), (), ())


def at_load(load_kg: float) -> RepetitionsAtLoad:
    most = 500 / load_kg
    estimate = Estimate(most, most - 1, most + 1)
    chance = tuple(float(most >= k) for k in range(1, 21))
    return RepetitionsAtLoad(load_kg, estimate, estimate, chance)


def tireless(
    _sessions: Sequence[ExerciseSession], _at: datetime, loads_kg: Sequence[float], **_: Any
) -> RepetitionsAnswer:
    """A lifter who can do whatever the rule asks for, so that the rule alone is seen."""
    estimate = Estimate(100, 99, 101)
    items = tuple(ok(RepetitionsAtLoad(each, estimate, estimate, (1.0,) * 20)) for each in loads_kg)
    return RepetitionsAnswer(items, Evidence(), (), ())


def question(done: str, days: float = 2, unit: MassUnit = "kg", **other: Any) -> ExerciseQuestion:
    sessions = sessions_of(done, unit)
    at = sessions[-1].performed_at + timedelta(days=days)
    asked = ExerciseQuestion(sessions, at, loads=GRIDS[unit], mass_unit=unit)
    return replace(asked, **other)


def prescribed(asked: ExerciseQuestion, predict: Predictor = ten_at_fifty) -> Prescription:
    part = prescribe(asked, predict)
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def first(asked: ExerciseQuestion) -> PrescribedSet:
    return prescribed(asked).sets[0]


def codes(part: Part[Prescription]) -> list[str]:
    return [reason.code for reason in part.because]


def missing(part: Part[Prescription]) -> list[str]:
    return [each.code for each in part.missing]


def text_of(asked: ExerciseQuestion, predict: Predictor = tireless) -> str:
    """`increase_load 42.5 3x8 of 8-12`."""
    advice = prescribed(asked, predict)
    one = advice.sets[0]
    assert one.load_kg is not None
    load = f"{round(from_kg(one.load_kg, asked.mass_unit), 2):g}"
    sets = f"{len(advice.sets)}x{one.repetitions_target}"
    return f"{advice.action} {load} {sets} of {one.repetitions_low}-{one.repetitions_high}"


WITHOUT_A_PROGRAMME = """
40x12,12,12                          | increase_load 42.5 3x8 of 8-12
40x14,13,13                          | increase_load 42.5 3x8 of 8-12
40x7,7,7                             | hold 40 3x8 of 8-12
60x5,5,5                             | increase_repetitions 60 3x6 of 3-6
60x6,6,6                             | increase_load 62.5 3x3 of 3-6
60x3,3,3                             | increase_load 62.5 3x1 of 1-3
60x1                                 | increase_repetitions 60 1x2 of 1-3
40x15,15,15                          | increase_load 42.5 3x12 of 12-15
40x20,18,18                          | increase_repetitions 40 3x19 of 15-20
40x40,38,35                          | increase_repetitions 40 3x36 of 30-40
40x40,40,40                          | increase_load 42.5 3x30 of 30-40
40x55                                | increase_repetitions 40 1x56 of 40-60
40x120                               | increase_load 42.5 1x60 of 60-100
60x1 60x1 60x1 60x10,10              | increase_repetitions 60 2x11 of 8-12
40x21,21                             | increase_repetitions 40 2x22 of 20-30
12x30,30 12x30,30 12x7,7             | hold 12 2x8 of 8-12
60x10,9,9,8,8,7,7,7                  | hold 60 6x8 of 8-12
60x10,9,9,8,8,8,7,7                  | increase_repetitions 60 6x9 of 8-12
60x9,9,9,9,9,9,9 60x9,9,9,9,9,9      | increase_repetitions 60 6x10 of 8-12
60x5,5,5 60x12,12,12 60x12,12,12     | increase_load 62.5 3x8 of 8-12
100x5,5,5 80x10,10,10                | increase_repetitions 80 3x11 of 8-12
60x9,9,9 60x9,9,9 60x9,9,9 60x9,9,9  | increase_repetitions 60 3x10 of 8-12
"""


@pytest.mark.parametrize("line", WITHOUT_A_PROGRAMME.strip().splitlines())
def test_the_range_follows_the_log(line: str) -> None:
    done, following = (cell.strip() for cell in line.split("|"))
    assert text_of(question(done)) == following


def test_repetitions_on_the_way_to_a_far_dumbbell_keep_their_range() -> None:
    dumbbells = LoadGrid("kg", 2, 2)
    on_the_way = question("10x12,12,12 10x15,15,15 10x15,15,15", loads=dumbbells)
    assert text_of(on_the_way) == "increase_repetitions 10 3x16 of 8-16"
    assert text_of(question("10x16,16,16", loads=dumbbells)) == "increase_load 12 3x8 of 8-12"


AFTER_A_PAUSE = """
60x12,12,12 | 13  | increase_load 62.5 3x8 of 8-12
60x12,12,12 | 14  | deload 57.5 3x8 of 8-12
60x12,12,12 | 28  | deload 55 3x8 of 8-12
60x12,12,12 | 84  | deload 47.5 3x8 of 8-12
60x12,12,12 | 182 | deload 47.5 3x8 of 8-12
60x12,12,12 | 183 | start 35 2x8 of 8-12
65x12,12,12 | 183 | start 37.5 2x8 of 8-12
22.5x9,9,9  | 14  | hold 22.5 3x8 of 8-12
20x9,9,9    | 183 | start 20 2x8 of 8-12
61.2x9,9,9  | 14  | deload 57.5 3x8 of 8-12
10x9,9,9    | 30  | hold 10 3x8 of 8-12
"""


@pytest.mark.parametrize("line", AFTER_A_PAUSE.strip().splitlines())
def test_after_a_pause_the_load_is_lower(line: str) -> None:
    done, days, following = (cell.strip() for cell in line.split("|"))
    assert text_of(question(done, float(days))) == following


def test_a_pause_does_not_undo_a_step_back() -> None:
    stuck = Targets(repetitions_low=8, repetitions_high=12, sets=1)
    asked = question("60x7 60x7 60x7", 20, targets=stuck)
    assert text_of(asked) == "deload 52.5 1x8 of 8-12"


def test_without_a_grid_a_pause_restarts_the_repetitions() -> None:
    assert text_of(question("0x12,12,12", 30, loads=None)) == "hold 0 3x8 of 8-12"
    assert text_of(question("40x12,12,12", 30, loads=None)) == "hold 40 3x8 of 8-12"


def test_where_nothing_is_light_enough_for_a_return_it_says_so() -> None:
    part = prescribe(question("22.5x9,9,9", 200), ten_at_fifty)
    assert [each.code for each in part.warnings] == ["lightest_load_still_heavy"]
    assert not prescribe(question("60x9,9,9", 200), ten_at_fifty).warnings
    push_ups = prescribe(question("0x9,9,9", 200, load_mode=LoadMode.BODY_WEIGHT), ten_at_fifty)
    assert [each.code for each in push_ups.warnings] == ["lightest_load_still_heavy"]


def test_a_scheme_that_begins_is_no_return_from_a_pause() -> None:
    begins = question("60x5,5,5,5,5", 5, scheme="linear", scheme_parameters=LinearParameters())
    begins = replace(begins, targets=Targets(since=begins.at))
    part = prescribe(begins, tireless)
    assert part.value is not None
    assert part.value.action is Action.START
    assert not part.warnings


@pytest.mark.parametrize(("pain", "action"), [(None, Action.HOLD), (0.0, Action.CHANGE_VARIATION)])
def test_a_check_in_says_how_much_it_hurts(pain: float | None, action: Action) -> None:
    asked = replace(
        question("0x1"),
        sessions=tuple(holds("30s,30s,30s", "kg")),
        scheme="timed_hold",
        scheme_parameters=TimedHoldParameters(duration_s=30, pain_gate=True),
        areas=frozenset({"adductors"}),
    )
    said = {} if pain is None else {"adductors": pain}
    note = RecoveryNote("a", asked.at - timedelta(hours=1), readiness_1_to_5=4, pain_0_to_10=said)
    assert (
        prescribed(replace(asked, measure=Measure.DURATION, recovery_notes=(note,))).action
        is action
    )


def test_pounds_are_read_rounded_and_said_in_pounds() -> None:
    asked = question("135x12,12,12", unit="lb")
    assert text_of(asked) == "increase_load 140 3x8 of 8-12"
    said = " ".join(reason.text for reason in prescribe(asked, ten_at_fifty).because)
    assert "from 135 lb to 140 lb" in said
    assert "kg" not in said


def test_an_answer_names_its_conventions() -> None:
    defaults = ExerciseDefaults(tempo=Tempo(2, 0, 1, 0))
    part = prescribe(question("40x12,12,12", defaults=defaults), ten_at_fifty)
    assert codes(part) == [
        "last_session",
        "full_success",
        "load_raised",
        "step_within_tenth",
        "range_default",
        "sets_as_done",
        "step_default",
        "rest_default",
        "tempo_default",
        "reserve_default",
        "warm_up",
    ]
    assert missing(part) == ["targets"]


def test_what_a_programme_sets_is_no_convention() -> None:
    targets = Targets(8, 12, 3, 4, 5.0, 90.0, Tempo(3, 0, 1, 0), 1.0)
    part = prescribe(question("40x12,12,12", targets=targets), ten_at_fifty)
    assert codes(part) == ["last_session", "full_success", "step_too_large", "warm_up"]
    assert missing(part) == []
    assert part.value is not None
    one = part.value.sets[0]
    assert (one.rest_s, one.tempo, one.repetitions_in_reserve) == (90.0, Tempo(3, 0, 1, 0), 1.0)


@pytest.mark.parametrize(
    ("low", "high", "of"),
    [(5, None, (5, 12)), (15, None, (15, 15)), (None, 6, (6, 6)), (None, 20, (8, 20))],
)
def test_one_end_of_a_range(low: int | None, high: int | None, of: tuple[int, int]) -> None:
    one = first(question("40x7,7,7", targets=Targets(low, high)))
    assert (one.repetitions_low, one.repetitions_high) == of


def test_a_range_told_as_a_parameter_of_the_scheme_is_set() -> None:
    told = DoubleProgressionParameters(5, 8, sets=3)
    asked = question("40x8,8,8", scheme_parameters=told)
    assert text_of(asked) == "increase_load 42.5 3x5 of 5-8"
    assert missing(prescribe(asked, tireless)) == []


def test_sessions_before_the_targets_cannot_have_failed_them() -> None:
    asked = question("60x7 60x7 60x7 60x7")
    since = asked.sessions[2].performed_at
    assert text_of(replace(asked, targets=Targets(8, 12, 1))).startswith("deload")
    assert text_of(replace(asked, targets=Targets(8, 12, 1, since=since))).startswith("deload")
    later = since + timedelta(days=1)
    assert text_of(replace(asked, targets=Targets(8, 12, 1, since=later))).startswith("hold")


@pytest.mark.parametrize(
    "wrong",
    [
        {"repetitions_low": 0},
        {"repetitions_low": 9, "repetitions_high": 8},
        {"sets": 0},
        {"step": 0.0},
        {"step": float("nan")},
    ],
)
def test_targets_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must be|at least|upside down"):
        Targets(**wrong)  # type: ignore[arg-type]


def test_predictions_are_of_the_prescribed_load() -> None:
    one = first(question("50x12,12,12"))
    assert one.load_kg == 52.5
    assert one.prediction == Estimate(500 / 52.5, 500 / 52.5 - 1, 500 / 52.5 + 1)
    assert one.chance == 1.0
    assert first(question("50x19,19,19 50x19,19,19", targets=Targets(15, 20))).chance == 0.0


def test_no_chance_is_given_beyond_twenty_repetitions() -> None:
    one = first(question("20x25,22,21"))
    assert one.repetitions_target == 22
    assert one.chance is None
    assert one.prediction is not None


def test_the_real_models_answer_too() -> None:
    part = prescribe(question("40x12,12,11 40x12,12,12"))
    assert part.value is not None
    one = part.value.sets[0]
    assert one.capacity is not None
    assert one.chance is not None
    assert 0.5 < one.chance <= 1.0
    assert missing(part) == ["targets", "repetitions_in_reserve"]


BODY: dict[str, Any] = {"load_mode": LoadMode.BODY_WEIGHT, "loads": LoadGrid("kg", 2.5, 0)}


def test_the_body_is_part_of_what_is_lifted() -> None:
    known = question("0x12,12,12", **BODY, body_mass_kg=80.0, body_mass_share=0.95)
    assert text_of(known) == "increase_load 2.5 3x8 of 8-12"
    prediction = first(known).prediction
    assert prediction is not None
    assert prediction.value == pytest.approx(500 / 78.5)


def test_without_a_body_mass_equal_loads_are_still_predicted() -> None:
    same = prescribe(question("0x9,9,9 0x10,9,9", **BODY), ten_at_fifty)
    assert same.value is not None
    assert same.value.sets[0].prediction == Estimate(10, 9, 11)
    raised = prescribe(question("0x12,12,12", **BODY), ten_at_fifty)
    assert raised.value is not None
    assert raised.value.sets[0].prediction is None
    assert raised.value.sets[0].chance is None
    assert missing(raised) == ["targets", "body_mass"]


def test_assistance_is_reduced_and_a_step_back_adds_to_it() -> None:
    machine = LoadGrid("kg", 5, -60, 0)
    assisted = question("-20x12,12,12", loads=machine, body_mass_kg=80.0, body_mass_share=0.95)
    assert text_of(assisted) == "increase_load -15 3x8 of 8-12"
    targets = Targets(8, 12, 1)
    stuck = question("-20x7 -20x7 -20x7", loads=machine, targets=targets)
    assert text_of(stuck) == "deload -25 1x8 of 8-12"


def test_assistance_below_the_grid_shows_that_it_goes_further_down() -> None:
    belt = question("-20x12,12,12", **BODY)
    assert text_of(belt) == "increase_load -17.5 3x8 of 8-12"
    bar = question("-30x12,12,12", load_mode=LoadMode.EXTERNAL)
    assert text_of(bar) == "increase_load -27.5 3x8 of 8-12"


def test_a_log_of_zeros_is_not_sent_to_the_empty_bar() -> None:
    part = prescribe(question("0x12,12,12"), ten_at_fifty)
    assert text_of(question("0x12,12,12")) == "add_set 0 4x12 of 8-12"
    assert missing(part) == ["loads", "targets"]


def test_where_most_sessions_name_no_load_the_body_is_lifted() -> None:
    dips = question("0x9,9,9 10x6,6,6 0x9,9,9 0x12,12,12")
    assert text_of(dips) == "increase_load 2.5 3x8 of 8-12"
    forgotten = question("60x9,9,9 60x9,9,9 0x12,12,12")
    assert text_of(forgotten) == "increase_repetitions 60 3x10 of 8-12"


def test_an_exercise_without_load_has_none() -> None:
    one = first(question("0x12,12,11", load_mode=LoadMode.NONE))
    assert (one.load_kg, one.unrounded_load_kg, one.rounding_kg) == (None, None, None)
    assert one.prediction == Estimate(10, 9, 11)


def test_a_slowed_tempo_asks_to_be_logged() -> None:
    targets = Targets(8, 12, 1, sets_max=1)
    part = prescribe(question("0x12", loads=None, targets=targets), ten_at_fifty)
    assert part.value is not None
    assert part.value.sets[0].tempo == Tempo(3, 0, 1, 0)
    assert missing(part) == ["loads", "tempo"]


def test_every_set_left_out_is_named() -> None:
    asked = question("40x12,12,12")
    day = asked.sessions[0].performed_at
    kinds = (SetKind.WARM_UP, SetKind.DROP)
    more = [PerformedSet(kind.value, 40.0, 12, kind=kind) for kind in kinds]
    more += [
        PerformedSet("zero", 40.0, 0),
        PerformedSet("none", 40.0),
        PerformedSet("back_off", 30.0, 15),
        PerformedSet("unloaded", None, 12),
        PerformedSet("typo", 400.0, 12),
    ]
    session = ExerciseSession(day, (*asked.sessions[0].sets, *more))
    later = ExerciseSession(asked.at + timedelta(days=1), (PerformedSet("tomorrow", 50.0, 5),))
    part = prescribe(replace(asked, sessions=(later, session)), ten_at_fifty)
    assert part.evidence.used == ("s1", "s2", "s3")
    assert {each.id: each.reason for each in part.evidence.excluded} == {
        "warm_up": "warm_up",
        "drop": "drop",
        "zero": "no_repetitions",
        "none": "no_repetitions",
        "back_off": "below_top_load",
        "unloaded": "no_load",
        "typo": "implausible_load",
        "tomorrow": "future",
    }
    assert part.value is not None
    assert part.value.sets[0].load_kg == 42.5


def test_only_the_last_sixty_sessions_are_read() -> None:
    part = prescribe(question(" ".join(["40x10"] * 62)), ten_at_fifty)
    assert part.evidence.excluded == ()
    assert len(part.evidence.used) == 60


@pytest.mark.parametrize(
    ("kind", "reserve", "hours", "ready"),
    [
        (SetKind.WORKING, None, 47, "2026-01-09T18:00:00+00:00"),
        (SetKind.WORKING, 2.0, 48, None),
        (SetKind.FAILURE, None, 71, "2026-01-10T18:00:00+00:00"),
        (SetKind.WORKING, 0.0, 48, "2026-01-10T18:00:00+00:00"),
        (SetKind.FAILURE, None, 72, None),
    ],
)
def test_too_soon_is_a_warning(
    kind: SetKind, reserve: float | None, hours: float, ready: str | None
) -> None:
    asked = question("40x10", hours / 24)
    done = replace(asked.sessions[0].sets[0], kind=kind, repetitions_in_reserve=reserve)
    sessions = (replace(asked.sessions[0], sets=(done,)),)
    part = prescribe(replace(asked, sessions=sessions), ten_at_fifty)
    assert [each.values["ready_at"] for each in part.warnings] == ([ready] if ready else [])


@pytest.mark.parametrize("sets", [(), (PerformedSet("w", 20.0, 10, kind=SetKind.WARM_UP),)])
def test_no_load_is_invented_for_a_first_session(sets: tuple[PerformedSet, ...]) -> None:
    asked = question("40x10")
    sessions = (replace(asked.sessions[0], sets=sets),)
    unknown = prescribe(replace(asked, sessions=sessions, loads=None), ten_at_fifty)
    assert unknown.status is Status.INSUFFICIENT
    assert codes(unknown) == ["start"]
    assert missing(unknown) == ["first_load"]
    part = prescribe(replace(asked, sessions=sessions), ten_at_fifty)
    assert codes(part)[:2] == ["start", "start_from_lightest"]
    assert missing(part) == ["first_sets"]
    assert part.value is not None
    assert [(one.load_kg, one.repetitions_target) for one in part.value.sets] == [(20, 8), (20, 8)]
    assert {one.repetitions_in_reserve for one in part.value.sets} == {4.0}


@pytest.mark.parametrize(
    "done", [PerformedSet("plank", duration_s=45.0), PerformedSet("run", distance_m=5_000.0)]
)
def test_seconds_and_metres_become_a_little_more(done: PerformedSet) -> None:
    asked = question("40x10")
    sessions = (ExerciseSession(asked.sessions[0].performed_at, (done,)),)
    part = prescribe(replace(asked, sessions=sessions), ten_at_fifty)
    assert codes(part)[:2] == ["last_session", "timed_default"]
    assert part.value is not None
    [one] = part.value.sets
    more = one.duration_s if done.duration_s else one.distance_m
    assert more == pytest.approx(1.1 * ((done.duration_s or 0) + (done.distance_m or 0)), abs=0.51)
    told = prescribe(replace(asked, sessions=sessions, scheme="linear"), ten_at_fifty)
    assert "timed_default" not in codes(told)


def test_pain_above_three_is_refused() -> None:
    hurt = prescribe(question("40x10", pain_0_to_10=4), ten_at_fifty)
    assert hurt.status is Status.REFUSED
    assert codes(hurt) == ["pain"]
    assert hurt.instead
    assert prescribe(question("40x10", pain_0_to_10=3), ten_at_fifty).status is Status.OK


@pytest.mark.parametrize(
    ("done", "grid", "expected", "code"),
    [
        (
            "30x12,12,12 | 32.5x12,12,12",
            LoadGrid("kg", 5, 5),
            "increase_load 35 3x8 of 8-12",
            "step_from_log",
        ),
        (
            "30x12,12,12 | 30x12,12,12",
            LoadGrid("kg", 5, 5, 100),
            "increase_repetitions 30 3x13 of 8-15",
            "step_default",
        ),
        (
            "61.2x12,12,12",
            LoadGrid("kg", 2.5, 20),
            "increase_load 62.5 3x8 of 8-12",
            "step_default",
        ),
        ("40x12,12,12", LoadGrid("kg", 2, 2, 36), "increase_load 42 3x8 of 8-12", "step_default"),
    ],
)
def test_the_log_shows_what_can_be_loaded(
    done: str, grid: LoadGrid, expected: str, code: str
) -> None:
    asked = question(done, loads=grid)
    assert text_of(asked) == expected
    assert code in codes(prescribe(asked, ten_at_fifty))
