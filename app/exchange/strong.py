"""Strong's CSV export, in all the layouts that it has had."""

from app.engine.units import MassUnit
from app.exchange.assumptions import Assumptions
from app.exchange.layout import layout_of
from app.exchange.mass_units import file_mass_unit
from app.exchange.strong_row import NotASet, RowReader
from app.exchange.table import rows_of
from app.exchange.text import text_of
from app.exchange.training_file import FileRefused, LineProblem, SkippedLine, TrainingFile
from app.exchange.workouts import workouts_of


def read_strong(data: bytes, mass_unit: MassUnit | None) -> TrainingFile:
    """The sets of a Strong export, or FileRefused with every reason: all of a file or nothing.

    `mass_unit` is what the caller says of loads; needed where the file states no unit.
    """
    assumptions = Assumptions()
    rows = rows_of(text_of(data, assumptions.take))
    layout, body = layout_of(rows, assumptions)
    unit = file_mass_unit(layout, body, mass_unit)
    refusals = [unit] if isinstance(unit, LineProblem) else []
    reader = RowReader(layout, "kg" if isinstance(unit, LineProblem) else unit, assumptions)
    read = [reader.read(row) for row in body]
    problems = [row for row in read if isinstance(row, LineProblem)]
    if refusals or problems:
        raise FileRefused([*refusals, *problems])
    kept = [row for row in read if not isinstance(row, LineProblem)]
    skipped = (row for row in kept if isinstance(row, NotASet))
    return TrainingFile(
        workouts=workouts_of(kept),
        skipped=tuple(SkippedLine(row.line, row.reason, row.detail) for row in skipped),
        assumptions=assumptions.sentences(),
    )
