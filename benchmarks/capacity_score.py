"""How well capacity predicts sets whose capacity is known, beside the simple ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad, repetitions_at_loads
from benchmarks.habit_score import HALF_REPETITION, Flags, Floats, mean
from benchmarks.tables import Cell, show
from benchmarks.targets import BASELINES, Occasion, Target, top_set

BINS = 10
MOST_COUNTED = 20
STEADY_SESSIONS = 3
LARGEST_STEP = 1.1


@dataclass(frozen=True, slots=True)
class Forecast:
    """Probabilities that were said, and whether it came so."""

    said: Floats
    came: Flags

    @property
    def brier(self) -> float:
        return float(np.mean((self.said - self.came) ** 2))

    def bins(self) -> list[tuple[int, float, float]]:
        """Targets, mean probability and share that came, in equally filled bins."""
        parts = np.array_split(np.argsort(self.said, kind="stable"), BINS)
        return [
            (len(part), float(self.said[part].mean()), float(self.came[part].mean()))
            for part in parts
            if len(part)
        ]

    @property
    def calibration_error(self) -> float:
        bins = self.bins()
        total = sum(count for count, _, _ in bins)
        return sum(count * abs(said - came) for count, said, came in bins) / total


@dataclass(frozen=True, slots=True)
class CapacityScores:
    lifter: NDArray[np.str_]
    error: Mapping[str, Floats]
    inside: Flags
    changed: Flags
    forecasts: Mapping[str, Forecast]


def answer_to(target: Target) -> RepetitionsAtLoad:
    value = repetitions_at_loads(target.earlier, target.at, [target.load_kg]).items[0].value
    if value is None:
        raise AssertionError(f"no answer for {target.lifter} {target.exercise} {target.at}")
    return value


def forecast(said: Sequence[RepetitionsAtLoad], done: Floats, wanted: Floats) -> Forecast:
    """P(capacity >= wanted) against what happened."""
    count = np.clip(np.ceil(wanted), 1, MOST_COUNTED).astype(int)
    chances = [one.chance[k - 1] for one, k in zip(said, count, strict=True)]
    return Forecast(np.array(chances), done >= count)


def score_capacity(targets: Sequence[Target]) -> CapacityScores:
    said = [answer_to(target) for target in targets]
    done = np.array([target.repetitions for target in targets])
    last = np.array([top_set(target.earlier[-1]).repetitions for target in targets])
    capacity = [one.capacity for one in said]
    return CapacityScores(
        lifter=np.array([target.lifter for target in targets]),
        error={
            "capacity": np.array([estimate.value for estimate in capacity]) - done,
            **{
                name: np.array([baseline(target) for target in targets]) - done
                for name, baseline in BASELINES.items()
            },
        },
        inside=(np.array([estimate.low for estimate in capacity]) - HALF_REPETITION <= done)
        & (done <= np.array([estimate.high for estimate in capacity]) + HALF_REPETITION),
        changed=np.array([target.load_changed for target in targets]),
        forecasts={
            "last session's": forecast(said, done, last),
            "8": forecast(said, done, np.full(len(done), 8.0)),
        },
    )


def share_above_bound(occasions: Sequence[Occasion]) -> tuple[int, float]:
    """All sets, and the share of them whose repetitions exceed the 90 % upper bound."""
    sets = above = 0
    for occasion in occasions:
        loads_kg = [one.load_kg for one in occasion.sets]
        items = repetitions_at_loads(occasion.earlier, occasion.at, loads_kg).items
        for one, part in zip(occasion.sets, items, strict=True):
            if part.value is not None:
                sets += 1
                above += one.repetitions > part.value.capacity.high
    return sets, above / max(sets, 1)


def set_by_programme(target: Target) -> bool:
    """The last three top sets had the same repetitions, and the load now rises by a step."""
    last = target.tops[-STEADY_SESSIONS:]
    steady = len({top.repetitions for top in last}) == 1
    return steady and target.load_changed and 1.0 < target.load_kg / last[-1].load_kg < LARGEST_STEP


def score_programmes(targets: Sequence[Target]) -> Forecast:
    """P(capacity >= the steady target) against whether it was made."""
    chosen = [target for target in targets if set_by_programme(target)]
    said = [answer_to(target) for target in chosen]
    done = np.array([target.repetitions for target in chosen])
    return forecast(said, done, np.array([target.tops[-1].repetitions for target in chosen]))


def capacity_tables(scores: CapacityScores) -> str:
    names = list(scores.error)
    everyone = np.ones(len(scores.inside), dtype=np.bool_)
    groups = {name: scores.lifter == name for name in dict.fromkeys(scores.lifter.tolist())}
    rows: list[list[Cell]] = []
    for title, own in {**groups, "pooled": everyone}.items():
        changed = own & scores.changed
        errors = [np.abs(scores.error[name]) for name in names]
        pairs = [mean(error[at]) for error in errors for at in (own, changed)]
        row: list[Cell] = [title, int(own.sum()), int(changed.sum()), *pairs]
        rows.append([*row, mean(scores.inside[own])])
    header = ["", "targets", "changed", *[h for name in names for h in (name, "changed")], "covers"]
    return show("Capacity: MAE of known capacity, all and load changed", header, rows)


def forecast_tables(all_forecasts: Mapping[str, Forecast]) -> str:
    forecasts = {name: one for name, one in all_forecasts.items() if len(one.said)}
    rows: list[list[Cell]] = [
        [
            f"P(capacity >= {name})",
            len(one.said),
            f"{one.calibration_error:.3f}",
            f"{one.brier:.3f}",
        ]
        for name, one in forecasts.items()
    ]
    plots = [
        show(
            f"\nCalibration of P(capacity >= {name})",
            ["bin", "targets", "said", "came"],
            [[str(n), *one_bin] for n, one_bin in enumerate(one.bins(), 1)],
        )
        for name, one in forecasts.items()
    ]
    return show("\nForecasts", ["", "targets", "calibration error", "brier"], rows) + "".join(plots)
