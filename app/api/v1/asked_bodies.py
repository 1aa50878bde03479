"""A body as a caller without a store describes it on one day."""

from typing import Annotated, Any

from pydantic import Field

from app.api.v1.athletes import AthleteBody
from app.api.v1.fields import Day, Input, MassOut, Number
from app.api.v1.weighings import BodyMass
from app.engine.records import Athlete
from app.engine.units import to_kg
from app.usecases.athletes import require_time_zone


class AskedBody(Input):
    """A person and their mass, as `body_mass_kg` or as `body_mass`; where both are, `body_mass`
    counts. What is not sent is unknown, and what needs it says so."""

    athlete: AthleteBody = AthleteBody()
    on: Annotated[Day, Field(description="The athlete's calendar day; tells the age.")]
    body_mass_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    body_mass: Annotated[BodyMass | None, Field(description="In its own unit.")] = None

    def person(self) -> Athlete:
        """UnknownReferences where the athlete's time zone is none."""
        require_time_zone(self.athlete.time_zone, "#/athlete/time_zone")
        return self.athlete.record(self.on)

    def mass_kg(self) -> float | None:
        if self.body_mass is not None:
            return to_kg(self.body_mass.value, self.body_mass.unit)
        return self.body_mass_kg

    def shown_mass(self) -> dict[str, Any]:
        """In kilograms and in the unit that the athlete reads."""
        mass = self.mass_kg()
        return {"body_mass_kg": mass, "body_mass": MassOut.of(mass, self.athlete.mass_unit)}
