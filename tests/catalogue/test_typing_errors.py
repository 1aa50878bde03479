"""Mistyped words, and those that only look so."""

import pytest

from app.catalogue.typing_errors import TypingErrors

KNOWN = TypingErrors(frozenset({"dumbbell", "barbell", "deadlift", "curl", "lateral", "literal"}))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dumbbell", "dumbbell"),
        ("dumbell", "dumbbell"),
        ("dumbbelll", "dumbbell"),
        ("dumbbekl", "dumbbell"),
        ("dubmbell", "dumbbell"),
        ("deadlfit", "deadlift"),
        ("eadlift", "deadlift"),
        ("dumbelll", "dumbelll"),  # two slips
        ("crul", "crul"),  # too short to tell
        ("liteal", "literal"),
        ("lateal", "lateral"),
        ("luteral", "luteral"),  # one slip from either
        ("123456", "123456"),
        ("", ""),
    ],
)
def test_corrected(word: str, meant: str) -> None:
    assert KNOWN.corrected(word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dumbell", "dumbbell"),
        ("curls", "curl"),
        ("crul", "crul"),
        ("deadlift", "deadlift"),
        ("12345", "12345"),
        ("cur", "cur"),
    ],
)
def test_nearest(word: str, meant: str) -> None:
    assert KNOWN.nearest(word) == meant
