import math
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Estimate, Evidence, Part, Status, ok
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.maximum.crossing import crossings
from app.engine.strength.maximum.estimate import EstimatedMaximum, estimated_maximum
from app.engine.strength.maximum.repmax import EQUATIONS
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, RepetitionsAtLoad
from tests.engine.strength.repetitions.test_repetitions import logs
from tests.engine.strength.written import NOW, written


def answered(part: Part[EstimatedMaximum]) -> EstimatedMaximum:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def codes(part: Part[EstimatedMaximum]) -> list[str]:
    return [reason.code for reason in (*part.because, *part.warnings)]


class Lifter:
    """A lifter whose maximum is log-normal and whose repetitions follow Epley's curve."""

    def __init__(self, maximum_kg: float, sd: float) -> None:
        self.maximum_kg, self.sd = maximum_kg, sd

    def __call__(
        self, sessions: Sequence[ExerciseSession], _: datetime, loads_kg: Sequence[float]
    ) -> RepetitionsAnswer:
        used = tuple(one.id for session in sessions for one in session.sets)
        items = tuple(ok(self.at_load(load_kg)) for load_kg in loads_kg)
        return RepetitionsAnswer(items, Evidence(used), (), ())

    def at_load(self, load_kg: float) -> RepetitionsAtLoad:
        needs = np.log1p((np.arange(1, 21) - 0.5) / 30.0) - math.log1p(1.0 / 30.0)
        above = (math.log(load_kg / self.maximum_kg) + needs) / self.sd
        chance = tuple((1.0 / (1.0 + np.exp(np.clip(1.702 * above, -700, 700)))).tolist())
        low, value, high = (
            max(31.0 * self.maximum_kg * math.exp(z * self.sd) / load_kg - 30.0, 0.0)
            for z in (-1.28155, 0.0, 1.28155)
        )
        could = Estimate(value, low, high)
        return RepetitionsAtLoad(load_kg, could, could, chance)


@pytest.mark.parametrize("maximum_kg", [12.0, 111.0, 118.0, 140.0])
@pytest.mark.parametrize("sd", [0.02, 0.08])
def test_the_load_of_a_single_is_found(maximum_kg: float, sd: float) -> None:
    """The same model, asked for its own maximum."""
    log = written(f"{maximum_kg * 0.8}x6")
    value = answered(estimated_maximum(log, NOW, predict=Lifter(maximum_kg, sd)))
    assert value.own_curve_kg == pytest.approx(maximum_kg, rel=0.003)
    assert value.repetitions_at_heaviest == pytest.approx(31 / 0.8 - 30)
    assert value.published_curve_kg == pytest.approx(0.8 * maximum_kg * 1.3005, rel=0.003)


def test_the_answer_lies_between_both_ways_and_holds_them() -> None:
    """Half and half where both are as sure; an interval of 10 % (SD) and of how far they part."""
    value = answered(estimated_maximum(written("80x6"), NOW, predict=Lifter(100.0, 0.02)))
    own, published = value.own_curve_kg, value.published_curve_kg
    assert value.maximum_kg.value == pytest.approx((own * published) ** 0.5, rel=0.005)
    assert value.maximum_kg.low < own < published < value.maximum_kg.high
    sd = math.log(value.maximum_kg.high / value.maximum_kg.value) / 1.28155
    assert 0.10 < sd < 0.12


def test_near_a_single_the_published_curve_is_the_surer_one() -> None:
    value = answered(estimated_maximum(written("99x1"), NOW, predict=Lifter(100.0, 0.1)))
    assert value.maximum_kg.value == pytest.approx(value.published_curve_kg, rel=0.004)


def test_who_is_known_less_well_has_a_wider_interval() -> None:
    def width(sd: float) -> float:
        part = estimated_maximum(written("80x6"), NOW, predict=Lifter(100.0, sd))
        found = answered(part).maximum_kg
        return found.high / found.low

    assert width(0.02) < width(0.05) < width(0.2)


def test_the_interval_widens_the_farther_the_sets_are_from_a_single() -> None:
    found = [
        answered(estimated_maximum(written(" / ".join([one_set] * 6)), NOW)).maximum_kg
        for one_set in ("100x1f", "100x3f", "100x5f", "100x8f", "100x12f")
    ]
    widths = [(one.high - one.low) / one.value for one in found]
    assert widths == sorted(widths)
    assert widths[0] < 0.13
    assert widths[-1] > 0.28


def test_a_maximum_from_the_log_lies_near_the_usual_one() -> None:
    for one_set, usual_kg in (("100x5f", 116.67), ("100x3f", 110.0), ("100x10f", 133.33)):
        value = answered(estimated_maximum(written(" / ".join([one_set] * 5)), NOW))
        assert value.best_set is not None
        assert value.best_set.maximum_kg == pytest.approx(usual_kg, abs=0.005)
        assert value.maximum_kg.value == pytest.approx(usual_kg, rel=0.03)
        assert value.maximum_kg.low < usual_kg < value.maximum_kg.high


