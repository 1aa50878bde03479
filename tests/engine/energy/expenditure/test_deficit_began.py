"""Since when less is eaten than is spent."""

from datetime import date, timedelta

import pytest

from app.engine.energy.expenditure.deficit_began import deficit_began_on, looked_back_to

FIRST = date(2026, 5, 11)


def eaten(*fortnights: float, days: int = 14) -> dict[date, float]:
    """Intake of the fortnights before FIRST, the newest first, on so many days of each."""
    return {
        FIRST - timedelta(days=14 * number + day): kcal
        for number, kcal in enumerate(fortnights)
        for day in range(1, days + 1)
    }


@pytest.mark.parametrize(
    ("intake", "began"),
    [
        ({}, FIRST),
        (eaten(2200), FIRST),
        (eaten(1700), date(2026, 4, 27)),
        (eaten(1700, 1800, 1750, 2200, 1700), date(2026, 3, 30)),
        (eaten(1700, 2000), date(2026, 4, 27)),
        (eaten(1700, 2000, days=4), date(2026, 5, 7)),
        (eaten(1700, 1700, days=3), FIRST),
    ],
)
def test_it_goes_back_while_less_is_eaten(intake: dict[date, float], began: date) -> None:
    assert deficit_began_on(intake, FIRST, 2000.0) == began


def test_a_year_is_the_most() -> None:
    lasting = eaten(*[1700.0] * 40)
    assert deficit_began_on(lasting, FIRST, 2000.0) == looked_back_to(FIRST) == date(2025, 5, 12)


def test_the_calendar_begins_somewhere() -> None:
    first = date(1, 1, 10)
    assert deficit_began_on({date(1, 1, day): 1.0 for day in range(1, 9)}, first, 2000.0) == first
    assert looked_back_to(first) == date.min
