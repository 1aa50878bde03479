"""What is said about a plateau, or about why there is no telling yet."""

from collections.abc import Iterator

from app.engine.answer import Basis, Missing, Reason, ReasonKind
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge

PLATEAU = ReasonKind(
    "plateau",
    "At most {high:+.2f} % a week where {expected:g} are expected, and nothing says that it rises "
    "at all: a plateau.",
    Basis.EVIDENCE,
)
PROGRESSING = ReasonKind(
    "progressing",
    "At least {low:+.2f} % a week: strength rises.",
    Basis.EVIDENCE,
)
SLOWER = ReasonKind(
    "slower_than_expected",
    "That is at most {high:+.2f} % a week, less than the {expected:g} that are expected.",
    Basis.CONVENTION,
    "strength_gain_convention",
)
DECLINING = ReasonKind(
    "declining",
    "At most {high:+.2f} % a week: strength falls.",
    Basis.EVIDENCE,
)
TESTED = ReasonKind(
    "tested_interval",
    "The verdict is held to the {percent:.0f} % interval of the trend, {low:+.2f} to {high:+.2f} % "
    "a week: that it holds 0 is not yet a plateau, that it leaves out the expected rise is.",
    Basis.CONVENTION,
    "plateau_convention",
)
EXPECTED_BY_AGE = ReasonKind(
    "expected_by_training_age",
    "After {training_age} of training about {expected:g} % a week is usual; people differ by half "
    "of that and more.",
    Basis.CONVENTION,
    "strength_gain_convention",
)
EXPECTED_AS_ASKED = ReasonKind(
    "expected_as_asked",
    "The rise that is expected was given: {expected:g} % a week.",
    Basis.CONVENTION,
)
VOLUME_RISES = ReasonKind(
    "volume_rises",
    "The work of a session (load times repetitions) still rises, by at least {low:+.1f} % a week: "
    "sets or repetitions grow where the best set does not.",
    Basis.EVIDENCE,
)

CANNOT_TELL = ReasonKind(
    "cannot_tell_yet",
    "The trend of {percent:+.2f} % a week may be anything from {low:+.2f} to {high:+.2f}: too wide "
    "to tell standing still from rising.",
    Basis.EVIDENCE,
)
TOO_SHORT = ReasonKind(
    "trend_too_short",
    "The trend has {sessions} sessions over {days:.0f} days.",
    Basis.EVIDENCE,
)
IN_DEFICIT = ReasonKind(
    "in_energy_deficit",
    "Less is eaten than spent since {since}: what rise to expect then is not known, and to hold "
    "strength is much, so no plateau is called.",
    Basis.CONVENTION,
    "plateau_in_deficit_convention",
)
BACK_FROM_LAYOFF = ReasonKind(
    "back_from_layoff",
    "Training began again on {back_on}, after a pause of four weeks or more: what was lost comes "
    "back faster than anything new, so nothing is called for {days} days.",
    Basis.CONVENTION,
    "layoff_convention",
)
NOT_TRAINED = ReasonKind(
    "not_trained_lately",
    "The last session of this exercise was {days:.0f} days ago: a trend of that time says nothing "
    "of now.",
    Basis.CONVENTION,
    "layoff_convention",
)

EFFORT_UNKNOWN = ReasonKind(
    "plateau_of_effort_unknown",
    "Too few sets say what was left in reserve, so this may be a plateau of what was asked for: "
    "take a last set near failure, or log the reserve, before changing the programme.",
    Basis.CONVENTION,
)

TRAINING_AGE = Missing(
    "training_age",
    "Say how long you have trained, or which rise you expect: without one, standing still cannot "
    "be told from rising slowly.",
)
AFTER_DEFICIT = Missing(
    "end_of_deficit", "Ask again some weeks after the energy deficit has ended."
)
RETRAINED = Missing("sessions_since_layoff", "Train on and ask again when the time is over.")
TRAIN_AGAIN = Missing("recent_session", "Log a session of this exercise.")


def expected_rise(age: TrainingAge | None, percent_per_week: float | None) -> Iterator[Reason]:
    """Where the rise that is expected comes from; what the caller says counts."""
    if percent_per_week is not None:
        yield EXPECTED_AS_ASKED(expected=percent_per_week)
    elif age is not None:
        expected = EXPECTATIONS[age].percent_per_week
        yield EXPECTED_BY_AGE(training_age=age.value.replace("_", " "), expected=expected)


def more_sessions(sessions: int, most: int) -> Missing:
    number = f"more than {most}" if sessions >= most else f"about {sessions}"
    text = f"At the usual pace, and if nothing changes, {number} more sessions would tell."
    return Missing("sessions_of_exercise", text)


def enough_points(points: int, days: int) -> Missing:
    text = (
        f"A verdict needs {points} sessions with a set of at most 15 repetitions, done and in "
        f"reserve, over {days} days."
    )
    return Missing("sessions_of_exercise", text)
