"""How good is the energy advice? `python -m benchmarks.energy [DATA]`.

Prints the coverage of the 80 % interval of expenditure on simulated diets, the bias on noise-free
diets, the CPU time of an answer and, where a folder of real logs is given, the error of weight 7
and 28 days ahead beside the baselines.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.engine.answer import Estimate
from app.engine.energy.advice import energy_advice
from app.engine.energy.composition import WISHNOFSKY_KCAL_PER_KG
from app.engine.energy.log import is_coarse
from app.engine.records import Athlete, IntakeDay, Sex, Weighing
from app.engine.units import KG_PER_LB

Array = npt.NDArray[np.float64]
FIRST_DAY = date(2024, 1, 1)
WEEKS = (1, 2, 4, 8, 16)


@dataclass(frozen=True)
class Body:
    """People of the simulation, one entry of each array a person."""

    sex: Array
    age_years: Array
    height_cm: Array
    body_mass_kg: Array
    pal: Array
    resting_share: Array
    """Own resting energy over Mifflin's."""

    @property
    def mifflin(self) -> Array:
        base = 9.99 * self.body_mass_kg + 6.25 * self.height_cm - 4.92 * self.age_years
        return np.asarray(base + 166.0 * self.sex - 161.0)

    @property
    def fat_kg(self) -> Array:
        bmi = self.body_mass_kg / (self.height_cm / 100.0) ** 2
        slope = np.where(self.sex > 0, 37.31, 39.96)
        start = np.where(self.sex > 0, -103.94, -102.01)
        percent = 0.14 * self.age_years + slope * np.log(bmi) + start
        return np.asarray(self.body_mass_kg * np.clip(percent, 3.0, 60.0) / 100.0)


def hall(body: Body, intake_kcal: Array) -> tuple[Array, Array]:
    """Mass [kg] each morning and expenditure [kcal/d] of each day (Hall 2011, NIH form, RK4).

    `intake_kcal` is days by people; the masses have one morning more.
    """
    resting = body.mifflin * body.resting_share
    total = resting * body.pal
    activity = (0.9 * total - resting) / body.body_mass_kg
    fat, lean = body.fat_kg, body.body_mass_kg - body.fat_kg
    constant = 0.76 * total - 22.0 * lean - 3.2 * fat - activity * body.body_mass_kg
    carbohydrate = 0.5 * total
    state = np.stack([fat, lean, np.full_like(fat, 0.5), np.zeros_like(fat), 0.14 * total])

    def mass(s: Array) -> Array:
        return np.asarray(s[0] + s[1] + 3.7 * (s[2] - 0.5) + s[3])

    def rates(s: Array, eaten: Array) -> tuple[Array, Array]:
        glycogen = (0.5 * eaten - carbohydrate * (s[2] / 0.5) ** 2) / 4180.0
        salt = 4000.0 * (eaten / total - 1.0)
        water = (salt - 3000.0 * s[3] - 4000.0 * (1.0 - 0.5 * eaten / carbohydrate)) / 3220.0
        share = 1.990762711864407 / (1.990762711864407 + s[0])
        stored = eaten - 4180.0 * glycogen
        cost = share * 230.0 / 1807.0 + (1.0 - share) * 180.0 / 9440.0
        spent = constant + 22.0 * s[1] + 3.2 * s[0] + activity * mass(s) + 0.1 * eaten + s[4]
        spent = (spent + stored * cost) / (1.0 + cost)
        left = stored - spent
        adapted = (0.14 * eaten - s[4]) / 14.0
        change = [(1.0 - share) * left / 9440.0, share * left / 1807.0, glycogen, water, adapted]
        return np.stack(change), spent

    masses, spendings = [mass(state)], []
    for eaten in intake_kcal:
        k1, spent = rates(state, eaten)
        k2, _ = rates(state + k1 / 2, eaten)
        k3, _ = rates(state + k2 / 2, eaten)
        k4, _ = rates(state + k3, eaten)
        state = state + (k1 + 2 * k2 + 2 * k3 + k4) / 6
        masses.append(mass(state))
        spendings.append(spent)
    return np.array(masses), np.array(spendings)


@dataclass(frozen=True)
class Diet:
    """One simulated person's log, and the truth."""

    weighings: tuple[Weighing, ...]
    intake_days: tuple[IntakeDay, ...]
    spent_kcal: Array
    athlete: Athlete
    activity_factor: float | None


def weighing(day: int, body_mass_kg: float, first_day: date = FIRST_DAY) -> Weighing:
    on = first_day + timedelta(days=day)
    at = datetime(on.year, on.month, on.day, 7, tzinfo=UTC)
    return Weighing(f"w{day}", at, body_mass_kg, on)


