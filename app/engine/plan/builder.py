"""A plan from a question: eligible exercises, days, sets, order, progression, and what gave way.

Deterministic: nothing is drawn, and every tie is broken by the order of names and days. What never
gives way: 48 h between sessions that load the same group directly, minutes, equipment, pain above
the limit, contraindications that were told, exclusions. What can is named in `conflicts`.
"""

from collections.abc import Iterator

from app.engine.answer import Basis, Part, Reason, ReasonKind, ok, refused
from app.engine.load.anatomy import spoken
from app.engine.load.check_ins import PAIN, PAIN_LIMIT
from app.engine.load.recovery import PAIN_WITHIN_LIMIT
from app.engine.overload.safety import INSTEAD_OF_RED_FLAG, LIMITS, RED_FLAG, STOPS
from app.engine.plan.blocks import block_reasons, blocks
from app.engine.plan.choice import Wanted
from app.engine.plan.clash import conflicts
from app.engine.plan.dose import dose_reasons, targets
from app.engine.plan.eligible import Eligible, eligible
from app.engine.plan.fill import filled
from app.engine.plan.focus import focuses
from app.engine.plan.layout import layout
from app.engine.plan.options import Option, options
from app.engine.plan.plan import WeekPlan
from app.engine.plan.prescription import warm_up_s
from app.engine.plan.question import PlanQuestion
from app.engine.plan.reasons import week_reasons
from app.engine.plan.sessions import sessions
from app.engine.plan.volume import volume
from app.engine.plan.week import Week
from app.engine.plan.weekdays import choose

NOTHING_LEFT = ReasonKind(
    "nothing_left",
    "No exercise is left that may be done: {causes}.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
INSTEAD_OF_NOTHING = (
    "Take back one of these: name more equipment, longer sessions or fewer exclusions. Where pain "
    "leaves nothing, see a clinician first."
)
CAREFUL = ReasonKind(
    "plan_with_health_flag",
    "{flag}: nothing here goes to its limit; ask the clinician who knows you before you begin.",
    Basis.CONVENTION,
    "exercise_screening_convention",
)
REFERRAL = ReasonKind(
    "pain_referral",
    "Nothing here loads it. Pain that is severe, that follows an injury or that lasts more than "
    "two weeks belongs to a clinician.",
    Basis.CONVENTION,
    "knee_control_2022",
)


def plan(question: PlanQuestion) -> Part[WeekPlan]:
    """The plan; refused where something told stands against all training, or nothing is left."""
    if stopped := tuple(_stops(question)):
        return refused(stopped, INSTEAD_OF_RED_FLAG)
    allowed = eligible(question)
    focus = focuses(question)
    wanted = Wanted(
        targets(question, focus), focus, question.level, question.staples, question.preferred
    )
    offered = options(question, focus, allowed)
    chosen = choose(question.weekdays, question.days_per_week)
    days = layout(chosen, wanted.targets, focus, offered)
    session_s = 60.0 * question.minutes - warm_up_s(question.minutes)
    week = filled(question, wanted, offered, days, session_s)
    if not week.slots:
        return refused((_nothing(allowed), *_hurting(question)), INSTEAD_OF_NOTHING)
    return _answer(question, wanted, week, offered, allowed)


def _answer(
    question: PlanQuestion,
    wanted: Wanted,
    week: Week,
    offered: tuple[Option, ...],
    allowed: Eligible,
) -> Part[WeekPlan]:
    planned = blocks(question.weeks, question.level)
    value = WeekPlan(
        sessions=tuple(sessions(question, week, allowed)),
        volume=tuple(volume(question, week, wanted)),
        blocks=planned,
        conflicts=tuple(conflicts(question, week, wanted, offered, allowed)),
    )
    done = {focus.key: week.total_sets(focus.key) for focus in wanted.focus}
    because = (
        *dose_reasons(question, done),
        *week_reasons(question, week, wanted),
        *block_reasons(planned),
    )
    return ok(value, because, warnings=(*_careful(question), *_hurting(question)))


def _stops(question: PlanQuestion) -> Iterator[Reason]:
    for flag, name in STOPS.items():
        if flag in question.health_flags:
            yield RED_FLAG(flag=name)


def _careful(question: PlanQuestion) -> Iterator[Reason]:
    for flag, name in LIMITS.items():
        if flag in question.health_flags:
            yield CAREFUL(flag=name)


def _hurting(question: PlanQuestion) -> Iterator[Reason]:
    for pain in question.pain:
        name, value = spoken(pain.area), pain.value_0_to_10
        if value > PAIN_LIMIT:
            yield PAIN(area=pain.area, name=name, pain_0_to_10=value, limit=PAIN_LIMIT)
            yield REFERRAL()
        elif value > 0.0:
            yield PAIN_WITHIN_LIMIT(pain_0_to_10=value, limit=PAIN_LIMIT)


def _nothing(allowed: Eligible) -> Reason:
    causes = sorted({spoken(one) for why in allowed.barred.values() for one in why})
    return NOTHING_LEFT(causes=", ".join(causes) or "minutes")
