"""What is said about a strength trend."""

from app.engine.answer import Basis, Missing, ReasonKind

TREND = ReasonKind(
    "strength_trend",
    "Strength in this exercise moves by {percent:+.2f} % a week ({low:+.2f} to {high:+.2f}), by "
    "the best set of each session (sessions: {sessions}, weeks: {weeks:.1f}).",
    Basis.EVIDENCE,
)
ROBUST = ReasonKind(
    "median_of_slopes",
    "The trend is the median of all slopes between two sessions: some odd days or slips of the "
    "keyboard do not move it.",
    Basis.EVIDENCE,
    "sen_1968",
)
ONE_EQUATION = ReasonKind(
    "one_equation_throughout",
    "Every session is read by the same equation ({equation}), so what it misses of a person is the "
    "same in all.",
    Basis.CONVENTION,
    "mayhew_2008",
)
TEST_NOISE = ReasonKind(
    "test_noise",
    "A person's maximum is measured to {percent:.1f} % (SD), so two sessions must differ by more "
    "than {change_percent:.1f} % to differ at all; the interval is never narrower than that noise "
    "allows.",
    Basis.EVIDENCE,
    "grgic_2020",
)
EFFORT_COUNTS = ReasonKind(
    "effort_counts",
    "Repetitions in reserve count as done; sets without them, or with more than four, are left "
    "out.",
    Basis.CONVENTION,
)
SINCE_LAYOFF = ReasonKind(
    "since_layoff",
    "The trend begins on {back_on}, after a pause of four weeks or more.",
    Basis.CONVENTION,
    "layoff_convention",
)

EFFORT_UNKNOWN = ReasonKind(
    "effort_unknown",
    "Too few sessions say what was left in reserve: sets are read as to failure. Stopping at a "
    "target looks like standing still, and harder sets look like strength.",
    Basis.CONVENTION,
)
BEYOND_TEN = ReasonKind(
    "beyond_ten_repetitions",
    "Sessions whose best set is beyond ten repetitions to failure: {sessions}. Equations part "
    "company there.",
    Basis.EVIDENCE,
    "mayhew_2008",
)
OTHER_REPETITIONS = ReasonKind(
    "repetition_range_moved",
    "The best sets moved by {repetitions:+.1f} repetitions to failure over the trend. People's "
    "own curves differ from the equation's, so the interval is wider.",
    Basis.CONVENTION,
    "curve_spread_convention",
)
OUT_OF_LINE = ReasonKind(
    "sessions_out_of_line",
    "Sessions far off the line: {sessions}. Check their sets for slips; the level now does "
    "without them.",
    Basis.CONVENTION,
    "typing_error_convention",
)

RESERVE = Missing(
    "repetitions_in_reserve",
    "Log the repetitions left in reserve of each session's hardest set: a trend then shows "
    "strength, not only what was asked for.",
)


def more_sessions(points: int, weeks: float, days: int) -> Missing:
    return Missing(
        "sessions_of_exercise",
        f"A trend needs sessions of this exercise with a set of at most 15 repetitions, done and "
        f"in reserve: at least {points} of them, the first and the last {days} days apart, within "
        f"{weeks:g} weeks.",
    )
