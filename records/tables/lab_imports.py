"""Files of laboratory results that were taken over."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept


class LabImportRow(Kept):
    """One file or text of HL7 messages of one patient, as far as it was stored.

    messages  list of {control_id, sender, sent_at, sha256}
    labs      ids of the rows of `lab` that came of it
    choices   code as reported -> the analyte a person chose for it
    """

    __tablename__ = "lab_import"
    __table_args__ = (Index("ix_lab_import_patient", "patient_id"), STRICT)

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    messages: Mapped[list[Any]]
    labs: Mapped[list[Any]]
    choices: Mapped[dict[str, Any]]
