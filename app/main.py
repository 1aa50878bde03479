"""The application, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI

from app import __version__
from app.api import contract, problems, service
from app.api.auth import KeyRing
from app.api.limits import BodyLimit
from app.api.unknown import refuse_unknown_query
from app.api.v1 import (
    activities,
    activity_energy,
    adductor_strength,
    athletes,
    body_composition,
    built_in_programmes,
    catalogue,
    check_ins,
    decisions,
    energy,
    energy_requirement,
    equipment,
    exercise_names,
    exercises,
    forecast,
    goal_intake,
    goals,
    imports,
    intake,
    logged_activities,
    logged_exercises,
    maintenance_volume,
    measurements,
    next_session,
    next_set,
    one_rep_max,
    own_exercises,
    plans,
    plates,
    preferences,
    programmes,
    recovery,
    repetitions,
    resting_energy,
    schemes,
    screenings,
    sets,
    simulations,
    strength,
    strength_score,
    today,
    volume,
    water_events,
    weighings,
    weight_progress,
    what_if,
    workouts,
)
from app.settings import Settings
from app.store.database import Database

V1 = (
    athletes,
    screenings,
    workouts,
    sets,
    weighings,
    intake,
    check_ins,
    measurements,
    logged_activities,
    water_events,
    logged_exercises,
    imports,
    programmes,
    goals,
    today,
    next_session,
    next_set,
    simulations,
    energy,
    resting_energy,
    energy_requirement,
    weight_progress,
    body_composition,
    activity_energy,
    forecast,
    goal_intake,
    what_if,
    volume,
    maintenance_volume,
    adductor_strength,
    recovery,
    strength,
    one_rep_max,
    strength_score,
    repetitions,
    equipment,
    plates,
    decisions,
    preferences,
    plans,
    exercises,
    activities,
    own_exercises,
    exercise_names,
    built_in_programmes,
    catalogue,
    schemes,
)


def create_app(settings: Settings) -> FastAPI:
    """An application on the settings' database; the database is closed when it stops."""
    database = Database(settings.database_url)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await database.close()

    app = FastAPI(
        title="Tonus",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=contract.operation_id,
        redirect_slashes=False,
    )
    app.state.database = database
    app.state.key_ring = KeyRing(database)
    app.add_middleware(BodyLimit, max_bytes=settings.max_body_bytes)
    problems.install(app)
    contract.install(app)
    v1 = APIRouter(prefix="/v1", dependencies=[Depends(refuse_unknown_query)])
    for module in V1:
        v1.include_router(module.router)
    app.include_router(v1)
    app.include_router(service.router)
    app.mount("/docs/assets", service.docs_assets)
    app.state.query_names = contract.query_names(app)
    return app
