"""What holds a body once a diet ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.energy.goals.after_diet import AfterDiet, after_diet, in_balance
from app.engine.energy.goals.follow import goal_target
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.draws import central
from app.engine.energy.outlook.scenario import Scenario
from tests.engine.energy.goals.people import SPENT, codes, standing


def held(where: Standing) -> Part[AfterDiet]:
    return after_diet(where.answer, where.body)


@pytest.mark.parametrize("eaten", [1900.0, 2248.45, 2700.0])
def test_the_short_form_is_the_models_balance(eaten: float) -> None:
    where = standing(eaten_kcal=eaten)
    assert where.start.value is not None
    assert where.body is not None
    model = central(where.start.value, Scenario("now", eaten))
    held = in_balance(SPENT, eaten, 0.14, where.body.fat_mass_kg)
    assert held == pytest.approx(float(model.balance_kcal_per_day[0]), abs=1e-6)


def test_in_balance_nothing_moves() -> None:
    assert in_balance(2500.0, 2500.0, 0.14, 20.0) == pytest.approx(2500.0)


def test_without_a_fat_mass_the_tissue_is_left_out() -> None:
    """(2,500 - 0.24 2,000) / 0.76; with 23 kg of fat 2.8 % of the deficit more, over 0.76."""
    assert in_balance(2500.0, 2000.0, 0.14, None) == pytest.approx(2657.9, abs=0.05)
    assert in_balance(2500.0, 2000.0, 0.14, 23.12) == pytest.approx(2676.1, abs=0.05)


@given(
    spent=st.floats(1200.0, 5000.0),
    eaten=st.floats(500.0, 5000.0),
    share=st.floats(0.0, 0.28),
    fat_kg=st.one_of(st.none(), st.floats(2.0, 120.0)),
)
def test_who_eats_less_than_is_spent_is_held_by_more(
    spent: float, eaten: float, share: float, fat_kg: float | None
) -> None:
    held = in_balance(spent, eaten, share, fat_kg)
    assert (held - spent) * (spent - eaten) >= 0.0


def test_a_deficit_that_is_seen() -> None:
    part = held(standing(eaten_kcal=2248.45, spent_kcal=2600.0))
    got = part.value
    assert got is not None
    assert got.deficit_seen
    assert got.intake.value == pytest.approx(2723.8, abs=0.1)
    assert got.intake.low < 2639.0 < got.intake.value < got.intake.high
    assert got.adaptation.value == pytest.approx(0.14 * (got.intake.value - 2248.45))
    assert got.adaptation.low == 0.0
    assert 140.0 < got.adaptation.high < 180.0
    assert codes(part.because) == [
        "maintenance_after_diet",
        "adaptation_now",
        "forecast_adaptation_disputed",
        "diet_breaks_water",
        "regain_after_diet",
    ]


@pytest.mark.parametrize("eaten", [SPENT, SPENT - 70.0, SPENT + 400.0])
def test_without_a_deficit_what_is_spent_holds(eaten: float) -> None:
    part = held(standing(eaten_kcal=eaten))
    assert part.value is not None
    assert not part.value.deficit_seen
    assert part.value.intake.value == SPENT
    assert part.value.adaptation.high == 0.0
    assert codes(part.because) == ["no_deficit_now"]


@pytest.mark.parametrize("told", [{}, {"spent_kcal": None}, {"body_mass_kg": None}])
def test_what_is_not_known(told: dict[str, float | None]) -> None:
    part = held(standing(**told))  # type: ignore[arg-type]
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["intake_days"]


def test_maintenance_after_a_diet_is_more_than_is_spent_on_it() -> None:
    dieting = standing(eaten_kcal=2000.0, spent_kcal=2500.0)
    part = goal_target(Goal(GoalKind.MAINTENANCE), dieting)
    assert part.value is not None
    assert part.value.intake.value == pytest.approx(2676.1, abs=0.1)
    assert part.value.rate_percent_per_week == 0.0
    assert part.because[0].code == "maintenance_after_diet"
