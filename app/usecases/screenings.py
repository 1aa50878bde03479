"""The questions before training: answer, read, remove; what advice is told of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.screening import screening_questions
from app.engine.answer import Part
from app.engine.health.screening import HOLDS, Screened, Screening, screened, with_screening
from app.engine.records import Athlete
from app.store.athletes import AthleteRow
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.store.screenings import (
    ScreeningRow,
    find_screening,
    last_screening,
    list_screenings,
)
from app.usecases.athletes import athlete_record, require_athlete
from app.usecases.errors import Conflict, NotFound, UnknownReference, UnknownReferences
from app.usecases.muscles import UNKNOWN_SHOWN_AT_MOST


@dataclass(frozen=True, slots=True)
class NewScreening:
    id: UUID | None
    answered_at: datetime | None
    """None is now."""
    answers: Mapping[str, bool]
    note: str | None


@dataclass(frozen=True, slots=True)
class AnsweredScreening:
    row: ScreeningRow
    holds_until: datetime
    outcome: Part[Screened]


async def answer_questions(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, new: NewScreening
) -> tuple[AnsweredScreening, bool]:
    """The answers with what they lead to, and whether they are new; Conflict where others are
    stored under their id, UnknownReferences where a question is not asked."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    require_questions(new.answers, "#/answers")
    row = ScreeningRow(
        athlete_id=athlete_id,
        id=new.id or new_id(),
        answered_at=new.answered_at or datetime.now(UTC),
        answers=dict(new.answers),
        note=new.note,
    )
    stored = await find_screening(session, athlete_id, row.id)
    if stored is None:
        session.add(row)
        await session.flush()
        return answered(row), True
    left_out = set() if new.answered_at else {"answered_at"}
    if stored.model_dump(exclude=left_out) != row.model_dump(exclude=left_out):
        detail = f"Screening {row.id} is stored and says something else."
        raise Conflict("id_taken", detail, "#/id")
    return answered(stored), False


async def require_screening(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, screening_id: UUID
) -> AnsweredScreening:
    return answered(await _require_row(session, tenant_id, athlete_id, screening_id))


async def page_of_screenings(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[AnsweredScreening]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    page = await list_screenings(session, athlete_id, after=after, limit=limit)
    return Page([answered(row) for row in page.items], page.next_key)


async def remove_screening(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, screening_id: UUID
) -> None:
    """The answers before it count again."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    await session.delete(await _require_row(session, tenant_id, athlete_id, screening_id))
    await session.flush()


async def screened_at(session: AsyncSession, athlete_id: UUID, at: datetime) -> Screened | None:
    """What the newest answers lead to at an instant; None where nothing was answered."""
    row = await last_screening(session, athlete_id, at)
    return None if row is None else outcome(screening_record(row), at).value


async def known_athlete(session: AsyncSession, row: AthleteRow, on: date) -> Athlete:
    """All that is known of an athlete on a day: the record, with what the questions led to."""
    at = datetime.combine(on, datetime.max.time(), UTC)
    found = await screened_at(session, row.id, at)
    return with_answers(athlete_record(row, on), found)


def with_answers(athlete: Athlete, found: Screened | None) -> Athlete:
    flags, reproduction = with_screening(athlete.health_flags, athlete.reproduction, found)
    return replace(athlete, health_flags=flags, reproduction=reproduction)


def screening_record(row: ScreeningRow) -> Screening:
    return Screening(row.answered_at, row.answers)


def outcome(screening: Screening, at: datetime) -> Part[Screened]:
    """Both doors meet here."""
    return screened(tuple(screening_questions().values()), screening, at)


def answered(row: ScreeningRow) -> AnsweredScreening:
    """As it counts now."""
    try:
        until = row.answered_at + HOLDS
    except OverflowError:
        until = row.answered_at
    found = outcome(screening_record(row), max(datetime.now(UTC), row.answered_at))
    return AnsweredScreening(row, until, found)


def require_questions(answers: Mapping[str, bool], pointer: str) -> None:
    """UnknownReferences, with candidates, for a question that is not asked."""
    known = screening_questions()
    unknown = tuple(
        UnknownReference(
            "screening question",
            f"{pointer}/{id_.replace('~', '~0').replace('/', '~1')}",
            id_,
            tuple(get_close_matches(id_, known)),
        )
        for id_ in answers
        if id_ not in known
    )[:UNKNOWN_SHOWN_AT_MOST]
    if unknown:
        raise UnknownReferences(unknown)


async def _require_row(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, screening_id: UUID
) -> ScreeningRow:
    await require_athlete(session, tenant_id, athlete_id)
    row = await find_screening(session, athlete_id, screening_id)
    if row is None:
        raise NotFound("screening", str(screening_id))
    return row
