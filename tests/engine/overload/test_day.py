"""The day may hold or lower a demand, never raise it: check-ins, weeks, deficits, pauses."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.engine.answer import Part, Status
from app.engine.load.mesocycle import Mesocycle, MesocycleWeek, mesocycle_weeks
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.progression.gzclp import T3Parameters
from app.engine.records import LoadMode, Measure, PerformedSet, RecoveryNote
from tests.engine.overload.test_prescribe import codes, question, tireless

TARGETS = Targets(8, 12, 3)
WEEKS = {week.number: week for week in mesocycle_weeks(Mesocycle())}


def asked(done: str, days: float = 2, **other: Any) -> ExerciseQuestion:
    return question(done, days, **{"targets": TARGETS, **other})


def noted(asked: ExerciseQuestion, hours: float = 3, **felt: Any) -> ExerciseQuestion:
    note = RecoveryNote("note", asked.at - timedelta(hours=hours), **felt)
    return replace(asked, recovery_notes=(note,), areas=frozenset({"quadriceps"}))


def text(part: Part[Prescription]) -> str:
    """`hold 40 3x12 leave 2`; sets that differ are joined by `+`."""
    assert part.value is not None
    sets = []
    for one in dict.fromkeys(part.value.sets):
        count = part.value.sets.count(one)
        amount = one.repetitions_target or f"{one.duration_s or one.distance_m:g}"
        load = "" if one.load_kg is None else f"{one.load_kg:g} "
        open_end = "+" if one.open_ended else ""
        sets.append(f"{load}{count}x{amount}{open_end} leave {one.repetitions_in_reserve:g}")
    return f"{part.value.action} {' + '.join(sets)}"


FULL, MORE = "40x12,12,12", "40x12,10,9"
CHECK_INS = [
    (FULL, {}, "increase_load 42.5 3x8 leave 2"),
    (FULL, {"readiness_1_to_5": 5}, "increase_load 42.5 3x8 leave 2"),
    (FULL, {"readiness_1_to_5": 2}, "hold 40 3x12 leave 2"),
    (FULL, {"readiness_1_to_5": 1}, "deload 35 3x12 leave 2"),
    (FULL, {"sleep_h": 4.0}, "hold 40 3x12 leave 2"),
    (FULL, {"soreness_0_to_10": {"quadriceps": 9.0}}, "deload 35 3x12 leave 2"),
    (FULL, {"soreness_0_to_10": {"chest": 9.0}}, "increase_load 42.5 3x8 leave 2"),
    (FULL, {"pain_0_to_10": {"quadriceps": 2.0}}, "hold 40 3x12 leave 2"),
    (MORE, {}, "increase_repetitions 40 3x10 leave 2"),
    (MORE, {"readiness_1_to_5": 2}, "hold 40 3x9 leave 2"),
    ("20x12,12,12", {"readiness_1_to_5": 1}, "hold 20 3x12 leave 2"),
]


@pytest.mark.parametrize(("done", "felt", "following"), CHECK_INS)
def test_a_check_in_holds_or_lowers(done: str, felt: dict[str, Any], following: str) -> None:
    plain = asked(done)
    part = prescribe(noted(plain, **felt) if felt else plain, tireless)
    assert text(part) == following
    if felt:
        assert "note" in part.evidence.used


def test_a_stale_check_in_is_named_and_changes_nothing() -> None:
    part = prescribe(noted(asked(FULL), 60, readiness_1_to_5=1), tireless)
    assert text(part) == "increase_load 42.5 3x8 leave 2"
    assert ("note", "stale") in {(one.id, one.reason) for one in part.evidence.excluded}


def test_pain_that_was_noted_is_refused_like_pain_that_is_told() -> None:
    part = prescribe(noted(asked(FULL), pain_0_to_10={"quadriceps": 5.0}), tireless)
    assert part.status is Status.REFUSED
    assert codes(part) == ["pain"]
    assert part.instead
    elsewhere = noted(asked(FULL), pain_0_to_10={"chest": 5.0})
    assert prescribe(elsewhere, tireless).status is Status.OK


def test_a_set_that_was_added_is_held_back_too() -> None:
    plain = asked("0x12,12,12", load_mode=LoadMode.NONE, loads=None)
    assert text(prescribe(plain, tireless)) == "add_set 4x12 leave 2"
    assert text(prescribe(noted(plain, readiness_1_to_5=2), tireless)) == "hold 3x12 leave 2"


def test_on_the_body_lower_is_more_assistance() -> None:
    pull_up = asked(
        "-20x7,7,7",
        load_mode=LoadMode.BODY_WEIGHT,
        body_mass_kg=80.0,
        body_mass_share=0.95,
    )
    plain, lowered = (
        prescribe(each, tireless) for each in (pull_up, noted(pull_up, readiness_1_to_5=1))
    )
    assert plain.value is not None
    assert lowered.value is not None
    assert (lowered.value.sets[0].load_kg or 0) < (plain.value.sets[0].load_kg or 0)


@pytest.mark.parametrize(
    ("done", "week", "following"),
    [
        (FULL, WEEKS[1], "increase_load 42.5 3x8 leave 3"),
        (FULL, WEEKS[4], "increase_load 42.5 3x8 leave 1"),
        (FULL, WEEKS[5], "deload 40 2x12 leave 5"),
        (MORE, WEEKS[5], "deload 40 2x9 leave 5"),
        (FULL, MesocycleWeek(3, False, 2.0, 1.5), "increase_load 42.5 5x8 leave 2"),
    ],
)
def test_a_week_of_a_mesocycle(done: str, week: MesocycleWeek, following: str) -> None:
    assert text(prescribe(asked(done, week=week), tireless)) == following


@pytest.mark.parametrize(
    ("week", "reserve", "said"),
    [
        (WEEKS[2], None, "Week 2 of the mesocycle: stop with about 2.5 repetitions in reserve."),
        (WEEKS[4], None, "Week 4 of the mesocycle: stop with about 1 repetition in reserve."),
        (WEEKS[4], 2.0, None),
        (WEEKS[5], None, None),
        (None, None, None),
    ],
)
def test_the_effort_of_a_week_is_said(
    week: MesocycleWeek | None, reserve: float | None, said: str | None
) -> None:
    plain = asked(FULL, week=week)
    told = replace(plain, targets=replace(plain.targets, repetitions_in_reserve=reserve))
    found = [one.text for one in prescribe(told, tireless).because if one.code == "reserve_of_week"]
    assert found == ([said] if said else [])


def test_in_a_deload_week_a_check_in_takes_nothing_more_off() -> None:
    tired = noted(asked(FULL, week=WEEKS[5]), readiness_1_to_5=1)
    assert text(prescribe(tired, tireless)) == "deload 40 2x12 leave 5"


def test_in_a_deficit_to_hold_is_to_succeed() -> None:
    done = "60x9,9,9 60x9,9,9 60x9,9,9 60x9,9,9"
    assert text(prescribe(asked(done), tireless)).startswith("deload")
    eating_less = asked(done, deficit_since=asked(done).sessions[0].performed_at)
    part = prescribe(eating_less, tireless)
    assert text(part) == "hold 60 3x10 leave 2"
    assert "held_in_deficit" in codes(part)


OPEN: dict[str, Any] = {"scheme": "gzclp_t3", "targets": Targets()}


@pytest.mark.parametrize(
    ("done", "days", "following"),
    [
        ("50x15,15,20 " * 6, 2, "hold 50 2x15 leave 2 + 50 1x15+ leave 2"),
        ("50x15,15,20 " * 6, 30, "deload 45 3x15 leave 2"),
        ("50x15,15,20 " * 6, 200, "start 30 2x15 leave 2"),
    ],
)
def test_after_a_pause_nothing_is_open_ended(done: str, days: float, following: str) -> None:
    assert text(prescribe(question(done.strip(), days, **OPEN), tireless)) == following


def test_a_pyramid_keeps_its_shape_after_a_pause() -> None:
    pyramid = question("60x12 + 65x10 + 70x8", 30, scheme="per_set", targets=Targets())
    assert text(prescribe(pyramid, tireless)) == (
        "deload 52.5 1x12 leave 2 + 57.5 1x8 leave 2 + 62.5 1x6 leave 2"
    )


def test_holds_become_shorter_after_a_pause_and_no_longer_on_a_bad_day() -> None:
    plain = question("40x10")
    hold = PerformedSet("hold", duration_s=20.0)
    sessions = (replace(plain.sessions[0], sets=(hold,) * 3),)
    holds = replace(
        plain, sessions=sessions, scheme="timed_hold", measure=Measure.DURATION, loads=None
    )
    assert text(prescribe(holds, tireless)) == "increase_duration 3x25 leave 2"
    back = replace(holds, at=holds.at + timedelta(days=40))
    assert text(prescribe(back, tireless)) == "hold 3x22 leave 2"
    tired = noted(holds, readiness_1_to_5=2)
    assert text(prescribe(tired, tireless)) == "hold 3x20 leave 2"


def test_an_open_ended_set_leaves_something_until_the_exercise_is_known() -> None:
    few = prescribe(question("50x15,15,25", **OPEN), tireless)
    assert "maximal_effort_too_early" in codes(few)
    many = question(("50x15,15,20 " * 6).strip(), scheme="gzclp_t3")
    many = replace(many, scheme_parameters=T3Parameters(), targets=Targets())
    part = prescribe(many, tireless)
    assert "maximal_effort_too_early" not in codes(part)
