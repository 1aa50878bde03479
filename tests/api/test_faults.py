"""When something breaks on our side: a problem, a request id, and nothing of our insides."""

import asyncio
from collections.abc import Callable

import httpx

from app.main import create_app
from app.settings import Settings
from tests.api.test_errors import problem


async def ask(url: str, path: str, breaks: bool = False) -> httpx.Response:
    app = create_app(Settings(database_url=url))

    if breaks:

        @app.get(path)
        async def broken() -> None:
            raise RuntimeError("the secret of our insides")

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://tonus") as client:
        answer = await client.get(path)
    await app.state.database.close()
    return answer


def test_a_bug_is_500_and_says_nothing(database_url: str) -> None:
    answer = asyncio.run(ask(database_url, "/broken", breaks=True))
    problem(answer, 500, "internal-error")
    assert "secret" not in answer.text
    assert "RuntimeError" not in answer.text


def test_an_unmigrated_database_is_not_ready(empty_database_url: Callable[[], str]) -> None:
    url = empty_database_url()
    answer = asyncio.run(ask(url, "/readyz"))
    problem(answer, 503, "unavailable")
    assert int(answer.headers["retry-after"]) > 0
    assert asyncio.run(ask(url, "/livez")).status_code == 200


def test_a_database_that_is_gone_is_503() -> None:
    gone = "postgresql+asyncpg://tonus:tonus@127.0.0.1:1/tonus"
    answer = asyncio.run(ask(gone, "/readyz"))
    problem(answer, 503, "unavailable")
