from dataclasses import replace
from datetime import date

import pytest

from app.engine.answer import Status
from app.engine.records import LoadMode
from app.engine.strength.course.expectation import TrainingAge
from app.engine.strength.course.plateau import Verdict
from app.engine.strength.progress import ProgressQuestion, strength_progress
from tests.engine.strength.series_of_sets import line
from tests.engine.strength.written import NOW, written


def test_all_parts_of_a_log() -> None:
    answer = strength_progress(
        ProgressQuestion(line(1.0), NOW, training_age=TrainingAge.UNDER_6_MONTHS)
    )
    assert answer.maximum.value is not None
    assert answer.trend.value is not None
    assert answer.trend.value.percent_per_week.value == pytest.approx(1.0)
    assert answer.plateau.value is not None
    assert answer.plateau.value.verdict is Verdict.PROGRESSING
    assert answer.records.value is not None
    assert answer.records.value.broken


def test_one_part_that_cannot_be_answered_hides_no_other() -> None:
    answer = strength_progress(ProgressQuestion(written("60x8 / 60x9"), NOW))
    assert answer.maximum.status is Status.OK
    assert answer.trend.status is Status.INSUFFICIENT
    assert answer.plateau.status is Status.INSUFFICIENT
    assert answer.records.status is Status.OK


def test_a_body_that_is_not_known() -> None:
    question = ProgressQuestion(
        written("0x8 / 5x8"), NOW, load_mode=LoadMode.BODY_WEIGHT, body_kg=None
    )
    answer = strength_progress(question)
    assert [one.code for one in answer.maximum.missing] == ["body_mass"]
    assert [one.code for one in answer.trend.missing] == ["body_mass"]
    assert [one.code for one in answer.plateau.missing] == ["body_mass"]
    assert [one.code for one in answer.records.missing] == ["body_mass"]
    assert answer.records.value is not None


WEEKS = [
    (None, None, 12.0),
    (TrainingAge.UNDER_6_MONTHS, None, 12.0),
    (TrainingAge.UP_TO_2_YEARS, None, 26.0),
    (TrainingAge.OVER_2_YEARS, None, 52.0),
    (TrainingAge.OVER_2_YEARS, 8.0, 8.0),
]


@pytest.mark.parametrize(("age", "asked", "weeks"), WEEKS)
def test_a_slow_rise_needs_a_long_look(
    age: TrainingAge | None, asked: float | None, weeks: float
) -> None:
    assert ProgressQuestion((), NOW, training_age=age, weeks=asked).weeks_read == weeks


@pytest.mark.parametrize("weeks", [0.0, -3.0, 521.0, float("nan")])
def test_a_look_back_must_be_one(weeks: float) -> None:
    with pytest.raises(ValueError, match="weeks"):
        ProgressQuestion((), NOW, weeks=weeks)


def test_the_same_for_any_order_of_the_sessions() -> None:
    question = ProgressQuestion(
        line(0.3), NOW, expected_percent_per_week=1.0, deficit_since=date(2026, 1, 1)
    )
    turned = replace(question, sessions=question.sessions[::-1])
    assert strength_progress(question) == strength_progress(turned)
