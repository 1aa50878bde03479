"""Identifiers: version 7 in the order of time, version 5 the same for the same parts."""

from app.store.ids import derived_id, new_id


def test_new_ids_are_version_7_and_sort_by_time() -> None:
    first = new_id()
    later = [new_id() for _ in range(200)]
    assert first.version == 7
    assert first.variant == "specified in RFC 4122"
    assert len({first, *later}) == 201
    assert first.int >> 80 <= later[-1].int >> 80


def test_derived_ids_tell_parts_apart() -> None:
    assert derived_id("a", "b", 0) == derived_id("a", "b", 0)
    assert derived_id("a", "b", 0).version == 5
    assert derived_id("ab", "", 0) != derived_id("a", "b", 0)
