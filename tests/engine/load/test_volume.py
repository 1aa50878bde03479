"""Weekly sets by muscle: text in, counts out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.load.volume import Landmarks, PeriodVolume, Volume, volume
from app.engine.records import ExerciseSession, PerformedSet
from tests.engine.load.logs import ANATOMY, BERLIN, NOW, log_of

TEN_OF_BENCH = "2026-01-30 18:00 bench " + 10 * "100x8 "


def volume_of(log: TrainingLog, weeks: int = 8) -> Volume:
    answer = volume(log, weeks)
    assert answer.value is not None
    return answer.value


def sets_of(period: PeriodVolume) -> Mapping[str, float]:
    return {group: one.fractional for group, one in period.groups.items()}


def keys_of(log: TrainingLog, weeks: int = 8) -> list[str]:
    return [f"{one.iso_year}-W{one.iso_week:02}" for one in volume_of(log, weeks).weeks]


def test_ten_sets_of_bench_are_ten_of_chest_and_five_of_what_helps() -> None:
    """Fractional counting, as Pelland et al. (2026) tell it."""
    counted = volume_of(log_of(TEN_OF_BENCH)).last_7_days
    assert sets_of(counted) == {"chest": 10.0, "triceps": 5.0, "deltoids": 5.0}
    assert counted.groups["triceps"].direct == 0.0
    assert counted.groups["triceps"].indirect == 5.0
    assert counted.groups["chest"].direct == 10.0
    assert counted.groups["chest"].indirect == 0.0
    assert counted.muscles["chest_upper"].fractional == 10.0
    assert counted.groups["chest"].days == 1


def test_direct_and_indirect_sets_add_up() -> None:
    log = log_of(
        """2026-01-28 18:00 squat 100x5 100x5 | adduction 40x12 40x12 40x12
           2026-01-30 18:00 squat 100x5"""
    )
    adductors = volume_of(log).last_7_days.groups["adductors"]
    assert (adductors.fractional, adductors.direct, adductors.days) == (4.5, 3.0, 2)
    assert volume_of(log).last_7_days.muscles["longus"].fractional == 3.0


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2025-12-28", "2025-W52"),
        ("2025-12-29", "2026-W01"),
        ("2026-01-01", "2026-W01"),
        ("2026-01-04", "2026-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
    ],
)
def test_a_week_belongs_to_the_year_that_holds_its_thursday(day: str, key: str) -> None:
    at = datetime.fromisoformat(f"{day}T20:00").replace(tzinfo=UTC)
    log = log_of(f"{day} 18:00 bench 100x8", at=at)
    assert keys_of(log) == [key]


def test_the_same_week_of_two_years_is_not_one_week() -> None:
    at = datetime(2027, 1, 8, tzinfo=UTC)
    log = log_of("2026-01-07 18:00 bench 100x8\n2027-01-06 18:00 bench 100x8", at=at)
    weeks = {(one.iso_year, one.iso_week): sets_of(one.volume) for one in volume_of(log, 60).weeks}
    assert weeks[2026, 2]["chest"] == 1.0
    assert weeks[2027, 1]["chest"] == 1.0
    assert len(weeks) == 53


@pytest.mark.parametrize(
    ("zone", "week"),
    [(UTC, 4), (BERLIN, 5), (ZoneInfo("America/New_York"), 4), (ZoneInfo("Pacific/Auckland"), 5)],
)
def test_sunday_night_is_monday_further_east(zone: ZoneInfo, week: int) -> None:
    log = log_of("2026-01-25 23:30 bench 100x8", time_zone=zone)
    first = next(one for one in volume_of(log).weeks if one.volume.groups)
    assert first.iso_week == week


def test_weeks_of_rest_are_there_and_weeks_before_the_log_are_not() -> None:
    log = log_of("2026-01-06 18:00 bench 100x8\n2026-01-28 18:00 bench 100x8")
    assert keys_of(log) == ["2026-W02", "2026-W03", "2026-W04", "2026-W05"]
    weeks = volume_of(log).weeks
    assert [one.complete for one in weeks] == [True, True, True, False]
    assert [bool(one.volume.groups) for one in weeks] == [True, False, False, True]
    assert weeks[0].starts_on == date(2026, 1, 5)
    assert keys_of(log, 2) == ["2026-W04", "2026-W05"]


def test_the_last_seven_days_are_168_hours_and_cross_weeks() -> None:
    at = datetime(2026, 1, 27, 12, 0, tzinfo=UTC)
    log = log_of(
        """2026-01-20 11:59 bench 100x8
           2026-01-20 12:01 bench 100x8
           2026-01-26 18:00 bench 100x8""",
        at=at,
    )
    part = volume(log, 1)
    assert part.value is not None
    assert sets_of(part.value.last_7_days)["chest"] == 2.0
    assert [sets_of(one.volume)["chest"] for one in part.value.weeks] == [1.0]
    assert len(part.evidence.used) == 2


def test_more_than_eleven_sets_in_a_session_are_warned_of() -> None:
    eleven = "2026-01-30 18:00 bench " + 11 * "100x8 "
    assert volume(log_of(eleven)).warnings == ()
    (warning,) = volume(log_of(f"{eleven} 100x8\n2026-01-31 18:00 bench 100x8")).warnings
    assert warning.code == "session_ceiling"
    assert warning.values["sets"] == 12.0
    assert warning.values["performed_on"] == "2026-01-30"


def test_landmarks_are_the_callers_own() -> None:
    marks = {
        "chest": Landmarks(most=8.0),
        "calves": Landmarks(least=4.0),
        "triceps": Landmarks(least=4.0, most=5.0),
        "back": Landmarks(),
    }
    warnings = volume(log_of(TEN_OF_BENCH), landmarks=marks).warnings
    assert [(each.code, each.values["group"]) for each in warnings] == [
        ("above_landmark", "chest"),
        ("below_landmark", "calves"),
    ]


@pytest.mark.parametrize(
    ("logged", "said"),
    [
        ("bench 100x8", ["fractional_sets", "hard_sets"]),
        ("bench 100x8 20x8", ["fractional_sets", "hard_sets", "light_sets"]),
        ("bench 100x8 80x8d", ["fractional_sets", "hard_sets", "drop_sets"]),
        ("plank 60s", ["fractional_sets", "hard_sets", "holds"]),
    ],
)
def test_a_rule_is_said_where_it_was_used(logged: str, said: list[str]) -> None:
    part = volume(log_of(f"2026-01-30 18:00 {logged}"))
    assert [each.code for each in part.because] == said


@pytest.mark.parametrize(
    ("logged", "status", "missing"),
    [
        ("bench 100x8", Status.OK, ["repetitions_in_reserve"]),
        ("bench 100x8r2 100x8", Status.OK, []),
        ("bench 100x8f", Status.OK, []),
        ("bench 100x8r2 | wizardry 1x1", Status.OK, ["muscles"]),
        ("bench 100x8 | wizardry 1x1", Status.OK, ["muscles", "repetitions_in_reserve"]),
        ("wizardry 1x1", Status.INSUFFICIENT, ["muscles"]),
        ("bench 20x8w", Status.INSUFFICIENT, ["sets"]),
    ],
)
def test_what_is_missing(logged: str, status: Status, missing: list[str]) -> None:
    part = volume(log_of(f"2026-01-30 18:00 {logged}"))
    assert part.status is status
    assert [each.code for each in part.missing] == missing


def test_nothing_logged_is_no_volume_of_nought() -> None:
    part = volume(log_of(""))
    assert (part.status, part.value) == (Status.INSUFFICIENT, None)


def test_sets_still_to_come_are_named_and_change_nothing() -> None:
    later = volume(log_of(TEN_OF_BENCH + "\n2026-02-02 18:00 squat 100x5"))
    assert later.value == volume(log_of(TEN_OF_BENCH)).value
    assert [each.reason for each in later.evidence.excluded] == ["future"]


def test_no_weeks_are_no_question() -> None:
    with pytest.raises(ValueError, match="weeks"):
        volume(log_of(TEN_OF_BENCH), 0)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", [UTC, BERLIN, ZoneInfo("America/New_York")])
def test_any_day_of_the_calendar(day: str, zone: ZoneInfo) -> None:
    at = datetime.fromisoformat(f"{day}T23:59").replace(tzinfo=UTC)
    counted = volume_of(log_of(f"{day} 00:30 bench 100x8", at=at, time_zone=zone))
    assert sets_of(counted.last_7_days)["chest"] == 1.0
    assert sum(len(one.volume.groups) > 0 for one in counted.weeks) == 1


EXERCISES = st.sampled_from(sorted(ANATOMY.shares))
LOGS = st.lists(
    st.tuples(EXERCISES, st.floats(0.1, 27.0), st.integers(1, 6)), min_size=1, max_size=12
)


def written(entries: list[tuple[str, float, int]]) -> TrainingLog:
    exercises = tuple(
        LoggedExercise(
            exercise,
            (
                ExerciseSession(
                    NOW - timedelta(days=days),
                    tuple(PerformedSet(f"{n}.{k}", 50.0, 8) for k in range(sets)),
                ),
            ),
        )
        for n, (exercise, days, sets) in enumerate(entries)
    )
    return TrainingLog(exercises, ANATOMY, NOW, BERLIN)


@given(LOGS)
def test_the_order_of_the_log_does_not_matter(entries: list[tuple[str, float, int]]) -> None:
    log = written(entries)
    assert volume(replace(log, exercises=log.exercises[::-1])).value == volume(log).value


@given(LOGS)
def test_every_set_is_in_one_week_and_a_group_has_at_least_its_muscles(
    entries: list[tuple[str, float, int]],
) -> None:
    counted = volume_of(written(entries))
    total = sum(
        one.volume.muscles["lats"].fractional
        for one in counted.weeks
        if "lats" in one.volume.muscles
    )
    assert total == sum(sets for exercise, _, sets in entries if exercise == "row")
    for week in counted.weeks:
        for muscle, one in week.volume.muscles.items():
            group = week.volume.groups[ANATOMY.group_of(muscle)]
            assert 0.0 < one.fractional <= group.fractional
            assert 0.0 <= one.direct <= one.fractional
            assert 1 <= one.days <= 7


@given(LOGS, EXERCISES)
def test_one_more_set_never_lowers_a_count(
    entries: list[tuple[str, float, int]], exercise: str
) -> None:
    before = sets_of(volume_of(written(entries)).last_7_days)
    after = sets_of(volume_of(written([*entries, (exercise, 1.0, 1)])).last_7_days)
    assert all(after[group] >= done for group, done in before.items())
    assert sum(after.values()) > sum(before.values())
