"""What a scheme can be told: each parameter with its default, its bounds and what it rests on."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any

from app.engine.answer import Basis

META = "parameter"


@dataclass(frozen=True, slots=True)
class ParameterKind:
    """One parameter as a caller reads of it."""

    text: str
    low: float | None
    high: float | None
    basis: Basis
    source: str | None
    least_items: int = 0
    """Fewest items of a list. Names in a list stand there once."""


def parameter(
    default: Any,
    text: str,
    *,
    low: float | None = None,
    high: float | None = None,
    basis: Basis = Basis.CONVENTION,
    source: str | None = None,
    least_items: int = 0,
) -> Any:
    """A field of a scheme's parameters. Bounds hold for a number and for each number of a list."""
    kind = ParameterKind(text, low, high, basis, source, least_items)
    return field(default=default, metadata={META: kind})


def parameter_fields(of: type) -> Iterator[tuple[Field[Any], ParameterKind]]:
    """The parameters of a scheme, in order. ValueError where a field was not made by `parameter`
    or has no default: a scheme must run without being told anything."""
    for each in fields(of):
        if META not in each.metadata or each.default is MISSING:
            raise ValueError(f"{of.__name__}.{each.name} is no parameter with a default")
        yield each, each.metadata[META]


def check_bounds(parameters: Any) -> None:
    """ValueError that names the parameter and its bounds; for the `__post_init__` of each."""
    for each, kind in parameter_fields(type(parameters)):
        for number in numbers_in(getattr(parameters, each.name)):
            below = kind.low is not None and not number >= kind.low
            above = kind.high is not None and not number <= kind.high
            if below or above:
                raise ValueError(f"{each.name} must lie from {kind.low} to {kind.high}")
        _check_items(each.name, getattr(parameters, each.name), kind.least_items)


def _check_items(name: str, value: Any, least: int) -> None:
    if not isinstance(value, tuple):
        return
    if len(value) < least:
        raise ValueError(f"{name} must have at least {least} items, not {len(value)}")
    named = [each for each in value if isinstance(each, str)]
    if len(set(named)) < len(named):
        raise ValueError(f"{name} must have each name once")


def numbers_in(value: Any) -> Iterator[float]:
    if isinstance(value, tuple):
        for each in value:
            yield from numbers_in(each)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def as_tuples(value: Any) -> Any:
    """JSON has lists; parameters cannot change."""
    return tuple(map(as_tuples, value)) if isinstance(value, list | tuple) else value


def as_lists(value: Any) -> Any:
    """As JSON gives it back."""
    return list(map(as_lists, value)) if isinstance(value, list | tuple) else value
