"""Schemes of progression by name."""

from app.engine.progression.schemes import SCHEMES, Scheme
from app.usecases.errors import NotFound


def require_scheme(name: str) -> Scheme:
    """NotFound where there is none of this name."""
    if name not in SCHEMES:
        raise NotFound("scheme", name)
    return SCHEMES[name]
