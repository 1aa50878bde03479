"""How much a request may bring."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """Refuses a body beyond `max_bytes` with 413 as soon as somebody reads it.

    FastAPI's own limit answers in plain text; raised from `receive`, the refusal passes through
    our handlers and becomes a problem document.
    """

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        read = int(declared) if declared.isdigit() and int(declared) > self._max_bytes else 0

        async def limited() -> Message:
            nonlocal read
            message = await receive() if read <= self._max_bytes else {}
            read += len(message.get("body", b""))
            if read > self._max_bytes:
                raise HTTPException(413)
            return message

        await self._app(scope, limited, send)
