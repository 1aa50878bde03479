"""Activities are found by words of their names, the nearest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.activity_search import search_activities
from app.catalogue.load import catalogue
from app.catalogue.records import ActivityGroup

FIRST = [
    ("brisk walk", "walking-brisk"),
    ("walking brisk", "walking-brisk"),
    ("Brísk Wálking", "walking-brisk"),
    ("hatha", "yoga-hatha"),
    ("squash", "squash"),
    ("row machine", "rowing-machine"),
    ("exercise bike", "ergometer"),
    ("resistance vigorous", None),
    ("", None),
    ("-- , --", None),
    ("walk on the moon", None),
]


@pytest.mark.parametrize(("text", "first"), FIRST)
def test_the_nearest_name_comes_first(text: str, first: str | None) -> None:
    found = search_activities(catalogue(), text)
    assert (found[0].id if found else None) == first


def test_without_words_all_of_a_group() -> None:
    everything = search_activities(catalogue())
    assert everything == tuple(catalogue().activities.values())
    groups = [search_activities(catalogue(), group=group) for group in ActivityGroup]
    assert sorted(one.id for group in groups for one in group) == sorted(catalogue().activities)


@given(st.sampled_from(sorted(catalogue().activities)), st.integers(3, 40))
def test_the_beginning_of_a_name_finds_it(id_: str, letters: int) -> None:
    name = catalogue().activities[id_].name
    assert id_ in [one.id for one in search_activities(catalogue(), name[:letters].strip("% "))]


@given(st.text(max_size=40))
def test_any_text_is_searched(text: str) -> None:
    assert len(search_activities(catalogue(), text)) <= len(catalogue().activities)
