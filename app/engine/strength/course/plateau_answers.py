"""What to do about a plateau: in order, one thing at a time. No trial compared such orders."""

from app.engine.answer import Basis, ReasonKind

EFFORT_FIRST = ReasonKind(
    "plateau_effort_first",
    "First make sure that it is one: for two weeks end the last set of the exercise with one or "
    "two repetitions in reserve, and log them. More than that is not needed: little is gained by "
    "the last repetitions before failure.",
    Basis.CONVENTION,
    "refalo_2023",
)
REST_NEXT = ReasonKind(
    "plateau_rest_next",
    "Then see how you recover: after short nights or with low readiness take a lighter week before "
    "anything else; advice/recovery says whether one is due.",
    Basis.CONVENTION,
    "deload_convention",
)
ONE_LEVER = ReasonKind(
    "plateau_one_lever",
    "Then change one thing and leave it for four weeks: a set more, a smaller step of load, more "
    "repetitions before the load rises, or a slower lowering.",
    Basis.CONVENTION,
    "plateau_answer_convention",
)
OTHER_EXERCISE = ReasonKind(
    "plateau_other_exercise",
    "If the exercise alone stands still, train another one of the same movement for a block and "
    "come back.",
    Basis.CONVENTION,
    "plateau_answer_convention",
)
HOLD_IN_DEFICIT = ReasonKind(
    "hold_in_deficit",
    "Until then: keep loads and sets as they are, eat the protein of the target and sleep. Where "
    "strength falls, lose more slowly; a week or two that hold the body are for comfort.",
    Basis.CONVENTION,
    "plateau_answer_convention",
)

PLATEAU_ANSWERS = (EFFORT_FIRST(), REST_NEXT(), ONE_LEVER(), OTHER_EXERCISE())
IN_DEFICIT_ANSWERS = (HOLD_IN_DEFICIT(),)
