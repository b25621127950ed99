"""Files that were taken over, and cohorts kept for the Outcomes page."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of


class FileImportRow(Kept):
    """One file of patients, sizes and laboratory values; the entries of its deed say which rows came of it.

    sha256   of the file
    choices  heading -> what it was taken for, and how dates and numbers were read
    there, refused  rows of the file that were on record already, or were not taken
    """

    __tablename__ = "file_import"
    __table_args__ = (
        one_of("form", "csv", "xlsx", "fhir"),
        CheckConstraint("length(sha256) = 64", "sha256"),
        CheckConstraint("patients >= 0 AND sizes >= 0 AND labs >= 0 AND there >= 0 AND refused >= 0", "counts"),
        STRICT,
    )

    form: Mapped[str]
    sha256: Mapped[str]
    choices: Mapped[dict[str, Any]]
    patients: Mapped[int]
    sizes: Mapped[int]
    labs: Mapped[int]
    there: Mapped[int]
    refused: Mapped[int]


class CohortFileRow(Kept):
    """A cohort as a table of the command `outcomes`; no patient of the records is meant by it.

    sha256   of the file it was taken from
    table_text, events_text  CSV; events "" where none came with it
    dropped  no longer offered; it stays on record
    """

    __tablename__ = "cohort_file"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", "sha256"),
        CheckConstraint("length(title) BETWEEN 1 AND 200", "title"),
        CheckConstraint("patients >= 1", "patients"),
        STRICT,
    )

    title: Mapped[str]
    sha256: Mapped[str]
    patients: Mapped[int]
    table_text: Mapped[str] = mapped_column(info={"audit": "hash"})
    events_text: Mapped[str] = mapped_column(info={"audit": "hash"})
    dropped: Mapped[bool]
