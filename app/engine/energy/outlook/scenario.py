"""What a person means to eat and do from a day on."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.calibration import BASELINE_CARBOHYDRATE_SHARE
from app.engine.energy.dynamics.conditions import MOST_INTAKE_KCAL, Conditions
from app.engine.energy.outlook.lean_loss import lean_loss_reasons

COMPENSATION = 0.28
"""Of energy spent on more activity, the share taken back elsewhere (Careau 2021); contested."""
MOST_PROTEIN_G_PER_KG = 10.0
CHANGE_WORTH_SAYING_KCAL = 25.0

COMPENSATION_TAKEN = ReasonKind(
    "activity_compensation",
    "Of {activity_kcal_per_day:.0f} kcal a day of more activity, {counted_kcal_per_day:.0f} are "
    "counted: on average 28 % is taken back elsewhere. A later study found none; the share is "
    "yours to set.",
    Basis.EVIDENCE,
    "careau_2021",
)
COMPENSATION_NONE = ReasonKind(
    "activity_compensation_none",
    "All {activity_kcal_per_day:.0f} kcal a day of more activity are counted, as one study of "
    "people from idle to very active finds; a larger one finds 28 % taken back.",
    Basis.EVIDENCE,
    "howard_2025",
)
COMPENSATION_CHOSEN = ReasonKind(
    "activity_compensation_chosen",
    "Of {activity_kcal_per_day:.0f} kcal a day of more activity, {counted_kcal_per_day:.0f} are "
    "counted, with a compensation of {compensation_percent:.0f} % as asked. Studies find 28 % and "
    "none.",
    Basis.CONVENTION,
    "careau_2021",
)
BREAKS_COMFORT = ReasonKind(
    "diet_breaks_comfort",
    "Breaks are for comfort. In trained women a break of a week after every two changed neither "
    "body composition nor resting energy; the days of a break only come on top.",
    Basis.EVIDENCE,
    "siedler_2023",
)
BREAKS_DISPUTED = ReasonKind(
    "diet_breaks_disputed",
    "One trial of two weeks on and two off found more fat lost for the same weeks of dieting; it "
    "has not been repeated, so nothing is reckoned for it.",
    Basis.EVIDENCE,
    "byrne_2018",
)
BREAKS_WATER = ReasonKind(
    "diet_breaks_water",
    "In a break glycogen and water come back, and the scale rises by up to a kilogram or two "
    "without any fat.",
    Basis.EVIDENCE,
    "hall_2011",
)


@dataclass(frozen=True, slots=True)
class DietBreaks:
    """Days off a diet, again and again: a break of two weeks, a refeed of a day or two."""

    every_days: int
    """Days of diet before each break."""
    for_days: int
    intake_kcal_per_day: float | None = None
    """Eaten in a break; None is what then holds the body."""

    def within(self, days: int) -> npt.NDArray[np.bool_]:
        """True on those of the days 0 ... `days` - 1 that are days of a break."""
        return np.arange(days) % (self.every_days + self.for_days) >= self.every_days


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is eaten and done from day 0 on."""

    name: str
    intake_kcal_per_day: float | tuple[float, ...]
    """One number, or one a day, the last of which goes on; on the scale of the log."""
    activity_kcal_per_day: float = 0.0
    """Net of rest, more than now; negative for less."""
    activity_change_percent: float = 0.0
    """Of what moving about costs now, all but rest and digestion."""
    compensation: float = COMPENSATION
    """Share of more activity that is taken back, 0 to 1; less activity is counted in full."""
    carbohydrate_share: float = BASELINE_CARBOHYDRATE_SHARE
    """Of energy, 0 to 1."""
    sodium_mg_per_day: float | None = None
    """None lets it follow intake."""
    breaks: DietBreaks | None = None
    resistance_training: bool = False
    protein_g_per_kg: float | None = None
    kept_to: bool = False
    """True for a plan kept to the letter; False lets draws drift off it as people did."""

    def __post_init__(self) -> None:
        for name, good in _CHECKS.items():
            if not good(self):
                raise ValueError(f"{name} of a scenario is out of its range")

    def intake_by_day(self, days: int) -> Array:
        """What is meant to be eaten on days 0 ... days - 1, breaks at their own intake aside."""
        planned = np.atleast_1d(np.asarray(self.intake_kcal_per_day, dtype=np.float64))[:days]
        eaten = np.concatenate((planned, np.full(days - len(planned), planned[-1])))
        if self.breaks is None or self.breaks.intake_kcal_per_day is None:
            return eaten
        return np.where(self.breaks.within(days), self.breaks.intake_kcal_per_day, eaten)

    def lowest_intake(self, days: int) -> float:
        """The least that is eaten on a day, days that hold the body aside [kcal/d]."""
        return float(self.intake_by_day(days).min())

    def plans_change(self, balance_kcal_per_day: float, days: int) -> bool:
        """Whether anything is to be otherwise than what holds the body."""
        apart = np.abs(self.intake_by_day(days) - balance_kcal_per_day).max()
        moves = self.activity_kcal_per_day != 0.0 or self.activity_change_percent != 0.0
        return moves or bool(apart > CHANGE_WORTH_SAYING_KCAL)

    def conditions(self, days: int) -> Conditions:
        """The scenario as the model takes it, kept to the letter."""
        return Conditions(
            intake_kcal_per_day=self.intake_by_day(days),
            carbohydrate_share=self.carbohydrate_share,
            sodium_mg_per_day=self.sodium_mg_per_day,
            activity_change=self.counted(self.activity_change_percent) / 100.0,
            activity_kcal_per_day=self.counted(self.activity_kcal_per_day),
            holding=self._holding(days),
        )

    def _holding(self, days: int) -> npt.ArrayLike:
        if self.breaks is None or self.breaks.intake_kcal_per_day is not None:
            return False
        return self.breaks.within(days)

    def counted(self, activity: float) -> float:
        """A change of activity, less what is taken back of it."""
        return activity * (1.0 - self.compensation) if activity > 0.0 else activity


