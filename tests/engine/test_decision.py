"""What was decided on an advice is said beside it, while it is remembered."""

from datetime import UTC, datetime, timedelta

import pytest

from app.engine.answer import Part, insufficient, ok
from app.engine.decision import (
    REASON_SHOWN,
    REMEMBERED,
    DecisionVerdict,
    PlainDecision,
    in_words,
    remarked,
)

AT = datetime(2026, 11, 23, 18, tzinfo=UTC)
ON = datetime(2026, 11, 20, 18, tzinfo=UTC)
ACCEPTED, CHANGED, REFUSED = DecisionVerdict


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (None, None),
        (PlainDecision(ON, ACCEPTED), None),
        (PlainDecision(ON, REFUSED, "no time."), "you refused this advice (no time)."),
        (PlainDecision(ON, CHANGED, "later"), "you changed this advice (later)."),
        (
            PlainDecision(ON, CHANGED, None, 1_900.4),
            "you changed the advised intake to 1900 kcal a day.",
        ),
        (PlainDecision(AT - REMEMBERED, REFUSED), "On 2026-10-26 you refused this advice."),
        (PlainDecision(AT - REMEMBERED - timedelta(1), REFUSED), None),
        (PlainDecision(ON, REFUSED, holds_until=AT), "On 2026-11-20 you refused this advice."),
        (PlainDecision(ON, REFUSED, holds_until=AT - timedelta(1)), None),
    ],
)
def test_it_is_said_while_it_is_remembered(
    decision: PlainDecision | None, said: str | None
) -> None:
    parts: list[Part[int]] = [ok(3), insufficient(())]
    for part in parts:
        found = remarked(part, decision, AT)
        assert (found.value, found.status) == (part.value, part.status)
        texts = [one.text for one in found.because]
        assert len(texts) == (0 if said is None else 1)
        assert all(text.endswith(said or "") for text in texts)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (None, ""),
        (" \n ", ""),
        ("a\n  {b}..", " (a {b})"),
        ("x" * 500, f" ({'x' * (REASON_SHOWN - 1)}…)"),
    ],
)
def test_the_athletes_words(reason: str | None, words: str) -> None:
    assert in_words(reason) == words
