"""The activities as they are shipped, against the Compendium's own rates."""

from collections import Counter

import pytest

from app.catalogue.load import catalogue
from app.catalogue.records import Activity, ActivityGroup
from app.engine.energy.activity.bout import ActivityBout, activity_energy
from app.engine.records import Athlete

ACTIVITIES = tuple(catalogue().activities.values())
BY_CODE = {activity.code: activity for activity in ACTIVITIES}
FEWEST = 170

RATES = [
    ("17151", 2.3), ("17152", 2.8), ("17170", 3.0), ("17190", 3.8), ("17200", 4.8),
    ("17220", 5.5), ("17230", 7.0), ("17231", 8.5), ("17358", 4.8), ("17255", 4.0),
    ("17082", 5.3), ("17131", 6.8), ("01010", 4.0), ("01020", 6.8), ("01030", 8.0),
    ("01040", 10.0), ("01050", 12.0), ("01060", 16.8), ("01214", 4.0), ("01218", 5.8),
    ("01220", 6.0), ("01224", 6.8), ("01228", 8.0), ("01232", 10.3), ("01236", 10.8),
    ("01240", 12.5), ("01244", 13.8), ("01248", 16.3), ("12026", 3.3), ("12028", 6.5),
    ("12029", 7.8), ("12030", 8.5), ("12045", 9.0), ("12050", 9.3), ("12060", 10.5),
    ("12070", 11.0), ("12080", 11.8), ("12090", 12.0), ("12100", 12.5), ("12110", 13.0),
    ("12120", 14.8), ("12130", 16.8), ("12132", 18.5), ("12134", 19.8), ("12135", 23.0),
    ("12020", 7.5), ("02050", 6.0), ("02052", 5.0), ("02054", 3.5), ("02055", 5.8),
    ("02056", 3.0), ("02057", 6.5), ("02035", 5.0), ("02040", 7.5), ("02210", 7.0),
    ("02214", 11.0), ("02048", 5.0), ("02049", 9.0), ("02071", 5.0), ("02072", 7.5),
    ("02073", 11.0), ("02074", 14.0), ("18240", 5.8), ("18230", 9.8), ("02150", 2.3),
    ("07030", 1.0), ("07021", 1.0), ("07040", 1.3),
]  # fmt: skip
"""Codes and rates read in the table of 2024."""


@pytest.mark.parametrize(("code", "met"), RATES)
def test_rates(code: str, met: float) -> None:
    assert BY_CODE[code].met == met


def test_what_was_estimated_is_marked() -> None:
    assert BY_CODE["01050"].is_estimated
    assert not BY_CODE["17200"].is_estimated


def test_there_are_enough_of_every_kind() -> None:
    assert len(ACTIVITIES) >= FEWEST
    groups = Counter(activity.group for activity in ACTIVITIES)
    assert set(groups) == set(ActivityGroup)
    assert min(groups.values()) >= 4


def test_no_code_and_no_name_twice() -> None:
    assert len(BY_CODE) == len(ACTIVITIES)
    assert len({activity.name for activity in ACTIVITIES}) == len(ACTIVITIES)


@pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda activity: activity.id)
def test_an_activity_can_be_reckoned_with(activity: Activity) -> None:
    bout = ActivityBout(activity.name, activity.met, 30.0, is_estimated=activity.is_estimated)
    assert activity_energy(Athlete(), 70.0, bout).value is not None
    assert activity.source_ids == ("herrmann_2024",)
    assert activity.name[0].isupper()
    assert len(activity.name) <= 70


@pytest.mark.parametrize(
    "ids",
    [
        ("walking-below-3-kmh", "walking-3-kmh", "walking-4-kmh", "walking-5-kmh", "walking-brisk"),
        ("running-5-kmh", "running-8-kmh", "running-10-kmh", "running-12-kmh", "running-16-kmh"),
        (
            "ergometer-25-w",
            "ergometer-50-w",
            "ergometer-95-w",
            "ergometer-140-w",
            "ergometer-240-w",
        ),
        ("sleeping", "standing", "yoga", "resistance-mixed", "resistance-vigorous", "rope-fast"),
    ],
)
def test_harder_is_more(ids: tuple[str, ...]) -> None:
    rates = [catalogue().activities[id_].met for id_ in ids]
    assert rates == sorted(rates)
    assert len(set(rates)) == len(rates)
