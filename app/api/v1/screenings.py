"""Questions before training, and what an athlete answered: flags and referrals, no diagnosis."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, StringConstraints

from app.api import examples
from app.api.auth import AdviceReader, AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Flag, Id, Input, Instant, Output, Text
from app.catalogue.screening import screening_questions
from app.engine.health.screening import TOGETHER, Screened, Screening
from app.engine.records import HealthFlag, Reproduction
from app.usecases import screenings as usecase
from app.usecases.screenings import AnsweredScreening, NewScreening, outcome, require_questions

router = APIRouter()
PATH = "/athletes/{athlete_id:uuid}/screenings"

ScreeningId = Annotated[
    UUID, Path(description="Id of the screening.", examples=[examples.SCREENING_ID])
]
Answers = Annotated[
    dict[Annotated[str, StringConstraints(min_length=1, max_length=64)], Flag],
    Field(
        min_length=1,
        max_length=100,
        description="By question of `/v1/screening-questions`; leave out what was not answered.",
    ),
]


class QuestionOut(Output):
    """A question that is answered with yes or no."""

    id: str
    text: str
    then: Annotated[str, Field(description="What a yes is answered with.")]
    flag: Annotated[
        HealthFlag | None, Field(description="What a yes leads to; null is a referral alone.")
    ]
    reproduction: Reproduction | None
    together: Annotated[
        str | None, Field(description="Counts together with the others of this name.")
    ]
    optional: Annotated[bool, Field(description="It may be left out without being asked for.")]
    source_ids: list[str]


class TogetherOut(Output):
    """Questions that lead to a flag from so many yes on."""

    name: str
    least: int
    flag: HealthFlag


class Questions(Output):
    items: Annotated[list[QuestionOut], Field(description="In the order of asking.")]
    together: list[TogetherOut]


class ScreeningAnswers(Input):
    """Answers to the questions before training, where nothing is stored."""

    answered_at: Instant
    answers: Answers

    def screened(self, pointer: str, at: datetime) -> Screened | None:
        """What they lead to; UnknownReferences where a question is not asked."""
        require_questions(self.answers, f"{pointer}/answers")
        return outcome(Screening(self.answered_at, self.answers), at).value


class NewScreeningBody(Input):
    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    answered_at: Annotated[Instant | None, Field(description="Absent is now.")] = None
    answers: Answers
    note: Text | None = None

    def new(self) -> NewScreening:
        return NewScreening(self.id, self.answered_at, self.answers, self.note)


class OutcomePart(PartOut):
    """What follows from the answers as of now; referrals are `warnings`."""

    flags: Annotated[list[HealthFlag], Field(description="Count with those of the athlete.")]
    reproduction: Reproduction | None
    is_stale: Annotated[bool, Field(description="Answered more than 12 months ago: ask anew.")]


class ScreeningOut(Output):
    id: UUID
    answered_at: datetime
    answers: dict[str, bool]
    note: str | None
    holds_until: datetime
    outcome: OutcomePart

    @classmethod
    def of(cls, one: AnsweredScreening) -> "ScreeningOut":
        found = one.outcome.value
        part: dict[str, Any] = part_fields(one.outcome)
        if found is not None:
            part |= {"flags": sorted(found.flags), "reproduction": found.reproduction}
            part |= {"is_stale": found.is_stale}
        row = one.row.model_dump()
        return cls.model_validate({**row, "holds_until": one.holds_until, "outcome": part})


class ScreeningList(Output):
    items: list[ScreeningOut]
    next_cursor: str | None


@router.get("/screening-questions", tags=["catalogue"])
async def read_screening_questions(_principal: AdviceReader) -> Questions:
    """List the questions before training

    Short, in our own words, to be answered with yes or no. They lead to flags and referrals,
    never to a diagnosis.
    """
    items = [QuestionOut.model_validate(one) for one in screening_questions().values()]
    together = [
        TogetherOut(name=name, least=least, flag=flag) for name, (least, flag) in TOGETHER.items()
    ]
    return Questions(items=items, together=together)


@router.post(
    PATH,
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": ScreeningOut}},
    tags=["athletes"],
)
async def create_screening(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[NewScreeningBody, Body(examples=[examples.SCREENING])],
) -> ScreeningOut:
    """Answer the questions before training

    The newest answers count, together with the athlete's own health flags: training and energy
    advice refuse or refer accordingly. After 12 months they are to be asked anew. Sending the same
    ones again with their `id` stores nothing and answers 200.
    """
    answered, created = await usecase.answer_questions(
        session, principal.tenant_id, athlete_id, body.new()
    )
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return ScreeningOut.of(answered)


@router.get(PATH, tags=["athletes"])
async def read_screenings(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> ScreeningList:
    """List screenings

    Newest first; the first one counts.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_screenings(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [ScreeningOut.of(one) for one in page.items]
    return ScreeningList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get(PATH + "/{screening_id:uuid}", tags=["athletes"])
async def read_screening(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, screening_id: ScreeningId
) -> ScreeningOut:
    """Read a screening

    The answers with what they lead to.
    """
    return ScreeningOut.of(
        await usecase.require_screening(session, principal.tenant_id, athlete_id, screening_id)
    )


@router.delete(
    PATH + "/{screening_id:uuid}", status_code=status.HTTP_204_NO_CONTENT, tags=["athletes"]
)
async def delete_screening(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, screening_id: ScreeningId
) -> None:
    """Delete a screening

    The answers before it count again.
    """
    await usecase.remove_screening(session, principal.tenant_id, athlete_id, screening_id)
