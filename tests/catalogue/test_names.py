"""Names in, exercises out."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import catalogue, read
from app.catalogue.names import candidates, index_of, normalise, resolve
from tests.catalogue.written import FILES, folder

EXERCISES = catalogue().exercises
ALL_NAMES = [
    (name, exercise.id)
    for exercise in EXERCISES.values()
    for name in (exercise.name, *exercise.aliases)
]
LOCAL_NAMES = [
    (name, exercise.id)
    for exercise in EXERCISES.values()
    for names in exercise.local_names.values()
    for name in names
]


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Bench Press (Barbell)", "bench press barbell"),
        ("  Tricep  Push-Downs ", "tricep pushdown"),
        ("Triceps Pushdown", "tricep pushdown"),
        ("PULLUPS", "pull up"),
        ("T-Bar Row", "t bar row"),
        ("Dumbbell Flyes", "dumbbell fly"),
        ("Crunches", "crunch"),
        ("Leg Press", "leg press"),
        ("Klimmzüge", "pull up"),
        ("Shoulder Press (Dambıl)", "shoulder press dumbbell"),  # noqa: RUF001
        ("Sentadilla", "squat"),
        ("knee_raise", "knee raise"),
        ("Ｂｅｎｃｈ　Ｐｒｅｓｓ", "bench press"),  # noqa: RUF001
        ("Plank 1:00", "plank"),
        ("Squat @ 8 RPE 8", "squat"),
        ("...", ""),
    ],
)
def test_normalise(name: str, normal: str) -> None:
    assert normalise(name) == normal


ENGLISH = [
    ("Bench Press (Barbell)", "barbell-bench-press"),
    ("Barbell Bench Press", "barbell-bench-press"),
    ("bench press - barbell", "barbell-bench-press"),
    ("Flat Barbell Bench Press", "barbell-bench-press"),
    ("Bench Pres (Barbbell)", "barbell-bench-press"),
    ("Romanian Deadlfit", "romanian-deadlift"),
    ("Copenhagn Plank", "copenhagen-plank-long-lever"),
    ("Squat (Barbell)", "barbell-back-squat"),
    ("Squat (Bodyweight)", "bodyweight-squat"),
    ("Barbell Squats", "barbell-back-squat"),
    ("Deadlift (Barbell)", "deadlift"),
    ("Romanian Deadlift (Barbell)", "romanian-deadlift"),
    ("RDL", "romanian-deadlift"),
    ("Overhead Press (Barbell)", "overhead-press"),
    ("Incline Bench Press (Dumbbell)", "incline-dumbbell-bench-press"),
    ("Bent Over Row (Barbell)", "barbell-row"),
    ("Pull Up", "pull-up"),
    ("Pull Up (Weighted)", "pull-up"),
    ("Pull Up (Assisted)", "assisted-pull-up"),
    ("Pull Up (Band)", "band-assisted-pull-up"),
    ("Chin Ups", "chin-up"),
    ("Lat Pulldown (Cable)", "lat-pulldown"),
    ("Lat Pulldown (Machine)", "machine-lat-pulldown"),
    ("Triceps Pushdown (Cable - Straight Bar)", "cable-triceps-pushdown"),
    ("Bicep Curl (Barbell)", "barbell-curl"),
    ("Biceps Curl (Dumbbell)", "dumbbell-curl"),
    ("Alternating Dumbbell Curl", "dumbbell-curl"),
    ("Lateral Raise (Dumbbell)", "dumbbell-lateral-raise"),
    ("Lying Leg Curl (Machine)", "lying-leg-curl"),
    ("Hip Adductor (Machine)", "hip-adduction-machine"),
    ("Seated Hip Adduction Machine", "hip-adduction-machine"),
    ("Hip Thrust (Barbell)", "hip-thrust"),
    ("Copenhagen Plank", "copenhagen-plank-long-lever"),
    ("Kettlebell Sumo Squat", "kettlebell-sumo-squat"),
    ("Cossack Squats", "cossack-squat"),
    ("Side Lunges", "lateral-lunge"),
    ("DB Row", "dumbbell-row"),
    ("Running (Treadmill)", "treadmill-running"),
]
OTHER_LANGUAGES = [
    ("Bankdrücken (Langhantel)", "barbell-bench-press"),
    ("Bankdruecken", "barbell-bench-press"),
    ("Schrägbankdrücken Kurzhantel", "incline-dumbbell-bench-press"),
    ("Kniebeuge (Langhantel)", "barbell-back-squat"),
    ("Klimmzug", "pull-up"),
    ("Einarmiges Kurzhantelrudern", "dumbbell-row"),
    ("Schulterdrücken im Sitzen (Kurzhantel)", "dumbbell-shoulder-press"),
    ("Sentadilla (Barra)", "barbell-back-squat"),
    ("Peso muerto", "deadlift"),
    ("Press de banca inclinado con mancuernas", "incline-dumbbell-bench-press"),
    ("Aductores en máquina", "hip-adduction-machine"),
    ("Développé couché haltères", "dumbbell-bench-press"),
    ("Soulevé de terre roumain", "romanian-deadlift"),
    ("Supino inclinado com halteres", "incline-dumbbell-bench-press"),
    ("Cadeira adutora", "hip-adduction-machine"),
    ("Panca piana bilanciere", "barbell-bench-press"),
    ("Alzate laterali", "dumbbell-lateral-raise"),
    ("Barfiks (Ağırlıklı)", "pull-up"),  # noqa: RUF001
    ("Oturarak Leg Curl (Makine)", "seated-leg-curl"),
    ("Kalça İtişi (Halter)", "hip-thrust"),
    ("ベンチプレス", "barbell-bench-press"),
    ("インクラインダンベルプレス", "incline-dumbbell-bench-press"),
    ("ダンベル ショルダー プレス", "dumbbell-shoulder-press"),
    ("덤벨 숄더 프레스", "dumbbell-shoulder-press"),
    ("杠铃划船", "barbell-row"),
    ("Тяга верхнего блока", "lat-pulldown"),
    ("Разведение гантелей в стороны", "dumbbell-lateral-raise"),
    ("Wyciskanie hantli na skosie", "incline-dumbbell-bench-press"),
    ("Kuitheffen staand", "standing-calf-raise"),
    ("Bänkpress", "barbell-bench-press"),
    ("Markløft", "deadlift"),
    ("Dødløft", "deadlift"),
    ("Махи гирей", "kettlebell-swing"),
    ("Зашагивания на скамью", "bodyweight-step-up"),
    ("Heup Adductie (Machine)", "hip-adduction-machine"),
    ("Bankdrukken smalle greep", "close-grip-bench-press"),
    ("Zijwaartse uitvalspas", "lateral-lunge"),
    ("Wykrok boczny", "lateral-lunge"),
    ("Wyciskanie na maszynie", "machine-chest-press"),
    ("Gemelos en prensa", "calf-press"),
    ("Contractora de pecho", "pec-deck"),
    ("Wadenheben an der Beinpresse", "calf-press"),
    ("Skivstångsrodd", "barbell-row"),
    ("Lægløft", "standing-calf-raise"),
]


@pytest.mark.parametrize(("name", "exercise"), [*ENGLISH, *OTHER_LANGUAGES])
def test_resolve(name: str, exercise: str) -> None:
    found = resolve(name)
    assert found is not None
    assert found.id == exercise


@pytest.mark.parametrize(
    "name",
    [
        "",
        "?",
        "Press",
        "Zzz",
        "Bench press old",
        "Bench Press (Chains)",
        "Rear Delt Fly",
        "Shoulder Press",
        "Cable Kickback",
        "Bench Press Squat",
        "Bench Press (Halter)",
        "squat " * 100,
        "one two three four five six seven eight nine ten eleven twelve",
    ],
)
def test_resolve_never_guesses(name: str) -> None:
    assert resolve(name) is None


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Panca Scott", "preacher-curl"),
        ("Leg curl allongé", "lying-leg-curl"),
        ("Supino com halter", "dumbbell-bench-press"),
        ("Barra fixa", "pull-up"),
        ("Kalça itişi halter", "hip-thrust"),
    ],
)
def test_a_word_of_two_languages_means_what_its_neighbours_speak(name: str, exercise: str) -> None:
    found = resolve(name)
    assert found is not None
    assert found.id == exercise


def test_every_name_leads_to_its_own_exercise() -> None:
    wrong = {name: id_ for name, id_ in ALL_NAMES if getattr(resolve(name), "id", None) != id_}
    assert not wrong


def test_every_name_in_other_languages_leads_to_its_own_exercise() -> None:
    assert len(LOCAL_NAMES) > 3000
    wrong = {name: id_ for name, id_ in LOCAL_NAMES if getattr(resolve(name), "id", None) != id_}
    assert not wrong


def test_no_exercise_says_a_name_twice() -> None:
    for exercise in EXERCISES.values():
        names = [name.casefold() for name in (exercise.name, *exercise.aliases)]
        assert len(set(names)) == len(names), exercise.id


def test_two_exercises_of_one_name_are_refused() -> None:
    squat = EXERCISES["front-squat"]
    reordered = replace(squat, id="other", name="Squat, Front", aliases=())
    facts = replace(catalogue(), exercises={"front-squat": squat, "other": reordered})
    with pytest.raises(CatalogueError, match="'front squat' names front-squat and other"):
        index_of(facts)


def test_looser_words_name_equipment_where_nothing_nearer_is_meant(tmp_path: Path) -> None:
    equipment = FILES["equipment.toml"].replace('["Band"]', '["Band"]\nloose_words = ["Barbell"]')
    legs = FILES["exercises/legs.toml"]
    both = index_of(read(folder(tmp_path, equipment=equipment)))
    assert both.exercises[frozenset({"calf", "raise", "barbell"})].id == "calf-raise"
    only_band = legs[: legs.index("[calf_raise.exercise.calf-raise]")].replace(
        'usual = "calf-raise"', ""
    ) + legs[legs.index("[calf_raise.exercise.band") :].replace('progressions = ["calf-raise"]', "")
    alone = index_of(read(folder(tmp_path, equipment=equipment, exercises_legs=only_band)))
    assert alone.exercises[frozenset({"calf", "raise", "barbell"})].id == "band-calf-raise"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Bench Press old", "barbell-bench-press"),
        ("Benhc Press (Barbell)", "barbell-bench-press"),
        ("Romanian Dedlift", "romanian-deadlift"),
        ("inner thigh", "hip-adduction-machine"),
        ("Copenhagen", "copenhagen-plank-long-lever"),
        ("Seated row machine, wide", "wide-grip-machine-row"),
        ("Squat (Barbell)", "barbell-back-squat"),
    ],
)
def test_the_likeliest_candidate_comes_first(name: str, first: str) -> None:
    found = candidates(name)
    assert found[0].exercise.id == first
    assert [guess.score for guess in found] == sorted(
        (guess.score for guess in found), reverse=True
    )
    assert len({guess.exercise.id for guess in found}) == len(found) <= 5


@pytest.mark.parametrize("name", ["", "!!", "xyzzy", "12345"])
def test_no_candidates_for_what_is_like_nothing(name: str) -> None:
    assert candidates(name) == ()


def test_a_very_long_name_is_read_in_part() -> None:
    assert candidates("squat " * 100_000)[0].exercise.id == "barbell-back-squat"
    assert len(normalise("a" * 100_000)) == 300


def test_candidates_keep_to_the_limit() -> None:
    assert len(candidates("press", limit=2)) == 2
    assert candidates("Bench Press", limit=1)[0].score == 1


def test_a_name_that_means_two_things_has_both_as_candidates() -> None:
    found = {guess.exercise.id for guess in candidates("Rear Delt Fly", limit=10)}
    assert {"dumbbell-reverse-fly", "machine-reverse-fly"} & found
