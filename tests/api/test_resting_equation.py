"""The resting equation that a caller asks for by name, by both doors."""

from typing import Any

import httpx
import pytest

from app.api.v1.resting_equations import RestingEquationName
from app.engine.energy.resting.equations import RESTING_EQUATIONS
from tests.api.test_advice import athlete
from tests.api.test_errors import problem

ON = "2026-11-22"
MASS = {"measured_at": "2026-11-22T07:00:00Z", "body_mass_kg": 80}
MAN: dict[str, Any] = {"sex": "male", "born_on": "1996-11-22", "height_cm": 180}
BODY = {"on": ON, "athlete": MAN, "weighings": [MASS], "activity_factor": 1.5}


def test_every_equation_has_its_name() -> None:
    assert list(RestingEquationName) == list(RESTING_EQUATIONS)


BY_NAME = [
    (None, 1780.0),
    ("mifflin_full", 1781.6),
    ("harris_benedict_1919", 1864.545),
    ("henry_height", 1748.8),
]


@pytest.mark.parametrize(("name", "kcal"), BY_NAME)
def test_it_carries_the_energy_of_the_day(api: httpx.Client, name: str | None, kcal: float) -> None:
    answer = api.post("/v1/compute/energy", json={**BODY, "resting_equation": name}).json()
    assert answer["resting"]["value"]["estimate"]["value"] == pytest.approx(kcal, abs=5e-3)
    spent = answer["expenditure"]["value"]["estimate"]["value"]
    assert spent == pytest.approx(1.5 * kcal, abs=1e-2)
    asked = {"on": ON, "athlete": MAN, "body_mass_kg": 80, "activity_level": 1.5}
    total = api.post("/v1/compute/energy-requirement", json={**asked, "resting_equation": name})
    assert total.json()["total"]["value"]["value"] == pytest.approx(spent)


def test_what_it_lacks_is_said(api: httpx.Client) -> None:
    answer = api.post("/v1/compute/energy", json={**BODY, "resting_equation": "katch_mcardle"})
    parts = answer.json()
    assert parts["resting"]["status"] == parts["expenditure"]["status"] == "insufficient"
    assert "fat" in parts["resting"]["missing"][0]["text"]


DOORS = ["advice/energy", "advice/forecast", "progress/weight"]


@pytest.mark.parametrize("door", DOORS)
def test_by_both_doors(api: httpx.Client, door: str) -> None:
    who = athlete(api, **MAN, activity_factor=1.5)
    made = api.post(f"/v1/athletes/{who}/weighings", json=MASS).json()
    name = "roza_shizgal_1984"
    stored = api.get(f"/v1/athletes/{who}/{door}", params={"on": ON, "resting_equation": name})
    body = {**BODY, "weighings": [{**MASS, "id": made["id"]}], "resting_equation": name}
    stateless = api.post(f"/v1/compute/{door.split('/')[1]}", json=body)
    assert stored.status_code == stateless.status_code == 200, (stored.text, stateless.text)
    assert stateless.json() == stored.json()
    plain = api.get(f"/v1/athletes/{who}/{door}", params={"on": ON})
    assert plain.json() != stored.json()


def test_an_unknown_name(api: httpx.Client) -> None:
    answer = api.post("/v1/compute/energy", json={**BODY, "resting_equation": "guess"})
    assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/resting_equation"