def intake_day(day: int, energy_kcal: float, first_day: date = FIRST_DAY) -> IntakeDay:
    return IntakeDay(f"i{day}", first_day + timedelta(days=day), energy_kcal)


def draw_bodies(rng: np.random.Generator, people: int) -> Body:
    height = rng.normal(171.0, 9.0, people)
    return Body(
        sex=rng.integers(0, 2, people).astype(float),
        age_years=rng.uniform(20.0, 60.0, people),
        height_cm=height,
        body_mass_kg=rng.uniform(20.0, 36.0, people) * (height / 100.0) ** 2,
        pal=rng.uniform(1.35, 2.0, people),
        resting_share=rng.normal(1.0, 0.08, people),
    )


def draw_diets(
    people: int = 500, days: int = 120, seed: int = 1, *, with_factor: bool = True
) -> list[Diet]:
    """Diets as the data page defines them: AR(1) scale noise, errors of logging, missing days."""
    rng = np.random.default_rng(seed)
    body = draw_bodies(rng, people)
    share = rng.uniform(0.7, 1.1, people)
    scatter = rng.uniform(0.05, 0.2, people)
    total = body.mifflin * body.resting_share * body.pal
    eaten = total * share * np.maximum(rng.normal(1.0, scatter, (days, people)), 0.3)
    masses, spent = hall(body, eaten)
    noise = ar1(rng, 0.5, 0.6, masses.shape)
    error = rng.uniform(0.1, 0.3, people)
    logged = eaten * np.maximum(rng.normal(1.0, error, (days, people)), 0.05)
    missing = rng.random((days, people)) < rng.uniform(0.0, 0.4, people)
    weighed = rng.random(masses.shape) < rng.uniform(0.4, 1.0, people)
    weighed[0] = True
    factor = np.clip(body.pal * rng.normal(1.0, 0.09, people), 1.0, 2.4)
    return [
        Diet(
            tuple(
                weighing(day, masses[day, one] + noise[day, one])
                for day in range(days + 1)
                if weighed[day, one]
            ),
            tuple(intake_day(d, logged[d, one]) for d in range(days) if not missing[d, one]),
            spent[:, one],
            person(body, one),
            float(factor[one]) if with_factor else None,
        )
        for one in range(people)
    ]


def person(body: Body, one: int) -> Athlete:
    sex = Sex.MALE if body.sex[one] else Sex.FEMALE
    return Athlete(sex, float(body.age_years[one]), float(body.height_cm[one]))


def ar1(rng: np.random.Generator, sd: float, per_day: float, shape: tuple[int, ...]) -> Array:
    noise = rng.normal(0.0, sd, shape)
    for day in range(1, shape[0]):
        noise[day] = per_day * noise[day - 1] + np.sqrt(1.0 - per_day**2) * noise[day]
    return noise


def answer(diet: Diet, day: int) -> Estimate | None:
    """Expenditure on a day of a simulated diet."""
    part = energy_advice(
        diet.athlete,
        diet.weighings,
        diet.intake_days,
        on=FIRST_DAY + timedelta(days=day),
        activity_factor=diet.activity_factor,
    ).expenditure
    return None if part.value is None else part.value.estimate


def coverage(diets: Sequence[Diet]) -> Iterator[tuple[int, int, float, float, float, float]]:
    """By weeks: answers, share of truths in the interval, mean absolute error, bias, half width."""
    for weeks in WEEKS:
        answers = [(answer(diet, 7 * weeks), diet.spent_kcal[7 * weeks - 1]) for diet in diets]
        given = [(got, truth) for got, truth in answers if got is not None]
        miss = np.array([got.value - truth for got, truth in given])
        held = np.array([got.low <= truth <= got.high for got, truth in given])
        half = np.array([got.high - got.value for got, _ in given])
        yield (
            weeks,
            len(given),
            float(held.mean()),
            float(np.abs(miss).mean()),
            float(miss.mean()),
            float(half.mean()),
        )


def print_coverage() -> None:
    for with_factor in (True, False):
        known = "known within 9 %" if with_factor else "unknown"
        print(f"80 % interval of expenditure on 500 simulated diets, activity factor {known}")
        print("weeks  answers  coverage  MAE kcal/d  bias  half width")
        for row in coverage(draw_diets(with_factor=with_factor)):
            print("{:5d}  {:7d}  {:8.3f}  {:10.0f}  {:4.0f}  {:10.0f}".format(*row))


