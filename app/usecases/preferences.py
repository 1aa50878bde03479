"""Exercises that an athlete leaves out or likes, and what to train instead."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.alternatives import Alternative, alternatives
from app.catalogue.load import catalogue
from app.store.decisions import (
    ExercisePreferenceRow,
    find_preference,
    list_preferences,
    preferences,
)
from app.store.exercises import exercises_by_id
from app.store.paging import Key, Page
from app.usecases.athletes import require_athlete
from app.usecases.errors import NotFound
from app.usecases.exercises import read_as, require_exercise
from app.usecases.told_facts import shares_of


class Preference(StrEnum):
    EXCLUDED = "excluded"
    """Left out of every session until it is taken back."""
    PREFERRED = "preferred"
    """Named first where something is to be done instead of another exercise."""


@dataclass(frozen=True, slots=True)
class ExcludedExercise:
    """An exercise that would have been due, and what to do instead of it."""

    exercise_id: str
    exercise_name: str
    since: datetime
    reason: str | None
    alternatives: tuple[Alternative, ...]


async def prefer(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_id: str,
    preference: Preference,
    reason: str | None,
) -> ExercisePreferenceRow:
    """Say it; saying the same again changes nothing."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    row = await require_exercise(session, tenant_id, exercise_id)
    id_ = row.merged_into or row.id
    stored = await find_preference(session, athlete_id, id_)
    if stored is None:
        stored = ExercisePreferenceRow(
            athlete_id=athlete_id,
            id=id_,
            preference=preference.value,
            reason=reason,
            since=datetime.now(UTC),
        )
        session.add(stored)
    elif (stored.preference, stored.reason) != (preference.value, reason):
        if stored.preference != preference.value:
            stored.since = datetime.now(UTC)
        stored.preference, stored.reason = preference.value, reason
    await session.flush()
    return stored


async def require_preference(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, exercise_id: str
) -> ExercisePreferenceRow:
    await require_athlete(session, tenant_id, athlete_id)
    id_ = await read_as(session, tenant_id, exercise_id)
    row = await find_preference(session, athlete_id, id_)
    if row is None:
        raise NotFound("preference for the exercise", exercise_id)
    return row


async def forget_preference(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, exercise_id: str
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    await session.delete(await require_preference(session, tenant_id, athlete_id, exercise_id))
    await session.flush()


async def page_of_preferences(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ExercisePreferenceRow]:
    """In the order of the exercises' ids."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_preferences(session, athlete_id, after=after, limit=limit)


@dataclass(frozen=True, slots=True)
class Said:
    """What an athlete said of exercises, by their ids."""

    excluded: Mapping[str, ExercisePreferenceRow]
    preferred: frozenset[str]


async def read_said(session: AsyncSession, athlete_id: UUID) -> Said:
    rows = await preferences(session, athlete_id)
    return Said(
        {row.id: row for row in rows if row.preference == Preference.EXCLUDED},
        frozenset(row.id for row in rows if row.preference == Preference.PREFERRED),
    )


async def excluded_of(
    session: AsyncSession, tenant_id: UUID, said: Said, due: Sequence[str]
) -> tuple[ExcludedExercise, ...]:
    """Those of the exercises due that the athlete leaves out, in their order."""
    excluded = said.excluded
    wanted = [one for one in dict.fromkeys(due) if one in excluded]
    if not wanted:
        return ()
    known = await _known(session, tenant_id, wanted)
    unwanted = excluded.keys() | set(due)
    return tuple(
        _excluded(excluded[one], *known[one], unwanted=unwanted, preferred=said.preferred)
        for one in wanted
    )


def _excluded(
    row: ExercisePreferenceRow,
    name: str,
    shares: Mapping[str, float],
    *,
    unwanted: Collection[str],
    preferred: Collection[str],
) -> ExcludedExercise:
    instead = alternatives(catalogue(), row.id, shares, unwanted=unwanted, preferred=preferred)
    return ExcludedExercise(row.id, name, row.since, row.reason, instead)


async def _known(
    session: AsyncSession, tenant_id: UUID, ids: Sequence[str]
) -> dict[str, tuple[str, Mapping[str, float]]]:
    """Name and shares of exercises."""
    found = await exercises_by_id(session, tenant_id, ids)
    own = {id_: (row.name, shares_of(row.facts.get("muscles", ()))) for id_, row in found.items()}
    facts = catalogue().exercises
    return own | {
        id_: (facts[id_].name, {one.muscle_id: one.share for one in facts[id_].muscles})
        for id_ in ids
        if id_ in facts
    }
