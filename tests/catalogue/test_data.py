"""The catalogue's files as they are shipped."""

from collections import Counter

import pytest

from app.catalogue.lexicon import words
from app.catalogue.load import catalogue
from app.catalogue.records import (
    DIRECT_SHARE,
    INDIRECT_SHARE,
    CatalogueExercise,
    Contraindication,
    Equipment,
    Laterality,
    Movement,
    Muscle,
    MuscleShare,
    Pattern,
    Plane,
)
from app.engine.records import LoadMode, Measure
from app.engine.units import to_kg

FACTS = catalogue()
EXERCISES = tuple(FACTS.exercises.values())
MOVEMENTS = tuple(FACTS.movements.values())
MUSCLES = tuple(FACTS.muscles.values())
EQUIPMENT = tuple(FACTS.equipment.values())

ADDUCTORS = ("adductor_longus", "adductor_brevis", "adductor_magnus", "pectineus", "gracilis")
HEADS = {
    "adductors": 5,
    "abductors": 3,
    "quadriceps": 4,
    "hamstrings": 4,
    "calves": 3,
    "shins": 4,
    "triceps": 3,
    "biceps": 3,
    "deltoids": 3,
    "trapezius": 3,
    "rotator_cuff": 4,
    "neck": 5,
    "forearms": 5,
    "hip_flexors": 2,
    "abdominals": 4,
}
NOT_PROGRAMMED = {"pelvic_floor", "diaphragm", "intercostals", "popliteus"}
FEWEST_EXERCISES = 300
FEWEST_ADDUCTOR_EXERCISES = 25
LOADS = {
    "barbell-sumo-squat": ("barbell", LoadMode.EXTERNAL, None),
    "sumo-squat": ("dumbbell", LoadMode.EXTERNAL, None),
    "pull-up": ("body_weight", LoadMode.BODY_WEIGHT, 0.95),
    "assisted-pull-up": ("assisted_machine", LoadMode.BODY_WEIGHT, 0.95),
    "band-hip-adduction": ("band", LoadMode.NONE, None),
    "copenhagen-hold-long-lever": ("body_weight", LoadMode.NONE, None),
    "plank": ("body_weight", LoadMode.NONE, None),
    "treadmill-running": ("endurance_machine", LoadMode.NONE, None),
}


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
    assert {"barbell", "dumbbell", "kettlebell", "cable", "machine", "band", "ball"} <= {
        exercise.equipment_id for exercise in loading
    }


@pytest.mark.parametrize("muscle", ADDUCTORS)
def test_each_adductor_is_told_and_trained_directly(muscle: str) -> None:
    assert FACTS.muscles[muscle].nerve
    assert sum(trains(exercise, muscle, DIRECT_SHARE) for exercise in EXERCISES) >= 20


def test_the_large_adductor_has_two_parts_with_a_nerve_each() -> None:
    parts = FACTS.muscles["adductor_magnus"].parts
    assert len(parts) == 2
    assert "obturator" in parts[0].function
    assert "sciatic" in parts[1].function


@pytest.mark.parametrize(("group", "heads"), HEADS.items())
def test_groups_hold_their_heads(group: str, heads: int) -> None:
    assert sum(muscle.group == group for muscle in MUSCLES) == heads


@pytest.mark.parametrize("muscle", MUSCLES, ids=lambda muscle: muscle.id)
def test_a_muscle_is_told_and_trained_unless_it_is_only_named(muscle: Muscle) -> None:
    assert muscle.source_ids
    assert muscle.function != muscle.posture_gait
    assert muscle.programmed == (muscle.id not in NOT_PROGRAMMED)
    assert muscle.programmed == any(trains(one, muscle.id, INDIRECT_SHARE) for one in EXERCISES)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_is_whole(exercise: CatalogueExercise) -> None:
    assert {share.muscle_id for share in exercise.muscles} <= FACTS.muscles.keys()
    assert {share.share for share in exercise.muscles} <= {DIRECT_SHARE, INDIRECT_SHARE}
    assert exercise.equipment_id in FACTS.equipment
    assert exercise.movement_id in FACTS.movements
    assert 0 < exercise.range_low <= exercise.range_high
    assert 30 <= exercise.rest_s <= 300
    assert 2 <= len(exercise.cues) <= 3
    assert set(exercise.source_ids) <= FACTS.sources.keys()
    assert (exercise.tempo is None) == (exercise.measured_in is not Measure.REPETITIONS)
    assert (exercise.body_mass_share is None) == (exercise.load_mode is not LoadMode.BODY_WEIGHT)
    assert bool(exercise.muscles) == (exercise.pattern is not Pattern.LOCOMOTION)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_load_that_can_be_told_has_a_grid(exercise: CatalogueExercise) -> None:
    grids = FACTS.equipment[exercise.equipment_id].grids
    assert grids or exercise.load_mode is LoadMode.NONE


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_only_an_assisted_machine_takes_weight_off(exercise: CatalogueExercise) -> None:
    if exercise.equipment_id == "assisted_machine":
        assert exercise.load_mode is LoadMode.BODY_WEIGHT


