"""What is to grow first: groups, with the muscles of each that have to be covered."""

from dataclasses import dataclass

from app.engine.load.anatomy import DIRECT
from app.engine.plan.question import PlanExercise, PlanQuestion


@dataclass(frozen=True, slots=True)
class Focus:
    key: str
    """Under which its sets are counted: the group's name, unless only some muscles are meant."""
    group: str
    heads: tuple[str, ...]
    """Muscles that want direct sets: all of a group that was named, else those named."""
    helped: tuple[str, ...]
    """Those that no exercise known here trains directly: to help is all that they can."""

    def share(self, one: PlanExercise) -> float:
        """Of a set of the exercise, for what is in focus."""
        muscles = self.heads or self.helped
        return max((one.muscles.get(muscle, 0.0) for muscle in muscles), default=0.0)

    def serves(self, one: PlanExercise) -> bool:
        share = self.share(one)
        return share >= DIRECT or (share > 0.0 and not self.heads)


def focuses(question: PlanQuestion) -> tuple[Focus, ...]:
    """The groups in focus, in the order in which they, or muscles of theirs, were named."""
    named: dict[str, dict[str, None]] = {}
    for area in question.focus:
        if area in question.heads:
            named[area] = named.get(area, {}) | dict.fromkeys(question.heads[area])
        else:
            named.setdefault(question.group_of(area), {})[area] = None
    direct = {
        muscle
        for one in question.exercises.values()
        for muscle, share in one.muscles.items()
        if share >= DIRECT
    }
    return tuple(_focus(question, group, tuple(heads), direct) for group, heads in named.items())


def _focus(question: PlanQuestion, group: str, muscles: tuple[str, ...], direct: set[str]) -> Focus:
    whole = set(muscles) >= set(question.heads.get(group, ()))
    return Focus(
        key=group if whole else " and ".join(muscles),
        group=group,
        heads=tuple(muscle for muscle in muscles if muscle in direct),
        helped=tuple(muscle for muscle in muscles if muscle not in direct),
    )
