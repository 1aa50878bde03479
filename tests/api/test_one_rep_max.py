"""The maximum of one set over HTTP: reference values, and what is refused or not taken."""

from typing import Any

import httpx
import pytest

from app.engine.strength.maximum.repmax import ALL_EQUATIONS
from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/one-rep-max"


def ask(api: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = api.post(PATH, json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


NAMES = ("epley", "brzycki", "lander", "lombardi", "mayhew", "oconner", "wathen")
MAXIMA = [
    (100, 5, (116.67, 112.50, 113.71, 117.46, 119.01, 112.50, 116.58)),
    (100, 10, (133.33, 133.33, 134.07, 125.89, 130.93, 125.00, 134.75)),
    (60, 8, (76.00, 74.48, 75.07, 73.87, 75.77, 72.00, 76.60)),
    (140, 3, (154.00, 148.24, 150.08, 156.26, 159.59, 150.50, 152.57)),
]


@pytest.mark.parametrize(("load_kg", "repetitions", "maxima"), MAXIMA)
def test_the_equations_side_by_side(
    api: httpx.Client, load_kg: float, repetitions: int, maxima: tuple[float, ...]
) -> None:
    found = ask(api, load_kg=load_kg, repetitions=repetitions, repetitions_in_reserve=0)["value"]
    rows = {row["equation"]: row for row in found["by_equation"]}
    assert list(rows) == list(ALL_EQUATIONS)
    for name, maximum_kg in zip(NAMES, maxima, strict=True):
        assert rows[name]["maximum_kg"] == pytest.approx(maximum_kg, abs=0.005)
        assert rows[name]["maximum"] == {
            "value": pytest.approx(rows[name]["maximum_kg"], abs=1e-6),
            "unit": "kg",
        }
    assert found["maximum_kg"]["value"] == rows["epley"]["maximum_kg"]


CHART = [(100, 5, 8, 123.305), (140, 1, 8, 151.844), (80, 8, 7.5, 110.650), (60, 12, 10, 88.235)]


@pytest.mark.parametrize(("load_kg", "repetitions", "rpe", "maximum_kg"), CHART)
def test_the_charts_of_rpe(
    api: httpx.Client, load_kg: float, repetitions: int, rpe: float, maximum_kg: float
) -> None:
    found = ask(api, load_kg=load_kg, repetitions=repetitions, rpe=rpe)["value"]
    rts, smooth = found["by_rpe_table"]
    assert (rts["table"], smooth["table"]) == ("rts", "openpowerlifting")
    assert rts["maximum_kg"] == pytest.approx(maximum_kg, abs=0.0005)


def test_a_whole_answer(api: httpx.Client) -> None:
    answer = ask(api, load_kg=100, repetitions=5, repetitions_in_reserve=2, equation="brzycki")
    assert answer["status"] == "ok"
    assert answer["load"] == {"value": 100.0, "unit": "kg"}
    found = answer["value"]
    assert (found["equation"], found["repetitions_possible"]) == ("brzycki", 7.0)
    maximum = found["maximum_kg"]
    assert 100 <= maximum["low"] < maximum["value"] < maximum["high"]
    assert maximum["value"] == pytest.approx(120)
    assert maximum["level"] == 0.8
    assert [one["repetitions"] for one in found["loads"]] == list(range(1, 13))
    loads = [one["load_kg"] for one in found["loads"]]
    assert loads == sorted(loads, reverse=True)
    assert loads[6] == pytest.approx(100), "what was lifted can be lifted so often"
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    rows = [*found["by_equation"], *found["by_rpe_table"]]
    assert {row["source"] for row in rows} <= sources


def test_pounds_are_answered_in_pounds(api: httpx.Client) -> None:
    sent = {"load": {"value": 135, "unit": "lb"}, "repetitions": 10, "repetitions_in_reserve": 0}
    answer = ask(api, **sent)
    assert answer["load"] == {"value": 135.0, "unit": "lb"}
    assert answer["value"]["maximum"]["value"] == pytest.approx(180)
    assert answer["value"]["maximum"]["unit"] == "lb"
    assert answer["value"]["loads"][0]["load"] == {"value": 180.0, "unit": "lb"}
    assert "135 lb" in answer["because"][0]["text"]
    read_in_kg = ask(api, **sent, mass_unit="kg")
    assert read_in_kg["value"]["maximum"]["unit"] == "kg"
    assert read_in_kg["value"]["maximum_kg"] == answer["value"]["maximum_kg"]


def test_where_both_loads_are_sent_the_one_with_its_unit_counts(api: httpx.Client) -> None:
    answer = ask(api, load_kg=1, load={"value": 60, "unit": "kg"}, repetitions=8)
    assert answer["load_kg"] == 60


def test_effort_that_is_not_said_is_flagged(api: httpx.Client) -> None:
    answer = ask(api, load_kg=60, repetitions=8)
    assert [one["code"] for one in answer["warnings"]] == ["effort_unknown"]
    assert [one["code"] for one in answer["missing"]] == ["repetitions_in_reserve"]
    assert answer["value"]["by_rpe_table"] == []


FLAGGED = [
    ({"repetitions": 11}, "beyond_ten_repetitions"),
    ({"repetitions": 13}, "beyond_twelve_repetitions"),
    ({"repetitions": 3, "repetitions_in_reserve": 5}, "far_from_failure"),
    ({"repetitions": 5, "equation": "marzagao"}, "unreviewed_preprint"),
]


@pytest.mark.parametrize(("sent", "code"), FLAGGED)
def test_what_is_flagged(api: httpx.Client, sent: dict[str, Any], code: str) -> None:
    answer = ask(api, **{"load_kg": 60, "repetitions_in_reserve": 0, **sent})
    assert answer["status"] == "ok"
    assert code in {one["code"] for one in answer["warnings"]}


REFUSED = [
    ({"load_kg": 0}, "load_impossible"),
    ({"load_kg": -20}, "load_impossible"),
    ({"repetitions": 0}, "no_repetition"),
    ({"repetitions": 16}, "too_many_repetitions"),
    ({"repetitions": 12, "repetitions_in_reserve": 4}, "too_many_repetitions"),
    ({"rpe": 4}, "effort_impossible"),
    ({"load_kg": 4, "equation": "marzagao"}, "load_too_light_for_equation"),
]


@pytest.mark.parametrize(("sent", "code"), REFUSED)
def test_what_is_refused(api: httpx.Client, sent: dict[str, Any], code: str) -> None:
    answer = ask(api, **{"load_kg": 60, "repetitions": 8, **sent})
    assert (answer["status"], answer["value"]) == ("refused", None)
    assert [one["code"] for one in answer["because"]] == [code]
    assert answer["instead"]


MISTAKES = [
    ('{"load_kg": 60, "repetitions": 8, "equation": "berger"}', "#/equation", "unknown_equation"),
    ('{"load_kg": 60, "repetitions": 8, "equation": null}', "#/equation", "string_type"),
    (
        '{"load_kg": 60, "repetitions": 8, "rpe": 8, "repetitions_in_reserve": 2}',
        "#",
        "effort_twice",
    ),
    ('{"repetitions": 8}', "#", "load_missing"),
    ('{"load_kg": null, "load": null, "repetitions": 8}', "#", "load_missing"),
    ('{"load_kg": 60}', "#/repetitions", "missing"),
    ('{"load_kg": NaN, "repetitions": 8}', "#/load_kg", "finite_number"),
    ('{"load_kg": 1e999, "repetitions": 8}', "#/load_kg", "finite_number"),
    ('{"load_kg": 1e9, "repetitions": 8}', "#/load_kg", "less_than_equal"),
    ('{"load_kg": "60", "repetitions": 8}', "#/load_kg", "float_type"),
    ('{"load_kg": 60, "repetitions": 8.5}', "#/repetitions", "int_from_float"),
    ('{"load_kg": 60, "repetitions": -1}', "#/repetitions", "greater_than_equal"),
    ('{"load_kg": 60, "repetitions": 8, "rpe": 11}', "#/rpe", "less_than_equal"),
    ('{"load_kg": 60, "reps": 8, "repetitions": 8}', "#/reps", "extra_forbidden"),
    (
        '{"load": {"value": 60, "unit": "stone"}, "repetitions": 8}',
        "#/load/unit",
        "literal_error",
    ),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_name_place_and_fault(
    api: httpx.Client, body: str, pointer: str, code: str
) -> None:
    found = problem(api.post(PATH, content=body, headers=JSON), 422, "invalid-input")
    assert [(item["pointer"], item["code"]) for item in found["errors"]] == [(pointer, code)]


def test_an_unknown_equation_is_told_the_known_ones(api: httpx.Client) -> None:
    sent = {"load_kg": 60, "repetitions": 8, "equation": "Epley"}
    (error,) = problem(api.post(PATH, json=sent), 422, "invalid-input")["errors"]
    for name in ALL_EQUATIONS:
        assert name in error["detail"]
