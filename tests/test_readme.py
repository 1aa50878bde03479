"""The README and the tutorial keep their word: their sessions are run, and the README's table is
held against the code."""

import re
from collections.abc import Callable

import pytest

from app.settings import Settings
from tests.sessions import ROOT, run, session

README = (ROOT / "README.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.mark.parametrize("page", [README, TUTORIAL], ids=["README", "tutorial"])
def test_the_session_is_real(page: str, server_url: str, make_key: Callable[..., str]) -> None:
    steps = session(page)
    assert len(steps) >= 7
    printed = run(steps, {"TONUS": server_url, "KEY": make_key()})
    for step, found in zip(steps, printed, strict=False):
        assert masked(found.strip()) == masked(step.output.strip()), step.command


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
