"""A questionnaire before training: answers to flags and referrals, never a diagnosis.

Flags stop or limit what is prescribed (`overload/safety.py`, `energy/target/refusals.py`); a
referral only says whom to ask. The newest questionnaire counts alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from app.engine.answer import Basis, Missing, Part, Reason, ReasonKind, ok
from app.engine.records import HealthFlag, Reproduction

HOLDS = timedelta(days=365)
"""How long answers speak for a person: 12 months, as the PAR-Q+ has it."""

TOGETHER: Mapping[str, tuple[int, HealthFlag]] = MappingProxyType(
    {"eating_habits": (2, HealthFlag.EATING_DISORDER)}
)
"""Questions that count together: from so many yes on they lead to a flag (Morgan 1999)."""

REFERRED = ReasonKind(
    "screening_referral", "{asked} Yes: {then}", Basis.CONVENTION, "exercise_screening_convention"
)
COUNTED = ReasonKind(
    "screening_counted",
    "{yes} of {questions} questions on {topic} were answered with yes; from {least} on a clinician "
    "is asked first. That is no diagnosis.",
    Basis.CONVENTION,
    "scoff",
)
STALE = ReasonKind(
    "screening_stale",
    "The questions were answered {days} days ago; after 12 months they are asked anew. What was "
    "said counts until then.",
    Basis.CONVENTION,
    "par_q_plus",
)
ANSWER_ANEW = Missing(
    "screening", "The questions before training were answered more than 12 months ago: ask anew."
)
UNANSWERED = "screening_unanswered"
CAUTION = (Reproduction.PREGNANT, Reproduction.LACTATING, Reproduction.NEITHER, None)
"""Where two statements differ the first of these holds."""


@dataclass(frozen=True, slots=True)
class ScreeningQuestion:
    """A question that is answered with yes or no."""

    id: str
    text: str
    then: str
    """What a yes is answered with."""
    flag: HealthFlag | None
    """What a yes leads to; None where it is a referral alone, or counts together with others."""
    reproduction: Reproduction | None
    together: str | None
    """A key of TOGETHER."""
    optional: bool
    """It may be left out without being asked for."""
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screening:
    """Answers by question; what was not answered has no key."""

    answered_at: datetime
    answers: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Screened:
    """What follows from the answers."""

    flags: frozenset[HealthFlag]
    reproduction: Reproduction | None
    """None where it was not asked for or not answered with yes."""
    is_stale: bool


def screened(
    questions: Sequence[ScreeningQuestion], screening: Screening, at: datetime
) -> Part[Screened]:
    """What the answers lead to at an instant, with referrals as warnings.

    Answers to questions that are no longer asked are left aside. Stale answers still count:
    unknown is not safe.
    """
    yes = [one for one in questions if screening.answers.get(one.id) is True]
    alone = [one for one in yes if one.together is None]
    counted = tuple(_counted(questions, yes))
    age = at - screening.answered_at
    stale = (STALE(days=age.days),) if age > HOLDS else ()
    return ok(
        Screened(
            frozenset(
                (
                    *(one.flag for one in alone if one.flag is not None),
                    *(flag for flag, _ in counted),
                )
            ),
            _cautious([one.reproduction for one in alone]),
            is_stale=bool(stale),
        ),
        missing=(*_unanswered(questions, screening), *((ANSWER_ANEW,) if stale else ())),
        warnings=(
            *(REFERRED(asked=one.text, then=one.then) for one in alone),
            *(why for _, why in counted),
            *stale,
        ),
    )


def with_screening(
    flags: frozenset[HealthFlag], reproduction: Reproduction | None, found: Screened | None
) -> tuple[frozenset[HealthFlag], Reproduction | None]:
    """What is on record together with what the questions led to: the more cautious of the two."""
    if found is None:
        return flags, reproduction
    return flags | found.flags, _cautious([reproduction, found.reproduction])


def _cautious(said: Sequence[Reproduction | None]) -> Reproduction | None:
    return min(said, key=CAUTION.index, default=None)


def _counted(
    questions: Sequence[ScreeningQuestion], yes: Sequence[ScreeningQuestion]
) -> Iterator[tuple[HealthFlag, Reason]]:
    for topic, (least, flag) in TOGETHER.items():
        said = sum(one.together == topic for one in yes)
        if said >= least:
            asked = sum(one.together == topic for one in questions)
            named = topic.replace("_", " ")
            yield flag, COUNTED(yes=said, questions=asked, topic=named, least=least)


def _unanswered(questions: Sequence[ScreeningQuestion], screening: Screening) -> Iterator[Missing]:
    for one in questions:
        if not one.optional and one.id not in screening.answers:
            yield Missing(UNANSWERED, f"Not answered: {one.text}")
