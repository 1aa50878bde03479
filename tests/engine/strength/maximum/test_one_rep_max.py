import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.strength.maximum.one_rep_max import OneRepMax, one_rep_max
from app.engine.strength.maximum.repmax import ALL_EQUATIONS, EQUATIONS


def answered(part: Part[OneRepMax]) -> OneRepMax:
    assert part.status is Status.OK
    assert part.value is not None
    return part.value


def codes(part: Part[OneRepMax]) -> set[str]:
    return {reason.code for reason in (*part.because, *part.warnings)}


def test_every_equation_side_by_side() -> None:
    value = answered(one_rep_max(100, 5, repetitions_in_reserve=0))
    found = {row.equation: row.maximum_kg for row in value.by_equation}
    published = {
        "epley": 116.67,
        "brzycki": 112.50,
        "lander": 113.71,
        "lombardi": 117.46,
        "mayhew": 119.01,
        "oconner": 112.50,
        "wathen": 116.58,
        "marzagao": 117.52,
        "modified_epley": 114.12,
        "linear_33": 113.79,
    }
    assert found == {name: pytest.approx(kg, abs=0.0051) for name, kg in published.items()}
    assert value.maximum_kg.value == pytest.approx(116.67, abs=0.005)
    assert value.repetitions_possible == 5


def test_reserve_and_rpe_are_two_words_for_one_thing() -> None:
    by_reserve = answered(one_rep_max(100, 5, repetitions_in_reserve=2))
    part = one_rep_max(100, 5, rpe=8)
    assert answered(part) == by_reserve
    assert "rpe_read" in codes(part)
    tables = {one.table: one.maximum_kg for one in by_reserve.by_rpe_table}
    assert tables == {
        "rts": pytest.approx(123.305, abs=5e-4),
        "openpowerlifting": pytest.approx(100 / 0.81241, abs=5e-3),
    }


def test_a_single_with_nothing_in_reserve_is_its_own_maximum() -> None:
    part = one_rep_max(140, 1, rpe=10)
    found = answered(part).maximum_kg
    assert (found.low, found.value) == (140, 140)
    assert found.high == pytest.approx(140 * math.exp(1.28155 * 0.042), abs=0.01)
    assert codes(part) == {"rpe_read", "single_is_its_own_maximum", "one_rep_max_test_spread"}


def test_the_interval_is_that_of_published_errors() -> None:
    """Epley's SD of 10.2 % (Mayhew 2008) and that of the equations around each other."""
    found = answered(one_rep_max(100, 8, repetitions_in_reserve=0)).maximum_kg
    assert math.log(found.high / found.value) / 1.28155 == pytest.approx(0.104, abs=0.0005)
    assert found.low == pytest.approx(found.value**2 / found.high)


def test_the_maximum_is_never_below_the_load_that_was_lifted() -> None:
    assert answered(one_rep_max(100, 2, repetitions_in_reserve=0)).maximum_kg.low == 100


WIDER = [
    ("more repetitions", (6, 0.0), (12, 0.0)),
    ("a call far from failure", (6, 1.0), (6, 4.0)),
    ("an unknown effort", (6, 0.0), (6, None)),
]


@pytest.mark.parametrize(("why", "one", "other"), WIDER, ids=[row[0] for row in WIDER])
def test_what_makes_the_interval_wider(
    why: str, one: tuple[int, float], other: tuple[int, float | None]
) -> None:
    narrow = answered(one_rep_max(100, one[0], repetitions_in_reserve=one[1])).maximum_kg
    wide = answered(one_rep_max(100, other[0], repetitions_in_reserve=other[1])).maximum_kg
    assert wide.high / wide.value > narrow.high / narrow.value, why


FLAGS = [
    (5, 0.0, set()),
    (10, 0.0, set()),
    (10, 0.5, {"beyond_ten_repetitions"}),
    (12, 0.0, {"beyond_ten_repetitions"}),
    (12, 0.5, {"beyond_twelve_repetitions"}),
    (15, 0.0, {"beyond_twelve_repetitions"}),
    (5, 4.0, set()),
    (5, 4.5, {"far_from_failure"}),
    (5, 6.0, {"far_from_failure", "beyond_ten_repetitions"}),
    (5, None, {"effort_unknown"}),
]


@pytest.mark.parametrize(("repetitions", "reserve", "flags"), FLAGS)
def test_what_is_warned_of(repetitions: int, reserve: float | None, flags: set[str]) -> None:
    part = one_rep_max(80, repetitions, repetitions_in_reserve=reserve)
    assert {reason.code for reason in part.warnings} == flags
    assert bool(part.missing) == (reserve is None)


