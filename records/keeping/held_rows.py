"""Rows that one transaction asks for again and again are held until it ends: a session forgets what nobody holds."""

from collections import deque

from sqlalchemy import event
from sqlalchemy.orm import QueryContext

from records.tables import CourseRow, KeptText, PatientRow, PersonRow, SettingRow

#: Of people, texts and settings there are few. Of patients and courses a deed that touches thousands holds the last.
MOST_HELD = 500
HELD = (PersonRow, KeptText, SettingRow, PatientRow, CourseRow)


def hold_rows() -> None:
    """From now on in every session; said again it changes nothing."""
    for table in HELD:
        event.listen(table, "load", _held)


def _held(row: object, context: QueryContext) -> None:
    """Called by the session with each row of these tables that it reads."""
    held: deque[object] = context.session.info.setdefault("held", deque(maxlen=MOST_HELD))
    held.append(row)
