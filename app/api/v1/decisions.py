"""What an athlete made of advice: accepted, changed or refused it."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import (
    WHOLE,
    WITHOUT_NUL,
    ExerciseId,
    Id,
    Input,
    Instant,
    LoadKg,
    Mass,
    MassOut,
    Number,
    Output,
    mass_kg,
)
from app.engine.decision import DecisionVerdict, PlainDecision
from app.engine.overload.decisions import Change, Decision
from app.engine.units import mass_unit
from app.store.decisions import DecisionRow
from app.usecases import decisions as usecase
from app.usecases.athletes import on_clock
from app.usecases.decisions import Advice, NewDecision

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/decisions", tags=["decisions"])

DecisionId = Annotated[
    UUID, Path(description="Id of the decision.", examples=[examples.DECISION_ID])
]
Why = Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=WITHOUT_NUL)]
EnergyKcal = Annotated[
    Annotated[Number, Field(ge=0, le=20_000)] | None,
    Field(description="Energy a day [kcal], of the energy advice."),
]
HOLDS_UNTIL = "Until when it holds; absent is until a session after it or another decision."
CHANGEABLE = {
    Advice.NEXT_SESSION: frozenset({"load_kg", "load", "repetitions", "sets"}),
    Advice.ENERGY: frozenset({"energy_kcal"}),
    Advice.DELOAD: frozenset[str](),
    Advice.PLAN: frozenset[str](),
}
"""What can be changed of each advice by a number; of the others the reason says it."""


class SessionChange(Input):
    """What the athlete does instead; what is absent stays as advised. Where both are there, `load`
    counts and not `load_kg`."""

    load_kg: LoadKg | None = None
    load: Annotated[
        Mass | None, Field(description="Of the heaviest set; lighter ones stay as far below it.")
    ] = None
    repetitions: Annotated[int, Field(ge=1, le=100), WHOLE] | None = None
    sets: Annotated[int, Field(ge=1, le=20), WHOLE] | None = None

    def record(self) -> Change:
        load_kg = mass_kg(self.load) if self.load else self.load_kg
        return Change(load_kg, self.repetitions, self.sets)


class AdviceChange(SessionChange):
    energy_kcal: EnergyKcal = None

    def told(self) -> frozenset[str]:
        fields = AdviceChange.model_fields
        return frozenset(name for name in fields if getattr(self, name) is not None)

    def stored(self) -> dict[str, Any]:
        change = self.record()
        told = {
            "load_kg": change.load_kg,
            "load_unit": self.load.unit if self.load else "kg",
            "repetitions": change.repetitions,
            "sets": change.sets,
            "energy_kcal": self.energy_kcal,
        }
        lacks_load = change.load_kg is None
        return {
            name: value
            for name, value in told.items()
            if value is not None and not (name == "load_unit" and lacks_load)
        }


class NewDecisionBody(Input):
    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    decided_at: Annotated[Instant | None, Field(description="Absent is now.")] = None
    advice: Annotated[Advice, Field(description="Which advice it is about.")]
    exercise_id: Annotated[
        ExerciseId | None, Field(description="Of `next_session`, and of nothing else.")
    ] = None
    verdict: DecisionVerdict
    reason: Annotated[
        Why | None, Field(description="In the athlete's words; needed where it was refused.")
    ] = None
    change: Annotated[
        AdviceChange,
        Field(
            description="Of what was changed: `load`, `repetitions`, `sets` of `next_session`, "
            "`energy_kcal` of `energy`; of the others the reason says it."
        ),
    ] = AdviceChange()
    holds_until: Annotated[Instant | None, Field(description=HOLDS_UNTIL)] = None

    @model_validator(mode="after")
    def _holds_together(self) -> "NewDecisionBody":
        told, changeable = self.change.told(), CHANGEABLE[self.advice]
        changed = self.verdict is DecisionVerdict.CHANGED
        refused = self.verdict is DecisionVerdict.REFUSED
        faults = {
            "say which exercise": self.advice is Advice.NEXT_SESSION and self.exercise_id is None,
            "this advice is not of one exercise": self.advice is not Advice.NEXT_SESSION
            and self.exercise_id is not None,
            "say why it was refused": refused and self.reason is None,
            "say what was changed": changed and bool(changeable) and not told,
            "say in the reason what was changed": changed
            and not changeable
            and self.reason is None,
            "only what was changed has a change": not changed and bool(told),
            "this advice has no such number": changed and bool(told - changeable),
            "holds_until lies before decided_at": self._ends_before_it_begins(),
        }
        for fault, is_so in faults.items():
            if is_so:
                raise PydanticCustomError("decision_unclear", "{fault}", {"fault": fault})
        return self

    def _ends_before_it_begins(self) -> bool:
        begins, ends = self.decided_at, self.holds_until
        return begins is not None and ends is not None and ends < begins

    def new(self) -> NewDecision:
        return NewDecision(
            id=self.id,
            decided_at=self.decided_at,
            advice=self.advice,
            exercise_id=self.exercise_id,
            verdict=self.verdict,
            reason=self.reason,
            change=self.change.stored(),
            holds_until=self.holds_until,
        )


class ExerciseDecision(Input):
    """The last word on the advice for an exercise, where nothing is stored."""

    decided_at: Instant
    verdict: DecisionVerdict
    reason: Why | None = None
    change: SessionChange = SessionChange()
    holds_until: Annotated[Instant | None, Field(description=HOLDS_UNTIL)] = None

    def record(self, zone: ZoneInfo) -> Decision:
        until = self.holds_until and on_clock(zone, self.holds_until)
        at, change = on_clock(zone, self.decided_at), self.change.record()
        return Decision(at, self.verdict, self.reason, change, until)


class AnyDecision(Input):
    """The last word on an advice that is not of one exercise, where nothing is stored."""

    decided_at: Instant
    verdict: DecisionVerdict
    reason: Why | None = None
    holds_until: Annotated[Instant | None, Field(description=HOLDS_UNTIL)] = None

    def record(self, zone: ZoneInfo) -> PlainDecision:
        until = self.holds_until and on_clock(zone, self.holds_until)
        at = on_clock(zone, self.decided_at)
        return PlainDecision(at, self.verdict, self.reason, holds_until=until)


class IntakeDecision(AnyDecision):
    energy_kcal: EnergyKcal = None

    def record(self, zone: ZoneInfo) -> PlainDecision:
        return replace(super().record(zone), energy_kcal=self.energy_kcal)


class AdviceChangeOut(Output):
    load_kg: float | None
    load: Annotated[MassOut | None, Field(description="In the unit in which it was sent.")]
    repetitions: int | None
    sets: int | None
    energy_kcal: float | None


class DecisionOut(Output):
    id: UUID
    decided_at: datetime
    advice: Advice
    exercise_id: str | None
    verdict: DecisionVerdict
    reason: str | None
    change: AdviceChangeOut
    holds_until: datetime | None

    @classmethod
    def of(cls, row: DecisionRow) -> "DecisionOut":
        unit = mass_unit(row.change.get("load_unit", "kg"))
        told = {name: row.change.get(name) for name in AdviceChangeOut.model_fields}
        change = {**told, "load": MassOut.of(told["load_kg"], unit)}
        return cls.model_validate({**row.model_dump(), "change": change})


class DecisionList(Output):
    items: list[DecisionOut]
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": DecisionOut}})
async def create_decision(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[NewDecisionBody, Body(examples=[examples.DECISION])],
) -> DecisionOut:
    """Decide on an advice

    Later advice says so in `because`. A change of a session is followed until the exercise is
    trained again, within what is safe: never against pain, never far above what was lifted. After
    a refusal nothing is raised until then. Sending the same one again with its `id` stores nothing
    and answers 200.
    """
    row, created = await usecase.decide(session, principal.tenant_id, athlete_id, body.new())
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return DecisionOut.of(row)


@router.get("")
async def read_decisions(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> DecisionList:
    """List decisions

    Newest first.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_decisions(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [DecisionOut.of(row) for row in page.items]
    return DecisionList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{decision_id:uuid}")
async def read_decision(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, decision_id: DecisionId
) -> DecisionOut:
    """Read a decision

    As it was decided.
    """
    return DecisionOut.of(
        await usecase.require_decision(session, principal.tenant_id, athlete_id, decision_id)
    )


@router.delete("/{decision_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_decision(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, decision_id: DecisionId
) -> None:
    """Take a decision back

    The advice is then as if it had never been, or as was decided before.
    """
    await usecase.take_back(session, principal.tenant_id, athlete_id, decision_id)
