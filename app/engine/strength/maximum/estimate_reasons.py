"""What is said about a lifter's one-repetition maximum at an instant."""

from app.engine.answer import Basis, Missing, ReasonKind

FROM_CAPACITY = ReasonKind(
    "maximum_from_capacity",
    "By your log you could do the heaviest load of the last {days} days of training, {load}, about "
    "{possible:.1f} times. Your own curve leads from there to {own}, the published one (Wathen) to "
    "{published}; between the two, nearer to the surer one, lies {maximum}.",
    Basis.EVIDENCE,
    "house_maximum",
)
EXTRAPOLATED = ReasonKind(
    "maximum_extrapolated",
    "From {possible:.1f} repetitions to one, people differ by {sd_percent:.0f} % (SD); the "
    "interval is at least that wide.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
BEST_SET = ReasonKind(
    "best_recent_set",
    "Beside it the usual way: the best set of the last {days} days of training, {load} for "
    "{possible:g} to failure, is {maximum} by {equation}.",
    Basis.CONVENTION,
)
LIFTED = ReasonKind(
    "maximum_at_least_lifted",
    "{load} was lifted in the last {days} days, so the maximum is hardly below {least}.",
    Basis.EVIDENCE,
    "grgic_2020",
)
OLD_LOG = ReasonKind(
    "maximum_of_an_old_log",
    "The last session is {days:.0f} days old; what was lost since is not known.",
    Basis.CONVENTION,
    "layoff_convention",
)
BEYOND_TEN = ReasonKind(
    "beyond_ten_repetitions",
    "The best set is {possible:g} repetitions to failure; beyond ten the equations part company.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
TOO_FAR = ReasonKind(
    "maximum_too_far",
    "The heaviest load of the last {days} days of training is {load}, which you could do about "
    "{possible:.0f} times: from more than {most:g} repetitions a maximum is a guess.",
    Basis.EVIDENCE,
    "mayhew_2008",
)

HEAVIER_SETS = Missing(
    "heavier_sets",
    "Log a set of 1 to 5 repetitions: the interval becomes narrower the nearer the loads are.",
)
NO_MAXIMUM = Missing(
    "sets_of_known_effort",
    "The log does not pin a maximum down. Log sets of 3 to 10 repetitions near failure.",
)
