"""Text in, sets out, for every layout of Strong's export."""

import csv
import io
from datetime import datetime

import pytest

from app.engine.records import SetKind
from app.exchange.strong import read_strong
from app.exchange.training_file import FileRefused, TrainingFile
from tests.exchange.strong_samples import (
    LAYOUTS,
    STATING_THEIR_UNIT,
    V1,
    V3,
    V4,
    header_lines,
    sets_of,
)

START = datetime(2024, 3, 1, 18, 0, 5)  # noqa: DTZ001 (the file knows no zone)
WITHOUT_EFFORT = {"oldest", "renamed", "spanish", "japanese", "unknown_words"}
RUN = datetime(2024, 3, 3, 7, 30)  # noqa: DTZ001


def read(layout: str) -> TrainingFile:
    return read_strong(LAYOUTS[layout].encode(), "kg")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_holds_the_same_training(layout: str) -> None:
    file = read(layout)
    assert [(w.started_at, w.name) for w in file.workouts] == [(START, "Push"), (RUN, "Run")]
    names = [[exercise.name for exercise in w.exercises] for w in file.workouts]
    assert names == [["Bench Press (Barbell)", "Plank"], ["Running"]]
    held = [
        (s.kind, s.load_kg or 0, s.repetitions, s.duration_s, s.distance_m) for s in sets_of(file)
    ]
    assert held == [
        (SetKind.WARM_UP, 40, 10, None, None),
        (SetKind.WORKING, 60, 8, None, None),
        (SetKind.WORKING, 0, None, 90, None),
        (SetKind.WORKING, 0, None, 900, 2_500),
    ]


@pytest.mark.parametrize(
    "layout", sorted(set(LAYOUTS) - {"oldest", "renamed", "spanish", "japanese", "unknown_words"})
)
def test_effort_becomes_repetitions_in_reserve(layout: str) -> None:
    assert [s.repetitions_in_reserve for s in sets_of(read(layout))] == [None, 1.5, None, None]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_row_leaves_without_a_trace(layout: str) -> None:
    text, file = LAYOUTS[layout], read(layout)
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    accounted = [s.line for s in sets_of(file)] + [s.line for s in file.skipped]
    assert len(accounted) == len(set(accounted)) == len(rows) - header_lines(layout)


@pytest.mark.parametrize("layout", ["v1", "v2", "v4", "german", "french", "turkish"])
def test_workouts_have_their_durations(layout: str) -> None:
    assert [w.duration_s for w in read(layout).workouts] == [3_900, 1_260]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_unit_is_asked_for_where_the_file_has_none(layout: str) -> None:
    if layout in STATING_THEIR_UNIT:
        assert {s.load_unit for s in sets_of(read_strong(LAYOUTS[layout].encode(), None))} == {"kg"}
        return
    with pytest.raises(FileRefused) as refused:
        read_strong(LAYOUTS[layout].encode(), None)
    assert [problem.code for problem in refused.value.problems] == ["mass_unit_needed"]


@pytest.mark.parametrize("layout", sorted(STATING_THEIR_UNIT))
def test_a_unit_against_the_file_is_refused(layout: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_strong(LAYOUTS[layout].encode(), "lb")
    assert [problem.code for problem in refused.value.problems] == ["mass_unit_contradicts"]


def test_notes_stay_with_what_they_are_about() -> None:
    workout = read("v1").workouts[0]
    assert workout.note == "good day"
    assert [s.note for s in workout.exercises[0].sets] == [None, 'slow, "very" slow']
    assert read("v4").workouts[0].exercises[0].note == "elbows in"


def test_lines_are_physical_even_behind_a_note_of_two_lines() -> None:
    assert [s.line for s in sets_of(read("v3"))] == [2, 3, 5, 6]
    assert [s.line for s in sets_of(read("v3_without_header"))] == [1, 2, 4, 5]


def test_rest_and_notes_are_skipped_by_name() -> None:
    assert [(s.line, s.reason) for s in read("v4").skipped] == [(3, "rest_timer"), (5, "note")]
    assert [(s.line, s.reason) for s in read("french").skipped] == [(4, "rest_timer")]


@pytest.mark.parametrize(
    ("header", "unit", "load_kg"),
    [
        ("Weight (lb)", "lb", 45.359237),
        ("Weight (lbs)", "lb", 45.359237),
        ("weight_lbs", "lb", 45.359237),
        ("lb", "lb", 45.359237),
        ("kg", "kg", 100.0),
        ("Weight (kg)", "kg", 100.0),
    ],
)
def test_a_header_may_name_the_unit(header: str, unit: str, load_kg: float) -> None:
    text = V1.replace("Weight", header).replace("60.0", "100")
    second = sets_of(read_strong(text.encode(), None))[1]
    assert second.load_unit == unit
    assert second.load_kg == pytest.approx(load_kg)


def test_the_unit_column_counts_row_by_row() -> None:
    mixed = V3.replace("60;kg", "60;lbs").encode()
    assert [s.load_unit for s in sets_of(read_strong(mixed, None))][:2] == ["kg", "lb"]


@pytest.mark.parametrize(
    ("header", "metres"),
    [("Distance (km)", 2_500), ("mi", 4_023.36), ("Distance", 4_023.36), ("Distance (m)", 2.5)],
)
def test_distances_by_header_or_with_the_loads_unit(header: str, metres: float) -> None:
    run = sets_of(read_strong(V1.replace("Distance", header).encode(), "lb"))[-1]
    assert run.distance_m == pytest.approx(metres)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = V1.replace("Plank", "Klimmzüge")
    file = read_strong(text.encode(encoding), "kg")
    assert file.workouts[0].exercises[1].name == "Klimmzüge"
    assert any("Windows-1252" in said for said in file.assumptions) == (encoding == "cp1252")


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n\n"])
def test_line_ends_and_blank_lines(line_end: str) -> None:
    assert len(sets_of(read_strong(V1.replace("\n", line_end).encode(), "kg"))) == 4


def test_tabs_and_a_line_that_names_the_separator() -> None:
    assert len(sets_of(read_strong(V4.replace(";", "\t").encode(), None))) == 4
    assert [s.line for s in sets_of(read_strong(("sep=;\n" + V3).encode(), None))] == [3, 4, 6, 7]


def test_what_is_taken_for_granted_is_said() -> None:
    said = " ".join(read("renamed").assumptions)
    assert "'menu' is exercise_name" in said
    assert "'part' is not read" in said
    assert "read as km, as loads are kg. (line 5)" in said
