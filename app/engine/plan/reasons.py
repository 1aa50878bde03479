"""Why a plan is as it is: what holds for all of it, and why an exercise stands in it."""

from collections.abc import Iterator

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.load.anatomy import DIRECT, spoken
from app.engine.load.balance import LOPSIDED
from app.engine.load.check_ins import PAIN_LIMIT
from app.engine.plan.choice import Wanted
from app.engine.plan.eligible import Eligible
from app.engine.plan.focus import Focus
from app.engine.plan.options import in_a_gym
from app.engine.plan.plan import ExerciseRole
from app.engine.plan.prescription import TIME_TAKEN, warm_up_s
from app.engine.plan.question import PlanQuestion
from app.engine.plan.regions import OPPOSED
from app.engine.plan.week import Slot, Week
from app.engine.plan.weekdays import NAMES

SPACED = ReasonKind(
    "sessions_spaced",
    "Whatever two sessions both load directly, at least {hours:g} h lie between them, over the end "
    "of the week too, at the same hour of the day.",
    Basis.CONVENTION,
    "spacing_convention",
)
FOCUS_DAYS_CHOSEN = ReasonKind(
    "focus_days",
    "{name}: {days} days a week ({weekdays}). For size, days matter little once the weekly sets "
    "are the same; two to three place them well.",
    Basis.CONVENTION,
    "focus_frequency_convention",
)
USUAL_DAYS = ReasonKind(
    "usual_days",
    "Nobody said which days: {weekdays}.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
COVERED = ReasonKind(
    "heads_covered",
    "{name}: every muscle of it has sets of its own: {muscles}.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
ONLY_HELPED = ReasonKind(
    "only_helped",
    "{name}: no exercise known here trains it directly; it helps in others, {sets:g} sets a week.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
HEAVY_FIRST = ReasonKind(
    "heavy_first",
    "Heavy before light: exercises over several joints first, of these the heavy ones and then the "
    "focus; single joints last; light preparation of a focus comes before all.",
    Basis.CONVENTION,
    "plan_order_convention",
)
REST_BALANCED = ReasonKind(
    "rest_balanced",
    "The rest of the body is trained along, opposing sides within {most:g} to 1.",
    Basis.CONVENTION,
    "balance_convention",
)
OPPOSED_ALONG = ReasonKind(
    "opposed_trained",
    "{opposed} along with {name}, which they work against.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
CHOSEN = ReasonKind(
    "exercise_chosen",
    "Trains {muscles} directly; chosen for what its sets add on the curve of dose and response, "
    "for what the week still lacked, and for being well known.",
    Basis.CONVENTION,
    "plan_choice_convention",
)
PREPARES = ReasonKind(
    "prepares",
    "A light squeeze before the heavier work wakes the feeling for the muscle: attention on it "
    "raised its activity in light sets; that it grows more for it is hardly shown.",
    Basis.CONVENTION,
    "calatayud_2016",
)
TIME_LEFT = ReasonKind(
    "time_left",
    "A session takes {used_min:.0f} of {minutes:g} min on average: at this level more weekly sets "
    "of what can be trained here would bring little.",
    Basis.CONVENTION,
    "plan_dose_convention",
)
MUCH_OF_THE_TIME = 0.75
ASKED_FOR = ReasonKind("preferred_exercise", "You prefer it.", Basis.CONVENTION)
OF_THE_GOAL = ReasonKind(
    "goal_exercise",
    "One of the movements that the goal is built on.",
    Basis.CONVENTION,
    "plan_choice_convention",
)
DONE_BEFORE = ReasonKind("known_exercise", "Your history has it.", Basis.EVIDENCE)
NEEDS = ReasonKind(
    "needs_fixture",
    "It needs {fixture}; nothing that does without trains these muscles as well. Exclude it where "
    "there is none.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
NEEDS_IN_GYM = ReasonKind(
    "needs_fixture",
    "It needs {fixture}, which most gyms have. Exclude it where there is none.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
EASED = ReasonKind(
    "easier_rung",
    "{area}: pain of {pain_0_to_10:g} of 10, so it is an easier rung of its ladder; go on only "
    "while it stays at {limit:g} or less.",
    Basis.CONVENTION,
    "knee_control_2022",
)


def week_reasons(question: PlanQuestion, week: Week, wanted: Wanted) -> Iterator[Reason]:
    """What holds for the whole week."""
    if not question.weekdays:
        yield USUAL_DAYS(weekdays=named(week.layout.days))
    for focus in wanted.focus:
        yield from _of_focus(week, focus)
    yield SPACED(hours=48)
    yield REST_BALANCED(most=LOPSIDED)
    yield HEAVY_FIRST()
    yield TIME_TAKEN(warm_up_min=warm_up_s(question.minutes) / 60.0)
    yield from _time_left(question, week)


def _time_left(question: PlanQuestion, week: Week) -> Iterator[Reason]:
    days = len({slot.day for slot in week.slots})
    worked_s = sum(slot.seconds for slot in week.slots) / days
    used_min = (warm_up_s(question.minutes) + worked_s) / 60.0
    if used_min < MUCH_OF_THE_TIME * question.minutes:
        yield TIME_LEFT(used_min=used_min, minutes=question.minutes)


def _of_focus(week: Week, focus: Focus) -> Iterator[Reason]:
    days = sorted(week.focus_days(focus))
    yield FOCUS_DAYS_CHOSEN(
        group=focus.group, name=spoken(focus.key), days=len(days), weekdays=named(days)
    )
    if focus.heads and all(week.direct_sets(head) for head in focus.heads):
        yield COVERED(
            group=focus.group, name=spoken(focus.key), muscles=", ".join(map(spoken, focus.heads))
        )
    for muscle in focus.helped:
        yield ONLY_HELPED(muscle=muscle, name=spoken(muscle), sets=week.muscle_sets(muscle))
    if (opposed := OPPOSED.get(focus.group)) and week.sets[opposed]:
        yield OPPOSED_ALONG(opposed=spoken(opposed).capitalize(), name=spoken(focus.group))


def exercise_reasons(question: PlanQuestion, slot: Slot, allowed: Eligible) -> Iterator[Reason]:
    """Why this exercise, and why so."""
    one, dosage = slot.option.exercise, slot.option.dosage
    if slot.role is ExerciseRole.PREPARATION:
        yield PREPARES()
    if one.id in question.preferred:
        yield ASKED_FOR()
    elif any(one.movement_id in staple.movements for staple in question.staples):
        yield OF_THE_GOAL()
    direct = [spoken(muscle) for muscle, share in one.muscles.items() if share >= DIRECT]
    yield CHOSEN(muscles=", ".join(direct))
    if one.id in question.known:
        yield DONE_BEFORE()
    unit = "repetitions" if one.tempo is not None else "seconds or repetitions"
    yield dosage.why(low=dosage.low, high=dosage.high, unit=unit, reserve=dosage.reserve)
    if one.fixture:
        kind = NEEDS_IN_GYM if in_a_gym(question) else NEEDS
        yield kind(fixture=one.fixture)
    if (pain := allowed.eased.get(one.id)) is not None:
        yield EASED(area=spoken(pain.area), pain_0_to_10=pain.value_0_to_10, limit=PAIN_LIMIT)


def named(days: Iterator[int] | tuple[int, ...] | list[int]) -> str:
    return ", ".join(NAMES[day].capitalize() for day in days)
