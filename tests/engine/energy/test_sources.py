"""Every source that an energy reason names has its entry in the catalogue."""

import importlib
import pkgutil

import app.engine.energy
from app.catalogue.load import catalogue
from app.engine.answer import Basis, ReasonKind
from app.engine.energy.body.fat_methods import body_fat_methods
from app.engine.energy.resting.equations import RESTING_EQUATIONS
from app.engine.records import Sex


def kinds() -> list[ReasonKind]:
    rooms = pkgutil.walk_packages(app.engine.energy.__path__, "app.engine.energy.")
    modules = [importlib.import_module(module.name) for module in rooms]
    found = [value for module in modules for value in vars(module).values()]
    return [value for value in found if isinstance(value, ReasonKind)]


def test_every_source_is_in_the_catalogue() -> None:
    assert {kind.source for kind in kinds()} - {None} <= set(catalogue().sources)


def test_every_equation_and_method_has_its_source_there() -> None:
    methods = {method.source for sex in Sex for method in body_fat_methods(sex).values()}
    equations = {equation.source for equation in RESTING_EQUATIONS.values()}
    assert methods | equations <= set(catalogue().sources)


def test_evidence_names_its_source_unless_it_is_the_log_itself() -> None:
    own_log = {
        "expenditure_from_log",
        "energy_balance",
        "body_mass_filtered",
        "body_mass_trend",
        "body_mass_rate",
        "body_mass_ahead",
        "body_mass_ahead_planned",
        "no_deficit_now",
        "course_rate",
        "check_in_expenditure",
        "check_in_rate",
        "check_in_off_plan",
    }
    bare = {kind.code for kind in kinds() if kind.basis is Basis.EVIDENCE and kind.source is None}
    assert bare == own_log
