"""Plain text tables."""

from collections.abc import Sequence

Cell = str | int | float | None


def text(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def show(title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A table with its columns aligned, the first to the left."""
    cells = [list(header), *[[text(cell) for cell in row] for row in rows]]
    widths = [max(len(row[n]) for row in cells) for n in range(len(header))]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in cells
    ]
    return "\n".join(["", title, *lines])
