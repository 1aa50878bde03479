"""What a planned week adds up to for every group that it trains."""

from collections.abc import Iterator

from app.engine.load.dose_response import UNKNOWN_FROM, growth_percent
from app.engine.plan.choice import Wanted
from app.engine.plan.plan import GroupVolume, MuscleVolume
from app.engine.plan.question import PlanQuestion
from app.engine.plan.week import Week


def volume(question: PlanQuestion, week: Week, wanted: Wanted) -> Iterator[GroupVolume]:
    """The groups in focus first, then the others that have sets, in their order."""
    focused = {focus.group: None for focus in wanted.focus}
    trained = dict.fromkeys(group for group in question.heads if week.total_sets(group) > 0.0)
    for group in focused | trained:
        yield _of_group(question, week, group, focus=group in focused)


def _of_group(question: PlanQuestion, week: Week, group: str, *, focus: bool) -> GroupVolume:
    sets = week.total_sets(group)
    return GroupVolume(
        group=group,
        focus=focus,
        weekdays=tuple(sorted(week.days_of(group))),
        direct_sets=float(sum(slot.sets for slot in week.of_group(group))),
        sets=sets,
        growth_percent=growth_percent(sets) if sets < UNKNOWN_FROM else None,
        muscles=tuple(
            MuscleVolume(muscle, week.direct_sets(muscle), week.muscle_sets(muscle))
            for muscle in question.heads.get(group, ())
        ),
    )
