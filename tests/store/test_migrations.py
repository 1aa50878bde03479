"""The schema grows in one line, up and down, and is what the tables say, on both databases."""

from collections.abc import Callable

from alembic import command
from alembic.script import ScriptDirectory

from app.store.migrating import alembic_config, migrate


def test_one_line_without_branches() -> None:
    script = ScriptDirectory.from_config(alembic_config("sqlite+aiosqlite://"))
    revisions = list(script.walk_revisions())
    assert len(script.get_heads()) == 1
    assert [revision.revision for revision in reversed(revisions)] == [
        f"{number:04}" for number in range(1, len(revisions) + 1)
    ]


def test_up_down_up_and_nothing_left_to_do(empty_database_url: Callable[[], str]) -> None:
    url = empty_database_url()
    migrate(url)
    command.check(alembic_config(url))
    command.downgrade(alembic_config(url), "base")
    migrate(url)
    command.check(alembic_config(url))


def test_migrating_twice_changes_nothing(empty_database_url: Callable[[], str]) -> None:
    url = empty_database_url()
    migrate(url)
    migrate(url)
    command.check(alembic_config(url))
