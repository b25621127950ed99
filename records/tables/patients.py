"""Patients, their identifiers, and dated measurements and laboratory values."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import LATER, STRICT, Kept, exact_check, one_of, plain_number


class PatientRow(Kept):
    """A patient; identifiers is a list of [kind, value]."""

    __tablename__ = "patient"
    __table_args__ = (
        one_of("sex", "female", "male"),
        one_of("dpyd_status", "done", "pending", "not_tested"),
        exact_check("dpyd_score", "0", "2", "dpyd_score"),
        CheckConstraint("ecog IS NULL OR ecog BETWEEN 0 AND 4", "ecog"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", "name"),
        CheckConstraint("length(note) <= 4000", "note"),
        STRICT,
    )

    name: Mapped[str]
    identifiers: Mapped[list[Any]]
    birth_date: Mapped[date]
    sex: Mapped[str]
    allergies: Mapped[list[Any]]
    allergies_asked: Mapped[bool]
    reactions: Mapped[list[Any]]
    medicines: Mapped[list[Any]]
    dpyd_status: Mapped[str]
    dpyd_score: Mapped[Decimal | None]
    dpyd_variants: Mapped[list[Any]]
    dpyd_date: Mapped[date | None]
    dpyd_reason: Mapped[str]
    ecog: Mapped[int | None]
    interpreter: Mapped[str]
    language: Mapped[str]
    carer_contact: Mapped[str]
    drainage: Mapped[str]
    liver_involvement: Mapped[bool | None]
    diagnosis_site: Mapped[str]
    note: Mapped[str]


class MeasurementRow(Kept):
    """A height or weight of one date; confirmed: what a person typed when it looked implausible."""

    __tablename__ = "measurement"
    __table_args__ = (
        CheckConstraint(
            f"{plain_number('value')} AND ((kind = 'height_cm' AND CAST(value AS NUMERIC) BETWEEN 20 AND 300)"
            " OR (kind = 'weight_kg' AND CAST(value AS NUMERIC) BETWEEN 1 AND 700))",
            "value",
        ),
        Index("ix_measurement_patient", "patient_id", "kind", "on"),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    kind: Mapped[str]
    value: Mapped[Decimal]
    on: Mapped[date]
    confirmed: Mapped[str]


class LabRow(Kept):
    """A laboratory value of one date in the unit reported.

    taken_at          when the sample was taken, as the laboratory said it: "2026-03-23T07:50"; of `on`
    status            F final, C correction, as the laboratory said it
    import_id         the `lab_import` it came with; empty: typed by hand
    superseded_by_id  the row that counts in its place
    """

    __tablename__ = "lab"
    __table_args__ = (
        exact_check("value", "0", "100000000", "value"),
        exact_check("lln", "0", "100000000", "lln"),
        exact_check("uln", "0", "100000000", "uln"),
        Index("ix_lab_patient", "patient_id", "analyte", "on"),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    analyte: Mapped[str]
    value: Mapped[Decimal]
    unit: Mapped[str]
    lln: Mapped[Decimal | None]
    uln: Mapped[Decimal | None]
    on: Mapped[date]
    taken_at: Mapped[str | None] = mapped_column(info=LATER)
    status: Mapped[str | None] = mapped_column(info=LATER)
    import_id: Mapped[UUID | None] = mapped_column(info=LATER)
    superseded_by_id: Mapped[UUID | None] = mapped_column(info=LATER)
