"""What the catalogue holds: muscles, equipment, exercises, activities and their sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.engine.equipment.grid import LoadGrid
from app.engine.records import LoadMode, Measure, Tempo
from app.engine.units import MassUnit

DIRECT_SHARE = 1.0
"""Share of a hard set counted for a muscle that limits the set."""
INDIRECT_SHARE = 0.5
"""Share for a muscle that helps. A convention: fractional counting, which described growth best
of the schemes that Pelland et al. (2026) compared; not physiology."""


class Pattern(StrEnum):
    """The movement that an exercise is a case of."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    HORIZONTAL_PUSH = "horizontal_push"
    VERTICAL_PUSH = "vertical_push"
    HORIZONTAL_PULL = "horizontal_pull"
    VERTICAL_PULL = "vertical_pull"
    HIP_ADDUCTION = "hip_adduction"
    HIP_ABDUCTION = "hip_abduction"
    HIP_EXTENSION = "hip_extension"
    KNEE_EXTENSION = "knee_extension"
    KNEE_FLEXION = "knee_flexion"
    ANKLE_EXTENSION = "ankle_extension"
    SHOULDER_ABDUCTION = "shoulder_abduction"
    SHOULDER_ADDUCTION = "shoulder_adduction"
    SHOULDER_EXTENSION = "shoulder_extension"
    SHOULDER_ELEVATION = "shoulder_elevation"
    ELBOW_FLEXION = "elbow_flexion"
    ELBOW_EXTENSION = "elbow_extension"
    WRIST = "wrist"
    TRUNK_FLEXION = "trunk_flexion"
    TRUNK_EXTENSION = "trunk_extension"
    TRUNK_ROTATION = "trunk_rotation"
    TRUNK_BRACE = "trunk_brace"
    CARRY = "carry"
    LOCOMOTION = "locomotion"


class Plane(StrEnum):
    SAGITTAL = "sagittal"
    FRONTAL = "frontal"
    TRANSVERSE = "transverse"


class Mechanics(StrEnum):
    COMPOUND = "compound"
    ISOLATION = "isolation"


class Laterality(StrEnum):
    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"
    """One side at a time: repetitions and seconds count one side."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    citation: str
    doi: str | None = None
    note: str | None = None
    """How far the source carries, and whether it was read or is quoted at second hand."""


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle, a head of one, or a part of one that is trained apart."""

    id: str
    name: str
    group: str
    """The muscle or region that heads are counted together as: `quadriceps`, `adductors`."""
    function: str
    nerve: str | None
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MuscleShare:
    """How much of a hard set counts for a muscle: 1 direct, 0.5 indirect."""

    muscle_id: str
    share: float


@dataclass(frozen=True, slots=True)
class Equipment:
    id: str
    name: str
    load: str
    """What a logged load means with it."""
    grids: Mapping[MassUnit, LoadGrid]
    """The usual loads by unit, a convention; below zero where a machine takes weight off the body,
    empty where the load is not a mass that can be read."""
    source_ids: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueExercise:
    """An exercise with the defaults that hold until a programme or a query says otherwise."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """Other names, as apps print them; each belongs to one exercise only."""
    equipment_id: str
    load_mode: LoadMode
    body_mass_share: float | None
    """Share of body mass that is lifted; given exactly when `load_mode` is `body_weight`."""
    pattern: Pattern
    plane: Plane
    mechanics: Mechanics
    laterality: Laterality
    muscles: tuple[MuscleShare, ...]
    """Direct ones first."""
    measured_in: Measure
    range_low: int
    """Repetitions, seconds or metres, as `measured_in` says."""
    range_high: int
    rest_s: float
    tempo: Tempo | None
    """None where the set is a hold or a distance."""
    cues: tuple[str, ...]
    source_ids: tuple[str, ...]


class ActivityGroup(StrEnum):
    """What kind of moving, or of resting, an activity is."""

    WALKING = "walking"
    RUNNING = "running"
    CYCLING = "cycling"
    GYM = "gym"
    WATER = "water"
    WINTER = "winter"
    SPORTS = "sports"
    DANCE = "dance"
    HOME = "home"
    GARDEN = "garden"
    OCCUPATION = "occupation"
    TRANSPORT = "transport"
    SELF_CARE = "self_care"
    REST = "rest"
    MUSIC = "music"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that people do, with its rate of energy in average adults."""

    id: str
    name: str
    group: ActivityGroup
    code: str
    """Of the 2024 Adult Compendium of Physical Activities: five digits."""
    met: float
    """Metabolic equivalents: multiples of 3.5 ml of oxygen for each kg and minute."""
    is_estimated: bool
    """The rate was not measured."""
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything, by id, in the order of the files."""

    sources: Mapping[str, Source]
    muscles: Mapping[str, Muscle]
    equipment: Mapping[str, Equipment]
    exercises: Mapping[str, CatalogueExercise]
    activities: Mapping[str, Activity]
