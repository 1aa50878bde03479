import math
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, SetKind
from app.engine.strength.records.personal_records import PersonalRecords, personal_records
from tests.engine.strength.repetitions.test_repetitions import logs
from tests.engine.strength.written import NOW, written

BODY = LoadMode.BODY_WEIGHT


def answered(part: Part[PersonalRecords]) -> PersonalRecords:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def told(part: Part[PersonalRecords]) -> list[str]:
    """Each record as `kind value@load set`."""
    return [
        f"{one.kind.value} {one.value:g}"
        + ("" if one.load_kg is None else f"@{one.load_kg:g}")
        + f" {'+'.join(one.set_ids)}"
        for one in answered(part).records
    ]


def broken(part: Part[PersonalRecords]) -> list[str]:
    """Each broken record as `kind before>now`."""
    return [
        f"{one.record.kind.value} {one.before.value:g}>{one.record.value:g}"
        for one in answered(part).broken
    ]


def test_records_of_a_log() -> None:
    part = personal_records(written("60x8 60x7 / 62.5x8 62.5x6 / 70x3 60x10 / 60x10"), NOW)
    assert told(part) == [
        "heaviest_load 70@70 2.0",
        "estimated_maximum 79.062@60 2.1",
        "set_volume 600@60 2.1",
        "session_volume 900 0.0+0.1",
        "most_repetitions 3@70 2.0",
        "most_repetitions 8@62.5 1.0",
        "most_repetitions 10@60 2.1",
    ]
    assert broken(part) == []
    assert answered(part).newest_at == NOW - timedelta(days=3)
    assert part.evidence.used == ("2.0", "2.1", "0.0", "0.1", "1.0")


