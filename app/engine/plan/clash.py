"""Which constraints cannot all hold, and which of them the nearest plan lets go."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from app.engine.answer import Basis, ReasonKind
from app.engine.load.anatomy import spoken
from app.engine.load.spacing import SPACING
from app.engine.plan.choice import Wanted
from app.engine.plan.eligible import Eligible
from app.engine.plan.options import Option, option_of
from app.engine.plan.plan import Conflict, PlanConstraint
from app.engine.plan.question import PlanExercise, PlanQuestion
from app.engine.plan.regions import PRIMARY
from app.engine.plan.rules import FOCUS_DAYS, Fault, faults
from app.engine.plan.week import Week
from app.engine.plan.weekdays import NAMES, most_spaced

PLAN = "plan_shape_convention"
SPACED = (PlanConstraint.RECOVERY,)
RARE = ReasonKind(
    "focus_frequency_gave_way",
    "{about} cannot be trained directly on two to three days a week: {causes}. Offered is what can "
    "be done.",
    Basis.CONVENTION,
    "focus_frequency_convention",
)
UNCOVERED = ReasonKind(
    "coverage_gave_way",
    "{about} has no direct sets: {causes}.",
    Basis.CONVENTION,
    PLAN,
)
TOO_FEW_SETS = ReasonKind(
    "volume_gave_way",
    "{about} has fewer weekly sets than were wanted: {causes}.",
    Basis.CONVENTION,
    "plan_dose_convention",
)
MONOTONOUS = ReasonKind(
    "variety_gave_way",
    "{about}: only one kind of exercise, or one plane: {causes}.",
    Basis.CONVENTION,
    PLAN,
)
UNBALANCED = ReasonKind(
    "balance_gave_way",
    "{about} is out of balance: {causes}.",
    Basis.CONVENTION,
    "balance_convention",
)
LEFT_OUT = ReasonKind(
    "group_gave_way",
    "{about} has no sets at all: {causes}.",
    Basis.CONVENTION,
    "balance_convention",
)
DAY_UNUSED = ReasonKind(
    "day_gave_way",
    "{about} stays without a session: {causes}.",
    Basis.CONVENTION,
    PLAN,
)
FEWER_DAYS = ReasonKind(
    "days_gave_way",
    "{wanted} days a week were asked for and {offered} can be trained: {days} are planned.",
    Basis.CONVENTION,
    PLAN,
)
UNPLACED = ReasonKind(
    "preferred_gave_way",
    "{about} was preferred and is left out: {causes}.",
    Basis.CONVENTION,
    PLAN,
)
STAPLE_LEFT_OUT = ReasonKind(
    "staple_gave_way",
    "{about}, which the goal is built on, is left out or rarer than wanted: {causes}.",
    Basis.CONVENTION,
    PLAN,
)

KINDS: Mapping[PlanConstraint, ReasonKind] = MappingProxyType(
    {
        PlanConstraint.FREQUENCY: RARE,
        PlanConstraint.COVERAGE: UNCOVERED,
        PlanConstraint.VOLUME: TOO_FEW_SETS,
        PlanConstraint.VARIETY: MONOTONOUS,
        PlanConstraint.BALANCE: UNBALANCED,
        PlanConstraint.DAYS: DAY_UNUSED,
        PlanConstraint.PREFERRED: UNPLACED,
        PlanConstraint.STAPLES: STAPLE_LEFT_OUT,
    }
)
SAID: Mapping[PlanConstraint, str] = MappingProxyType(
    {
        PlanConstraint.DAYS: "the days a week do not give it a place",
        PlanConstraint.WEEKDAYS: "the weekdays lie too close together",
        PlanConstraint.RECOVERY: f"{SPACING / timedelta(hours=1):g} h have to lie between",
        PlanConstraint.MINUTES: "the sessions are too short",
        PlanConstraint.EQUIPMENT: "the equipment does not do it",
        PlanConstraint.LEVEL: "what does it is too hard for the level",
        PlanConstraint.PAIN: "the area hurts",
        PlanConstraint.CONTRAINDICATIONS: "what was told of your health speaks against it",
        PlanConstraint.EXCLUDED: "the exercises that do it are excluded",
        PlanConstraint.FOCUS: "no exercise known here does it",
        PlanConstraint.VOLUME: "more weekly sets of what it also loads would be too many",
    }
)
"""The causes as a person reads them."""


def conflicts(
    question: PlanQuestion,
    week: Week,
    wanted: Wanted,
    offered: tuple[Option, ...],
    allowed: Eligible,
) -> Iterator[Conflict]:
    """Everything that could not be held, with what stood against it."""
    yield from _fewer_days(question, week)
    why = _Causes(question, week, wanted, offered, allowed)
    for fault in faults(week, wanted, offered):
        if not fault.silent:
            yield why.conflict(fault)


def _fewer_days(question: PlanQuestion, week: Week) -> Iterator[Conflict]:
    wanted, days = question.days_per_week, len(week.layout.days)
    if wanted is not None and days < wanted:
        why = FEWER_DAYS(wanted=wanted, offered=len(set(question.weekdays)) or 7, days=days)
        yield Conflict((PlanConstraint.DAYS, PlanConstraint.WEEKDAYS), PlanConstraint.DAYS, why)


class _Causes:
    """What stands against the mending of a fault."""

    def __init__(
        self,
        question: PlanQuestion,
        week: Week,
        wanted: Wanted,
        offered: tuple[Option, ...],
        allowed: Eligible,
    ) -> None:
        self.question, self.week, self.wanted = question, week, wanted
        self.offered, self.allowed = offered, allowed

    def conflict(self, fault: Fault) -> Conflict:
        causes = sorted(self._causes(fault))
        said = ", and ".join(SAID[one] for one in causes)
        about = NAMES[int(fault.about)] if fault.rule is PlanConstraint.DAYS else fault.about
        kind = LEFT_OUT if fault.about in PRIMARY else KINDS[fault.rule]
        reason = kind(
            about=spoken(about).replace("-", " ").capitalize(), id=fault.about, causes=said
        )
        return Conflict((fault.rule, *causes), fault.rule, reason)

    def _causes(self, fault: Fault) -> Iterable[PlanConstraint]:
        helping = [option for option in self.offered if fault.helps(option)]
        if not helping:
            barring = self.allowed.barring(self._helping(fault), self.question)
            return barring or {PlanConstraint.FOCUS}
        layout = self.week.layout
        if fault.rule is PlanConstraint.FREQUENCY and most_spaced(layout.days) < FOCUS_DAYS:
            alone = len(layout.days) == 1
            return {PlanConstraint.DAYS if alone else PlanConstraint.WEEKDAYS, *SPACED}
        if not any(self.week.within_dose(one) for one in helping):
            return {PlanConstraint.VOLUME}
        if any(layout.allows(one.direct, day) for one in helping for day in layout.days):
            return {PlanConstraint.MINUTES}
        return {PlanConstraint.DAYS, *SPACED}

    def _helping(self, fault: Fault) -> Callable[[PlanExercise], bool]:
        return lambda one: fault.helps(
            option_of(one, self.question, self.wanted.focus, self.allowed)
        )
