"""The parameters of Hall (2011), as two published programs print them in kilocalories."""

from dataclasses import dataclass

from app.engine.energy.body.composition import FAT_KCAL_PER_KG, FORBES_KG, LEAN_KCAL_PER_KG


@dataclass(frozen=True, slots=True)
class Constants:
    """One set of parameters; the symbols are those of the paper's web appendix."""

    fat_kcal_per_kg: float
    """rho F: energy of body fat; 39.5 MJ/kg."""
    lean_kcal_per_kg: float
    """rho L: energy of lean tissue; 7.6 MJ/kg."""
    glycogen_kcal_per_kg: float
    """rho G: energy of glycogen; 17.6 MJ/kg."""
    fat_upkeep_kcal_per_kg: float
    """gamma F: what a kilogram of fat spends in a day; 13 kJ."""
    lean_upkeep_kcal_per_kg: float
    """gamma L: what a kilogram of lean tissue spends in a day; 92 kJ."""
    fat_making_kcal_per_kg: float
    """eta F: the cost of laying down a kilogram of fat; 750 kJ."""
    lean_making_kcal_per_kg: float
    """eta L: the cost of laying down a kilogram of lean tissue; 960 kJ."""
    partition_kg: float
    """C: lean energy change over fat energy change is C over fat mass; 10.4 kg rho L / rho F."""
    digestion_share: float = 0.1
    """beta TEF: share of a change of intake that digesting it costs."""
    adaptation_share: float = 0.14
    """beta AT: share of a change of intake by which expenditure adapts."""
    adaptation_days: float = 14.0
    """tau AT: days in which adaptation gets to 63 % of its size."""
    glycogen_kg: float = 0.5
    """G0: glycogen of a body in energy balance."""
    water_kg_per_kg_glycogen: float = 2.7
    sodium_mg_per_l: float = 3220.0
    """[Na]: sodium of extracellular water."""
    sodium_excretion_mg_per_l: float = 3000.0
    """xi Na: sodium excreted in a day for each litre of extracellular water above the usual."""
    carbohydrate_sodium_mg: float = 4000.0
    """xi CI: sodium excreted in a day where carbohydrate falls to nothing."""
    sodium_mg_per_day: float = 4000.0
    """What is eaten in energy balance."""

    @property
    def intake_share(self) -> float:
        """beta: share of a change of intake that expenditure ends up following."""
        return self.digestion_share + self.adaptation_share


NIH_PLANNER = Constants(
    fat_kcal_per_kg=FAT_KCAL_PER_KG,
    lean_kcal_per_kg=LEAN_KCAL_PER_KG,
    glycogen_kcal_per_kg=4180.0,
    fat_upkeep_kcal_per_kg=3.2,
    lean_upkeep_kcal_per_kg=22.0,
    fat_making_kcal_per_kg=180.0,
    lean_making_kcal_per_kg=230.0,
    partition_kg=FORBES_KG * LEAN_KCAL_PER_KG / FAT_KCAL_PER_KG,
)
"""As the NIH Body Weight Planner computes; the set of every answer here."""

BW_PACKAGE = Constants(
    fat_kcal_per_kg=9440.727,
    lean_kcal_per_kg=1816.444,
    glycogen_kcal_per_kg=4206.501,
    fat_upkeep_kcal_per_kg=3.107075,
    lean_upkeep_kcal_per_kg=21.98853,
    fat_making_kcal_per_kg=179.2543,
    lean_making_kcal_per_kg=229.4455,
    partition_kg=FORBES_KG * 1816.444 / 9440.727,
)
"""As the R package `bw` prints the paper's kilojoules; kept to check ours by another's numbers."""
