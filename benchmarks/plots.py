"""The figures of docs/science, drawn from the backtest."""

from collections.abc import Mapping
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from app.engine.answer import Z_80_PERCENT
from benchmarks.capacity_score import Forecast
from benchmarks.habit_score import HabitScores

INK, PALE, OTHER = "#1b4f72", "#b9b9b9", "#c0392b"
DOTS_PER_INCH = 90


def draw_calibration(forecasts: Mapping[str, Forecast], path: Path) -> None:
    """What was said against what came, a panel a forecast, bars of 80 % for chance alone."""
    shown = {name: one for name, one in forecasts.items() if len(one.said)}
    rows = (len(shown) + 1) // 2
    figure = Figure(figsize=(7.2, 3.5 * rows), layout="constrained")
    panels = figure.subplots(rows, 2, squeeze=False).flatten()
    for panel, (name, one) in zip(panels, shown.items(), strict=False):
        panel_of(panel, name, one)
    for empty in panels[len(shown) :]:
        empty.set_axis_off()
    save(figure, path)


def panel_of(panel: Axes, name: str, one: Forecast) -> None:
    counts, said, came = (np.array(column) for column in zip(*one.bins(), strict=True))
    bars = Z_80_PERCENT * np.sqrt(said * (1.0 - said) / counts)
    panel.plot([0, 1], [0, 1], color=PALE, linewidth=1)
    panel.errorbar(said, came, yerr=bars, fmt="o", color=INK, markersize=4, elinewidth=0.8)
    panel.set_title(f"P(capacity \u2265 {name}), {len(one.said)} targets", fontsize=8.5)
    panel.set_xlabel(f"said (calibration error {one.calibration_error:.3f})", fontsize=8)
    panel.set_ylabel("came", fontsize=8)
    panel.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.05))
    panel.tick_params(labelsize=8)


def draw_lifters(scores: HabitScores, path: Path) -> None:
    """Error beside the best simple way, and coverage, a row a lifter."""
    lifters = list(dict.fromkeys(scores.lifter.tolist()))[::-1]
    own = [scores.lifter == lifter for lifter in lifters]
    absolute = {name: np.abs(error) for name, error in scores.error.items()}
    ours = [float(absolute["habit"][at].mean()) for at in own]
    simple = [min(float(e[at].mean()) for n, e in absolute.items() if n != "habit") for at in own]
    covers = [float(scores.inside[at].mean()) for at in own]
    rows = np.arange(len(lifters))
    figure = Figure(figsize=(7.2, 0.28 * len(lifters) + 1.0), layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True, width_ratios=(2, 1))
    left.hlines(rows, ours, simple, color=PALE, linewidth=1)
    left.plot(simple, rows, "o", color=OTHER, markersize=5, label="best simple way")
    left.plot(ours, rows, "o", color=INK, markersize=5, label="habit")
    left.set_yticks(rows, [name.removesuffix(".csv") for name in lifters], fontsize=7)
    left.set_xlabel("mean absolute error, repetitions", fontsize=8)
    left.set_xlim(0.0)
    left.legend(fontsize=7, frameon=False)
    right.axvspan(0.7, 0.9, color=PALE, alpha=0.3, linewidth=0)
    right.plot(covers, rows, "o", color=INK, markersize=5)
    right.axvline(0.8, color=PALE, linewidth=1)
    right.set_xlabel("80 % interval covers", fontsize=8)
    right.set_xlim(0.6, 1.0)
    for panel in (left, right):
        panel.tick_params(axis="x", labelsize=8)
    save(figure, path)


def save(figure: Figure, path: Path) -> None:
    """Without date or version, so that equal figures are equal files."""
    figure.savefig(path, dpi=DOTS_PER_INCH, metadata={"Software": None})
