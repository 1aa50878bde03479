import numpy as np
import pytest

from app.engine.answer import Z_80_PERCENT, Part, Status
from app.engine.energy.expenditure.balance_identity import balance_identity
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.expenditure.log import read_intake, read_weighings
from app.engine.records import IntakeDay, Weighing
from tests.engine.energy.logs import ON, eaten, lived, steady, weighing


def read(log: tuple[list[Weighing], list[IntakeDay]]) -> Part[Expenditure]:
    weighings, intake_days = log
    return balance_identity(read_weighings(weighings, ON), read_intake(intake_days, ON))


def test_a_noise_free_log_gives_back_its_expenditure() -> None:
    part = read(steady(28))
    assert part.value is not None
    assert part.value.estimate.value == pytest.approx(2762.0, abs=1.0)
    assert part.value.method == "balance_identity"
    assert (part.value.span_days, part.value.weighing_days, part.value.intake_days) == (28, 29, 28)
    assert [reason.code for reason in part.because] == ["balance_identity"]


def test_other_energy_densities_can_be_asked() -> None:
    weighings, intake_days = steady(28)
    part = balance_identity(read_weighings(weighings, ON), read_intake(intake_days, ON), 7000.0)
    assert part.value is not None
    assert part.value.estimate.value == pytest.approx(2720.0, abs=1.0)


def test_noise_widens_the_interval() -> None:
    part = read(lived(28))
    assert part.value is not None
    assert part.value.estimate.high - part.value.estimate.low > 200.0


@pytest.mark.parametrize(
    ("weighings", "intake_days", "codes"),
    [
        ([], [eaten(1, 2300.0)], ["weighing"]),
        ([weighing(9, 80.3), weighing(1, 80.1)], [eaten(5, 2300.0)], ["weighings", "intake_days"]),
        (
            [weighing(d, 80.3 - d / 7) for d in (3, 2, 1)],
            [eaten(2, 2300.0)],
            ["weighings", "intake_days"],
        ),
        (
            [weighing(d, 80.3 - d / 7) for d in (9, 5, 1)],
            [eaten(20, 2300.0)],
            ["weighings", "intake_days"],
        ),
    ],
)
def test_too_little_is_said(
    weighings: list[Weighing], intake_days: list[IntakeDay], codes: list[str]
) -> None:
    part = read((weighings, intake_days))
    assert part.status is Status.INSUFFICIENT
    assert [what.code for what in part.missing] == codes


def test_the_error_of_the_slope_is_that_of_white_noise_doubled() -> None:
    """0.5 kg of noise over 28 days is 90.1 kcal a day; water that lasts doubles it."""
    day = np.arange(28.0)
    basis, _ = np.linalg.qr(np.column_stack((np.ones(28), day, (-1.0) ** day)))
    noise = basis[:, 2] * np.sqrt(0.25 * 26)
    weighings = [weighing(27 - n, 80.0 + float(kg)) for n, kg in enumerate(noise)]
    part = read((weighings, [eaten(27 - n, 2300.0) for n in range(28)]))
    assert part.value is not None
    estimate = part.value.estimate
    assert estimate.high - estimate.value == pytest.approx(Z_80_PERCENT * 2.0 * 90.1, abs=0.2)
