"""The people of the reference runs."""

from app.engine.energy.dynamics.bodies import Bodies, planner_body
from app.engine.records import Sex

A = planner_body(Sex.MALE, 40.0, 180.0, 90.0, 1.5)
B = planner_body(Sex.MALE, 23.0, 180.0, 70.0, 1.6)
C = planner_body(Sex.FEMALE, 40.0, 165.0, 80.0, 1.5)
D = planner_body(Sex.FEMALE, 35.0, 165.0, 75.0, 1.6)

CASES: dict[str, tuple[Bodies, float]] = {
    "A": (A, 2248.45),
    "B": (B, 2245.824),
    "C": (C, 1600.0),
    "D": (D, 1800.0),
}
"""Each with the intake of its reference run [kcal/d]."""
