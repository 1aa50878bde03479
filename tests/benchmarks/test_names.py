"""Shares of set rows, on logs one can count by hand."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.names import (
    known_share,
    main,
    named_rows,
    pooled,
    reference_rows,
    sample_rows,
    share_rows,
    unknown_rows,
)

STRONG = "Date,Exercise Name,Weight,Reps\n"
DAY = "2024-01-01 10:00:00"
NAMED = {"a": Counter({"Squat": 3, "Squat old": 1}), "b": Counter({"Squat old": 2, "Zzz": 2})}


def test_rows_are_counted_by_name_and_equal_sets(tmp_path: Path) -> None:
    inner = tmp_path / "strength"
    inner.mkdir()
    lines = f"{STRONG}{DAY},Squat ,100,5\n{DAY},Squat,100,5\n"
    (inner / "strong_lb.csv").write_text(lines, encoding="utf-8")
    header = "date,exercise,weight,reps,rpe,sets\n"
    (inner / "own_lb_rpe.csv").write_text(f"{header}20240101,Squat,100,5,8,3\n", encoding="utf-8")
    expected = {"strong_lb.csv": Counter({"Squat": 2}), "own_lb_rpe.csv": Counter({"Squat": 3})}
    assert named_rows(tmp_path) == named_rows(inner) == expected


def test_shares_of_each_file_and_of_all() -> None:
    assert list(share_rows(NAMED)) == [
        ["a", 4, 2, 1, 0.75],
        ["b", 4, 2, 0, 0.0],
        ["all", 8, 3, 1, 0.375],
    ]
    assert known_share(Counter()) is None


def test_unknown_names_come_with_a_guess() -> None:
    old, nothing = unknown_rows(NAMED)
    assert old[:2] == ["Squat old", 3]
    assert str(old[2]).startswith("barbell-back-squat")
    assert nothing == ["Zzz", 2, None]


def test_a_sample_is_always_the_same() -> None:
    assert sample_rows(NAMED, 5) == [["Squat", "barbell-back-squat"]]
    assert pooled(NAMED) == Counter({"Squat": 3, "Squat old": 3, "Zzz": 2})


def test_a_public_list_by_category(tmp_path: Path) -> None:
    listed = [
        {"name": "Barbell Squat", "category": "strength"},
        {"name": "Zzz", "category": "strength"},
        {"name": "Hamstring Stretch", "category": "stretching"},
    ]
    file = tmp_path / "reference" / "exercise_names.json"
    file.parent.mkdir()
    file.write_text(json.dumps(listed), encoding="utf-8")
    rows = list(reference_rows(file))
    assert rows[0] == ["strength", 2, 1, 0.5]
    assert rows[1] == ["powerlifting", 0, 0, None]


def test_everything_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    test_a_public_list_by_category(tmp_path)
    (tmp_path / "strong_lb.csv").write_text(f"{STRONG}{DAY},Squat,100,5\n", encoding="utf-8")
    assert main([str(tmp_path), "1"]) == 0
    printed = capsys.readouterr().out
    assert "all" in printed
    assert "A public list" in printed
    assert "Squat  barbell-back-squat" in printed
    assert main([str(tmp_path / "reference")]) == 0
    assert "Sample" not in capsys.readouterr().out


def test_without_a_folder_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().out
