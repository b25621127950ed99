"""What became of a course and of the patient."""

from dataclasses import asdict
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import day, name_of, patient_row
from records.errors import Conflict, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.tables import FollowUpRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, words
from records.values.responses import OFF_REASONS, FollowUpEntry, FollowUpRecord, OffReason, ResponseSettings

DATES = {
    "new_therapy_on": "First day of another anticancer drug",
    "judged_progression_on": "Progression by judgement",
    "off_on": "End of treatment",
    "death_on": "Death",
    "last_alive_on": "Last known alive",
}
SETTINGS = ("confirmation_required", "confirm_min_days", "sd_min_days", "max_not_evaluable_between",
            "allow_sd_between_pr")  # fmt: skip


def columns_of(entry: FollowUpEntry) -> dict[str, Any]:
    """A follow-up as entered, checked, as columns. Raises RecordError."""
    dates: dict[str, date | None] = {name: getattr(entry, name) for name in DATES}
    for name, on in dates.items():
        if on is not None:
            day(on, DATES[name])
    if entry.off_reason and entry.off_reason not in OFF_REASONS:
        raise RecordError("This reason for the end of treatment is not known.", "Reason off treatment")
    if bool(entry.off_reason) != (entry.off_on is not None):
        raise RecordError("The end of treatment needs both its day and its reason.", "Reason off treatment")
    if entry.off_reason == "other" and not entry.off_words.strip():
        raise RecordError("Say in words why treatment ended.", "Reason off treatment")
    if entry.death_on is not None:
        for name in ("last_alive_on", "off_on"):
            on = dates[name]
            if on is not None and on > entry.death_on:
                raise RecordError(f"{DATES[name]} is {on.isoformat()}, after the death.", DATES[name])
    settings = entry.settings
    for name, value, most in (
        ("Days to confirm", settings.confirm_min_days, 1000), ("Days for stable disease", settings.sd_min_days, 1000),
        ("Scans without an answer between", settings.max_not_evaluable_between, 100),
    ):  # fmt: skip
        if not 0 <= value <= most:
            raise RecordError(f"{name} must be 0 to {most}.", name)
    return {
        **dates,
        "off_reason": entry.off_reason,
        "off_words": words(entry.off_words, "In words", NOTE, lines=True),
        "note": words(entry.note, "Note", NOTE, lines=True),
        **asdict(settings),
    }


def follow_up_of(row: FollowUpRow, changed_by: str) -> FollowUpRecord:
    entry = FollowUpEntry(
        row.new_therapy_on, row.judged_progression_on, row.off_on, cast(OffReason, row.off_reason), row.off_words,
        row.death_on, row.last_alive_on, row.note, ResponseSettings(**{name: getattr(row, name) for name in SETTINGS}),
    )  # fmt: skip
    return FollowUpRecord(row.id, row.patient_id, row.course_id, row.version, entry, changed_by, row.changed_at)


def load_follow_up(session: Session, follow_up_id: UUID) -> FollowUpRecord:
    row = session.get_one(FollowUpRow, follow_up_id)
    return follow_up_of(row, name_of(session, row.person_id))


def save_follow_up(
    key: UUID, by: UUID, course_id: UUID, version: int | None, entry: FollowUpEntry, why: str = ""
) -> Deed[FollowUpRecord]:
    """The follow-up of a course, whole; what it said before stays in the audit trail.

    version  as it was read; None: there was none yet
    why      needed where something that was said is changed or taken back
    """
    columns = columns_of(entry)
    reason = words(why, "Reason", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        course = course_row(session, course_id)
        refuse_before_birth(patient_row(session, course.patient_id).birth_date, columns)
        refuse_other_death(session, course.patient_id, course_id, entry.death_on)
        row = session.scalars(select(FollowUpRow).where(FollowUpRow.course_id == course_id)).first()
        if (row.version if row is not None else None) != version:
            theirs = None if row is None else load_follow_up(session, row.id)
            raise Conflict("Somebody else changed the follow-up in the meantime; look at it again.", theirs, entry)
        if row is None:
            row = FollowUpRow(id=key, patient_id=course.patient_id, course_id=course_id, **columns)
            session.add(row)
            return key
        said = [name for name in columns if getattr(row, name) not in (None, "") and name != "last_alive_on"]
        if not reason and any(getattr(row, name) != columns[name] for name in said):
            raise RecordError("What was said before is changed; that needs a reason.", "Reason")
        for name, value in columns.items():
            setattr(row, name, value)
        return row.id

    return Deed("save follow-up", key, by, do, load_follow_up, reason)


def refuse_before_birth(birth_date: date, columns: dict[str, Any]) -> None:
    for name, words_of in DATES.items():
        if columns[name] is not None and columns[name] < birth_date:
            raise RecordError(f"{words_of} lies before the patient was born.", words_of)


def refuse_other_death(session: Session, patient_id: UUID, course_id: UUID, death_on: date | None) -> None:
    """A patient dies once. Raises RecordError."""
    said = select(FollowUpRow.death_on).where(
        FollowUpRow.patient_id == patient_id, FollowUpRow.course_id != course_id, FollowUpRow.death_on.is_not(None)
    )
    other = session.scalars(said).first()
    if other is not None and death_on is not None and other != death_on:
        raise RecordError(f"The follow-up of another course says the patient died on {other.isoformat()}.", "Death")
