"""Who is asking: a bearer key, looked up by its hash and remembered for half a minute."""

import time
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.api.problems import ProblemError
from app.store.database import Database
from app.usecases.keys import Principal, Scope, authenticate, hash_key

REMEMBERED_S = 30.0
"""How long a revoked key may still work; saves a query on almost every request."""

bearer = HTTPBearer(
    scheme_name="ApiKey",
    description="An API key of a client application: `Authorization: Bearer tonus_…`.",
    auto_error=False,
)


class KeyRing:
    """Principals by the hash of their key, for `REMEMBERED_S`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[float, Principal]] = {}

    async def principal(self, key: str) -> Principal | None:
        key_hash = hash_key(key)
        now = time.monotonic()
        known = self._known.get(key_hash)
        if known is not None and known[0] > now:
            return known[1]
        self._known = {k: entry for k, entry in self._known.items() if entry[0] > now}
        principal = await authenticate(self._database, key)
        if principal is not None:
            self._known[key_hash] = (now + REMEMBERED_S, principal)
        return principal


def requires(scope: Scope) -> Callable[..., Coroutine[Any, Any, Principal]]:
    """A dependency that lets a key with this scope through, as its Principal."""

    async def principal(
        request: Request,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    ) -> Principal:
        ring: KeyRing = request.app.state.key_ring
        found = await ring.principal(credentials.credentials) if credentials else None
        if found is None:
            raise ProblemError(
                "unauthenticated",
                "Send `Authorization: Bearer <key>` with a valid key.",
                {"WWW-Authenticate": 'Bearer realm="tonus"'},
            )
        if scope not in found.scopes:
            raise ProblemError("forbidden", f"This key has no scope {scope.value}.")
        return found

    return principal


AthletesReader = Annotated[Principal, Depends(requires(Scope.ATHLETES_READ))]
AthletesWriter = Annotated[Principal, Depends(requires(Scope.ATHLETES_WRITE))]
AdviceReader = Annotated[Principal, Depends(requires(Scope.ADVICE_READ))]
CatalogueWriter = Annotated[Principal, Depends(requires(Scope.CATALOGUE_WRITE))]
