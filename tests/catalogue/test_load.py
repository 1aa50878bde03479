"""A file that does not hold together is refused by its name, its entry and its fault."""

from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import read
from app.catalogue.records import Contraindication, Laterality
from app.engine.records import LoadMode, Measure, Tempo
from tests.catalogue.written import FILES, changed, folder

LEGS = "exercises/legs.toml"


def test_a_whole_catalogue_is_read(tmp_path: Path) -> None:
    exercise = read(folder(tmp_path)).exercises["calf-raise"]
    assert exercise.movement_id == "calf_raise"
    assert exercise.aliases == ("Bar Raise",)
    assert (exercise.range_low, exercise.range_high) == (8, 12)
    assert exercise.tempo == Tempo(2, 1, 1, 0)
    assert exercise.load_mode is LoadMode.EXTERNAL
    assert exercise.laterality is Laterality.BILATERAL
    assert exercise.measured_in is Measure.REPETITIONS
    assert exercise.contraindications == (Contraindication.KNEE_PAIN,)
    assert exercise.source_ids[0] == "book"


def test_an_exercise_has_what_its_movement_says_unless_it_says_otherwise(tmp_path: Path) -> None:
    own = changed(LEGS, 'equipment = "bar"', 'equipment = "bar"\nrange = [3, 5]\nrest_s = 90')
    exercises = read(folder(tmp_path, exercises_legs=own)).exercises
    assert (exercises["calf-raise"].range_low, exercises["calf-raise"].rest_s) == (3, 90)
    assert (exercises["band-calf-raise"].range_low, exercises["band-calf-raise"].rest_s) == (8, 60)


def test_names_in_a_language(tmp_path: Path) -> None:
    exercises = read(folder(tmp_path)).exercises
    assert exercises["calf-raise"].local_names == {"xx": ("Wadli", "Wadli (Stange)")}
    assert exercises["band-calf-raise"].local_names == {"xx": ("Bandwadli",)}


def test_muscles(tmp_path: Path) -> None:
    facts = read(folder(tmp_path))
    calf = facts.muscles["calf"]
    assert [(part.name, part.function) for part in calf.parts] == [("Inner part", "Lifts too.")]
    assert calf.aliases == ("Lower leg",)
    assert calf.programmed
    assert not facts.muscles["shin"].programmed
    assert facts.muscle_groups == ("calves", "shins")


def test_a_set_of_muscles_stands_for_its_members(tmp_path: Path) -> None:
    both = changed(LEGS, 'direct = ["calf"]', 'direct = ["@lower_leg"]')
    exercise = read(folder(tmp_path, exercises_legs=both)).exercises["calf-raise"]
    assert [share.muscle_id for share in exercise.muscles] == ["calf", "shin"]


def test_entries_keep_the_order_of_the_files(tmp_path: Path) -> None:
    facts = read(folder(tmp_path))
    assert list(facts.exercises) == ["calf-raise", "band-calf-raise"]
    assert list(facts.muscles) == ["calf", "shin"]


