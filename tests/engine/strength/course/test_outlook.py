"""Where strength may be in some weeks: the range, its middle, and what it does not rest on."""

from datetime import date, timedelta
from math import exp, log

import pytest

from app.engine.answer import Part, Status
from app.engine.strength.course.expectation import TrainingAge
from app.engine.strength.course.outlook import WEEKS_AHEAD, StrengthOutlook, strength_outlook
from app.engine.strength.course.plateau import PlateauQuestion
from app.engine.strength.course.trend import strength_trend
from tests.engine.strength.series_of_sets import line
from tests.engine.strength.written import NOW

NOVICE = TrainingAge.UNDER_6_MONTHS


def looked_ahead(
    percent: float = 0.5,
    age: TrainingAge | None = NOVICE,
    *,
    expected: float | None = None,
    deficit_since: date | None = None,
    days_later: float = 0.0,
) -> Part[StrengthOutlook]:
    at = NOW + timedelta(days=days_later)
    trend = strength_trend(line(percent, 10), at, weeks=12)
    return strength_outlook(trend, PlateauQuestion(at, age, expected, deficit_since))


def value(part: Part[StrengthOutlook]) -> StrengthOutlook:
    assert part.value is not None, part
    return part.value


def codes(part: Part[StrengthOutlook]) -> list[str]:
    return [reason.code for reason in part.because]


@pytest.mark.parametrize(
    ("expected", "weeks", "rise_percent", "sd"),
    [
        (1.0, 4, 4.06, (0.04**2 * 4 + (0.55 * 4 * 0.00995) ** 2) ** 0.5),
        (1.0, 12, 12.68, (0.04**2 * 12 + (0.55 * 12 * 0.00995) ** 2) ** 0.5),
        (0.4, 8, 3.245, (0.04**2 * 8 + (0.55 * 8 * 0.003992) ** 2) ** 0.5),
    ],
)
def test_the_middle_rises_as_expected_and_the_range_as_strength_wanders(
    expected: float, weeks: int, rise_percent: float, sd: float
) -> None:
    one = next(each for each in value(looked_ahead(expected=expected)).ahead if each.weeks == weeks)
    assert one.change_percent.value == pytest.approx(rise_percent, abs=0.005)
    ratio = (1 + one.change_percent.high / 100) / (1 + one.change_percent.low / 100)
    assert log(ratio) / 2 / 1.2816 == pytest.approx(sd, rel=1e-3)
    assert one.maximum_kg.high / one.maximum_kg.low > exp(2 * 1.28 * sd)


def test_it_widens_and_the_trend_is_not_carried_on() -> None:
    ahead = value(looked_ahead()).ahead
    assert tuple(one.weeks for one in ahead) == WEEKS_AHEAD
    widths = [one.maximum_kg.high / one.maximum_kg.low for one in ahead]
    assert widths == sorted(widths)
    falling = value(looked_ahead(-1.0)).ahead
    assert [one.change_percent for one in falling] == [one.change_percent for one in ahead]


def test_without_a_training_age_the_middle_stays_and_it_is_asked_for() -> None:
    part = looked_ahead(age=None)
    assert [one.code for one in part.missing] == ["training_age"]
    for one in value(part).ahead:
        assert one.change_percent.value == 0.0
        assert one.chance_of_more == pytest.approx(0.5)
    assert value(part).expected_percent_per_week is None
    assert codes(part) == ["trend_not_carried_on", "strength_wanders"]


def test_an_expected_rise_makes_more_likely() -> None:
    chances = [one.chance_of_more for one in value(looked_ahead()).ahead]
    assert all(0.5 < one < 0.9 for one in chances)
    assert chances == sorted(chances)


def test_a_deficit_is_said() -> None:
    assert codes(looked_ahead(deficit_since=NOW.date()))[-1] == "rise_in_deficit"
    later = NOW.date() + timedelta(days=1)
    assert "rise_in_deficit" not in codes(looked_ahead(deficit_since=later))


def test_nothing_is_foretold_of_what_is_not_trained_or_not_known() -> None:
    part = looked_ahead(days_later=28)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["recent_session"]
    unknown = strength_outlook(strength_trend([], NOW), PlateauQuestion(NOW))
    assert unknown.status is Status.INSUFFICIENT
