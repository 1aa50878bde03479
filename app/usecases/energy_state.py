"""Whether an athlete eats less than is spent: what training expects of a day depends on it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.energy.balance import RECENT_DAYS
from app.store.athletes import AthleteRow
from app.store.intake import intake_between
from app.usecases.athletes import local_day
from app.usecases.energy import EnergyQuestion, stored_energy_of

MAINTAINING = EnergyQuestion(rate_percent_per_week=0.0)


async def deficit_since(
    session: AsyncSession, athlete: AthleteRow, at: datetime
) -> datetime | None:
    """The first day of the balance's window where its whole interval lies below 0, else None.

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
    return datetime.combine(first, time.min, ZoneInfo(athlete.time_zone))
