"""What is said beside a fan: what it rests on, what it warns of, and which plans cannot be."""

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.dynamics.calibration import Model
from app.engine.energy.dynamics.trajectory import LEAST_BMI, Trajectory
from app.engine.energy.outlook.draws import DRIFT_DAYS, LOGGING_RELATIVE_SD
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.target.plan import UNDERWEIGHT_BMI
from app.engine.units import CM_PER_M

_WEEK = 7
_WATER_WORTH_SAYING_KG = 0.2

MODEL = ReasonKind(
    "forecast_model",
    "Hall's model with the constants of the NIH planner: over two years of CALERIE-2 its mean was "
    "off by 0.5 kg, single people by much more.",
    Basis.EVIDENCE,
    "guo_2018",
)
SINGLE_PEOPLE = ReasonKind(
    "forecast_single_people",
    "The fan is for one person, not for a mean: in 3,703 people on a clinic's diet the planner was "
    "off by 3.5 % of weight (standard deviation) after seven weeks.",
    Basis.EVIDENCE,
    "dent_2023",
)
ADAPTATION = ReasonKind(
    "forecast_adaptation",
    "Adaptation, beside what the lost mass no longer spends, comes to "
    "{adaptation_kcal_per_day:+z.0f} kcal a day in the model; the draws take from none to twice "
    "as much.",
    Basis.EVIDENCE,
    "hall_2011",
)
ADAPTATION_DISPUTED = ReasonKind(
    "forecast_adaptation_disputed",
    "The size of adaptation is disputed: of 33 studies 27 find some, the better ones little or "
    "none, and it fades once mass is steady.",
    Basis.EVIDENCE,
    "nunes_2022",
)
FIRST_WATER = ReasonKind(
    "forecast_first_water",
    "Of the first week's change, {water_kg:+.1f} kg is water and glycogen, not tissue.",
    Basis.EVIDENCE,
    "hall_2011",
)
LEAN_SHARE = ReasonKind(
    "forecast_lean_share",
    "How much of a change is lean follows the Forbes curve, which is an average of people; the "
    "draws vary it by a third either way.",
    Basis.EVIDENCE,
    "forbes_1987",
)
DRIFT = ReasonKind(
    "forecast_drift",
    "People give up a planned change by and by: in CALERIE-2, of 25 % less to eat 11.9 % was kept "
    "over two years. On the last day, half the draws keep more than {kept_percent:.0f} % of it.",
    Basis.EVIDENCE,
    "das_2017",
)
KEPT_TO = ReasonKind(
    "forecast_kept_to",
    "Taken as kept to on every day, as asked. In CALERIE-2 people kept half of what they planned "
    "over two years.",
    Basis.CONVENTION,
    "das_2017",
)
LOGGING = ReasonKind(
    "forecast_logging",
    "What is eaten may be off what is logged by {logging_percent:.0f} % for months on end.",
    Basis.CONVENTION,
)
NOT_FROM_LOG = ReasonKind(
    "forecast_not_from_log",
    "Expenditure is not read from your own log yet. People leave out 12 to 20 % of what they eat; "
    "whoever does loses less than is shown here.",
    Basis.EVIDENCE,
    "subar_2003",
)
GOAL_RANGE = ReasonKind(
    "forecast_goal_range",
    "{goal_kg:.1f} kg is reached within {within_days} days in {reached_percent:.0f} of 100 draws.",
    Basis.EVIDENCE,
    "hall_2011",
)
STOPPED = ReasonKind(
    "forecast_stopped",
    "The forecast ends on day {last_day}: from there on "
    f"a body mass index of {LEAST_BMI:g} is near, where the model no longer holds.",
    Basis.CONVENTION,
)
CAPPED = ReasonKind(
    "forecast_capped",
    "{days} days were asked; the forecast ends on day {last_day}, as far as the model was ever "
    "held against people.",
    Basis.CONVENTION,
    "guo_2018",
)
UNDERWEIGHT = ReasonKind(
    "forecast_underweight",
    f"Kept to, the plan leads below a body mass index of {UNDERWEIGHT_BMI:g} on day {{day}}.",
    Basis.CONVENTION,
    "who_bmi",
)
NO_SUCH_ACTIVITY = ReasonKind(
    "activity_below_none",
    "{activity_kcal_per_day:.0f} kcal a day cannot be taken off: moving about costs "
    "{moving_kcal_per_day:.0f} now.",
    Basis.CONVENTION,
)


def moving_kcal(start: Outset, model: Model) -> float:
    """What moving about costs now [kcal/d]."""
    return float(model.activity_kcal_per_kg[0]) * start.body_mass.value


def fan_reasons(
    scenario: Scenario, model: Model, planned: Trajectory, day: int
) -> tuple[Reason, ...]:
    """What the draws take as unknown, with the numbers of this plan up to a day."""
    usual = model.bodies.adaptation_share[0] * model.balance_kcal_per_day[0]
    adapted = float(planned.adaptation_kcal_per_day[0, day] - usual)
    always = (MODEL(), SINGLE_PEOPLE(), LEAN_SHARE())
    if not scenario.plans_change(float(model.balance_kcal_per_day[0]), max(day, 1)):
        return always
    kept = 100.0 * 0.5 ** (day / DRIFT_DAYS)
    return (
        *always,
        ADAPTATION(adaptation_kcal_per_day=adapted),
        ADAPTATION_DISPUTED(),
        *_first_water(planned),
        KEPT_TO() if scenario.kept_to else DRIFT(kept_percent=kept),
    )


def _first_water(planned: Trajectory) -> tuple[Reason, ...]:
    day = min(_WEEK, planned.body_mass_kg.shape[1] - 1)
    tissue = planned.fat_mass_kg[0] + planned.lean_tissue_kg[0]
    water = planned.body_mass_kg[0] - tissue
    change = float(water[day] - water[0])
    worth_saying = abs(change) >= _WATER_WORTH_SAYING_KG
    return (FIRST_WATER(water_kg=change),) if worth_saying else ()


def logging_reasons(start: Outset) -> tuple[Reason, ...]:
    share = LOGGING(logging_percent=100.0 * LOGGING_RELATIVE_SD[start.from_log])
    return (share,) if start.from_log else (share, NOT_FROM_LOG())


def ends(asked_days: int, horizon: int, last_day: int) -> tuple[Reason, ...]:
    """Why the forecast ends before the day that was asked."""
    if last_day < horizon:
        return (STOPPED(last_day=last_day),)
    return (CAPPED(days=asked_days, last_day=last_day),) if horizon < asked_days else ()


def underweight(start: Outset, planned: Trajectory, last_day: int) -> tuple[Reason, ...]:
    """A warning where the plan leads into underweight."""
    least_kg = UNDERWEIGHT_BMI * (start.height_cm / CM_PER_M) ** 2
    below = planned.body_mass_kg[0, : last_day + 1] < least_kg
    return (UNDERWEIGHT(day=int(below.argmax())),) if below.any() else ()


def impossible_activity(scenario: Scenario, moving_kcal_per_day: float) -> tuple[Reason, ...]:
    """Why a scenario takes off more activity than there is."""
    change = scenario.activity_kcal_per_day
    change += scenario.activity_change_percent / 100.0 * moving_kcal_per_day
    if change >= -moving_kcal_per_day:
        return ()
    return (
        NO_SUCH_ACTIVITY(activity_kcal_per_day=-change, moving_kcal_per_day=moving_kcal_per_day),
    )
