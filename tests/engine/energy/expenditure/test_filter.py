"""The closed form against a Kalman filter, and against the same model written out day by day."""

import math
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import pytest

from app.engine.energy.expenditure.beliefs import read_log
from app.engine.energy.expenditure.filter import (
    LEVEL_KCAL_PER_KG,
    START_SD_KG,
    Masses,
    Observations,
    condition,
)
from app.engine.energy.expenditure.filter_log import Prior, filter_log
from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.observations import Asked, View, observe
from app.engine.energy.expenditure.scatter import SCATTER, Noise, noises
from app.engine.energy.expenditure.sums import Array
from tests.engine.energy.logs import ON, lived

KEPT = 0.76
"""Of a change of expenditure at balance, what is left when intake does not change."""
KCAL_PER_KG = 7400.0
PRIOR = (2600.0, 350.0)
ASKED = (Asked(0), Asked(20), Asked(7, View.TISSUE), Asked(-6), Asked(-6, View.SCALE))


def patchy() -> Log:
    """A month with gaps: three weighings in four, four days of intake in five."""
    weighings, intake_days = lived(30, seed=5)
    return read_log(
        [one for number, one in enumerate(weighings) if number % 4 != 1],
        [one for number, one in enumerate(intake_days) if number % 5 != 2],
        (),
        ON,
    )


@dataclass(frozen=True)
class Written:
    """Every unknown of every day as an independent or daily correlated number."""

    seen: Observations
    noise: Noise

    def spent(self) -> Array:
        """Expected expenditure by lag."""
        lags = np.arange(len(self.seen.intake.kcal)) - self.seen.ahead_days
        masses = np.interp(lags, self.seen.weighed.lag_days[::-1], self.seen.body_mass_kg[::-1])
        masses[lags < 0] -= self.going_kg_per_day() * lags[lags < 0]
        level = PRIOR[0] + LEVEL_KCAL_PER_KG * (masses - self.seen.recent_kg)
        return np.asarray(KEPT * level + (1.0 - KEPT) * self.seen.intake.habitual_kcal)

    def going_kg_per_day(self) -> float:
        """Ridge regression over four weeks, and the surplus of the days to come over theirs."""
        days = -self.seen.weighed.lag_days[self.seen.weighed.lag_days < 28].astype(float)
        days -= days.mean()
        slope = days @ self.seen.body_mass_kg[-len(days) :] / (days @ days + 100.0)
        kcal, ahead = self.seen.intake.kcal, self.seen.ahead_days
        surplus = kcal[: ahead + 1].mean() - kcal[ahead + 1 : ahead + 28].mean()
        return float(slope + surplus / KCAL_PER_KG)

    def days_to(self, lag: int) -> Array:
        """By place: +1 for the days between that morning and this one, -1 for those to come."""
        lags = np.arange(len(self.seen.intake.kcal)) - self.seen.ahead_days
        return 1.0 * ((lags >= 1) & (lags <= lag)) - 1.0 * ((lags <= 0) & (lags > lag))

    def effects(self, masses: Masses) -> tuple[Array, Array]:
        """Expected masses, and what each unknown does to them.

        Unknowns: mass now, level, drift, then by lag wander, intake error, unlogged mean and coming
        balance, water, and the movers.
        """
        intake, rows, expected = self.seen.intake, [], []
        lags = np.arange(len(intake.kcal)) - self.seen.ahead_days
        for lag, moved, watery in zip(masses.lag_days, masses.moved, masses.watery, strict=True):
            days = self.days_to(int(lag))
            lost = days / KCAL_PER_KG
            water = np.zeros(len(days))
            water[lag + self.seen.ahead_days] = watery
            flags = (intake.unlogged, np.arange(len(days)) <= self.seen.ahead_days)
            rows.append(
                np.concatenate(
                    [
                        [1.0, KEPT * lost.sum(), KEPT * (lost * lags).sum()],
                        KEPT * lost,
                        -lost,
                        *(-lost * flag for flag in flags),
                        water,
                        moved,
                    ]
                )
            )
            balance = (intake.kcal - self.spent()) @ lost
            expected.append(self.seen.recent_kg - balance + moved @ self.seen.mover_kg)
        return np.array(expected), np.array(rows)

    def covariance(self) -> Array:
        """Of the unknowns, in the order of `effects`."""
        count = len(self.seen.intake.kcal)
        lags = np.arange(count)
        apart = np.abs(lags[:, None] - lags)
        mass_kg, noise, scatter = self.seen.recent_kg, self.noise, self.seen.scatter

        def lasting(sd: float, days: float) -> Array:
            return np.asarray(sd**2 * np.exp(-apart / days))

        blocks = [
            np.diag([START_SD_KG**2, PRIOR[1] ** 2, (scatter.drift * PRIOR[0]) ** 2]),
            lasting(noise.wander * PRIOR[0], noise.wander_days),
            np.diag(self.seen.intake.variance),
            lasting(scatter.unlogged * PRIOR[0], scatter.unlogged_days),
            lasting(scatter.coming * PRIOR[0], scatter.coming_days),
            (noise.water * mass_kg) ** 2 * noise.water_per_day**apart,
            np.diag(self.seen.mover_sd_kg**2),
        ]
        size = sum(len(block) for block in blocks)
        full, start = np.zeros((size, size)), 0
        for block in blocks:
            full[start : start + len(block), start : start + len(block)] = block
            start += len(block)
        return full

    def posterior(self, asked: Masses) -> tuple[Array, Array]:
        """Mean and covariance of the asked masses and, last, expenditure now."""
        seen, noise = self.seen, self.noise
        expected, effect = self.effects(seen.weighed)
        then, of_asked = self.effects(asked)
        now = np.zeros(effect.shape[1])
        now[1] = now[3 + seen.ahead_days] = KEPT
        effects = np.vstack([of_asked, now])
        unknown = self.covariance()
        single = (noise.scale * seen.recent_kg) ** 2
        weighed = effect @ unknown @ effect.T + np.diag(seen.scale_share * single)
        gain = effects @ unknown @ effect.T @ np.linalg.inv(weighed)
        mean = np.append(then, self.spent()[seen.ahead_days])
        shown = np.diag(np.append(asked.watery, 0.0) * single)
        return (
            mean + gain @ (seen.body_mass_kg - expected),
            effects @ unknown @ effects.T - gain @ effect @ unknown @ effects.T + shown,
        )


