"""A deload that was planned: lighter while it lasts, and afterwards as if it had not been."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.engine.load.mesocycle import DeloadDays, Mesocycle, mesocycle_weeks
from app.engine.overload.deload_sessions import deload_remark, without_deload
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.overload.simulate import simulate
from app.engine.overload.targets import log_of
from app.engine.progression.schemes import SCHEMES
from app.engine.records import LoadMode, Measure
from tests.engine.overload.test_day import text
from tests.engine.overload.test_prescribe import codes, question, ten_at_fifty, tireless
from tests.engine.overload.test_simulate import told
from tests.engine.progression.written import sessions_of

DELOAD = mesocycle_weeks(Mesocycle())[-1]
LAST = "40x5"
"""One set at less: what a deload may look like."""


def around(asked: ExerciseQuestion, sessions: int = 1) -> DeloadDays:
    """The days of the last sessions of a log."""
    first_on = asked.sessions[-sessions].performed_at.date()
    return DeloadDays(first_on, first_on + timedelta(days=6))


def without_last(asked: ExerciseQuestion) -> ExerciseQuestion:
    """The same question as if the last session had not been."""
    return replace(asked, sessions=asked.sessions[:-1])


REPETITIONS = sorted(n for n, one in SCHEMES.items() if Measure.REPETITIONS in one.measures)
LOGS = ("60x12,12,12", "60x12,10,9", "60x5,5,5,5,5 " * 6, "60x9,9,9 60x9,9,9", "80x6 + 70x8")


@pytest.mark.parametrize("scheme", REPETITIONS)
@pytest.mark.parametrize("done", LOGS)
@pytest.mark.parametrize("targets", [Targets(8, 12, 3), Targets(8, 12), Targets()])
def test_no_scheme_holds_a_deload_against_anybody(scheme: str, done: str, targets: Targets) -> None:
    asked = question(f"{done.strip()} {LAST}", scheme=scheme, targets=targets)
    judged = prescribe(replace(asked, deload_days=around(asked)), tireless)
    as_if = prescribe(without_last(asked), tireless)
    assert (judged.status, judged.value) == (as_if.status, as_if.value)


@pytest.mark.parametrize("scheme", ["timed_hold", "distance_duration"])
def test_nor_do_schemes_that_count_seconds(scheme: str) -> None:
    told = SCHEMES[scheme].parameters()
    measure = getattr(told, "measure", Measure.DURATION)
    done = {Measure.DURATION: "30s,30s,30s 20s", Measure.DISTANCE: "400m 100m"}[measure]
    sessions = sessions_of(done, "kg")
    asked = replace(
        question("40x1"),
        sessions=sessions,
        scheme=scheme,
        measure=measure,
        loads=None,
        load_mode=LoadMode.NONE,
    )
    asked = replace(asked, at=sessions[-1].performed_at + timedelta(days=2))
    judged = prescribe(replace(asked, deload_days=around(asked)), tireless)
    assert judged.value == prescribe(without_last(asked), tireless).value


@pytest.mark.parametrize(
    ("done", "deloads", "following"),
    [
        # Two of three sets, "2 of 3 done, number 1", and again in the next: a step back.
        ("60x12,12,10 60x12,12 60x12,12", 0, "deload 52.5 3x8 leave 2"),
        ("60x12,12,10 60x12,12 60x12,12", 2, "increase_repetitions 60 3x11 leave 2"),
        # A load that the lifter took off by themselves is no new demand.
        ("60x12,12,12 50x8,8", 1, "increase_load 62.5 3x8 leave 2"),
        # Trained in a deload only: there is nothing else to go by.
        ("60x12,12", 1, "hold 60 3x12 leave 2"),
    ],
)
def test_afterwards_it_goes_on_where_it_was(done: str, deloads: int, following: str) -> None:
    asked = question(done, targets=Targets(8, 12, 3))
    days = around(asked, deloads) if deloads else None
    assert text(prescribe(replace(asked, deload_days=days), tireless)) == following


def test_what_is_passed_over_is_named() -> None:
    asked = question("60x12,12,12 60x12,12", targets=Targets(8, 12, 3))
    asked = replace(asked, deload_days=around(asked))
    part = prescribe(asked, tireless)
    assert codes(part)[:2] == ["last_session", "deload_not_judged"]
    left_out = [one.reason for one in part.evidence.excluded]
    assert left_out == ["deload_week", "deload_week"]
    assert len(part.evidence.used) == 3
    later = question("60x12,12,12 60x12,12 60x8,8,8", targets=Targets(8, 12, 3))
    again = replace(later, deload_days=DeloadDays(*[later.sessions[1].performed_at.date()] * 2))
    assert "deload_not_judged" not in codes(prescribe(again, tireless))


def test_days_of_a_deload_that_nobody_trained_change_nothing() -> None:
    asked = question("60x12,12,12", targets=Targets(8, 12, 3))
    ahead = DeloadDays(asked.at.date(), date.max)
    assert prescribe(replace(asked, deload_days=ahead), tireless) == prescribe(asked, tireless)
    log = log_of(asked)
    assert without_deload(log, ahead) is log
    assert deload_remark(log, None) == ()


def test_a_deload_is_trained_and_no_pause() -> None:
    asked = question("60x12,12,12 (10d) 60x12,12", 6, targets=Targets(8, 12, 3))
    part = prescribe(replace(asked, deload_days=around(asked)), tireless)
    assert "re_entry" not in codes(part)
    soon = replace(asked, at=asked.sessions[-1].performed_at + timedelta(hours=20))
    early = prescribe(replace(soon, deload_days=around(asked)), tireless)
    assert "recovery" in {one.code for one in early.warnings}


@pytest.mark.parametrize(
    ("done", "other", "following"),
    [
        # Repetitions fall within the range, so that the reserve is left.
        ("35x12,12,12", {}, "deload 35 2x9 leave 5"),
        ("40x12,12,12", {}, "deload 40 2x8 leave 4"),
        # The second session of the week is no half of a half.
        ("40x10,10,10 40x8,8", {"deloads": 1}, "deload 40 2x8 leave 4"),
        # Where the range is fixed a tenth of the load goes.
        ("75x5,5,5", {"scheme": "linear"}, "deload 67.5 3x5 leave 2"),
        # A sum has no range of its own: no set is less than half of its target.
        ("50x9,9,9", {"scheme": "repetition_sum"}, "deload 50 2x5 leave 5"),
        # The next dumbbell is too far below.
        ("20x8,8,8", {"step": 10.0}, "deload 20 2x8 leave 5"),
        # An effort of the scheme's own gives way to that of the deload.
        ("50x8,8,8", {"scheme": "rir_target"}, "deload 45 2x8 leave 3"),
    ],
)
def test_a_deload_leaves_its_reserve(done: str, other: dict[str, Any], following: str) -> None:
    deloads, step = other.pop("deloads", 0), other.pop("step", None)
    targets = Targets(step=step) if other else Targets(8, 12, 3, step=step)
    asked = question(done, targets=targets, week=DELOAD, **other)
    asked = replace(asked, deload_days=around(asked, deloads) if deloads else None)
    assert text(prescribe(asked, ten_at_fifty)) == following


def test_a_simulation_passes_over_the_days_that_are_over() -> None:
    asked = question("60x12,12,12 60x12,11 60x12,11", targets=Targets(8, 12, 3))
    days = around(asked, 2)
    part = simulate(replace(asked, deload_days=days), told())
    assert part.value is not None
    assert part.value.sessions[0].action == "increase_load"
    ahead = DeloadDays(asked.at.date(), asked.at.date() + timedelta(days=6))
    assert simulate(replace(asked, deload_days=ahead), told()) == simulate(asked, told())


def test_where_nothing_can_be_told_the_reserve_is_simply_asked_for() -> None:
    pull_up = question(
        "-5x10,10,10 0x10,10,10",
        targets=Targets(8, 12, 3),
        week=DELOAD,
        load_mode=LoadMode.BODY_WEIGHT,
    )
    assert text(prescribe(pull_up, tireless)) == "deload 0 2x10 leave 5"
    hold = replace(
        question("40x1"),
        sessions=sessions_of("30s,30s,30s", "kg"),
        scheme="timed_hold",
        measure=Measure.DURATION,
        loads=None,
        load_mode=LoadMode.NONE,
        week=DELOAD,
    )
    part = prescribe(hold)
    assert part.value is not None
    assert "deload_easier" not in codes(part)
