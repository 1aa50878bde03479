"""Resting energy by every equation over HTTP."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/resting-energy"
ON = "2026-11-18"
M1 = {"sex": "male", "born_on": "1996-11-18", "height_cm": 180}
F1 = {"sex": "female", "born_on": "1991-11-18", "height_cm": 165}
M2 = {"sex": "male", "born_on": "1961-11-18", "height_cm": 175}
F2 = {"sex": "female", "born_on": "2002-11-18", "height_cm": 170}


def ask(api: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = api.post(PATH, json={"on": ON, **body})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def by_name(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["equation"]: one for one in answer["equations"]}


PEOPLE = ((M1, 80), (F1, 70), (M2, 90), (F2, 58))
PUBLISHED = {
    "mifflin": (1780.0, 1395.25, 1673.75, 1361.5),
    "mifflin_full": (1781.6, 1397.35, 1678.05, 1362.84),
    "harris_benedict_1919": (1864.545, 1466.0715, 1740.6195, 1411.9903),
    "roza_shizgal_1984": (1853.632, 1454.503, 1764.912, 1406.659),
    "owen": (1695.0, 1297.6, 1797.0, 1211.44),
    "henry_weight": (1729.0, 1375.8, 1737.0, 1317.8),
    "henry_height": (1748.8, 1389.3, 1716.75, 1366.7),
    "schofield_weight": (1790.86, 1414.42, 1641.69, 1346.044),
    "mueller_2004": (1802.918, 1432.076, 1793.788, 1335.451),
    "ten_haaf_weight": (1987.875, 1548.975, 1793.444, 1524.6),
}


@pytest.mark.parametrize("place", range(4))
def test_published_values(api: httpx.Client, place: int) -> None:
    person, mass = PEOPLE[place]
    found = by_name(ask(api, athlete=person, body_mass_kg=mass))
    for name, values in PUBLISHED.items():
        assert found[name]["status"] == "ok"
        value = found[name]["value"]
        assert value["value"] == pytest.approx(values[place], abs=0.05), name
        assert value["low"] < value["value"] < value["high"]
        assert value["level"] == 0.8


FAT_FREE = [("katch_mcardle", 1666.0), ("cunningham_1980", 1820.0), ("mifflin_ffm", 1595.0)]


@pytest.mark.parametrize(("name", "kcal"), FAT_FREE)
def test_equations_of_lean_mass(api: httpx.Client, name: str, kcal: float) -> None:
    found = by_name(ask(api, athlete={"body_fat_percent": 25}, body_mass_kg=80))
    assert found[name]["value"]["value"] == pytest.approx(kcal)
    assert found["mifflin"]["status"] == "insufficient"


CHOSEN = [
    ({}, False, "mifflin", "resting_mifflin"),
    ({}, True, "ten_haaf_weight", "resting_ten_haaf"),
    ({"body_fat_percent": 15}, False, "katch_mcardle", "resting_katch_mcardle"),
    ({"body_fat_percent": 15}, True, "cunningham_1980", "resting_cunningham_1980"),
]


@pytest.mark.parametrize(("known", "trained", "equation", "code"), CHOSEN)
def test_the_choice_and_why(
    api: httpx.Client, known: dict[str, Any], trained: bool, equation: str, code: str
) -> None:
    answer = ask(api, athlete={**M1, **known}, body_mass_kg=80, trained=trained)
    chosen = answer["chosen"]
    assert chosen["value"]["equation"] == equation
    assert [one["code"] for one in chosen["because"]] == [code]
    assert chosen["value"]["estimate"] == by_name(answer)[equation]["value"]


def test_every_equation_says_what_it_is(api: httpx.Client) -> None:
    answer = ask(api, athlete=M1, body_mass_kg=80)
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    found = by_name(answer)
    assert len(found) == len(answer["equations"]) == 24
    assert {one["source"] for one in found.values()} <= sources
    assert all(one["population"] and one["label"] and one["needs"] for one in found.values())
    mifflin = found["mifflin"]
    assert mifflin["ages_years"] == {"low": 19, "high": 79}
    assert mifflin["error_percent"] == pytest.approx(8)
    assert mifflin["needs"] == ["sex", "age_years", "height_cm", "body_mass_kg"]
    assert found["tinsley_ffm"]["of_athletes"]
    assert found["owen_athletic_women"]["sex"] == "female"
    assert answer["lowest_kcal_per_day"] == pytest.approx(1579)
    assert answer["highest_kcal_per_day"] == pytest.approx(2012.5, abs=2)


TYPED = [
    ({"sex": "male"}, "mifflin", "insufficient", ["age_years", "height_cm"], []),
    ({}, "katch_mcardle", "insufficient", ["body_fat_percent"], []),
    ({**M1, "height_cm": 119}, "mifflin", "insufficient", ["height_cm"], []),
    (M1, "owen_athletic_women", "refused", [], ["resting_other_sex"]),
    ({**M1, "born_on": "2012-01-01"}, "mifflin", "refused", [], ["resting_under_18"]),
    ({**M1, "height_cm": 60}, "mifflin", "insufficient", ["height_or_body_mass"], []),
    ({**M1, "born_on": "1900-01-01"}, "mifflin", "insufficient", ["age_years"], []),
]


@pytest.mark.parametrize(("person", "name", "status", "missing", "because"), TYPED)
def test_what_does_not_hold_says_so_by_equation(
    api: httpx.Client,
    person: dict[str, Any],
    name: str,
    status: str,
    missing: list[str],
    because: list[str],
) -> None:
    part = by_name(ask(api, athlete=person, body_mass_kg=40 if "height_cm" in person else 80))[name]
    assert (part["status"], part["value"]) == (status, None)
    assert [one["code"] for one in part["missing"]] == missing
    assert [one["code"] for one in part["because"]] == because
    assert (part["instead"] is not None) == (status == "refused")


def test_outside_its_ages_an_equation_warns(api: httpx.Client) -> None:
    part = by_name(ask(api, athlete={**M1, "born_on": "1940-01-01"}, body_mass_kg=80))["mifflin"]
    assert part["status"] == "ok"
    assert [one["code"] for one in part["warnings"]] == ["resting_outside_ages"]


def test_nothing_is_guessed(api: httpx.Client) -> None:
    answer = ask(api)
    assert answer["chosen"]["status"] == "insufficient"
    codes = [one["code"] for one in answer["chosen"]["missing"]]
    assert codes == ["body_mass_kg", "sex", "age_years", "height_cm"]
    assert {one["status"] for one in answer["equations"]} == {"insufficient"}
    assert answer["lowest_kcal_per_day"] is answer["highest_kcal_per_day"] is None
    assert answer["body_mass_kg"] is answer["body_mass"] is None


def test_pounds_are_answered_in_pounds(api: httpx.Client) -> None:
    pounds = {"value": 176.4, "unit": "lb"}
    answer = ask(api, athlete={**M1, "mass_unit": "lb"}, body_mass=pounds)
    assert answer["body_mass"] == pounds
    kg = answer["body_mass_kg"]
    assert ask(api, athlete=M1, body_mass_kg=kg)["equations"] == answer["equations"]


MISTAKES = [
    ('{"body_mass_kg": NaN}', "#/body_mass_kg", "finite_number"),
    ('{"body_mass_kg": 19}', "#/body_mass_kg", "greater_than_equal"),
    ('{"body_mass": {"value": 900, "unit": "lb"}}', "#/body_mass", "mass_bounds"),
    ('{"trained": "yes"}', "#/trained", "bool_type"),
    ('{"athlete": {"sex": "man"}}', "#/athlete/sex", "enum"),
    ('{"athlete": {"height_cm": 1e999}}', "#/athlete/height_cm", "finite_number"),
    ('{"athlete": {"[key]": 1}}', "#/athlete/[key]", "extra_forbidden"),
    ('{"equation": "mifflin"}', "#/equation", "extra_forbidden"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(api: httpx.Client, body: str, pointer: str, code: str) -> None:
    sent = f'{{"on": "{ON}", {body[1:]}'
    found = problem(api.post(PATH, content=sent, headers=JSON), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]


def test_a_day_is_needed(api: httpx.Client) -> None:
    found = problem(api.post(PATH, json={"body_mass_kg": 80}), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [("#/on", "missing")]
