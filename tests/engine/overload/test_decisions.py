"""A change of the advice is followed within the limits, a refusal raises nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.decision import REASON_SHOWN, DecisionVerdict
from app.engine.overload.decisions import Change, Decision
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import Prescription
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.records import LoadMode, PerformedSet
from tests.engine.overload.test_day import FULL, MORE, WEEKS, asked, noted, text
from tests.engine.overload.test_prescribe import codes, ten_at_fifty, tireless
from tests.engine.overload.test_properties import questions


def decided(
    question: ExerciseQuestion, verdict: str = "changed", hours: float = 3, **other: Any
) -> ExerciseQuestion:
    """The question with a decision some hours before it."""
    change = {name: other.pop(name) for name in Change.__slots__ if name in other}
    at = question.at - timedelta(hours=hours)
    decision = Decision(at, DecisionVerdict(verdict), change=Change(**change), **other)
    return replace(question, decision=decision)


def said(part: Part[Prescription], code: str) -> str:
    (reason,) = [one for one in part.because if one.code == code]
    return reason.text


CHANGES = [
    (FULL, {"load_kg": 41.0}, "increase_load 40 3x8 leave 2"),
    (FULL, {"load_kg": 40.0}, "hold 40 3x8 leave 2"),
    (FULL, {"load_kg": 35.0}, "deload 35 3x8 leave 2"),
    (FULL, {"load_kg": 44.0}, "increase_load 45 3x8 leave 2"),
    (FULL, {"load_kg": 44.5}, "increase_load 42.5 3x8 leave 2"),
    (FULL, {"repetitions": 10}, "increase_load 42.5 3x10 leave 2"),
    (FULL, {"repetitions": 20}, "increase_load 42.5 3x20 leave 2"),
    (FULL, {"repetitions": 5, "sets": 2}, "increase_load 42.5 2x5 leave 2"),
    (MORE, {"sets": 5, "load_kg": 37.5}, "deload 37.5 5x10 leave 2"),
    (FULL, {"load_kg": -5.0}, "increase_load 42.5 3x8 leave 2"),
    (FULL, {"load_kg": 900.0, "sets": 1}, "increase_load 42.5 1x8 leave 2"),
]


@pytest.mark.parametrize(("done", "change", "following"), CHANGES)
def test_a_change_is_followed_within_the_limits(
    done: str, change: dict[str, Any], following: str
) -> None:
    part = prescribe(decided(asked(done), **change), tireless)
    if following.startswith("increase_load 40"):
        following = following.replace("increase_load", "hold")
    assert text(part) == following
    assert "advice_changed" in codes(part)


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        (
            {"load_kg": 900.0},
            "change_too_heavy",
            (
                "Your 900 kg is not taken over: more than a tenth above the heaviest load lifted, "
                "40 kg, is not prescribed."
            ),
        ),
        (
            {"load_kg": -5.0},
            "change_does_not_fit",
            "Your -5 kg cannot be taken over: it would be less than nothing.",
        ),
        (
            {"load_kg": 35.0, "reason": "the knee \n feels {odd}"},
            "advice_changed",
            "On 2026-01-09 you changed the advice to 35 kg (the knee feels {odd}).",
        ),
        (
            {"load_kg": 35.0, "sets": 1},
            "change_holds",
            (
                "Your change holds until you have trained it again or decide anew: 1 set, 35 kg "
                "instead of 3 sets, 8 repetitions, 42.5 kg."
            ),
        ),
    ],
)
def test_what_becomes_of_it_is_said(change: dict[str, Any], code: str, sentence: str) -> None:
    question = asked(FULL)
    part = prescribe(decided(question, **change), tireless)
    on = (question.at - timedelta(hours=3)).date().isoformat()
    assert said(part, code) == sentence.replace("2026-01-09", on)


def test_a_long_reason_is_cut() -> None:
    part = prescribe(decided(asked(FULL), "refused", reason="no " * 400), tireless)
    assert len(said(part, "advice_refused")) < REASON_SHOWN + 60


def test_a_refusal_raises_nothing() -> None:
    part = prescribe(decided(asked(FULL), "refused", reason="too heavy"), tireless)
    assert text(part) == "hold 40 3x12 leave 2"
    assert said(part, "refusal_holds").startswith("Nothing is raised until you have trained")


def test_what_was_accepted_is_as_without() -> None:
    plain = asked(FULL)
    assert prescribe(decided(plain, "accepted"), tireless) == prescribe(plain, tireless)


@pytest.mark.parametrize("verdict", ["changed", "refused"])
def test_it_holds_until_the_exercise_is_trained(verdict: str) -> None:
    """Then it is only told, and after one more session no longer."""
    twice, thrice = "40x12,12,12 40x12,12,12", "40x12,12,12 40x12,12,12 40x12,12,12"
    change = {"load_kg": 35.0} if verdict == "changed" else {}
    last = prescribe(decided(asked(twice), verdict, hours=72, **change), tireless)
    assert text(last) == "increase_load 42.5 3x8 leave 2"
    assert f"advice_{verdict}" in codes(last)
    assert not {"change_holds", "refusal_holds"} & set(codes(last))
    older = prescribe(decided(asked(thrice), verdict, hours=24 * 5, **change), tireless)
    assert f"advice_{verdict}" not in codes(older)


def test_a_change_with_a_date_holds_until_then() -> None:
    plain = asked("40x12,12,12 35x12,12,12")
    until = plain.at + timedelta(days=1)
    part = prescribe(decided(plain, hours=90, load_kg=35.0, holds_until=until), tireless)
    assert text(part).split()[1] == "35"
    assert until.date().isoformat() in said(part, "change_holds")
    over = prescribe(
        decided(plain, hours=90, load_kg=35.0, holds_until=plain.at - timedelta(1)), tireless
    )
    assert "change_holds" not in codes(over)


def test_never_against_pain() -> None:
    hurt = replace(decided(asked(FULL), load_kg=20.0), pain_0_to_10=6)
    assert prescribe(hurt, tireless).status is Status.REFUSED
    noticed = noted(decided(asked(FULL), load_kg=20.0), pain_0_to_10={"quadriceps": 6.0})
    assert prescribe(noticed, tireless).status is Status.REFUSED


@pytest.mark.parametrize(
    ("change", "following"),
    [
        ({"load_kg": 44.0}, "hold 40 3x12 leave 2"),
        ({"sets": 5}, "hold 40 3x12 leave 2"),
        ({"repetitions": 15}, "hold 40 3x12 leave 2"),
        ({"load_kg": 35.0}, "deload 35 3x8 leave 2"),
        ({"sets": 2}, "hold 40 2x12 leave 2"),
    ],
)
def test_a_bad_day_allows_less_and_not_more(change: dict[str, Any], following: str) -> None:
    tired = noted(asked(FULL), readiness_1_to_5=2)
    part = prescribe(decided(tired, **change), tireless)
    assert text(part) == following
    more = {"load_kg": 40.0, "sets": 3, "repetitions": 12}
    rises = any(value > more[name] for name, value in change.items())
    assert ("change_not_today" in codes(part)) is rises


def test_a_deload_week_allows_no_more_either() -> None:
    easy = asked(FULL, week=WEEKS[5])
    part = prescribe(decided(easy, load_kg=44.0, sets=6), tireless)
    assert text(part) == text(prescribe(easy, tireless))
    assert codes(part).count("change_not_today") == 2


@pytest.mark.parametrize("verdict", ["changed", "refused"])
def test_after_a_pause_a_change_does_not_hold(verdict: str) -> None:
    rested = asked(FULL, days=40)
    change = {"load_kg": 44.0} if verdict == "changed" else {}
    part = prescribe(decided(rested, verdict, hours=24 * 30, **change), tireless)
    assert text(part) == text(prescribe(rested, tireless))
    assert ("change_after_pause" in codes(part)) is (verdict == "changed")
    assert "change_holds" not in codes(part)


def test_lighter_sets_stay_as_far_below() -> None:
    pyramid = "60x6 + 55x8 + 50x10 " * 3
    plain = replace(asked(pyramid), scheme="reverse_pyramid", targets=Targets())
    before = prescribe(plain, tireless).value
    after = prescribe(decided(plain, load_kg=55.0), tireless).value
    assert before is not None
    assert after is not None
    loads = [[one.load_kg or 0.0 for one in each.sets] for each in (before, after)]
    below = [[each[0] - one for one in each] for each in loads]
    assert len(set(loads[0])) > 1
    assert loads[1][0] == 55.0
    assert below[0] == pytest.approx(below[1], abs=2.5)


def test_repetitions_that_were_decided_are_warned_of_and_not_lowered() -> None:
    plain = replace(asked("50x8,8,8"), targets=Targets())
    part = prescribe(decided(plain, repetitions=12, load_kg=50.0), ten_at_fifty)
    assert part.value is not None
    assert {one.repetitions_target for one in part.value.sets} == {12}
    assert "target_lowered" not in codes(part)


def test_what_does_not_fit_is_left_out() -> None:
    holds = replace(
        asked("0x8,8,8", load_mode=LoadMode.NONE, loads=None),
        targets=Targets(),
    )
    session = holds.sessions[0]
    hold = PerformedSet("hold", duration_s=20.0)
    timed = replace(holds, sessions=(replace(session, sets=(hold,)),))
    part = prescribe(decided(timed, repetitions=8, load_kg=10.0), tireless)
    assert text(part) == text(prescribe(timed, tireless))
    assert codes(part).count("change_does_not_fit") == 2


def test_assistance_never_lifts_the_whole_body() -> None:
    body: dict[str, Any] = {
        "load_mode": LoadMode.BODY_WEIGHT,
        "body_mass_kg": 80.0,
        "body_mass_share": 0.95,
    }
    pull_up = asked("-20x8,8,8", **body)
    part = prescribe(decided(pull_up, load_kg=-76.0), tireless)
    assert "change_does_not_fit" in codes(part)
    heavy = prescribe(decided(asked("0x8,8,8", **body), load_kg=10.0), tireless)
    assert "change_too_heavy" in codes(heavy), "a tenth of all that is lifted is 7.6 kg"
    light = prescribe(decided(asked("0x8,8,8", **body), load_kg=7.5), tireless)
    assert text(light).startswith("increase_load 7.5")


FIRST = [
    ({"load_kg": 30.0}, 20.0, "change_too_heavy"),
    ({"load_kg": 20.0, "sets": 2}, 20.0, "change_holds"),
]


@pytest.mark.parametrize(("change", "load_kg", "code"), FIRST)
def test_a_first_session_becomes_no_heavier(
    change: dict[str, Any], load_kg: float, code: str
) -> None:
    new = replace(
        asked(FULL),
        sessions=(),
        targets=Targets(8, 12, 3, start_load_kg=20.0),
    )
    part = prescribe(decided(new, **change), tireless)
    assert part.value is not None
    assert part.value.sets[0].load_kg == load_kg
    assert code in codes(part)
    refused = prescribe(decided(new, "refused", reason="no"), tireless)
    assert "advice_refused" in codes(refused)


DECISIONS = st.builds(
    Change,
    load_kg=st.one_of(st.none(), st.floats(-500, 2_000)),
    repetitions=st.one_of(st.none(), st.integers(1, 100)),
    sets=st.one_of(st.none(), st.integers(1, 20)),
)


@given(question=questions(), change=DECISIONS, hours=st.floats(0, 2_000))
def test_no_change_goes_far_above_what_was_lifted(
    question: ExerciseQuestion, change: Change, hours: float
) -> None:
    decision = Decision(
        question.at - timedelta(hours=hours), DecisionVerdict.CHANGED, change=change
    )
    plain = prescribe(question, ten_at_fifty)
    part = prescribe(replace(question, decision=decision), ten_at_fifty)
    assert part.status is plain.status
    if part.value is None or plain.value is None:
        return
    lifted = [one.load_kg or 0.0 for each in question.sessions for one in each.sets]
    advised = max(one.load_kg or 0.0 for one in plain.value.sets)
    loads = [one.load_kg or 0.0 for one in part.value.sets]
    # The nearest that can be loaded for a tenth more may lie half a step above it.
    step = 0.0 if question.loads is None else question.loads.gap_above_kg(max(lifted))
    assert max(loads) <= max(1.1 * max(lifted) + step, advised)


@given(question=questions(), hours=st.floats(0, 2_000))
def test_a_refusal_never_asks_for_more(question: ExerciseQuestion, hours: float) -> None:
    decision = Decision(question.at - timedelta(hours=hours), DecisionVerdict.REFUSED)
    plain = prescribe(question, ten_at_fifty)
    part = prescribe(replace(question, decision=decision), ten_at_fifty)
    if part.value is None or plain.value is None:
        return
    loads = [max(one.load_kg or 0.0 for one in each.value.sets) for each in (part, plain)]  # type: ignore[union-attr]
    assert loads[0] <= loads[1]
    assert len(part.value.sets) <= len(plain.value.sets)
