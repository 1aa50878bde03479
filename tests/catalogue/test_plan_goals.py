"""Named goals and what else only plans need, as data."""

from pathlib import Path

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import catalogue
from app.catalogue.plan_goals import PlanGoal, plan_facts, read_plan_facts
from app.catalogue.records import Pattern

STATEMENT = '[grow]\ntext = "It grows."\nbasis = "convention"\nsource = "our_choice"\n'
GOAL = """
[chest]
name = "Chest"
summary = "Chest."
objective = "size"
focus = ["chest"]
days = 3
weeks = 8
energy = "surplus"
training = ["grow"]
"""


def read(tmp_path: Path, goal: str = GOAL, fixtures: str = "", areas: str = "") -> object:
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals" / "one.toml").write_text(goal)
    (tmp_path / "statements.toml").write_text(STATEMENT)
    (tmp_path / "fixtures.toml").write_text(fixtures)
    (tmp_path / "pain_areas.toml").write_text(areas)
    return read_plan_facts(tmp_path, catalogue())


def test_what_is_packaged_holds_together() -> None:
    facts = plan_facts()
    assert len(facts.goals) >= 15
    said = {
        one.id
        for goal in facts.goals.values()
        for one in (*goal.training, *goal.nutrition, *goal.habits)
    }
    assert said == set(facts.statements)
    assert set(facts.pain_areas) >= {"groin", "knee", "shoulder", "hip", "elbow", "wrist", "ankle"}


def test_goals_ask_for_what_people_ask_for() -> None:
    goals = plan_facts().goals
    assert {
        "tighten_inner_thighs", "prevent_groin_injury", "get_stronger", "build_muscle",
        "muscular_endurance", "lose_fat", "recomposition",
    } <= set(goals)  # fmt: skip


@pytest.mark.parametrize("goal", plan_facts().goals.values(), ids=lambda goal: goal.id)
def test_staples_serve_the_focus(goal: PlanGoal) -> None:
    facts = catalogue()
    wanted = set(goal.focus)
    for staple in goal.staples:
        for movement in staple.movements:
            groups = {
                facts.muscles[share.muscle_id].group
                for one in facts.exercises.values()
                if one.movement_id == movement and one.pattern is not Pattern.LOCOMOTION
                for share in one.muscles
            }
            assert not wanted or wanted & groups


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"goal": GOAL.replace("days = 3", "days = 8")}, "more days than a week"),
        ({"goal": GOAL.replace('["chest"]', '["chests"]')}, "chests"),
        ({"goal": GOAL.replace('["grow"]', '["shrink"]')}, "shrink"),
        ({"goal": GOAL.replace("size", "beauty")}, "beauty"),
        ({"goal": GOAL + "seed = 1"}, "seed"),
        ({"goal": GOAL + "[[chest.staple]]\nmovements = []"}, "names no movement"),
        ({"goal": GOAL + '[[chest.staple]]\nmovements = ["flying"]'}, "flying"),
        ({"fixtures": '[bar]\ntext = "a bar"\nexercises = ["flying"]'}, "flying"),
        ({"areas": '[knee]\ncontraindications = ["laziness"]'}, "laziness"),
    ],
)
def test_what_does_not_hold_together_is_named(
    tmp_path: Path, change: dict[str, str], said: str
) -> None:
    with pytest.raises(CatalogueError, match=said):
        read(tmp_path, **change)


def test_a_small_folder_is_read(tmp_path: Path) -> None:
    assert read(tmp_path) is not None
