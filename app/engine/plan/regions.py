"""Parts of the body that are trained on the same day: muscles that the same exercises load."""

from collections.abc import Mapping
from types import MappingProxyType

LOWER, PUSH, PULL, TRUNK = "lower body", "push", "pull", "trunk"

REGION_OF: Mapping[str, str] = MappingProxyType(
    {
        "adductors": LOWER,
        "quadriceps": LOWER,
        "hamstrings": LOWER,
        "glutes": LOWER,
        "abductors": LOWER,
        "hip_rotators": LOWER,
        "hip_flexors": LOWER,
        "knee_rotators": LOWER,
        "calves": LOWER,
        "shins": LOWER,
        "feet": LOWER,
        "lower_back": LOWER,
        "chest": PUSH,
        "deltoids": PUSH,
        "triceps": PUSH,
        "shoulder_adductors": PUSH,
        "back": PULL,
        "shoulder_blade": PULL,
        "trapezius": PULL,
        "biceps": PULL,
        "forearms": PULL,
        "rotator_cuff": PULL,
        "abdominals": TRUNK,
        "neck": TRUNK,
    }
)
"""Our choice, a convention; a group that is not here goes with the trunk."""
REGIONS = (LOWER, PUSH, PULL, TRUNK)

PRIMARY = ("quadriceps", "hamstrings", "glutes", "chest", "back", "deltoids")
"""The large groups, which every plan trains."""
SECONDARY = ("abdominals", "calves", "biceps", "triceps", "abductors", "adductors", "lower_back")
"""What is trained where time is left; the large exercises train it in part."""

OPPOSED: Mapping[str, str] = MappingProxyType(
    {
        "adductors": "abductors",
        "abductors": "adductors",
        "quadriceps": "hamstrings",
        "hamstrings": "quadriceps",
        "chest": "back",
        "back": "chest",
        "deltoids": "back",
        "biceps": "triceps",
        "triceps": "biceps",
        "abdominals": "lower_back",
        "lower_back": "abdominals",
    }
)
"""What is trained along with a focus, so that one side does not run away. A convention."""


def region_of(group: str) -> str:
    return REGION_OF.get(group, TRUNK)
