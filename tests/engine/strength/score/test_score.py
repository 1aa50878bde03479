import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.records import Sex
from app.engine.strength.score.coefficients import IPF_GL, Event
from app.engine.strength.score.score import (
    SCORES,
    Lifted,
    StrengthScore,
    dots,
    ipf_gl,
    strength_score,
    strength_scores,
    wilks,
    wilks_2,
)
from app.engine.units import to_kg

M, F = Sex.MALE, Sex.FEMALE

TOTALS = [
    (M, 80, 600, 413.7279, 409.6192, 491.4831),
    (M, 93, 700, 445.3758, 439.7331, 528.0867),
    (M, 100, 1000, 615.5158, 608.58907, 729.3620),
    (F, 60, 300, 332.5637, 334.4661, 395.7098),
    (F, 63, 400, 430.2060, 429.5830, 511.4489),
    (F, 60, 500, 554.2728, 557.4434, 659.5164),
    (F, 100, 100, 85.3346, 83.25833, 105.2453),
]


@pytest.mark.parametrize(("sex", "body_mass_kg", "total_kg", "d", "w", "w2"), TOTALS)
def test_totals(
    sex: Sex, body_mass_kg: float, total_kg: float, d: float, w: float, w2: float
) -> None:
    lifted = Lifted(sex, body_mass_kg, total_kg)
    found = [dots(lifted), wilks(lifted), wilks_2(lifted)]
    assert found == pytest.approx([d, w, w2], abs=5.1e-5)


DOTS_COEFFICIENTS = [
    (M, 59, 0.855870),
    (M, 74, 0.723652),
    (M, 83, 0.675087),
    (M, 105, 0.603096),
    (M, 120, 0.574306),
    (F, 47, 1.310564),
    (F, 57, 1.145695),
    (F, 69, 1.019492),
    (F, 84, 0.920154),
]


@pytest.mark.parametrize(("sex", "body_mass_kg", "coefficient"), DOTS_COEFFICIENTS)
def test_dots_coefficients(sex: Sex, body_mass_kg: float, coefficient: float) -> None:
    assert dots(Lifted(sex, body_mass_kg, 1.0)) == pytest.approx(coefficient, abs=5.1e-7)


def test_wilks_coefficients_as_openpowerlifting_tests_them() -> None:
    assert wilks(Lifted(M, 100.0, 1.0)) == pytest.approx(0.6085890719066511, rel=1e-12)
    assert wilks(Lifted(F, 100.0, 1.0)) == pytest.approx(0.8325833167368228, rel=1e-12)


IPF = [
    (M, 92.04, 1035, Event.EQUIPPED_THREE_LIFTS, 112.85, 0.005),
    (F, 70.5, 122.5, Event.CLASSIC_BENCH_PRESS, 96.78, 0.005),
    (M, 80, 600, Event.CLASSIC_THREE_LIFTS, 84.6224, 5e-5),
    (M, 93, 700, Event.CLASSIC_THREE_LIFTS, 91.5748, 5e-5),
    (F, 60, 300, Event.CLASSIC_THREE_LIFTS, 67.8120, 5e-5),
    (M, 34.9, 300, Event.CLASSIC_THREE_LIFTS, 0.0, 0.0),
]


@pytest.mark.parametrize(("sex", "body_mass_kg", "total_kg", "event", "points", "last_digit"), IPF)
def test_ipf_gl(
    sex: Sex, body_mass_kg: float, total_kg: float, event: Event, points: float, last_digit: float
) -> None:
    found = ipf_gl(Lifted(sex, body_mass_kg, total_kg, event))
    assert found == pytest.approx(points, abs=last_digit)


def test_every_event_has_its_coefficients() -> None:
    assert set(IPF_GL) == {(sex, event) for sex in Sex for event in Event}


def answered(part: Part[StrengthScore]) -> StrengthScore:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def test_an_unknown_sex_is_not_guessed() -> None:
    for part in strength_scores(None, 80, 600).values():
        assert part.status is Status.INSUFFICIENT
        assert [one.code for one in part.missing] == ["sex"]


