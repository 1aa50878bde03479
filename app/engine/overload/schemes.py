"""The progression schemes by name: each a pure function of the log and its parameters."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from app.engine.progression.double.rule import double_progression
from app.engine.progression.double.state import Parameters, State
from app.engine.training_log.judged import JudgedSession

Scheme = Callable[[Sequence[JudgedSession], Parameters], State]
"""From the judged sessions, oldest first and at least one, to the demand of the next."""

SCHEMES: Mapping[str, Scheme] = MappingProxyType({"double_progression": double_progression})
