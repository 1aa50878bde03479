"""The backtest from files to tables, on a log made up here."""

from pathlib import Path

import numpy as np
import pytest

from app.engine.records import SetKind
from benchmarks.backtest import main
from benchmarks.capacity_score import Forecast
from benchmarks.logs import read_all
from benchmarks.tables import show

HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def hevy_line(day: int, month: str, kind: str, load: str, repetitions: int, rpe: str) -> str:
    at = f'"{day} {month} 2026, 10:14"'
    return f'"A",{at},{at},"","Squat",,"",0,"{kind}",{load},{repetitions},,,{rpe}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [hevy_line(day, "Oca", "normal", "60", 8, "9") for day in range(1, 12)]
    lines.append(hevy_line(12, "Feb", "warmup", "40", 10, ""))
    lines.append(hevy_line(12, "Feb", "failure", "62.5", 7, ""))
    inner = tmp_path / "strength"
    inner.mkdir()
    (inner / "hevy_kg_short.csv").write_text(HEVY + "".join(lines), encoding="utf-8")
    return tmp_path


def test_reads_what_is_there(folder: Path) -> None:
    logs = read_all(folder)
    assert list(logs) == ["hevy_kg_short.csv"]
    sessions = logs["hevy_kg_short.csv"]["Squat"]
    assert len(sessions) == 12
    assert sessions[0].sets[0].repetitions_in_reserve == 1.0
    assert [one.kind for one in sessions[-1].sets] == [SetKind.WARM_UP, SetKind.FAILURE]
    assert sessions[-1].performed_at.month == 2


def test_prints_the_tables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    printed = capsys.readouterr().out
    for wanted in (
        *("Habit:", "Capacity:", "Forecasts", "hevy_kg_short.csv", "upper bound"),
        *("Next set:", "Planned sets:", "Planned sets at the top load:"),
    ):
        assert wanted in printed


def test_draws_plots_only_where_a_folder_is_named(folder: Path, tmp_path: Path) -> None:
    plots, sets = tmp_path / "plots", tmp_path / "strength" / "hevy_kg_set_types.csv"
    plots.mkdir()
    lines = [hevy_line(day, "Oca", "normal", "60", n, "9") for day in range(1, 12) for n in (8, 7)]
    sets.write_text(HEVY + "".join(lines), encoding="utf-8")
    assert main([str(folder), str(plots)]) == 0
    assert sorted(one.name for one in plots.iterdir()) == ["calibration.png", "habit-by-lifter.png"]


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["one", "two", "three"]])
def test_says_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().out


def test_calibration() -> None:
    said = np.repeat([0.25, 0.75], 20)
    certain = Forecast(said, np.ones(40, dtype=np.bool_))
    assert certain.brier == pytest.approx((0.75**2 + 0.25**2) / 2)
    assert certain.calibration_error == pytest.approx(0.5)
    came = np.tile([True, False, False, False], 10)
    assert Forecast(np.full(40, 0.25), came).calibration_error == pytest.approx(0.0)
    assert sum(count for count, _, _ in certain.bins()) == 40
    assert Forecast(np.empty(0), np.empty(0, dtype=np.bool_)).bins() == []


def test_tables_align() -> None:
    assert show("T", ["", "n"], [["a", 1], ["bb", None]]) == "\nT\n    n\na   1\nbb  -"
