"""What no plan may break, over many questions: recovery, minutes, equipment, pain; and that what
gives way is said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.plan.builder import plan
from app.engine.plan.question import PlanObjective, TrainingLevel
from app.usecases.plan_records import pain_areas, plan_exercises, trained_heads
from tests.engine.plan.questions import GYM, broken, planned, question

AREAS = st.sampled_from(
    [*trained_heads(), *(m for heads in trained_heads().values() for m in heads)]
)
CODES = sorted({code for one in plan_exercises().values() for code in one.contraindications})
QUESTIONS = st.fixed_dictionaries(
    {
        "focus": st.lists(AREAS, max_size=4, unique=True).map(tuple),
        "minutes": st.floats(10.0, 120.0),
        "equipment": st.frozensets(st.sampled_from(sorted(GYM)), max_size=8),
        "level": st.sampled_from(TrainingLevel),
        "objective": st.sampled_from(PlanObjective),
        "weeks": st.integers(1, 52),
        "pain": st.dictionaries(st.sampled_from(pain_areas()), st.floats(0.0, 10.0), max_size=3),
        "contraindications": st.frozensets(st.sampled_from(CODES), max_size=3),
        "excluded": st.frozensets(st.sampled_from(sorted(plan_exercises())), max_size=40),
        "preferred": st.lists(
            st.sampled_from(sorted(plan_exercises())), max_size=3, unique=True
        ).map(tuple),
    }
)
DAYS = st.one_of(
    st.fixed_dictionaries({"days_per_week": st.integers(1, 7)}),
    st.fixed_dictionaries(
        {
            "days_per_week": st.one_of(st.none(), st.integers(1, 7)),
            "weekdays": st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
        }
    ),
)


@settings(max_examples=100)
@given(QUESTIONS, DAYS)
def test_no_plan_breaks_a_rule_in_silence(told: dict[str, Any], days: dict[str, Any]) -> None:
    asked = question(**told, **days)
    part = plan(asked)
    if part.value is None:
        assert part.status is Status.REFUSED
        assert part.instead
    else:
        assert broken(asked, part) == []


@settings(max_examples=15)
@given(QUESTIONS, DAYS)
def test_the_same_question_has_the_same_plan(told: dict[str, Any], days: dict[str, Any]) -> None:
    assert plan(question(**told, **days)) == plan(question(**told, **days))


@pytest.mark.parametrize("group", trained_heads())
@pytest.mark.parametrize("days", [2, 3, 4, 6])
def test_in_a_gym_with_time_every_focus_holds(group: str, days: int) -> None:
    asked = question(
        focus=(group,), days_per_week=days, minutes=75.0, level=TrainingLevel.INTERMEDIATE
    )
    part = plan(asked)
    assert broken(asked, part) == []
    assert part.value is not None
    assert [one.because.text for one in part.value.conflicts] == []
    on = {day for day, one in planned(part) if one.role.value != "balance"}
    assert len(on) in (2, 3)
