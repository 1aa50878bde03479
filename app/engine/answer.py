"""What comes out of the engine: values with intervals, reasons with sources, honest gaps.

An answer is made of parts. Each part is `ok`, `insufficient` (and says what to log) or
`refused` (and says what to do instead); no refused part hides another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

Value = float | int | str
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

INTERVAL_LEVEL = 0.8
"""Probability that every interval of an answer is meant to hold."""
Z_80_PERCENT = 1.2815515655446004
"""Standard deviations to either end of such an interval where the law is normal."""


class Basis(StrEnum):
    EVIDENCE = "evidence"
    """Rests on a published measurement or on the athlete's own log."""
    CONVENTION = "convention"
    """A rule of the trade that no trial has tested, or a choice of ours."""


class Status(StrEnum):
    OK = "ok"
    INSUFFICIENT = "insufficient"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A median with the interval that holds the truth with probability `level`."""

    value: float
    low: float
    high: float
    level: float = INTERVAL_LEVEL


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the way to an answer."""

    code: str
    text: str
    values: Mapping[str, Value]
    basis: Basis
    source: str | None
    """Id of an entry in the catalogue of sources; None for the athlete's own log or our choice."""


@dataclass(frozen=True, slots=True)
class ReasonKind:
    """A reason before its numbers are known; calling it with them makes the reason."""

    code: str
    template: str
    basis: Basis
    source: str | None = None

    def __call__(self, **values: Value) -> Reason:
        text = self.template.format(**values)
        return Reason(self.code, text, MappingProxyType(values), self.basis, self.source)


@dataclass(frozen=True, slots=True)
class Missing:
    """What to log to get an answer, or a better one."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A record that was read and left out."""

    id: str
    reason: str
    """A stable code."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Ids of the records that an answer rests on, and of those that were left out, with why."""

    used: tuple[str, ...] = ()
    excluded: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Part(Generic[T_co]):
    """One part of an answer. `value` is there exactly when `status` is `ok`."""

    status: Status
    value: T_co | None = None
    because: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Reason, ...] = ()
    instead: str | None = None
    """Where refused: what to do instead."""
    evidence: Evidence = field(default_factory=Evidence)


def ok(
    value: T,
    because: tuple[Reason, ...] = (),
    *,
    missing: tuple[Missing, ...] = (),
    warnings: tuple[Reason, ...] = (),
    evidence: Evidence | None = None,
) -> Part[T]:
    return Part(Status.OK, value, because, missing, warnings, evidence=evidence or Evidence())


def insufficient(
    missing: tuple[Missing, ...],
    because: tuple[Reason, ...] = (),
    *,
    warnings: tuple[Reason, ...] = (),
    evidence: Evidence | None = None,
) -> Part[T]:
    return Part(
        Status.INSUFFICIENT, None, because, missing, warnings, evidence=evidence or Evidence()
    )


def refused(
    because: tuple[Reason, ...],
    instead: str,
    *,
    warnings: tuple[Reason, ...] = (),
    evidence: Evidence | None = None,
) -> Part[T]:
    return Part(
        Status.REFUSED, None, because, (), warnings, instead, evidence=evidence or Evidence()
    )


def passed_on(part: Part[object]) -> Part[T]:
    """The gap or the refusal of one answer as that of another that needs it."""
    return Part(
        part.status,
        None,
        part.because,
        part.missing,
        part.warnings,
        part.instead,
        part.evidence,
    )
