"""What a scenario means day by day, and what is assumed of it."""

from typing import Any

import numpy as np
import pytest

from app.engine.energy.outlook.lean_loss import lean_loss_reasons, lean_loss_share
from app.engine.energy.outlook.scenario import DietBreaks, Scenario, scenario_reasons


@pytest.mark.parametrize(
    ("scenario", "days", "eaten"),
    [
        (Scenario("same", 2000.0), 3, [2000, 2000, 2000]),
        (Scenario("by day", (1800.0, 2200.0)), 4, [1800, 2200, 2200, 2200]),
        (Scenario("longer than asked", (1.0, 2.0, 3.0)), 2, [1, 2]),
        (
            Scenario("refeeds", 1800.0, breaks=DietBreaks(5, 2, 2600.0)),
            9,
            [1800, 1800, 1800, 1800, 1800, 2600, 2600, 1800, 1800],
        ),
        (Scenario("breaks", 1800.0, breaks=DietBreaks(2, 1)), 3, [1800, 1800, 1800]),
    ],
)
def test_what_is_eaten(scenario: Scenario, days: int, eaten: list[float]) -> None:
    assert scenario.intake_by_day(days).tolist() == eaten
    assert scenario.lowest_intake(days) == min(eaten)


def test_breaks_hold_unless_they_have_an_intake() -> None:
    holding = Scenario("breaks", 1800.0, breaks=DietBreaks(2, 1)).conditions(6).holding
    assert np.asarray(holding).tolist() == [False, False, True, False, False, True]
    fed = Scenario("refeeds", 1800.0, breaks=DietBreaks(2, 1, 2500.0)).conditions(6).holding
    assert np.asarray(fed).tolist() is False


@pytest.mark.parametrize(
    ("activity", "compensation", "counted"),
    [(300.0, 0.28, 216.0), (300.0, 0.0, 300.0), (300.0, 1.0, 0.0), (-200.0, 0.28, -200.0)],
)
def test_more_activity_is_partly_taken_back(
    activity: float, compensation: float, counted: float
) -> None:
    scenario = Scenario("run", 2500.0, activity, compensation=compensation)
    assert scenario.conditions(1).activity_kcal_per_day == pytest.approx(counted)


@pytest.mark.parametrize(
    ("scenario", "codes"),
    [
        (Scenario("diet", 2000.0), []),
        (Scenario("run", 2500.0, 300.0), ["activity_compensation"]),
        (Scenario("run", 2500.0, activity_change_percent=20.0), ["activity_compensation"]),
        (Scenario("run", 2500.0, 300.0, compensation=0.0), ["activity_compensation_none"]),
        (Scenario("run", 2500.0, 300.0, compensation=0.5), ["activity_compensation_chosen"]),
        (Scenario("rest", 2500.0, -300.0), []),
        (
            Scenario("breaks", 2000.0, breaks=DietBreaks(14, 14)),
            ["diet_breaks_comfort", "diet_breaks_disputed", "diet_breaks_water"],
        ),
        (
            Scenario("train", 2000.0, resistance_training=True),
            ["lean_loss_training_assumed", "lean_gain_not_forecast"],
        ),
        (
            Scenario("train", 2000.0, resistance_training=True, protein_g_per_kg=1.2),
            ["lean_loss_training_assumed", "lean_loss_protein_little", "lean_gain_not_forecast"],
        ),
        (
            Scenario("train", 2000.0, resistance_training=True, protein_g_per_kg=2.0),
            [
                "lean_loss_training_assumed",
                "lean_loss_protein_assumed",
                "lean_loss_protein_trained",
                "lean_gain_not_forecast",
            ],
        ),
        (Scenario("protein", 2000.0, protein_g_per_kg=2.0), ["lean_loss_protein_alone"]),
    ],
)
def test_what_is_assumed_is_said(scenario: Scenario, codes: list[str]) -> None:
    assert [reason.code for reason in scenario_reasons(scenario, 640.0)] == codes


def test_the_reason_shows_what_is_counted() -> None:
    (reason,) = scenario_reasons(Scenario("run", 2500.0, activity_change_percent=50.0), 600.0)
    assert "Of 300 kcal a day" in reason.text
    assert reason.values["counted_kcal_per_day"] == pytest.approx(216.0)


@pytest.mark.parametrize(
    ("training", "protein", "share"),
    [
        (False, None, 1.0),
        (False, 3.0, 1.0),
        (True, None, 0.5),
        (True, 1.5, 0.5),
        (True, 1.6, 0.35),
    ],
)
def test_the_lean_share_is_off_unless_trained(
    training: bool, protein: float | None, share: float
) -> None:
    assert lean_loss_share(training, protein) == share
    assert bool(lean_loss_reasons(training, protein)) == (training or protein is not None)


@pytest.mark.parametrize(
    ("scenario", "changes"),
    [
        (Scenario("same", 2500.0), False),
        (Scenario("nearly", 2520.0), False),
        (Scenario("less", 2000.0), True),
        (Scenario("one day", (2500.0, 2600.0)), True),
        (Scenario("more", 2500.0, 100.0), True),
        (Scenario("less moved", 2500.0, activity_change_percent=-10.0), True),
    ],
)
def test_whether_anything_is_to_change(scenario: Scenario, changes: bool) -> None:
    assert scenario.plans_change(2500.0, 7) is changes


@pytest.mark.parametrize(
    "fields",
    [
        {"intake_kcal_per_day": -1.0},
        {"intake_kcal_per_day": float("nan")},
        {"intake_kcal_per_day": 30000.0},
        {"intake_kcal_per_day": ()},
        {"intake_kcal_per_day": (2000.0, -5.0)},
        {"activity_kcal_per_day": float("inf")},
        {"activity_change_percent": -101.0},
        {"activity_change_percent": float("nan")},
        {"compensation": 1.1},
        {"compensation": -0.1},
        {"carbohydrate_share": 1.5},
        {"sodium_mg_per_day": -1.0},
        {"breaks": DietBreaks(0, 1)},
        {"breaks": DietBreaks(7, 0)},
        {"breaks": DietBreaks(7, 1, -5.0)},
        {"protein_g_per_kg": -1.0},
        {"protein_g_per_kg": 11.0},
    ],
)
def test_scenarios_that_cannot_be_meant(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="out of its range"):
        Scenario(**{"name": "bad", "intake_kcal_per_day": 2000.0, **fields})
