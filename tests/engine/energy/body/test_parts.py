"""A body in its parts, from what was measured on which day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.energy.body.fat_course import body_fat_courses
from app.engine.energy.body.measurements import BodyFatDevice, Girth, Measurement, Skinfold
from app.engine.energy.body.on_day import HOLDS_DAYS, body_on_day, with_told_fat
from app.engine.energy.body.parts import BodyComposition, body_composition
from app.engine.records import Athlete, Reproduction, Sex, Weighing
from tests.engine.energy.logs import MAN

ON = date(2026, 11, 18)
PERSON = replace(MAN, height_cm=178.0)
TAPE = {Girth.WAIST: 85.0, Girth.NECK: 38.0}


def at(days_ago: int) -> datetime:
    return datetime(2026, 11, 18, 7, tzinfo=UTC) - timedelta(days=days_ago)


def measured(
    id_: str,
    days_ago: int,
    girths_cm: dict[Girth, float] | None = None,
    percent: float | None = None,
    device: BodyFatDevice | None = None,
    skinfolds_mm: dict[Skinfold, float] | None = None,
) -> Measurement:
    when = at(days_ago)
    girths, folds = girths_cm or {}, skinfolds_mm or {}
    return Measurement(id_, when, when.date(), girths, folds, percent, device)


def weighed(id_: str, days_ago: int, body_mass_kg: float) -> Weighing:
    return Weighing(id_, at(days_ago), body_mass_kg, at(days_ago).date())


def found(
    athlete: Athlete, measurements: list[Measurement], weighings: list[Weighing]
) -> BodyComposition:
    return body_composition(athlete, body_on_day(measurements, weighings, ON))


def test_a_tape_and_a_scale() -> None:
    whole = found(PERSON, [measured("m", 2, TAPE)], [weighed("w", 1, 80.0)])
    assert whole.body_fat.value is not None
    assert whole.body_fat.value.method == "navy"
    assert whole.body_fat.value.percent.value == pytest.approx(16.436, abs=5e-4)
    assert whole.body_fat.evidence.used == ("m", "w")
    assert whole.by_method["navy"].status is Status.OK
    assert whole.by_method["jackson_pollock_3"].status is Status.INSUFFICIENT
    assert whole.told.status is Status.INSUFFICIENT
    assert whole.lean_mass_index.value is not None
    fat_free_kg = 80.0 * (1 - 0.16436)
    assert whole.lean_mass_index.value.index == pytest.approx(fat_free_kg / 1.78**2, abs=5e-4)
    assert whole.lean_mass_index.because[0].code == "body_fat_reckoned_with"
    assert whole.body_mass_index.value is not None
    assert whole.body_mass_index.value.name == "overweight"
    assert whole.waist_to_height.value is not None
    assert whole.waist_to_height.value.name == "healthy"
    assert whole.waist_to_height.evidence.used == ("m", "w")
    assert whole.body_fat_class.value is not None
    assert whole.body_fat_class.value.name == "fitness"


def test_what_a_device_told_goes_before() -> None:
    records = [
        measured("tape", 2, TAPE),
        measured("old", 40, percent=20.0, device=BodyFatDevice.BIOIMPEDANCE),
        measured("scan", 30, percent=12.0, device=BodyFatDevice.DXA),
    ]
    person = replace(PERSON, height_cm=175.0, body_fat_percent=25.0)
    whole = found(person, records, [weighed("w", 1, 85.0)])
    told = whole.told.value
    assert told is not None
    assert (told.percent, told.device, told.told_on) == (12.0, "dxa", at(30).date())
    assert (told.fat_mass_kg, told.fat_free_mass_kg) == pytest.approx((10.2, 74.8))
    assert whole.told.evidence.used == ("scan", "w")
    index = whole.lean_mass_index.value
    assert index is not None
    assert index.index == pytest.approx(24.424, abs=5e-4)
    assert index.normalised == pytest.approx(24.739, abs=5e-4)
    assert whole.lean_mass_index.evidence.used == ("scan", "w")
    assert whole.body_fat_class.value is not None
    assert whole.body_fat_class.value.name == "athletes"
    assert whole.body_fat.value is not None
    assert whole.body_fat.value.method == "navy"


def test_what_is_known_of_the_athlete_serves_without_a_day() -> None:
    whole = found(replace(PERSON, body_fat_percent=20.0), [], [])
    told = whole.told.value
    assert told is not None
    assert (told.told_on, told.device, told.fat_mass_kg, told.fat_free_mass_kg) == (None,) * 4
    assert "no device named, no day named" in whole.told.because[0].text
    assert [one.code for one in whole.lean_mass_index.missing] == ["body_mass_kg"]
    assert whole.body_fat_class.status is Status.OK


@pytest.mark.parametrize("percent", [2.9, 65.1, float("nan")])
def test_a_share_that_is_not_believed_is_not_used(percent: float) -> None:
    whole = found(PERSON, [measured("m", 1, TAPE, percent)], [weighed("w", 1, 80.0)])
    assert whole.told.status is Status.REFUSED
    assert whole.told.instead
    assert "navy" in whole.body_fat_class.because[0].text
    assert [
        one.method
        for one in body_fat_courses(PERSON, [measured("m", 1, TAPE, percent)], [], on=ON, days=30)
    ] == ["navy", "relative_fat_mass"]


REFUSED = [
    (replace(PERSON, age_years=17.0), "body_fat_under_18"),
    (replace(PERSON, reproduction=Reproduction.PREGNANT), "body_fat_pregnant"),
]


@pytest.mark.parametrize(("athlete", "code"), REFUSED)
def test_for_some_there_is_none(athlete: Athlete, code: str) -> None:
    whole = found(athlete, [measured("m", 1, TAPE, 20.0)], [weighed("w", 1, 80.0)])
    for part in (whole.body_fat, whole.lean_mass_index, whole.body_fat_class):
        assert part.status is Status.REFUSED
        assert part.because[0].code == code
        assert part.instead
    assert whole.body_mass_index.status is Status.REFUSED
    assert whole.by_method == {}


def test_nothing_is_known() -> None:
    whole = found(Athlete(), [], [])
    assert [one.code for one in whole.body_fat.missing] == ["sex"]
    assert whole.by_method == {}
    assert [one.code for one in whole.lean_mass_index.missing] == [
        "body_fat",
        "body_mass_kg",
        "height_cm",
    ]
    assert [one.code for one in whole.body_fat_class.missing] == ["body_fat"]
    assert [one.code for one in whole.told.missing] == ["body_fat_percent"]


def test_of_a_doubted_height_there_is_no_index() -> None:
    person = replace(PERSON, height_cm=118.0, body_fat_percent=20.0)
    whole = found(person, [], [weighed("w", 1, 40.0)])
    assert [one.code for one in whole.lean_mass_index.missing] == ["height_cm"]


def test_of_each_thing_the_newest_that_still_speaks() -> None:
    records = [
        measured("today", 0, {Girth.WAIST: 84.0}),
        measured("tape", 10, TAPE),
        measured("old", HOLDS_DAYS + 1, {Girth.HIP: 99.0}),
        measured("edge", HOLDS_DAYS, {Girth.CALF: 38.0}),
        measured("to come", -1, {Girth.WAIST: 80.0}, 12.0),
        measured("folds", 3, skinfolds_mm={Skinfold.CHEST: 10.0}),
    ]
    weighings = [weighed("a", 5, 81.0), weighed("b", 3, 80.0), weighed("c", -1, 70.0)]
    body = body_on_day(records, weighings, ON)
    assert {place: taken.by.id for place, taken in body.girths.items()} == {
        Girth.CALF: "edge",
        Girth.WAIST: "today",
        Girth.NECK: "tape",
    }
    assert body.measurements.waist_cm == 84.0
    assert body.body_mass_kg == 80.0
    assert body.told is None
    assert body.taken_by == ("today", "tape", "folds", "b")


COURSE = [
    measured("1", 300, TAPE),
    measured("2", 200, {**TAPE, Girth.WAIST: 83.0}, 18.0, BodyFatDevice.DXA),
    measured("3", 100, {Girth.WAIST: 82.0}),
    measured("4", 10, None, 21.0, BodyFatDevice.BIOIMPEDANCE),
    measured("too old", 365, TAPE),
    measured("to come", -1, TAPE),
    measured("calf", 5, {Girth.CALF: 38.0}),
]


def test_the_course_has_a_line_for_each_method() -> None:
    weighings = [weighed("a", 307, 84.0), weighed("b", 194, 82.0), weighed("c", 92, 80.0)]
    lines = body_fat_courses(PERSON, COURSE, weighings, on=ON, days=365)
    ids = {
        (line.method, line.device): [point.measurement_id for point in line.points]
        for line in lines
    }
    assert ids == {
        ("navy", None): ["1", "2"],
        ("relative_fat_mass", None): ["1", "2", "3"],
        ("told", "dxa"): ["2"],
        ("told", "bioimpedance"): ["4"],
    }
    by_name = {line.method: line for line in lines}
    first, second = by_name["navy"].points
    assert first.percent == pytest.approx(16.436, abs=5e-4)
    assert first.body_mass_kg == 84.0
    assert first.fat_mass_kg == pytest.approx(0.16436 * 84.0, abs=5e-4)
    assert second.body_mass_kg == 82.0
    assert second.percent < first.percent
    third = by_name["relative_fat_mass"].points[2]
    assert (third.body_mass_kg, third.fat_mass_kg, third.fat_free_mass_kg) == (None,) * 3
    assert by_name["navy"].standard_error_points == 3.52
    assert by_name["told"].standard_error_points is None


NEAREST = [
    ([("a", 107), ("b", 93)], "b"),
    ([("a", 104), ("b", 97)], "b"),
    ([("a", 103), ("b", 96)], "a"),
    ([("a", 100), ("b", 99)], "a"),
    ([("a", 108), ("b", 92)], None),
    ([("b", 93)], "b"),
    ([("a", 107)], "a"),
]


@pytest.mark.parametrize(("days", "nearest"), NEAREST)
def test_the_nearest_weighing_within_a_week(
    days: list[tuple[str, int]], nearest: str | None
) -> None:
    masses = {"a": 80.0, "b": 90.0}
    weighings = [weighed(id_, days_ago, masses[id_]) for id_, days_ago in days]
    (line,) = body_fat_courses(
        PERSON, [measured("m", 100, {Girth.WAIST: 85.0})], weighings, on=ON, days=365
    )
    assert line.points[0].body_mass_kg == (None if nearest is None else masses[nearest])


def test_age_is_that_of_the_day() -> None:
    folds = dict.fromkeys((Skinfold.CHEST, Skinfold.ABDOMEN, Skinfold.THIGH), 20.0)
    records = [measured("then", 365, skinfolds_mm=folds), measured("now", 0, skinfolds_mm=folds)]
    (line,) = body_fat_courses(PERSON, records, [], on=ON, days=400)
    then, now = (point.percent for point in line.points)
    assert now == pytest.approx(17.945, abs=5e-4)
    assert then < now
    young = replace(PERSON, age_years=18.5)
    (line,) = body_fat_courses(young, records, [], on=ON, days=400)
    assert [point.measurement_id for point in line.points] == ["now"], "at 17.5 there was none"


def test_without_sex_only_what_was_told_has_a_course() -> None:
    (line, other) = body_fat_courses(Athlete(), COURSE, [], on=ON, days=365)
    assert (line.method, other.method) == ("told", "told")


@given(
    st.lists(
        st.tuples(
            st.integers(-5, 400),
            st.dictionaries(st.sampled_from(list(Girth)), st.floats(5, 300), max_size=4),
            st.none() | st.floats(2, 75),
        ),
        max_size=6,
    ),
    st.lists(st.tuples(st.integers(-5, 400), st.floats(20, 400)), max_size=6),
    st.sampled_from([None, *Sex]),
)
def test_whatever_was_measured_shares_are_shares(
    records: list[tuple[int, dict[Girth, float], float | None]],
    masses: list[tuple[int, float]],
    sex: Sex | None,
) -> None:
    measurements = [measured(str(n), day, cm, told) for n, (day, cm, told) in enumerate(records)]
    weighings = [weighed(str(n), day, kg) for n, (day, kg) in enumerate(masses)]
    athlete = replace(PERSON, sex=sex)
    whole = found(athlete, measurements, weighings)
    for part in (whole.body_fat, whole.told, whole.lean_mass_index, whole.body_fat_class):
        assert (part.value is not None) == (part.status is Status.OK)
    for line in body_fat_courses(athlete, measurements, weighings, on=ON, days=365):
        for point in line.points:
            assert 3.0 <= point.percent <= 65.0
            assert (point.body_mass_kg is None) == (point.fat_mass_kg is None)
        days = [point.measured_on for point in line.points]
        assert days == sorted(days)


def test_the_fat_that_was_told_last_goes_before_what_the_athlete_says() -> None:
    person = replace(PERSON, body_fat_percent=30.0)
    scans = [
        measured("a", 50, percent=22.0),
        measured("b", 5, TAPE),
        measured("c", 9, percent=19.0),
    ]
    assert with_told_fat(person, scans, ON).body_fat_percent == 19.0
    assert with_told_fat(person, [measured("d", HOLDS_DAYS + 1, percent=12.0)], ON) == person
    assert with_told_fat(PERSON, scans, ON - timedelta(days=51)) == PERSON
