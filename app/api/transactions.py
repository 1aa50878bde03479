"""One request, one transaction, committed before the answer leaves.

With FastAPI's default scope the commit would run after the response was sent, and a commit that
fails would still have said 201.
"""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from app.store.database import Database, Session


async def reading(request: Request) -> AsyncIterator[Session]:
    database: Database = request.app.state.database
    async with database.reading() as session:
        yield session


async def writing(request: Request) -> AsyncIterator[Session]:
    database: Database = request.app.state.database
    async with database.writing() as session:
        yield session


Reading = Annotated[Session, Depends(reading, scope="function")]
Writing = Annotated[Session, Depends(writing, scope="function")]
