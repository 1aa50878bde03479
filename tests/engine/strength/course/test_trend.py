from datetime import timedelta
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.course.trend import StrengthTrend, strength_trend
from app.engine.strength.maximum.repmax import modified_epley
from tests.engine.strength.repetitions.test_repetitions import logs
from tests.engine.strength.series_of_sets import line, noisy
from tests.engine.strength.written import NOW, written


def answered(part: Part[StrengthTrend]) -> StrengthTrend:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def codes(part: Part[StrengthTrend]) -> list[str]:
    return [reason.code for reason in (*part.because, *part.warnings)]


@pytest.mark.parametrize("percent", [-1.5, 0.0, 0.4, 1.0, 3.0])
def test_a_line_is_found(percent: float) -> None:
    trend = answered(strength_trend(line(percent), NOW))
    assert trend.percent_per_week.value == pytest.approx(percent)
    assert trend.percent_per_week.low < percent < trend.percent_per_week.high
    assert trend.tested_percent_per_week.low < trend.percent_per_week.low
    assert trend.volume_percent_per_week.value == pytest.approx(percent)
    maximum_kg = modified_epley(100.0 * (1 + percent / 100) ** 12, 5)
    assert trend.level_kg.value == pytest.approx(maximum_kg)
    assert trend.residual_percent == pytest.approx(0.0, abs=1e-6)


def test_kilograms_a_week_are_those_of_the_maximum() -> None:
    trend = answered(strength_trend(line(1.0), NOW))
    kg = trend.kg_per_week
    assert kg.value == pytest.approx(0.0100 * modified_epley(106.15, 5), rel=0.01)
    assert kg.low < kg.value < kg.high


def test_the_interval_of_a_perfect_line_is_that_of_test_noise() -> None:
    """12 weekly tests: SE 0.351 % a week at a coefficient of variation of 4.2 %."""
    trend = answered(strength_trend(line(0.0, 11, gap_days=7), NOW))
    assert len(trend.points) == 12
    assert trend.percent_per_week.high == pytest.approx(1.28155 * 0.351, abs=0.003)
    assert trend.tested_percent_per_week.high == pytest.approx(1.64485 * 0.351, abs=0.003)


def test_slips_do_not_move_it_and_are_told() -> None:
    noise = [0.0] * 25
    noise[3], noise[9], noise[17] = log(1.6), log(0.45), log(2.2)
    part = strength_trend(line(1.0, noise=noise), NOW)
    trend = answered(part)
    assert trend.percent_per_week.value == pytest.approx(1.0, abs=0.02)
    assert trend.level_kg.value == pytest.approx(modified_epley(100 * 1.01**12, 5), rel=0.005)
    (told,) = [one for one in part.warnings if one.code == "sessions_out_of_line"]
    assert told.values["sessions"] == 3


def test_a_slip_of_the_last_session_is_not_the_level_now() -> None:
    noise = [0.0] * 24 + [log(2.0)]
    level = answered(strength_trend(line(0.0, noise=noise), NOW)).level_kg
    assert level.value == pytest.approx(modified_epley(100, 5), rel=0.005)


def test_the_level_follows_the_last_sessions() -> None:
    noise = [0.0] * 21 + [-0.05] * 4
    trend = answered(strength_trend(line(0.0, noise=noise), NOW))
    assert modified_epley(95, 5) < trend.level_kg.value < modified_epley(99, 5)
    later = answered(strength_trend(line(0.0, noise=noise, last_days_ago=20), NOW))
    assert later.level_kg.high / later.level_kg.low > trend.level_kg.high / trend.level_kg.low


def test_neighbours_that_are_alike_say_less() -> None:
    def width(likeness: float) -> float:
        sessions = noisy(0.0, 40, 3, likeness=likeness)
        found = answered(strength_trend(sessions, NOW, weeks=42)).percent_per_week
        return found.high - found.low

    assert width(0.9) > 1.5 * width(0.0)


