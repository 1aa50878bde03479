"""Every way to body fat with what it needs, how far it misses, and on whom it was measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.body import density
from app.engine.energy.body import fat_by_size as by_size
from app.engine.energy.body.composition import jackson_2002_unheld
from app.engine.records import Sex

Known = Mapping[str, float]
"""Quantities by name: height, girths, sums of folds, age, body mass index."""

DENSITY_CONVERSIONS: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {"siri": density.siri, "brozek": density.brozek}
)

GIRTHS_CONTRADICT = ReasonKind(
    "body_fat_girths_contradict",
    "The waist ({waist_cm:.1f} cm{hips}) is not wider than the neck ({neck_cm:.1f} cm), which no "
    "body shows.",
    Basis.EVIDENCE,
    "hodgdon_beckett_1984",
)
FOLDS_BEYOND_FIT = ReasonKind(
    "body_fat_folds_beyond_fit",
    "Folds of {sum_mm:.0f} mm together are beyond {turns_at_mm:.0f} mm, where the fitted parabola "
    "turns and more fold would mean less fat.",
    Basis.EVIDENCE,
    "jackson_pollock_1978",
)


@dataclass(frozen=True, slots=True)
class BodyFatMethod:
    """A way to body fat for one sex."""

    label: str
    """As a person reads it."""
    calculate: Callable[..., float]
    """Body fat [%] from the quantities of `needs`, by name."""
    needs: tuple[str, ...]
    standard_error_points: float
    """Of the estimate in its own study, in points of body fat."""
    population: str
    source: str
    """Id in the catalogue of sources."""
    ages_years: tuple[float, float] | None = None
    """Half-open; None where the paper's ages are not known to us."""
    bmi_range: tuple[float, float] | None = None
    for_everybody: bool = True
    """False where it holds for people of one descent, which is not asked here."""
    limit: Callable[[Known], Reason | None] = lambda _: None
    """Why the method has no sense here, if so."""

    @property
    def from_bmi(self) -> bool:
        return "bmi" in self.needs


def body_fat_methods(sex: Sex, conversion: str = "siri") -> Mapping[str, BodyFatMethod]:
    """The methods for a sex, those that measure the fat itself first.

    `conversion` from density to fat is a name of `DENSITY_CONVERSIONS`.
    """
    to_fat = DENSITY_CONVERSIONS[conversion]
    return MappingProxyType(
        {**_by_skinfolds(sex, to_fat), "navy": _navy(sex), **_by_waist_and_bmi(sex)}
    )


def _percent(
    of_folds: Callable[[Sex, float, float], float],
    to_fat: Callable[[float], float],
    sex: Sex,
    name: str,
) -> Callable[..., float]:
    def calculate(age_years: float, **sums_mm: float) -> float:
        return to_fat(of_folds(sex, age_years, sums_mm[name]))

    return calculate


def _within(parabola: density.Parabola, name: str) -> Callable[[Known], Reason | None]:
    def limit(known: Known) -> Reason | None:
        if known[name] <= parabola.turns_at_mm:
            return None
        return FOLDS_BEYOND_FIT(sum_mm=known[name], turns_at_mm=parabola.turns_at_mm)

    return limit


