"""Ladders: the harder exercises are told, the easier ones follow, and none leads back."""

from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import catalogue, read
from tests.catalogue.written import FILES, changed, folder

LEGS = "exercises/legs.toml"
EXERCISES = catalogue().exercises

HARDER = [
    ("copenhagen-hold-short-lever-supported", "copenhagen-hold-short-lever"),
    ("copenhagen-hold-short-lever", "copenhagen-hold-long-lever-supported"),
    ("copenhagen-hold-long-lever-supported", "copenhagen-hold-long-lever"),
    ("copenhagen-hold-long-lever", "copenhagen-hold-hip-height"),
    ("copenhagen-plank-short-lever", "copenhagen-plank-long-lever"),
    ("knee-push-up", "push-up"),
    ("pull-up", "archer-pull-up"),
    ("nordic-hamstring-curl", None),
]


def test_an_easier_one_is_the_mirror_of_a_harder_one(tmp_path: Path) -> None:
    exercises = read(folder(tmp_path)).exercises
    assert exercises["band-calf-raise"].progressions == ("calf-raise",)
    assert exercises["calf-raise"].regressions == ("band-calf-raise",)
    assert exercises["calf-raise"].progressions == ()


def test_a_rung_is_an_exercise(tmp_path: Path) -> None:
    text = changed(LEGS, '["calf-raise"]', '["toe-raise"]')
    with pytest.raises(CatalogueError, match="band-calf-raise leads to toe-raise, which nothing"):
        read(folder(tmp_path, exercises_legs=text))


def test_a_ladder_does_not_lead_back(tmp_path: Path) -> None:
    text = FILES[LEGS].replace('"bar"', '"bar"\nprogressions = ["band-calf-raise"]')
    with pytest.raises(CatalogueError, match=r"a ladder leads in a circle: .*calf-raise"):
        read(folder(tmp_path, exercises_legs=text))


def test_the_shipped_ladders_hold_both_ways_and_have_an_end() -> None:
    for exercise in EXERCISES.values():
        assert all(exercise.id in EXERCISES[id_].regressions for id_ in exercise.progressions)
        assert all(exercise.id in EXERCISES[id_].progressions for id_ in exercise.regressions)
    easier = {one.id: set(one.regressions) for one in EXERCISES.values()}
    assert len(list(TopologicalSorter(easier).static_order())) == len(EXERCISES)


@pytest.mark.parametrize(("easier", "harder"), HARDER)
def test_rungs(easier: str, harder: str | None) -> None:
    if harder is None:
        assert EXERCISES[easier].progressions == ()
    else:
        assert harder in EXERCISES[easier].progressions


def test_a_rung_trains_what_the_one_below_trains() -> None:
    for exercise in (one for one in EXERCISES.values() if one.muscles):
        direct = {share.muscle_id for share in exercise.muscles if share.share == 1}
        for id_ in exercise.progressions:
            trained = {share.muscle_id for share in EXERCISES[id_].muscles}
            assert direct & trained, f"{exercise.id} and {id_} train nothing in common"