def test_a_move_in_repetitions_widens_and_is_told() -> None:
    """The same maximum by the equation, shown by 3 and then by 10 repetitions."""
    loads = [100.0 / modified_epley(1.0, 3 + n // 3) for n in range(24)]
    moved = [
        ExerciseSession(
            NOW - timedelta(days=80 - 3 * n), (PerformedSet(f"{n}", kg, 3 + n // 3, 0),)
        )
        for n, kg in enumerate(loads)
    ]
    part = strength_trend(moved, NOW)
    trend = answered(part)
    same = answered(strength_trend(line(0.0, 69 / 7, gap_days=3), NOW))
    assert trend.percent_per_week.value == pytest.approx(0.0, abs=1e-9)
    assert trend.percent_per_week.high > 2 * same.percent_per_week.high
    assert "repetition_range_moved" in codes(part)


def test_singles_and_doubles_lie_on_one_curve() -> None:
    sets = " / ".join(["100x1f", f"{100 / 1.0353:.4f}x2f"] * 6)
    trend = answered(strength_trend(written(sets), NOW))
    assert trend.percent_per_week.value == pytest.approx(0.0, abs=0.01)
    assert trend.residual_percent == pytest.approx(0.0, abs=0.01)


def test_a_layoff_begins_it_anew() -> None:
    before = [
        ExerciseSession(one.performed_at - timedelta(days=150), one.sets)
        for one in line(2.0, 8, repetitions=8)
    ]
    after = line(0.5, 6)
    part = strength_trend([*before, *after], NOW, weeks=52)
    trend = answered(part)
    assert trend.back_since == after[0].performed_at
    assert trend.percent_per_week.value == pytest.approx(0.5)
    assert len(trend.points) == len(after) - 1
    assert "since_layoff" in codes(part)


def test_volume_may_rise_where_the_best_set_does_not() -> None:
    sets = [" ".join(["100x5"] * (2 + n // 3)) for n in range(12)]
    trend = answered(strength_trend(written(" / ".join(sets)), NOW))
    assert trend.percent_per_week.value == pytest.approx(0.0)
    assert trend.volume_percent_per_week.low > 5.0


WARNED = [
    ("60x8r2", []),
    ("60x8", ["effort_unknown"]),
    ("60x11f", ["beyond_ten_repetitions"]),
]


@pytest.mark.parametrize(("one_set", "warned"), WARNED)
def test_what_is_warned_of(one_set: str, warned: list[str]) -> None:
    part = strength_trend(written(" / ".join([one_set] * 8)), NOW)
    assert [reason.code for reason in part.warnings] == warned
    assert [one.code for one in part.missing] == (
        ["repetitions_in_reserve"] if warned == ["effort_unknown"] else []
    )


SHORT = [
    ("", 3.0, "sets_of_exercise"),
    ("60x8w / 60x8w", 3.0, "usable_sets"),
    ("60x8 / 60x8 / 60x8", 7.0, "sessions_of_exercise"),
    ("60x8 / 60x8 / 60x8 / 60x8 / 60x8", 3.0, "sessions_of_exercise"),
    ("60x16 / 60x16 / 60x16 / 60x16 / 60x16", 7.0, "sessions_of_exercise"),
]


@pytest.mark.parametrize(("sets", "every", "code"), SHORT)
def test_too_little_to_say(sets: str, every: float, code: str) -> None:
    part = strength_trend(written(sets, every) if sets else [], NOW)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == [code]


def test_a_short_series_after_a_layoff_says_so() -> None:
    old = [ExerciseSession(one.performed_at - timedelta(days=60), one.sets) for one in line(0.0, 4)]
    part = strength_trend([*old, *line(0.0, 1)], NOW, weeks=30)
    assert part.status is Status.INSUFFICIENT
    assert [reason.code for reason in part.because] == ["since_layoff"]


def test_a_body_that_is_not_known() -> None:
    part = strength_trend(line(0.0), NOW, body_kg=None)
    assert [one.code for one in part.missing] == ["body_mass"]


def test_the_body_is_part_of_what_is_lifted() -> None:
    """10 kg more on a pull-up of 80 kg is 12.5 %, not a tenth of nothing."""
    sets = " / ".join(f"{n}x5" for n in range(12))
    trend = answered(strength_trend(written(sets, 7), NOW, body_kg=80.0))
    assert trend.percent_per_week.value == pytest.approx(100 / 85.5, abs=0.05)


def test_an_unknown_equation_is_an_error() -> None:
    for unknown in ("marzagao", "berger"):
        with pytest.raises(KeyError):
            strength_trend([], NOW, equation=unknown)


def test_the_answer_rests_on_named_sets() -> None:
    part = strength_trend(written(" / ".join(["60x8 60x7"] * 6)), NOW)
    assert part.evidence.used == tuple(f"{n}.0" for n in range(6))
    assert {one.reason for one in part.evidence.excluded} == {"not_best_of_session"}


@given(log=logs, weeks=st.floats(1, 300))
def test_sane_whatever_the_log(log: list[ExerciseSession], weeks: float) -> None:
    part = strength_trend(log, NOW, weeks=weeks)
    if part.value is None:
        assert part.missing
        return
    for found in (part.value.percent_per_week, part.value.kg_per_week, part.value.level_kg):
        assert found.low <= found.value <= found.high < exp(700)
    assert part.value.level_kg.low > 0.0
    assert part.value.tested_percent_per_week.low <= part.value.percent_per_week.low


def test_the_interval_holds_the_truth() -> None:
    """In 80 of 100 logs, but for chance: three standard deviations are 12."""
    for rate, likeness in ((1.0, 0.0), (0.0, 0.3)):
        found = [
            answered(strength_trend(noisy(rate, 12, seed, likeness=likeness), NOW))
            for seed in range(100)
        ]
        held = sum(one.percent_per_week.low <= rate <= one.percent_per_week.high for one in found)
        assert 68 <= held <= 92
