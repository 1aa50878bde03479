"""Unions told apart by `kind`: a fault points into the body, not at the name of a kind."""

from typing import Any

from pydantic import ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import InitErrorDetails, PydanticCustomError


def _point_into_the_body(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """pydantic puts the kind before the path of every fault within it; no body has such a step."""
    try:
        return validate(value)
    except ValidationError as error:
        faults = [
            InitErrorDetails(
                type=PydanticCustomError(fault["type"], fault["msg"]),
                loc=fault["loc"][1:],
                input=fault["input"],
            )
            for fault in error.errors()
        ]
        raise ValidationError.from_exception_data(error.title, faults) from None


BY_KIND = WrapValidator(_point_into_the_body)
"""Stands behind the discriminator of a union."""
