"""The contract, fuzzed: whatever schemathesis thinks of, the service keeps its word.

Each run takes a part of the contract, so that they go side by side. What is computed without the
store is asked on SQLite only; a run of its own follows the links from operation to operation.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.api.contract import TAGS

EXAMPLES = 8
"""Of each operation and phase; a longer run is one command, see `schemathesis.toml`."""
ROOT = Path(__file__).parents[1]
PARTS = (
    ("log",),
    ("advice", "progress"),
    ("athletes", "targets", "decisions"),
    ("exchange", "catalogue"),
)
WITHOUT_STORE = ("compute", "plans", "service")
ONE_BY_ONE = "examples,coverage,fuzzing"


def fuzz(url: str, key: str, where: Path, phases: str, tags: tuple[str, ...]) -> str:
    """What schemathesis reports; empty where it found nothing."""
    command: list[str | Path] = [
        Path(sys.executable).with_name("schemathesis"),
        *("--config-file", ROOT / "schemathesis.toml", "run", f"{url}/openapi.json"),
        *("--header", f"Authorization: Bearer {key}"),
        *("--phases", phases, "--max-examples", str(EXAMPLES), "--seed", "4711", "--no-color"),
        *(part for tag in tags for part in ("--include-tag", tag)),
    ]
    done = subprocess.run(
        command, cwd=where, capture_output=True, text=True, timeout=600, check=False
    )
    return "" if done.returncode == 0 else done.stdout[-8_000:]


def test_every_operation_has_its_run() -> None:
    parted = [tag for part in (*PARTS, WITHOUT_STORE) for tag in part]
    assert sorted(parted) == sorted(tag["name"] for tag in TAGS)


@pytest.mark.parametrize("tags", PARTS, ids=lambda tags: tags[0])
def test_what_is_stored(
    server_url: str, make_key: Callable[..., str], tmp_path: Path, tags: tuple[str, ...]
) -> None:
    assert not fuzz(server_url, make_key(), tmp_path, ONE_BY_ONE, tags)


def test_operations_in_a_row(server_url: str, make_key: Callable[..., str], tmp_path: Path) -> None:
    stored = tuple(tag for part in PARTS for tag in part)
    assert not fuzz(server_url, make_key(), tmp_path, "stateful", stored)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("tag", WITHOUT_STORE)
def test_what_is_computed(
    server_url: str, make_key: Callable[..., str], tmp_path: Path, tag: str
) -> None:
    assert not fuzz(server_url, make_key(), tmp_path, ONE_BY_ONE, (tag,))