def print_noise_free() -> None:
    """Cases A to D of the dossier: a new deficit, weighed daily, prior from the true factor."""
    body = Body(
        sex=np.array([1.0, 1.0, 0.0, 0.0]),
        age_years=np.array([40.0, 23.0, 40.0, 35.0]),
        height_cm=np.array([180.0, 180.0, 165.0, 165.0]),
        body_mass_kg=np.array([90.0, 70.0, 80.0, 75.0]),
        pal=np.array([1.5, 1.6, 1.5, 1.6]),
        resting_share=np.ones(4),
    )
    eaten = np.tile([2248.45, 2245.824, 1600.0, 1800.0], (121, 1))
    masses, spent = hall(body, eaten)
    print("\nbias on noise-free diets, kcal/d, on days 21, 28, 42, 60, 90, 120")
    for one, name in enumerate("ABCD"):
        diet = Diet(
            tuple(weighing(d, masses[d, one]) for d in range(121)),
            tuple(intake_day(d, eaten[d, one]) for d in range(121)),
            spent[:, one],
            person(body, one),
            float(body.pal[one]),
        )
        misses = [
            got.value - diet.spent_kcal[day - 1]
            for day in (21, 28, 42, 60, 90, 120)
            if (got := answer(diet, day)) is not None
        ]
        print(name, " ".join(f"{miss:6.0f}" for miss in misses))


def print_cost() -> None:
    diet = draw_diets(people=1, days=365)[0]
    answer(diet, 365)
    quickest = min(_cpu_seconds(diet) for _ in range(200))
    print(f"\nCPU of an answer over a year of days, quickest of 200: {1000 * quickest:.2f} ms")


def _cpu_seconds(diet: Diet) -> float:
    start = time.process_time()
    answer(diet, 365)
    return time.process_time() - start


@dataclass(frozen=True)
class RealLog:
    name: str
    weighings: tuple[Weighing, ...]
    intake_days: tuple[IntakeDay, ...]

    @property
    def first_day(self) -> date:
        return self.weighings[0].weighed_on


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


def log_of(name: str, masses_kg: Mapping[date, float], intake: Mapping[date, float]) -> RealLog:
    first = min(masses_kg)
    return RealLog(
        name,
        tuple(weighing((d - first).days, m, first) for d, m in sorted(masses_kg.items())),
        tuple(intake_day((d - first).days, kcal, first) for d, kcal in sorted(intake.items())),
    )


def read_intake_and_weight(folder: Path) -> RealLog:
    masses, intake = {}, {}
    for row in rows(folder / "intake_weight_lb_828_days.csv"):
        month, day, year = map(int, row["date"].split("/"))
        on = date(year, month, day)
        if row["weight"]:
            masses[on] = float(row["weight"]) * KG_PER_LB
        if row["food"]:
            intake[on] = float(row["food"])
    return log_of("intake_weight_lb_828_days", masses, intake)


def read_planned(folder: Path) -> RealLog:
    masses = {
        datetime.strptime(row["date"], "%Y%m%d").replace(tzinfo=UTC).date(): float(row["bw"])
        * KG_PER_LB
        for row in rows(folder / "weight_lb_yyyymmdd.csv")
        if row["bw"]
    }
    intake = {}
    for row in rows(folder / "planned_intake_periods.csv"):
        on = datetime.strptime(row["startDate"], "%Y%m%d").replace(tzinfo=UTC).date()
        end = min(
            datetime.strptime(row["endDate"], "%Y%m%d").replace(tzinfo=UTC).date(), max(masses)
        )
        while on <= end:
            intake[on] = float(row["calories"])
            on += timedelta(days=1)
    return log_of("weight_lb_yyyymmdd", masses, intake)


def read_carried_forward(folder: Path) -> RealLog:
    masses: dict[date, float] = {}
    for row in rows(folder / "weight_lb_carried_forward.csv"):
        on = date.fromisoformat(row["Date"])
        if on >= date(2013, 6, 1):
            masses[on] = float(row["Recorded"]) * KG_PER_LB
    return log_of("weight_lb_carried_forward", masses, {})


def read_integers(folder: Path) -> RealLog:
    masses = {
        date.fromisoformat(row["date"]): float(row["pounds"]) * KG_PER_LB
        for row in rows(folder / "weight_lb_integers.csv")
    }
    return log_of("weight_lb_integers", masses, {})


LOGS: Sequence[Callable[[Path], RealLog]] = (
    read_intake_and_weight,
    read_planned,
    read_carried_forward,
    read_integers,
)


def reduced(log: RealLog) -> tuple[Array, Array]:
    """Day numbers and masses; runs of three or more equal values reduced to their first day."""
    first = log.first_day
    days = np.array([(w.weighed_on - first).days for w in log.weighings], dtype=float)
    masses = np.array([w.body_mass_kg for w in log.weighings])
    if is_coarse(masses.tolist()):
        return days, masses
    keep = np.ones(len(masses), dtype=bool)
    start = 0
    for index in range(1, len(masses) + 1):
        if index == len(masses) or abs(masses[index] - masses[start]) > 1e-9:
            if index - start >= 3:
                keep[start + 1 : index] = False
            start = index
    return days[keep], masses[keep]


