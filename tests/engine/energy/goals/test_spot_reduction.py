"""Fat at one place: for and against, what falls faster, and where definition is said to show."""

from dataclasses import replace

import pytest

from app.engine.answer import Basis, Status
from app.engine.energy.goals.body_fat_goal import mass_at_body_fat
from app.engine.energy.goals.goal import Place
from app.engine.energy.goals.spot_reduction import spot_reduction
from tests.engine.energy.goals.people import MAN, WOMAN, codes, standing


def test_for_and_against_are_named() -> None:
    part = spot_reduction(Place.INNER_THIGHS, standing(WOMAN, body_mass_kg=75.0))
    assert part.status is Status.OK
    assert codes(part.because) == [
        "spot_reduction_systemic",
        "spot_reduction_meta_analysis",
        "spot_reduction_arm",
        "spot_reduction_leg",
        "spot_reduction_trunk",
        "fat_that_falls_faster",
        "definition_convention",
    ]
    assert "inner thighs" in part.because[0].text
    assert part.because[-1].basis is Basis.CONVENTION


def test_what_falls_faster() -> None:
    value = spot_reduction(Place.ABDOMEN, standing()).value
    assert value is not None
    assert (value.waist_cm_per_kg_fat, value.visceral_exponent) == (1.1, 1.3)


def test_where_definition_is_said_to_show() -> None:
    value = spot_reduction(Place.ABDOMEN, standing()).value
    assert value is not None
    assert value.definition is not None
    assert (value.definition.low_percent, value.definition.high_percent) == (10.0, 14.0)
    assert value.definition.now_percent == pytest.approx(25.687, abs=1e-3)
    body = standing().body
    assert body is not None
    assert value.definition.body_mass_kg == pytest.approx(mass_at_body_fat(body, 14.0))


def test_who_is_leaner_has_no_mass_to_go_to() -> None:
    value = spot_reduction(Place.ABDOMEN, standing(replace(MAN, body_fat_percent=11.0))).value
    assert value is not None
    assert value.definition is not None
    assert value.definition.body_mass_kg is None


def test_little_known() -> None:
    sexless = spot_reduction(Place.ABDOMEN, standing(replace(MAN, sex=None)))
    assert sexless.value is not None
    assert sexless.value.definition is None
    assert "definition_convention" not in codes(sexless.because)
    unweighed = spot_reduction(Place.ABDOMEN, standing(body_mass_kg=None)).value
    assert unweighed is not None
    assert unweighed.definition is not None
    assert unweighed.definition.now_percent is None
