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
    HIP_FLEXION = "hip_flexion"
    HIP_ROTATION = "hip_rotation"
    KNEE_EXTENSION = "knee_extension"
    KNEE_FLEXION = "knee_flexion"
    ANKLE_EXTENSION = "ankle_extension"
    ANKLE_FLEXION = "ankle_flexion"
    FOOT = "foot"
    """The sole turned in or out, the arch, the toes."""
    SHOULDER_ABDUCTION = "shoulder_abduction"
    SHOULDER_ADDUCTION = "shoulder_adduction"
    SHOULDER_FLEXION = "shoulder_flexion"
    SHOULDER_EXTENSION = "shoulder_extension"
    SHOULDER_ROTATION = "shoulder_rotation"
    SHOULDER_ELEVATION = "shoulder_elevation"
    SHOULDER_BLADE = "shoulder_blade"
    """The blade moves, the arm stays."""
    ELBOW_FLEXION = "elbow_flexion"
    ELBOW_EXTENSION = "elbow_extension"
    WRIST = "wrist"
    GRIP = "grip"
    NECK = "neck"
    TRUNK_FLEXION = "trunk_flexion"
    TRUNK_EXTENSION = "trunk_extension"
    TRUNK_ROTATION = "trunk_rotation"
    TRUNK_BRACE = "trunk_brace"
    CARRY = "carry"
    WEIGHTLIFTING = "weightlifting"
    """Clean, snatch, jerk and what is swung or thrown."""
    JUMP = "jump"
    LOCOMOTION = "locomotion"
    """Endurance: counted in seconds or metres, never as sets of a muscle."""


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


class Contraindication(StrEnum):
    """What an athlete may have told that speaks against an exercise; never a diagnosis."""

    GROIN_PAIN = "groin_pain"
    HIP_IMPINGEMENT = "hip_impingement"
    HAMSTRING_PAIN = "hamstring_pain"
    KNEE_PAIN = "knee_pain"
    ANKLE_PAIN = "ankle_pain"
    LOW_BACK_PAIN = "low_back_pain"
    NECK_PAIN = "neck_pain"
    SHOULDER_IMPINGEMENT = "shoulder_impingement"
    SHOULDER_INSTABILITY = "shoulder_instability"
    ELBOW_PAIN = "elbow_pain"
    WRIST_PAIN = "wrist_pain"
    PREGNANCY_LATE = "pregnancy_late"
    PELVIC_FLOOR_SYMPTOMS = "pelvic_floor_symptoms"
    DIASTASIS_RECTI = "diastasis_recti"
    ABDOMINAL_HERNIA = "abdominal_hernia"
    HIGH_BLOOD_PRESSURE = "high_blood_pressure"
    RAISED_EYE_PRESSURE = "raised_eye_pressure"
    OSTEOPOROSIS = "osteoporosis"
    BALANCE_PROBLEMS = "balance_problems"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    citation: str
    doi: str | None = None
    note: str | None = None
    """How far the source carries, and whether it was read or is quoted at second hand."""


@dataclass(frozen=True, slots=True)
class MusclePart:
    """A part that differs in what it does and is not counted apart."""

    name: str
    function: str


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle, a head of one, or a part of one that is trained apart."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """What people call it, alone or with its neighbours."""
    group: str
    """The muscle or region that heads are counted together as: `quadriceps`, `adductors`."""
    parts: tuple[MusclePart, ...]
    function: str
    posture_gait: str
    """What it does while we stand, sit or walk."""
    programmed: bool
    """False for what is named but given no sets: the pelvic floor, the diaphragm."""
    nerve: str | None
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MuscleShare:
    """How much of a hard set counts for a muscle: 1 direct, 0.5 indirect."""

    muscle_id: str
    share: float


@dataclass(frozen=True, slots=True)
class ContraindicationNote:
    """What a contraindication means for training."""

    id: Contraindication
    name: str
    text: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equipment:
    id: str
    name: str
    words: tuple[str, ...]
    """What stands for it in a name: `Dumbbell`."""
    loose_words: tuple[str, ...]
    """What may stand for it where no exercise of the movement is meant more nearly: on a bench
    for the arms `Barbell` is the bent bar."""
    load: str
    """What a logged load means with it."""
    grids: Mapping[MassUnit, LoadGrid]
    """The usual loads by unit, a convention; below zero where a machine takes weight off the body,
    empty where the load is not a mass that can be read."""
    source_ids: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """What exercises with different equipment have in common."""

    id: str
    name: str
    names: tuple[str, ...]
    """Other names, without equipment."""
    neutral: tuple[str, ...]
    """Words that may stand in a name and change nothing: a leg extension is `seated` anyway."""
    usual_exercise_id: str | None
    """What the bare name means; None where it would be a guess."""


@dataclass(frozen=True, slots=True)
class CatalogueExercise:
    """An exercise with the defaults that hold until a programme or a query says otherwise."""

    id: str
    movement_id: str
    name: str
    aliases: tuple[str, ...]
    """Other names, as apps print them; each belongs to one exercise only."""
    local_names: Mapping[str, tuple[str, ...]]
    """Names by language code, the best first."""
    neutral: tuple[str, ...]
    """Words beside those of its movement that may stand in a name and change nothing."""
    equipment_id: str
    load_mode: LoadMode
    body_mass_share: float | None
    """Share of body mass that is lifted; given exactly when `load_mode` is `body_weight`."""
    pattern: Pattern
    plane: Plane
    mechanics: Mechanics
    laterality: Laterality
    muscles: tuple[MuscleShare, ...]
    """Direct ones first; none of endurance."""
    measured_in: Measure
    range_low: int
    """Repetitions, seconds or metres, as `measured_in` says."""
    range_high: int
    rest_s: float
    tempo: Tempo | None
    """None where the set is a hold or a distance."""
    cues: tuple[str, ...]
    regressions: tuple[str, ...]
    """Ids of the next easier ones, mirror of their `progressions`."""
    progressions: tuple[str, ...]
    """Ids of the next harder ones."""
    contraindications: tuple[Contraindication, ...]
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
class Language:
    """How a language speaks of exercises. What is folded from it: docs/science/catalogue.md."""

    id: str
    """ISO 639-1."""
    name: str
    movements: Mapping[str, tuple[str, ...]]
    """Names by movement id, the best first."""
    exercises: Mapping[str, tuple[str, ...]]
    """Names that speak of one exercise only, by its id."""
    equipment: Mapping[str, tuple[str, ...]]
    """Words by equipment id, the best first."""
    phrases: Mapping[str, str]
    """Several words and what they are in English."""
    words: Mapping[str, str]
    """Single words in English; nothing where they can be left out."""
    compounds: bool
    """Whether its words are written together or without blanks."""


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Everything, by id, in the order of the files. Two catalogues are never equal."""

    sources: Mapping[str, Source]
    contraindications: Mapping[str, ContraindicationNote]
    muscles: Mapping[str, Muscle]
    equipment: Mapping[str, Equipment]
    movements: Mapping[str, Movement]
    exercises: Mapping[str, CatalogueExercise]
    languages: Mapping[str, Language]
    activities: Mapping[str, Activity]

    @property
    def muscle_groups(self) -> tuple[str, ...]:
        """Every `group` of a muscle, once, in the order of the file."""
        return tuple(dict.fromkeys(muscle.group for muscle in self.muscles.values()))
