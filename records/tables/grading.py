"""Which of the kept CTCAE texts is in use: NCI's own wording, loaded by the site from its workbook."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of


class GradingTextRow(Kept):
    """One loading of a workbook; of each version of the CTCAE at most one is in use."""

    __tablename__ = "grading_text"
    __table_args__ = (
        one_of("ctcae", "5.0", "6.0"),
        CheckConstraint("length(file_sha256) = 64", "file_sha256"),
        CheckConstraint("terms BETWEEN 1 AND 5000", "terms"),
        Index(
            "uq_grading_text_in_use", "ctcae", unique=True, sqlite_where=text("in_use"), postgresql_where=text("in_use")
        ),
        STRICT,
    )

    ctcae: Mapped[str]
    text_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    file_sha256: Mapped[str]
    file_date: Mapped[str]
    terms: Mapped[int]
    in_use: Mapped[bool]
