"""Plans for all sorts of people, held to rules that are written down apart from the builder."""

from typing import Any

import pytest

from app.api.v1.plan_answer import PlanOut
from app.api.v1.plans import PlanBody
from app.usecases.plans import make_plan
from tests.plan_questions import GYM, bodies
from tests.plan_rules import adoptable, broken


def answered(body: dict[str, Any]) -> dict[str, Any]:
    """The answer as a caller reads it."""
    asked = PlanBody.model_validate(body).asked()
    return PlanOut.of(make_plan(asked)).model_dump(mode="json")


@pytest.mark.parametrize("seed", range(24))
def test_no_plan_breaks_a_rule_in_silence(seed: int) -> None:
    for body in bodies(seed, 10):
        answer = answered(body)
        assert broken(body, answer) == [], body
        if answer["plan"]["value"]:
            assert list(adoptable(answer)) == [], body


def test_the_rules_see_what_is_broken() -> None:
    body = {"goal": "tighten_inner_thighs", "days_per_week": 3, "minutes": 60, "equipment": GYM}
    answer = answered(body)
    assert broken(body, answer) == []
    sessions = answer["plan"]["value"]["sessions"]
    sessions[1]["weekday"] = "tuesday"
    sessions[0]["exercises"].reverse()
    sessions[2]["exercises"][0]["sets"] = 9
    found = {one.split(":")[0] for one in broken(body | {"equipment": [], "minutes": 30}, answer)}
    assert found >= {"recovery", "order", "minutes", "equipment", "prescribed", "volume"}


def exercises(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for day in answer["plan"]["value"]["sessions"] for one in day["exercises"]]


FULL: dict[str, Any] = {"minutes": 60, "equipment": GYM, "level": "intermediate"}


@pytest.mark.parametrize(
    ("goal", "days"), [("build_muscle", 4), ("recomposition", 3), ("lose_fat", 3)]
)
def test_a_whole_body_has_every_large_movement(goal: str, days: int) -> None:
    made = exercises(answered({**FULL, "goal": goal, "days_per_week": days}))
    ids = {one["exercise_id"] for one in made}
    assert "barbell-back-squat" in ids
    assert ids & {"romanian-deadlift", "deadlift"}
    assert ids & {"barbell-bench-press", "dumbbell-bench-press", "machine-chest-press"}
    assert any("row" in id_ for id_ in ids)
    assert ids & {"lat-pulldown", "pull-up", "chin-up"}
    assert any(one["mechanics"] == "isolation" for one in made)


def test_arms_are_trained_directly_where_there_is_time() -> None:
    answer = answered({**FULL, "goal": "build_muscle", "days_per_week": 4})
    direct = {one["group"]: one["direct_sets"] for one in answer["plan"]["value"]["volume"]}
    assert min(direct["biceps"], direct["triceps"], direct["calves"], direct["abdominals"]) >= 3


def test_the_time_is_used() -> None:
    answer = answered({**FULL, "goal": "build_muscle", "days_per_week": 4})
    assert all(45 <= one["minutes"] <= 60 for one in answer["plan"]["value"]["sessions"])


@pytest.mark.parametrize(("minutes", "said"), [(20, False), (90, True)])
def test_time_that_is_left_is_explained(minutes: int, said: bool) -> None:
    body = {"focus": ["neck"], "equipment": ["band"], "days_per_week": 5, "minutes": minutes}
    because = answered(body)["plan"]["because"]
    assert ("time_left" in {one["code"] for one in because}) is said


def test_only_large_lifts_are_lifted_heavy() -> None:
    made = exercises(answered({**FULL, "goal": "get_stronger", "minutes": 75}))
    heavy = [one["exercise_id"] for one in made if one["range"][1] <= 6]
    assert {"barbell-back-squat", "barbell-bench-press", "deadlift"} <= set(heavy)
    assert not any("lunge" in id_ or "windmill" in id_ or "renegade" in id_ for id_ in heavy)


def test_long_sets_are_not_of_heavy_lifts() -> None:
    made = exercises(answered({**FULL, "goal": "muscular_endurance"}))
    ids = {one["exercise_id"] for one in made}
    assert ids.isdisjoint(
        {"deadlift", "sumo-deadlift", "barbell-back-squat", "nordic-hamstring-curl"}
    )


def test_light_squeezes_do_not_stand_in_for_the_work() -> None:
    """The goal asks for fourteen sets; six of preparation count half."""
    made = exercises(answered({"goal": "tighten_inner_thighs", "equipment": GYM, "minutes": 60}))
    focus = [one for one in made if one["role"] == "focus"]
    assert sum(one["sets"] for one in focus) >= 9
    assert {"sumo-squat", "lateral-lunge", "hip-adduction-machine"} <= {
        one["exercise_id"] for one in focus
    }


def test_the_focus_comes_before_the_rest() -> None:
    body = {"goal": "tighten_inner_thighs", "equipment": GYM, "minutes": 60}
    monday = answered(body)["plan"]["value"]["sessions"][0]["exercises"]
    assert [one["role"] for one in monday[:2]] == ["preparation", "focus"]


def test_the_goals_own_movement_stays_even_where_time_is_short() -> None:
    body = {"goal": "tighten_inner_thighs", "equipment": GYM, "minutes": 10, "days_per_week": 3}
    assert "sumo-squat" in {one["exercise_id"] for one in exercises(answered(body))}


def test_what_has_no_place_says_so() -> None:
    body = {"goal": "tighten_inner_thighs", "equipment": GYM, "minutes": 10, "days_per_week": 3}
    said = [one["because"]["text"] for one in answered(body)["plan"]["value"]["conflicts"]]
    assert "Chest has no sets at all: the sessions are too short." in said


@pytest.mark.parametrize(
    ("equipment", "said"),
    [(["barbell", "dumbbell"], "nothing that does without"), (GYM, "which most gyms have")],
)
def test_a_bar_to_hang_from_is_told(equipment: list[str], said: str) -> None:
    body = {"preferred_exercises": ["chin-up"], "focus": ["biceps"], "level": "intermediate"}
    (chin_up,) = [
        one
        for one in exercises(answered({**body, "equipment": equipment}))
        if one["exercise_id"] == "chin-up"
    ]
    (reason,) = [one["text"] for one in chin_up["because"] if one["code"] == "needs_fixture"]
    assert said in reason