BROKEN = [
    ("a heavier load", "60x8 / 62.5x5", ["heaviest_load 60>62.5"]),
    (
        "one more repetition",
        "60x8 / 60x9",
        [
            "estimated_maximum 74.826>76.944",
            "set_volume 480>540",
            "session_volume 480>540",
            "most_repetitions 8>9",
        ],
    ),
    ("one more set", "60x8 / 60x8 60x8", ["session_volume 480>960"]),
    ("nothing", "60x8 / 60x8", []),
    ("more at a load, but as many were done heavier", "60x8 65x10 / 60x10", []),
    ("at a load never lifted there is nothing to break", "60x8 / 55x8", []),
    ("a set above ten repetitions shows no maximum", "60x10 60x9 / 60x11", [
        "set_volume 600>660",
        "most_repetitions 10>11",
    ]),
    ("a warm-up breaks nothing", "60x8 / 70x8w 60x5", []),
    ("a slip breaks nothing", "60x8 / 60x8 / 60x8 / 600x8 60x5", []),
    ("a reserve breaks nothing", "60x8 / 60x8r5", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "log", "new"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_the_newest_session_broke(why: str, log: str, new: list[str]) -> None:
    assert broken(personal_records(written(log), NOW)) == new, why


def test_the_first_session_breaks_nothing() -> None:
    part = personal_records(written("60x8"), NOW)
    assert broken(part) == []
    assert part.because[-1].code == "first_session"


def on_body(*loads: tuple[float | None, int]) -> list[ExerciseSession]:
    return [
        ExerciseSession(
            NOW - timedelta(days=len(loads) - n), (PerformedSet(f"{n}", load_kg, repetitions),)
        )
        for n, (load_kg, repetitions) in enumerate(loads)
    ]


def test_the_lightest_assistance_is_the_record() -> None:
    part = personal_records(on_body((-20.0, 8), (-30.0, 8), (-10.0, 6)), NOW, body_kg=76.0)
    assert told(part) == [
        "lightest_assistance 10@-10 2",
        "estimated_maximum 77.649@-10 2",
        "set_volume 448@-20 0",
        "session_volume 448 0",
        "most_repetitions 6@-10 2",
        "most_repetitions 8@-20 0",
        "most_repetitions 8@-30 1",
    ]
    assert broken(part) == ["lightest_assistance 20>10", "estimated_maximum 69.8376>77.649"]


def test_from_assistance_to_none_and_to_a_load() -> None:
    free = personal_records(on_body((-20.0, 8), (None, 5)), NOW, load_mode=BODY, body_kg=76.0)
    assert broken(free)[0] == "heaviest_load 20>0"
    loaded = personal_records(on_body((None, 8), (5.0, 5)), NOW, load_mode=BODY, body_kg=76.0)
    assert broken(loaded)[0] == "heaviest_load 0>5"


def test_the_body_alone_has_no_heaviest_load() -> None:
    part = personal_records(on_body((None, 8), (None, 9)), NOW, load_mode=BODY, body_kg=76.0)
    assert [one.split()[0] for one in told(part)] == [
        "estimated_maximum",
        "set_volume",
        "session_volume",
        "most_repetitions",
    ]
    assert "body_counted_as_now" in [reason.code for reason in part.because]


@pytest.mark.parametrize("body_kg", [None, 0.0])
def test_a_body_that_is_not_known_leaves_out_what_needs_it(body_kg: float | None) -> None:
    """A negative load says that the body is lifted, whatever was asked."""
    part = personal_records(on_body((-20.0, 8), (-10.0, 6)), NOW, body_kg=body_kg)
    assert [one.split()[0] for one in told(part)] == [
        "lightest_assistance",
        "most_repetitions",
        "most_repetitions",
    ]
    assert [one.code for one in part.missing] == ["body_mass"]


def test_holds_and_distances() -> None:
    sets = [
        PerformedSet("plank", duration_s=60.0),
        PerformedSet("longer", duration_s=95.0),
        PerformedSet("carry", load_kg=24.0, distance_m=40.0),
    ]
    log = [ExerciseSession(NOW - timedelta(3 - n), (one,)) for n, one in enumerate(sets)]
    part = personal_records(log, NOW, load_mode=LoadMode.NONE)
    assert told(part) == [
        "heaviest_load 24@24 carry",
        "longest_duration 95 longer",
        "longest_distance 40@24 carry",
    ]


def test_drop_sets_count_because_they_were_done() -> None:
    sets = (PerformedSet("a", 60.0, 8), PerformedSet("b", 40.0, 12, kind=SetKind.DROP))
    part = personal_records([ExerciseSession(NOW - timedelta(1), sets)], NOW)
    assert told(part)[-1] == "most_repetitions 12@40 b"


SLIPS = [
    ("60x8 / 60x8 / 60x88 60x8", "implausible_repetitions"),
    ("60x8 / 60x8 / 860x8 60x8", "implausible_load"),
    ("60x8 / 60x8 / 0x8 60x8", "no_load"),
    ("60x8 / 60x8 / 60x8w 60x8", "warm_up"),
    ("60x8 / 60x8 / 60x0 60x8", "nothing_done"),
    ("60x8 / 60x8 / 20000x8 60x8", "not_a_measurement"),
]


@pytest.mark.parametrize(("log", "code"), SLIPS)
def test_what_holds_no_record_is_named(log: str, code: str) -> None:
    part = personal_records(written(log), NOW)
    assert [(one.id, one.reason) for one in part.evidence.excluded] == [("2.0", code)]
    assert "2.0" not in part.evidence.used


ODD = [
    (PerformedSet("s", 60.0, 8, duration_s=math.nan), "not_a_measurement"),
    (PerformedSet("s", math.nan, 8), "not_a_measurement"),
    (PerformedSet("s", 60.0, 8, distance_m=math.inf), "not_a_measurement"),
    (PerformedSet("s", 60.0, duration_s=-5.0), "nothing_done"),
    (PerformedSet("s", None, 8, band="green"), "band"),
]


@pytest.mark.parametrize(("odd", "code"), ODD)
def test_odd_sets(odd: PerformedSet, code: str) -> None:
    part = personal_records([ExerciseSession(NOW - timedelta(1), (odd,))], NOW)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["usable_sets"]
    assert [one.reason for one in part.evidence.excluded] == [code]


def test_a_long_hold_among_short_ones_is_a_slip() -> None:
    seconds = [60.0, 65.0, 70.0, 7200.0]
    log = [
        ExerciseSession(NOW - timedelta(4 - n), (PerformedSet(f"{n}", duration_s=each),))
        for n, each in enumerate(seconds)
    ]
    part = personal_records(log, NOW, load_mode=LoadMode.NONE)
    assert [one.reason for one in part.evidence.excluded] == ["implausible_duration"]
    assert told(part) == ["longest_duration 70 2"]


JUMPS = [
    ("60x8 / 60x8 / 60x8 / 100x8", ["unusual_jump"]),
    ("60x8 / 60x8 / 100x8", []),
    ("60x8 / 60x8 / 60x8 / 90x8", []),
]


@pytest.mark.parametrize(("log", "warned"), JUMPS)
def test_a_leap_is_asked_about(log: str, warned: list[str]) -> None:
    part = personal_records(written(log), NOW)
    assert [reason.code for reason in part.warnings] == warned


def test_no_leap_of_a_body_that_is_not_known() -> None:
    log = on_body((-40.0, 8), (-40.0, 8), (-40.0, 8), (-5.0, 8))
    assert personal_records(log, NOW, body_kg=None).warnings == ()


def test_later_sessions_are_left_out_and_nothing_is_insufficient() -> None:
    part = personal_records(written("60x8 / 70x8"), NOW - timedelta(days=3))
    assert told(part)[0] == "heaviest_load 60@60 0.0"
    assert [one.reason for one in part.evidence.excluded] == ["not_before_the_instant_asked"]
    nothing = personal_records([], NOW)
    assert [one.code for one in nothing.missing] == ["sets_of_exercise"]


def test_nearly_equal_loads_are_one() -> None:
    """135 lb is logged as 61.235, 61.24 or 61.2 kg."""
    part = personal_records(written("61.235x5 / 61.24x6 / 61.2x4"), NOW)
    assert [one for one in told(part) if "most" in one] == ["most_repetitions 6@61.24 1.0"]


def test_another_equation() -> None:
    part = personal_records(written("60x8 / 70x1"), NOW, equation="epley")
    assert "estimated_maximum 76@60 0.0" in told(part)
    with pytest.raises(KeyError):
        personal_records([], NOW, equation="marzagao")


def test_sentences_are_in_the_unit_of_the_athlete() -> None:
    log = "60x8 / 60x8 / 60x8 / 102.058x8"
    part = personal_records(written(log), NOW, mass_unit="lb", body_kg=1.0)
    assert re.match("225 lb is more than half again", part.warnings[0].text)


@given(log=logs, mode=st.sampled_from(LoadMode), body_kg=st.none() | st.floats(0, 200))
def test_sane_whatever_the_log(
    log: list[ExerciseSession], mode: LoadMode, body_kg: float | None
) -> None:
    part = personal_records(log, NOW, load_mode=mode, body_kg=body_kg)
    if part.value is None:
        assert part.missing
        return
    for one in part.value.records:
        assert 0.0 <= one.value < math.inf
        assert one.performed_at < NOW
        assert one.set_ids
    for each in part.value.broken:
        assert each.record.performed_at == part.value.newest_at > each.before.performed_at
