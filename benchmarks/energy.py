"""How good is the energy advice? `python -m benchmarks.energy [DATA]`.

Prints the coverage of the 80 % interval of expenditure on simulated diets, the bias on noise-free
diets, the CPU time of an answer, the error on simulated cuts and, where a folder of real logs is
given, the error of weight 7 and 28 days ahead beside the baselines.
"""

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.body_logs import LOGS
from benchmarks.body_scores import Scores, month_ahead, week_ahead
from benchmarks.simulated_cuts import draw_cuts
from benchmarks.simulated_diets import (
    Body,
    Diet,
    answer,
    coverage,
    draw_diets,
    hall,
    intake_day,
    person,
    weighing,
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


def print_scores(title: str, scores: Mapping[str, Scores]) -> None:
    print(f"\n{title}")
    for name, one in scores.items():
        count = len(next(iter(one.errors.values()), ()))
        cells = "  ".join(f"{key} {np.mean(values):.3f}" for key, values in one.errors.items())
        print(f"{name} ({count}): {cells}  80 % interval holds {np.mean(one.inside):.2f}")


def pooled(scores: Iterable[Scores]) -> Scores:
    errors: dict[str, list[float]] = {}
    inside: list[bool] = []
    for one in scores:
        inside.extend(one.inside)
        for key, values in one.errors.items():
            errors.setdefault(key, []).extend(values)
    return Scores(errors, inside)


def print_cuts() -> None:
    """Every sixth day of four seeds of each kind of cut."""
    cuts = {name: pooled(month_ahead(log, 6) for log in logs) for name, logs in draw_cuts(4)}
    print_scores("Simulated cuts: weight 28 days ahead, mean absolute error, kg", cuts)


def print_real_logs(folder: Path) -> None:
    logs = [read(folder / "body") for read in LOGS]
    weeks = {log.name: week_ahead(log) for log in logs}
    weeks["pooled"] = pooled(weeks.values())
    print_scores("Weight 7 days ahead, mean absolute error, kg", weeks)
    months = {log.name: month_ahead(log) for log in logs if log.intake_days}
    print_scores("Weight 28 days ahead, mean absolute error, kg", months)


def main(arguments: Sequence[str]) -> None:
    print_coverage()
    print_noise_free()
    print_cost()
    print_cuts()
    if arguments:
        print_real_logs(Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
