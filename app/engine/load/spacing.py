"""How long a set keeps a muscle busy: a rule of thumb, with what lengthens and shortens it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.engine.load.hard_sets import HardSet, HardSets
from app.engine.load.training_log import TrainingLog

SPACING = timedelta(hours=48)
"""After which a muscle is customarily loaded again."""
LONG_SPACING = timedelta(hours=72)
"""After a set to failure, and after an exercise that is new or was long not done."""
NOVEL_AFTER = timedelta(days=28)
"""An exercise not done for so long is new to the muscle again. A convention."""


@dataclass(frozen=True, slots=True)
class Loading:
    """The set that keeps a muscle busy longest."""

    hard: HardSet
    share: float
    novel: bool

    @property
    def spacing(self) -> timedelta:
        long = self.hard.to_failure or self.novel
        return (LONG_SPACING if long else SPACING) * min(self.share, 1.0)

    @property
    def ready_at(self) -> datetime:
        return later(self.hard.performed_at, self.spacing)


def longest_loadings(
    hard: HardSets, novel: frozenset[str], shares_of: Callable[[HardSet], Mapping[str, float]]
) -> Mapping[str, Loading]:
    """For each muscle or group the set after which it is ready last."""
    longest: dict[str, Loading] = {}
    for one in hard.sets:
        for name, share in shares_of(one).items():
            loading = Loading(one, share, one.id in novel)
            if name not in longest or loading.ready_at >= longest[name].ready_at:
                longest[name] = loading
    return longest


def novel_sets(log: TrainingLog, hard: HardSets) -> frozenset[str]:
    """Sets of exercises not done in the 28 days before, as far as the log reaches back."""
    begins_at = min(log.performed(), default=log.at)
    done: defaultdict[str, list[datetime]] = defaultdict(list)
    for exercise in log.exercises:
        done[exercise.exercise_id] += [session.performed_at for session in exercise.sessions]
    return frozenset(
        one.id
        for one in hard.sets
        if one.performed_at - begins_at > NOVEL_AFTER
        and not any(
            timedelta(0) < one.performed_at - each <= NOVEL_AFTER for each in done[one.exercise_id]
        )
    )


def later(instant: datetime, span: timedelta) -> datetime:
    """On the last days of the calendar there is no later."""
    try:
        return instant + span
    except OverflowError:
        return instant
