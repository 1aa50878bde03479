"""Every source that an energy reason names has its entry in the catalogue."""

import importlib
import pkgutil
import tomllib
from pathlib import Path

import app.engine.energy
from app.engine.answer import Basis, ReasonKind

SOURCES = Path(app.engine.energy.__file__).parents[2] / "catalogue/data/sources"


def kinds() -> list[ReasonKind]:
    names = [module.name for module in pkgutil.iter_modules(app.engine.energy.__path__)]
    modules = [importlib.import_module(f"app.engine.energy.{name}") for name in names]
    found = [value for module in modules for value in vars(module).values()]
    return [value for value in found if isinstance(value, ReasonKind)]


def test_every_source_is_in_the_catalogue() -> None:
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in SOURCES.glob("*.toml")]
    known = {key: source for file in files for key, source in file.items()}
    assert {kind.source for kind in kinds()} - {None} <= set(known)
    assert all("citation" in source for source in known.values())


def test_evidence_names_its_source_unless_it_is_the_log_itself() -> None:
    own_log = {
        "expenditure_from_log",
        "energy_balance",
        "body_mass_filtered",
        "body_mass_trend",
        "body_mass_rate",
        "body_mass_ahead",
        "body_mass_ahead_planned",
    }
    bare = {kind.code for kind in kinds() if kind.basis is Basis.EVIDENCE and kind.source is None}
    assert bare == own_log
