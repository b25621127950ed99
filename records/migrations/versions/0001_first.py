"""The first schema: people, patients, courses, orders, prints, the audit trail and the lists made from them."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import BYTES, PLAIN, exact, kept
from records.migrations.first_visits import create_visits
from records.tables import types as kinds

revision = "0001"
down_revision = None


def upgrade() -> None:
    """All tables, in the order in which they point to each other."""
    create_audit()
    create_kept_text()
    create_person()
    create_patient()
    create_setting()
    create_course()
    create_lab()
    create_measurement()
    create_patient_line()
    create_search_part()
    create_cycle_order()
    create_delay()
    create_draft()
    create_due()
    create_hold()
    create_print()
    create_visits()


def create_audit() -> None:
    """The audit trail."""
    op.create_table(
        "audit",
        sa.Column("seq", kinds.Count(), autoincrement=False, nullable=False),
        sa.Column("at", kinds.Moment(), nullable=False),
        sa.Column("person_id", kinds.Key(), nullable=False),
        sa.Column("deed_key", kinds.Key(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_deed", "audit", ["deed_key"], unique=False)
    op.create_index("ix_audit_patient", "audit", ["patient_id", "seq"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject_id", "seq"], unique=False)


def create_kept_text() -> None:
    """Regimen and profile texts by hash."""
    op.create_table(
        "kept_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kept_at", kinds.Moment(), nullable=False),
        sa.CheckConstraint("kind IN ('regimen', 'profile')", name=op.f("ck_kept_text_kind")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_kept_text_sha256")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_kept_text")),
        sqlite_strict=True,
    )


def create_person() -> None:
    """People."""
    op.create_table(
        "person",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", kinds.Flag(), nullable=False),
        *kept(),
        sa.CheckConstraint(
            "role IN ('nurse', 'pharmacist', 'prescriber', 'administrator')", name=op.f("ck_person_role")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )


def create_patient() -> None:
    """Patients."""
    op.create_table(
        "patient",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("identifiers", kinds.Json(), nullable=False),
        sa.Column("birth_date", kinds.Day(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("allergies", kinds.Json(), nullable=False),
        sa.Column("allergies_asked", kinds.Flag(), nullable=False),
        sa.Column("reactions", kinds.Json(), nullable=False),
        sa.Column("medicines", kinds.Json(), nullable=False),
        sa.Column("dpyd_status", sa.Text(), nullable=False),
        sa.Column("dpyd_score", kinds.Exact(), nullable=True),
        sa.Column("dpyd_variants", kinds.Json(), nullable=False),
        sa.Column("dpyd_date", kinds.Day(), nullable=True),
        sa.Column("dpyd_reason", sa.Text(), nullable=False),
        sa.Column("ecog", kinds.Count(), nullable=True),
        sa.Column("interpreter", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("carer_contact", sa.Text(), nullable=False),
        sa.Column("drainage", sa.Text(), nullable=False),
        sa.Column("liver_involvement", kinds.Flag(), nullable=True),
        sa.Column("diagnosis_site", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint(exact("dpyd_score", 0, 2), name=op.f("ck_patient_dpyd_score")),
        sa.CheckConstraint("dpyd_status IN ('done', 'pending', 'not_tested')", name=op.f("ck_patient_dpyd_status")),
        sa.CheckConstraint("sex IN ('female', 'male')", name=op.f("ck_patient_sex")),
        sa.CheckConstraint("ecog IS NULL OR ecog BETWEEN 0 AND 4", name=op.f("ck_patient_ecog")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_patient_name")),
        sa.CheckConstraint("length(note) <= 4000", name=op.f("ck_patient_note")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_patient_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patient")),
        sqlite_strict=True,
    )


def create_setting() -> None:
    """Named values of the site."""
    op.create_table(
        "setting",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", kinds.Json(), nullable=False),
        *kept(),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 64", name=op.f("ck_setting_name")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_setting_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
        sqlite_strict=True,
    )


def create_course() -> None:
    """Courses of treatment."""
    op.create_table(
        "course",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("regimen_id", sa.Text(), nullable=False),
        sa.Column("regimen_version", sa.Text(), nullable=False),
        sa.Column("regimen_sha256", sa.Text(), nullable=False),
        sa.Column("practice", sa.Text(), nullable=False),
        sa.Column("profile_sha256", sa.Text(), nullable=False),
        sa.Column("options", kinds.Json(), nullable=False),
        sa.Column("day1", kinds.Day(), nullable=False),
        sa.Column("planned_cycles", kinds.Count(), nullable=False),
        sa.Column("first_dose", sa.Text(), nullable=False),
        sa.Column("first_cycle", kinds.Count(), nullable=False),
        sa.Column("starting_percent", kinds.Json(), nullable=False),
        sa.Column("earlier", kinds.Json(), nullable=False),
        sa.Column("cumulative", kinds.Json(), nullable=False),
        sa.Column("earlier_toxicities", sa.Text(), nullable=False),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("first_dose IN ('morning', 'evening', 'next_morning')", name=op.f("ck_course_first_dose")),
        sa.CheckConstraint("status IN ('active', 'completed', 'stopped')", name=op.f("ck_course_status")),
        sa.CheckConstraint("first_cycle BETWEEN 1 AND 200", name=op.f("ck_course_first_cycle")),
        sa.CheckConstraint("planned_cycles BETWEEN 1 AND 200", name=op.f("ck_course_planned_cycles")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_course_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_course_person_id")),
        sa.ForeignKeyConstraint(["profile_sha256"], ["kept_text.sha256"], name=op.f("fk_course_profile_sha256")),
        sa.ForeignKeyConstraint(["regimen_sha256"], ["kept_text.sha256"], name=op.f("fk_course_regimen_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sqlite_strict=True,
    )
    op.create_index("ix_course_patient", "course", ["patient_id"], unique=False)
    op.create_index("ix_course_regimen", "course", ["regimen_sha256"], unique=False)


def create_lab() -> None:
    """Laboratory values."""
    op.create_table(
        "lab",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("analyte", sa.Text(), nullable=False),
        sa.Column("value", kinds.Exact(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("lln", kinds.Exact(), nullable=True),
        sa.Column("uln", kinds.Exact(), nullable=True),
        sa.Column("on", kinds.Day(), nullable=False),
        *kept(),
        sa.CheckConstraint(exact("lln", 0, 100000000), name=op.f("ck_lab_lln")),
        sa.CheckConstraint(exact("uln", 0, 100000000), name=op.f("ck_lab_uln")),
        sa.CheckConstraint(exact("value", 0, 100000000), name=op.f("ck_lab_value")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_lab_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lab_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lab")),
        sqlite_strict=True,
    )
    op.create_index("ix_lab_patient", "lab", ["patient_id", "analyte", "on"], unique=False)


def create_measurement() -> None:
    """Heights and weights."""
    op.create_table(
        "measurement",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", kinds.Exact(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("confirmed", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint(
            PLAIN.format("value") + " AND ((kind = 'height_cm' AND CAST(value AS NUMERIC) BETWEEN 20 AND 300)"
            " OR (kind = 'weight_kg' AND CAST(value AS NUMERIC) BETWEEN 1 AND 700))",
            name=op.f("ck_measurement_value"),
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_measurement_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_measurement_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sqlite_strict=True,
    )
    op.create_index("ix_measurement_patient", "measurement", ["patient_id", "kind", "on"], unique=False)


def create_patient_line() -> None:
    """Lines of the patients list."""
    op.create_table(
        "patient_line",
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("identifiers", sa.Text(), nullable=False),
        sa.Column("birth_date", kinds.Day(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("folded", BYTES, nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_patient_line_patient_id")),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("pk_patient_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_line_folded", "patient_line", ["folded", "patient_id"], unique=False)


def create_search_part() -> None:
    """Where a prefix search begins."""
    op.create_table(
        "search_part",
        sa.Column("part", BYTES, nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_search_part_patient_id")),
        sa.PrimaryKeyConstraint("part", "patient_id", name=op.f("pk_search_part")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_part_patient", "search_part", ["patient_id"], unique=False)


def create_cycle_order() -> None:
    """Signed orders."""
    op.create_table(
        "cycle_order",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("revision", kinds.Count(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day1", kinds.Day(), nullable=False),
        sa.Column("case_json", sa.Text(), nullable=False),
        sa.Column("answer_json", sa.Text(), nullable=False),
        sa.Column("regimen_sha256", sa.Text(), nullable=False),
        sa.Column("profile_sha256", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.Text(), nullable=False),
        sa.Column("overrides", kinds.Json(), nullable=False),
        sa.Column("decision_ids", kinds.Json(), nullable=False),
        sa.Column("check_code", sa.Text(), nullable=False),
        sa.Column("signed_by_id", kinds.Key(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("signed_role", sa.Text(), nullable=False),
        sa.Column("signed_at", kinds.Moment(), nullable=False),
        sa.Column("given_on", kinds.Day(), nullable=True),
        sa.Column("given_at", kinds.Moment(), nullable=True),
        *kept(),
        sa.CheckConstraint("(state = 'given') = (given_on IS NOT NULL)", name=op.f("ck_cycle_order_given")),
        sa.CheckConstraint("state IN ('signed', 'given', 'replaced')", name=op.f("ck_cycle_order_state")),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_cycle_order_cycle")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_cycle_order_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_cycle_order_person_id")),
        sa.ForeignKeyConstraint(["profile_sha256"], ["kept_text.sha256"], name=op.f("fk_cycle_order_profile_sha256")),
        sa.ForeignKeyConstraint(["regimen_sha256"], ["kept_text.sha256"], name=op.f("fk_cycle_order_regimen_sha256")),
        sa.ForeignKeyConstraint(["signed_by_id"], ["person.id"], name=op.f("fk_cycle_order_signed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_order")),
        sa.UniqueConstraint("course_id", "cycle", "revision", name=op.f("uq_cycle_order_course_id_cycle_revision")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_cycle_order_one_in_force",
        "cycle_order",
        ["course_id", "cycle"],
        unique=True,
        sqlite_where=sa.text("state <> 'replaced'"),
        postgresql_where=sa.text("state <> 'replaced'"),
    )


def create_delay() -> None:
    """Delays of a cycle."""
    op.create_table(
        "delay",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("days", kinds.Count(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("reason_code", sa.Text(), nullable=False),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("shift IN ('all', 'this')", name=op.f("ck_delay_shift")),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_delay_cycle")),
        sa.CheckConstraint("days BETWEEN 1 AND 365", name=op.f("ck_delay_days")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_delay_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_delay_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delay")),
        sqlite_strict=True,
    )
    op.create_index("ix_delay_course", "delay", ["course_id"], unique=False)


def create_draft() -> None:
    """Drafts of orders."""
    op.create_table(
        "draft",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("open", kinds.Flag(), nullable=False),
        sa.Column("day1", kinds.Day(), nullable=False),
        sa.Column("texts", kinds.Json(), nullable=False),
        sa.Column("case_json", sa.Text(), nullable=False),
        sa.Column("answer_json", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_draft_cycle")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_draft_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_draft_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("course_id", "cycle", name=op.f("uq_draft_course_id_cycle")),
        sqlite_strict=True,
    )


def create_due() -> None:
    """Dated events of active courses."""
    op.create_table(
        "due",
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("cycle_day", kinds.Count(), nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_due_course_id")),
        sa.PrimaryKeyConstraint("course_id", "on", "kind", name=op.f("pk_due")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_due_on", "due", ["on", "course_id"], unique=False)
    op.create_index("ix_due_patient", "due", ["patient_id", "on"], unique=False)


def create_hold() -> None:
    """Holds and stops of a drug."""
    op.create_table(
        "hold",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("drug", sa.Text(), nullable=False),
        sa.Column("start", kinds.Day(), nullable=False),
        sa.Column("end", kinds.Day(), nullable=True),
        sa.Column("stop", kinds.Flag(), nullable=False),
        sa.Column("reason_code", sa.Text(), nullable=False),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("end_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint('"end" IS NULL OR "end" >= start', name=op.f("ck_hold_order")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_hold_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_hold_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_strict=True,
    )
    op.create_index("ix_hold_course", "hold", ["course_id"], unique=False)


def create_print() -> None:
    """Printed calendars."""
    op.create_table(
        "print",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("revision", kinds.Count(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("large_print", kinds.Flag(), nullable=False),
        sa.Column("check_code", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("order_id", kinds.Key(), nullable=True),
        sa.Column("course_json", sa.Text(), nullable=False),
        sa.Column("copies", kinds.Count(), nullable=False),
        sa.Column("valid", kinds.Flag(), nullable=False),
        *kept(),
        sa.CheckConstraint("paper IN ('a4', 'letter')", name=op.f("ck_print_paper")),
        sa.CheckConstraint("copies >= 1", name=op.f("ck_print_copies")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_print_revision")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_print_course_id")),
        sa.ForeignKeyConstraint(["order_id"], ["cycle_order.id"], name=op.f("fk_print_order_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_print_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print")),
        sa.UniqueConstraint("course_id", "revision", name=op.f("uq_print_course_id_revision")),
        sqlite_strict=True,
    )