REFUSED = [
    ({"repetitions": 16}, "too_many_repetitions"),
    ({"repetitions": 12, "repetitions_in_reserve": 3.5}, "too_many_repetitions"),
    ({"repetitions": 36}, "too_many_repetitions"),
    ({"repetitions": 11, "rpe": 5.5}, "too_many_repetitions"),
    ({"load_kg": 0}, "load_impossible"),
    ({"load_kg": -20}, "load_impossible"),
    ({"load_kg": math.nan}, "load_impossible"),
    ({"load_kg": math.inf}, "load_impossible"),
    ({"load_kg": 20_000}, "load_impossible"),
    ({"repetitions": 0}, "no_repetition"),
    ({"repetitions": -3}, "no_repetition"),
    ({"rpe": 4.5}, "effort_impossible"),
    ({"rpe": 11}, "effort_impossible"),
    ({"rpe": math.nan}, "effort_impossible"),
    ({"repetitions_in_reserve": -1}, "effort_impossible"),
    ({"repetitions_in_reserve": math.nan}, "effort_impossible"),
    ({"repetitions_in_reserve": math.inf}, "effort_impossible"),
    ({"repetitions_in_reserve": 2, "rpe": 8}, "effort_given_twice"),
    ({"load_kg": 4, "equation": "marzagao"}, "load_too_light_for_equation"),
]


@pytest.mark.parametrize(("asked", "code"), REFUSED)
def test_what_is_refused(asked: dict[str, float], code: str) -> None:
    part = one_rep_max(**{"load_kg": 100, "repetitions": 5, **asked})  # type: ignore[arg-type]
    assert part.status is Status.REFUSED
    assert [reason.code for reason in part.because] == [code]
    assert part.instead


def test_an_unknown_equation_is_an_error() -> None:
    with pytest.raises(KeyError):
        one_rep_max(100, 5, equation="berger")


def test_the_preprint_is_flagged_and_has_no_answer_for_a_light_load() -> None:
    part = one_rep_max(60, 8, repetitions_in_reserve=0, equation="marzagao")
    assert [reason.code for reason in part.warnings] == ["unreviewed_preprint"]
    light = answered(one_rep_max(4, 8, repetitions_in_reserve=0))
    assert [row.equation for row in light.by_equation if row.maximum_kg is None] == ["marzagao"]


def test_where_an_equation_is_good_for() -> None:
    def usable(repetitions: int) -> set[str]:
        value = answered(one_rep_max(60, repetitions, repetitions_in_reserve=0))
        return {row.equation for row in value.by_equation if row.in_usable_range}

    assert usable(12) == {"modified_epley", "mayhew", "oconner", "wathen", "marzagao"}
    assert "epley" not in usable(1)
    assert usable(5) == set(ALL_EQUATIONS)


def test_loads_for_repetitions() -> None:
    loads = answered(one_rep_max(100, 5, repetitions_in_reserve=0)).loads
    assert [one.repetitions for one in loads] == list(range(1, 13))
    assert loads[0].load_kg == pytest.approx(116.67, abs=0.005)
    assert loads[4].load_kg == pytest.approx(100)
    few = answered(one_rep_max(6, 2, repetitions_in_reserve=0, equation="marzagao")).loads
    assert [one.repetitions for one in few] == [1, 2, 3]


def test_sentences_are_in_the_unit_of_the_athlete() -> None:
    part = one_rep_max(61.235, 5, repetitions_in_reserve=0, mass_unit="lb")
    assert part.because[0].text == "135 lb for 5 repetitions to failure: epley makes it 157.5 lb."


@given(
    load_kg=st.floats(0.01, 10_000),
    repetitions=st.integers(1, 15),
    reserve=st.none() | st.floats(0, 20),
    equation=st.sampled_from(sorted(EQUATIONS)),
)
def test_sane_whatever_the_set(
    load_kg: float, repetitions: int, reserve: float | None, equation: str
) -> None:
    part = one_rep_max(load_kg, repetitions, repetitions_in_reserve=reserve, equation=equation)
    if part.value is None:
        assert part.status is Status.REFUSED
        assert repetitions + (reserve or 0) > 15
        return
    found = part.value.maximum_kg
    assert load_kg <= found.low <= found.value <= found.high < math.inf
    assert found.level == 0.8


@given(repetitions=st.integers(1, 14), reserve=st.floats(0, 10))
def test_more_repetitions_never_mean_less(repetitions: int, reserve: float) -> None:
    less = one_rep_max(100, repetitions, repetitions_in_reserve=reserve).value
    more = one_rep_max(100, repetitions + 1, repetitions_in_reserve=reserve).value
    assert more is None or (less is not None and less.maximum_kg.value < more.maximum_kg.value)
