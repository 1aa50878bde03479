"""The schemes of progression as bodies: one model a scheme, made from the engine's parameters.

A scheme is sent as its name and its parameters beside it: `{"name": "linear", "sets": 3}`. Bounds,
defaults and descriptions come from the engine, so that a parameter is described in one place.
"""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import Field, TypeAdapter, create_model, model_validator

from app.api.v1.fields import WHOLE, Flag, Input, Name, Number
from app.engine.progression.parameter import ParameterKind, as_lists, as_tuples, parameter_fields
from app.engine.progression.schemes import ALL, SCHEMES, Scheme

PAIR = Field(min_length=2, max_length=2)
ITEMS_MOST = 50
PLAIN: Mapping[Any, Any] = MappingProxyType({float: Number, str: Name, bool: Flag})


class SchemeBody(Input):
    """A scheme of progression with its parameters."""

    def scheme(self) -> str:
        return str(self.model_dump(include={"name"})["name"])

    def parameters(self) -> Any:
        """The engine's parameters; ValueError where they do not hold together."""
        told = self.model_dump(exclude={"name"})
        of = SCHEMES[self.scheme()].parameters
        return of(**{name: as_tuples(value) for name, value in told.items()})

    @model_validator(mode="after")
    def _holds_together(self) -> "SchemeBody":
        self.parameters()
        return self


def contract_type(hint: Any, kind: ParameterKind) -> Any:
    """The type of a parameter in the contract: strict numbers with bounds, short names, lists."""
    arguments = get_args(hint)
    if type(None) in arguments:
        (inner,) = (one for one in arguments if one is not type(None))
        return contract_type(inner, kind) | None
    if get_origin(hint) is tuple:
        item = contract_type(arguments[0], kind)
        size = _items(arguments[0], kind) if arguments[-1] is ... else PAIR
        return Annotated[list[item], size]  # type: ignore[valid-type]
    if hint in (int, float):
        bounds: Any = Field(ge=kind.low, le=kind.high)
        return Annotated[int, bounds, WHOLE] if hint is int else Annotated[Number, bounds]
    return PLAIN.get(hint, hint)


def _items(item: Any, kind: ParameterKind) -> Any:
    """Of a list: names stand in it once, which the engine checks."""
    once: Any = {"uniqueItems": True} if item is str else None
    return Field(min_length=kind.least_items, max_length=ITEMS_MOST, json_schema_extra=once)


def model_of(scheme: Scheme) -> type[SchemeBody]:
    """The body of one scheme."""
    hints = get_type_hints(scheme.parameters)
    fields: dict[str, Any] = {"name": (Literal[scheme.name], Field(description=scheme.title))}
    for each, kind in parameter_fields(scheme.parameters):
        described = Field(as_lists(each.default), description=kind.text)
        fields[each.name] = (contract_type(hints[each.name], kind), described)
    name = "".join(part.capitalize() for part in scheme.name.split("_")) + "Scheme"
    return create_model(name, __base__=SchemeBody, __doc__=scheme.text, **fields)


MODELS: Mapping[str, type[SchemeBody]] = MappingProxyType(
    {scheme.name: model_of(scheme) for scheme in ALL}
)
if TYPE_CHECKING:
    AnyScheme = SchemeBody
else:
    AnyScheme = Annotated[
        reduce(or_, MODELS.values()),
        Field(
            discriminator="name",
            description="A scheme by name with its parameters; see `/v1/schemes`.",
        ),
    ]
ADAPTER: TypeAdapter[SchemeBody] = TypeAdapter(AnyScheme)
if TYPE_CHECKING:
    SchemeName = str
else:
    SchemeName = Literal[*SCHEMES]
