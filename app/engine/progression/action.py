"""What changes against the last session."""

from enum import StrEnum


class Action(StrEnum):
    INCREASE_LOAD = "increase_load"
    INCREASE_REPETITIONS = "increase_repetitions"
    INCREASE_DURATION = "increase_duration"
    INCREASE_DISTANCE = "increase_distance"
    ADD_SET = "add_set"
    SLOW_TEMPO = "slow_tempo"
    CHANGE_VARIATION = "change_variation"
    HOLD = "hold"
    DELOAD = "deload"
    TEST = "test"
    """Find the load or the repetitions from which the scheme goes on."""
    START = "start"
