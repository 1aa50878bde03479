"""Body composition by both doors."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.test_doors import FEW, everything, people
from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/body-composition"
ON = "2026-11-18"
AT = "2026-11-18T07:00:00Z"
MAN = {"sex": "male", "born_on": "1996-11-18", "height_cm": 178}
WOMAN = {"sex": "female", "born_on": "1996-11-18", "height_cm": 165}
WEIGHED = [{"measured_at": AT, "body_mass_kg": 80}]
NOBODY = "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead/progress/body-composition"
SITES_7 = ("chest", "midaxillary", "triceps", "subscapular", "abdomen", "suprailiac", "thigh")


def ask(api: httpx.Client, *measured: dict[str, Any], **body: Any) -> dict[str, Any]:
    measurements = [{"measured_at": AT, **one} for one in measured]
    answer = api.post(PATH, json={"on": ON, "measurements": measurements, **body})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def girths(**cm: float) -> dict[str, Any]:
    return {"girths_cm": cm}


def folds(sum_mm: float, *sites: str) -> dict[str, Any]:
    return {"skinfolds_mm": dict.fromkeys(sites, sum_mm / len(sites))}


def of_method(answer: dict[str, Any], name: str) -> dict[str, Any]:
    (part,) = (one for one in answer["methods"] if one["method"] == name)
    return dict(part)


PUBLISHED = [
    ("navy", MAN, girths(waist=85, neck=38), 16.436),
    ("navy", WOMAN, girths(waist=72, neck=32, hip=98), 27.426),
    ("navy", {**MAN, "height_cm": 180}, girths(waist=100, neck=40), 25.159),
    ("navy", {**WOMAN, "height_cm": 170}, girths(waist=90, neck=34, hip=110), 39.327),
    ("relative_fat_mass", {**MAN, "height_cm": 180}, girths(waist=90), 24.0),
    ("relative_fat_mass", WOMAN, girths(waist=80), 34.75),
    ("jackson_pollock_3", MAN, folds(60, "chest", "abdomen", "thigh"), 17.945),
    ("jackson_pollock_3", WOMAN, folds(60, "triceps", "suprailiac", "thigh"), 24.128),
    ("jackson_pollock_7", MAN, folds(100, *SITES_7), 14.635),
    ("jackson_pollock_7", WOMAN, folds(100, *SITES_7), 20.630),
    (
        "durnin_womersley",
        {**MAN, "born_on": "2001-11-18"},
        folds(50, "biceps", "triceps", "subscapular", "suprailiac"),
        18.872,
    ),
    (
        "durnin_womersley",
        {**WOMAN, "born_on": "2001-11-18"},
        folds(60, "biceps", "triceps", "subscapular", "suprailiac"),
        29.462,
    ),
]


@pytest.mark.parametrize(("method", "person", "measured", "percent"), PUBLISHED)
def test_published_values(
    api: httpx.Client, method: str, person: dict[str, Any], measured: dict[str, Any], percent: float
) -> None:
    answer = ask(api, measured, athlete=person)
    part = of_method(answer, method)
    assert part["status"] == "ok"
    value = part["value"]["percent"]
    assert value["value"] == pytest.approx(percent, abs=5e-4)
    assert value["low"] < percent < value["high"]
    assert part["value"]["standard_error_points"] > 3


BY_BMI = [
    (MAN, 30, 25, "cun_bae", 22.090),
    (MAN, 30, 25, "gallagher", 19.610),
    (MAN, 30, 25, "deurenberg", 20.70),
    (MAN, 30, 25, "jackson_2002", 20.356),
    (WOMAN, 30, 22, "cun_bae", 29.402),
    (WOMAN, 30, 22, "gallagher", 28.325),
    (WOMAN, 30, 22, "deurenberg", 27.90),
    (WOMAN, 30, 22, "jackson_2002", 25.708),
]


@pytest.mark.parametrize(("person", "age", "bmi", "method", "percent"), BY_BMI)
def test_from_body_mass_index(
    api: httpx.Client, person: dict[str, Any], age: int, bmi: float, method: str, percent: float
) -> None:
    mass = bmi * (person["height_cm"] / 100) ** 2
    weighings = [{"measured_at": AT, "body_mass_kg": mass}]
    answer = ask(api, athlete={**person, "born_on": f"{2026 - age}-11-18"}, weighings=weighings)
    assert of_method(answer, method)["value"]["percent"]["value"] == pytest.approx(
        percent, abs=1e-3
    )
    warned = [one["code"] for one in answer["body_fat"]["warnings"]]
    assert warned == ["body_fat_muscle_read_as_fat"]


def test_the_other_conversion(api: httpx.Client) -> None:
    measured = folds(60, "chest", "abdomen", "thigh")
    answer = ask(api, measured, athlete=MAN, conversion="brozek")
    value = of_method(answer, "jackson_pollock_3")["value"]["percent"]["value"]
    assert value == pytest.approx(17.822, abs=5e-4)


def test_a_whole_answer(api: httpx.Client) -> None:
    tape = girths(waist=85, neck=38, calf=39)
    answer = ask(api, tape, athlete={**MAN, "mass_unit": "lb"}, weighings=WEIGHED)
    assert (answer["body_mass_kg"], answer["weighed_on"]) == (80, ON)
    assert answer["body_mass"] == {"value": pytest.approx(176.37, abs=0.01), "unit": "lb"}
    names = [(one["name"], one["value"], one["measured_on"]) for one in answer["measured"]]
    assert names == [("waist_cm", 85, ON), ("neck_cm", 38, ON), ("calf_cm", 39, ON)]
    fat = answer["body_fat"]
    assert fat["value"]["method"] == "navy"
    assert fat["value"]["fat_mass_kg"]["value"] == pytest.approx(80 * 0.16436, abs=1e-3)
    assert fat["value"]["fat_mass"]["unit"] == "lb"
    assert fat["evidence"]["used"] == ["#/measurements/0", "#/weighings/0"]
    found = {one["method"]: one["status"] for one in answer["methods"]}
    assert list(found)[:4] == [
        "jackson_pollock_7",
        "jackson_pollock_3",
        "durnin_womersley",
        "navy",
    ]
    assert found["navy"] == found["deurenberg"] == "ok"
    lacking = of_method(answer, "jackson_pollock_3")
    assert [one["code"] for one in lacking["missing"]] == [
        "skinfold_chest_mm",
        "skinfold_abdomen_mm",
        "skinfold_thigh_mm",
    ]
    deurenberg = of_method(answer, "deurenberg")
    assert deurenberg["bmi_kg_per_m2"] == {"low": 13.9, "high": 40.9}
    assert deurenberg["ages_years"] == {"low": 16, "high": 84}
    assert answer["body_mass_index"]["value"]["name"] == "overweight"
    assert answer["waist_to_height"]["value"]["name"] == "healthy"
    assert answer["body_fat_class"]["value"]["name"] == "fitness"
    index = answer["fat_free_mass_index"]["value"]
    assert index["index"] == pytest.approx(80 * (1 - 0.16436) / 1.78**2, abs=1e-3)
    assert index["normalised"] == pytest.approx(index["index"] + 6.3 * 0.02)
    assert [one["method"] for one in answer["courses"]] == ["navy", "relative_fat_mass"]
    (point,) = answer["courses"][0]["points"]
    assert (point["measurement_id"], point["body_mass"]["unit"]) == ("#/measurements/0", "lb")


def test_what_a_device_told(api: httpx.Client) -> None:
    scan = {"body_fat_percent": 12, "body_fat_method": "dxa"}
    weighings = [{"measured_at": AT, "body_mass_kg": 85}]
    answer = ask(api, scan, athlete={**MAN, "height_cm": 175}, weighings=weighings)
    told = answer["told"]["value"]
    assert (told["percent"], told["device"], told["told_on"]) == (12, "dxa", ON)
    assert told["fat_free_mass"] == {"value": pytest.approx(74.8), "unit": "kg"}
    index = answer["fat_free_mass_index"]["value"]
    assert index["index"] == pytest.approx(24.424, abs=5e-4)
    assert index["normalised"] == pytest.approx(24.739, abs=5e-4)
    (course,) = answer["courses"]
    assert (course["method"], course["device"]) == ("told", "dxa")


NOT_ANSWERED = [
    ({}, "insufficient", ["sex"], []),
    ({**MAN, "born_on": "2012-01-01"}, "refused", [], ["body_fat_under_18"]),
    ({**WOMAN, "reproduction": "pregnant"}, "refused", [], ["body_fat_pregnant"]),
    ({**MAN, "height_cm": 60}, "insufficient", ["height_or_body_mass"], []),
]


@pytest.mark.parametrize(("person", "status", "missing", "because"), NOT_ANSWERED)
def test_for_some_there_is_none(
    api: httpx.Client, person: dict[str, Any], status: str, missing: list[str], because: list[str]
) -> None:
    answer = ask(api, girths(waist=85, neck=38, hip=99), athlete=person, weighings=WEIGHED)
    fat = answer["body_fat"]
    assert (fat["status"], fat["value"], answer["methods"]) == (status, None, [])
    assert [one["code"] for one in fat["missing"]] == missing
    assert [one["code"] for one in fat["because"]] == because
    assert (fat["instead"] is not None) == (status == "refused")


REFUSED = [
    (girths(waist=45, neck=45), "navy", "body_fat_girths_contradict"),
    (folds(270, "chest", "abdomen", "thigh"), "jackson_pollock_3", "body_fat_folds_beyond_fit"),
    (girths(waist=50), "relative_fat_mass", "body_fat_out_of_range"),
]


@pytest.mark.parametrize(("measured", "method", "code"), REFUSED)
def test_a_method_without_sense_hides_no_other(
    api: httpx.Client, measured: dict[str, Any], method: str, code: str
) -> None:
    answer = ask(api, measured, athlete=MAN, weighings=WEIGHED)
    part = of_method(answer, method)
    assert part["status"] == "refused"
    assert [one["code"] for one in part["because"]] == [code]
    assert answer["body_fat"]["status"] == "ok"


def test_inches_among_centimetres_are_to_be_checked(api: httpx.Client) -> None:
    answer = ask(api, girths(waist=33.5, neck=38), athlete=MAN)
    (lacking,) = of_method(answer, "navy")["missing"]
    assert lacking["code"] == "waist_cm"
    assert "40 to 250 cm" in lacking["text"]


MISTAKES = [
    ('{"days": 0}', "#/days", "greater_than_equal"),
    ('{"days": 1101}', "#/days", "less_than_equal"),
    ('{"days": 1.5}', "#/days", "int_from_float"),
    ('{"conversion": "brožek"}', "#/conversion", "literal_error"),
    ('{"measurements": [{"measured_at": "2026-11-18T07:00:00Z"}]}', "#/measurements/0", None),
    ('{"weighings": [{"measured_at": "2026-11-18T07:00:00"}]}', None, None),
    ('{"girths_cm": {"waist": 80}}', "#/girths_cm", "extra_forbidden"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(
    api: httpx.Client, body: str, pointer: str | None, code: str | None
) -> None:
    sent = f'{{"on": "{ON}", {body[1:]}'.encode()
    error = problem(api.post(PATH, content=sent, headers=JSON), 422, "invalid-input")["errors"][0]
    assert pointer in (None, error["pointer"])
    assert code in (None, error["code"])


def test_too_much_and_an_unknown_zone(api: httpx.Client) -> None:
    one = {"measured_at": AT, "girths_cm": {"waist": 80}}
    answer = api.post(PATH, json={"on": ON, "measurements": [one] * 2_001})
    problem(answer, 422, "invalid-input")
    answer = api.post(PATH, json={"on": ON, "athlete": {"time_zone": "Mars/Olympus"}})
    problem(answer, 404, "unknown-reference")


def test_the_stored_door_is_the_tenants(api: httpx.Client, other_api: httpx.Client) -> None:
    athlete = api.post("/v1/athletes", json={}).json()["id"]
    path = f"/v1/athletes/{athlete}/progress/body-composition"
    answer = api.get(path, params={"on": ON})
    assert answer.status_code == 200
    assert answer.json()["body_fat"]["status"] == "insufficient"
    assert answer.json()["courses"] == []
    assert api.get(path).status_code == 200, "today"
    problem(other_api.get(path), 404, "not-found")
    problem(api.get(NOBODY), 404, "not-found")
    problem(api.get(path, params={"days": 0}), 422, "invalid-input")
    for day in ("0001-01-01", "9999-12-31"):
        assert api.get(path, params={"on": day, "days": 1100}).status_code == 200


days = st.integers(0, 400).map(
    lambda day: f"{2025 + day // 336}-{1 + day % 336 // 28:02}-{1 + day % 28:02}"
)
measurements = st.lists(
    st.fixed_dictionaries(
        {
            "measured_at": days.map(lambda day: f"{day}T22:30:00Z"),
            "girths_cm": st.dictionaries(
                st.sampled_from(["waist", "neck", "hip", "calf"]),
                st.floats(30, 120).map(lambda cm: round(cm, 1)),
                min_size=1,
            ),
            "skinfolds_mm": st.dictionaries(
                st.sampled_from(SITES_7), st.integers(1, 60), max_size=7
            ),
        },
        optional={"body_fat_percent": st.integers(2, 70)},
    ),
    max_size=12,
)
weighings = st.lists(
    st.fixed_dictionaries(
        {
            "measured_at": days.map(lambda day: f"{day}T05:10:00Z"),
            "body_mass_kg": st.floats(55, 95).map(lambda mass: round(mass, 1)),
        }
    ),
    max_size=12,
)


@FEW
@given(people, measurements, weighings, st.sampled_from([1, 90, 365]))
def test_one_answer_by_both_doors(
    api: httpx.Client,
    person: dict[str, Any],
    measured: list[dict[str, Any]],
    weighed: list[dict[str, Any]],
    span: int,
) -> None:
    athlete = api.post("/v1/athletes", json=person).json()["id"]
    path = f"/v1/athletes/{athlete}"
    for name, items in (("measurements", measured), ("weighings", weighed)):
        if items:
            sent = api.post(f"{path}/{name}/bulk", json={"items": items})
            assert sent.status_code == 201, sent.text
    query: dict[str, str | int] = {"on": "2026-03-15", "days": span}
    stored = api.get(f"{path}/progress/body-composition", params=query).json()
    exported = [
        {name: one[name] for name in ("id", "measured_at", "body_mass_kg")}
        for one in everything(api, f"{path}/weighings")
    ]
    body = {
        **query,
        "athlete": person,
        "weighings": exported,
        "measurements": everything(api, f"{path}/measurements"),
    }
    computed = api.post(PATH, json=body)
    assert computed.status_code == 200, computed.text
    assert computed.json() == stored
