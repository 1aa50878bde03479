"""Single rows: what is a set, what is not, and what is refused."""

from datetime import datetime

import pytest

from app.engine.records import SetKind
from app.engine.units import MassUnit
from app.exchange.durations import duration_s
from app.exchange.quantities import number
from app.exchange.strong import read_strong
from app.exchange.training_file import FileRefused, LineProblem
from tests.exchange.strong_samples import V1, V3, sets_of, strong


def problems(data: bytes, mass_unit: MassUnit | None = "kg") -> list[LineProblem]:
    with pytest.raises(FileRefused) as refused:
        read_strong(data, mass_unit)
    return list(refused.value.problems)


@pytest.mark.parametrize(
    ("row", "line", "column", "code"),
    [
        ("Squat,1,heavy,5,0,0,,,", 2, "Weight", "bad_number"),
        ("Squat,1,nan,5,0,0,,,", 2, "Weight", "bad_number"),
        ("Squat,1,inf,5,0,0,,,", 2, "Weight", "bad_number"),
        ("Squat,1,2001,5,0,0,,,", 2, "Weight", "out_of_range"),
        ("Squat,1,100,-5,0,0,,,", 2, "Reps", "negative"),
        ("Squat,1,100,5.5,0,0,,,", 2, "Reps", "not_whole"),
        ("Squat,1,100,20000,0,0,,,", 2, "Reps", "out_of_range"),
        ("Squat,1,100,5,0,0,,,11", 2, "RPE", "out_of_range"),
        ("Squat,1,100,5,0,0,,,0.5", 2, "RPE", "out_of_range"),
        ("Squat,1,100,5,x,0,,,", 2, "Distance", "bad_number"),
        ("Squat,1,100,5,9999999,0,,,", 2, "Distance", "out_of_range"),
        ("Squat,1,100,5,0,-1,,,", 2, "Seconds", "negative"),
        (",1,100,5,0,0,,,", 2, "Exercise Name", "missing_exercise"),
        ("2024-02-30 18:00:00,Push,1h,Squat,1,100,5,0,0,,,", 2, "Date", "bad_date"),
        ("2024,Push,1h,Squat,1,100,5,0,0,,,", 2, "Date", "bad_date"),
        ("Squat,1,100,5", 2, None, "too_few_fields"),
        ("Squat,1,100,5,0,0,one, two, three,4", 2, None, "too_many_fields"),
        ('Squat,1,100,5,0,0,"never closed,,', 2, None, "open_quote"),
    ],
)
def test_a_bad_row_is_named(row: str, line: int, column: str | None, code: str) -> None:
    assert [(p.line, p.column, p.code) for p in problems(strong(row))] == [(line, column, code)]


def test_a_row_without_a_date() -> None:
    data = strong("Squat,1,100,5,0,0,,,", "Squat,2,100,5,0,0,,,").replace(
        b"\n2024-03-01 18:00:00", b"\n", 1
    )
    assert [(p.line, p.code) for p in problems(data)] == [(2, "missing_date")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("60;kg", "60;stone", "unknown_mass_unit"),
        ("2.5;km", "2.5;leagues", "unknown_distance_unit"),
    ],
)
def test_units_that_nobody_knows(old: str, new: str, code: str) -> None:
    assert [p.code for p in problems(V3.replace(old, new).encode(), None)] == [code]


def test_every_bad_line_is_named_and_none_is_taken() -> None:
    rows = ["Squat,1,x,5,0,0,,,", "Squat,2,100,5,0,0,,,", "Squat,3,100,y,0,0,,,"]
    assert [p.line for p in problems(strong(*rows))] == [2, 4]


def test_the_list_of_problems_ends_at_a_hundred() -> None:
    named = problems(strong(*["Squat,1,x,5,0,0,,,"] * 250))
    assert len(named) == 101
    assert (named[-1].code, named[-1].detail) == (
        "more_problems",
        "150 more problems are not listed",
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \n", "empty_file"),
        (b"\xff\xfe", "empty_file"),
        (V1.splitlines()[0].encode(), "no_rows"),
        (b"sep=;", "no_rows"),
        (b"\x89PNG\r\n\x1a\n\x00\x01\x02", "not_text"),
        (b"\xff\xfe\x00\xd8", "not_text"),
        (b"Date,\x81", "not_text"),
        (b"Date,Workout\x00 Name", "not_text"),
        (b"a letter to nobody", "not_a_table"),
        (b"a,b\n1,2\n", "unknown_layout"),
        (b"a,b\n1\n", "unknown_layout"),
        (
            b'"title","start_time","exercise_title","set_index","weight_kg","reps"\n"A","B","C",0,60,8',
            "unknown_layout",
        ),
        (
            b"Date,Exercise,Category,Weight (kgs),Reps\n2024-01-01,Squat,Legs,100,5",
            "unknown_layout",
        ),
        (b'Date,Note\n2024-01-01,"' + b"x" * 200_000 + b'"', "not_a_table"),
    ],
)
def test_a_file_that_is_no_log_of_strong(data: bytes, code: str) -> None:
    assert [p.code for p in problems(data)] == [code]


