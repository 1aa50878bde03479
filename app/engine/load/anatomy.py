"""Which exercise trains which muscle, and by how much of a set, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass

DIRECT = 1.0
"""Share of a set from which on a muscle counts as trained directly."""


def spoken(area: str) -> str:
    """The id of a muscle, a group or a pair as a person reads it: `lower back`."""
    return area.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Shares of a hard set by exercise and muscle, and the group that each muscle is counted in."""

    shares: Mapping[str, Mapping[str, float]]
    """Exercise -> muscle -> share: 1 where it limits the set, 0.5 where it helps."""
    groups: Mapping[str, str]
    """Muscle -> group; a muscle that is not here is a group of its own."""

    def by_muscle(self, exercise_id: str) -> Mapping[str, float]:
        """Shares above 0; none where the exercise is not known."""
        known = self.shares.get(exercise_id, {})
        return {muscle: share for muscle, share in known.items() if share > 0.0}

    def by_group(self, exercise_id: str) -> Mapping[str, float]:
        """The largest share of the group's muscles: a set counts once, however many heads work."""
        largest: dict[str, float] = {}
        for muscle, share in self.by_muscle(exercise_id).items():
            group = self.group_of(muscle)
            largest[group] = max(share, largest.get(group, 0.0))
        return largest

    def group_of(self, muscle: str) -> str:
        return self.groups.get(muscle, muscle)
