"""A small catalogue as files, each of which a test may replace."""

from pathlib import Path

FILES = {
    "sources/books.toml": '[book]\ncitation = "A book"\n',
    "sources/README.md": "not TOML",
    "contraindications.toml": """
[knee_pain]
name = "Knee pain"
text = "Less depth."
sources = ["book"]
""",
    "muscles/leg.toml": """
[calf]
name = "Calf"
aliases = ["Lower leg"]
group = "calves"
function = "Lifts."
posture_gait = "Pushes off."
sources = ["book"]

[calf.parts]
"Inner part" = "Lifts too."

[shin]
name = "Shin"
group = "shins"
function = "Draws up."
posture_gait = "Lets the foot down."
programmed = false
sources = ["book"]
""",
    "muscle_sets.toml": 'lower_leg = ["calf", "shin"]\n',
    "equipment.toml": """
[bar]
name = "Bar"
words = ["Barbell"]
load = "bar and plates"
kg = { minimum = 20, step = 2.5, maximum = 100 }
sources = ["book"]

[band]
name = "Band"
words = ["Band"]
load = "nothing that can be read"
sources = ["book"]
""",
    "activities.toml": """
[stroll]
name = "Strolling"
group = "walking"
code = "17151"
met = 2.3
sources = ["book"]
""",
    "languages/xx.toml": """
name = "Made up"

[movement]
calf_raise = ["Wadli"]

[exercise]
band-calf-raise = ["Bandwadli"]

[equipment]
bar = ["Stange", "Stang"]

[phrase]
"auf und ab" = "up"

[word]
"mit" = ""
""",
    "exercises/legs.toml": """
[calf_raise]
name = "Calf raise"
names = ["Heel raise"]
usual = "calf-raise"
pattern = "ankle_extension"
plane = "sagittal"
mechanics = "isolation"
direct = ["calf"]
range = [8, 12]
rest_s = 60
tempo = [2, 1, 1, 0]
cues = ["Rise.", "Sink."]
contraindications = ["knee_pain"]
sources = ["book"]

[calf_raise.exercise.calf-raise]
name = "Barbell Calf Raise"
aliases = ["Bar Raise"]
equipment = "bar"

[calf_raise.exercise.band-calf-raise]
name = "Band Calf Raise"
equipment = "band"
progressions = ["calf-raise"]
""",
}


def folder(path: Path, **replaced: str) -> Path:
    """The files under a folder; `exercises_legs="..."` replaces `exercises/legs.toml`."""
    for name, text in FILES.items():
        key = name.removesuffix(".toml").replace("/", "_")
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(replaced.get(key, text), encoding="utf-8")
    return path


def changed(file: str, old: str, new: str) -> str:
    """The text of a file with one thing changed; the old one must be there."""
    text = FILES[file]
    assert old in text
    return text.replace(old, new, 1)