def test_what_was_lifted_lately_is_hardly_above_the_maximum() -> None:
    unsure = Lifter(97.0, 0.3)
    part = estimated_maximum(written("100x1f"), NOW, predict=unsure)
    assert answered(part).maximum_kg.low == pytest.approx(100 * math.exp(-1.28155 * 0.042))
    assert "maximum_at_least_lifted" in codes(part)
    old = estimated_maximum(written("100x1f"), NOW + timedelta(days=40), predict=unsure)
    assert answered(old).maximum_kg.low < 93.0
    assert "maximum_of_an_old_log" in codes(old)
    assert "maximum_at_least_lifted" not in codes(old)


def test_too_many_repetitions_are_a_guess() -> None:
    part = estimated_maximum(written("100x20f / 100x20f"), NOW)
    assert part.status is Status.INSUFFICIENT
    assert codes(part) == ["maximum_too_far"]
    assert [one.code for one in part.missing] == ["heavier_sets"]
    assert part.evidence.used


def test_only_lately_is_lately() -> None:
    """A heavy single of last spring does not hold the maximum up now."""
    old = ExerciseSession(NOW - timedelta(days=200), (PerformedSet("old", 130.0, 1),))
    value = answered(estimated_maximum([old, *written("100x5f / 100x5f")], NOW))
    assert value.heaviest_lately_kg == 100.0
    assert value.best_set is not None
    assert value.best_set.load_kg == 100.0
    assert value.maximum_kg.value < 126.0


def test_slips_do_not_count() -> None:
    part = estimated_maximum(written("860x5 100x5f / 100x5f / 100x5f / 60x5w"), NOW)
    assert answered(part).maximum_kg.value == pytest.approx(118, abs=3)
    assert {one.id: one.reason for one in part.evidence.excluded} == {
        "0.0": "implausible_load",
        "3.0": "warm_up",
    }


def test_the_body_is_part_of_what_is_lifted() -> None:
    value = answered(estimated_maximum(written("0x8f / 10x5f"), NOW, body_kg=76.0))
    assert value.body_kg == 76.0
    assert value.heaviest_lately_kg == 86.0
    assert value.maximum_kg.value == pytest.approx(86 * (1 + 5 / 30), rel=0.05)


NOTHING = [
    ([], 0.0, "sets_of_exercise"),
    (written("100x5w"), 0.0, "usable_sets"),
    (written("100x5"), None, "body_mass"),
]


@pytest.mark.parametrize(("log", "body_kg", "code"), NOTHING)
def test_nothing_to_go_by(log: list[ExerciseSession], body_kg: float | None, code: str) -> None:
    part = estimated_maximum(log, NOW, body_kg=body_kg)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == [code]


def silent(
    _: Sequence[ExerciseSession], __: datetime, loads_kg: Sequence[float]
) -> RepetitionsAnswer:
    part: Part[RepetitionsAtLoad] = Part(Status.INSUFFICIENT)
    return RepetitionsAnswer((part,) * len(loads_kg), Evidence(), (), ())


def test_a_model_that_says_nothing_gives_nothing() -> None:
    for predict in (silent, Lifter(1e9, 0.05), Lifter(1e-9, 0.05)):
        part = estimated_maximum(written("100x5f"), NOW, predict=predict)
        assert part.status is Status.INSUFFICIENT
        assert [one.code for one in part.missing] == ["sets_of_known_effort"]


def test_long_best_sets_are_warned_of_and_longer_ones_are_not_read() -> None:
    assert codes(estimated_maximum(written("100x11f"), NOW))[-1] == "beyond_ten_repetitions"
    part = estimated_maximum(written("100x13"), NOW)
    assert answered(part).best_set is None
    assert [one.code for one in part.missing] == ["heavier_sets"]


def test_the_best_set_counts_a_reserve_that_is_a_measurement() -> None:
    for one_set, possible in (("100x5r3", 8.0), ("100x5r4", 9.0), ("100x5r6", 5.0)):
        best = answered(estimated_maximum(written(one_set), NOW)).best_set
        assert best is not None
        assert best.repetitions_possible == possible


def test_sentences_are_in_the_unit_of_the_athlete() -> None:
    part = estimated_maximum(written("102.058x5f"), NOW, mass_unit="lb")
    assert "225 lb for 5 to failure" in part.because[-1].text
    assert all(" kg" not in reason.text for reason in part.because)


def test_an_unknown_equation_is_an_error() -> None:
    for unknown in ("marzagao", "berger"):
        with pytest.raises(KeyError):
            estimated_maximum([], NOW, equation=unknown)


@settings(deadline=None)
@given(log=logs, equation=st.sampled_from(sorted(EQUATIONS)))
def test_sane_whatever_the_log(log: list[ExerciseSession], equation: str) -> None:
    part = estimated_maximum(log, NOW, equation=equation)
    if part.value is None:
        assert part.missing
        return
    found = part.value.maximum_kg
    assert 0.0 < found.low <= found.value <= found.high < math.inf
    assert found.value <= 1.3 * max(part.value.own_curve_kg, part.value.published_curve_kg)
    assert part.value.repetitions_at_heaviest <= 15.0


@given(maximum=st.floats(-3, 6), sd=st.floats(0.02, 0.5))
def test_crossings_of_a_falling_curve(maximum: float, sd: float) -> None:
    found = crossings(lambda rungs: (maximum - rungs) / sd, -10.0, 10.0)
    assert found is not None
    odds = math.log(0.9 / 0.1)
    assert found == pytest.approx((maximum - odds * sd, maximum, maximum + odds * sd), abs=1e-6)
