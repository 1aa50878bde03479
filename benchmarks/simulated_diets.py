"""Bodies that move by Hall's dynamics, weighed and logged with errors: the truth is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from app.engine.answer import Estimate
from app.engine.energy.advice import energy_advice
from app.engine.records import Athlete, IntakeDay, Sex, Weighing

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
