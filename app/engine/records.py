"""What goes into the engine: what an athlete did, weighed, ate and felt. Frozen, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.engine.units import MassUnit


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class SetKind(StrEnum):
    WORKING = "working"
    WARM_UP = "warm_up"
    DROP = "drop"
    FAILURE = "failure"


class LoadMode(StrEnum):
    """What the logged load means."""

    EXTERNAL = "external"
    """The load is what is lifted: a bar with its plates, one dumbbell, a pin in a stack."""
    BODY_WEIGHT = "body_weight"
    """The body is lifted; the load is what hangs on it, negative where a machine assists."""
    NONE = "none"
    """No load to speak of: a hold, a stretch, a run."""


class Measure(StrEnum):
    """What a set of an exercise is counted in."""

    REPETITIONS = "repetitions"
    DURATION = "duration"
    """Seconds."""
    DISTANCE = "distance"
    """Metres."""


class Reproduction(StrEnum):
    PREGNANT = "pregnant"
    LACTATING = "lactating"
    NEITHER = "neither"


class HealthFlag(StrEnum):
    """Said by the athlete; all but a heart condition send energy advice to a clinician."""

    EATING_DISORDER = "eating_disorder"
    """A current or past eating disorder, or two or more yes to the five SCOFF questions."""
    GLUCOSE_LOWERING_DRUG = "glucose_lowering_drug"
    """Insulin or a sulfonylurea."""
    HEART_FAILURE = "heart_failure"
    KIDNEY_FAILURE = "kidney_failure"
    LIVER_FAILURE = "liver_failure"
    RECENT_SURGERY = "recent_surgery"
    UNEXPLAINED_SYMPTOMS = "unexplained_symptoms"
    """Chest pain, fainting, breathlessness at rest or the like, not explained by a clinician."""
    UNEXPLAINED_WEIGHT_LOSS = "unexplained_weight_loss"
    """More than 5 % of body mass within 6 to 12 months without trying."""
    HEART_CONDITION = "heart_condition"
    """A heart condition or high blood pressure, said by a clinician. Of training only: nothing is
    taken to its limit."""
    MEDICAL_SUPERVISION = "medical_supervision"
    """A clinician said: active only under supervision."""


class WaterEventKind(StrEnum):
    """What moves water, and with it weight, without moving fat; said by the athlete.

    Appetite drugs such as GLP-1 agonists are not among them: what they take off is tissue.
    """

    CREATINE = "creatine"
    """From the first day it is taken to the last."""
    SODIUM_CHANGE = "sodium_change"
    """A lasting change of salt: from its first day until the old habit returns."""
    CARBOHYDRATE_CHANGE = "carbohydrate_change"
    """A lasting change of carbohydrate, such as a ketogenic diet."""
    MENSTRUATION = "menstruation"
    """From the first day of bleeding to the last."""
    GLUCOCORTICOID = "glucocorticoid"
    """Prednisone and its like, swallowed or injected."""
    DIURETIC = "diuretic"
    ILLNESS = "illness"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds of one repetition: lowering, pause, lifting, hold at the top [s]."""

    eccentric_s: float
    pause_s: float
    concentric_s: float
    hold_s: float


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """One set as it was logged. It has repetitions, a duration or a distance; unknown is None."""

    id: str
    load_kg: float | None = None
    repetitions: int | None = None
    repetitions_in_reserve: float | None = None
    kind: SetKind = SetKind.WORKING
    load_unit: MassUnit = "kg"
    """The unit in which the load was sent."""
    duration_s: float | None = None
    distance_m: float | None = None
    tempo: Tempo | None = None
    band: str | None = None
    """Name of the elastic band; what it pulls is no number of kilograms."""


@dataclass(frozen=True, slots=True)
class ExerciseSession:
    """The sets of one exercise in one workout, in the order in which they were done."""

    performed_at: datetime
    """With an offset; the engine counts days by differences of instants."""
    sets: tuple[PerformedSet, ...]


@dataclass(frozen=True, slots=True)
class Athlete:
    """What is known of a person. Unknown is None and is never read as safe or average."""

    sex: Sex | None = None
    age_years: float | None = None
    height_cm: float | None = None
    body_fat_percent: float | None = None
    reproduction: Reproduction | None = None
    health_flags: frozenset[HealthFlag] = frozenset()
    mass_unit: MassUnit = "kg"


@dataclass(frozen=True, slots=True)
class Weighing:
    id: str
    measured_at: datetime
    body_mass_kg: float
    weighed_on: date
    """The athlete's own calendar day."""


@dataclass(frozen=True, slots=True)
class IntakeDay:
    """What was eaten on one calendar day of the athlete; a day not logged has no record."""

    id: str
    eaten_on: date
    energy_kcal: float
    protein_g: float | None = None
    complete: bool = True
    """False where the athlete says that part of the day was not logged."""


@dataclass(frozen=True, slots=True)
class WaterEvent:
    id: str
    kind: WaterEventKind
    started_on: date
    """The athlete's own calendar day."""
    ended_on: date | None = None
    """The last day, not before the first; None where it goes on or the end is not known."""


@dataclass(frozen=True, slots=True)
class RecoveryNote:
    """A check-in: how somebody slept and feels. What was not said is None, or has no key."""

    id: str
    noted_at: datetime
    sleep_h: float | None = None
    """Sleep of the night before [h]."""
    sleep_quality_1_to_5: int | None = None
    readiness_1_to_5: int | None = None
    """How ready to train: 1 not at all, 5 fully."""
    soreness_0_to_10: Mapping[str, float] = field(default_factory=dict)
    """Soreness of muscles after training, by muscle group: 0 none, 10 the worst."""
    pain_0_to_10: Mapping[str, float] = field(default_factory=dict)
    """Pain that is not plain soreness, by muscle group: 0 none, 10 the worst."""
