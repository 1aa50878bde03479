"""What is said about the one-repetition maximum of one set."""

from app.engine.answer import Basis, Missing, ReasonKind

SET = ReasonKind(
    "one_rep_max_of_set",
    "{load} for {possible:g} repetitions to failure: {equation} makes it {maximum}.",
    Basis.CONVENTION,
)
SINGLE = ReasonKind(
    "single_is_its_own_maximum",
    "One repetition with nothing in reserve: the load itself, {load}, whatever an equation says.",
    Basis.CONVENTION,
)
SINGLE_SPREAD = ReasonKind(
    "one_rep_max_test_spread",
    "The same person's measured maxima differ by {percent:.1f} % (SD) from day to day.",
    Basis.EVIDENCE,
    "grgic_2020",
)
PERSON_SPREAD = ReasonKind(
    "one_rep_max_person_spread",
    "One person's maximum lies about {percent:.0f} % (SD) around any equation; the equations "
    "themselves lie between {lowest} and {highest}.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
RESERVE_ADDED = ReasonKind(
    "reserve_added",
    "Repetitions in reserve ({reserve:g}) count as done, as every application has it; no trial has "
    "tested it.",
    Basis.CONVENTION,
)
RPE_READ = ReasonKind(
    "rpe_read",
    "RPE {rpe:g} is {reserve:g} repetitions in reserve.",
    Basis.CONVENTION,
    "zourdos_2016",
)
BEYOND_TEN = ReasonKind(
    "beyond_ten_repetitions",
    "{possible:g} repetitions to failure: beyond ten the equations part company, and people too.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
BEYOND_TWELVE = ReasonKind(
    "beyond_twelve_repetitions",
    "{possible:g} repetitions to failure say little about one: take a heavier set.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
FAR_FROM_FAILURE = ReasonKind(
    "far_from_failure",
    "{reserve:g} in reserve is a guess: so far from failure people are off by about five.",
    Basis.EVIDENCE,
    "zourdos_2021",
)
EFFORT_UNKNOWN = ReasonKind(
    "effort_unknown",
    "What was left in reserve is not said. The set is read as to failure, which is the least it "
    "shows; the upper limit allows for {reserve:g} more.",
    Basis.CONVENTION,
)
PREPRINT = ReasonKind(
    "unreviewed_preprint",
    "This equation is a preprint that nobody has reviewed, fitted without one measured maximum.",
    Basis.CONVENTION,
    "marzagao_2026",
)

LOAD_IMPOSSIBLE = ReasonKind(
    "load_impossible",
    "A load of {load} shows no maximum: it must be above 0 and at most {most}.",
    Basis.CONVENTION,
)
NO_REPETITION = ReasonKind(
    "no_repetition", "{repetitions} repetitions show no maximum.", Basis.CONVENTION
)
TOO_MANY = ReasonKind(
    "too_many_repetitions",
    "{possible:g} repetitions to failure are more than {most:g}: from there a maximum is a guess.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
EFFORT_TWICE = ReasonKind(
    "effort_given_twice",
    "RPE {rpe:g} and {reserve:g} in reserve are two words for one thing.",
    Basis.CONVENTION,
    "zourdos_2016",
)
EFFORT_IMPOSSIBLE = ReasonKind(
    "effort_impossible",
    "Effort is 0 or more repetitions in reserve, or an RPE from 5 to 10; not {effort:g}.",
    Basis.CONVENTION,
    "zourdos_2016",
)
LOAD_TOO_LIGHT = ReasonKind(
    "load_too_light_for_equation",
    "{equation} has no answer at {load}.",
    Basis.CONVENTION,
    "marzagao_2026",
)

ANOTHER_SET = "Take a set of 2 to 10 repetitions, to failure or with a few in reserve."
RESERVE = Missing(
    "repetitions_in_reserve",
    "Say how many repetitions were left in reserve, or the RPE: the interval becomes narrower.",
)