def test_an_unknown_layout_says_what_was_found_and_what_is_needed() -> None:
    detail = problems(b"a,b\nx,y\n")[0].detail
    assert "found: 'a', 'b'" in detail
    assert "not found: date, exercise_name, set_order, weight, reps" in detail


def test_a_control_character_is_named_by_its_line() -> None:
    assert problems(b"a,b\r\n1,2\r\n\x01,3")[0].line == 3


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("1", SetKind.WORKING),
        ("", SetKind.WORKING),
        ("W", SetKind.WARM_UP),
        ("D", SetKind.DROP),
        ("F", SetKind.FAILURE),
        ("Aufwärmen", SetKind.WARM_UP),
        ("Q", SetKind.WORKING),
    ],
)
def test_set_order_says_the_kind(order: str, kind: SetKind) -> None:
    file = read_strong(strong(f"Squat,{order},100,5,0,0,,,"), "kg")
    assert [s.kind for s in sets_of(file)] == [kind]
    assert bool(file.assumptions) == (order in ("Aufwärmen", "Q"))


@pytest.mark.parametrize(
    ("row", "reason", "detail"),
    [
        ("Squat,Rest Timer,0,0,0,90,,,", "rest_timer", "Squat 90"),
        ("Rest Timer,1,0,0,0,90,,,", "rest_timer", "Rest Timer 90"),
        ("Squat,Taukoajastin,0,0,0,90,,,", "rest_timer", "Squat: Taukoajastin"),
        ("Squat,Note,,,,,heels up,,", "note", "heels up"),
        ("Squat,Huomautus,,,,,heels up,,", "note", "Squat: Huomautus: heels up"),
        ("Squat,1,100,0,0,0,,,", "nothing_performed", "Squat: 1"),
        ("Squat,1,,,,,tired,,", "nothing_performed", "Squat: 1: tired"),
    ],
)
def test_rows_that_are_no_sets(row: str, reason: str, detail: str) -> None:
    file = read_strong(strong(row, "Squat,2,100,5,0,0,,,"), "kg")
    assert [(s.line, s.reason, s.detail) for s in file.skipped] == [(2, reason, detail)]
    assert len(sets_of(file)) == 1


def test_a_row_of_nothing_but_commas_is_counted() -> None:
    file = read_strong(strong("Squat,2,100,5,0,0,,,") + b",,,,,,,,,,,\n", "kg")
    assert [(s.line, s.reason) for s in file.skipped] == [(3, "nothing_performed")]


def test_a_duration_of_a_thousand_hours_is_mended() -> None:
    file = read_strong(strong("2024-03-01 18:00:00,Push,1,301h 4m,Squat,1,100,5,0,0,,,"), "kg")
    assert file.workouts[0].duration_s == 1_301 * 3_600 + 240
    assert file.assumptions == ("A duration split by its comma, 1,301h 4m, was joined. (line 2)",)


def test_a_duration_in_unknown_words_is_no_error() -> None:
    file = read_strong(strong("2024-03-01 18:00:00,Push,ages,Squat,1,100,5,0,0,,,"), "kg")
    assert file.workouts[0].duration_s is None
    assert file.assumptions == ("The workout's duration 'ages' was not understood. (line 2)",)


def test_a_typing_error_of_860_kg_and_an_assisting_machine_are_read() -> None:
    file = read_strong(strong("Squat,1,860,5,0,0,,,", "Pull Up,1,-20,5,0,0,,,"), "kg")
    assert [s.load_kg for s in sets_of(file)] == [860.0, -20.0]


def test_a_load_without_unit_in_a_file_with_units_goes_with_the_others() -> None:
    file = read_strong(V3.replace("60;kg", "60;").encode(), None)
    assert [s.load_unit for s in sets_of(file)][:2] == ["kg", "kg"]
    assert file.assumptions == ("A load without a unit was read as kg. (line 3)",)


