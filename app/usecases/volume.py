"""Training volume: the log from the store or from the caller, one engine for both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from statistics import fmean
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.load.balance import Balance, balance
from app.engine.load.dose_response import DoseResponse, dose_response
from app.engine.load.frequency import Frequency, frequency
from app.engine.load.volume import WEEKS, Landmarks, Volume, volume
from app.usecases.athletes import local_day, require_athlete
from app.usecases.training_log import LeftOut, Training, left_out, stored_training, training_log

LEAST_WEEKS = 4
"""What frequency and balance look back, however few weeks are asked."""
DECIMALS = 2
"""Of a mean number of sets; more would be noise in a sentence."""


@dataclass(frozen=True, slots=True)
class VolumeAsked:
    """What a caller may say beside the log."""

    on: date | None = None
    """The athlete's calendar day, to whose end sets count; None is today."""
    weeks: int = WEEKS
    focus: tuple[str, ...] = ()
    """Groups that are to grow first."""
    landmarks: Mapping[str, Landmarks] = field(default_factory=dict)
    """By group."""

    @property
    def back(self) -> timedelta:
        """The week of the day asked may have just begun: one more covers those asked whole."""
        return timedelta(weeks=max(self.weeks, LEAST_WEEKS) + 1)


@dataclass(frozen=True, slots=True)
class VolumeQuestion:
    asked: VolumeAsked
    on: date
    zone: ZoneInfo
    training: Training


@dataclass(frozen=True, slots=True)
class GroupDose:
    """What the sets of one group bring."""

    group: str
    sets_per_week: float
    weeks: int
    """Complete weeks that the mean is over; 0 where there is none and the last 7 days stand in."""
    part: Part[DoseResponse]


@dataclass(frozen=True, slots=True)
class VolumeAdvice:
    on: date
    volume: Part[Volume]
    doses: tuple[GroupDose, ...]
    frequency: Part[Frequency]
    balance: Part[Mapping[str, Balance]]
    left_out: tuple[LeftOut, ...]
    engine_version: str = ENGINE_VERSION


async def stored_volume_question(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, asked: VolumeAsked
) -> VolumeQuestion:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    zone = ZoneInfo(athlete.time_zone)
    on = asked.on or local_day(athlete, datetime.now(UTC))
    training = await stored_training(session, tenant_id, athlete_id, end_of(on, zone), asked.back)
    return VolumeQuestion(asked, on, zone, training)


def volume_advice(question: VolumeQuestion) -> VolumeAdvice:
    """Both doors meet here."""
    asked, at = question.asked, end_of(question.on, question.zone)
    log = training_log(question.training, at, asked.back, question.zone)
    counted = volume(log, asked.weeks, asked.landmarks)
    return VolumeAdvice(
        question.on,
        counted,
        tuple(_doses(counted.value)) if counted.value else (),
        frequency(log, dict.fromkeys(asked.focus)),
        balance(log),
        left_out(question.training, at, asked.back),
    )


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last instant of a day in a zone."""
    last = datetime.combine(day, time.max, zone)
    try:
        return last.astimezone(UTC)
    except OverflowError:
        return last.replace(tzinfo=UTC)


def _doses(counted: Volume) -> Iterator[GroupDose]:
    """Over the complete weeks, which is what trials counted; a week alone may be an odd one."""
    weeks = [week.volume for week in counted.weeks if week.complete] or [counted.last_7_days]
    complete = sum(week.complete for week in counted.weeks)
    for group in sorted({group for week in weeks for group in week.groups}):
        done = (week.groups[group].fractional if group in week.groups else 0.0 for week in weeks)
        sets = round(fmean(done), DECIMALS)
        yield GroupDose(group, sets, complete, dose_response(sets))