@pytest.mark.parametrize("kind", range(8))
def test_smoother_filter_and_forecast_are_those_of_the_model_written_out(kind: int) -> None:
    seen, masses = observe(patchy(), PRIOR, ASKED, SCATTER)
    found = condition(seen, masses, PRIOR, KCAL_PER_KG)
    mean, covariance = Written(seen, noises(SCATTER)[kind]).posterior(masses)
    assert found.mean[kind] == pytest.approx(mean, rel=1e-6)
    assert found.covariance[kind] == pytest.approx(covariance, rel=1e-5, abs=1e-6)


def kalman(seen: Observations, noise: Noise) -> tuple[float, float, float, float]:
    """Mass and expenditure now, each with its deviation, by a filter that runs back in time.

    It starts from the priors of this morning and reads the newest weighing first; a copy of this
    morning's state is carried along. State: mass, level, wander, water, movers, drift, mass now,
    wander now. All of its processes are reversible, so the posterior is that of any other order.
    """
    movers = len(seen.mover_kg)
    size = 4 + movers + 3
    wander_sd, water_sd = noise.wander * PRIOR[0], noise.water * seen.recent_kg
    kept = (math.exp(-1.0 / noise.wander_days), noise.water_per_day)
    mean, variance = np.zeros(size), np.zeros((size, size))
    mean[0] = mean[-2] = seen.recent_kg
    mean[4 : 4 + movers] = seen.mover_kg
    variance[-3, -3] = (seen.scatter.drift * PRIOR[0]) ** 2
    variance[1, 1], variance[3, 3] = PRIOR[1] ** 2, water_sd**2
    variance[4 : 4 + movers, 4 : 4 + movers] = np.diag(seen.mover_sd_kg**2)
    for one, copy, sd in ((0, -2, START_SD_KG), (2, -1, wander_sd)):
        for row in (one, copy):
            variance[row, one] = variance[row, copy] = sd**2
    spent = Written(seen, noise).spent()
    weighed = dict(zip(seen.weighed.lag_days.tolist(), range(len(seen.body_mass_kg)), strict=True))
    for lag in range(int(seen.weighed.lag_days[0]) + 1):
        if lag:
            step = np.eye(size)
            step[2, 2], step[3, 3] = kept
            mean, variance = step @ mean, step @ variance @ step.T
            variance[2, 2] += (1.0 - kept[0] ** 2) * wander_sd**2
            variance[3, 3] += (1.0 - kept[1] ** 2) * water_sd**2
            back = np.eye(size)
            back[0, 1] = back[0, 2] = KEPT / KCAL_PER_KG
            back[0, -3] = lag * KEPT / KCAL_PER_KG
            mean, variance = back @ mean, back @ variance @ back.T
            mean[0] -= (seen.intake.kcal[lag] - spent[lag]) / KCAL_PER_KG
            variance[0, 0] += seen.intake.variance[lag] / KCAL_PER_KG**2
        if lag in weighed:
            at = weighed[lag]
            shows = np.zeros(size)
            shows[[0, 3]] = 1.0
            shows[4 : 4 + movers] = seen.weighed.moved[at]
            error = (noise.scale * seen.recent_kg) ** 2 * seen.scale_share[at]
            gain = variance @ shows / (shows @ variance @ shows + error)
            mean = mean + gain * (seen.body_mass_kg[at] - shows @ mean)
            variance = variance - np.outer(gain, shows @ variance)
    energy = np.zeros(size)
    energy[1] = energy[-1] = KEPT
    return (
        float(mean[-2]),
        math.sqrt(variance[-2, -2]),
        float(spent[0] + energy @ mean),
        math.sqrt(energy @ variance @ energy),
    )


