"""Sessions of a page: console blocks with commands and what they print.

    TONUS=http://127.0.0.1:8000 KEY=... python -m tests.sessions README.md docs/tutorial.md

runs them against a service whose database is empty, and writes what they print into the pages.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


@dataclass(slots=True)
class Step:
    """A command goes on while the shell would still be reading; what follows is its output."""

    lines: list[str]
    printed: list[str] = field(default_factory=list)

    @property
    def command(self) -> str:
        return "\n".join(self.lines)

    @property
    def output(self) -> str:
        return "\n".join(self.printed)

    @property
    def goes_on(self) -> bool:
        checked = subprocess.run(
            ["bash", "-n"], input=f"{self.command}\n", capture_output=True, text=True, check=False
        )
        return checked.returncode != 0 or self.lines[-1].endswith(("\\", "|"))


def steps_of(block: str) -> list[Step]:
    steps: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append(Step([line[2:]]))
        elif not steps[-1].printed and steps[-1].goes_on:
            steps[-1].lines.append(line)
        else:
            steps[-1].printed.append(line)
    return steps


def session(page: str) -> list[Step]:
    """All steps of a page, in order."""
    return [step for block in CONSOLE.findall(page) for step in steps_of(block)]


def run(steps: list[Step], environment: Mapping[str, str]) -> Iterator[str]:
    """What each command prints, all of them in one shell."""
    script = "".join(f"{step.command}\nprintf '\\036'\n" for step in steps)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return (found.strip("\n") for found in done.stdout.split("\x1e"))


def written(page: str) -> str:
    """The page with what its commands print now, against the service of the environment."""
    printed = run(session(page), {})

    def block(found: re.Match[str]) -> str:
        lines = []
        for step in steps_of(found[1]):
            output = next(printed)
            lines += [f"$ {step.command}", *([output] if output else [])]
        return "\n".join(lines) + "\n"

    return CONSOLE.sub(block, page)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = ROOT / name
        path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")
