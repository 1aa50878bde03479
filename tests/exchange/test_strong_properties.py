"""Whatever comes, it is read or refused; what was written comes back."""

import csv
import io
import time
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.units import from_kg
from app.exchange.durations import duration_s
from app.exchange.quantities import number
from app.exchange.strong import read_strong
from app.exchange.training_file import FileRefused
from tests.exchange.strong_samples import LAYOUTS, V1, sets_of

HEADER = V1.splitlines()[0].split(",")
FIRST = datetime(2020, 1, 1, 6)  # noqa: DTZ001 (the file knows no zone)

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
loads = st.integers(-400, 4_000).map(lambda quarter: quarter / 4)
rows = st.tuples(st.integers(0, 5), texts, loads, st.integers(1, 50), texts)


def read_or_refuse(data: bytes) -> None:
    with suppress(FileRefused):
        read_strong(data, "lb")


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


@given(st.sampled_from(sorted(LAYOUTS)), st.data())
def test_damaged_files_are_read_or_refused(layout: str, data: st.DataObject) -> None:
    whole = LAYOUTS[layout].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    read_or_refuse(whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:])


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "1", "W", "kg", "1h", "x", "8,5", "2024-01-01 10:00"]), min_size=2
        ),
        min_size=1,
    )
)
def test_tables_of_plausible_cells_are_read_or_refused(table: list[list[str]]) -> None:
    read_or_refuse("\n".join(";".join(row) for row in table).encode())


@given(st.text(max_size=12))
def test_numbers_and_durations_never_raise(text: str) -> None:
    assert number(text) is None or abs(number(text) or 0.0) < float("inf")
    assert (duration_s(text) or 0.0) >= 0.0


@given(st.lists(rows, min_size=1, max_size=20), st.sampled_from([",", ";", "\t"]))
def test_what_was_written_comes_back(
    written: list[tuple[int, str, float, int, str]], delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(HEADER)
    for day, exercise, load, reps, note in written:
        start = FIRST + timedelta(days=day)
        writer.writerow([start, "Push", "1h", f"x{exercise}", 1, load, reps, 0, 0, note, "", ""])
    file = read_strong(out.getvalue().encode(), "lb")
    back = [
        (
            s.line,
            (w.started_at - FIRST).days,
            e.name[1:],
            from_kg(s.load_kg or 0, "lb"),
            s.repetitions,
        )
        for w in file.workouts
        for e in w.exercises
        for s in e.sets
    ]
    assert sorted(back) == [(line, *row[:4]) for line, row in enumerate(written, start=2)]


@pytest.mark.parametrize("filler", ["1", " ", ",", "a", "1h", "(", "1,", "年"])
def test_long_cells_cost_no_more_than_their_length(filler: str) -> None:
    long = f'"2{filler * 40_000}x"'
    began = time.process_time()
    read_or_refuse(f"{long},{long}\n{long},{long}\n".encode())
    read_or_refuse(V1.replace("Plank", long).replace("60.0", long).encode())
    assert time.process_time() - began < 2


def test_ten_thousand_rows_are_quick() -> None:
    """About 0.2 s; the bound leaves room for a tracer and a busy machine."""
    header, *rows = V1.splitlines()
    data = "\n".join([header, *rows * 2_500]).encode()
    began = time.process_time()
    assert len(sets_of(read_strong(data, "kg"))) == 10_000
    assert time.process_time() - began < 2
