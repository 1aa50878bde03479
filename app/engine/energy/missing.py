"""What can be missing from an energy answer, by the codes that every part shares."""

from app.engine.answer import Missing
from app.engine.energy.expenditure.log import STALE_AFTER_DAYS

SEX = Missing("sex", "Give the sex; the equations by body size differ by it.")
AGE = Missing("age_years", "Give the date of birth.")
HEIGHT = Missing("height_cm", "Give the height.")
BIRTHDAY = Missing("age_years", "Check the date of birth: nobody is known to be that old.")
HEIGHT_RANGE = Missing(
    "height_cm",
    "Check the height: the equation holds for 120 to 230 cm. If it is right, give the body fat.",
)
HEIGHT_OR_MASS = Missing(
    "height_or_body_mass",
    "Check the height and the body mass, and their units: nobody has such a body mass index.",
)
BODY_FAT = Missing("body_fat_percent", "Give the body fat; it makes the resting energy closer.")
WEIGHING = Missing(
    "weighing", f"Weigh yourself: there is no weighing of the last {STALE_AFTER_DAYS} days."
)
ACTIVITY_FACTOR = Missing(
    "activity_factor", "Give an activity factor (1.2 to 2.4) to start from the resting energy."
)
ACTIVITIES = Missing("activities", "Name at least one activity with its minutes.")
INTAKE = Missing("intake_days", "Log all you eat on at least four of the last 14 days.")
EXPENDITURE = Missing("expenditure", "Expenditure has to be known first; see that part.")
CONSISTENT_LOG = Missing(
    "consistent_log",
    "Check the weights (units, another scale, slips) and the intake (missing days or meals).",
)
WEIGHING_UNITS = Missing(
    "weighing_units",
    "Check the units of the weighings (pounds among kilograms?), then for slips and for another "
    "person on the scale.",
)


def more_weighings(days: int, span_days: int) -> Missing:
    text = f"Weigh yourself on at least {days} days over {span_days} days or more."
    return Missing("weighings", text)


def more_intake(days: int) -> Missing:
    text = f"Log all you eat on at least {days} days; days with 0 kcal or half a log do not count."
    return Missing("intake_days", text)
