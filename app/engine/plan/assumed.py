"""What a plan assumes where nobody said; each assumption is named in the answer."""

from app.engine.answer import Basis, ReasonKind

MINUTES = 45.0
WEEKS = 8

LEVEL_ASSUMED = ReasonKind(
    "level_assumed",
    "Nobody said how long you have trained: planned as for a novice, which is safe for all.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
MINUTES_ASSUMED = ReasonKind(
    "minutes_assumed",
    "Nobody said how long a session may take: {minutes:g} min.",
    Basis.CONVENTION,
    "plan_time_convention",
)
DAYS_ASSUMED = ReasonKind(
    "days_assumed",
    "Nobody said how many days a week: {days}.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
BODY_ONLY_ASSUMED = ReasonKind(
    "body_only",
    "No equipment was named: body weight only.",
    Basis.CONVENTION,
    "plan_shape_convention",
)
