"""Lesions, scans and follow-up. Part of the second step of the schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import exact, kept
from records.tables import types as kinds

IN_FORCE = sa.text("complete AND NOT replaced AND NOT withdrawn")
HALF = sa.text("NOT complete AND NOT withdrawn")
VALID = sa.text("NOT withdrawn")


def add_response() -> None:
    """The tables `lesion`, `scan` and `follow_up`."""
    add_lesions()
    add_scans()
    add_follow_up()


def columns(kind: Any, *names: str, empty: bool = False) -> list[sa.Column[Any]]:
    """Columns of one type."""
    return [sa.Column(name, kind, nullable=empty) for name in names]


def belonging(table: str) -> list[sa.schema.Constraint]:
    """Whose row it is."""
    named = {"patient_id": "patient.id", "course_id": "course.id", "person_id": "person.id"}
    keys = [sa.ForeignKeyConstraint([c], [to], name=op.f(f"fk_{table}_{c}")) for c, to in named.items()]
    return [*keys, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    """A named condition."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def add_lesions() -> None:
    """What is followed."""
    op.create_table(
        "lesion",
        *columns(kinds.Key(), "id", "patient_id", "course_id"),
        *columns(sa.Text(), "name", "role", "organ", "place", "kind"),
        *columns(kinds.Exact(), "slice_mm", empty=True),
        *columns(kinds.Flag(), "chest_film"),
        *columns(sa.Text(), "unfit"),
        *columns(kinds.Flag(), "withdrawn"),
        *columns(sa.Text(), "withdrawn_why"),
        *kept(),
        check("lesion", "role", "role IN ('target', 'nontarget', 'new')"),
        check("lesion", "kind", "kind IN ('node', 'non-node')"),
        check("lesion", "slice_mm", exact("slice_mm", 0, 100)),
        check("lesion", "name", "length(name) BETWEEN 1 AND 20"),
        *belonging("lesion"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_lesion_name", "lesion", ["course_id", "name"], unique=True, sqlite_where=VALID, postgresql_where=VALID
    )
    op.create_index("ix_lesion_patient", "lesion", ["patient_id"], unique=False)


def add_scans() -> None:
    """What was seen of it."""
    op.create_table(
        "scan",
        *columns(kinds.Key(), "id", "patient_id", "course_id"),
        *columns(kinds.Day(), "on", empty=True),
        *columns(sa.Text(), "method"),
        *columns(kinds.Flag(), "baseline"),
        *columns(kinds.Json(), "targets", "nontargets", "new_lesions"),
        *columns(sa.Text(), "new_lesion", "marker"),
        *columns(kinds.Flag(), "nontarget_grew", "for_symptoms"),
        *columns(sa.Text(), "note"),
        *columns(kinds.Json(), "texts"),
        *columns(kinds.Flag(), "complete"),
        *columns(kinds.Count(), "revision"),
        *columns(kinds.Key(), "replaces_id", empty=True),
        *columns(sa.Text(), "reason"),
        *columns(kinds.Flag(), "replaced", "withdrawn"),
        *columns(sa.Text(), "withdrawn_why"),
        *kept(),
        check("scan", "new_lesion", "new_lesion IN ('', 'none', 'equivocal', 'unequivocal')"),
        check("scan", "marker", "marker IN ('', 'above', 'normal', 'not_reported')"),
        check("scan", "revision", "revision >= 1"),
        check("scan", "dated", 'NOT complete OR "on" IS NOT NULL'),
        *belonging("scan"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_scan_day", "scan", ["course_id", "on"], unique=True, sqlite_where=IN_FORCE, postgresql_where=IN_FORCE
    )
    op.create_index("ix_scan_half", "scan", ["course_id"], unique=True, sqlite_where=HALF, postgresql_where=HALF)
    op.create_index("ix_scan_patient", "scan", ["patient_id"], unique=False)


def add_follow_up() -> None:
    """What became of it."""
    reasons = "'', 'progression', 'toxicity', 'withdrawal', 'death', 'completed', 'other'"
    op.create_table(
        "follow_up",
        *columns(kinds.Key(), "id", "patient_id", "course_id"),
        *columns(kinds.Day(), "new_therapy_on", "judged_progression_on", "off_on", empty=True),
        *columns(sa.Text(), "off_reason", "off_words"),
        *columns(kinds.Day(), "death_on", "last_alive_on", empty=True),
        *columns(sa.Text(), "note"),
        *columns(kinds.Flag(), "confirmation_required"),
        *columns(kinds.Count(), "confirm_min_days", "sd_min_days", "max_not_evaluable_between"),
        *columns(kinds.Flag(), "allow_sd_between_pr"),
        *kept(),
        check("follow_up", "off_reason", f"off_reason IN ({reasons})"),
        check("follow_up", "confirm_min_days", "confirm_min_days BETWEEN 0 AND 1000"),
        check("follow_up", "sd_min_days", "sd_min_days BETWEEN 0 AND 1000"),
        check("follow_up", "max_not_evaluable_between", "max_not_evaluable_between BETWEEN 0 AND 100"),
        *belonging("follow_up"),
        sa.UniqueConstraint("course_id", name=op.f("uq_follow_up_course_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_follow_up_patient", "follow_up", ["patient_id"], unique=False)
