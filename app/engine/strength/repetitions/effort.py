"""What each session says about capacity: one set, and how sure it is of it.

A set to failure, or one with up to three repetitions in reserve, says what was possible. More in
reserve is less and less of a measurement and in the end a lower bound. Any other set says at least
what was done; a later set at the same load that fell short says that not much more was possible.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.strength.maximum.repmax import epley
from app.engine.strength.repetitions.capacity_constants import CapacityConstants
from app.engine.strength.repetitions.history import Floats, History

MOST_KNOWN_RESERVE = 3.0
"""Above it people misjudge by 2 to 5 repetitions (Zourdos 2021), so it is no measurement."""
UNKNOWN_FROM_RESERVE = 5.0
MOST_READ_RESERVE = 4.0
"""From 5 called, 4 are read, as a lower bound; between 3 and 5 both go over by straight lines, so
that more in reserve never means less capacity."""


@dataclass(frozen=True, slots=True)
class Effort:
    """One or two entries a session, oldest first (the last axis, where there are more)."""

    days_ago: Floats
    log_load: Floats
    repetitions: Floats
    reserve: Floats
    """As read; 0 where unknown."""
    known: Floats
    """How far the set's capacity is known: 1 to failure or near it, 0 where it is a lower bound."""
    fell_short: Floats
    """1 where a later set of the session at that load made fewer repetitions, else 0."""

    @property
    def called(self) -> NDArray[np.bool_]:
        """Whether the lifter said what was left in reserve."""
        return np.asarray((self.known > 0.0) | (self.reserve > 0.0))

    def possible(self, c: CapacityConstants) -> Floats:
        """Repetitions that were possible, as the set is read."""
        unknown = np.where(self.fell_short > 0.0, c.fallen_reserve, c.plain_reserve)
        return np.asarray(self.repetitions + np.where(self.called, self.reserve, unknown))

    def noise(self, c: CapacityConstants) -> Floats:
        """Standard deviation of that, apart from the lifter's own reserve [repetitions]."""
        known = c.known_noise + c.reserve_noise * np.minimum(self.reserve, MOST_KNOWN_RESERVE) ** 2
        return np.asarray(np.where(self.called, known, c.plain_noise))

    def bias(self, c: CapacityConstants) -> Floats:
        """Standard deviation of the lifter's own reserve, the same in every session."""
        share = np.where(self.fell_short > 0.0, 0.5, 1.0) * ~self.called
        return np.asarray(c.plain_bias * share)

    def beyond_called(self) -> Floats:
        """Share of sessions whose set had more in reserve than people can tell."""
        return np.asarray((self.called * (1.0 - self.known)).mean(axis=-1))


def effort_of(history: History) -> Effort:
    """The sets of each session that say most of its capacity, and how sure they are of it."""
    session = history.session
    chosen = speaking(history)
    places = np.sort(np.concatenate([chosen, silent_tops(history, chosen)]))
    fell = np.zeros(len(chosen))
    short = history.repetitions < history.repetitions[history.top[session]]
    fell[session[short & (history.log_load == history.log_load[history.top[session]])]] = 1.0
    reserve = history.reserve[places]
    known = np.interp(reserve, [MOST_KNOWN_RESERVE, UNKNOWN_FROM_RESERVE], [1.0, 0.0])
    return Effort(
        history.days_ago[session[places]],
        history.log_load[places],
        history.repetitions[places],
        np.nan_to_num(read_reserve(reserve)),
        np.nan_to_num(known),
        fell[session[places]],
    )


def speaking(history: History) -> NDArray[np.intp]:
    """Per session: the heaviest set of known capacity, else the first top set; or a set with more
    in reserve, where even as a lower bound it shows more strength."""
    session, chosen = history.session, history.top.copy()
    places = np.flatnonzero(history.reserve <= MOST_KNOWN_RESERVE)
    if places.size:
        order = np.lexsort((-places, history.log_load[places], session[places]))
        places = places[order]
        last = np.append(session[places][1:] != session[places][:-1], True)
        chosen[session[places][last]] = places[last]
    for place in np.flatnonzero(history.reserve > MOST_KNOWN_RESERVE).tolist():
        if shown(history, place) > shown(history, int(chosen[session[place]])):
            chosen[session[place]] = place
    return chosen


def silent_tops(history: History, chosen: NDArray[np.intp]) -> NDArray[np.intp]:
    """First top sets that another set of the session speaks for, though they show more strength:
    a back-off set to failure must not make the heavier set before it look impossible."""
    silent = [
        int(top)
        for top, place in zip(history.top, chosen, strict=True)
        if top != place and shown(history, int(top)) > shown(history, int(place))
    ]
    return np.array(silent, dtype=np.intp)


def shown(history: History, place: int) -> float:
    """The one-repetition maximum that a set shows at least [kg]."""
    read = float(np.nan_to_num(read_reserve(history.reserve[place])))
    return epley(float(np.exp(history.log_load[place])), float(history.repetitions[place]) + read)


def read_reserve(called: Floats) -> Floats:
    """Repetitions in reserve as they are read of a call; never falls with it."""
    knots = [0.0, MOST_KNOWN_RESERVE, UNKNOWN_FROM_RESERVE]
    return np.asarray(np.interp(called, knots, [0.0, MOST_KNOWN_RESERVE, MOST_READ_RESERVE]))
