"""Answers to flags and referrals: nothing is concluded that was not said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.screening import screening_questions
from app.engine.answer import Part, Status
from app.engine.health.screening import (
    HOLDS,
    UNANSWERED,
    Screened,
    Screening,
    screened,
    with_screening,
)
from app.engine.records import HealthFlag, Reproduction

AT = datetime(2026, 11, 23, 18, tzinfo=UTC)
QUESTIONS = tuple(screening_questions().values())
EATING = [one.id for one in QUESTIONS if one.together == "eating_habits"]
NOBODY = (frozenset[HealthFlag](), None)


def asked(*yes: str, no: tuple[str, ...] = (), days: float = 1) -> Part[Screened]:
    answers = dict.fromkeys(yes, True) | dict.fromkeys(no, False)
    return screened(QUESTIONS, Screening(AT - timedelta(days=days), answers), AT)


def found(part: Part[Screened]) -> Screened:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_a_yes_leads_to_its_flag_and_is_referred(question: object) -> None:
    (one,) = [each for each in QUESTIONS if each is question]
    part = asked(one.id)
    value = found(part)
    if one.together is None:
        assert value.flags == frozenset(() if one.flag is None else (one.flag,))
        assert value.reproduction is one.reproduction
        assert [each.code for each in part.warnings] == ["screening_referral"]
        assert one.then in part.warnings[0].text
    else:
        assert (value.flags, part.warnings) == (frozenset(), ())
    for said in (asked(no=(one.id,)), asked()):
        assert (found(said).flags, found(said).reproduction, said.warnings) == (*NOBODY, ())


@pytest.mark.parametrize(("yes", "flagged"), [(0, False), (1, False), (2, True), (5, True)])
def test_questions_on_eating_count_together(yes: int, flagged: bool) -> None:
    part = asked(*EATING[:yes])
    assert (HealthFlag.EATING_DISORDER in found(part).flags) is flagged
    said = (
        f"{yes} of 5 questions on eating habits were answered with yes; from 2 on a clinician is "
        "asked first. That is no diagnosis."
    )
    assert [one.text for one in part.warnings] == ([said] if flagged else [])


@pytest.mark.parametrize(
    ("age", "stale"),
    [(timedelta(0), False), (HOLDS, False), (HOLDS + timedelta(hours=1), True)],
)
def test_after_twelve_months_they_are_asked_anew(age: timedelta, stale: bool) -> None:
    part = asked("heart_condition", days=age / timedelta(days=1))
    assert found(part).is_stale is stale
    assert found(part).flags == {HealthFlag.HEART_CONDITION}, "what was said still counts"
    assert ("screening_stale" in [one.code for one in part.warnings]) is stale
    assert ("screening" in [one.code for one in part.missing]) is stale


def test_what_was_not_answered_is_named() -> None:
    part = asked("chest_pain", no=("fainting",))
    names = [one.text.removeprefix("Not answered: ") for one in part.missing]
    assert {one.code for one in part.missing} == {UNANSWERED}
    left = [
        one.text
        for one in QUESTIONS
        if not one.optional and one.id not in ("chest_pain", "fainting")
    ]
    assert names == left


def test_a_question_that_is_no_longer_asked_is_left_aside() -> None:
    assert found(asked("asked_long_ago")).flags == frozenset()


PREGNANT, LACTATING, NEITHER = Reproduction


@pytest.mark.parametrize(
    ("on_record", "said", "together"),
    [
        (None, None, None),
        (NEITHER, None, NEITHER),
        (NEITHER, PREGNANT, PREGNANT),
        (None, LACTATING, LACTATING),
        (PREGNANT, LACTATING, PREGNANT),
        (PREGNANT, None, PREGNANT),
    ],
)
def test_the_more_cautious_statement_holds(
    on_record: Reproduction | None, said: Reproduction | None, together: Reproduction | None
) -> None:
    answers = Screened(frozenset({HealthFlag.RECENT_SURGERY}), said, is_stale=False)
    mine = frozenset({HealthFlag.HEART_FAILURE})
    both = frozenset({HealthFlag.RECENT_SURGERY, HealthFlag.HEART_FAILURE})
    assert with_screening(mine, on_record, answers) == (both, together)
    assert with_screening(mine, on_record, None) == (mine, on_record)


@given(
    answers=st.dictionaries(st.sampled_from([one.id for one in QUESTIONS]), st.booleans()),
    more=st.sampled_from([one.id for one in QUESTIONS]),
)
def test_another_yes_takes_no_flag_away(answers: dict[str, bool], more: str) -> None:
    before = screened(QUESTIONS, Screening(AT, answers), AT).value
    after = screened(QUESTIONS, Screening(AT, {**answers, more: True}), AT).value
    assert before is not None
    assert after is not None
    assert before.flags <= after.flags
