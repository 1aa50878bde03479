"""What plans are made for by name, what goals say in words, and facts that only plans need."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from app.catalogue.entry import Entry
from app.catalogue.files import entries, entries_in, known, known_one, records
from app.catalogue.load import catalogue, data
from app.catalogue.records import Catalogue, Contraindication
from app.engine.answer import Basis, Reason
from app.engine.plan.question import PlanObjective, Staple

MOST_DAYS = 7


class EnergyAim(StrEnum):
    """What a goal asks of eating."""

    DEFICIT = "deficit"
    SMALL_DEFICIT = "small_deficit"
    MAINTENANCE = "maintenance"
    SURPLUS = "surplus"


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    text: str
    basis: Basis
    source_id: str
    of_intake: bool = False
    """Said of what is eaten: not for somebody whose intake is a clinician's to set."""

    def reason(self) -> Reason:
        return Reason(self.id, self.text, {}, self.basis, self.source_id)


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal in a person's words, as a plan takes it. All of its numbers can be overridden."""

    id: str
    name: str
    summary: str
    objective: PlanObjective
    focus: tuple[str, ...]
    """Groups or muscles; empty trains the whole body evenly."""
    sets_per_week: float | None
    """Of each group in focus; None leaves it to the level."""
    days_per_week: int
    weeks: int
    cardio_per_week: int
    """Sessions of endurance beside it."""
    energy: EnergyAim
    staples: tuple[Staple, ...]
    training: tuple[Statement, ...]
    nutrition: tuple[Statement, ...]
    habits: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Fixture:
    """Something in the room that exercises need beside their equipment."""

    id: str
    text: str
    exercise_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PainArea:
    """What pain in an area stands for."""

    id: str
    groups: tuple[str, ...]
    contraindications: tuple[Contraindication, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PlanFacts:
    goals: Mapping[str, PlanGoal]
    statements: Mapping[str, Statement]
    fixtures: Mapping[str, Fixture]
    pain_areas: Mapping[str, PainArea]


@cache
def plan_facts() -> PlanFacts:
    """The packaged facts. CatalogueError where a file does not hold together."""
    return read_plan_facts(data() / "plans", catalogue())


def read_plan_facts(folder: Traversable, facts: Catalogue) -> PlanFacts:
    """Facts from a folder that is laid out as the packaged one, held against a catalogue."""
    statements = records(
        entries(folder / "statements.toml"), lambda entry: _statement(entry, facts)
    )
    return PlanFacts(
        goals=records(entries_in(folder / "goals"), lambda entry: _goal(entry, facts, statements)),
        statements=statements,
        fixtures=records(entries(folder / "fixtures.toml"), lambda entry: _fixture(entry, facts)),
        pain_areas=records(entries(folder / "pain_areas.toml"), lambda entry: _area(entry, facts)),
    )


def _statement(entry: Entry, facts: Catalogue) -> Statement:
    return Statement(
        id=entry.id,
        text=entry.text("text"),
        basis=entry.choice("basis", Basis),
        source_id=known_one(entry, "source", facts.sources),
        of_intake=entry.flag("of_intake"),
    )


def _goal(entry: Entry, facts: Catalogue, statements: Mapping[str, Statement]) -> PlanGoal:
    def said(key: str) -> tuple[Statement, ...]:
        return tuple(statements[id_] for id_ in known(entry, key, statements))

    return PlanGoal(
        id=entry.id,
        name=entry.text("name"),
        summary=entry.text("summary"),
        objective=entry.choice("objective", PlanObjective),
        focus=known(entry, "focus", (*facts.muscle_groups, *facts.muscles)),
        sets_per_week=entry.amount("sets") if entry.has("sets") else None,
        days_per_week=_days(entry),
        weeks=entry.whole("weeks"),
        cardio_per_week=entry.whole("cardio") if entry.has("cardio") else 0,
        energy=entry.choice("energy", EnergyAim),
        staples=tuple(_staple(one, facts) for one in entry.tables("staple"))
        if entry.has("staple")
        else (),
        training=said("training"),
        nutrition=said("nutrition"),
        habits=said("habits"),
    )


def _days(entry: Entry) -> int:
    days = entry.whole("days")
    if days > MOST_DAYS:
        raise entry.error("has more days than a week")
    return days


def _staple(entry: Entry, facts: Catalogue) -> Staple:
    staple = Staple(
        movements=known(entry, "movements", facts.movements),
        preparation=entry.flag("preparation"),
        times=entry.whole("times") if entry.has("times") else 1,
    )
    entry.finish()
    if not staple.movements:
        raise entry.error("names no movement")
    return staple


def _fixture(entry: Entry, facts: Catalogue) -> Fixture:
    return Fixture(entry.id, entry.text("text"), known(entry, "exercises", facts.exercises))


def _area(entry: Entry, facts: Catalogue) -> PainArea:
    return PainArea(
        id=entry.id,
        groups=known(entry, "groups", facts.muscle_groups),
        contraindications=entry.choices("contraindications", Contraindication),
    )
