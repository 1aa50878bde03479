"""What the engine says rests on a source that the catalogue can show."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages

import app.engine
from app.catalogue.load import catalogue
from app.engine.answer import ReasonKind


def reason_kinds() -> Iterator[tuple[str, ReasonKind]]:
    """Every reason that stands at the top of a module of the engine, alone or in a mapping."""
    for module in walk_packages(app.engine.__path__, "app.engine."):
        for value in vars(import_module(module.name)).values():
            inner = value.values() if isinstance(value, Mapping) else [value]
            for kind in inner:
                if isinstance(kind, ReasonKind):
                    yield module.name, kind


def test_the_engine_gives_reasons() -> None:
    assert any(kind.source is not None for _, kind in reason_kinds())


def test_every_source_of_a_reason_exists() -> None:
    unknown = {
        f"{module}: {kind.code} rests on {kind.source}"
        for module, kind in reason_kinds()
        if kind.source is not None and kind.source not in catalogue().sources
    }
    assert not unknown, sorted(unknown)
