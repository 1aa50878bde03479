"""A file that does not hold together is refused by its name, its entry and its fault."""

from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import read

SOURCES = '[book]\ncitation = "A book"\n'
MUSCLES = '[calf]\nname = "Calf"\ngroup = "calves"\nfunction = "Lifts."\nsources = ["book"]\n'
EQUIPMENT = """
[bar]
name = "Bar"
load = "bar and plates"
kg = { minimum = 20, step = 2.5, maximum = 100 }
sources = ["book"]
"""
EXERCISE = """
[calf-raise]
name = "Calf Raise"
aliases = ["Heel Raise"]
equipment = "bar"
load_mode = "external"
pattern = "ankle_extension"
plane = "sagittal"
mechanics = "isolation"
laterality = "bilateral"
direct = ["calf"]
measured_in = "repetitions"
range = [8, 12]
rest_s = 60
tempo = { eccentric_s = 2, pause_s = 1, concentric_s = 1, hold_s = 0 }
cues = ["Rise.", "Sink."]
sources = ["book"]
"""
ACTIVITY = """
[stroll]
name = "Strolling"
group = "walking"
code = "17151"
met = 2.3
sources = ["book"]
"""


def folder(
    path: Path,
    exercise: str = EXERCISE,
    muscles: str = MUSCLES,
    equipment: str = EQUIPMENT,
    sources: str = SOURCES,
    activity: str = ACTIVITY,
) -> Path:
    for name, text in {
        "muscles.toml": muscles,
        "equipment.toml": equipment,
        "activities.toml": activity,
        "exercises/legs.toml": exercise,
        "sources/books.toml": sources,
        "sources/README.md": "not TOML",
    }.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_whole_catalogue_is_read(tmp_path: Path) -> None:
    exercise = read(folder(tmp_path)).exercises["calf-raise"]
    assert exercise.aliases == ("Heel Raise",)
    assert (exercise.range_low, exercise.range_high) == (8, 12)
    assert exercise.tempo is not None
    assert exercise.tempo.eccentric_s == 2


def test_entries_keep_the_order_of_the_files(tmp_path: Path) -> None:
    second = MUSCLES.replace("[calf]", "[adductor]")
    assert list(read(folder(tmp_path, muscles=MUSCLES + second)).muscles) == ["calf", "adductor"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('name = "Calf Raise"\n', "", "has no 'name'"),
        ('name = "Calf Raise"', 'name = " "', "'name' is not a text"),
        ("rest_s = 60", 'rest_s = "60"', "'rest_s' is not a number"),
        ("rest_s = 60", "rest_s = true", "'rest_s' is not a number"),
        ("rest_s = 60", "rest_s = 60\nrests = 1", "has unknown keys: rests"),
        ("[8, 12]", "[12, 8]", "'range' is not \\[low, high\\]"),
        ("[8, 12]", "[8.5, 12]", "'range' is not \\[low, high\\]"),
        ('"sagittal"', '"diagonal"', "'plane' is 'diagonal', not one of sagittal, frontal"),
        ('direct = ["calf"]', 'direct = ["calve"]', "'direct' names what nothing defines: calve"),
        ('direct = ["calf"]', "direct = []", "needs 'direct' muscles"),
        ('direct = ["calf"]', 'direct = ["calf"]\nindirect = ["calf"]', "none that is 'indirect'"),
        ('["Heel Raise"]', '["Heel Raise", "Heel Raise"]', "'aliases' says something twice"),
        ('["Heel Raise"]', '"Heel Raise"', "'aliases' is not a list of texts"),
        ('equipment = "bar"', 'equipment = "rod"', "'equipment' names what nothing defines: rod"),
        ('sources = ["book"]', 'sources = ["film"]', "'sources' names what nothing defines: film"),
        ('"external"', '"body_weight"', "has a 'body_mass_share' exactly when"),
        ('"external"', '"body_weight"\nbody_mass_share = 1.2', "above 0 and up to 1"),
        ('"external"', '"external"\nbody_mass_share = 0.9', "has a 'body_mass_share' exactly when"),
        (", hold_s = 0 }", " }", "has no 'hold_s'"),
        (", hold_s = 0 }", ", hold_s = 0, hop_s = 1 }", "has unknown keys: hop_s"),
    ],
)
def test_faults_of_an_exercise(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=rf"^legs\.toml: \[calf-raise.*\] .*{fault}"):
        read(folder(tmp_path, exercise=EXERCISE.replace(old, new, 1)))


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
        read(folder(tmp_path, equipment=EQUIPMENT.replace(old, new, 1)))


def test_an_activity_is_read(tmp_path: Path) -> None:
    stroll = read(folder(tmp_path)).activities["stroll"]
    assert (stroll.code, stroll.met, stroll.is_estimated) == ("17151", 2.3, False)
    guessed = ACTIVITY.replace("met = 2.3", "met = 2.3\nestimated = true")
    assert read(folder(tmp_path, activity=guessed)).activities["stroll"].is_estimated


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
        read(folder(tmp_path, activity=ACTIVITY.replace(old, new, 1)))


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"muscles\.toml: \[calf\] is not a table"):
        read(folder(tmp_path, muscles="calf = 1"))


def test_what_is_no_toml_is_refused_by_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^muscles\.toml: "):
        read(folder(tmp_path, muscles="[calf"))


def test_two_files_may_not_define_one_id(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "sources" / "more.toml").write_text(SOURCES, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"more\.toml: \[book\] is defined twice"):
        read(tmp_path)
