"""How often, and how close together."""

from dataclasses import replace
from datetime import date

import pytest

from app.engine.answer import Status
from app.engine.load.frequency import Frequency, frequency
from app.engine.load.training_log import TrainingLog
from tests.engine.load.logs import NOW, log_of

TWICE_A_WEEK = "\n".join(
    f"{day} 18:00 bench 100x8 | squat 100x5"
    for day in (
        "2026-01-05", "2026-01-08", "2026-01-12", "2026-01-15",
        "2026-01-19", "2026-01-22", "2026-01-26", "2026-01-29",
    )
)  # fmt: skip


def frequency_of(log: TrainingLog) -> Frequency:
    answer = frequency(log).value
    assert answer is not None
    return answer


def test_days_a_week() -> None:
    answer = frequency_of(log_of("2026-01-04 18:00 row 60x8\n" + TWICE_A_WEEK))
    assert answer.span_days == 28.0
    assert answer.groups["chest"].days_per_week == 2.0
    assert answer.groups["chest"].days == 8
    assert answer.groups["chest"].last_on == date(2026, 1, 29)
    assert answer.close == ()


def test_helping_is_no_training_day_of_its_own() -> None:
    groups = frequency_of(log_of(TWICE_A_WEEK)).groups
    assert sorted(groups) == ["chest", "glutes", "quadriceps"]


def test_two_sessions_of_a_day_are_one_day() -> None:
    log = log_of(
        "2026-01-04 18:00 row 60x8\n2026-01-20 08:00 bench 1x9\n2026-01-20 19:00 bench 1x9"
    )
    answer = frequency_of(log)
    assert answer.groups["chest"].days == 1
    assert answer.close == ()


@pytest.mark.parametrize(
    ("second", "hours"),
    [("2026-01-21 17:59", 47.98), ("2026-01-21 08:00", 38.0), ("2026-01-21 18:00", None)],
)
def test_less_than_48_hours_between_two_days_is_close(second: str, hours: float | None) -> None:
    log = log_of(f"2026-01-04 18:00 row 6x8\n2026-01-19 18:00 bench 9x8\n{second} bench 9x8")
    close = frequency_of(log).close
    assert [round(each.hours, 2) for each in close] == ([] if hours is None else [hours])
    warned = [each.code for each in frequency(log).warnings]
    assert warned == ([] if hours is None else ["close_sessions"])


def test_close_sessions_are_counted_by_group() -> None:
    days = ("2026-01-10", "2026-01-19", "2026-01-20", "2026-01-21")
    log = log_of("\n".join(f"{day} 18:00 bench 9x8 | adduction 4x9" for day in days))
    warnings = frequency(log).warnings
    assert [(each.values["group"], each.values["times"]) for each in warnings] == [
        ("adductors", "2 times"),
        ("chest", "2 times"),
    ]
    assert frequency_of(log).close[0].second_at < frequency_of(log).close[-1].second_at


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (TWICE_A_WEEK, [("focus_rare", "calves")]),
        (
            "\n".join(f"2026-01-{day:02} 18:00 bench 100x8" for day in range(5, 32, 2)),
            [("focus_often", "chest"), ("focus_rare", "calves")],
        ),
    ],
)
def test_a_focus_is_held_against_two_to_three(text: str, warned: list[tuple[str, str]]) -> None:
    log = log_of("2026-01-04 18:00 row 60x8\n" + text)
    warnings = frequency(log, ("chest", "calves")).warnings
    assert [(each.code, each.values["group"]) for each in warnings] == warned


@pytest.mark.parametrize(
    "text", ["", "2026-01-20 18:00 bench 100x8", "2026-01-05 18:00 bench 20x8w"]
)
def test_two_weeks_of_sets_are_needed(text: str) -> None:
    part = frequency(log_of(text))
    assert (part.status, part.value) == (Status.INSUFFICIENT, None)
    assert [each.code for each in part.missing] == ["training_log"]


def test_a_shorter_log_is_counted_over_its_own_days() -> None:
    log = replace(log_of(TWICE_A_WEEK), at=NOW)
    answer = frequency_of(log)
    assert answer.span_days == 27.0
    assert answer.groups["chest"].days_per_week == pytest.approx(8 * 7 / 27)
