"""Files of other apps."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, File, Form, Path, Request, Response, UploadFile
from pydantic import Field, WithJsonSchema

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.unknown import refuse_unknown_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Output, Unit
from app.usecases.imports import import_training
from app.usecases.undoing import UndoneImport, page_of_imports, undo

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

    id: Annotated[
        UUID | None, Field(description="By which it can be undone; null where nothing was stored.")
    ]
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


class PastImportOut(Output):
    id: UUID
    imported_at: datetime
    format: str
    workouts_added: int
    sets_added: int
    sets_added_to_known: Annotated[
        int, Field(description="Of these, sets of workouts that were stored before.")
    ]
    undone_at: datetime | None


class PastImports(Output):
    items: list[PastImportOut]
    next_cursor: str | None


class KeptWorkoutOut(Output):
    """A workout that stays because somebody corrected it since."""

    id: UUID
    performed_at: datetime
    corrected_at: datetime


class UndoneImportOut(Output):
    """What an undone import leaves behind."""

    id: UUID
    undone_at: datetime
    workouts_removed: int
    sets_removed: int
    kept: Annotated[
        list[KeptWorkoutOut], Field(description="Corrected since; delete them by hand.")
    ]
    sets_kept_in_known: Annotated[
        int,
        Field(description="Sets that it added to workouts of an earlier import; they stay too."),
    ]

    @classmethod
    def of(cls, undone: UndoneImport) -> "UndoneImportOut":
        return cls.model_validate(
            {
                "id": undone.row.id,
                "undone_at": undone.row.undone_at,
                "workouts_removed": undone.removed.workouts,
                "sets_removed": undone.removed.sets,
                "kept": list(undone.kept),
                "sets_kept_in_known": undone.row.sets_added_to_known,
            }
        )


@router.get("")
async def read_imports(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> PastImports:
    """List imports

    Those that stored something, newest first; each can be undone.
    """
    after = paging.after(instant, UUID)
    page = await page_of_imports(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [PastImportOut.model_validate(row) for row in page.items]
    return PastImports(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{import_id:uuid}")
async def undo_import(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    import_id: Annotated[
        UUID, Path(description="Id of the import.", examples=[examples.IMPORT_ID])
    ],
) -> UndoneImportOut:
    """Undo an import

    Removes the workouts that it made, but for those that somebody corrected since, and says what
    stays. Exercises of your own that it made stay as well. Undoing twice is undoing once; the
    same file can be imported again.
    """
    undone = await undo(session, principal.tenant_id, athlete_id, import_id)
    return UndoneImportOut.of(undone)


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
    that neither you nor the catalogue know becomes an exercise of your own. Naive times are read
    in the athlete's time zone. With `dry_run` nothing is written.
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