def filtered(log: RealLog, on: date) -> tuple[float, float]:
    """Body mass and expenditure of a person of whom nothing but the log is known."""
    answer = energy_advice(Athlete(), log.weighings, log.intake_days, on=on)
    mass, spent = answer.body_mass.value, answer.expenditure.value
    return mass.value if mass else np.nan, spent.estimate.value if spent else np.nan


def ewma(masses: Array, gain: float) -> float:
    mean = float(masses[0])
    for mass in masses[1:]:
        mean += gain * (float(mass) - mean)
    return mean


def week_ahead(log: RealLog) -> dict[str, list[float]]:
    """Errors of the weight 7 days ahead [kg], by predictor."""
    days, masses = reduced(log)
    errors: dict[str, list[float]] = {}
    for index, day in enumerate(days):
        if day - days[0] < 21 or np.sum((days > day - 21) & (days <= day)) < 6:
            continue
        ahead = [i for i in range(len(days)) if 6 <= days[i] - day <= 8]
        if not ahead:
            continue
        target = masses[min(ahead, key=lambda i: (abs(days[i] - day - 7), i))]
        past = masses[: index + 1]
        got = filtered(log, log.first_day + timedelta(days=int(day)))
        guesses = {
            "filter": got[0],
            "last": float(past[-1]),
            "EWMA .25": ewma(past, 0.25),
            "7-day mean": float(masses[: index + 1][days[: index + 1] > day - 7].mean()),
            "EWMA .1": ewma(past, 0.1),
        }
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(abs(guess - float(target)))
    return errors


def month_ahead(log: RealLog) -> dict[str, list[float]]:
    """Errors of the weight 28 days ahead given the intake then eaten [kg], by predictor."""
    days, masses = reduced(log)
    last = int(days[-1])
    eaten = np.full(last + 1, np.mean([d.energy_kcal for d in log.intake_days]))
    for day in log.intake_days:
        if 0 <= (lag := (day.eaten_on - log.first_day).days) <= last:
            eaten[lag] = day.energy_kcal
    errors: dict[str, list[float]] = {}
    for origin in range(60, last - 28 + 1):
        now = masses[(days > origin - 7) & (days <= origin)]
        then = masses[np.abs(days - origin - 28) <= 3]
        if not len(now) or not len(then):
            continue
        target, start = float(then.mean()), float(now.mean())
        coming = eaten[origin : origin + 28].sum()
        now_kg, spent = filtered(log, log.first_day + timedelta(days=origin))
        guesses = {
            "filter": now_kg + (coming - 28 * spent) / WISHNOFSKY_KCAL_PER_KG,
            "filter, 7-day mean": start + (coming - 28 * spent) / WISHNOFSKY_KCAL_PER_KG,
        }
        for window in (14, 28, 42, 56, 84):
            inside = (days > origin - window) & (days <= origin)
            if inside.sum() < 3:
                continue
            slope = np.polyfit(days[inside], masses[inside], 1)[0]
            tdee = eaten[max(origin - window, 0) : origin].mean() - WISHNOFSKY_KCAL_PER_KG * slope
            guesses[f"{window} d"] = start + (coming - 28 * tdee) / WISHNOFSKY_KCAL_PER_KG
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(abs(guess - target))
    return errors


def print_table(title: str, tables: Mapping[str, Mapping[str, Sequence[float]]]) -> None:
    print(f"\n{title}")
    for name, errors in tables.items():
        count = len(next(iter(errors.values()), ()))
        cells = "  ".join(f"{key} {np.mean(values):.3f}" for key, values in errors.items())
        print(f"{name} ({count}): {cells}")


def print_real_logs(folder: Path) -> None:
    logs = [read(folder / "body") for read in LOGS]
    weeks = {log.name: week_ahead(log) for log in logs}
    pooled: dict[str, list[float]] = {}
    for errors in weeks.values():
        for key, values in errors.items():
            pooled.setdefault(key, []).extend(values)
    print_table("Weight 7 days ahead, mean absolute error, kg", {**weeks, "pooled": pooled})
    months = {log.name: month_ahead(log) for log in logs if log.intake_days}
    print_table("Weight 28 days ahead, mean absolute error, kg", months)


def main(arguments: Sequence[str]) -> None:
    print_coverage()
    print_noise_free()
    print_cost()
    if arguments:
        print_real_logs(Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
