"""What of a change will be seen, and when."""

from datetime import date, timedelta

import pytest

from app.engine.energy.outlook.forecast import Forecast, forecast
from app.engine.energy.outlook.scenario import Scenario
from app.engine.records import Athlete
from tests.engine.energy.outlook.people import MAN, ON, SPENT, WOMAN, begun


def looked_ahead(intake_kcal: float, days: int = 364, athlete: Athlete = MAN) -> Forecast:
    value = forecast(
        begun(athlete), Scenario("plan", intake_kcal, kept_to=True), on=ON, days=days, seed=1
    ).value
    assert value is not None
    return value


def test_the_least_is_seen_first() -> None:
    seen = looked_ahead(SPENT - 600).visible
    assert [one.what for one in seen] == ["waist", "face", "muscles"]
    days = [one.median_on for one in seen if one.median_on is not None]
    assert days == sorted(days)
    for one in seen:
        reached = [day or date.max for day in (one.earliest_on, one.median_on, one.latest_on)]
        assert reached == sorted(reached)
        assert 0.0 <= one.share_never <= 1.0
        assert (one.latest_on is None) == (one.share_never > 0.1)


@pytest.mark.parametrize(
    ("athlete", "face_kg", "percent"), [(MAN, 1.33 * 1.80**2, 14.0), (WOMAN, 1.33 * 1.65**2, 22.0)]
)
def test_what_it_takes(athlete: Athlete, face_kg: float, percent: float) -> None:
    waist, face, muscles = looked_ahead(SPENT - 900, athlete=athlete).visible
    assert waist.because.values["fat_kg"] == pytest.approx(2.0 / 1.1)
    assert face.because.values["kg"] == pytest.approx(face_kg)
    assert muscles.because.values["high_percent"] == percent
    assert muscles.because.basis.value == "convention"


def test_the_day_is_that_of_the_fan() -> None:
    got = looked_ahead(SPENT - 600)
    waist = got.visible[0]
    assert waist.median_on is not None
    week = (waist.median_on - ON) // timedelta(days=7)
    change = [kg - got.fat_mass_kg.p50[0] for kg in got.fat_mass_kg.p50]
    assert change[week + 1] < -2.0 / 1.1 < change[max(week - 2, 0)]


def test_in_a_few_weeks_little_is_seen() -> None:
    muscles = looked_ahead(SPENT - 300, days=21).visible[-1]
    assert muscles.median_on is None
    assert muscles.share_never > 0.5


def test_nothing_is_seen_of_a_gain() -> None:
    assert looked_ahead(SPENT + 500).visible == ()
