"""Since when less is eaten than is spent."""

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import fmean

from app.engine.energy.expenditure.balance import FEWEST_DAYS, RECENT_DAYS

MOST_WINDOWS = 26
"""A year is as far as is looked back."""


def deficit_began_on(energy_kcal: Mapping[date, float], first: date, spent_low_kcal: float) -> date:
    """First day of a deficit that went on when `first` came: two weeks at a time it is gone back
    while their mean intake lies below the lower end of what is spent now [kcal a day].

    Fortnights with fewer than four logged days end it: nothing is known of them. More was spent
    when there was more of the body, so the day is rather too late than too early.
    """
    window = timedelta(days=RECENT_DAYS)
    for _ in range(MOST_WINDOWS):
        if first.toordinal() <= RECENT_DAYS:
            break
        eaten = {day: kcal for day, kcal in energy_kcal.items() if first - window <= day < first}
        if len(eaten) < FEWEST_DAYS or fmean(eaten.values()) >= spent_low_kcal:
            break
        first = min(eaten)
    return first


def looked_back_to(first: date) -> date:
    """The earliest day that is read; at the beginning of the calendar its first."""
    days = min(RECENT_DAYS * MOST_WINDOWS, first.toordinal() - 1)
    return first - timedelta(days=days)
