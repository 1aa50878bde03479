"""The requirement of a day over HTTP."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import problem

PATH = "/v1/compute/energy-requirement"
ON = "2026-11-18"
M1 = {"sex": "male", "born_on": "1996-11-18", "height_cm": 180}
F1 = {"sex": "female", "born_on": "1991-11-18", "height_cm": 165}


def ask(api: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = api.post(PATH, json={"on": ON, **body})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


CATEGORIES = ("inactive", "low_active", "active", "very_active")
PUBLISHED = [
    ({"sex": "female", "born_on": "2004-11-18", "height_cm": 165}, 63, "low_active", 2275.37),
    ({"sex": "male", "born_on": "1996-11-18", "height_cm": 170}, 70, "inactive", 2520.17),
    ({"sex": "female", "born_on": "1996-11-18", "height_cm": 170}, 70, "active", 2475.55),
    *zip([M1] * 4, [80] * 4, CATEGORIES, (2726.17, 2945.77, 3126.32, 3495.82), strict=True),
    *zip([F1] * 4, [70] * 4, CATEGORIES, (2103.05, 2269.22, 2407.80, 2642.23), strict=True),
]


@pytest.mark.parametrize(("person", "mass", "category", "kcal"), PUBLISHED)
def test_published_values(
    api: httpx.Client, person: dict[str, Any], mass: float, category: str, kcal: float
) -> None:
    answer = ask(api, athlete=person, body_mass_kg=mass, category=category)
    value = answer["requirement"]["value"]
    assert value["estimate"]["value"] == pytest.approx(kcal, abs=5e-3)
    assert value["category"] == category
    assert answer["activity_level"] is None
    assert [one["code"] for one in answer["total"]["missing"]] == ["activity_factor"]


def test_a_life_style_is_a_level(api: httpx.Client) -> None:
    style = {"leisure": "active", "work": "light"}
    answer = ask(api, athlete=M1, body_mass_kg=80, life_style=style)
    assert answer["activity_level"] == 1.8
    assert answer["resting"]["value"]["estimate"]["value"] == pytest.approx(1780)
    assert answer["total"]["value"]["value"] == pytest.approx(1780 * 1.8)
    assert answer["requirement"]["value"]["category"] == "active"
    assert answer["requirement"]["value"]["superseded_2005_kcal_per_day"] == pytest.approx(
        3181.2, abs=0.05
    )
    level = ask(api, athlete=M1, body_mass_kg=80, activity_level=1.8)
    assert level == answer


@pytest.mark.parametrize("level", [0.9, 2.5])
def test_a_level_that_nobody_lives_at(api: httpx.Client, level: float) -> None:
    answer = ask(api, athlete=M1, body_mass_kg=80, activity_level=level)
    assert answer["total"]["because"][0]["code"] == "activity_factor_out_of_range"
    assert answer["requirement"]["because"][0]["code"] == "requirement_level_out_of_range"
    assert answer["resting"]["status"] == "ok"


REFUSED = [
    ({**M1, "born_on": "2007-12-01"}, "requirement_under_19", "ok"),
    ({**M1, "born_on": "2012-12-01"}, "requirement_under_19", "refused"),
    ({**F1, "reproduction": "lactating"}, "requirement_child_bearing", "ok"),
]


@pytest.mark.parametrize(("person", "code", "total"), REFUSED)
def test_for_whom_there_is_none(
    api: httpx.Client, person: dict[str, Any], code: str, total: str
) -> None:
    answer = ask(api, athlete=person, body_mass_kg=70, activity_level=1.6)
    assert [one["code"] for one in answer["requirement"]["because"]] == [code]
    assert answer["requirement"]["instead"]
    assert answer["total"]["status"] == total


def test_nothing_is_guessed(api: httpx.Client) -> None:
    answer = ask(api)
    for name in ("resting", "total", "requirement"):
        assert answer[name]["status"] == "insufficient"
    answer = ask(api, activity_level=1.6)
    codes = [one["code"] for one in answer["requirement"]["missing"]]
    assert codes == ["body_mass_kg", "sex", "age_years", "height_cm"]
    assert answer["thermic_effect"] is None


def test_what_digestion_costs(api: httpx.Client) -> None:
    diet = {"protein_g": 100, "carbohydrate_g": 200, "fat_g": 60, "alcohol_g": 10}
    found = ask(api, diet=diet)["thermic_effect"]
    assert found["value"] == pytest.approx(0.25 * 400 + 0.075 * 800 + 0.025 * 540 + 0.2 * 70)
    assert found["low"] == pytest.approx(0.2 * 400 + 0.05 * 800 + 0.1 * 70)
    assert found["high"] == pytest.approx(0.3 * 400 + 0.1 * 800 + 0.03 * 540 + 0.3 * 70)


MISTAKES = [
    ({"activity_level": 1.5, "category": "active"}, "#", "activity_twice"),
    ({"category": "lazy"}, "#/category", "enum"),
    ({"life_style": {"leisure": "light"}}, "#/life_style/work", "missing"),
    ({"activity_level": -1}, "#/activity_level", "greater_than_equal"),
    ({"diet": {"protein_g": -1}}, "#/diet/protein_g", "greater_than_equal"),
    ({"diet": {"fibre_g": 1}}, "#/diet/fibre_g", "extra_forbidden"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(
    api: httpx.Client, body: dict[str, Any], pointer: str, code: str
) -> None:
    found = problem(api.post(PATH, json={"on": ON, **body}), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]
