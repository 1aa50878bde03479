"""Whether an athlete eats less than is spent: what training expects of a day depends on it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.energy.expenditure.balance import RECENT_DAYS
from app.engine.energy.expenditure.deficit_began import deficit_began_on, looked_back_to
from app.store.athletes import AthleteRow
from app.store.intake import intake_between
from app.usecases.athletes import local_day
from app.usecases.energy import EnergyQuestion, stored_energy_of

MAINTAINING = EnergyQuestion(rate_percent_per_week=0.0)


async def deficit_since(
    session: AsyncSession, athlete: AthleteRow, at: datetime
) -> datetime | None:
    """When the deficit began where the whole interval of the balance lies below 0, else None.

    Without intake of the last days nothing more is read.
    """
    on = local_day(athlete, at)
    first = on - timedelta(days=min(RECENT_DAYS, on.toordinal() - 1))
    if not await intake_between(session, athlete.id, first, on):
        return None
    answer = await stored_energy_of(session, athlete, on, MAINTAINING)
    balance = answer.balance.value
    if balance is None or balance.high >= 0.0:
        return None
    spent_low_kcal = answer.expenditure.value.estimate.low if answer.expenditure.value else 0.0
    rows = await intake_between(session, athlete.id, looked_back_to(first), first)
    eaten = {row.eaten_on: row.energy_kcal for row in rows if row.complete}
    began = deficit_began_on(eaten, first, spent_low_kcal)
    return datetime.combine(began, time.min, ZoneInfo(athlete.time_zone))
