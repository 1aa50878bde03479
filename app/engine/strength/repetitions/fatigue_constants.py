"""The constants of fatigue within a session, chosen by `python -m benchmarks.fit_fatigue`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FatigueConstants:
    """In repetitions, unless said otherwise."""

    fall: float
    """Repetitions of capacity that a working set costs the next, of most lifters."""
    fall_pairs: float
    """Pairs of sets of known capacity as which that counts beside the lifter's own."""
    known_noise: float
    """Standard deviation of a set of known capacity within a session."""
    plain_noise: float
    """The same of a set of unknown effort."""
    plain_slack: float
    """Growth of its variance where it fell below what was expected: it is a lower bound."""
    drift: float
    """Standard deviation of what changes from one set to the next."""
    load_slack: float
    """What a set says of another load is off by this much of the difference [log of log]."""


CONSTANTS = FatigueConstants(
    fall=0.225,
    fall_pairs=4.71,
    known_noise=0.727,
    plain_noise=1.12,
    plain_slack=14.6,
    drift=0.564,
    load_slack=0.579,
)
