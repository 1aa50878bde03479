"""Which reasons may call themselves evidence; that sources exist is held for all of the engine."""

from importlib import import_module
from pkgutil import iter_modules

import app.engine.load
from app.engine.answer import Basis, ReasonKind

KINDS = [
    value
    for module in iter_modules(app.engine.load.__path__)
    for value in vars(import_module(f"app.engine.load.{module.name}")).values()
    if isinstance(value, ReasonKind)
]


def test_only_what_was_logged_or_measured_is_evidence_without_a_source() -> None:
    bare = {kind.code for kind in KINDS if kind.basis is Basis.EVIDENCE and kind.source is None}
    assert bare == {
        "adduction_to_abduction",
        "frequency",
        "lifts_stalled",
        "not_loaded",
        "squeeze",
    }


def test_what_is_ours_calls_itself_a_convention() -> None:
    ours = {kind.code for kind in KINDS if kind.source and kind.source.endswith("_convention")}
    assert ours
    assert all(kind.basis is Basis.CONVENTION for kind in KINDS if kind.code in ours)
