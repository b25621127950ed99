"""Visits, adverse events, and what is answered, decided and handed out around a cycle."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import LATER, STRICT, Kept, exact_check, one_of, plain_number
from records.tables.orders import HASHED
from records.tables.types import Json
from records.values.visits import OUTCOMES


class VisitRow(Kept):
    """A visit; while it is half-done it changes as one types, afterwards each change has its entry and its reason."""

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("course_id", "on"),
        exact_check("temperature_c", "25", "45", "temperature_c"),
        exact_check("weight_kg", "1", "700", "weight_kg"),
        CheckConstraint("pulse_per_min IS NULL OR pulse_per_min BETWEEN 1 AND 400", "pulse_per_min"),
        CheckConstraint("systolic_mmhg IS NULL OR systolic_mmhg BETWEEN 1 AND 400", "systolic_mmhg"),
        CheckConstraint("diastolic_mmhg IS NULL OR diastolic_mmhg BETWEEN 1 AND 400", "diastolic_mmhg"),
        CheckConstraint("spo2_percent IS NULL OR spo2_percent BETWEEN 1 AND 100", "spo2_percent"),
        CheckConstraint("ecog IS NULL OR ecog BETWEEN 0 AND 4", "ecog"),
        CheckConstraint("cycle IS NULL OR cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("tablets_cycle IS NULL OR tablets_cycle BETWEEN 1 AND 200", "tablets_cycle"),
        Index("ix_visit_patient", "patient_id", "on"),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    on: Mapped[date]
    cycle: Mapped[int | None]
    cycle_day: Mapped[int | None]
    complete: Mapped[bool]
    temperature_c: Mapped[Decimal | None]
    pulse_per_min: Mapped[int | None]
    systolic_mmhg: Mapped[int | None]
    diastolic_mmhg: Mapped[int | None]
    spo2_percent: Mapped[int | None]
    weight_kg: Mapped[Decimal | None]
    weight_confirmed: Mapped[str]
    ecog: Mapped[int | None]
    any_event: Mapped[bool | None]
    asked_not_present: Mapped[list[Any]]
    patient_reported: Mapped[dict[str, Any]]
    new_medicines: Mapped[list[Any]]
    tablets_returned: Mapped[dict[str, Any]]
    tablets_cycle: Mapped[int | None]
    doses_told: Mapped[dict[str, Any]]
    note: Mapped[str]
    texts: Mapped[dict[str, Any]] = mapped_column(info=HASHED)
    events_said: Mapped[dict[str, Any] | None] = mapped_column(Json(), info=LATER)


#: What is counted by cause, in the order of its indexes.
_CAUSED = ("patient_id", "highest_grade", "withdrawn", "present_at_baseline", "baseline_grade", "attribution")


class AdverseEventRow(Kept):
    """An episode of one term. Its grades only grow, its number is never used again."""

    __tablename__ = "adverse_event"
    __table_args__ = (
        UniqueConstraint("patient_id", "number"),
        CheckConstraint("number >= 1", "number"),
        CheckConstraint("length(term) BETWEEN 1 AND 200", "term"),
        CheckConstraint('length(start) BETWEEN 4 AND 10 AND length("end") <= 10', "dates"),
        CheckConstraint("highest_grade BETWEEN 1 AND 5", "highest_grade"),
        CheckConstraint("baseline_grade IS NULL OR baseline_grade BETWEEN 0 AND 5", "baseline_grade"),
        one_of("immune", "", "yes", "no", "unsure"),
        one_of("outcome", "", *OUTCOMES),
        Index("ix_adverse_event_course", "course_id"),
        Index(
            "ix_adverse_event_counted",
            "term",
            "patient_id",
            "highest_grade",
            "withdrawn",
            "present_at_baseline",
            "baseline_grade",
        ),
        Index(
            "ix_adverse_event_worst",
            "patient_id",
            "highest_grade",
            "withdrawn",
            "present_at_baseline",
            "baseline_grade",
        ),
        Index("ix_adverse_event_caused", "term", *_CAUSED),
        Index("ix_adverse_event_caused_worst", *_CAUSED),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    number: Mapped[int]
    term: Mapped[str]
    code: Mapped[str]
    soc: Mapped[str]
    ctcae_version: Mapped[str]
    specify: Mapped[str]
    reported_words: Mapped[str]
    start: Mapped[str]
    end: Mapped[str]
    ongoing: Mapped[bool]
    before_infusion: Mapped[bool | None]
    cycle: Mapped[int | None]
    cycle_day: Mapped[int | None]
    grades: Mapped[list[Any]]
    highest_grade: Mapped[int]
    present_at_baseline: Mapped[bool | None]
    baseline_grade: Mapped[int | None]
    location: Mapped[str]
    serious: Mapped[bool | None]
    criteria: Mapped[list[Any]]
    attribution: Mapped[dict[str, Any]]
    immune: Mapped[str]
    actions: Mapped[dict[str, Any]]
    outcome: Mapped[str]
    treated: Mapped[bool | None]
    treatment: Mapped[str]
    steroid: Mapped[dict[str, Any]]
    other_action: Mapped[str]
    dose_limiting: Mapped[bool | None]
    expected: Mapped[bool | None]
    reported_on: Mapped[date | None]
    cause: Mapped[str]
    cause_named_by: Mapped[str]
    elsewhere: Mapped[bool]
    note: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
    answers: Mapped[dict[str, Any] | None] = mapped_column(Json(), info=LATER)


class ChecklistRow(Kept):
    """One answer to one item before a cycle; it never changes, a later one counts instead."""

    __tablename__ = "checklist_answer"
    __table_args__ = (
        one_of("result", "done", "not_done", "not_applicable", "taken_over"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("result = 'done' OR length(reason) > 0", "reason"),
        Index("ix_checklist_answer_course", "course_id", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    item: Mapped[str]
    result: Mapped[str]
    value: Mapped[str]
    on: Mapped[date]
    reason: Mapped[str]


class GoAheadRow(Kept):
    """The go-ahead for one treatment day of one date."""

    __tablename__ = "go_ahead"
    __table_args__ = (
        one_of("way", "person", "telephone"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("cycle_day BETWEEN 1 AND 366", "cycle_day"),
        Index("ix_go_ahead_course", "course_id", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    cycle_day: Mapped[int]
    for_day: Mapped[date]
    on: Mapped[date]
    way: Mapped[str]
    note: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class DecisionRow(Kept):
    """What was decided about one drug, with the proposal as it was shown."""

    __tablename__ = "decision"
    __table_args__ = (
        one_of("taken", "accept", "change", "decline"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        exact_check("starting_percent", "0", "100", "starting_percent"),
        exact_check("percent", "0", "100", "percent"),
        exact_check("level", "0", "100000", "level"),
        CheckConstraint("percent IS NULL OR level IS NULL", "one_reduction"),
        CheckConstraint("hold_until IS NULL OR hold_until >= hold_from", "hold"),
        CheckConstraint("hold_from IS NULL OR stop_from IS NULL", "hold_or_stop"),
        CheckConstraint("taken = 'accept' OR length(reason) > 0", "reason"),
        Index("ix_decision_course", "course_id", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    drug: Mapped[str]
    taken: Mapped[str]
    proposal_json: Mapped[str] = mapped_column(info=HASHED)
    rule_ids: Mapped[list[Any]]
    event_ids: Mapped[list[Any]]
    starting_percent: Mapped[Decimal | None]
    percent: Mapped[Decimal | None]
    level: Mapped[Decimal | None]
    hold_from: Mapped[date | None]
    hold_until: Mapped[date | None]
    stop_from: Mapped[date | None]
    reason_code: Mapped[str]
    reason: Mapped[str]
    hold_id: Mapped[UUID | None] = mapped_column(ForeignKey("hold.id"))
    decided_by: Mapped[str]
    decided_role: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class DispensedRow(Kept):
    """Tablets of one strength handed out for one cycle."""

    __tablename__ = "dispensed"
    __table_args__ = (
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("tablets BETWEEN 1 AND 10000", "tablets"),
        CheckConstraint("packs BETWEEN 0 AND 1000", "packs"),
        CheckConstraint(
            f"{plain_number('strength_mg')} AND CAST(strength_mg AS NUMERIC) BETWEEN 1 AND 10000", "strength_mg"
        ),
        CheckConstraint(
            "NOT leftover OR (length(batch) > 0 AND expiry IS NOT NULL AND length(reason) > 0)", "leftover"
        ),
        Index("ix_dispensed_course", "course_id", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    drug: Mapped[str]
    strength_mg: Mapped[Decimal]
    tablets: Mapped[int]
    packs: Mapped[int]
    on: Mapped[date]
    batch: Mapped[str]
    expiry: Mapped[date | None]
    leftover: Mapped[bool]
    reason: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