@pytest.mark.parametrize("kind", range(8))
def test_today_is_that_of_a_kalman_filter(kind: int) -> None:
    log = read_log(*lived(40, seed=3), (), ON)
    seen, masses = observe(log, PRIOR, (Asked(0, View.TISSUE),), SCATTER)
    found = condition(seen, masses, PRIOR, KCAL_PER_KG)
    mass_kg, mass_sd_kg, spent, spent_sd = kalman(seen, noises(SCATTER)[kind])
    assert found.mean[kind] == pytest.approx([mass_kg, spent], rel=1e-6)
    deviations = np.sqrt(np.diag(found.covariance[kind]))
    assert deviations == pytest.approx([mass_sd_kg, spent_sd], rel=1e-4)


def test_a_log_without_intake_goes_on_as_its_weights_did() -> None:
    weighings, _ = lived(60, intake_kcal=2100.0)
    log = read_log(weighings, (), (), ON)
    ahead = filter_log(log, Prior(2500.0, 600.0, 7700.0), (Asked(-7), Asked(0)))
    assert ahead.mass_kg[0] < ahead.mass_kg[1]
    other = filter_log(log, Prior(3000.0, 600.0, 7700.0), (Asked(-7), Asked(0)))
    assert other.mass_kg == pytest.approx(ahead.mass_kg, abs=0.1)


def test_whole_pounds_are_known_to_be_rounded() -> None:
    weighings, intake_days = lived(30)
    pound = 0.45359237
    whole = [replace(w, body_mass_kg=round(w.body_mass_kg / pound) * pound) for w in weighings]
    prior = Prior(2600.0, 350.0, 7400.0)
    rounded, _ = observe(read_log(whole, intake_days, (), ON), PRIOR, (Asked(0),), SCATTER)
    assert rounded.rounding_kg == pytest.approx(pound / math.sqrt(12.0))
    fine, _ = observe(read_log(weighings, intake_days, (), ON), PRIOR, (Asked(0),), SCATTER)
    assert fine.rounding_kg == 0.0
    assert filter_log(read_log(whole, intake_days, (), ON), prior).sd_kg(0) > 0.0


def test_the_farther_ahead_the_less_is_known() -> None:
    log = read_log(*lived(60), (), ON)
    found = filter_log(log, Prior(2600.0, 350.0, 7400.0), [Asked(-day) for day in range(1, 29)])
    deviations = [found.sd_kg(index) for index in range(28)]
    assert deviations == sorted(deviations)


def test_what_is_lost_lowers_what_will_be_spent() -> None:
    level = 2400.0
    log = read_log(*lived(60, intake_kcal=1600.0, expenditure_kcal=level), (), ON)
    now, then = filter_log(log, Prior(level, 50.0, 7700.0), (Asked(0), Asked(-28))).mass_kg
    assert 0.6 < (now - then) / (28 * (level - 1600.0) / 7700.0) < 0.99


def test_weights_of_long_ago_have_no_trend() -> None:
    weighings, intake_days = lived(60)
    log = read_log(weighings[:20], intake_days, (), ON)
    masses = filter_log(log, Prior(2600.0, 350.0, 7400.0), (Asked(0), Asked(-28))).mass_kg
    assert masses[1] < masses[0]


def test_the_first_morning_has_no_trend() -> None:
    log = read_log(*lived(0), (), ON)
    now, then = filter_log(log, Prior(2600.0, 350.0, 7400.0), (Asked(0), Asked(-7))).mass_kg
    assert then == pytest.approx(now, abs=1.0)


def test_a_smoothed_day_is_better_known_than_the_last() -> None:
    log = read_log(*lived(60), (), ON)
    found = filter_log(log, Prior(2600.0, 350.0, 7400.0), (Asked(30), Asked(0)))
    assert found.sd_kg(0) < found.sd_kg(1)
    assert log.weighings.days[30].weighed_on == ON - timedelta(days=30)
