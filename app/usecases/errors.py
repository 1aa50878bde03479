"""What a use case can refuse. The API turns each into a problem document.

UseCaseError
├── NotFound            there is no such thing, or it belongs to another tenant
├── UnknownReferences   a body names things that do not exist
├── Conflict            it contradicts what is stored
└── GoalRefused         no way to this goal is shown
"""

from dataclasses import dataclass

from app.engine.answer import Reason


class UseCaseError(Exception):
    """Base of everything that a use case refuses by itself. Not frozen: Python sets tracebacks."""


@dataclass
class NotFound(UseCaseError):
    kind: str
    id: str
    candidates: tuple[str, ...] = ()
    """Ids that may have been meant."""


@dataclass(frozen=True)
class UnknownReference:
    kind: str
    """`exercise`, `equipment` or `time zone`."""
    pointer: str
    """JSON pointer into the body."""
    value: str
    candidates: tuple[str, ...] = ()


@dataclass
class UnknownReferences(UseCaseError):
    unknown: tuple[UnknownReference, ...]


@dataclass
class Conflict(UseCaseError):
    """`pointer` is the JSON pointer into the body of what contradicts."""

    code: str
    detail: str
    pointer: str = "#"


@dataclass
class GoalRefused(UseCaseError):
    """A goal that is unsafe by name; the tightest limit that it breaks comes first."""

    because: tuple[Reason, ...]
    instead: str
