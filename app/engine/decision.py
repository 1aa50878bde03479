"""What an athlete made of an advice, in the words of the answer that comes after it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from app.engine.answer import Basis, Part, ReasonKind

T = TypeVar("T")

REMEMBERED = timedelta(days=28)
"""How long a decision without a date is spoken of. A convention."""
REASON_SHOWN = 200
"""Letters of a reason that a sentence repeats."""

INTAKE_CHANGED = ReasonKind(
    "advice_changed",
    "On {decided_on} you changed the advised intake to {energy_kcal:.0f} kcal a day{why}.",
    Basis.EVIDENCE,
)
OTHERWISE_CHANGED = ReasonKind(
    "advice_changed", "On {decided_on} you changed this advice{why}.", Basis.EVIDENCE
)
REFUSED = ReasonKind(
    "advice_refused", "On {decided_on} you refused this advice{why}.", Basis.EVIDENCE
)


class DecisionVerdict(StrEnum):
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlainDecision:
    """The last word on an advice that is not of one exercise."""

    decided_at: datetime
    verdict: DecisionVerdict
    reason: str | None = None
    energy_kcal: float | None = None
    """What is eaten instead [kcal/d], where intake was advised."""
    holds_until: datetime | None = None

    def is_remembered(self, at: datetime) -> bool:
        if self.holds_until is not None:
            return at <= self.holds_until
        return at - self.decided_at <= REMEMBERED


def remarked(part: Part[T], decision: PlainDecision | None, at: datetime) -> Part[T]:
    """The part with a word on what was decided; as it was where there is none to say."""
    if decision is None or decision.verdict is DecisionVerdict.ACCEPTED:
        return part
    if not decision.is_remembered(at):
        return part
    told = {"decided_on": decision.decided_at.date().isoformat(), "why": in_words(decision.reason)}
    if decision.verdict is DecisionVerdict.REFUSED:
        said = REFUSED(**told)
    elif decision.energy_kcal is None:
        said = OTHERWISE_CHANGED(**told)
    else:
        said = INTAKE_CHANGED(**told, energy_kcal=decision.energy_kcal)
    return replace(part, because=(*part.because, said))


def in_words(reason: str | None) -> str:
    """The athlete's words behind a blank, on one line and not too many of them; else nothing."""
    words = " ".join((reason or "").split()).rstrip(".")
    if len(words) > REASON_SHOWN:
        words = words[: REASON_SHOWN - 1].rstrip() + "…"
    return f" ({words})" if words else ""
