"""What each session says about capacity: one set, and how sure it is of it.

A set to failure, or one with up to three repetitions in reserve, says what was possible. Any other
says at least what was done; a later set at the same load that fell short says that not much more
was possible.
"""

from dataclasses import dataclass

import numpy as np

from app.engine.strength.capacity_constants import CapacityConstants
from app.engine.strength.history import Floats, History

MOST_KNOWN_RESERVE = 3.0
"""Above it people misjudge by 2 to 5 repetitions (Zourdos 2021), so it is no measurement."""


@dataclass(frozen=True, slots=True)
class Effort:
    """One entry a session, oldest first (the last axis, where there are more)."""

    days_ago: Floats
    log_load: Floats
    repetitions: Floats
    reserve: Floats
    """As known; 0 where unknown."""
    known: Floats
    """1 where the set's capacity is known, else 0."""
    fell_short: Floats
    """1 where a later set of the session at that load made fewer repetitions, else 0."""

    def possible(self, c: CapacityConstants) -> Floats:
        """Repetitions that were possible, as the set is read."""
        unknown = np.where(self.fell_short > 0.0, c.fallen_reserve, c.plain_reserve)
        return np.asarray(self.repetitions + np.where(self.known > 0.0, self.reserve, unknown))

    def noise(self, c: CapacityConstants) -> Floats:
        """Standard deviation of that, apart from the lifter's own reserve [repetitions]."""
        known = c.known_noise + c.reserve_noise * self.reserve**2
        return np.asarray(np.where(self.known > 0.0, known, c.plain_noise))

    def bias(self, c: CapacityConstants) -> Floats:
        """Standard deviation of the lifter's own reserve, the same in every session."""
        share = np.where(self.fell_short > 0.0, 0.5, 1.0) * (1.0 - self.known)
        return np.asarray(c.plain_bias * share)


def effort_of(history: History) -> Effort:
    """The heaviest set of known capacity of each session, else its first top set."""
    top, session = history.top, history.session
    known = history.reserve <= MOST_KNOWN_RESERVE
    chosen = top.copy()
    if known.any():
        places = np.flatnonzero(known)
        order = np.lexsort((-places, history.log_load[places], session[places]))
        places = places[order]
        last = np.append(session[places][1:] != session[places][:-1], True)
        chosen[session[places][last]] = places[last]
    fell = np.zeros(len(top))
    short = history.repetitions < history.repetitions[top[session]]
    fell[session[short & (history.log_load == history.log_load[top[session]])]] = 1.0
    reserve = np.where(known[chosen], history.reserve[chosen], 0.0)
    return Effort(
        history.days_ago,
        history.log_load[chosen],
        history.repetitions[chosen],
        reserve,
        known[chosen].astype(float),
        fell,
    )
