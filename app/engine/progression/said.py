"""The sentences that several schemes share."""

from app.engine.answer import Basis, ReasonKind

RULES = "progression_rules_convention"

STARTS = ReasonKind(
    "scheme_starts",
    "The first session of this scheme: it starts at {load}.",
    Basis.CONVENTION,
    RULES,
)
ALL_DONE = ReasonKind(
    "scheme_demand_met",
    "Everything asked for was done at {load} ({done}): the demand rises to {next_load}.",
    Basis.CONVENTION,
    RULES,
)
ALL_DONE_CARRIED = ReasonKind(
    "scheme_increment_carried",
    "Everything asked for was done at {load} ({done}). The rule says {rule}, the equipment makes "
    "{next_load}: the difference is carried on.",
    Basis.CONVENTION,
    "unrounded_state_convention",
)
NOTHING_HEAVIER = ReasonKind(
    "scheme_nothing_heavier",
    "Everything asked for was done at {load} ({done}), and nothing heavier can be loaded: change "
    "to a harder variation, or to a scheme that progresses by repetitions, sets or tempo.",
    Basis.CONVENTION,
    RULES,
)
MISSED = ReasonKind(
    "scheme_demand_missed",
    "Asked for at {load}: {wanted}; done: {done}. Repeat it; after {most} such sessions in a row "
    "the load steps back, this is number {failures}.",
    Basis.CONVENTION,
    RULES,
)
GAINED = ReasonKind(
    "scheme_gained",
    "{done} at {load}, more than before: go on at the same load.",
    Basis.CONVENTION,
    RULES,
)
REPEATED = ReasonKind(
    "scheme_repeat",
    "Asked for at {load}: {wanted}; done: {done}. Repeat it.",
    Basis.CONVENTION,
    RULES,
)
STEPPED_BACK = ReasonKind(
    "scheme_step_back",
    "Asked for at {load}: {wanted}; done: {done}, number {failures} in a row: step back by "
    "{percent:g} % and at least one step, rounded down, to {next_load}.",
    Basis.CONVENTION,
    RULES,
)
NOTHING_LIGHTER = ReasonKind(
    "scheme_nothing_lighter",
    "Asked for at {load}: {wanted}; done: {done}. A step back is due, but nothing lighter can be "
    "loaded: an easier variation would be the step back.",
    Basis.CONVENTION,
    RULES,
)
HELD_IN_DEFICIT = ReasonKind(
    "held_in_deficit",
    "In an energy deficit holding is success: {done} at {load}, no less than before, is not "
    "counted as a failure.",
    Basis.CONVENTION,
    "murphy_koehler_2022",
)


def listed(repetitions: tuple[int, ...]) -> str:
    """`5, 5, 4 repetitions`."""
    done = ", ".join(map(str, repetitions))
    return f"{done} repetition" if repetitions == (1,) else f"{done} repetitions"
