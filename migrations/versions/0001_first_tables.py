"""first tables

Revision: 0001
Follows:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tenants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenants")),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name=op.f("fk_api_keys_tenant_id_tenants"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_api_keys_key_hash")),
    )
    with op.batch_alter_table("api_keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_keys_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "athletes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column("sex", sa.String(length=10), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("height_cm", sa.Float(), nullable=True),
        sa.Column("body_fat_percent", sa.Float(), nullable=True),
        sa.Column("reproduction", sa.String(length=10), nullable=True),
        sa.Column("health_flags", sa.JSON(), nullable=False),
        sa.Column("activity_factor", sa.Float(), nullable=True),
        sa.Column("mass_unit", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name=op.f("fk_athletes_tenant_id_tenants"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_athletes")),
        sa.UniqueConstraint(
            "tenant_id", "external_id", name=op.f("uq_athletes_tenant_id_external_id")
        ),
    )
    with op.batch_alter_table("athletes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_athletes_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "exercises",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("equipment_id", sa.String(length=64), nullable=True),
        sa.Column("load_mode", sa.String(length=20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name=op.f("fk_exercises_tenant_id_tenants"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercises")),
        sa.UniqueConstraint("tenant_id", "name_key", name=op.f("uq_exercises_tenant_id_name_key")),
    )
    op.create_table(
        "intake_days",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("eaten_on", sa.Date(), nullable=False),
        sa.Column("energy_kcal", sa.Float(), nullable=False),
        sa.Column("protein_g", sa.Float(), nullable=True),
        sa.Column("fat_g", sa.Float(), nullable=True),
        sa.Column("carbohydrate_g", sa.Float(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_intake_days_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_intake_days")),
        sa.UniqueConstraint(
            "athlete_id", "eaten_on", name=op.f("uq_intake_days_athlete_id_eaten_on")
        ),
    )
    op.create_table(
        "weighings",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("measured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_mass_kg", sa.Float(), nullable=False),
        sa.Column("mass_unit", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_weighings_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_weighings")),
    )
    with op.batch_alter_table("weighings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_weighings_athlete_id_measured_at_id"),
            ["athlete_id", "measured_at", "id"],
            unique=False,
        )

    op.create_table(
        "workouts",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("performed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("duration_s", sa.Float(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_workouts_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_workouts")),
    )
    with op.batch_alter_table("workouts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_workouts_athlete_id_performed_at_id"),
            ["athlete_id", "performed_at", "id"],
            unique=False,
        )

    op.create_table(
        "performed_sets",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("workout_id", sa.Uuid(), nullable=False),
        sa.Column("exercise_id", sa.String(length=64), nullable=False),
        sa.Column("performed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("load_kg", sa.Float(), nullable=True),
        sa.Column("load_unit", sa.String(length=2), nullable=False),
        sa.Column("repetitions", sa.Integer(), nullable=True),
        sa.Column("repetitions_in_reserve", sa.Float(), nullable=True),
        sa.Column("duration_s", sa.Float(), nullable=True),
        sa.Column("distance_m", sa.Float(), nullable=True),
        sa.Column("eccentric_s", sa.Float(), nullable=True),
        sa.Column("pause_s", sa.Float(), nullable=True),
        sa.Column("concentric_s", sa.Float(), nullable=True),
        sa.Column("hold_s", sa.Float(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete_id", "workout_id"],
            ["workouts.athlete_id", "workouts.id"],
            name=op.f("fk_performed_sets_athlete_id_workout_id_workouts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercises.id"], name=op.f("fk_performed_sets_exercise_id_exercises")
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_performed_sets")),
    )
    with op.batch_alter_table("performed_sets", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_performed_sets_athlete_id_exercise_id_performed_at_position"),
            ["athlete_id", "exercise_id", "performed_at", "position"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_performed_sets_athlete_id_performed_at_position_id"),
            ["athlete_id", "performed_at", "position", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_performed_sets_athlete_id_workout_id_position"),
            ["athlete_id", "workout_id", "position"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("performed_sets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_performed_sets_athlete_id_workout_id_position"))
        batch_op.drop_index(batch_op.f("ix_performed_sets_athlete_id_performed_at_position_id"))
        batch_op.drop_index(
            batch_op.f("ix_performed_sets_athlete_id_exercise_id_performed_at_position")
        )

    op.drop_table("performed_sets")
    with op.batch_alter_table("workouts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workouts_athlete_id_performed_at_id"))

    op.drop_table("workouts")
    with op.batch_alter_table("weighings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_weighings_athlete_id_measured_at_id"))

    op.drop_table("weighings")
    op.drop_table("intake_days")
    op.drop_table("exercises")
    with op.batch_alter_table("athletes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_athletes_tenant_id"))

    op.drop_table("athletes")
    with op.batch_alter_table("api_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_keys_tenant_id"))

    op.drop_table("api_keys")
    op.drop_table("tenants")
