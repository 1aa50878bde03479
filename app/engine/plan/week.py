"""A week of training while it is being filled. Only this module changes it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.engine.load.anatomy import DIRECT
from app.engine.load.volume import SESSION_CEILING
from app.engine.plan.focus import Focus
from app.engine.plan.layout import Layout
from app.engine.plan.options import Option
from app.engine.plan.plan import ExerciseRole

LEAST_SETS_OF_EXERCISE, USUAL_SETS, MOST_SETS = 2, 3, 4
"""Of one exercise in one session. A convention."""
PREPARATION_WEIGHT = 0.5
"""Of a set in the count towards the target: light work before the heavy. Ours."""


@dataclass(slots=True)
class Slot:
    """One exercise on one day; its number of sets may still change."""

    option: Option
    sets: int
    role: ExerciseRole
    day: int

    @property
    def seconds(self) -> float:
        return self.option.dosage.duration_s(self.sets)

    @property
    def weight(self) -> float:
        """Of each set towards the target."""
        return PREPARATION_WEIGHT if self.role is ExerciseRole.PREPARATION else 1.0


@dataclass(slots=True)
class Week:
    layout: Layout
    seconds: float
    """Of each session, without the warm-up."""
    most_sets: float
    """Fractional, of one group in the week."""
    slots: list[Slot] = field(default_factory=list)
    sets: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Fractional sets by group, as they count towards the target."""

    def copy(self) -> "Week":
        """Another week with the same slots, to try something on."""
        slots = [Slot(one.option, one.sets, one.role, one.day) for one in self.slots]
        return Week(self.layout, self.seconds, self.most_sets, slots, self.sets.copy())

    def on(self, day: int) -> Iterator[Slot]:
        return (slot for slot in self.slots if slot.day == day)

    def free_s(self, day: int) -> float:
        return self.seconds - sum(slot.seconds for slot in self.on(day))

    def of_group(self, group: str) -> Iterator[Slot]:
        """Slots that load it directly."""
        return (slot for slot in self.slots if group in slot.option.direct)

    def serving(self, focus: Focus) -> Iterator[Slot]:
        return (slot for slot in self.slots if focus.key in slot.option.serves)

    def days_of(self, group: str) -> frozenset[int]:
        return frozenset(slot.day for slot in self.of_group(group))

    def focus_days(self, focus: Focus) -> frozenset[int]:
        return frozenset(slot.day for slot in self.serving(focus))

    def sets_on(self, group: str, day: int) -> float:
        return sum(slot.sets * slot.option.groups.get(group, 0.0) for slot in self.on(day))

    def total_sets(self, group: str) -> float:
        """All sets of a group as a log would count them, light ones too."""
        return sum(slot.sets * slot.option.groups.get(group, 0.0) for slot in self.slots)

    def muscle_sets(self, muscle: str) -> float:
        """All sets of a muscle, those in which it helps by their share."""
        return sum(slot.sets * slot.option.exercise.muscles.get(muscle, 0.0) for slot in self.slots)

    def direct_sets(self, muscle: str) -> float:
        return sum(
            slot.sets
            for slot in self.slots
            if slot.option.exercise.muscles.get(muscle, 0.0) >= DIRECT
        )

    def room(self, option: Option, day: int, wanted: int = USUAL_SETS) -> int:
        """Sets of the option that the day still takes, up to those wanted; 0 where it may not."""
        if not self.layout.allows(option.direct, day):
            return 0
        movement = option.exercise.movement_id
        if any(slot.option.exercise.movement_id == movement for slot in self.on(day)):
            return 0
        free_s = self.free_s(day)
        sets = wanted
        while sets >= LEAST_SETS_OF_EXERCISE and option.dosage.duration_s(sets) > free_s:
            sets -= 1
        return sets if sets >= LEAST_SETS_OF_EXERCISE and self._bearable(option, day, sets) else 0

    def add(self, option: Option, day: int, sets: int, role: ExerciseRole) -> None:
        self.slots.append(Slot(option, sets, role, day))
        self._count(self.slots[-1], sets)

    def grow(self, slot: Slot) -> bool:
        """One more set, where the day takes it."""
        one = slot.option
        fits = one.dosage.duration_s(1) <= self.free_s(slot.day)
        if slot.sets >= MOST_SETS or not fits or not self._bearable(one, slot.day, 1):
            return False
        slot.sets += 1
        self._count(slot, 1)
        return True

    def shrink(self, slot: Slot) -> None:
        """One set less; an exercise that is left with one goes."""
        if slot.sets > LEAST_SETS_OF_EXERCISE:
            slot.sets -= 1
            self._count(slot, -1)
        else:
            self.remove(slot)

    def remove(self, slot: Slot) -> None:
        self.slots = [one for one in self.slots if one is not slot]
        self._count(slot, -slot.sets)

    def _count(self, slot: Slot, sets: int) -> None:
        for group, share in slot.option.groups.items():
            self.sets[group] += slot.weight * sets * share

    def within_dose(self, option: Option, sets: int = LEAST_SETS_OF_EXERCISE) -> bool:
        """Whether no group gets more in the week than is sensible."""
        return all(
            self.total_sets(group) + sets * share <= self.most_sets
            for group, share in option.groups.items()
        )

    def _bearable(self, option: Option, day: int, sets: int) -> bool:
        """Whether no group gets more in one session, or in the week, than is rewarded."""
        return self.within_dose(option, sets) and all(
            self.sets_on(group, day) + sets * share <= SESSION_CEILING
            for group, share in option.groups.items()
        )
