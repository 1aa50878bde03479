"""The scores of strength from files to tables, on a log made up here."""

from datetime import date, timedelta
from pathlib import Path

import pytest

import benchmarks.simulated_strength
from benchmarks.strength import main

MONTHS = ["Oca", "Şub", "Mar", "Nis", "May", "Haz"]
HEVY = "title,start_time,exercise_title,set_type,weight_kg,reps,rpe\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty sessions of eights that rise, the last ones of fives."""
    lines = []
    for n in range(40):
        day = date(2026, 1, 1) + timedelta(days=3 * n)
        at = f'"{day.day} {MONTHS[day.month - 1]} 2026, 10:14"'
        load_kg, repetitions = (60 + n / 2, 8) if n < 36 else (90 + n / 2, 5)
        lines.append(f"A,{at},Squat,normal,{load_kg},{repetitions},9\n")
    (tmp_path / "hevy_kg_short.csv").write_text(HEVY + "".join(lines), encoding="utf-8")
    return tmp_path


def test_tables_of_a_log(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks.simulated_strength, "LIFTERS", 2)
    assert main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert "Maximum against sets of 1 to 6 repetitions" in out
    assert "25 % lighter, answered" in out
    assert "12 weeks, 1 % expected: progressing" in out
    assert "over_2_years: 0.15 %" in out


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["a", "b"]])
def test_says_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: python -m benchmarks.strength FOLDER" in capsys.readouterr().out
