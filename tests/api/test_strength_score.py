"""Scores by body mass over HTTP."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/strength-score"
FORMULAS = ("dots", "wilks", "wilks_2", "ipf_gl")


def ask(api: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = api.post(PATH, json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


SCORES = [
    ("male", 80, 600, (413.7279, 409.6192, 491.4831, 84.6224)),
    ("male", 93, 700, (445.3758, 439.7331, 528.0867, 91.5748)),
    ("female", 60, 300, (332.5637, 334.4661, 395.7098, 67.8120)),
]


@pytest.mark.parametrize(("sex", "body_mass_kg", "total_kg", "scores"), SCORES)
def test_the_four_scores(
    api: httpx.Client, sex: str, body_mass_kg: float, total_kg: float, scores: tuple[float, ...]
) -> None:
    answer = ask(api, sex=sex, body_mass_kg=body_mass_kg, total_kg=total_kg)
    for name, score in zip(FORMULAS, scores, strict=True):
        assert answer[name]["status"] == "ok"
        assert answer[name]["value"]["score"] == pytest.approx(score, abs=5e-5)


def test_an_event_has_coefficients_of_its_own(api: httpx.Client) -> None:
    sent = {"sex": "female", "body_mass_kg": 70.5, "total_kg": 122.5}
    part = ask(api, **sent, event="classic_bench_press")["ipf_gl"]
    assert part["value"]["score"] == pytest.approx(96.78, abs=0.005)
    assert part["value"]["event"] == "classic_bench_press"
    assert (part["value"]["coefficients_year"], part["value"]["valid_to"]) == (2020, "2023-12-31")


@pytest.mark.parametrize("sex", [{}, {"sex": None}])
def test_an_unknown_sex_is_not_guessed(api: httpx.Client, sex: dict[str, None]) -> None:
    answer = ask(api, body_mass_kg=80, total_kg=600, **sex)
    for name in FORMULAS:
        assert (answer[name]["status"], answer[name]["value"]) == ("insufficient", None)
        assert [one["code"] for one in answer[name]["missing"]] == ["sex"]


def test_pounds_are_answered_in_pounds(api: httpx.Client) -> None:
    pounds = {"body_mass": {"value": 176.4, "unit": "lb"}, "total": {"value": 1_323, "unit": "lb"}}
    answer = ask(api, sex="male", **pounds)
    assert {name: answer[name] for name in pounds} == pounds
    assert "1323 lb lifted at a body mass of 176.4 lb" in answer["dots"]["because"][0]["text"]
    in_kg = ask(api, sex="male", body_mass_kg=answer["body_mass_kg"], total_kg=answer["total_kg"])
    assert in_kg["dots"]["value"] == answer["dots"]["value"]


def test_one_refused_score_hides_no_other(api: httpx.Client) -> None:
    answer = ask(api, sex="female", body_mass_kg=34.9, total_kg=100)
    assert answer["ipf_gl"]["status"] == "refused"
    assert answer["ipf_gl"]["instead"]
    assert answer["dots"]["status"] == "ok"
    assert [one["code"] for one in answer["dots"]["warnings"]] == ["body_mass_outside_score"]


@pytest.mark.parametrize("total", [{"total_kg": 0}, {"total": {"value": -5, "unit": "kg"}}])
def test_no_total_has_no_score(api: httpx.Client, total: dict[str, Any]) -> None:
    answer = ask(api, sex="male", body_mass_kg=80, **total)
    assert {answer[name]["status"] for name in FORMULAS} == {"refused"}


MISTAKES = [
    ('{"total_kg": 600}', "#", "mass_missing"),
    ('{"body_mass_kg": 80}', "#", "mass_missing"),
    ('{"body_mass_kg": 8, "total_kg": 600}', "#/body_mass_kg", "greater_than_equal"),
    ('{"body_mass_kg": 80, "total_kg": 1e6}', "#/total_kg", "less_than_equal"),
    ('{"body_mass_kg": NaN, "total_kg": 600}', "#/body_mass_kg", "finite_number"),
    (
        '{"body_mass": {"value": 1000, "unit": "lb"}, "total_kg": 600}',
        "#/body_mass",
        "mass_bounds",
    ),
    ('{"body_mass_kg": 80, "total_kg": 600, "sex": "yes"}', "#/sex", "enum"),
    ('{"body_mass_kg": 80, "total_kg": 600, "event": "deadlift"}', "#/event", "enum"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_name_place_and_fault(
    api: httpx.Client, body: str, pointer: str, code: str
) -> None:
    found = problem(api.post(PATH, content=body, headers=JSON), 422, "invalid-input")
    assert [(item["pointer"], item["code"]) for item in found["errors"]] == [(pointer, code)]
