"""What other services got wrong, each asked of this one over HTTP."""

from typing import Any

import httpx
import pytest

AT = "2026-11-23T18:00:00Z"
RANGE = {"repetition_range": [8, 12], "sets": 3}


def next_of(api: httpx.Client, days: list[Any], **exercise: Any) -> dict[str, Any]:
    """The advice after sessions three days apart; a session is a list of sets."""
    history = [
        {"performed_at": f"2026-11-{20 - 3 * back:02}T18:00:00Z", "sets": sets}
        for back, sets in enumerate(reversed(days))
    ]
    one = {"exercise_id": "barbell-bench-press", "history": history, **exercise}
    answer = api.post("/v1/compute/next-session", json={"at": AT, "exercises": [one]})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["items"][0]
    return found


def sets(load_kg: float, *repetitions: int, **more: Any) -> list[dict[str, Any]]:
    return [{"load_kg": load_kg, "repetitions": one, **more} for one in repetitions]


@pytest.mark.parametrize("done", [(12,), (12, 12), (12, 12, 11)])
def test_one_good_set_is_not_three(api: httpx.Client, done: tuple[int, ...]) -> None:
    advice = next_of(api, [sets(60, *done)], targets=RANGE)
    assert advice["action"] != "increase_load"
    assert advice["sets"][0]["load_kg"] == 60


def test_the_rule_comes_before_the_rounding(api: httpx.Client) -> None:
    linear = {"name": "linear", "sets": 3, "repetitions": 5}
    advice = next_of(api, [sets(80, 5, 4, 3)] * 3, scheme=linear)
    (one, *_) = advice["sets"]
    assert (one["unrounded_load_kg"], one["load_kg"]) == (pytest.approx(72.0), 70.0)
    assert one["rounding_kg"] == pytest.approx(-2.0)


def test_a_pyramid_stays_a_pyramid(api: httpx.Client) -> None:
    pyramid = [*sets(60, 12), *sets(70, 10), *sets(80, 8)]
    for asked in ({"scheme": {"name": "per_set"}}, {}):
        kept = next_of(api, [pyramid, pyramid], **asked)
        assert len({one["load_kg"] for one in kept["sets"]}) == 3
        assert kept["evidence"]["excluded"] == []
    flat = next_of(api, [pyramid, pyramid], targets=RANGE)
    assert "pyramid_not_planned" in {one["code"] for one in flat["warnings"]}
    below = [one for one in flat["evidence"]["excluded"] if one["reason"] == "below_top_load"]
    assert len(below) == 4


def test_pounds_stay_pounds(api: httpx.Client) -> None:
    logged = [{"load": {"value": 135, "unit": "lb"}, "repetitions": 12}] * 3
    advice = next_of(api, [logged], targets=RANGE)
    (one, *_) = advice["sets"]
    assert one["load_kg"] == pytest.approx(140 * 0.45359237)


def test_a_deload_is_lighter_after_rounding(api: httpx.Client) -> None:
    scheme = {"name": "linear", "sets": 3, "repetitions": 5}
    missed = [sets(5, 5, 4, 3)] * 3
    few = {"kind": "fixed_loads", "unit": "kg", "loads": [2.5, 5, 7.5]}
    advice = next_of(api, missed, scheme=scheme, inventory=few)
    assert advice["action"] == "deload"
    assert advice["sets"][0]["load_kg"] < 5


def test_less_assistance_is_harder(api: httpx.Client) -> None:
    done = sets(-20, 12, 12, 12)
    advice = next_of(
        api, [done], exercise_id="assisted-pull-up", load_mode="body_weight", targets=RANGE
    )
    assert advice["action"] == "increase_load"
    assert -20 < advice["sets"][0]["load_kg"] <= 0
    missed = next_of(
        api,
        [sets(-20, 4, 3, 3)] * 4,
        exercise_id="assisted-pull-up",
        load_mode="body_weight",
        targets=RANGE,
    )
    assert missed["sets"][0]["load_kg"] <= -20


def test_a_stale_check_in_changes_nothing(api: httpx.Client) -> None:
    bad = {"sleep_h": 3, "readiness_1_to_5": 1}
    body = {
        "at": AT,
        "exercises": [
            {
                "exercise_id": "barbell-bench-press",
                "history": [{"performed_at": "2026-11-20T18:00:00Z", "sets": sets(60, 12, 12, 12)}],
                "targets": RANGE,
            }
        ],
    }
    actions = []
    for noted_at in ("2026-11-23T07:00:00Z", "2026-11-17T07:00:00Z"):
        notes = [{**bad, "noted_at": noted_at}]
        answer = api.post("/v1/compute/next-session", json={**body, "recovery": notes})
        actions.append(answer.json()["items"][0]["action"])
    assert actions == ["deload", "increase_load"]


def test_a_history_without_targets_cannot_have_failed(api: httpx.Client) -> None:
    advice = next_of(api, [sets(60, 8, 7, 6), sets(60, 7, 6, 5), sets(60, 6, 5, 4)])
    assert advice["action"] in {"hold", "increase_repetitions"}
    assert advice["sets"][0]["load_kg"] == 60


def test_a_slip_of_the_keyboard_is_named_and_left_out(api: httpx.Client) -> None:
    advice = next_of(api, [sets(86, 8, 8, 8), sets(86, 9, 9, 9), sets(860, 9, 9, 9)])
    assert {one["reason"] for one in advice["evidence"]["excluded"]} == {"implausible_load"}
    assert advice["sets"][0]["load_kg"] < 100


def test_two_sessions_at_once_are_both_read(api: httpx.Client) -> None:
    session = {"performed_at": "2026-11-20T18:00:00Z"}
    history = [{**session, "sets": sets(60, 12)}, {**session, "sets": sets(60, 11, 11)}]
    body = {"at": AT, "exercises": [{"history": history, "targets": RANGE}]}
    (item,) = api.post("/v1/compute/next-session", json=body).json()["items"]
    evidence = item["evidence"]
    assert len(evidence["used"]) + len(evidence["excluded"]) == 3


def test_after_half_a_year_an_exercise_is_new(api: httpx.Client) -> None:
    history = [{"performed_at": "2026-04-01T18:00:00Z", "sets": sets(100, 5, 5, 5)}]
    one = {"exercise_id": "barbell-bench-press", "history": history}
    answer = api.post("/v1/compute/next-session", json={"at": AT, "exercises": [one]})
    (item,) = answer.json()["items"]
    assert item["sets"][0]["load_kg"] < 70


def test_pregnancy_without_clearance_has_no_maximal_test(api: httpx.Client) -> None:
    history = [
        {"performed_at": f"2026-11-{day:02}T18:00:00Z", "sets": sets(100, 6, 6)}
        for day in range(1, 20, 2)
    ]
    one = {"exercise_id": "barbell-bench-press", "history": history, "scheme": {"name": "apre"}}
    asked = {"at": AT, "exercises": [one]}
    allowed = api.post("/v1/compute/next-session", json=asked).json()["items"][0]
    assert allowed["status"] == "ok"
    pregnant = {**asked, "athlete": {"reproduction": "pregnant"}}
    refused = api.post("/v1/compute/next-session", json=pregnant).json()["items"][0]
    assert (refused["status"], refused["sets"]) == ("refused", [])
    assert refused["instead"]
    cleared = {
        **asked,
        "athlete": {"reproduction": "pregnant", "cleared_for_maximal_effort": True},
    }
    assert api.post("/v1/compute/next-session", json=cleared).json()["items"][0]["status"] == "ok"