@pytest.mark.parametrize(("exercise", "loaded"), LOADS.items())
def test_how_exercises_are_loaded(
    exercise: str, loaded: tuple[str, LoadMode, float | None]
) -> None:
    one = FACTS.exercises[exercise]
    assert (one.equipment_id, one.load_mode, one.body_mass_share) == loaded


def test_the_sides_of_the_thigh_are_trained_one_side_at_a_time_where_they_are() -> None:
    assert FACTS.exercises["cable-hip-adduction"].laterality is Laterality.UNILATERAL
    assert FACTS.exercises["hip-adduction-machine"].laterality is Laterality.BILATERAL


def test_every_contraindication_is_told_and_used() -> None:
    assert set(FACTS.contraindications) == set(Contraindication)
    used = Counter(code for exercise in EXERCISES for code in exercise.contraindications)
    assert set(used) == set(Contraindication)
    assert all(note.text.endswith(".") for note in FACTS.contraindications.values())


@pytest.mark.parametrize(
    ("exercise", "code"),
    [
        ("copenhagen-plank-long-lever", Contraindication.GROIN_PAIN),
        ("barbell-back-squat", Contraindication.KNEE_PAIN),
        ("deadlift", Contraindication.LOW_BACK_PAIN),
        ("barbell-upright-row", Contraindication.SHOULDER_IMPINGEMENT),
        ("crunch", Contraindication.DIASTASIS_RECTI),
    ],
)
def test_what_speaks_against(exercise: str, code: Contraindication) -> None:
    assert code in FACTS.exercises[exercise].contraindications


@pytest.mark.parametrize(
    ("muscle", "code"),
    [
        ("vastus_lateralis", Contraindication.KNEE_PAIN),
        ("adductor_longus", Contraindication.GROIN_PAIN),
    ],
)
def test_what_loads_a_muscle_of_a_joint_directly_is_not_for_pain_in_it(
    muscle: str, code: Contraindication
) -> None:
    direct = [one for one in EXERCISES if MuscleShare(muscle, 1.0) in one.muscles]
    assert len(direct) > 20
    assert [one.id for one in direct if code not in one.contraindications] == []


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.id)
def test_exercises_of_a_movement_differ_in_equipment(movement: Movement) -> None:
    found = [one.equipment_id for one in EXERCISES if one.movement_id == movement.id]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("movement", MOVEMENTS, ids=lambda movement: movement.id)
def test_a_movement_with_several_exercises_names_no_equipment(movement: Movement) -> None:
    """Its names are joined with the words of the equipment of each."""
    found = {one.equipment_id for one in EXERCISES if one.movement_id == movement.id} - {"ab_wheel"}
    spoken = [set(words(text)) for id_ in found for text in FACTS.equipment[id_].words]
    for name in (movement.name, *movement.names) if len(found) > 1 else ():
        assert not any(one <= set(words(name)) for one in spoken), name


@pytest.mark.parametrize("equipment", EQUIPMENT, ids=lambda equipment: equipment.id)
def test_grids_come_in_both_units_and_run_upwards(equipment: Equipment) -> None:
    assert equipment.words
    assert set(equipment.grids) in (set(), {"kg", "lb"})
    assert set(equipment.source_ids) <= FACTS.sources.keys()
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
    grids = FACTS.equipment[equipment].grids
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
    assert all(source.citation for source in FACTS.sources.values())
