"""What many names stand for, or may stand for."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.names import Candidate, candidates
from app.usecases.own_exercises import NameMatch, match_names


@dataclass(frozen=True, slots=True)
class NamedExercise:
    name: str
    exercise_id: str | None
    match: str | None
    """`own` or `catalogue`; None where nobody knows the name for sure."""
    equipment_id: str | None
    candidates: tuple[Candidate, ...]


async def exercise_names(
    session: AsyncSession, tenant_id: UUID, names: Sequence[str]
) -> list[NamedExercise]:
    """One for each name, in their order, as an import would match it."""
    counts = dict.fromkeys(names, 0)
    matches, _ = await match_names(session, tenant_id, counts, datetime.now(UTC), lock=False)
    # Guessing takes milliseconds a name: light requests stay quick beside it.
    found = await asyncio.to_thread(lambda: {one.name: _named(one) for one in matches})
    return [found[name] for name in names]


def _named(match: NameMatch) -> NamedExercise:
    if match.match == "created":
        guessed = candidates(match.name)
        return NamedExercise(match.name, None, None, match.equipment_id, guessed)
    return NamedExercise(match.name, match.exercise_id, match.match, match.equipment_id, ())
