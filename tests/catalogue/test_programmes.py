"""Built-in programmes as they are shipped, and files of programmes that do not hold together."""

from collections import defaultdict
from pathlib import Path

import pytest

from app.api.v1.scheme_bodies import ADAPTER
from app.catalogue.entry import CatalogueError
from app.catalogue.load import catalogue, read
from app.catalogue.programme_records import Goal, Programme, Slot
from app.catalogue.programmes import programmes, read_programmes
from app.catalogue.slot_parameters import FROM_SLOT
from app.engine.answer import Basis
from app.engine.progression.schemes import SCHEMES
from app.engine.records import Measure, Tempo
from tests.catalogue.written import folder

FACTS = catalogue()
ALL = tuple(programmes().values())

WANTED = {
    "full-body-twice",
    "full-body-three-times",
    "stronglifts-5x5",
    "starting-strength-phase-1",
    "greyskull-phrak",
    "gzclp",
    "five-three-one",
    "upper-lower",
    "push-pull-legs",
    "body-weight-routine",
    "copenhagen-eight-weeks",
    "inner-thigh-three-days",
}
SETS_AND_RANGES = [
    ("stronglifts-5x5", "barbell-back-squat", 5, (5, 5), {"kg": 2.5, "lb": 5}),
    ("stronglifts-5x5", "deadlift", 1, (5, 5), {"kg": 5, "lb": 10}),
    ("starting-strength-phase-1", "barbell-back-squat", 3, (5, 5), {"kg": 2.5, "lb": 5}),
    ("greyskull-phrak", "overhead-press", 3, (5, 5), {"kg": 1.25, "lb": 2.5}),
    ("gzclp", "barbell-back-squat", 5, (3, 3), {"kg": 5, "lb": 10}),
    ("gzclp", "lat-pulldown", 3, (15, 15), {"kg": 2.5, "lb": 5}),
    ("adductor-bands-eight-weeks", "band-hip-adduction", 3, (15, 15), {}),
]
POLGLASS_SECONDS = (240, 240, 360, 480, 480, 108, 144, 180)
"""Time under tension of a session by week, one side: Polglass et al. (2019), table 1."""
JENSEN = ((2, 15), (2, 15), (3, 10), (3, 10), (3, 10), (3, 10), (3, 8), (3, 8))
"""Sessions and repetitions of a set by week: Jensen et al. (2014)."""


def slots(programme: Programme) -> list[Slot]:
    return [slot for day in programme.days for slot in day.slots]


def test_the_programmes_that_people_ask_for_are_there() -> None:
    assert programmes().keys() >= WANTED
    assert {goal for programme in ALL for goal in programme.goals} == set(Goal)


def test_each_scheme_can_be_told_by_a_slot() -> None:
    assert FROM_SLOT.keys() == SCHEMES.keys()


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.id)
def test_a_programme_is_whole(programme: Programme) -> None:
    assert set(programme.source_ids) <= FACTS.sources.keys()
    assert programme.basis is Basis.CONVENTION or programme.weeks or "trial" in programme.notes[1]
    for slot in slots(programme):
        assert slot.exercise_id in FACTS.exercises
        assert 1 <= slot.sets <= 5
        assert 30 <= slot.rest_s <= 300


@pytest.mark.parametrize(("programme", "exercise", "sets", "repetitions", "step"), SETS_AND_RANGES)
def test_what_the_sources_lay_out(
    programme: str,
    exercise: str,
    sets: int,
    repetitions: tuple[int, int],
    step: dict[str, float],
) -> None:
    slot = next(one for one in slots(programmes()[programme]) if one.exercise_id == exercise)
    assert (slot.sets, (slot.range_low, slot.range_high)) == (sets, repetitions)
    assert slot.step == step


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.id)
def test_the_contract_takes_every_scheme_as_it_is_told(programme: Programme) -> None:
    for slot in slots(programme):
        body = ADAPTER.validate_python({"name": slot.scheme, **slot.parameters})
        assert body.scheme() == slot.scheme


def test_days_in_turn() -> None:
    phrak = programmes()["greyskull-phrak"]
    assert [day.slots[-1].exercise_id for day in phrak.days] == [
        "barbell-back-squat",
        "deadlift",
        "barbell-back-squat",
        "barbell-back-squat",
        "deadlift",
        "barbell-back-squat",
    ]
    assert phrak.days_in_week(7) == phrak.days
    assert phrak.sessions_in_week(7) == 3


def under_tension_s(slot: Slot) -> float:
    """Of one side [s]."""
    exercise = FACTS.exercises[slot.exercise_id]
    tempo = slot.tempo or exercise.tempo
    if exercise.measured_in is Measure.DURATION or tempo is None:
        return slot.sets * slot.range_high
    return slot.sets * slot.range_high * (tempo.eccentric_s + tempo.concentric_s)


def test_the_copenhagen_weeks_are_those_of_the_trial() -> None:
    programme = programmes()["copenhagen-eight-weeks"]
    for week, seconds in enumerate(POLGLASS_SECONDS, 1):
        (day,) = programme.days_in_week(week)
        assert programme.sessions_in_week(week) == 2
        assert sum(map(under_tension_s, day.slots)) == seconds
    assert programme.days[-1].slots[0].tempo == Tempo(3, 0, 3, 0)


def test_the_band_weeks_are_those_of_the_trial() -> None:
    programme = programmes()["adductor-bands-eight-weeks"]
    for week, (sessions, repetitions) in enumerate(JENSEN, 1):
        (day,) = programme.days_in_week(week)
        assert programme.sessions_in_week(week) == sessions
        assert (day.slots[0].sets, day.slots[0].range_high) == (3, repetitions)


