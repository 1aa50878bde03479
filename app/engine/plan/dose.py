"""How many sets a week each group is to have, by what they bring on average.

The numbers lie on the published curve (`app.engine.load.dose_response`): below four sets growth is
not told apart from none, up to ten each set brings most, beyond it ever less.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.load.anatomy import spoken
from app.engine.load.dose_response import (
    ADVISED_SETS,
    STRENGTH_ENOUGH,
    TIERS,
    growth_percent,
    strength_percent,
)
from app.engine.plan.focus import Focus
from app.engine.plan.question import PlanObjective, PlanQuestion, TrainingLevel
from app.engine.plan.regions import OPPOSED, PRIMARY, SECONDARY

LEAST_SETS = TIERS[0.0][1]
"""Weekly sets below which growth is not told apart from none."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Fractional sets a week."""

    focus: float
    even: float
    """Of each large group, where nothing is in focus."""
    rest: float
    """Of each large group beside a focus."""


TARGETS: Mapping[PlanObjective, Mapping[TrainingLevel, Sets]] = MappingProxyType(
    {
        PlanObjective.SIZE: {
            TrainingLevel.NOVICE: Sets(10, 8, 5),
            TrainingLevel.INTERMEDIATE: Sets(12, 10, 6),
            TrainingLevel.ADVANCED: Sets(16, 12, 7),
        },
        PlanObjective.STRENGTH: {
            TrainingLevel.NOVICE: Sets(6, 6, 5),
            TrainingLevel.INTERMEDIATE: Sets(8, 8, 5),
            TrainingLevel.ADVANCED: Sets(10, 10, 6),
        },
        PlanObjective.ENDURANCE: {
            TrainingLevel.NOVICE: Sets(8, 8, 5),
            TrainingLevel.INTERMEDIATE: Sets(10, 9, 5),
            TrainingLevel.ADVANCED: Sets(12, 10, 6),
        },
    }
)
"""Ours within what the curve tells apart: what a level takes no trial has compared."""
SECONDARY_SHARE = 0.6
"""Of what a large group gets."""
SPARE_SHARE, SPARE_FACTOR = 0.8, 1.25
"""Where time is left: of the smaller groups, and more of all where nothing is in focus."""
MOST_SETS: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 20.0, TrainingLevel.INTERMEDIATE: 22.0, TrainingLevel.ADVANCED: 26.0}
)
"""Fractional, of any group in a week, however it comes by them. Ours: there is little data above
thirty, and no trial compared levels."""
OPPOSED_SHARE = 0.6
"""Of the focus, for what works against it; two to one is where lopsided begins."""

WEIGHTS = MappingProxyType({"focus": 3.0, "opposed": 1.6, "primary": 1.0, "secondary": 0.45})
"""What a percent of growth is worth; ours."""

DOSE = ReasonKind(
    "weekly_sets",
    "{name}: {sets:g} sets a week, {growth_percent:.1f} % ({low:.1f} to {high:.1f}) more muscle "
    "over some ten weeks as groups in trials gained on average; people differ by more than that.",
    Basis.EVIDENCE,
    "pelland_refit",
)
DOSE_OF_LEVEL = ReasonKind(
    "weekly_sets_of_level",
    "At least {least:g} sets are told apart from none and {advised:g} and more are advised for "
    "size; {wanted:g} for a focus at this level is our choice.",
    Basis.CONVENTION,
    "plan_dose_convention",
)
DOSE_OF_STRENGTH = ReasonKind(
    "weekly_sets_for_strength",
    "For strength {enough:g} weekly sets of a lift are about as good as more ({percent:.0f} % on "
    "average): heavy sets of few lifts come first.",
    Basis.EVIDENCE,
    "pelland_refit",
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a group is to have a week, and what growth in it is worth."""

    sets: float
    weight: float
    group: str
    """Of the region by which its days are found."""


def targets(
    question: PlanQuestion,
    focus: tuple[Focus, ...],
    *,
    even: bool = False,
    spare: bool = False,
) -> Mapping[str, Target]:
    """By group; a group that is not here is trained only along with others.

    `even` gives the rest of the body what it would have without a focus; `spare` what it may have
    where time is left.
    """
    of_level = TARGETS[question.objective][question.level]
    base = of_level.even if even or spare or not focus else of_level.rest
    if spare and not focus:
        base *= SPARE_FACTOR
    share = SPARE_SHARE if spare else SECONDARY_SHARE
    found = {
        group: Target(share * base, WEIGHTS["secondary"], group)
        for group in SECONDARY
        if group in question.heads
    }
    found |= {
        group: Target(base, WEIGHTS["primary"], group)
        for group in PRIMARY
        if group in question.heads
    }
    wanted = focus_sets(question)
    for one in focus:
        opposed = OPPOSED.get(one.group, "")
        if opposed in question.heads:
            sets = max(OPPOSED_SHARE * wanted, base)
            found[opposed] = Target(sets, WEIGHTS["opposed"], opposed)
    return found | {one.key: Target(wanted, WEIGHTS["focus"], one.group) for one in focus}


def focus_sets(question: PlanQuestion) -> float:
    """Weekly sets of a group in focus."""
    of_level = TARGETS[question.objective][question.level].focus
    return of_level if question.focus_sets_per_week is None else question.focus_sets_per_week


def dose_reasons(question: PlanQuestion, done: Mapping[str, float]) -> tuple[Reason, ...]:
    """Why so many sets: by group in focus, then what the numbers rest on."""
    found = [_dose(group, sets) for group, sets in done.items()]
    if question.objective is PlanObjective.STRENGTH:
        enough = STRENGTH_ENOUGH
        found.append(DOSE_OF_STRENGTH(enough=enough, percent=strength_percent(enough)))
    wanted = focus_sets(question)
    found.append(DOSE_OF_LEVEL(least=LEAST_SETS, advised=ADVISED_SETS, wanted=wanted))
    return tuple(found)


def _dose(group: str, sets: float) -> Reason:
    growth = growth_percent(sets)
    return DOSE(
        group=group,
        name=spoken(group),
        sets=sets,
        growth_percent=growth.value,
        low=growth.low,
        high=growth.high,
    )