def test_the_year_of_the_coefficients_is_shown() -> None:
    part = strength_score("ipf_gl", M, 80, 600)
    value = answered(part)
    assert (value.coefficients_year, value.valid_to) == (2020, date(2023, 12, 31))
    assert value.event is Event.CLASSIC_THREE_LIFTS
    assert "2020 for classic three lifts, declared valid to 2023-12-31" in part.because[1].text
    others = [answered(strength_score(name, M, 80, 600)) for name in ("dots", "wilks", "wilks_2")]
    assert {(one.event, one.coefficients_year, one.valid_to) for one in others} == {
        (None, None, None)
    }


CLAMPS = [
    ("dots", M, 39.9, 40),
    ("dots", M, 211, 210),
    ("dots", F, 160, 150),
    ("wilks", M, 202, 201.9),
    ("wilks", F, 26.5, 26.51),
    ("wilks", F, 155, 154.53),
    ("wilks_2", M, 201, 200.95),
    ("wilks_2", F, 151, 150.95),
]


@pytest.mark.parametrize(("name", "sex", "body_mass_kg", "taken_kg"), CLAMPS)
def test_a_body_mass_beyond_the_curve_is_taken_as_its_end_and_said(
    name: str, sex: Sex, body_mass_kg: float, taken_kg: float
) -> None:
    beyond = strength_score(name, sex, body_mass_kg, 400)
    at_end = strength_score(name, sex, taken_kg, 400)
    assert answered(beyond).value == answered(at_end).value
    (told,) = beyond.warnings
    assert told.code == "body_mass_outside_score"
    assert told.values["taken_kg"] == taken_kg
    assert at_end.warnings == ()


REFUSED = [
    (0, 600, "body_mass_impossible"),
    (-80, 600, "body_mass_impossible"),
    (math.nan, 600, "body_mass_impossible"),
    (math.inf, 600, "body_mass_impossible"),
    (80, 0, "total_impossible"),
    (80, -1, "total_impossible"),
    (80, math.nan, "total_impossible"),
    (80, 1e9, "total_impossible"),
]


@pytest.mark.parametrize(("body_mass_kg", "total_kg", "code"), REFUSED)
@pytest.mark.parametrize("name", SCORES)
def test_what_is_refused(name: str, body_mass_kg: float, total_kg: float, code: str) -> None:
    part = strength_score(name, M, body_mass_kg, total_kg)
    assert part.status is Status.REFUSED
    assert [reason.code for reason in part.because] == [code]
    assert part.instead


def test_sentences_are_in_the_unit_of_the_reader() -> None:
    part = strength_score("dots", M, to_kg(500, "lb"), to_kg(1_400, "lb"), mass_unit="lb")
    assert part.because[0].text == "dots of 1400 lb lifted at a body mass of 500 lb."
    assert "a body mass of 500 lb as 462.97 lb" in part.warnings[0].text


def test_ipf_gl_gives_nothing_to_the_lightest() -> None:
    part = strength_score("ipf_gl", F, 34.9, 100)
    assert part.status is Status.REFUSED
    assert [reason.code for reason in part.because] == ["body_mass_below_score"]
    assert answered(strength_score("dots", F, 34.9, 100)).value > 0


def test_an_unknown_formula_is_an_error() -> None:
    with pytest.raises(KeyError):
        strength_score("schwartz", M, 80, 600)


@given(
    name=st.sampled_from(sorted(SCORES)),
    sex=st.sampled_from(Sex),
    event=st.sampled_from(Event),
    body_mass_kg=st.floats(35, 700),
    total_kg=st.floats(1, 1500),
)
def test_in_proportion_to_the_total_and_never_negative(
    name: str, sex: Sex, event: Event, body_mass_kg: float, total_kg: float
) -> None:
    one = answered(strength_score(name, sex, body_mass_kg, total_kg, event)).value
    two = answered(strength_score(name, sex, body_mass_kg, 2 * total_kg, event)).value
    assert 0.0 < one < math.inf
    assert two == pytest.approx(2 * one)


@given(
    name=st.sampled_from(sorted(SCORES)), sex=st.sampled_from(Sex), body_mass_kg=st.floats(40, 130)
)
def test_the_heavier_body_scores_less_for_the_same_total(
    name: str, sex: Sex, body_mass_kg: float
) -> None:
    lighter = answered(strength_score(name, sex, body_mass_kg, 400)).value
    heavier = answered(strength_score(name, sex, body_mass_kg + 1, 400)).value
    assert heavier < lighter