def test_the_inner_thigh_gets_what_its_note_says() -> None:
    programme = programmes()["inner-thigh-three-days"]
    weekly: dict[str, float] = defaultdict(float)
    for slot in slots(programme):
        for share in FACTS.exercises[slot.exercise_id].muscles:
            weekly[share.muscle_id] += slot.sets * (share.share == 1)
    assert weekly["adductor_longus"] == weekly["gracilis"] == 13
    assert weekly["adductor_magnus"] == 13 + 9
    assert programme.notes[0].startswith("Thirteen sets")


def test_a_ladder_is_told_with_its_rung() -> None:
    slot = slots(programmes()["body-weight-routine"])[0]
    assert slot.parameters["variation"] == slot.exercise_id
    assert slot.parameters["repetitions_high"] == slot.range_high
    assert slot.superset == "a"


PROGRAMME = """
[heels]
name = "Heels"
summary = "Up and down."
goals = ["muscle"]
level = "novice"
sessions_per_week = [2, 3]
weeks = 2
basis = "convention"
sources = ["book"]

[[heels.day]]
id = "a"
name = "Bar"

[[heels.day.slot]]
exercise = "calf-raise"
scheme = "double_progression"
parameters = { sets_max = 5 }
sets = 3
rir = 2
step = { kg = 2.5 }

[[heels.day]]
id = "b"
name = "Band"
weeks = [2]

[[heels.day.slot]]
exercise = "band-calf-raise"
scheme = "body_weight_ladder"
parameters = { variations = ["band-calf-raise", "calf-raise"] }
sets = 2
range = [5, 8]
rest_s = 45
tempo = [3, 0, 1, 0]
superset = "a"

[[heels.day.slot]]
exercise = "calf-raise"
scheme = "rir_target"
sets = 2
range = [6, 6]
superset = "a"
"""


def written(path: Path, text: str = PROGRAMME) -> Programme:
    facts = read(folder(path))
    (path / "programmes").mkdir(exist_ok=True)
    (path / "programmes" / "legs.toml").write_text(text, encoding="utf-8")
    return read_programmes(path / "programmes", facts)["heels"]


def test_a_programme_is_read(tmp_path: Path) -> None:
    heels = written(tmp_path)
    first, second, third = slots(heels)
    assert first.parameters == {
        "sets": 3,
        "repetitions_low": 8,
        "repetitions_high": 12,
        "sets_max": 5,
    }
    assert (first.range_low, first.rest_s, first.tempo, first.step) == (8, 60, None, {"kg": 2.5})
    assert (second.rest_s, second.tempo, second.superset) == (45, Tempo(3, 0, 1, 0), "a")
    assert second.parameters["variation"] == "band-calf-raise"
    assert third.parameters == {"sets": 2, "repetitions": 6}
    assert [day.id for day in heels.days_in_week(1)] == ["a"]
    assert [day.id for day in heels.days_in_week(2)] == ["a", "b"]
    assert [heels.sessions_in_week(week) for week in (1, 2, 9)] == [2, 3, 3]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('goals = ["muscle"]', "goals = []", r"\[heels\] has no 'goals'"),
        ('goals = ["muscle"]', 'goals = ["fame"]', "'goals' is 'fame', not one of strength"),
        ("sessions_per_week = [2, 3]", "sessions_per_week = []", "not a list of whole numbers"),
        ("sessions_per_week = [2, 3]", "sessions_per_week = [2.5]", "not a list of whole numbers"),
        ("weeks = 2\n", "weeks = 1\n", "in a week that the programme does not have"),
        ("weeks = 2\n", "weeks = 0\n", "'weeks' is not a whole number above zero"),
        ("weeks = 2\n", "weeks = true\n", "'weeks' is not a whole number above zero"),
        ("weeks = 2\n", 'weeks = "2"\n', "'weeks' is not a whole number above zero"),
        ("[2, 3]", "[2, 3, 4]", "'sessions_per_week' for more weeks than it lasts"),
        ('name = "Bar"', 'name = "Bar"\nweeks = [2]', "has no day in week 1"),
        ('id = "b"', 'id = "a"', "has two days of one id"),
        ('"calf-raise"\nscheme', '"toe-raise"\nscheme', "'exercise' names what nothing defines"),
        ('"double_progression"', '"guessing"', "'scheme' is 'guessing', not one of double_prog"),
        ("{ sets_max = 5 }", "{ sets_most = 5 }", "double_progression has no sets_most"),
        ("{ sets_max = 5 }", "{ sets_max = 99 }", "sets_max must lie from 1 to 20"),
        ('"double_progression"', '"timed_hold"', "timed_hold does not count in repetitions"),
        ("{ kg = 2.5 }", "{ kg = 0 }", "'kg' is not above zero"),
        ("{ kg = 2.5 }", "{ stone = 1 }", "has unknown keys: stone"),
        ('"calf-raise"] }', '"toe-raise"] }', "has rungs that nothing defines: toe-raise"),
        ('["band-calf-raise", "calf-raise"]', '["calf-raise"]', "a ladder without band-calf-raise"),
        ('superset = "a"\n\n', "\n", "has only one slot in superset a"),
        ("rir = 2", "rir = 2\nrpe = 8", "has unknown keys: rpe"),
        ('name = "Bar"', 'name = "Bar"\ncolour = "red"', "has unknown keys: colour"),
        (PROGRAMME[PROGRAMME.index("\n[[heels.day]]") :], "\nday = []", "'day' is not a list of"),
    ],
)
def test_faults_of_a_programme(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in PROGRAMME
    with pytest.raises(CatalogueError, match=rf"^legs\.toml: .*{fault}"):
        written(tmp_path, PROGRAMME.replace(old, new, 1))
