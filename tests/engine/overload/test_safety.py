"""What is not prescribed, and what is said instead."""

from dataclasses import replace
from typing import Any

import pytest

from app.engine.answer import Status
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import Person, Targets
from app.engine.overload.safety import STOPS
from app.engine.records import HealthFlag, Reproduction
from tests.engine.overload.test_prescribe import codes, question, tireless

SIX = "100x6f 100x6f 100x6f 100x6f 100x6f 100x6f".replace("f", "")
FLAGS = {flag: frozenset({flag}) for flag in HealthFlag}


@pytest.mark.parametrize("flag", STOPS)
def test_red_flags_stop_everything_until_cleared(flag: HealthFlag) -> None:
    flagged = question("40x10", person=Person(FLAGS[flag]))
    part = prescribe(flagged, tireless)
    assert (part.status, codes(part)) == (Status.REFUSED, ["red_flag"])
    assert part.instead is not None
    assert "clinician" in part.instead
    cleared = replace(flagged, person=Person(FLAGS[flag], cleared_for_maximal_effort=True))
    assert prescribe(cleared, tireless).status is Status.OK


LIMITED: list[tuple[str, Person, str | None]] = [
    (SIX, Person(), None),
    ("100x6", Person(), "maximal_effort_too_early"),
    (SIX, Person(reproduction=Reproduction.PREGNANT), "maximal_effort_in_pregnancy"),
    (SIX, Person(FLAGS[HealthFlag.HEART_FAILURE]), "maximal_effort_with_flag"),
    (SIX, Person(FLAGS[HealthFlag.HEART_CONDITION]), "maximal_effort_with_flag"),
    (SIX, Person(FLAGS[HealthFlag.HEART_FAILURE], None, True), None),
    (SIX, Person(frozenset(), Reproduction.PREGNANT, True), None),
    (SIX, Person(FLAGS[HealthFlag.EATING_DISORDER]), None),
]


@pytest.mark.parametrize(("done", "person", "why"), LIMITED)
def test_maximal_efforts_need_sessions_and_clearance(
    done: str, person: Person, why: str | None
) -> None:
    failing = question(done, scheme="apre", targets=Targets(), person=person)
    part = prescribe(failing, tireless)
    assert part.status is (Status.OK if why is None else Status.REFUSED)
    if why is not None:
        assert codes(part) == [why]
        assert part.instead is not None
    plain = prescribe(replace(failing, scheme="linear"), tireless)
    assert plain.status is Status.OK


def test_a_test_of_a_maximum_is_a_maximal_effort() -> None:
    done = "90x3,3,3,3,2 90x2,2,2,2,2,1 90x1,1,1,1,1,1,1,1,1"
    part = prescribe(question(done, scheme="gzclp_t1", targets=Targets()), tireless)
    assert (part.status, codes(part)) == (Status.REFUSED, ["maximal_effort_too_early"])


def test_a_scheme_that_cannot_begin_says_what_it_wants() -> None:
    part = prescribe(question("0x9", scheme="five_three_one", loads=None, targets=Targets()))
    assert part.status is Status.INSUFFICIENT
    assert [each.code for each in part.missing] == ["training_max"]


def scheme(name: str, **other: Any) -> list[str]:
    return codes(prescribe(question("40x10,10,10", scheme=name, targets=Targets(), **other)))


def test_every_scheme_says_what_it_rests_on() -> None:
    assert "scheme_demand_missed" in scheme("linear") or "scheme_demand_met" in scheme("linear")
    assert "load_for_effort" in scheme("rir_target")
    assert "range_default" not in scheme("linear")
