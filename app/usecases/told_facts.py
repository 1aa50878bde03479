"""What somebody says of an exercise that the catalogue does not hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from app.catalogue.records import DIRECT_SHARE, Laterality, Mechanics
from app.engine.overload.question import ExerciseDefaults
from app.engine.records import LoadMode, Measure, Tempo
from app.usecases.errors import Conflict
from app.usecases.muscles import with_neighbours

NO_SHARES: Mapping[str, float] = MappingProxyType({})
LACKS_BODY = (
    "`body_mass_share` is the part of the body that is lifted: it belongs to the load mode "
    "`body_weight`. Send that mode as well, or the share as null."
)
UPSIDE_DOWN = "`range_low` and `range_high` are told together, and the low end lies not above."


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """None, or no muscle, where nobody said; conventions hold for it then."""

    muscles: Mapping[str, float] = field(default_factory=lambda: NO_SHARES)
    """Share of a set by muscle."""
    body_mass_share: float | None = None
    measured_in: Measure | None = None
    range_low: int | None = None
    """Repetitions, seconds or metres, as `measured_in` says."""
    range_high: int | None = None
    rest_s: float | None = None
    tempo: Tempo | None = None
    laterality: Laterality | None = None
    mechanics: Mechanics | None = None

    def areas(self) -> frozenset[str]:
        """Muscles that limit a set, and their groups."""
        direct = [one for one, share in self.muscles.items() if share >= DIRECT_SHARE]
        return frozenset(with_neighbours(direct))

    def defaults(self) -> ExerciseDefaults:
        """The conventions, with what was told in their place."""
        usual = ExerciseDefaults()
        return replace(
            usual,
            repetitions_low=self.range_low or usual.repetitions_low,
            repetitions_high=self.range_high or usual.repetitions_high,
            rest_s=usual.rest_s if self.rest_s is None else self.rest_s,
            tempo=self.tempo,
            isolation=self.mechanics is Mechanics.ISOLATION,
        )


def fault_of(load_mode: LoadMode, facts: Mapping[str, Any]) -> tuple[str, str] | None:
    """The field that contradicts another one, and how; None where all hold together."""
    low, high = facts.get("range_low"), facts.get("range_high")
    if facts.get("body_mass_share") is not None and load_mode is not LoadMode.BODY_WEIGHT:
        return "body_mass_share", LACKS_BODY
    if (low is None) != (high is None) or (low is not None and high is not None and low > high):
        return "range_low", UPSIDE_DOWN
    return None


def require_whole(load_mode: LoadMode, facts: Mapping[str, Any]) -> None:
    """Conflict where facts contradict one another or how the exercise is loaded."""
    fault = fault_of(load_mode, facts)
    if fault is not None:
        name, detail = fault
        raise Conflict("facts_contradict", detail, f"#/{name}")


def told_facts(stored: Mapping[str, Any]) -> ToldFacts:
    """From the fields as they are sent and stored; what is absent or null was not told."""
    told = {name: value for name, value in stored.items() if value is not None}
    kinds = {"measured_in": Measure, "laterality": Laterality, "mechanics": Mechanics}
    for name, kind in kinds.items():
        if name in told:
            told[name] = kind(told[name])
    if "tempo" in told:
        told["tempo"] = Tempo(**told["tempo"])
    return ToldFacts(**{**told, "muscles": shares_of(told.get("muscles", ()))})


def shares_of(told: Iterable[Mapping[str, Any]]) -> Mapping[str, float]:
    """By muscle; of one that is told twice, the larger share."""
    shares: dict[str, float] = {}
    for one in told:
        id_ = one["muscle_id"]
        shares[id_] = max(one["share"], shares.get(id_, 0.0))
    return shares
