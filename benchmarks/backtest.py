"""Score the predictions on a folder of real logs: `python -m benchmarks.backtest FOLDER`.

Every prediction goes through the public function, on earlier sessions alone.
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
from benchmarks.habit_score import habit_tables, score_habit
from benchmarks.logs import read_all
from benchmarks.targets import capacity_targets, habit_targets, occasions


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0])) if len(arguments) == 1 else {}
    if not logs:
        print("usage: python -m benchmarks.backtest FOLDER, the folder that holds the logs")
        return 2
    next_tops = [target for name, log in logs.items() for target in habit_targets(name, log)]
    known = [target for name, log in logs.items() for target in capacity_targets(name, log)]
    everything = [one for name, log in logs.items() for one in occasions(name, log)]
    print(habit_tables(score_habit(next_tops)))
    capacity = score_capacity(known)
    print(capacity_tables(capacity))
    programmes = {"the programme's": score_programmes(next_tops)}
    print(forecast_tables({**capacity.forecasts, **programmes}))
    sets, share = share_above_bound(everything)
    print(f"\nOf all {sets} sets, {share:.1%} exceed the 90 % upper bound of capacity.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