def test_ordinals_keep_equal_sets_apart_and_go_on_where_an_exercise_comes_again() -> None:
    rows = ["Squat,1,100,5,0,0,,,"] * 2 + ["Bench,1,60,5,0,0,,,", "Squat,1,100,5,0,0,,,"]
    exercises = read_strong(strong(*rows), "kg").workouts[0].exercises
    assert [(e.name, [(s.line, s.ordinal) for s in e.sets]) for e in exercises] == [
        ("Squat", [(2, 0), (3, 1), (5, 2)]),
        ("Bench", [(4, 0)]),
    ]


def test_two_workouts_of_one_start_are_one() -> None:
    at = "2024-03-01 18:00:00"
    rows = [f"{at},{name},1h,Squat,1,100,5,0,0,,," for name in ("A", "B")]
    workouts = read_strong(strong(*rows), "kg").workouts
    assert [(w.name, len(w.exercises[0].sets)) for w in workouts] == [("A", 2)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020-12-30 18:51:52", (2020, 12, 30, 18, 51, 52)),
        ("2018/8/31 5:49", (2018, 8, 31, 5, 49, 0)),
        ("2020-12-30 6:51:52\u202fPM", (2020, 12, 30, 18, 51, 52)),
        ("2020-12-30 12:05:00\u202fa.m.", (2020, 12, 30, 0, 5, 0)),
        ("2020-12-30T18:51:52", (2020, 12, 30, 18, 51, 52)),
        ("2020-12-30T18:51:52.250Z", (2020, 12, 30, 18, 51, 52)),
        ("2020-12-30 18:51:52 +0200", (2020, 12, 30, 18, 51, 52)),
        ("2020-12-30", (2020, 12, 30, 0, 0, 0)),
        ("2020/12/30 下午6:51:52", (2020, 12, 30, 18, 51, 52)),
        ("30.12.2020 18:51", (2020, 12, 30, 18, 51, 0)),
        ("30/12/2020 18:51", (2020, 12, 30, 18, 51, 0)),
        ("12/30/20 6:51 PM", (2020, 12, 30, 18, 51, 0)),
    ],
)
def test_dates(written: str, read: tuple[int, ...]) -> None:
    data = strong("Squat,1,100,5,0,0,,,").replace(b"2024-03-01 18:00:00", written.encode())
    file = read_strong(data, "kg")
    assert file.workouts[0].started_at == datetime(*read)  # type: ignore[arg-type]  # noqa: DTZ001
    odd = written.endswith(("Z", "+0200")) or ":" not in written
    assert bool(file.assumptions) == odd


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("05/06/2020 18:51", "ambiguous_date"),
        ("2020-12-30 18:51 PM", "bad_date"),
        ("2020-12-30 6:51 noon", "bad_date"),
        ("2020-12-30 25:00", "bad_date"),
        ("0020-12-30 15:00", "bad_date"),
        ("1/13/200 15:00", "bad_date"),
        ("yesterday", "bad_date"),
    ],
)
def test_dates_that_are_none(written: str, code: str) -> None:
    data = strong("Squat,1,100,5,0,0,,,").replace(b"2024-03-01 18:00:00", written.encode())
    assert [p.code for p in problems(data)] == [code]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2h 38m", 9_480),
        ("56m", 3_360),
        ("21min", 1_260),
        ("1h 5m 30s", 3_930),
        ("3600", 3_600),
        ("1:02:03", 3_723),
        ("1,301h 4m", 4_683_840),
        ("1 Std. 5 Min.", 3_900),
        ("1 ч 5 мин", 3_900),
        ("1時間5分", 3_900),
        ("1h and a bit", None),
        ("-5", None),
    ],
)
def test_durations(written: str, seconds: float | None) -> None:
    assert duration_s(written) == seconds


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("62.5", 62.5),
        ("62,5", 62.5),
        ("-20", -20),
        ("\u221220", -20),
        ("1.234,5", 1_234.5),
        ("1,234.5", 1_234.5),
        ("149.99999999999997", 149.99999999999997),
        ("1_0", None),
        ("1e999", None),
        ("1 2", None),
    ],
)
def test_numbers(written: str, value: float | None) -> None:
    assert number(written) == value


def test_seconds_in_words() -> None:
    file = read_strong(strong("Plank,1,0,0,0,1m 30s,,,", "Plank,2,0,0,0,0m,,,"), "kg")
    assert [s.duration_s for s in sets_of(file)] == [90.0]
    assert [s.line for s in file.skipped] == [3]
