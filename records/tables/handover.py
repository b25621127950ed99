"""Courses handed over to another hospital or taken over from one, and the keys such files are signed with."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of


class HandoverKeyRow(Kept):
    """The public half of a signing key: one made here, or another hospital's that a person confirmed.

    origin       own: made by an installation that works on these records; trusted: compared by telephone
    public_key   Ed25519, 64 hexadecimal digits
    holder       whose it is, in words
    confirmed    how a trusted one was confirmed; "" for an own one
    withdrawn    nothing signed with it is taken any more, and nothing is signed with it
    """

    __tablename__ = "handover_key"
    __table_args__ = (
        one_of("origin", "own", "trusted"),
        CheckConstraint("length(public_key) = 64", "public_key"),
        Index("ix_handover_key_public", "public_key"),
        STRICT,
    )

    origin: Mapped[str]
    public_key: Mapped[str]
    holder: Mapped[str]
    confirmed: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class HandoverRow(Kept):
    """One signed file, to the letter.

    direction  given: written here for another hospital; taken: taken over here
    course_id  the course it is about, or that was begun from it
    file_id    as the file names itself; never twice in one direction
    other      the other hospital, in words
    note       what was said with it
    content, signature  exactly what was signed, and the signature in hexadecimal digits
    sha256     of the content
    withdrawn  of a given one: it was taken back, the patient is treated here again
    """

    __tablename__ = "handover"
    __table_args__ = (
        one_of("direction", "given", "taken"),
        CheckConstraint("length(sha256) = 64", "sha256"),
        CheckConstraint("length(signature) = 128", "signature"),
        Index("ix_handover_course", "course_id"),
        Index("ix_handover_file", "direction", "file_id", unique=True),
        STRICT,
    )

    direction: Mapped[str]
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    key_id: Mapped[UUID] = mapped_column(ForeignKey("handover_key.id"))
    file_id: Mapped[UUID]
    other: Mapped[str]
    note: Mapped[str]
    content: Mapped[str] = mapped_column(info={"audit": "hash"})
    signature: Mapped[str]
    sha256: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
