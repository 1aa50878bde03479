"""What the contract does not know is refused: a misspelt parameter would be obeyed by silence."""

from collections.abc import Collection, Iterable

from fastapi import Request
from fastapi.exceptions import RequestValidationError


async def refuse_unknown_query(request: Request) -> None:
    """A dependency of every route of v1."""
    operation = request.scope["route"].name
    known = request.app.state.query_names.get(operation, frozenset())
    _refuse("query", request.query_params.keys(), known)


async def refuse_unknown_fields(request: Request, known: Collection[str]) -> None:
    """The same for the fields of a form."""
    _refuse("body", (await request.form()).keys(), known)


def _refuse(place: str, names: Iterable[str], known: Collection[str]) -> None:
    faults = [
        {
            "type": "unknown_parameter",
            "loc": (place, name),
            "msg": f"not known here; known are {', '.join(sorted(known)) or 'none'}",
        }
        for name in names
        if name not in known
    ]
    if faults:
        raise RequestValidationError(faults)
