"""Expenditure that no body can live with is not answered, or warned of."""

from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Part, Status, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.activity.level import impossible, unusual
from app.engine.energy.advice import EnergyAnswer, energy_advice
from app.engine.energy.resting.resting_energy import RestingEnergy
from app.engine.records import Athlete, Reproduction
from tests.engine.energy.logs import MAN, ON, WOMAN, eaten, weighing

RESTING: Part[RestingEnergy] = ok(RestingEnergy(Estimate(1500.0, 1350.0, 1650.0), "mifflin"))
UNKNOWN: Part[RestingEnergy] = insufficient((missing.SEX,))
F = replace(WOMAN, reproduction=Reproduction.NEITHER)


def logged(
    athlete: Athlete, today_kg: float, kg_per_day: float, intake_kcal: float, rate: float = 0.0
) -> EnergyAnswer:
    weighings = [weighing(d, today_kg - kg_per_day * d + d % 3 / 10) for d in range(40)]
    days = [eaten(d, intake_kcal) for d in range(1, 40)]
    return energy_advice(
        athlete, weighings, days, on=ON, rate_percent_per_week=rate, activity_factor=1.5
    )


@pytest.mark.parametrize("athlete", [F, Athlete()])
@pytest.mark.parametrize(("today_kg", "kg_per_day"), [(70.0, -1.0), (109.0, 1.0)])
def test_impossible_loss_and_gain_are_refused_alike(
    athlete: Athlete, today_kg: float, kg_per_day: float
) -> None:
    answer = logged(athlete, today_kg, kg_per_day, 2000.0)
    assert answer.expenditure.status is Status.INSUFFICIENT
    assert [reason.code for reason in answer.expenditure.because] == ["log_contradicts_itself"]
    assert [what.code for what in answer.expenditure.missing] == ["consistent_log"]
    assert answer.target.value is None


def test_food_that_is_missing_from_the_log_is_said() -> None:
    answer = logged(F, 70.0, 0.0, 900.0)
    assert answer.expenditure.status is Status.OK
    (warning,) = answer.expenditure.warnings
    assert warning.code == "expenditure_below_resting"
    assert "food is probably missing" in warning.text


def test_maintenance_below_resting_is_warned_of() -> None:
    answer = logged(MAN, 90.0, 0.0, 1800.0)
    assert [one.code for one in answer.expenditure.warnings] == ["expenditure_below_resting"]
    assert answer.target.status is Status.OK
    assert "below_resting" in [one.code for one in answer.target.warnings]


LEVELS = [
    (Estimate(1000.0, 900.0, 1079.0), ["log_contradicts_itself"]),
    (Estimate(1000.0, 900.0, 1081.0), []),
    (Estimate(5500.0, 4949.0, 6000.0), []),
    (Estimate(5500.0, 4951.0, 6000.0), ["log_contradicts_itself"]),
    (Estimate(8100.0, 3000.0, 13000.0), ["log_contradicts_itself"]),
    (Estimate(590.0, 100.0, 1200.0), ["log_contradicts_itself"]),
]


@pytest.mark.parametrize(("spent", "codes"), LEVELS)
def test_impossible_only_where_the_intervals_do_not_meet(spent: Estimate, codes: list[str]) -> None:
    assert [reason.code for reason in impossible(spent, RESTING, 70.0)] == codes


@pytest.mark.parametrize(
    ("kcal", "possible"), [(640.0, False), (700.0, True), (5800.0, True), (5900.0, False)]
)
def test_without_resting_energy_body_mass_bounds_it(kcal: float, possible: bool) -> None:
    assert (impossible(Estimate(kcal, kcal, kcal), UNKNOWN, 70.0) == ()) is possible


@pytest.mark.parametrize(
    ("kcal", "codes"),
    [
        (1499.0, ["expenditure_below_resting"]),
        (1500.0, []),
        (3750.0, []),
        (3751.0, ["expenditure_above_sustained"]),
    ],
)
def test_unusual(kcal: float, codes: list[str]) -> None:
    spent = Estimate(kcal, kcal - 100.0, kcal + 100.0)
    assert [reason.code for reason in unusual(spent, RESTING)] == codes
    assert unusual(spent, UNKNOWN) == ()
