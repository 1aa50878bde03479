"""The catalogue as the plan's plain records."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.catalogue.load import catalogue
from app.catalogue.plan_goals import plan_facts
from app.catalogue.records import CatalogueExercise, Laterality, Mechanics
from app.engine.plan.question import Pain, PlanExercise
from app.usecases.muscles import groups_by_muscle, muscles_by_group

NAMES_OF_A_KNOWN_ONE = 15
"""So many names, in the languages of the catalogue and in apps, have the exercises that everybody
knows."""
UNUSUAL, OPEN = 0.6, 0.8
"""Of that, for what is not meant by its movement's bare name, or where that name means none."""


@cache
def plan_exercises() -> Mapping[str, PlanExercise]:
    fixtures = {id_: one.text for one in plan_facts().fixtures.values() for id_ in one.exercise_ids}
    return MappingProxyType(
        {id_: _record(one, fixtures.get(id_)) for id_, one in catalogue().exercises.items()}
    )


@cache
def trained_heads() -> Mapping[str, tuple[str, ...]]:
    """The muscles of each group that are given sets."""
    muscles = catalogue().muscles
    heads = {
        group: tuple(one for one in members if muscles[one].programmed)
        for group, members in muscles_by_group().items()
    }
    return MappingProxyType({group: members for group, members in heads.items() if members})


def pain_areas() -> tuple[str, ...]:
    """What can hurt: joints and the like, groups and muscles."""
    return tuple(
        dict.fromkeys((*plan_facts().pain_areas, *muscles_by_group(), *groups_by_muscle()))
    )


def pain_of(area: str, value_0_to_10: float) -> Pain:
    """Pain of a group or joint in all that it stands for; of a muscle in that muscle."""
    group = groups_by_muscle().get(area, area)
    known = plan_facts().pain_areas.get(area) or plan_facts().pain_areas.get(group)
    groups = (area, *(known.groups if known else ()))
    muscles = {one for each in groups for one in muscles_by_group().get(each, ())}
    if area in groups_by_muscle():
        muscles.add(area)
    speaks_against = known.contraindications if known else ()
    return Pain(area, value_0_to_10, frozenset(muscles), frozenset(map(str, speaks_against)))


def _record(one: CatalogueExercise, fixture: str | None) -> PlanExercise:
    return PlanExercise(
        id=one.id,
        name=one.name,
        movement_id=one.movement_id,
        equipment_id=one.equipment_id,
        load_mode=one.load_mode,
        pattern=one.pattern.value,
        plane=one.plane.value,
        isolation=one.mechanics is Mechanics.ISOLATION,
        per_side=one.laterality is Laterality.UNILATERAL,
        muscles=MappingProxyType({each.muscle_id: each.share for each in one.muscles}),
        measured_in=one.measured_in,
        range_low=one.range_low,
        range_high=one.range_high,
        rest_s=one.rest_s,
        tempo=one.tempo,
        contraindications=frozenset(each.value for each in one.contraindications),
        regressions=one.regressions,
        progressions=one.progressions,
        familiarity=_familiarity(one),
        fixture=fixture,
    )


def _familiarity(one: CatalogueExercise) -> float:
    """By how many names it goes: a stand-in for how many people know it."""
    names = min(len(one.local_names) + len(one.aliases), NAMES_OF_A_KNOWN_ONE)
    usual = catalogue().movements[one.movement_id].usual_exercise_id
    own = any(one.id in language.exercises for language in catalogue().languages.values())
    share = 1.0 if own or usual == one.id else OPEN if usual is None else UNUSUAL
    return share * names / NAMES_OF_A_KNOWN_ONE
