"""The kinds of problem, as data: what each means and what a caller does about it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemType:
    slug: str
    status: int
    title: str
    mend: str
    """What a caller does about it; the text of `/problems/{slug}`."""


PROBLEM_TYPES: Mapping[str, ProblemType] = {
    kind.slug: kind
    for kind in (
        ProblemType(
            "malformed-body",
            400,
            "The body cannot be read",
            "Send UTF-8 JSON (or multipart/form-data where a file is asked), and check its syntax.",
        ),
        ProblemType(
            "unauthenticated",
            401,
            "No valid API key",
            "Send `Authorization: Bearer <key>` with a key that was not revoked.",
        ),
        ProblemType(
            "forbidden",
            403,
            "The key does not allow this",
            "Use a key that has the scope named in `detail`.",
        ),
        ProblemType(
            "not-found",
            404,
            "There is no such thing",
            "Check the id. What belongs to another tenant is not found either.",
        ),
        ProblemType(
            "unknown-reference",
            404,
            "The body names something that does not exist",
            "Exercises: an id from `GET /v1/exercises`, or add your own with `POST /v1/exercises`. "
            "Equipment: an id from `GET /v1/equipment`. Muscles: an id or a `group` from "
            "`GET /v1/muscles`. Goals: an id from `GET /v1/goals`. Time zones: IANA names such as "
            "`Europe/Berlin`. `errors` names each place, with the nearest ids where there are any.",
        ),
        ProblemType(
            "method-not-allowed",
            405,
            "The path does not take this method",
            "The `Allow` header names the methods that it takes.",
        ),
        ProblemType(
            "conflict",
            409,
            "It contradicts what is stored",
            "Read what is stored and decide which of the two is right; `detail` names both.",
        ),
        ProblemType(
            "body-too-large",
            413,
            "The body is too large",
            "Send less at once: split a bulk write or a file.",
        ),
        ProblemType(
            "unsupported-media-type",
            415,
            "The content type is not taken here",
            "Send `Content-Type: application/json`, or `multipart/form-data` with a file.",
        ),
        ProblemType(
            "invalid-input",
            422,
            "The input breaks the contract",
            "`errors` names each place, what is wrong with it, and how to mend it.",
        ),
        ProblemType(
            "file-refused",
            422,
            "The file cannot be imported",
            "`errors` names the lines. Nothing of the file was stored; mend it and send it again.",
        ),
        ProblemType(
            "goal-refused",
            422,
            "No way to this goal is shown",
            "It is unsafe for this person, or no advised intake reaches it by its day. `errors` "
            "names every limit that it breaks, the tightest first, and `detail` what to do "
            "instead. The limits are cautious conventions; none says that the other side is safe. "
            "Nothing was stored.",
        ),
        ProblemType(
            "internal-error",
            500,
            "A fault of ours",
            "Nothing was stored. Report it with the `request_id`.",
        ),
        ProblemType(
            "unavailable",
            503,
            "The service cannot answer now",
            "Try again after the seconds that `Retry-After` names.",
        ),
    )
}
