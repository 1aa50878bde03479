"""Endurance beside a plan: on days without a session where there are some."""

from collections.abc import Sequence

from app.engine.plan.weekdays import NAMES, Days, gaps

MINUTES = 30.0


def cardio_days(training: Sequence[int], times: int) -> Days:
    """So many days, those without a session first and as evenly as they come; at most seven."""
    chosen: list[int] = []
    week = range(len(NAMES))
    for _ in range(min(times, len(NAMES))):
        left = [day for day in week if day not in chosen]
        chosen.append(min(left, key=lambda day: (day in training, _crowding([*chosen, day]), day)))
    return tuple(sorted(chosen))


def _crowding(days: list[int]) -> list[int]:
    """Less where the smallest gaps are larger."""
    return [-gap for gap in sorted(gaps(days))]
