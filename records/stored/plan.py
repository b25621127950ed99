"""Stored delays and holds as values."""

from typing import Literal, cast
from uuid import UUID

from sqlalchemy.orm import Session

from records.deeds.patients import name_of
from records.tables import DelayRow, HoldRow
from records.values.core import DelayRecord, HoldRecord


def delay_of(row: DelayRow, by: str) -> DelayRecord:
    shift = cast(Literal["all", "this"], row.shift)
    return DelayRecord(
        row.id,
        row.course_id,
        row.cycle,
        row.days,
        shift,
        row.reason_code,
        row.reason_text,
        by,
        row.created_at,
        row.withdrawn,
    )


def load_delay(session: Session, delay_id: UUID) -> DelayRecord:
    row = session.get_one(DelayRow, delay_id)
    return delay_of(row, name_of(session, row.person_id))


def hold_of(row: HoldRow, by: str) -> HoldRecord:
    return HoldRecord(
        row.id, row.course_id, row.drug, row.start, row.end, row.stop, row.reason_code, row.reason_text, by,
        row.created_at, row.withdrawn, "pm" if row.from_slot == "pm" else "am", "am" if row.to_slot == "am" else "pm",
    )  # fmt: skip


def load_hold(session: Session, hold_id: UUID) -> HoldRecord:
    row = session.get_one(HoldRow, hold_id)
    return hold_of(row, name_of(session, row.person_id))
