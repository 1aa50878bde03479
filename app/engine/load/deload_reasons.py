"""The sentences of a deload, and what can be missing from its assessment."""

from app.engine.answer import Basis, Missing, ReasonKind

PLAN_DUE = ReasonKind(
    "plan_due",
    "{weeks:.1f} weeks of training without a week off; a deload every {every:g} is planned. Those "
    "who compete take one of 6.4 days every 5.6 weeks.",
    Basis.CONVENTION,
    "rogerson_2024",
)
PLAN_NOT_DUE = ReasonKind(
    "plan_not_due",
    "{weeks:.1f} weeks of training without a week off; a deload every {every:g} is planned.",
    Basis.CONVENTION,
    "rogerson_2024",
)
PLAN_UNUSUAL = ReasonKind(
    "plan_unusual",
    "A deload every {every:g} weeks is planned; every {low} to {high} is customary.",
    Basis.CONVENTION,
    "bell_2023",
)
LIFTS_STALLED = ReasonKind(
    "lifts_stalled",
    "Lifts without progress: {stalled} of {assessed} ({names}).",
    Basis.EVIDENCE,
)
LIFTS_MOVE = ReasonKind(
    "lifts_move",
    "Lifts without progress: {stalled} of {assessed}; {least} are taken as a sign.",
    Basis.CONVENTION,
    "deload_convention",
)
FEELS_LOW = ReasonKind(
    "readiness_low",
    "Readiness of the last {check_ins} check-ins: {mean:.1f} of 5.",
    Basis.CONVENTION,
    "deload_convention",
)
FEELS_TIRED = ReasonKind(
    "stalled_and_tired",
    "A lift without progress, and {mean:.1f} of 5 as the readiness of the last {check_ins} "
    "check-ins: together a sign.",
    Basis.CONVENTION,
    "deload_convention",
)
FEELS_READY = ReasonKind(
    "readiness_fine",
    "Readiness of the last {check_ins} check-ins: {mean:.1f} of 5.",
    Basis.CONVENTION,
    "deload_convention",
)
ALWAYS_SORE = ReasonKind(
    "sore_throughout",
    "Soreness above {limit:g} of 10 in each of the last {check_ins} check-ins: look at the number "
    "of sets, whatever else is done.",
    Basis.CONVENTION,
    "deload_convention",
)
NO_GAIN_SHOWN = ReasonKind(
    "no_gain_shown",
    "No trial has shown that a deload brings more: in one, a week off in the middle of nine left "
    "size the same and leg strength slightly behind. It is for feeling fresher.",
    Basis.EVIDENCE,
    "coleman_2024",
)
HOW = ReasonKind(
    "deload_how",
    "For {days_low} to {days_high} days do about half of the sets at nearly the same load, with "
    "{reserve_low:g} to {reserve_high:g} more repetitions in reserve, on the same days.",
    Basis.CONVENTION,
    "rogerson_2024",
)
UNDER_WAY = ReasonKind(
    "deload_under_way",
    "The deload that was planned goes on until {last_on}: nothing more is to be taken off.",
    Basis.CONVENTION,
    "deload_convention",
)
PLANNED_AHEAD = ReasonKind(
    "deload_ahead",
    "The mesocycle plans a deload from {first_on} to {last_on}.",
    Basis.CONVENTION,
    "deload_convention",
)
LIFTS_AFTER_DELOAD = ReasonKind(
    "lifts_after_deload",
    "The last deload ended on {last_on}: for {weeks} weeks from then on lifts that stand still ask "
    "for no other.",
    Basis.CONVENTION,
    "deload_convention",
)
NOTHING_ASKS = ReasonKind(
    "no_deload_asked",
    "Nothing of this asks for a deload now.",
    Basis.CONVENTION,
    "deload_convention",
)

LIFTS = Missing(
    "lift_trends",
    "Whether lifts have stalled cannot be assessed: log two lifts or more for several weeks.",
)
CHECK_INS = Missing(
    "check_ins",
    "How you feel cannot be assessed: check in with readiness on three days of the last 14, one "
    "of them within three days.",
)
WEEKS = Missing("training_log", "Log your training, so that the weeks since the last rest count.")
