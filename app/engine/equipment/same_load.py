"""When two loads are one load."""

SAME_LOAD_TOLERANCE_KG = 0.05
"""Two loads nearer than this are one load: 135 lb is logged as 61.235, 61.24 or 61.2 kg.

The smallest discs, 0.25 kg on both sides, make 0.5 kg.
"""


def same_load(one_kg: float, other_kg: float) -> bool:
    return abs(one_kg - other_kg) <= SAME_LOAD_TOLERANCE_KG
