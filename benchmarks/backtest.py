"""Score the predictions on a folder of real logs: `python -m benchmarks.backtest FOLDER [PLOTS]`.

Every prediction goes through the public function, on earlier sessions (and earlier sets of the
session) alone. Where a folder for plots is named, they are drawn there.
"""

import sys
from pathlib import Path

from benchmarks.capacity_score import (
    capacity_tables,
    forecast_tables,
    score_capacity,
    score_programmes,
    share_above_bound,
)
from benchmarks.fatigue_score import (
    ahead_table,
    chances_in_session,
    score_capacity_in_session,
    score_habit_in_session,
    set_tables,
)
from benchmarks.habit_score import habit_tables, score_habit
from benchmarks.logs import read_all
from benchmarks.planned_score import (
    chances_planned,
    planned_capacity_table,
    planned_habit_table,
)
from benchmarks.plots import draw_calibration, draw_lifters
from benchmarks.set_targets import next_known, next_sets
from benchmarks.targets import capacity_targets, habit_targets, occasions


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0])) if 1 <= len(arguments) <= 2 else {}
    if not logs:
        print("usage: python -m benchmarks.backtest FOLDER [PLOTS]: where the logs are, and where")
        print("plots go")
        return 2
    next_tops = [target for name, log in logs.items() for target in habit_targets(name, log)]
    known = [target for name, log in logs.items() for target in capacity_targets(name, log)]
    everything = [one for name, log in logs.items() for one in occasions(name, log)]
    habit, capacity = score_habit(next_tops), score_capacity(known)
    print(habit_tables(habit))
    print(capacity_tables(capacity))
    later = [target for name, log in logs.items() for target in next_known(name, log)]
    forecasts = {
        **capacity.forecasts,
        "the programme's": score_programmes(next_tops),
        "the set before's": chances_in_session(later),
        **chances_planned(later),
    }
    print(forecast_tables(forecasts))
    sets, share = share_above_bound(everything)
    print(f"\nOf all {sets} sets, {share:.1%} exceed the 90 % upper bound of capacity.")
    print(set_tables("Next set: MAE of known capacity", score_capacity_in_session(later)))
    print(ahead_table(later))
    next_ones = [target for name, log in logs.items() for target in next_sets(name, log)]
    print(set_tables("\nNext set: repetitions done", score_habit_in_session(next_ones)))
    print(planned_capacity_table(later))
    print(planned_habit_table(next_ones))
    for plots in map(Path, arguments[1:]):
        draw_calibration(forecasts, plots / "calibration.png")
        draw_lifters(habit, plots / "habit-by-lifter.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
