"""Equipment as text, in and out.

kg 4 6 8 10                           pieces
kg pins 7 12 17 add 2.5 1.25x2        a stack and its add-ons; `assisting pins` help the body
kg plates 20x2 10x2 5 on 20 to 90     a bar of 20 with so many plates in all, 90 at most
lb plates 45 5kgx2 on 20kg + 5, one side to 400    units, collars, one peg
"""

import re
from collections.abc import Callable
from typing import Literal

from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import Loading
from app.engine.equipment.plates import Plate, Plates
from app.engine.equipment.rounding import CannotBeLoaded
from app.engine.equipment.stack import AddOn, Stack
from app.engine.units import MassUnit, from_kg, mass_unit

Told = FixedLoads | Stack | Plates


def inventory_of(text: str) -> Told:
    unit, said = text.split(maxsplit=1)
    for pattern, read in READERS.items():
        found = re.fullmatch(pattern, said)
        if found is not None:
            return read(found, mass_unit(unit))
    raise ValueError(text)


def pieces(found: re.Match[str], unit: MassUnit) -> FixedLoads:
    return FixedLoads(unit, numbers(found[1]))


def stack(found: re.Match[str], unit: MassUnit) -> Stack:
    counted = (each.split("x") for each in (found[3] or "").split())
    add_ons = (AddOn(float(mass), int(count[0]) if count else 1) for mass, *count in counted)
    return Stack(unit, numbers(found[2]), tuple(add_ons), assists=bool(found[1]))


def plates(found: re.Match[str], unit: MassUnit) -> Plates:
    collars, maximum = number(found["collars"]) or 0.0, number(found["maximum"])
    bar_unit = mass_unit(found["unit"]) if found["unit"] else None
    sides: Literal[1, 2] = 1 if found["one"] else 2
    kinds = tuple(map(plate, found["plates"].split()))
    return Plates(unit, kinds, float(found["bar"]), sides, collars, maximum, bar_unit)


def plate(text: str) -> Plate:
    found = re.fullmatch(r"([\d.]+)(kg|lb)?(?:x(\d+))?", text)
    assert found is not None, text
    count = int(found[3]) if found[3] else None
    return Plate(float(found[1]), count, mass_unit(found[2]) if found[2] else None)


READERS: dict[str, Callable[[re.Match[str], MassUnit], Told]] = {
    r"([\d. ]+)": pieces,
    r"(assisting )?pins ([\d. ]+?)(?: add ([\d.x ]+))?": stack,
    r"plates (?P<plates>.*?) ?on (?P<bar>[\d.]+)(?P<unit>kg|lb)?"
    r"(?: \+ (?P<collars>[\d.]+))?(?P<one>, one side)?(?: to (?P<maximum>[\d.]+))?": plates,
}


def number(text: str | None) -> float | None:
    return float(text) if text else None


def numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split()))


def loading_text(loading: Loading | CannotBeLoaded, unit: MassUnit) -> str:
    """`20 2.5x2 each side`, `pin 12 add 2.5`, `not: 12 or 14`."""
    if isinstance(loading, CannotBeLoaded):
        ends = (loading.below_kg, loading.above_kg)
        return "not: " + " or ".join(f"{from_kg(end, unit):g}" for end in ends if end is not None)
    words = [piece_text(piece.kind, piece.mass, piece.count) for piece in loading.pieces]
    return " ".join(words + ["each side"] * (loading.sides == 2))


def piece_text(kind: str, mass: float, count: int) -> str:
    named = {"pin": "pin ", "add_on": "add "}.get(kind, "")
    return f"{named}{mass:g}" + (f"x{count}" if count > 1 else "")
