"""Sets of one side of the body against those of the other: what is counted, and no verdict.

No trial says which ratio of training volume is right. The number is shown, and a ratio beyond two
to one is pointed out, by convention.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.load.anatomy import spoken
from app.engine.load.hard_sets import HardSet, read_hard_sets
from app.engine.load.training_log import TrainingLog

WINDOW = timedelta(days=28)
LOPSIDED = 2.0
"""More than so many sets on one side for each on the other are pointed out. A convention."""

Side = frozenset[str]
"""Muscles and groups, by the ids of the catalogue."""

PAIRS: Mapping[str, tuple[Side, Side]] = MappingProxyType(
    {
        "adductors_to_abductors": (frozenset({"adductors"}), frozenset({"abductors"})),
        "quadriceps_to_hamstrings": (frozenset({"quadriceps"}), frozenset({"hamstrings"})),
        "push_to_pull": (
            frozenset({"pectoralis_major_clavicular", "pectoralis_major_sternal"})
            | {"deltoid_anterior"},
            frozenset({"latissimus_dorsi", "teres_major", "rhomboids"})
            | {"trapezius_middle", "trapezius_lower", "deltoid_posterior"},
        ),
    }
)
"""What is usually held against each other. Arms are left out of pushing and pulling."""

COUNTED = ReasonKind(
    "balance_counted",
    f"Sets over the last {WINDOW.days} days; one counts once for a side, by the largest "
    "share in it.",
    Basis.CONVENTION,
    "balance_convention",
)
NO_RIGHT_RATIO = ReasonKind(
    "no_right_ratio",
    "Which ratio of sets is right no trial has tested; more than {most:g} to 1 is pointed out.",
    Basis.CONVENTION,
    "balance_convention",
)
ONE_SIDED = ReasonKind(
    "lopsided",
    "{name}: {first:g} sets to {second:g} over four weeks.",
    Basis.CONVENTION,
    "balance_convention",
)
LOG_SETS = Missing("sets", f"Log your sets: none of the last {WINDOW.days} days counts for this.")


@dataclass(frozen=True, slots=True)
class Balance:
    """Fractional hard sets of two sides over 28 days."""

    first_sets: float
    second_sets: float

    @property
    def ratio(self) -> float | None:
        """First to second; None where the second had none."""
        return self.first_sets / self.second_sets if self.second_sets else None

    @property
    def lopsided(self) -> bool:
        fewer, more = sorted((self.first_sets, self.second_sets))
        return more > LOPSIDED * fewer


def balance(
    log: TrainingLog, pairs: Mapping[str, tuple[Side, Side]] = PAIRS
) -> Part[Mapping[str, Balance]]:
    """Training volume of opposing muscles; pairs of which neither side was trained have none."""
    hard = read_hard_sets(log, WINDOW)
    evidence = Evidence(hard.used, hard.excluded)
    counted = {
        name: Balance(*(_sets_of(side, hard.sets, log) for side in sides))
        for name, sides in pairs.items()
    }
    trained = {name: one for name, one in counted.items() if one.first_sets or one.second_sets}
    if not trained:
        return insufficient((LOG_SETS,), evidence=evidence)
    return ok(
        trained,
        (COUNTED(), NO_RIGHT_RATIO(most=LOPSIDED)),
        warnings=tuple(_lopsided(trained)),
        evidence=evidence,
    )


def _sets_of(side: Side, sets: Iterable[HardSet], log: TrainingLog) -> float:
    """By exercise first: all of its sets have the same shares."""
    done: defaultdict[str, float] = defaultdict(float)
    first: dict[str, HardSet] = {}
    for one in sets:
        done[one.exercise_id] += one.weight
        first.setdefault(one.exercise_id, one)
    return sum(done[name] * _share(side, one, log) for name, one in first.items())


def _share(side: Side, one: HardSet, log: TrainingLog) -> float:
    shares = (
        share
        for muscle, share in one.muscles.items()
        if muscle in side or log.anatomy.group_of(muscle) in side
    )
    return max(shares, default=0.0)


def _lopsided(counted: Mapping[str, Balance]) -> Iterator[Reason]:
    for name, one in counted.items():
        if one.lopsided:
            yield ONE_SIDED(
                pair=name, name=spoken(name), first=one.first_sets, second=one.second_sets
            )