def test_a_catalogue_is_equal_to_none_but_itself(tmp_path: Path) -> None:
    one, other = read(folder(tmp_path)), read(folder(tmp_path))
    assert one != other
    assert len({one, one, other}) == 2


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('name = "Barbell Calf Raise"\n', "", "has no 'name'"),
        ('name = "Barbell Calf Raise"', 'name = " "', "'name' is not a text"),
        ("rest_s = 60", 'rest_s = "60"', "'rest_s' is not a number"),
        ("rest_s = 60", "rest_s = true", "'rest_s' is not a number"),
        ("rest_s = 60", "rest_s = 60\nrests = 1", "has unknown keys: rests"),
        ("[8, 12]", "[12, 8]", r"'range' is not \[low, high\]"),
        ("[8, 12]", "[8.5, 12]", r"'range' is not \[low, high\]"),
        ("[2, 1, 1, 0]", "[2, 1, 1]", r"'tempo' is not \[lowering, pause, lifting, hold\]"),
        ("[2, 1, 1, 0]", "[2, 1, 1, -1]", "'tempo' is not a list of numbers from zero up"),
        ("[2, 1, 1, 0]", "[2, 1, 1, true]", "'tempo' is not a list of numbers from zero up"),
        ('"sagittal"', '"diagonal"', "'plane' is 'diagonal', not one of sagittal, frontal"),
        ('direct = ["calf"]', 'direct = ["calve"]', "'direct' names what nothing defines: calve"),
        ('["calf"]', '["@calves"]', "'direct' names what nothing defines: @calves"),
        ('["calf"]', '["calf", "@lower_leg"]', "'direct' says a muscle twice"),
        ('direct = ["calf"]', "direct = []", "needs 'direct' muscles"),
        ('direct = ["calf"]', 'direct = ["calf"]\nindirect = ["calf"]', "none 'indirect' as well"),
        ('"ankle_extension"', '"locomotion"', r"needs 'direct' muscles \(endurance none\)"),
        ('["Bar Raise"]', '["Bar Raise", "Bar Raise"]', "'aliases' says something twice"),
        ('["Bar Raise"]', '"Bar Raise"', "'aliases' is not a list of texts"),
        ('equipment = "bar"', 'equipment = "rod"', "'equipment' names what nothing defines: rod"),
        ('["book"]', '["film"]', "'sources' names what nothing defines: film"),
        ('["knee_pain"]', '["knee"]', "'contraindications' names what nothing defines: knee"),
        ("rest_s = 60", 'rest_s = 60\nload_mode = "body_weight"', "without a 'body_mass_share'"),
        ("rest_s = 60", "rest_s = 60\nbody_mass_share = 1.2", "above 0 and up to 1"),
        ("rest_s = 60", 'rest_s = 60\nlaterality = "both"', "'laterality' is 'both', not one of"),
    ],
)
def test_faults_of_an_exercise(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^legs\.toml: \[calf-raise\] .*{fault}"):
        read(folder(tmp_path, exercises_legs=changed(LEGS, old, new)))


def test_a_load_that_nobody_can_read_is_not_external(tmp_path: Path) -> None:
    external = changed(LEGS, 'equipment = "band"', 'equipment = "band"\nload_mode = "external"')
    with pytest.raises(CatalogueError, match=r"\[band-calf-raise\] .*of which band knows none"):
        read(folder(tmp_path, exercises_legs=external))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('usual = "calf-raise"', 'usual = "toe-raise"', "'usual' names what nothing defines"),
        ('name = "Calf raise"\n', "", "has no 'name'"),
        (FILES[LEGS][FILES[LEGS].index("[calf_raise.ex") :], "", "has no exercises"),
    ],
)
def test_faults_of_a_movement(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^legs\.toml: \[calf_raise\] .*{fault}"):
        read(folder(tmp_path, exercises_legs=changed(LEGS, old, new)))


def test_without_a_usual_exercise_the_bare_name_is_nobodys(tmp_path: Path) -> None:
    text = changed(LEGS, 'usual = "calf-raise"\n', "")
    facts = read(folder(tmp_path, exercises_legs=text))
    assert facts.movements["calf_raise"].usual_exercise_id is None
    assert facts.exercises["calf-raise"].local_names == {"xx": ("Wadli (Stange)",)}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("step = 2.5", "step = 0", r"\[bar.kg\] needs a step above zero"),
        ("minimum = 20", "minimum = 100", r"\[bar.kg\] needs .* a minimum below its maximum"),
        ("step = 2.5", "step = 2.5, steps = 3", r"\[bar.kg\] has unknown keys: steps"),
        ("[bar]", "[Bar]", r"\[Bar\] the id may only hold"),
    ],
)
def test_faults_of_equipment(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^equipment\.toml: {fault}"):
        read(folder(tmp_path, equipment=changed("equipment.toml", old, new)))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("programmed = false", 'programmed = "no"', r"\[shin\] 'programmed' is not true or false"),
        ('"Inner part" = "Lifts too."', '"Inner part" = 1', r"\[calf.parts\] .* is not a text"),
        ('posture_gait = "Pushes off."\n', "", r"\[calf\] has no 'posture_gait'"),
    ],
)
def test_faults_of_a_muscle(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^leg\.toml: {fault}"):
        read(folder(tmp_path, muscles_leg=changed("muscles/leg.toml", old, new)))


def test_a_set_of_muscles_names_muscles(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"'lower_leg' names what nothing defines: foot"):
        read(folder(tmp_path, muscle_sets='lower_leg = ["foot"]'))


def test_a_contraindication_is_one_that_the_program_knows(tmp_path: Path) -> None:
    text = changed("contraindications.toml", "[knee_pain]", "[bad_mood]")
    with pytest.raises(CatalogueError, match=r"\[bad_mood\] is no contraindication that"):
        read(folder(tmp_path, contraindications=text))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('calf_raise = ["Wadli"]', 'calf_rise = ["Wadli"]', "names what nothing defines: calf_ri"),
        ("band-calf-raise = ", "calf-band = ", "names what nothing defines: calf-band"),
        ("bar = [", "rod = [", r"\[xx.equipment\] names what nothing defines: rod"),
        ('"mit" = ""', '"mit" = 1', r"\[xx.word\] 'mit' is not a text"),
        ('name = "Made up"', 'name = "Made up"\nfamily = "none"', "has unknown keys: family"),
    ],
)
def test_faults_of_a_language(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^xx\.toml: .*{fault}"):
        read(folder(tmp_path, languages_xx=changed("languages/xx.toml", old, new)))


def test_an_activity_is_read(tmp_path: Path) -> None:
    stroll = read(folder(tmp_path)).activities["stroll"]
    assert (stroll.code, stroll.met, stroll.is_estimated) == ("17151", 2.3, False)
    guessed = changed("activities.toml", "met = 2.3", "met = 2.3\nestimated = true")
    assert read(folder(tmp_path, activities=guessed)).activities["stroll"].is_estimated


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"17151"', '"1715"', "'code' is five digits"),
        ('"17151"', '"1715a"', "'code' is five digits"),
        ("met = 2.3", "met = 0.9", "'met' is 1 or more"),
        ("met = 2.3", 'met = 2.3\nestimated = "yes"', "'estimated' is not true or false"),
        ('"walking"', '"flying"', "'group' is 'flying', not one of walking, running"),
        ('["book"]', '["film"]', "'sources' names what nothing defines: film"),
        ("met = 2.3", "met = 2.3\nmets = 2.3", "has unknown keys: mets"),
    ],
)
def test_faults_of_an_activity(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^activities\.toml: \[stroll\] {fault}"):
        read(folder(tmp_path, activities=changed("activities.toml", old, new)))


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"leg\.toml: \[calf\] is not a table"):
        read(folder(tmp_path, muscles_leg="calf = 1"))


def test_what_is_no_toml_is_refused_by_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^leg\.toml: "):
        read(folder(tmp_path, muscles_leg="[calf"))


def test_two_files_may_not_define_one_id(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "sources" / "more.toml").write_text(FILES["sources/books.toml"], encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"more\.toml: \[book\] is defined twice"):
        read(tmp_path)
