"""Equipment that a name speaks of."""

import pytest

from app.catalogue.equipment_names import equipment_in


@pytest.mark.parametrize(
    ("name", "equipment"),
    [
        ("Adductor Thing (Machine)", "machine"),
        ("Thing (Smith Machine)", "smith_machine"),
        ("EZ Bar Thing", "ez_bar"),
        ("Thing on Hex Bar", "trap_bar"),
        ("Ding (Langhantel)", "barbell"),
        ("Cosa con mancuernas", "dumbbell"),
        ("ダンベル 何か", "dumbbell"),
        ("Assisted Thing (Machine)", "assisted_machine"),
        ("Thing (Band Assisted)", None),
        ("Thing (Band)", None),
        ("Thing", None),
        ("", None),
    ],
)
def test_equipment_in(name: str, equipment: str | None) -> None:
    assert equipment_in(name) == equipment
