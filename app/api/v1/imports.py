"""Files of other apps."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import Field, WithJsonSchema

from app.api.auth import AthletesWriter
from app.api.unknown import refuse_unknown_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Output, Unit
from app.usecases.imports import import_training

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/imports", tags=["exchange"])


class NameMatchOut(Output):
    name: Annotated[str, Field(description="As the file spells it.")]
    exercise_id: str
    match: Annotated[
        Literal["catalogue", "own", "created"],
        Field(description="Known to the catalogue, yours from before, or made yours just now."),
    ]
    sets: int


class SkippedLineOut(Output):
    line: Annotated[int, Field(description="Physical line of the file; the first is 1.")]
    reason: str
    detail: str


class ImportOut(Output):
    """What became of every row of the file."""

    format: str
    dry_run: bool
    workouts_added: int
    workouts_known: int
    sets_added: int
    sets_known: Annotated[int, Field(description="Stored from an earlier import of the same rows.")]
    differing_lines: Annotated[
        list[int],
        Field(description="Lines whose set is stored with other values; what is stored stays."),
    ]
    exercises: list[NameMatchOut]
    skipped: Annotated[list[SkippedLineOut], Field(description="Rows that are not sets, and why.")]
    assumptions: Annotated[
        list[str], Field(description="What the file does not say and was taken for granted.")
    ]


@router.post("")
async def import_file(
    principal: AthletesWriter,
    request: Request,
    athlete_id: AthleteId,
    file: Annotated[UploadFile, File(description="The export, as the app wrote it.")],
    format: Annotated[Literal["strong"], Form(description="The app that wrote it.")],  # noqa: A002
    mass_unit: Annotated[
        Unit | None,
        WithJsonSchema({"type": "string", "enum": ["kg", "lb"]}),  # a form has no null
        Form(description="Unit of the loads, where the file does not say."),
    ] = None,
    dry_run: Annotated[bool, Form(description="Report only; store nothing.")] = False,
) -> ImportOut:
    """Import a training log

    All or nothing: a line that cannot be read is named with its number and reason, and nothing
    of the file is stored. The same file again, or a longer export, adds only what is new. A name
    that the catalogue does not know becomes an exercise of your own. Naive times are read in the
    athlete's time zone.
    """
    await refuse_unknown_fields(request, ("file", "format", "mass_unit", "dry_run"))
    report = await import_training(
        request.app.state.database,
        principal.tenant_id,
        athlete_id,
        await file.read(),
        file_format=format,
        mass_unit=mass_unit,
        dry_run=dry_run,
    )
    return ImportOut.model_validate(report)
