"""Bands: more repetitions, then the next harder band. What a band pulls is no mass."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, reached
from app.engine.progression.fold import counted, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

SOURCE = "band_convention"

BAND_STARTS = ReasonKind(
    "band_starts", "The first session of this scheme: band {band}.", Basis.CONVENTION, SOURCE
)
NEXT_BAND = ReasonKind(
    "next_band",
    "Every set made {repetitions} with band {before}: {band} next, from {low}.",
    Basis.CONVENTION,
    SOURCE,
)
EASIER_BAND = ReasonKind(
    "easier_band",
    "{done} with band {before}, number {failures} in a row below {low}: {band} next.",
    Basis.CONVENTION,
    SOURCE,
)
SAME_BAND = ReasonKind(
    "same_band",
    "{done} with band {band}; every set is to make {high}: aim at {target}.",
    Basis.CONVENTION,
    SOURCE,
)
HARDEST_BAND = ReasonKind(
    "hardest_band",
    "Every set made {repetitions} with the hardest band, {band}: slow the lowering, move the "
    "anchor away, or change the exercise.",
    Basis.CONVENTION,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class BandLadderParameters:
    """Twelve to twenty repetitions with each band."""

    sets: int = parameter(3, "Sets.", low=1, high=10)
    repetitions_low: int = parameter(12, "Bottom of the range.", low=1, high=100)
    repetitions_high: int = parameter(20, "What every set has to make.", low=1, high=100)
    failures: int = parameter(
        3, "Sessions in a row below the range before an easier band.", low=1, high=10
    )
    bands: tuple[str, ...] = parameter(
        ("yellow", "red", "green", "blue", "black"),
        "The ladder, from the easiest band to the hardest; makers colour them differently.",
        least_items=1,
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")


@dataclass(frozen=True, slots=True)
class BandState:
    band: int
    target: int
    failures: int = 0
    action: Action = Action.START
    because: tuple[Reason, ...] = ()


def band_ladder(
    sessions: Sequence[JudgedSession], parameters: BandLadderParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; a band that is not logged counts as the one demanded."""
    low, high = parameters.repetitions_low, parameters.repetitions_high
    starts = BAND_STARTS(band=parameters.bands[0])
    state = walk(
        counted(sessions, setting),
        BandState(0, low, because=(starts,)),
        lambda state, session: _after(state, session, parameters),
        lambda state: replace(state, failures=0),
    )
    one = DemandedSet(None, low, high, state.target, band=parameters.bands[state.band])
    return Demand(state.action, (one,) * parameters.sets, state.because)


def _after(state: BandState, session: JudgedSession, parameters: BandLadderParameters) -> BandState:
    low, high = parameters.repetitions_low, parameters.repetitions_high
    logged = next((one.band for one in session.sets if one.band in parameters.bands), None)
    band = state.band if logged is None else parameters.bands.index(logged)
    failures = state.failures if band == state.band else 0
    name, done = parameters.bands[band], said.listed(session.repetitions)
    if reached((high,) * parameters.sets, session.repetitions):
        return _harder(band, parameters)
    failures = failures + 1 if min(session.repetitions) < low else 0
    if failures >= parameters.failures and band > 0:
        easier = parameters.bands[band - 1]
        why = EASIER_BAND(done=done, before=name, failures=failures, low=low, band=easier)
        return BandState(band - 1, low, action=Action.DELOAD, because=(why,))
    target = min(max(min(session.repetitions) + 1, low), high)
    same = SAME_BAND(done=done, band=name, high=high, target=target)
    action = Action.HOLD if failures else Action.INCREASE_REPETITIONS
    return BandState(band, target, failures, action, (same,))


def _harder(band: int, parameters: BandLadderParameters) -> BandState:
    low, high, bands = parameters.repetitions_low, parameters.repetitions_high, parameters.bands
    if band + 1 == len(bands):
        why = HARDEST_BAND(repetitions=high, band=bands[band])
        return BandState(band, high, action=Action.HOLD, because=(why,))
    following = NEXT_BAND(repetitions=high, before=bands[band], band=bands[band + 1], low=low)
    return BandState(band + 1, low, action=Action.INCREASE_LOAD, because=(following,))
