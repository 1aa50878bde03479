"""programmes equipment recovery

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inventories",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("equipment_id", sa.String(length=64), nullable=False),
        sa.Column("gym", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("rounding", sa.String(length=10), nullable=False),
        sa.Column("described", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_inventories_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_inventories")),
    )
    with op.batch_alter_table("inventories", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inventories_athlete_id_equipment_id"),
            ["athlete_id", "equipment_id"],
            unique=False,
        )

    op.create_table(
        "programmes",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("mesocycle", sa.JSON(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_programmes_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_programmes")),
    )
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programmes_athlete_id_starts_on_id"),
            ["athlete_id", "starts_on", "id"],
            unique=False,
        )

    op.create_table(
        "recovery_notes",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sleep_h", sa.Float(), nullable=True),
        sa.Column("sleep_quality_1_to_5", sa.Integer(), nullable=True),
        sa.Column("readiness_1_to_5", sa.Integer(), nullable=True),
        sa.Column("soreness_0_to_10", sa.JSON(), nullable=False),
        sa.Column("pain_0_to_10", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.id"],
            name=op.f("fk_recovery_notes_athlete_id_athletes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_recovery_notes")),
    )
    with op.batch_alter_table("recovery_notes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recovery_notes_athlete_id_noted_at_id"),
            ["athlete_id", "noted_at", "id"],
            unique=False,
        )

    op.create_table(
        "programme_exercises",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("day_name", sa.String(length=200), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.String(length=64), nullable=False),
        sa.Column("scheme", sa.JSON(), nullable=True),
        sa.Column("targets", sa.JSON(), nullable=False),
        sa.Column("superset", sa.String(length=20), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id", "programme_id"],
            ["programmes.athlete_id", "programmes.id"],
            name=op.f("fk_programme_exercises_athlete_id_programme_id_programmes"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercises.id"],
            name=op.f("fk_programme_exercises_exercise_id_exercises"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_programme_exercises")),
    )
    with op.batch_alter_table("programme_exercises", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programme_exercises_athlete_id_exercise_id"),
            ["athlete_id", "exercise_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_programme_exercises_athlete_id_programme_id_day_position"),
            ["athlete_id", "programme_id", "day", "position"],
            unique=False,
        )

    with op.batch_alter_table("athletes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cleared_for_maximal_effort", sa.Boolean(), nullable=True))

    with op.batch_alter_table("performed_sets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("band", sa.String(length=40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("performed_sets", schema=None) as batch_op:
        batch_op.drop_column("band")

    with op.batch_alter_table("athletes", schema=None) as batch_op:
        batch_op.drop_column("cleared_for_maximal_effort")

    with op.batch_alter_table("programme_exercises", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_programme_exercises_athlete_id_programme_id_day_position")
        )
        batch_op.drop_index(batch_op.f("ix_programme_exercises_athlete_id_exercise_id"))

    op.drop_table("programme_exercises")
    with op.batch_alter_table("recovery_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recovery_notes_athlete_id_noted_at_id"))

    op.drop_table("recovery_notes")
    with op.batch_alter_table("programmes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programmes_athlete_id_starts_on_id"))

    op.drop_table("programmes")
    with op.batch_alter_table("inventories", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inventories_athlete_id_equipment_id"))

    op.drop_table("inventories")
