"""What to train instead: kin first, nothing that is unwanted, never something else altogether."""

import pytest

from app.catalogue.alternatives import ALIKE_ENOUGH, MOST, Kinship, alternatives
from app.catalogue.load import catalogue


def shares(exercise_id: str) -> dict[str, float]:
    exercise = catalogue().exercises[exercise_id]
    return {one.muscle_id: one.share for one in exercise.muscles}


@pytest.mark.parametrize("exercise_id", catalogue().exercises)
def test_every_exercise_has_only_its_likes(exercise_id: str) -> None:
    exercise = catalogue().exercises[exercise_id]
    found = alternatives(catalogue(), exercise_id, shares(exercise_id), unwanted={"sumo-squat"})
    assert len(found) <= MOST
    ids = [one.exercise.id for one in found]
    assert not {exercise_id, "sumo-squat"} & set(ids)
    assert len(set(ids)) == len(ids)
    for one in found:
        assert ALIKE_ENOUGH <= one.overlap <= 1
        assert one.exercise.measured_in is exercise.measured_in
    kinships = [list(Kinship).index(one.kinship) for one in found]
    assert kinships == sorted(kinships)


def test_the_easier_rung_comes_first_and_what_is_preferred_before_it() -> None:
    plank = "copenhagen-plank-long-lever"
    first = alternatives(catalogue(), plank, shares(plank), unwanted=())[0]
    assert first.kinship is Kinship.EASIER
    squat = "barbell-sumo-squat"
    plain = alternatives(catalogue(), squat, shares(squat), unwanted=())
    last = plain[-1].exercise.id
    liked = alternatives(catalogue(), squat, shares(squat), unwanted=(), preferred={last})
    assert liked[0].exercise.id == last


def test_what_trains_nothing_that_is_known_has_none() -> None:
    assert alternatives(catalogue(), "mine", {}, unwanted=()) == ()
    mine = alternatives(catalogue(), "mine", {"adductor_longus": 1.0}, unwanted=())
    assert {one.kinship for one in mine} <= {Kinship.SAME_MUSCLES}