def _by_skinfolds(sex: Sex, to_fat: Callable[[float], float]) -> Mapping[str, BodyFatMethod]:
    men = sex is Sex.MALE
    source = "jackson_pollock_1978" if men else "jackson_pollock_ward_1980"
    people = "308 men" if men else "249 women"
    ages = (18.0, 62.0) if men else (18.0, 56.0)
    return {
        "jackson_pollock_7": BodyFatMethod(
            "Jackson-Pollock with seven folds",
            _percent(density.jackson_pollock_7, to_fat, sex, "folds_7_mm"),
            ("age_years", "folds_7_mm"),
            3.5 if men else 3.8,
            people,
            source,
            ages,
            limit=_within(density.JACKSON_POLLOCK_7[sex], "folds_7_mm"),
        ),
        "jackson_pollock_3": BodyFatMethod(
            "Jackson-Pollock with three folds",
            _percent(density.jackson_pollock_3, to_fat, sex, "folds_3_mm"),
            ("age_years", "folds_3_mm"),
            3.5 if men else 3.9,
            people,
            source,
            ages,
            limit=_within(density.JACKSON_POLLOCK_3[sex], "folds_3_mm"),
        ),
        "durnin_womersley": BodyFatMethod(
            "Durnin-Womersley with four folds",
            _percent(density.durnin_womersley, to_fat, sex, "folds_4_mm"),
            ("age_years", "folds_4_mm"),
            5.0 if men else 3.5,
            "209 men and 272 women",
            "durnin_womersley_1974",
            (17.0, 73.0) if men else (16.0, 69.0),
        ),
    }


def _navy(sex: Sex) -> BodyFatMethod:
    if sex is Sex.MALE:
        return BodyFatMethod(
            "The Navy's tape formula",
            by_size.navy_men,
            ("height_cm", "waist_cm", "neck_cm"),
            3.52,
            "men of the US Navy",
            "hodgdon_beckett_1984",
            limit=_wider_than_neck,
        )
    return BodyFatMethod(
        "The Navy's tape formula",
        by_size.navy_women,
        ("height_cm", "waist_cm", "hip_cm", "neck_cm"),
        3.72,
        "women of the US Navy",
        "hodgdon_beckett_1984",
        limit=_wider_than_neck,
    )


def _wider_than_neck(known: Known) -> Reason | None:
    waist, neck, hip = known["waist_cm"], known["neck_cm"], known.get("hip_cm")
    if waist > neck:
        return None
    hips = "" if hip is None else f", hips {hip:.1f} cm"
    return GIRTHS_CONTRADICT(waist_cm=waist, hips=hips, neck_cm=neck)


def _by_waist_and_bmi(sex: Sex) -> Mapping[str, BodyFatMethod]:
    of_bmi = ("age_years", "bmi")
    return {
        "relative_fat_mass": BodyFatMethod(
            "Relative fat mass",
            partial(by_size.relative_fat_mass, sex),
            ("height_cm", "waist_cm"),
            5.0,
            "12,581 adults of the United States",
            "woolcott_bergman_2018",
        ),
        "cun_bae": BodyFatMethod(
            "CUN-BAE",
            partial(by_size.cun_bae, sex),
            of_bmi,
            4.66,
            "6,510 white adults in Spain, most of them overweight",
            "gomez_ambrosi_2012",
            (18.0, 81.0),
        ),
        "gallagher": BodyFatMethod(
            "Gallagher",
            partial(by_size.gallagher, sex),
            of_bmi,
            5.4,
            "white and African-American adults",
            "gallagher_2000",
            bmi_range=(0.0, 35.0),
        ),
        "gallagher_asian": BodyFatMethod(
            "Gallagher for Asian adults",
            partial(by_size.gallagher_asian, sex),
            of_bmi,
            5.4,
            "adults in Japan",
            "gallagher_2000",
            bmi_range=(0.0, 35.0),
            for_everybody=False,
        ),
        "deurenberg": BodyFatMethod(
            "Deurenberg",
            partial(by_size.deurenberg, sex),
            of_bmi,
            4.1,
            "1,229 people in the Netherlands",
            "deurenberg_1991",
            (16.0, 84.0),
            (13.9, 40.9),
        ),
        "jackson_2002": BodyFatMethod(
            "Jackson (2002)",
            partial(_jackson, sex),
            of_bmi,
            5.0,
            "665 black and white adults who did not train",
            "jackson_2002",
            (17.0, 66.0),
        ),
    }


def _jackson(sex: Sex, age_years: float, bmi: float) -> float:
    return jackson_2002_unheld(sex, age_years, bmi)
