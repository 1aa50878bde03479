"""What of a change will be seen, from when on, and how sure that is.

The days are quantiles over the draws of a fan, as those of a goal. What has to change for a thing
to be seen comes from a trial where there is one, and is called a convention where there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.body.classes import DEFINITION_PERCENT
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.goal import first_day
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.fan import day_after, days_of_tenths
from app.engine.energy.outlook.girth import WAIST_CM_PER_KG_FAT
from app.engine.energy.outlook.outset import Outset
from app.engine.units import CM_PER_M

WAIST_CM = 2.0
"""From here on a tape tells it from its own error; a choice of ours."""
FACE_BMI = 1.33
"""kg/m2; another study, with faces in three dimensions, found 1.3 in men and 1.6 in women."""

SEEN_AT_WAIST = ReasonKind(
    "visible_waist",
    "At the waist: about {waist_cm:g} cm, which go with {fat_kg:.1f} kg of fat, can be told with a "
    "tape and in clothes. That it takes {waist_cm:g} is our choice; the relation is that of people "
    "who were not obese.",
    Basis.CONVENTION,
    "das_2017",
)
SEEN_IN_FACE = ReasonKind(
    "visible_in_face",
    "In the face: others tell two pictures apart from about {bmi:g} kg/m2 on, here {kg:.1f} kg.",
    Basis.EVIDENCE,
    "re_rule_2016",
)
MUSCLES_SHOW = ReasonKind(
    "visible_muscles",
    "Muscles begin to show: coaches say so from about {high_percent:.0f} % of body fat down (to "
    "{low_percent:.0f}); no study has measured it. Body fat itself is known to a few points only, "
    "which makes the range of days wide.",
    Basis.CONVENTION,
    "definition_convention",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that will be seen; a day is None where it does not lie within those looked at."""

    what: str
    earliest_on: date | None
    """One draw in ten is there by then."""
    median_on: date | None
    latest_on: date | None
    """Nine draws in ten are there by then."""
    share_never: float
    """Of draws that are not there by the last day."""
    because: Reason


def visible(path: Trajectory, start: Outset, on: date, last_day: int) -> tuple[Seen, ...]:
    """What a loss of fat lets be seen, the least first; nothing where the half of the draws lose
    none."""
    fat = path.fat_mass_kg[:, : last_day + 1]
    if not float(np.nanmedian(fat[:, -1] - fat[:, 0])) < 0.0:
        return ()
    found = []
    for what, values, goal, because in _signs(path, start, last_day):
        days = first_day(values, goal, losing=True)
        earliest, middle, latest = (day_after(on, day) for day in days_of_tenths(days))
        never = float(np.isinf(days).mean())
        found.append(Seen(what, earliest, middle, latest, never, because))
    return tuple(found)


def _signs(
    path: Trajectory, start: Outset, last_day: int
) -> Iterator[tuple[str, Array, float, Reason]]:
    """Names, draws by days, what they have to fall to, and why."""
    fat, mass = path.fat_mass_kg[:, : last_day + 1], path.body_mass_kg[:, : last_day + 1]
    fat_kg = WAIST_CM / WAIST_CM_PER_KG_FAT
    face_kg = FACE_BMI * (start.height_cm / CM_PER_M) ** 2
    low, high = DEFINITION_PERCENT[start.sex]
    yield "waist", fat - fat[:, :1], -fat_kg, SEEN_AT_WAIST(waist_cm=WAIST_CM, fat_kg=fat_kg)
    yield "face", mass - mass[:, :1], -face_kg, SEEN_IN_FACE(bmi=FACE_BMI, kg=face_kg)
    yield (
        "muscles",
        path.body_fat_percent[:, : last_day + 1],
        high,
        MUSCLES_SHOW(low_percent=low, high_percent=high),
    )
