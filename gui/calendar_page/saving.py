"""Files that leave the program: whole or not at all, and named by ids and revision, never by the patient."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from gui.calendar_page.sheet import Sheet
from records.errors import RecordError


def file_name(course_id: UUID, sheet: Sheet, ending: str) -> str:
    """For instance capox-2f1c9f52-cycle2-calendar-r3.pdf; of a letter the entry of the trail it was read at."""
    letters = {"treatment_summary": "summary", "alert_card": "card"}
    if sheet.wanted.kind in letters:
        return f"capox-{course_id.hex[:8]}-{letters[sheet.wanted.kind]}-entry{sheet.revision}.{ending}"
    kind = "appointments" if ending == "ics" else "staff" if sheet.wanted.kind == "staff_sheet" else "calendar"
    return f"capox-{course_id.hex[:8]}-cycle{sheet.wanted.cycle}-{kind}-r{sheet.revision}.{ending}"


def save_bytes(path: Path, data: bytes) -> str:
    """The file's name once it is wholly there. Raises RecordError with the system's reason."""
    from treatment_calendar.paper.atomic import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise RecordError(f"{path.name} cannot be written ({error.strerror}).") from None
    return path.name


def save_appointments(path: Path, sheet: Sheet, course_id: UUID) -> str:
    """The appointments of the sheet's cycle as iCalendar: no patient data, no drug names."""
    from treatment_calendar.ics import ics_bytes
    from treatment_calendar.notes import languages

    data = ics_bytes(
        sheet.course,
        cycle=sheet.wanted.cycle,
        course_uid=str(course_id),
        revision=sheet.revision,
        stamp=datetime.now(UTC),
        replaces=sheet.before,
        language=sheet.wanted.language if sheet.wanted.language in languages() else "en",
    )
    return save_bytes(path, data)
