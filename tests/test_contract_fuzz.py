"""The contract, fuzzed: whatever schemathesis thinks of, the service keeps its word."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

EXAMPLES = 8
"""Of each operation and phase; a longer run is one command, see `schemathesis.toml`."""


def test_schemathesis_finds_nothing(
    server_url: str, make_key: Callable[..., str], tmp_path: Path
) -> None:
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            "--config-file",
            root / "schemathesis.toml",
            "run",
            f"{server_url}/openapi.json",
            "--header",
            f"Authorization: Bearer {make_key()}",
            "--max-examples",
            str(EXAMPLES),
            "--seed",
            "4711",
            "--no-color",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8_000:]
