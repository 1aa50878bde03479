"""Every source that an energy reason names has its entry in the catalogue."""

import importlib
import pkgutil
import tomllib
from pathlib import Path

import app.engine.energy
from app.engine.answer import Basis, ReasonKind
from app.engine.energy.body_fat_methods import body_fat_methods
from app.engine.energy.resting_equations import RESTING_EQUATIONS
from app.engine.records import Sex

SOURCES = Path(app.engine.energy.__file__).parents[2] / "catalogue/data/sources"


def kinds() -> list[ReasonKind]:
    names = [module.name for module in pkgutil.iter_modules(app.engine.energy.__path__)]
    modules = [importlib.import_module(f"app.engine.energy.{name}") for name in names]
    found = [value for module in modules for value in vars(module).values()]
    return [value for value in found if isinstance(value, ReasonKind)]


def known_sources() -> set[str]:
    files = SOURCES.glob("*.toml")
    return {id_ for file in files for id_ in tomllib.loads(file.read_text(encoding="utf-8"))}


def test_every_source_is_in_the_catalogue() -> None:
    assert {kind.source for kind in kinds()} - {None} <= known_sources()


def test_every_equation_and_method_has_its_source_there() -> None:
    methods = {method.source for sex in Sex for method in body_fat_methods(sex).values()}
    equations = {equation.source for equation in RESTING_EQUATIONS.values()}
    assert methods | equations <= known_sources()


def test_evidence_names_its_source_unless_it_is_the_log_itself() -> None:
    own_log = {"expenditure_from_log", "energy_balance", "body_mass_filtered"}
    bare = {kind.code for kind in kinds() if kind.basis is Basis.EVIDENCE and kind.source is None}
    assert bare == own_log
