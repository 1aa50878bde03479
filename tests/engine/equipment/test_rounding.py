"""Three ways to round, and loads that cannot be made."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.loads import Loadable, Loads
from app.engine.equipment.rounding import (
    ROUNDINGS,
    CannotBeLoaded,
    RoundingPolicy,
    loadable,
)

BAR = LoadGrid("kg", 2.5, 20, 100)
DUMBBELLS = LoadList("kg", (4, 6, 8, 10, 12, 14, 20))

TABLE = """
61    | 60     | 60       | 62.5
61.3  | 62.5   | 60       | 62.5
19    | 20     | not: 20  | 20
18    | not: 20 | not: 20 | 20
101   | 100    | 100      | not: 100
102   | not: 100 | 100    | not: 100
"""
GAPS = """
16    | 14     | 14       | 20
17    | 14     | 14       | 20
18    | 20     | 14       | 20
22    | 20     | 20       | not: 20
24    | not: 20 | 20      | not: 20
3.5   | 4      | not: 4   | 4
2     | not: 4 | not: 4   | 4
"""


def text_of(made: Loadable | CannotBeLoaded) -> str:
    if isinstance(made, Loadable):
        return f"{made.load_kg:g}"
    ends = [end for end in (made.below_kg, made.above_kg) if end is not None]
    return "not: " + " or ".join(f"{end:g}" for end in ends)


@pytest.mark.parametrize(
    ("loads", "line"),
    [(BAR, line) for line in TABLE.strip().splitlines()]
    + [(DUMBBELLS, line) for line in GAPS.strip().splitlines()],
)
def test_policies(loads: Loads, line: str) -> None:
    wanted, *made = (cell.strip() for cell in line.split("|"))
    results = [loadable(loads, float(wanted), policy) for policy in RoundingPolicy]
    assert [text_of(each) for each in results] == made


def test_every_policy_rounds() -> None:
    assert set(ROUNDINGS) == set(RoundingPolicy)
    assert loadable(BAR, 61) == loadable(BAR, 61, RoundingPolicy.NEAREST)


@pytest.mark.parametrize("wanted_kg", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("policy", RoundingPolicy)
def test_a_load_that_is_no_number_is_refused(wanted_kg: float, policy: RoundingPolicy) -> None:
    with pytest.raises(ValueError, match="load_kg: "):
        loadable(BAR, wanted_kg, policy)


LOADS = st.one_of(
    st.just(BAR),
    st.builds(
        load_list,
        st.sampled_from(["kg", "lb"]),
        st.lists(st.integers(-200, 800).map(lambda half: half / 2), min_size=1),
    ),
)


@given(LOADS, st.floats(-500, 1000), st.sampled_from(RoundingPolicy))
def test_what_is_made_is_near_and_what_is_not_is_said(
    loads: Loads, wanted_kg: float, policy: RoundingPolicy
) -> None:
    made = loadable(loads, wanted_kg, policy)
    if isinstance(made, Loadable):
        assert made.load_kg == pytest.approx(wanted_kg + made.rounding_kg)
        half_gaps = (loads.gap_above_kg(wanted_kg), loads.gap_below_kg(wanted_kg))
        if policy is RoundingPolicy.NEAREST:
            assert abs(made.rounding_kg) <= max(*half_gaps) + 0.05
    else:
        ends = (made.below_kg, made.above_kg)
        assert any(end is None for end in ends)
        assert any(end is not None for end in ends)


@given(LOADS, st.floats(-500, 1000))
def test_rounding_again_changes_nothing(loads: Loads, wanted_kg: float) -> None:
    for policy in RoundingPolicy:
        made = loadable(loads, wanted_kg, policy)
        if isinstance(made, Loadable):
            for again in RoundingPolicy:
                assert loadable(loads, made.load_kg, again) == Loadable(made.load_kg, 0.0)
