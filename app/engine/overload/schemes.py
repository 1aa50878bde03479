"""The progression schemes by name: each a pure function of the log and its parameters."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from app.engine.overload.double_progression import double_progression
from app.engine.overload.judged import JudgedSession
from app.engine.overload.state import Parameters, State

Scheme = Callable[[Sequence[JudgedSession], Parameters], State]
"""From the judged sessions, oldest first and at least one, to the demand of the next."""

SCHEMES: Mapping[str, Scheme] = MappingProxyType({"double_progression": double_progression})
