"""The catalogue's files as they are shipped."""

import pytest

from app.catalogue.load import catalogue
from app.catalogue.records import (
    DIRECT_SHARE,
    INDIRECT_SHARE,
    CatalogueExercise,
    Equipment,
    Plane,
)
from app.engine.records import LoadMode, Measure
from app.engine.units import to_kg

ADDUCTORS = ("adductor_longus", "adductor_brevis", "adductor_magnus", "pectineus", "gracilis")
HEADS = {
    "adductors": 5,
    "quadriceps": 4,
    "hamstrings": 4,
    "calves": 3,
    "triceps": 3,
    "deltoids": 3,
    "trapezius": 3,
    "rotator_cuff": 4,
}
FEWEST_EXERCISES = 60
FEWEST_ADDUCTOR_EXERCISES = 12

EXERCISES = tuple(catalogue().exercises.values())
EQUIPMENT = tuple(catalogue().equipment.values())


def trains(exercise: CatalogueExercise, muscle_id: str, least_share: float) -> bool:
    return any(
        share.muscle_id == muscle_id and share.share >= least_share for share in exercise.muscles
    )


def test_there_are_enough_exercises() -> None:
    assert len(EXERCISES) >= FEWEST_EXERCISES


def test_enough_of_them_load_the_adductors() -> None:
    loading = [
        exercise
        for exercise in EXERCISES
        if any(trains(exercise, muscle, DIRECT_SHARE) for muscle in ADDUCTORS)
    ]
    assert len(loading) >= FEWEST_ADDUCTOR_EXERCISES
    assert {Plane.FRONTAL, Plane.SAGITTAL} <= {exercise.plane for exercise in loading}


@pytest.mark.parametrize("muscle", ADDUCTORS)
def test_each_adductor_is_told_and_trained_directly(muscle: str) -> None:
    assert catalogue().muscles[muscle].nerve
    assert sum(trains(exercise, muscle, DIRECT_SHARE) for exercise in EXERCISES) >= 2


@pytest.mark.parametrize(("group", "heads"), HEADS.items())
def test_groups_hold_their_heads(group: str, heads: int) -> None:
    assert sum(muscle.group == group for muscle in catalogue().muscles.values()) == heads


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_is_whole(exercise: CatalogueExercise) -> None:
    assert {share.muscle_id for share in exercise.muscles} <= catalogue().muscles.keys()
    assert {share.share for share in exercise.muscles} <= {DIRECT_SHARE, INDIRECT_SHARE}
    assert exercise.equipment_id in catalogue().equipment
    assert 0 < exercise.range_low <= exercise.range_high
    assert 30 <= exercise.rest_s <= 300
    assert 2 <= len(exercise.cues) <= 3
    assert exercise.source_ids
    assert set(exercise.source_ids) <= catalogue().sources.keys()
    assert (exercise.tempo is None) == (exercise.measured_in is not Measure.REPETITIONS)
    assert (exercise.body_mass_share is None) == (exercise.load_mode is not LoadMode.BODY_WEIGHT)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_load_that_can_be_told_has_a_grid(exercise: CatalogueExercise) -> None:
    grids = catalogue().equipment[exercise.equipment_id].grids
    assert grids or exercise.load_mode is LoadMode.NONE


@pytest.mark.parametrize("equipment", EQUIPMENT, ids=lambda equipment: equipment.id)
def test_grids_come_in_both_units_and_run_upwards(equipment: Equipment) -> None:
    assert set(equipment.grids) in (set(), {"kg", "lb"})
    assert set(equipment.source_ids) <= catalogue().sources.keys()
    for unit, grid in equipment.grids.items():
        assert grid.unit == unit
        assert grid.step > 0
        assert grid.maximum is not None
        assert grid.minimum < grid.maximum
        assert grid.maximum <= 0 if equipment.id == "assisted_machine" else grid.minimum >= 0


@pytest.mark.parametrize(
    ("equipment", "kg", "lb"),
    [
        ("barbell", (20, 2.5), (45, 5)),
        ("dumbbell", (2, 2), (5, 5)),
        ("kettlebell", (4, 4), (10, 5)),
        ("machine", (5, 5), (10, 10)),
        ("cable", (2.5, 2.5), (5, 5)),
    ],
)
def test_usual_grids(equipment: str, kg: tuple[float, float], lb: tuple[float, float]) -> None:
    grids = catalogue().equipment[equipment].grids
    assert (grids["kg"].minimum, grids["kg"].step) == kg
    assert (grids["lb"].minimum, grids["lb"].step) == lb


@pytest.mark.parametrize("equipment", EQUIPMENT, ids=lambda equipment: equipment.id)
def test_the_two_grids_of_a_thing_end_near_each_other(equipment: Equipment) -> None:
    if equipment.grids:
        kg, lb = equipment.grids["kg"], equipment.grids["lb"]
        assert lb.maximum is not None
        assert to_kg(lb.maximum, "lb") == pytest.approx(kg.maximum, rel=0.25)
        assert to_kg(lb.minimum, "lb") == pytest.approx(kg.minimum, rel=0.25)


def test_sources_are_told() -> None:
    assert all(source.citation for source in catalogue().sources.values())
    assert all(muscle.source_ids for muscle in catalogue().muscles.values())
