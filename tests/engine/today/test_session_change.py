"""Sets in a sentence: what is prescribed, and what changed against the last session."""

from dataclasses import replace

import pytest

from app.engine.answer import insufficient, ok
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.remarks import LAST_SESSION
from app.engine.progression.action import Action
from app.engine.progression.said import GAINED
from app.engine.today.session_change import in_words, session_change

ONE = PrescribedSet(
    load_kg=40.0,
    unrounded_load_kg=40.0,
    rounding_kg=0.0,
    loading=None,
    band=None,
    repetitions_low=8,
    repetitions_high=12,
    repetitions_target=8,
    open_ended=False,
    duration_s=None,
    distance_m=None,
    prediction=None,
    capacity=None,
    chance=None,
    rest_s=120.0,
    tempo=None,
    repetitions_in_reserve=2.0,
)
TIMED = replace(ONE, load_kg=None, repetitions_target=None, duration_s=30.0)
WALKED = replace(ONE, load_kg=20.0, repetitions_target=None, distance_m=40.0)
LIGHT = replace(ONE, load_kg=30.0, repetitions_target=12)
OPEN = replace(ONE, open_ended=True)
BAND = replace(ONE, load_kg=None, band="red", repetitions_target=15)
TEST = replace(ONE, repetitions_target=None)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ((ONE, ONE, ONE), "3 x 8 at 40 kg"),
        ((ONE, ONE, LIGHT), "2 x 8 at 40 kg, 1 x 12 at 30 kg"),
        ((ONE, LIGHT, ONE), "1 x 8 at 40 kg, 1 x 12 at 30 kg, 1 x 8 at 40 kg"),
        ((ONE, OPEN), "1 x 8 at 40 kg, 1 x 8 or more at 40 kg"),
        ((TIMED, TIMED), "2 x 30 s"),
        ((WALKED,), "1 x 40 m at 20 kg"),
        ((BAND,), "1 x 15 with red"),
        ((TEST,), "1 x as many as are tested at 40 kg"),
        ((replace(ONE, load_kg=0.0),), "1 x 8"),
        ((), ""),
    ],
)
def test_in_words(sets: tuple[PrescribedSet, ...], expected: str) -> None:
    assert in_words(sets, "kg") == expected


def test_in_pounds() -> None:
    assert in_words((replace(ONE, load_kg=45.359237),), "lb") == "1 x 8 at 100 lb"


def test_change() -> None:
    last = LAST_SESSION(
        performed_on="2026-02-02",
        done="8, 8 repetitions",
        repetitions="8, 8",
        load="37.5 kg",
        load_kg=37.5,
    )
    rises = GAINED(done="8, 8", load="37.5 kg")
    found = session_change(ok(Prescription(Action.INCREASE_LOAD, (ONE, ONE)), (last, rises)), "kg")
    assert found is not None
    assert found.before == "Last session, 2026-02-02: 8, 8 repetitions at 37.5 kg."
    assert (found.now, found.action) == ("2 x 8 at 40 kg", Action.INCREASE_LOAD)
    assert found.because == (rises,)
    first = session_change(ok(Prescription(Action.START, (ONE,))), "kg")
    assert first is not None
    assert first.before is None
    assert session_change(insufficient(()), "kg") is None
