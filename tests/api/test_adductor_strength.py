"""Two small answers of the load of training that need no log."""

from typing import Any

import httpx
import pytest

SET_UP = {"position": "side-lying", "device": "handheld dynamometer", "hip_abduction_deg": 0}


def screened(api: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = api.post("/v1/compute/adductor-strength", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_ratio_and_a_squeeze(api: httpx.Client) -> None:
    answer = screened(api, adduction=150, abduction=200, squeeze_n=420, body_mass_kg=70.8, **SET_UP)
    assert answer["ratio"]["value"] == {"value": 0.75, "low": True}
    assert answer["squeeze"]["value"] == {"value": 420, "low": True}
    assert answer["ratio"]["because"][1]["source"] == "tyler_2001"


def test_what_cannot_be_compared_is_not(api: httpx.Client) -> None:
    opened = {**SET_UP, "hip_abduction_deg": 20}
    assert screened(api, adduction=150, abduction=200, **opened)["ratio"]["value"]["low"] is None
    bare = screened(api, adduction=150, abduction=200)["ratio"]
    assert (bare["status"], bare["missing"][0]["code"]) == ("insufficient", "test_set_up")


def test_nothing_measured(api: httpx.Client) -> None:
    answer = screened(api)
    assert answer["ratio"]["missing"][0]["code"] == "adduction_and_abduction"
    assert answer["squeeze"]["missing"][0]["code"] == "squeeze_n"


@pytest.mark.parametrize(
    "wrong", [{"adduction": 0}, {"squeeze_n": -1}, {"abduction": "200"}, {"abduction": 5e-324}]
)
def test_what_no_test_shows(api: httpx.Client, wrong: dict[str, Any]) -> None:
    answer = api.post("/v1/compute/adductor-strength", json=wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"#/{next(iter(wrong))}"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"sets_per_week": 12, "age_years": 30}, "ok", "keeps_size"),
        ({"sets_per_week": 12, "age_years": 70}, "insufficient", "loses_size"),
    ],
)
def test_how_few_sets_keep_a_muscle(
    api: httpx.Client, body: dict[str, Any], status: str, code: str
) -> None:
    answer = api.post("/v1/compute/maintenance-volume", json=body).json()
    assert (answer["status"], answer["because"][0]["code"]) == (status, code)


def test_the_dose_that_keeps_depends_on_age(api: httpx.Client) -> None:
    answer = api.post("/v1/compute/maintenance-volume", json={"sets_per_week": 12}).json()
    assert answer["missing"][0]["code"] == "age_years"
    told = api.post(
        "/v1/compute/maintenance-volume", json={"sets_per_week": 12, "age_years": 30}
    ).json()
    assert told["value"]["sets_high"] == pytest.approx(4.0)
    assert told["value"]["sets_low"] == pytest.approx(12 / 9)
