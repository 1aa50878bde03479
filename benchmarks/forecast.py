"""How good is the forecast? `python -m benchmarks.forecast [DATA]`.

Prints how often the 80 % interval of body mass holds on simulated diets and, where a folder of
real logs is given, on those, the intake that was then eaten being given; and what it costs.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from app.engine.answer import Part
from app.engine.energy.advice import energy_advice
from app.engine.energy.dynamics.bodies import planner_body
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.energy.outlook.forecast import forecast
from app.engine.energy.outlook.goal_intake import goal_intake
from app.engine.energy.outlook.outset import Outset, eaten_lately, outset
from app.engine.energy.outlook.scenario import Scenario
from app.engine.records import Athlete, IntakeDay, Sex, Weighing
from benchmarks.body_logs import read_intake_and_weight, read_planned
from benchmarks.simulated_diets import FIRST_DAY, draw_diets, weighing

AHEAD = (28, 56, 84)
SOMEBODY = Athlete(Sex.MALE, 35.0, 178.0)
"""The people of the real logs are unknown; sex, age and height move little of a forecast."""


@dataclass(frozen=True)
class Log:
    athlete: Athlete
    weighings: Sequence[Weighing]
    intake_days: Sequence[IntakeDay]
    activity_factor: float | None = None


@dataclass(frozen=True)
class Score:
    """A forecast of body mass and the weighing that came [kg]."""

    low: float
    middle: float
    high: float
    came: float
    stays: float
    """The mass on the day of the forecast: the guess that nothing changes."""


def begun(log: Log, on: date) -> Part[Outset]:
    past = [one for one in log.weighings if one.weighed_on <= on]
    answer = energy_advice(
        log.athlete, past, log.intake_days, on=on, activity_factor=log.activity_factor
    )
    eaten = eaten_lately(answer.expenditure, answer.balance)
    return outset(log.athlete, answer.body_mass, answer.expenditure, eaten_kcal_per_day=eaten)


def coming(intake_days: Sequence[IntakeDay], on: date) -> tuple[float, ...]:
    """What was logged in the weeks after, as weekly means: a plan is not made day by day."""
    days = [on + timedelta(days=lag) for lag in range(max(AHEAD))]
    logged = {one.eaten_on: one.energy_kcal for one in intake_days}
    eaten = np.array([logged.get(day, np.nan) for day in days])
    eaten = np.where(np.isnan(eaten), np.nanmean(eaten), eaten)
    return tuple(np.repeat(eaten.reshape(-1, 7).mean(axis=1), 7).tolist())


def scores(log: Log, on: date) -> Iterator[tuple[int, Score]]:
    start = begun(log, on)
    if start.value is None:
        return
    plan = Scenario("eaten", coming(log.intake_days, on), kept_to=True)
    fan = forecast(start, plan, on=on, days=max(AHEAD), seed=1, every_days=28).value
    for index, days in enumerate(fan.days if fan else ()):
        then = on + timedelta(days=days)
        near = [w for w in log.weighings if abs((w.weighed_on - then).days) <= 1]
        if days and near and fan:
            came = min(near, key=lambda w: abs((w.weighed_on - then).days)).body_mass_kg
            got = fan.body_mass_kg.on(index)
            yield days, Score(got.low, got.value, got.high, came, start.value.body_mass.value)


def print_table(title: str, found: Sequence[tuple[int, Score]]) -> None:
    print(f"\n{title}\ndays  forecasts  holds   MAE  bias  half width  MAE of no change")
    for days in AHEAD:
        of_day = [score for ahead, score in found if ahead == days]
        held = np.mean([one.low <= one.came <= one.high for one in of_day])
        miss = np.array([one.middle - one.came for one in of_day])
        half = np.mean([(one.high - one.low) / 2.0 for one in of_day])
        none = np.mean([abs(one.stays - one.came) for one in of_day])
        print(
            f"{days:4d}  {len(of_day):9d}  {held:5.3f}  {np.abs(miss).mean():4.2f}  "
            f"{miss.mean():+4.2f}  {half:10.2f}  {none:16.2f}"
        )


def print_simulated(people: int = 200, origin: int = 35) -> None:
    diets = draw_diets(people=people, days=origin + max(AHEAD) + 7)
    on = FIRST_DAY + timedelta(days=origin)
    logs = [Log(d.athlete, d.weighings, d.intake_days, d.activity_factor) for d in diets]
    found = [score for log in logs for score in scores(log, on)]
    known = "from the log" if origin else "from resting energy and an activity factor"
    print_table(f"{people} simulated diets, forecast on day {origin}, expenditure {known}", found)


def print_real(folder: Path, every_days: int = 3) -> None:
    for read in (read_intake_and_weight, read_planned):
        real = read(folder / "body")
        log = Log(SOMEBODY, real.weighings, real.intake_days)
        span = (real.weighings[-1].weighed_on - real.first_day).days
        origins = range(60, span - max(AHEAD), every_days)
        days = [real.first_day + timedelta(days=origin) for origin in origins]
        found = [score for on in days for score in scores(log, on)]
        print_table(f"{real.name}, a forecast every {every_days} days", found)


def _quickest_ms(run: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return 1000.0 * min(times)


def print_cost() -> None:
    one = planner_body(Sex.MALE, 40.0, 180.0, 90.0, 1.5)
    thousand = calibrated(one.repeated(1000))
    cost = _quickest_ms(lambda: simulate(thousand, Conditions(2248.45), 365))
    print(f"\na year of 1,000 people: {cost:.0f} ms of CPU, quickest of 5")
    single = calibrated(one)
    cost = _quickest_ms(lambda: simulate(single, Conditions(2248.45), 365))
    print(f"a year of one person: {cost:.0f} ms")
    start = begun(Log(SOMEBODY, (weighing(0, 90.0),), (), 1.5), FIRST_DAY)
    plan = Scenario("cut", 2200.0)
    cost = _quickest_ms(lambda: forecast(start, plan, on=FIRST_DAY, days=365, seed=1))
    print(f"a fan over a year: {cost:.0f} ms")
    by = FIRST_DAY + timedelta(days=180)
    cost = _quickest_ms(lambda: goal_intake(start, 82.0, by, on=FIRST_DAY))
    print(f"the intake for a goal half a year away: {cost:.0f} ms")


def main(arguments: Sequence[str]) -> None:
    print_cost()
    print_simulated()
    print_simulated(origin=0)
    if arguments:
        print_real(Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
