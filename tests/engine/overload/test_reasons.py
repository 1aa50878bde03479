"""Which reasons may call themselves evidence; that sources exist is held for all of the engine."""

from app.engine.answer import Basis, ReasonKind
from app.engine.overload import day, first_session, realism, reentry, remarks, safety, targets
from app.engine.progression.double import reasons

KINDS = {
    each.code: each
    for module in (day, first_session, realism, reasons, reentry, remarks, safety, targets)
    for each in vars(module).values()
    if isinstance(each, ReasonKind)
}


def test_only_the_log_is_evidence_without_a_source() -> None:
    unsourced = [kind.code for kind in KINDS.values() if not kind.source]
    evidence = [code for code in unsourced if KINDS[code].basis is Basis.EVIDENCE]
    assert sorted(evidence) == ["last_session", "load_outside_equipment", "step_from_log"]
