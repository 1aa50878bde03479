"""What is said of the next set of a session under way."""

from app.engine.answer import Basis, Missing, ReasonKind

FINISHED = ReasonKind("sets_finished", "All {planned} planned sets are done.", Basis.CONVENTION)
AS_PLANNED = ReasonKind(
    "set_as_planned", "Set {number} of {planned} is as planned.", Basis.CONVENTION
)
TARGET_LOWERED = ReasonKind(
    "set_target_lowered",
    "After today's sets the chance of {target} repetitions is {chance:.0%}: aim at {aim} "
    "({aim_chance:.0%}).",
    Basis.CONVENTION,
    "in_session_convention",
)
OUT_OF_REACH = ReasonKind(
    "set_out_of_reach",
    "After today's sets the chance of {least} repetitions at {planned} is {chance:.0%}; at {load} "
    "it is {lighter_chance:.0%}.",
    Basis.EVIDENCE,
    "willardson_2012",
)
LIGHTEST_ALREADY = ReasonKind(
    "set_lightest_already",
    "After today's sets the chance of {least} repetitions at {planned} is {chance:.0%}, and no "
    "lighter load can be made that helps: rest longer, and stop where the movement suffers.",
    Basis.CONVENTION,
    "in_session_convention",
)
RESERVE_MISSED = ReasonKind(
    "reserve_missed",
    "The last set left {left:g} in reserve and {wanted:g} were asked for: {load} instead of "
    "{planned}.",
    Basis.CONVENTION,
    "in_session_convention",
)
SEARCH_UP = ReasonKind(
    "search_up",
    "{left:g} were left in reserve: one step up, to {load}.",
    Basis.CONVENTION,
    "first_session_convention",
)
SEARCH_AGAIN = ReasonKind(
    "search_again",
    "How much was left in reserve was not logged: once more at the same load.",
    Basis.CONVENTION,
    "first_session_convention",
)
SEARCH_DONE = ReasonKind(
    "search_done",
    "{left:g} in reserve at {load}: the load is found, and the next session starts from it.",
    Basis.CONVENTION,
    "first_session_convention",
)
SEARCH_ENDED = ReasonKind(
    "search_ended",
    "{sets} sets are enough for a first session; the next one goes on from them.",
    Basis.CONVENTION,
    "first_session_convention",
)
RESERVE = Missing(
    "repetitions_in_reserve", "Log the repetitions left in reserve: the load can follow them."
)
