"""What is said about a lifter's one-repetition maximum at an instant."""

from app.engine.answer import Basis, Missing, ReasonKind

FROM_CAPACITY = ReasonKind(
    "maximum_from_capacity",
    "The load at which a single is as likely as not to be the most, by what the whole log says of "
    "capacity: {maximum}.",
    Basis.EVIDENCE,
    "house_backtest",
)
BEST_SET = ReasonKind(
    "best_recent_set",
    "Beside it the usual way: the best set of the last {days} days of training, {load} for "
    "{possible:g} to failure, is {maximum} by {equation}.",
    Basis.CONVENTION,
)
EXTRAPOLATED = ReasonKind(
    "maximum_extrapolated",
    "The heaviest load of the last {days} days of training is {load}. The maximum lies "
    "{percent:.0f} % above it, where people differ by {sd_percent:.0f} % (SD) from any curve: the "
    "interval is at least that wide.",
    Basis.EVIDENCE,
    "mayhew_2008",
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
    "The maximum would lie more than {percent:.0f} % above the heaviest load of the last {days} "
    "days of training, {load}: from so many repetitions it is a guess.",
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
