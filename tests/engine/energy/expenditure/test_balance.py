import pytest

from app.engine.answer import Part, Status, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.expenditure.balance import energy_balance
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.expenditure.log import read_intake
from app.engine.energy.interval import normal_estimate
from tests.engine.energy.logs import ON, eaten

SPENT: Part[Expenditure] = ok(Expenditure(normal_estimate(2700.0, 100.0), "filter", 28, 28, 28))
UNKNOWN: Part[Expenditure] = insufficient((missing.ACTIVITY_FACTOR,))


def test_the_deficit_of_the_last_two_weeks() -> None:
    intake = read_intake([eaten(d, 3000.0 if d > 14 else 2300.0) for d in range(30)], ON)
    part = energy_balance(intake, ON, SPENT)
    assert part.value is not None
    assert part.value.value == pytest.approx(-400.0)
    assert part.value.low == pytest.approx(-528.2, abs=0.1)
    assert part.evidence.used == tuple(f"i{d}" for d in range(14, 0, -1))
    assert "14 days of the last 14" in part.because[0].text


def test_few_uneven_days_are_less_sure() -> None:
    intake = read_intake([eaten(d, 2000.0 + 100.0 * d) for d in (1, 3, 5, 7)], ON)
    part = energy_balance(intake, ON, SPENT)
    assert part.value is not None
    assert part.value.high - part.value.value > 150.0


def test_without_recent_intake() -> None:
    part = energy_balance(read_intake([eaten(d, 2300.0) for d in (1, 2, 3, 20)], ON), ON, SPENT)
    assert part.status is Status.INSUFFICIENT
    assert [what.code for what in part.missing] == ["intake_days"]


def test_without_expenditure() -> None:
    log = read_intake([eaten(d, 2300.0) for d in range(1, 9)], ON)
    part = energy_balance(log, ON, UNKNOWN)
    assert [what.code for what in part.missing] == ["expenditure"]
    neither = energy_balance(read_intake([], ON), ON, UNKNOWN)
    assert [what.code for what in neither.missing] == ["intake_days", "expenditure"]
