"""The sentences of a progression, with their numbers and what they rest on."""

from app.engine.answer import Basis, ReasonKind

RULE = "double_progression_convention"


def counted(number: float, noun: str) -> str:
    """`1 repetition`, `2 repetitions`."""
    return f"{number:g} {noun}" if number == 1 else f"{number:g} {noun}s"


FULL_SUCCESS = ReasonKind(
    "full_success",
    "{all_sets} reached {reached} at {load}: the demand rises.",
    Basis.CONVENTION,
    RULE,
)
LOAD_RAISED = ReasonKind(
    "load_raised",
    "The load rises from {load} to {next_load}; repetitions start again at {repetitions}.",
    Basis.CONVENTION,
    RULE,
)
STEP_WITHIN_TENTH = ReasonKind(
    "step_within_tenth",
    "That is {percent:.1f} % more; steps of 2 to 10 % are advised.",
    Basis.EVIDENCE,
    "acsm_2009",
)
EXTENDED_RANGE_MET = ReasonKind(
    "extended_range_met",
    "That is {percent:.1f} % more, but {repetitions} repetitions at {load} should leave at least "
    "{repetitions_low} at {next_load} (Epley).",
    Basis.CONVENTION,
    "epley_1985",
)
STEP_BELOW_ADVISED = ReasonKind(
    "step_below_advised",
    "That is {percent:.1f} % more, less than the 2 to 10 % that are advised: small steps add up.",
    Basis.CONVENTION,
    "acsm_2009",
)
STEP_NOT_TAKEN = ReasonKind(
    "step_not_taken",
    "The step asked for, {step:g} {unit}, is too large here: {next_load} is the next load.",
    Basis.CONVENTION,
    RULE,
)
STEP_TOO_SMALL = ReasonKind(
    "step_too_small",
    "A step of {step:g} {unit} is far below what the equipment makes: {load} stays until enough of "
    "them have added up.",
    Basis.CONVENTION,
    "unrounded_state_convention",
)
INCREMENT_CARRIED = ReasonKind(
    "increment_carried",
    "The rule says {unrounded}, the equipment makes {load}: the difference, {carried}, is carried "
    "on.",
    Basis.CONVENTION,
    "unrounded_state_convention",
)
STEP_TOO_LARGE = ReasonKind(
    "step_too_large",
    "The next load, {next_load}, is {percent:.1f} % heavier. Steps above 10 % wait until every set "
    "reaches {repetitions} repetitions, so that at least {repetitions_low} can be done there "
    "(Epley).",
    Basis.CONVENTION,
    "epley_1985",
)
STEP_OUT_OF_REACH = ReasonKind(
    "step_out_of_reach",
    "The next load, {next_load}, is {percent:.1f} % heavier: too far for repetitions up to "
    "{repetitions} to lead there.",
    Basis.CONVENTION,
    "epley_1985",
)
STEP_TOO_LARGE_UNWEIGHED = ReasonKind(
    "step_too_large",
    "The next load, {next_load}, is {rise} heavier, and the body's part of what is lifted is not "
    "known. Steps above {rise_most} wait until every set reaches {repetitions} repetitions (Epley, "
    "for a light body).",
    Basis.CONVENTION,
    "epley_1985",
)
STEP_OUT_OF_REACH_UNWEIGHED = ReasonKind(
    "step_out_of_reach",
    "The next load, {next_load}, is {rise} heavier, and the body's part of what is lifted is not "
    "known: too far for repetitions up to {repetitions} to lead there (Epley, for a light body).",
    Basis.CONVENTION,
    "epley_1985",
)
NOTHING_HEAVIER = ReasonKind(
    "nothing_heavier",
    "The equipment makes no load above {load}.",
    Basis.CONVENTION,
)
NOTHING_TO_LOAD = ReasonKind(
    "nothing_to_load",
    "Nothing is known that could be added to {load}.",
    Basis.CONVENTION,
)
SET_ADDED = ReasonKind(
    "set_added", "One more set, {sets} instead of {sets_before}.", Basis.CONVENTION, RULE
)
TEMPO_SLOWED = ReasonKind(
    "tempo_slowed",
    "Lower for {eccentric_s:g} s instead of {eccentric_s_before:g} s. Up to 8 s a repetition "
    "muscle grows alike.",
    Basis.EVIDENCE,
    "schoenfeld_2015_tempo",
)
EQUIPMENT_EXHAUSTED = ReasonKind(
    "equipment_exhausted",
    "Load, repetitions, sets and tempo are at their limits with this equipment: change to a harder "
    "variation of the exercise, or to equipment with heavier or finer loads.",
    Basis.CONVENTION,
    RULE,
)
WITHIN_RANGE = ReasonKind(
    "within_range",
    "Fewest repetitions of a set: {lowest}; every set is to reach {repetitions}: same load, aim at "
    "{target}.",
    Basis.CONVENTION,
    RULE,
)
BELOW_RANGE = ReasonKind(
    "below_range",
    "Fewest repetitions of a set: {lowest}; the range begins at {repetitions_low}: same load.",
    Basis.CONVENTION,
    RULE,
)
SETS_MISSING = ReasonKind(
    "sets_missing",
    "Sets done at {load}: {done} of {sets}; the demand rises when all are done.",
    Basis.CONVENTION,
    RULE,
)
NOTHING_GAINED = ReasonKind(
    "nothing_gained",
    "Repetitions over all sets ({sets}): {total}; the best at this demand: {best}. Repeat it. "
    "After {repeats_allowed} such sessions in a row the load steps back; this is number {repeats}.",
    Basis.CONVENTION,
    RULE,
)
STEP_BACK = ReasonKind(
    "step_back",
    "{repeats} sessions in a row brought no gain at {load}: step back by a tenth and at least one "
    "step, rounded down, to {next_load}.",
    Basis.CONVENTION,
    RULE,
)
NO_LIGHTER_LOAD = ReasonKind(
    "no_lighter_load",
    "{repeats} sessions in a row brought no gain and the equipment makes nothing lighter than "
    "{load}: an easier variation of the exercise would be the step back.",
    Basis.CONVENTION,
    RULE,
)
