"""The tables of visits in the first schema. Part of a released step: it never changes."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import PLAIN, exact, kept
from records.tables import types as kinds


def create_visits() -> None:
    """All of them, in the order in which they point to each other."""
    create_visit()
    create_adverse_event()
    create_checklist_answer()
    create_go_ahead()
    create_decision()
    create_dispensed()


def create_visit() -> None:
    """Visits."""
    op.create_table(
        "visit",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=True),
        sa.Column("cycle_day", kinds.Count(), nullable=True),
        sa.Column("complete", kinds.Flag(), nullable=False),
        sa.Column("temperature_c", kinds.Exact(), nullable=True),
        sa.Column("pulse_per_min", kinds.Count(), nullable=True),
        sa.Column("systolic_mmhg", kinds.Count(), nullable=True),
        sa.Column("diastolic_mmhg", kinds.Count(), nullable=True),
        sa.Column("spo2_percent", kinds.Count(), nullable=True),
        sa.Column("weight_kg", kinds.Exact(), nullable=True),
        sa.Column("weight_confirmed", sa.Text(), nullable=False),
        sa.Column("ecog", kinds.Count(), nullable=True),
        sa.Column("any_event", kinds.Flag(), nullable=True),
        sa.Column("asked_not_present", kinds.Json(), nullable=False),
        sa.Column("patient_reported", kinds.Json(), nullable=False),
        sa.Column("new_medicines", kinds.Json(), nullable=False),
        sa.Column("tablets_returned", kinds.Json(), nullable=False),
        sa.Column("tablets_cycle", kinds.Count(), nullable=True),
        sa.Column("doses_told", kinds.Json(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("texts", kinds.Json(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle IS NULL OR cycle BETWEEN 1 AND 200", name=op.f("ck_visit_cycle")),
        sa.CheckConstraint(
            "diastolic_mmhg IS NULL OR diastolic_mmhg BETWEEN 1 AND 400", name=op.f("ck_visit_diastolic_mmhg")
        ),
        sa.CheckConstraint("ecog IS NULL OR ecog BETWEEN 0 AND 4", name=op.f("ck_visit_ecog")),
        sa.CheckConstraint(
            "pulse_per_min IS NULL OR pulse_per_min BETWEEN 1 AND 400", name=op.f("ck_visit_pulse_per_min")
        ),
        sa.CheckConstraint(
            "spo2_percent IS NULL OR spo2_percent BETWEEN 1 AND 100", name=op.f("ck_visit_spo2_percent")
        ),
        sa.CheckConstraint(
            "systolic_mmhg IS NULL OR systolic_mmhg BETWEEN 1 AND 400", name=op.f("ck_visit_systolic_mmhg")
        ),
        sa.CheckConstraint(
            "tablets_cycle IS NULL OR tablets_cycle BETWEEN 1 AND 200", name=op.f("ck_visit_tablets_cycle")
        ),
        sa.CheckConstraint(exact("temperature_c", 25, 45), name=op.f("ck_visit_temperature_c")),
        sa.CheckConstraint(exact("weight_kg", 1, 700), name=op.f("ck_visit_weight_kg")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_visit_course_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_visit_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_visit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("course_id", "on", name=op.f("uq_visit_course_id_on")),
        sqlite_strict=True,
    )
    op.create_index("ix_visit_patient", "visit", ["patient_id", "on"], unique=False)


def create_adverse_event() -> None:
    """Adverse events."""
    op.create_table(
        "adverse_event",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("number", kinds.Count(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("soc", sa.Text(), nullable=False),
        sa.Column("ctcae_version", sa.Text(), nullable=False),
        sa.Column("specify", sa.Text(), nullable=False),
        sa.Column("reported_words", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("end", sa.Text(), nullable=False),
        sa.Column("ongoing", kinds.Flag(), nullable=False),
        sa.Column("before_infusion", kinds.Flag(), nullable=True),
        sa.Column("cycle", kinds.Count(), nullable=True),
        sa.Column("cycle_day", kinds.Count(), nullable=True),
        sa.Column("grades", kinds.Json(), nullable=False),
        sa.Column("highest_grade", kinds.Count(), nullable=False),
        sa.Column("present_at_baseline", kinds.Flag(), nullable=True),
        sa.Column("baseline_grade", kinds.Count(), nullable=True),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("serious", kinds.Flag(), nullable=True),
        sa.Column("criteria", kinds.Json(), nullable=False),
        sa.Column("attribution", kinds.Json(), nullable=False),
        sa.Column("immune", sa.Text(), nullable=False),
        sa.Column("actions", kinds.Json(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("treated", kinds.Flag(), nullable=True),
        sa.Column("treatment", sa.Text(), nullable=False),
        sa.Column("steroid", kinds.Json(), nullable=False),
        sa.Column("other_action", sa.Text(), nullable=False),
        sa.Column("dose_limiting", kinds.Flag(), nullable=True),
        sa.Column("expected", kinds.Flag(), nullable=True),
        sa.Column("reported_on", kinds.Day(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_named_by", sa.Text(), nullable=False),
        sa.Column("elsewhere", kinds.Flag(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint(
            "baseline_grade IS NULL OR baseline_grade BETWEEN 0 AND 5", name=op.f("ck_adverse_event_baseline_grade")
        ),
        sa.CheckConstraint(
            'length(start) BETWEEN 4 AND 10 AND length("end") <= 10', name=op.f("ck_adverse_event_dates")
        ),
        sa.CheckConstraint("highest_grade BETWEEN 1 AND 5", name=op.f("ck_adverse_event_highest_grade")),
        sa.CheckConstraint("immune IN ('', 'yes', 'no', 'unsure')", name=op.f("ck_adverse_event_immune")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_adverse_event_number")),
        sa.CheckConstraint(
            "outcome IN ('', 'RECOVERED/RESOLVED', 'RECOVERED/RESOLVED WITH SEQUELAE', "
            "'RECOVERING/RESOLVING', 'NOT RECOVERED/NOT RESOLVED', 'FATAL', 'UNKNOWN')",
            name=op.f("ck_adverse_event_outcome"),
        ),
        sa.CheckConstraint("length(term) BETWEEN 1 AND 200", name=op.f("ck_adverse_event_term")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_adverse_event_course_id")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_adverse_event_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_adverse_event_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adverse_event")),
        sa.UniqueConstraint("patient_id", "number", name=op.f("uq_adverse_event_patient_id_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_adverse_event_course", "adverse_event", ["course_id"], unique=False)


def create_checklist_answer() -> None:
    """Answers before a cycle."""
    op.create_table(
        "checklist_answer",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_checklist_answer_cycle")),
        sa.CheckConstraint("result = 'done' OR length(reason) > 0", name=op.f("ck_checklist_answer_reason")),
        sa.CheckConstraint("result IN ('done', 'not_done', 'not_applicable')", name=op.f("ck_checklist_answer_result")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_checklist_answer_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_checklist_answer_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_answer")),
        sqlite_strict=True,
    )
    op.create_index("ix_checklist_answer_course", "checklist_answer", ["course_id", "cycle"], unique=False)


def create_go_ahead() -> None:
    """Go-aheads."""
    op.create_table(
        "go_ahead",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("cycle_day", kinds.Count(), nullable=False),
        sa.Column("for_day", kinds.Day(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_go_ahead_cycle")),
        sa.CheckConstraint("cycle_day BETWEEN 1 AND 366", name=op.f("ck_go_ahead_cycle_day")),
        sa.CheckConstraint("way IN ('person', 'telephone')", name=op.f("ck_go_ahead_way")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_go_ahead_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_go_ahead_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_go_ahead")),
        sqlite_strict=True,
    )
    op.create_index("ix_go_ahead_course", "go_ahead", ["course_id", "cycle"], unique=False)


def create_decision() -> None:
    """Decisions about drugs."""
    op.create_table(
        "decision",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("drug", sa.Text(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("proposal_json", sa.Text(), nullable=False),
        sa.Column("rule_ids", kinds.Json(), nullable=False),
        sa.Column("event_ids", kinds.Json(), nullable=False),
        sa.Column("starting_percent", kinds.Exact(), nullable=True),
        sa.Column("percent", kinds.Exact(), nullable=True),
        sa.Column("level", kinds.Exact(), nullable=True),
        sa.Column("hold_from", kinds.Day(), nullable=True),
        sa.Column("hold_until", kinds.Day(), nullable=True),
        sa.Column("stop_from", kinds.Day(), nullable=True),
        sa.Column("reason_code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("hold_id", kinds.Key(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_role", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_decision_cycle")),
        sa.CheckConstraint("hold_until IS NULL OR hold_until >= hold_from", name=op.f("ck_decision_hold")),
        sa.CheckConstraint("hold_from IS NULL OR stop_from IS NULL", name=op.f("ck_decision_hold_or_stop")),
        sa.CheckConstraint(exact("level", 0, 100000), name=op.f("ck_decision_level")),
        sa.CheckConstraint("percent IS NULL OR level IS NULL", name=op.f("ck_decision_one_reduction")),
        sa.CheckConstraint(exact("percent", 0, 100), name=op.f("ck_decision_percent")),
        sa.CheckConstraint("taken = 'accept' OR length(reason) > 0", name=op.f("ck_decision_reason")),
        sa.CheckConstraint(exact("starting_percent", 0, 100), name=op.f("ck_decision_starting_percent")),
        sa.CheckConstraint("taken IN ('accept', 'change', 'decline')", name=op.f("ck_decision_taken")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_decision_course_id")),
        sa.ForeignKeyConstraint(["hold_id"], ["hold.id"], name=op.f("fk_decision_hold_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_strict=True,
    )
    op.create_index("ix_decision_course", "decision", ["course_id", "cycle"], unique=False)


def create_dispensed() -> None:
    """Tablets handed out."""
    op.create_table(
        "dispensed",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("drug", sa.Text(), nullable=False),
        sa.Column("strength_mg", kinds.Exact(), nullable=False),
        sa.Column("tablets", kinds.Count(), nullable=False),
        sa.Column("packs", kinds.Count(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("expiry", kinds.Day(), nullable=True),
        sa.Column("leftover", kinds.Flag(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_dispensed_cycle")),
        sa.CheckConstraint(
            "NOT leftover OR (length(batch) > 0 AND expiry IS NOT NULL AND length(reason) > 0)",
            name=op.f("ck_dispensed_leftover"),
        ),
        sa.CheckConstraint("packs BETWEEN 0 AND 1000", name=op.f("ck_dispensed_packs")),
        sa.CheckConstraint(
            PLAIN.format("strength_mg") + " AND CAST(strength_mg AS NUMERIC) BETWEEN 1 AND 10000",
            name=op.f("ck_dispensed_strength_mg"),
        ),
        sa.CheckConstraint("tablets BETWEEN 1 AND 10000", name=op.f("ck_dispensed_tablets")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_dispensed_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_dispensed_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispensed")),
        sqlite_strict=True,
    )
    op.create_index("ix_dispensed_course", "dispensed", ["course_id", "cycle"], unique=False)
