"""The rule of keys: what an athlete logs is keyed by its owner first."""

import pytest
from sqlalchemy import ForeignKeyConstraint, Table, UniqueConstraint
from sqlmodel import SQLModel

from app.store.tables import OWNED_BY_ATHLETE, REFERENCE, metadata

OWNED = {row.__tablename__ for row in OWNED_BY_ATHLETE}


def table(row: type[SQLModel]) -> Table:
    return metadata.tables[str(row.__tablename__)]


def test_every_table_is_one_or_the_other() -> None:
    assert {row.__tablename__ for row in (*OWNED_BY_ATHLETE, *REFERENCE)} == set(metadata.tables)
    assert not set(OWNED_BY_ATHLETE) & set(REFERENCE)


@pytest.mark.parametrize("row", OWNED_BY_ATHLETE)
def test_primary_key_is_owner_then_id(row: type[SQLModel]) -> None:
    assert [column.name for column in table(row).primary_key] == ["athlete_id", "id"]


@pytest.mark.parametrize("row", OWNED_BY_ATHLETE)
def test_unique_constraints_and_indexes_begin_with_the_owner(row: type[SQLModel]) -> None:
    unique = [c for c in table(row).constraints if isinstance(c, UniqueConstraint)]
    columns = [list(rule.columns) for rule in unique] + [
        list(i.columns) for i in table(row).indexes
    ]
    for rule in columns:
        assert rule[0].name == "athlete_id", rule


@pytest.mark.parametrize("row", OWNED_BY_ATHLETE)
def test_foreign_keys_among_logged_tables_carry_the_owner(row: type[SQLModel]) -> None:
    keys = [c for c in table(row).constraints if isinstance(c, ForeignKeyConstraint)]
    assert keys
    for key in keys:
        if key.referred_table.name in OWNED:
            assert key.column_keys[0] == "athlete_id"
            assert [element.column.name for element in key.elements] == ["athlete_id", "id"]


@pytest.mark.parametrize("row", REFERENCE)
def test_small_tables_never_refer_to_large_ones(row: type[SQLModel]) -> None:
    for key in table(row).foreign_key_constraints:
        assert key.referred_table.name not in OWNED


def test_every_constraint_has_a_name() -> None:
    for one in metadata.tables.values():
        names = [rule.name for rule in one.constraints] + [index.name for index in one.indexes]
        assert all(names), one.name
