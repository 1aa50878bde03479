"""Scenarios side by side: what differs, by how much, and how surely."""

import pytest

from app.engine.answer import Part, Status
from app.engine.energy.outlook.outset import outset
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from app.engine.energy.outlook.what_if import Comparison, Outcome, what_if
from app.engine.records import Athlete
from tests.engine.energy.outlook.people import ON, SPENT, begun, mass, spent
from tests.engine.energy.outlook.test_forecast import codes, refuse_fast

SAME = Scenario("same", SPENT)
CUT = Scenario("cut", SPENT - 500.0)


def compared(*scenarios: Scenario, **others: object) -> Part[Comparison]:
    return what_if(begun(), scenarios, on=ON, seed=1, **others)  # type: ignore[arg-type]


def outcomes(*scenarios: Scenario, **others: object) -> list[Outcome]:
    value = compared(*scenarios, **others).value
    assert value is not None
    found = [one.outcome.value for one in value.outcomes]
    assert all(one is not None for one in found)
    return [one for one in found if one is not None]


def test_scenarios_stand_in_the_order_asked() -> None:
    part = compared(SAME, CUT)
    assert part.value is not None
    assert [one.scenario for one in part.value.outcomes] == ["same", "cut"]
    assert [shot.day for shot in outcomes(SAME, CUT)[0].snapshots] == [28, 84, 182, 364]
    assert codes(part.because) == [
        "forecast_start",
        "forecast_eaten_lately",
        "forecast_logging",
        "what_if_same_draws",
    ]


def test_a_difference_is_surer_than_either_side() -> None:
    same, cut = outcomes(SAME, CUT, at_days=(84,))
    mine, (shot,) = cut.snapshots[0].body_mass_kg, cut.snapshots
    assert same.snapshots[0].against_first is None
    assert shot.against_first is not None
    less = shot.against_first.body_mass_kg
    assert less.high - less.low < 0.6 * (mine.high - mine.low)
    assert less.high < 0.0
    parts = shot.against_first.fat_mass_kg.value + shot.against_first.lean_mass_kg.value
    assert parts == pytest.approx(less.value, abs=0.3)


def test_the_plan_itself_is_the_planners_run() -> None:
    (cut,) = outcomes(CUT, at_days=(90,))
    assert cut.snapshots[0].body_mass_as_planned_kg == pytest.approx(84.9772, abs=1e-3)


def final(*scenarios: Scenario) -> dict[str, tuple[float, float, float]]:
    """Medians of body, fat and lean mass after half a year [kg]."""
    found = outcomes(*scenarios, at_days=(182,))
    return {
        scenario.name: (
            one.snapshots[0].body_mass_kg.value,
            one.snapshots[0].fat_mass_kg.value,
            one.snapshots[0].lean_mass_kg.value,
        )
        for scenario, one in zip(scenarios, found, strict=True)
    }


def test_training_and_protein_keep_lean_mass() -> None:
    got = final(
        CUT,
        Scenario("protein", CUT.intake_kcal_per_day, protein_g_per_kg=2.0),
        Scenario("train", CUT.intake_kcal_per_day, resistance_training=True),
        Scenario("both", CUT.intake_kcal_per_day, resistance_training=True, protein_g_per_kg=2.0),
    )
    assert got["protein"] == got["cut"]
    assert got["cut"][2] < got["train"][2] < got["both"][2] < 66.9
    assert got["cut"][1] > got["train"][1] > got["both"][1]


def test_breaks_only_slow_a_diet() -> None:
    got = final(CUT, Scenario("breaks", SPENT - 500.0, breaks=DietBreaks(14, 14)), SAME)
    assert got["cut"][1] < got["breaks"][1] < got["same"][1]


def test_compensation_halves_what_it_is_told_to() -> None:
    got = final(
        SAME,
        Scenario("all", SPENT, 400.0, compensation=0.0),
        Scenario("careau", SPENT, 400.0),
        Scenario("half", SPENT, 400.0, compensation=0.5),
    )
    lost = {name: got["same"][0] - body for name, (body, _, _) in got.items()}
    assert lost["all"] > lost["careau"] > lost["half"] > 0.0
    assert lost["careau"] == pytest.approx(0.72 * lost["all"], rel=0.1)
    assert lost["half"] == pytest.approx(0.5 * lost["all"], rel=0.1)


def test_a_refused_scenario_hides_no_other() -> None:
    part = compared(CUT, SAME, Scenario("slow", SPENT - 200.0), limits=refuse_fast)
    assert part.value is not None
    found = {one.scenario: one.outcome for one in part.value.outcomes}
    assert found["cut"].status is Status.REFUSED
    assert found["cut"].instead == "Eat more."
    assert found["same"].status is Status.OK
    assert found["slow"].value is not None
    assert found["slow"].value.snapshots[0].against_first is None


def test_days_beyond_the_model_are_left_out() -> None:
    part = compared(
        SAME, Scenario("starve", 0.0, kept_to=True), at_days=(28, 700, 28), goal_kg=80.0
    )
    assert part.value is not None
    same, starved = (one.outcome for one in part.value.outcomes)
    assert same.value is not None
    assert starved.value is not None
    assert [shot.day for shot in same.value.snapshots] == [28, 700]
    assert [shot.day for shot in starved.value.snapshots] == [28]
    assert codes(starved.warnings) == ["forecast_underweight", "forecast_stopped"]
    assert starved.value.goal is not None
    assert starved.value.goal.latest_on is not None
    back = outcomes(Scenario("starve", 0.0, kept_to=True), SAME, at_days=(28, 700))[1]
    assert [shot.against_first is None for shot in back.snapshots] == [False, True]


def test_the_horizon_is_said() -> None:
    part = compared(SAME, at_days=(900,))
    assert part.value is not None
    (only,) = part.value.outcomes
    assert only.outcome.value is not None
    assert only.outcome.value.snapshots == ()
    assert codes(only.outcome.warnings) == ["forecast_capped"]


def test_the_same_seed_gives_the_same_answer() -> None:
    assert compared(SAME, CUT, goal_kg=85.0) == compared(SAME, CUT, goal_kg=85.0)


def test_an_unknown_person_gets_no_comparison() -> None:
    part = what_if(outset(Athlete(), mass(), spent()), (SAME,), on=ON, seed=1)
    assert part.status is Status.INSUFFICIENT


@pytest.mark.parametrize(
    ("scenarios", "others"),
    [
        ((), {}),
        ((SAME, SAME), {}),
        ((SAME,), {"at_days": ()}),
        ((SAME,), {"at_days": (0, 28)}),
        ((SAME,), {"goal_kg": 0.0}),
    ],
)
def test_what_cannot_be_meant(scenarios: tuple[Scenario, ...], others: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"scenarios|days|goal"):
        compared(*scenarios, **others)
