"""The README and the tutorial keep their word: their sessions are run, and the README's table is
held against the code."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def session(page: str) -> list[tuple[str, str]]:
    """Commands with the output printed below each; a command goes on while lines are indented."""
    steps: list[tuple[list[str], list[str]]] = []
    for block in CONSOLE.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append(([line[2:]], []))
            elif not steps[-1][1] and continues(steps[-1][0], line):
                steps[-1][0].append(line)
            else:
                steps[-1][1].append(line)
    return [("\n".join(command), "\n".join(output)) for command, output in steps]


def continues(command: list[str], line: str) -> bool:
    """Whether the shell would still be reading: ask it."""
    del line
    checked = subprocess.run(
        ["bash", "-n"], input="\n".join(command) + "\n", capture_output=True, text=True, check=False
    )
    return checked.returncode != 0 or command[-1].endswith(("\\", "|"))


@pytest.mark.parametrize("page", [README, TUTORIAL], ids=["README", "tutorial"])
def test_the_session_is_real(page: str, server_url: str, make_key: Callable[..., str]) -> None:
    steps = session(page)
    assert len(steps) >= 7
    script = "".join(f"{command}\nprintf '\\036'\n" for command, _ in steps)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=ROOT,
        env={**os.environ, "TONUS": server_url, "KEY": make_key()},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    printed = done.stdout.split("\x1e")
    for (command, expected), found in zip(steps, printed, strict=False):
        assert masked(found.strip()) == masked(expected.strip()), command


def masked(text: str) -> str:
    """Ids of a tenant's own exercises differ from tenant to tenant."""
    return UUID.sub("<id>", text)


def test_the_table_of_settings_is_the_codes() -> None:
    table = re.findall(r"^\| `(TONUS_\w+)` \| (?:`([^`]*)`)? ?\| (.*) \|$", README, re.MULTILINE)
    rows = {name: (default, meaning) for name, default, meaning in table}
    fields = {f"TONUS_{name.upper()}": field for name, field in Settings.model_fields.items()}
    assert rows.keys() == fields.keys()
    for name, field in fields.items():
        default, meaning = rows[name]
        assert meaning == field.description
        assert default == ("" if field.default is None else str(field.default))


@pytest.mark.parametrize("path", LINK.findall(README))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", LINK.findall(TUTORIAL))
def test_links_of_the_tutorial_lead_somewhere(path: str) -> None:
    assert (ROOT / "docs" / path).exists()
