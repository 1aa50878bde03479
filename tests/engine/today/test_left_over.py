"""What the session before left. The day is Wednesday 2026-02-04, 18:00, in the words of
`test_training_day`."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.engine.answer import Part
from app.engine.today.day import DayQuestion, DueWork, LeftOver, TrainingDay
from app.engine.today.left_over import with_left_over
from app.engine.today.training_day import training_day
from tests.engine.today.test_training_day import BENCH, BOTH, NOW, SQUAT, busy, question

MONDAY = date(2026, 2, 2)
LUNGE = DueWork("lunge", "Lunge", frozenset({"adductor"}))
CURL = DueWork("curl", "Curl", frozenset({"biceps"}))
CALF = DueWork("calf", "Calf Raise", frozenset({"soleus"}))


def left(*works: DueWork, due_on: date = MONDAY) -> list[LeftOver]:
    return [LeftOver(one, due_on) for one in works]


def answered(asked: DayQuestion, works: Sequence[LeftOver]) -> Part[TrainingDay]:
    return with_left_over(training_day(asked), asked, works)


def names(part: Part[TrainingDay]) -> str:
    assert part.value is not None
    return " ".join(one.work.exercise_id for one in part.value.left_over)


@pytest.mark.parametrize(
    ("asked", "works", "expected"),
    [
        (question(), left(LUNGE), "lunge"),
        (question(), left(), ""),
        # Two at most, in the programme's order.
        (question(), left(LUNGE, CURL, CALF), "lunge curl"),
        # What is not ready when the session begins is not offered; the next one takes its place.
        (question(muscles=busy(adductor=1)), left(LUNGE, CURL, CALF), "curl calf"),
        (question(muscles=busy(vastus=3, adductor=2)), left(LUNGE), "lunge"),
        (question(muscles=busy(vastus=3, adductor=4)), left(LUNGE), ""),
        # Tomorrow loads the same muscles; what today loads anyhow makes no difference to it.
        (question("WH", following=LUNGE.muscles), left(LUNGE, CURL), "curl"),
        (question("MWF", following=LUNGE.muscles), left(LUNGE), "lunge"),
        (question("WH", due=(SQUAT, CURL), following=CURL.muscles), left(CURL), "curl"),
        (
            question("WH", due=BOTH, muscles=busy(chest_upper=30), following=BENCH.muscles),
            left(BENCH),
            "",
        ),
        (question("W", following=LUNGE.muscles, ends_on=NOW.date()), left(LUNGE), "lunge"),
        # On a day of rest it is of the next session; the muscles have until then.
        (question("TH", "2026-02-03", muscles=busy(adductor=20)), left(LUNGE), "lunge"),
        (question("TH", "2026-02-03", muscles=busy(adductor=30)), left(LUNGE), ""),
        # A week later it is past; on a day that is done, after the end, or with nothing due there
        # is nothing to say.
        (question(), left(LUNGE, due_on=date(2026, 1, 28)), "lunge"),
        (question(), left(LUNGE, due_on=date(2026, 1, 27)), ""),
        (question(trained="2026-02-04"), left(LUNGE), ""),
        (question("T", "2026-02-03", ends_on=date(2026, 2, 9)), left(LUNGE), ""),
    ],
)
def test_left_over(asked: DayQuestion, works: list[LeftOver], expected: str) -> None:
    assert names(answered(asked, works)) == expected


def test_nothing_programmed() -> None:
    asked = question(due=())
    assert answered(asked, left(LUNGE)) == training_day(asked)


def test_each_is_said_with_its_reason() -> None:
    asked = question("WH", following=CALF.muscles, muscles=busy(biceps=20))
    part = answered(asked, left(LUNGE, CURL, CALF))
    assert [one.text for one in part.because[1:]] == [
        (
            "Lunge was due on Monday 2026-02-02 and not done: it comes last on Wednesday "
            "2026-02-04, where there is time for it."
        ),
        (
            "Curl was due on Monday 2026-02-02 and not done. It waits for the programme's next "
            "round: biceps is ready on Thursday 2026-02-05, 14:00."
        ),
        (
            "Calf Raise was due on Monday 2026-02-02 and not done. It waits for the programme's "
            "next round: Thursday 2026-02-05 loads the same muscles (soleus)."
        ),
    ]


def test_more_than_two_are_named() -> None:
    part = answered(question(), left(LUNGE, CURL, CALF))
    assert part.because[-1].text.endswith("next round: 2 exercises more are enough for a day.")
