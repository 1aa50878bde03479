"""The service as its users start it: one command, a printed key, a curl line that works."""

import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

TONUS = Path(sys.executable).with_name("tonus")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**variables: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TONUS_")}
    return {**inherited, **variables}


def tonus(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TONUS, *arguments],
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def serving(folder: Path, **variables: str) -> Iterator[str]:
    """Run `tonus serve` until it answers; yields what it printed."""
    port = str(free_port())
    output = folder / "output.txt"
    with output.open("w") as log:
        process = subprocess.Popen(
            [TONUS, "serve"],
            cwd=folder,
            env=environment(TONUS_PORT=port, **variables),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"http://127.0.0.1:{port}/readyz").raise_for_status()
                break
            except httpx.HTTPError:
                assert process.poll() is None, output.read_text()
                assert time.monotonic() < deadline, output.read_text()
                time.sleep(0.1)
        yield output.read_text()
    finally:
        process.terminate()
        process.wait(timeout=20)


def pasted(printed: str, **variables: str) -> str:
    """Run the printed curl line in a shell, as somebody pastes it."""
    (line,) = [line for line in printed.splitlines() if line.strip().startswith("curl")]
    done = subprocess.run(
        ["sh", "-c", line], env=environment(**variables), capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_first_start_prints_a_key_and_a_curl_line_that_works(tmp_path: Path) -> None:
    with serving(tmp_path) as printed:
        (key,) = re.findall(r"first API key\s+(tonus_\S+)", printed)
        address = re.findall(r"serves on (\S+)", printed)[0]
        assert f"{address}/docs" in printed
        assert "adductor_longus" in pasted(printed)
        headers = {"Authorization": f"Bearer {key}"}
        httpx.post(f"{address}/v1/athletes", json={"external_id": "jo"}, headers=headers)
    assert (tmp_path / "var" / "tonus.db").exists()
    with serving(tmp_path) as printed:
        assert "first API key" not in printed
        address = re.findall(r"serves on (\S+)", printed)[0]
        kept = httpx.get(f"{address}/v1/athletes", headers=headers).json()["items"]
        assert [one["external_id"] for one in kept] == ["jo"]


def test_a_bootstrap_key_opens_and_is_not_printed(tmp_path: Path) -> None:
    key = "bootstrap-key-of-a-container"
    with serving(tmp_path, TONUS_BOOTSTRAP_KEY=key) as printed:
        assert key not in printed
        assert "adductor_longus" in pasted(printed, TONUS_BOOTSTRAP_KEY=key)


def test_keys_are_made_and_listed(tmp_path: Path) -> None:
    assert tonus(tmp_path, "migrate").returncode == 0
    made = tonus(tmp_path, "key", "create", "my app", "--scope", "advice:read")
    assert made.stdout.startswith("tonus_")
    listed = tonus(tmp_path, "key", "list").stdout
    (line,) = [line for line in listed.splitlines() if "my app" in line]
    assert "advice:read" in line
    assert made.stdout.strip() not in listed
    assert tonus(tmp_path, "key", "create", "another", "--new-tenant").returncode == 0
    assert tonus(tmp_path, "key", "revoke", line.split()[0]).returncode == 0
    assert "my app" not in tonus(tmp_path, "key", "list").stdout
    assert tonus(tmp_path, "key", "revoke", line.split()[0]).returncode == 1


def test_the_contract_is_written(tmp_path: Path) -> None:
    assert tonus(tmp_path, "contract").returncode == 0
    committed = Path(__file__).parents[1] / "openapi" / "v1.json"
    assert (tmp_path / "openapi" / "v1.json").read_text() == committed.read_text()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TONUS_PORT", "many"),
        ("TONUS_DATABASE_URL", "mysql://somewhere"),
        ("TONUS_BOOTSTRAP_KEY", "short"),
        ("TONUS_LOG_LEVEL", "loud"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, variable: str, value: str) -> None:
    done = tonus(tmp_path, "migrate", **{variable: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"{variable}: ")


def test_a_database_that_is_gone_is_said_in_a_line(tmp_path: Path) -> None:
    gone = "postgresql+asyncpg://tonus:secret@127.0.0.1:1/tonus"
    done = tonus(tmp_path, "migrate", TONUS_DATABASE_URL=gone)
    assert done.returncode == 1
    assert done.stderr.startswith("postgresql+asyncpg://tonus:***@127.0.0.1:1/tonus cannot be used")
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = tonus(tmp_path, "serve", TONUS_PORT=str(taken.getsockname()[1]))
    assert done.returncode != 0
    assert "TONUS_PORT" in done.stderr
    assert "serves on" not in done.stdout


def test_help_names_every_command(tmp_path: Path) -> None:
    help_text = tonus(tmp_path, "--help").stdout
    for command in shlex.split("serve migrate key contract"):
        assert command in help_text
