"""What the methods of body fat ask for, by name, and what is missing of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.answer import Missing
from app.engine.energy import missing
from app.engine.energy.body.believed import HEIGHT_RANGE_CM
from app.engine.energy.body.composition import body_mass_index
from app.engine.energy.body.density import SITES_3, SITES_4, SITES_7
from app.engine.energy.body.measurements import BodyMeasurements, Skinfold
from app.engine.records import Athlete, Sex

WAIST = Missing("waist_cm", "Measure the waist: men at the navel, women where it is narrowest.")
NECK = Missing("neck_cm", "Measure the neck below the larynx.")
HIP = Missing("hip_cm", "Measure the hips where they are widest.")
HEIGHT_DOUBTED = Missing("height_cm", "Check the height: 120 to 230 cm are believed.")
BODY_MASS = Missing("body_mass_kg", "Give the body mass.")
LENGTH_RANGES_CM: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "height_cm": HEIGHT_RANGE_CM,
        "waist_cm": (40.0, 250.0),
        "neck_cm": (20.0, 80.0),
        "hip_cm": (50.0, 250.0),
    }
)
FOLD_RANGE_MM = (1.0, 100.0)
"""Outside, a length or a fold is a slip or has the wrong unit; choices of ours."""

_SIMPLE: Mapping[str, Missing] = MappingProxyType(
    {
        "age_years": missing.AGE,
        "height_cm": missing.HEIGHT,
        "body_mass_kg": BODY_MASS,
        "waist_cm": WAIST,
        "neck_cm": NECK,
        "hip_cm": HIP,
    }
)


@dataclass(frozen=True, slots=True)
class Quantities:
    """What is known of a body and believed."""

    believed: Mapping[str, float]
    doubted: frozenset[str]
    """Lengths that were given and cannot be."""
    folds_lacking: Mapping[str, tuple[Skinfold, ...]]
    """Of each sum of folds, the sites that are not measured or cannot be."""

    def lacking(self, needs: tuple[str, ...]) -> tuple[Missing, ...]:
        """What to measure, each thing once."""
        return tuple(dict.fromkeys(what for need in needs for what in self._missing(need)))

    def _missing(self, need: str) -> Iterator[Missing]:
        if need in self.believed:
            return
        if need == "bmi":
            yield from self._missing("height_cm")
            yield from self._missing("body_mass_kg")
        elif need in self.folds_lacking:
            low, high = FOLD_RANGE_MM
            for site in self.folds_lacking[need]:
                text = f"Measure the {site} fold ({low:.0f} to {high:.0f} mm are believed)."
                yield Missing(f"skinfold_{site}_mm", text)
        elif need in self.doubted:
            low, high = LENGTH_RANGES_CM[need]
            name = need.removesuffix("_cm")
            yield Missing(need, f"Check the {name}: {low:.0f} to {high:.0f} cm are believed.")
        else:
            yield _SIMPLE[need]


def quantities(
    athlete: Athlete, sex: Sex, body_mass_kg: float | None, measurements: BodyMeasurements
) -> Quantities:
    """Age, height, body mass and its index, girths, and sums of folds where all are measured."""
    lengths = {
        "height_cm": athlete.height_cm,
        "waist_cm": measurements.waist_cm,
        "neck_cm": measurements.neck_cm,
        "hip_cm": measurements.hip_cm,
    }
    doubted = frozenset(
        name for name, cm in lengths.items() if cm is not None and not _is_length(name, cm)
    )
    sites = {"folds_3_mm": SITES_3[sex], "folds_4_mm": SITES_4, "folds_7_mm": SITES_7}
    folds = {site: mm for site, mm in measurements.skinfolds_mm.items() if _is_fold(mm)}
    lacking = {name: tuple(site for site in of if site not in folds) for name, of in sites.items()}
    values: dict[str, float | None] = {
        "age_years": athlete.age_years,
        "body_mass_kg": body_mass_kg,
        "bmi": _bmi(athlete, body_mass_kg),
        **{name: cm for name, cm in lengths.items() if name not in doubted},
        **{
            name: sum(folds[site] for site in of) for name, of in sites.items() if not lacking[name]
        },
    }
    believed = {name: value for name, value in values.items() if value is not None}
    return Quantities(MappingProxyType(believed), doubted, MappingProxyType(lacking))


def _bmi(athlete: Athlete, body_mass_kg: float | None) -> float | None:
    if body_mass_kg is None or athlete.height_cm is None:
        return None
    return body_mass_index(body_mass_kg, athlete.height_cm)


def _is_length(name: str, cm: float) -> bool:
    low, high = LENGTH_RANGES_CM[name]
    return low <= cm <= high


def _is_fold(fold_mm: float) -> bool:
    low, high = FOLD_RANGE_MM
    return low <= fold_mm <= high