def _is_share(value: float) -> bool:
    return 0.0 <= value <= 1.0


def _intake_fits(scenario: Scenario) -> bool:
    eaten = np.atleast_1d(np.asarray(scenario.intake_kcal_per_day, dtype=np.float64))
    return eaten.size > 0 and bool(np.all((eaten >= 0.0) & (eaten <= MOST_INTAKE_KCAL)))


def _breaks_fit(scenario: Scenario) -> bool:
    breaks = scenario.breaks
    if breaks is None:
        return True
    eaten = breaks.intake_kcal_per_day
    fits = eaten is None or 0.0 <= eaten <= MOST_INTAKE_KCAL
    return breaks.every_days >= 1 and breaks.for_days >= 1 and fits


_CHECKS: Mapping[str, Callable[[Scenario], bool]] = {
    "intake": _intake_fits,
    "activity": lambda s: math.isfinite(s.activity_kcal_per_day),
    "change of activity": lambda s: -100.0 <= s.activity_change_percent < math.inf,
    "compensation": lambda s: _is_share(s.compensation),
    "carbohydrate": lambda s: _is_share(s.carbohydrate_share),
    "sodium": lambda s: s.sodium_mg_per_day is None or 0.0 <= s.sodium_mg_per_day < math.inf,
    "breaks": _breaks_fit,
    "protein": lambda s: (
        s.protein_g_per_kg is None or 0.0 <= s.protein_g_per_kg <= MOST_PROTEIN_G_PER_KG
    ),
}


def scenario_reasons(scenario: Scenario, moving_kcal_per_day: float) -> tuple[Reason, ...]:
    """What a scenario assumes; `moving_kcal_per_day` is what moving about costs now."""
    more = scenario.activity_kcal_per_day
    more += scenario.activity_change_percent / 100.0 * moving_kcal_per_day
    because: tuple[Reason, ...] = ()
    if more > 0.0:
        because += (_compensation(scenario, more),)
    if scenario.breaks is not None:
        because += (BREAKS_COMFORT(), BREAKS_DISPUTED(), BREAKS_WATER())
    return because + lean_loss_reasons(scenario.resistance_training, scenario.protein_g_per_kg)


def _compensation(scenario: Scenario, more_kcal_per_day: float) -> Reason:
    counted = scenario.counted(more_kcal_per_day)
    if scenario.compensation == 0.0:
        return COMPENSATION_NONE(activity_kcal_per_day=more_kcal_per_day)
    if scenario.compensation == COMPENSATION:
        return COMPENSATION_TAKEN(
            activity_kcal_per_day=more_kcal_per_day, counted_kcal_per_day=counted
        )
    return COMPENSATION_CHOSEN(
        activity_kcal_per_day=more_kcal_per_day,
        counted_kcal_per_day=counted,
        compensation_percent=100.0 * scenario.compensation,
    )
