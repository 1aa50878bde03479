"""When a muscle is ready: what was trained, and when it is ready again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.load.recovery import (
    MuscleRecovery,
    Recovery,
    RecoveryState,
    recovery,
    state_of,
)
from app.engine.load.training_log import TrainingLog
from app.engine.records import RecoveryNote
from tests.engine.load.logs import ANATOMY, NOW, log_of, note

ONCE = "2026-01-30 18:00 bench 100x8"
"""48 h before NOW."""


def recovery_of(log: TrainingLog, notes: list[RecoveryNote] | None = None) -> Recovery:
    answer = recovery(log, notes or []).value
    assert answer is not None
    return answer


def ready_in_hours(part: Part[MuscleRecovery], at: datetime = NOW) -> float:
    assert part.value is not None
    if part.value.ready_at is None:
        assert part.value.state is RecoveryState.READY
        return 0.0
    assert part.value.state is RecoveryState.RECOVERING
    return (part.value.ready_at - at) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("log", "group", "hours"),
    [
        (ONCE, "chest", 0.0),
        ("2026-01-30 19:00 bench 100x8", "chest", 1.0),
        ("2026-02-01 17:00 bench 100x8", "chest", 47.0),
        # Helped with half a share: half the time.
        ("2026-02-01 17:00 bench 100x8", "triceps", 23.0),
        ("2026-01-31 18:00 bench 100x8", "triceps", 0.0),
        # To failure 72 h, whoever says it.
        ("2026-01-30 18:00 bench 100x8f", "chest", 24.0),
        ("2026-01-30 18:00 bench 100x8r0", "chest", 24.0),
        ("2026-01-30 18:00 bench 100x8 80x5d", "chest", 24.0),
        ("2026-01-31 18:00 bench 100x8f", "triceps", 12.0),
        # A light set does not build, but it tires; an easy one and a warm-up do neither.
        ("2026-02-01 17:00 bench 100x8w 20x30", "chest", 47.0),
        ("2026-02-01 17:00 bench 100x8r6 100x8w", "chest", 0.0),
        # The longest of what was done counts, not the last.
        ("2026-01-30 12:00 bench 100x8f\n2026-01-30 20:00 bench 100x8", "chest", 18.0),
        ("2026-02-01 17:00 bench 100x8", "calves", 0.0),
    ],
)
def test_hours(log: str, group: str, hours: float) -> None:
    assert ready_in_hours(recovery_of(log_of(log)).groups[group]) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("log", "novel"),
    [
        # The log reaches back far enough to say that the exercise is new.
        ("2025-12-20 18:00 row 60x8\n2026-01-30 18:00 bench 100x8", True),
        ("2025-12-20 18:00 bench 60x8\n2026-01-30 18:00 bench 100x8", True),
        ("2025-12-20 18:00 row 60x8\n2026-01-05 18:00 bench 9x9\n" + ONCE, False),
        # A log that has just begun says nothing of what was done before it.
        ("2026-01-20 18:00 row 60x8\n" + ONCE, False),
        (ONCE, False),
    ],
)
def test_an_exercise_that_is_new_takes_72_hours(log: str, novel: bool) -> None:
    part = recovery_of(log_of(log)).groups["chest"]
    assert ready_in_hours(part) == (24.0 if novel else 0.0)
    assert ("spacing_after_novel" in [each.code for each in part.because]) == novel


def test_a_muscle_is_not_its_group() -> None:
    answer = recovery_of(log_of("2026-02-01 06:00 bench 100x8"))
    assert ready_in_hours(answer.groups["deltoids"]) == 12.0
    assert ready_in_hours(answer.muscles["delt_front"]) == 12.0
    assert ready_in_hours(answer.muscles["delt_rear"]) == 0.0


@pytest.mark.parametrize(
    ("log", "state"),
    [("", RecoveryState.UNKNOWN), ("2026-01-17 18:00 bench 100x8", RecoveryState.UNKNOWN)],
)
def test_no_log_is_not_ready(log: str, state: RecoveryState) -> None:
    part = recovery_of(log_of(log)).groups["chest"]
    assert state_of(part) is state
    assert part.status is Status.INSUFFICIENT
    assert [each.code for each in part.missing] == ["training_log"]


def test_a_log_of_other_muscles_says_ready() -> None:
    part = recovery_of(log_of("2026-01-19 18:00 bench 100x8")).groups["calves"]
    assert state_of(part) is RecoveryState.READY
    assert [each.code for each in part.because] == ["not_loaded"]


@pytest.mark.parametrize(
    ("hours_ago", "soreness", "hours"),
    [(2.0, 4.0, 0.0), (2.0, 4.5, 34.0), (2.0, 10.0, 34.0), (36.0, 9.0, 0.0), (37.0, 9.0, 0.0)],
)
def test_soreness_holds_until_it_is_stale(hours_ago: float, soreness: float, hours: float) -> None:
    answer = recovery_of(log_of(ONCE), [note(hours_ago, sore={"chest": soreness})])
    assert ready_in_hours(answer.groups["chest"]) == hours
    assert ready_in_hours(answer.muscles["chest_upper"]) == hours
    assert ready_in_hours(answer.groups["back"]) == 0.0


def test_soreness_does_not_shorten_the_hours() -> None:
    log = log_of("2026-02-01 17:00 bench 100x8")
    answer = recovery_of(log, [note(30, sore={"chest": 9.0})])
    assert ready_in_hours(answer.groups["chest"]) == 47.0


@pytest.mark.parametrize("log", [ONCE, ""])
def test_pain_above_three_refuses_that_group_and_hides_no_other(log: str) -> None:
    answer = recovery_of(log_of(log), [note(2, pain={"chest": 4.0})])
    part = answer.groups["chest"]
    assert (part.status, part.value) == (Status.REFUSED, None)
    assert state_of(part) is RecoveryState.REFUSED
    assert part.instead is not None
    assert "clinician" in part.instead
    assert answer.muscles["chest_lower"].status is Status.REFUSED
    assert answer.groups["back"].status is not Status.REFUSED


def test_pain_of_three_is_borne_with_a_warning() -> None:
    part = recovery_of(log_of(ONCE), [note(2, pain={"chest": 3.0, "back": 0.0})]).groups["chest"]
    assert state_of(part) is RecoveryState.READY
    assert [each.code for each in part.warnings] == ["pain_within_limit"]


def test_pain_of_a_muscle_or_of_an_area_outside_the_anatomy_is_not_lost() -> None:
    answer = recovery_of(log_of(ONCE), [note(2, pain={"longus": 6.0, "knee": 5.0})])
    assert answer.muscles["longus"].status is Status.REFUSED
    assert answer.groups["knee"].status is Status.REFUSED
    assert answer.muscles["magnus"].status is Status.OK
    assert "longus" not in answer.groups


def test_stale_and_future_check_ins_are_named() -> None:
    notes = [note(40, "old", pain={"chest": 8.0}), note(-1, "next", sore={"chest": 9.0})]
    part = recovery(log_of(ONCE), notes)
    assert part.value is not None
    assert state_of(part.value.groups["chest"]) is RecoveryState.READY
    named = {each.id: each.reason for each in part.evidence.excluded}
    assert (named["old"], named["next"]) == ("stale", "future")
    assert [each.code for each in part.warnings] == ["pain_unresolved"]
    assert [each.code for each in part.missing] == ["check_in"]


@pytest.mark.parametrize(("sleep_h", "warned"), [(5.9, ["short_sleep"]), (6.0, [])])
def test_short_sleep_is_said_and_adds_no_hours(sleep_h: float, warned: list[str]) -> None:
    part = recovery(log_of(ONCE), [note(8, sleep_h=sleep_h)])
    assert part.value is not None
    assert [each.code for each in part.warnings] == warned
    assert ready_in_hours(part.value.groups["chest"]) == 0.0
    assert part.missing == ()


def test_a_person_can_read_it() -> None:
    part = recovery_of(log_of("2026-01-31 18:00 bench 100x8f")).groups["triceps"]
    assert [each.text for each in part.because] == [
        "Loaded 24 h ago; 36 h are customary.",
        "A set went to failure, which slows recovery by 24 to 48 h: 72 h instead of 48.",
        "It only helped, with a share of 0.5: that share of the hours is counted.",
    ]
    assert part.evidence.used == ("2026-01-31T18:00.bench.0",)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_of_the_calendar(day: str) -> None:
    at = datetime.fromisoformat(f"{day}T23:00").replace(tzinfo=UTC)
    log = log_of(f"{day} 20:00 bench 100x8", at=at)
    part = recovery_of(log, [note(1, at=at, sore={"chest": 9.0})]).groups["chest"]
    assert part.status is Status.OK


@given(st.integers(0, 96), st.integers(0, 96), st.sampled_from(["", "f", "r2"]))
def test_time_only_ever_makes_it_readier(hours: int, more: int, effort: str) -> None:
    log = log_of(f"2026-01-30 18:00 bench 100x8{effort}")
    sooner = replace(log, at=NOW - timedelta(hours=47) + timedelta(hours=hours))
    after = replace(sooner, at=sooner.at + timedelta(hours=more))
    for group in ANATOMY.groups.values():
        first = state_of(recovery_of(sooner).groups[group])
        second = state_of(recovery_of(after).groups[group])
        assert (first, second) != (RecoveryState.READY, RecoveryState.RECOVERING)
