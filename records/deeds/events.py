"""Adverse events: reported, graded, changed, withdrawn."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.bedside.event_checks import check_entry
from records.deeds.onset import onset_of
from records.deeds.patients import day, first_person, name_of
from records.deeds.visits import whole_number
from records.errors import Conflict, NotAllowed, RecordError
from records.partial_date import read_partial, whole
from records.store import Deed
from records.stored.courses import course_row
from records.tables import AdverseEventRow
from records.trail.audit_trail import AuditedSession, Doing
from records.typed_text import ITEMS, NOTE, PLAIN_NUMBER, exact, words
from records.values.visits import (
    ACTIONS_TAKEN,
    ATTRIBUTIONS,
    CRITERIA,
    OUTCOMES,
    AdverseEventEntry,
    AdverseEventRecord,
    GradeOn,
    Immune,
    Steroid,
)
from regimen.advice.questions import question_of

#: Columns that move as an event goes on; changing them needs no reason.
GOES_ON = {"grades", "highest_grade", "ongoing", "end", "outcome", "cause_named_by", "cycle", "cycle_day"}
SPAN = (min(ATTRIBUTIONS), max(ATTRIBUTIONS))
FLAGS = ("before_infusion", "present_at_baseline", "serious", "treated", "dose_limiting", "expected")


def listed(value: str, known: tuple[str, ...], field: str) -> str:
    """One of a code list. Raises RecordError."""
    if value not in known:
        raise RecordError(f"{field} is {value[:40]!r}, which is not in its list.", field)
    return value


def grade_as_json(segment: GradeOn) -> dict[str, Any]:
    """A grade segment, checked. Raises RecordError."""
    whole_number(segment.grade, "Grade", 1, 5)
    return {
        "grade": segment.grade,
        "on": day(segment.on, "Date of the grade").isoformat(),
        "by": words(segment.by, "Person"),
        "evidence": words(segment.evidence, "Evidence", NOTE, lines=True),
    }


def check_order(grades: tuple[GradeOn, ...]) -> None:
    """Grades are said one after the other."""
    if not grades:
        raise RecordError("An adverse event needs a grade.", "Grade")
    for before, after in pairwise(grades):
        if after.on < before.on:
            raise RecordError(f"A grade of {after.on} cannot follow one of {before.on}.", "Grade")


def steroid_as_json(steroid: Steroid | None) -> dict[str, Any]:
    """A course of steroid, checked."""
    if steroid is None:
        return {}
    if steroid.start and steroid.end and steroid.end < steroid.start:
        raise RecordError("The steroid ends before it begins.", "Steroid")
    peak = steroid.peak_mg_kg
    return {
        "start": steroid.start and day(steroid.start, "Steroid").isoformat(),
        "peak_mg_kg": None if peak is None else format(exact(peak, "Steroid in mg/kg", "0", "1000"), "f"),
        "end": steroid.end and day(steroid.end, "Steroid").isoformat(),
    }


def answers_as_json(answers: Mapping[str, str]) -> dict[str, str] | None:
    """Answers to questions of the rules, checked; none at all is an empty column. Raises RecordError."""
    if len(answers) > ITEMS:
        raise RecordError(f"An adverse event has at most {ITEMS} answers.", "Answers")
    kept = {}
    for word, said in answers.items():
        question = question_of(words(word, "Question", NOTE, needed=True), "it")
        if question is None:
            raise RecordError(f"No rule asks {word[:40]!r}.", "Answers")
        if question.choices:
            kept[word] = listed(said, question.choices, question.words)
        elif PLAIN_NUMBER.fullmatch(said):
            kept[word] = format(exact(Decimal(said), question.words, "0", "10000"), "f")
        else:
            raise RecordError(f"{question.words} {said[:40]!r} is no number.", "Answers")
    return kept or None


def columns_of(entry: AdverseEventEntry) -> dict[str, Any]:
    """An event as entered, checked, as columns. Raises RecordError for what makes no sense."""
    start = read_partial(entry.start, "Start")
    end = read_partial(entry.end, "End") if entry.end else ""
    check_order(entry.grades)
    grades = [grade_as_json(segment) for segment in entry.grades]
    for finding in check_entry(entry):
        if finding.refuse:
            raise RecordError(finding.words, finding.field)
    return {
        "term": words(entry.term, "Term", needed=True),
        "code": words(entry.code, "Code", 40),
        "soc": words(entry.soc, "Class"),
        "ctcae_version": words(entry.ctcae_version, "CTCAE version", 20),
        "specify": words(entry.specify, "Specified"),
        "reported_words": words(entry.reported_words, "Words", NOTE, lines=True),
        "start": start,
        "end": end,
        "ongoing": entry.ongoing,
        "grades": grades,
        "highest_grade": entry.highest_grade,
        "baseline_grade": whole_number(entry.baseline_grade, "Grade at baseline", 0, 5),
        "location": words(entry.location, "Place"),
        "criteria": [listed(criterion, tuple(CRITERIA), "Criterion") for criterion in dict.fromkeys(entry.criteria)],
        "attribution": {
            words(drug, "Attribution", 80, needed=True): whole_number(level, f"Attribution to {drug}", *SPAN)
            for drug, level in entry.attribution.items()
        },
        "immune": listed(entry.immune, ("", "yes", "no", "unsure"), "Immune-related"),
        "actions": {
            words(drug, "Action", 80, needed=True): listed(action, ACTIONS_TAKEN, f"Action taken with {drug}")
            for drug, action in entry.actions.items()
        },
        "outcome": listed(entry.outcome, ("", *OUTCOMES), "Outcome"),
        "treatment": words(entry.treatment, "Treatment", NOTE, lines=True),
        "steroid": steroid_as_json(entry.steroid),
        "other_action": words(entry.other_action, "Other action", NOTE, lines=True),
        "reported_on": entry.reported_on and day(entry.reported_on, "Reported on"),
        "cause": words(entry.cause, "Cause", 80),
        "elsewhere": entry.elsewhere,
        "note": words(entry.note, "Note", NOTE, lines=True),
        "answers": answers_as_json(entry.answers),
        **{name: getattr(entry, name) for name in FLAGS},
    }


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def steroid_of(kept: Mapping[str, Any]) -> Steroid | None:
    if not kept:
        return None
    peak = kept["peak_mg_kg"]
    return Steroid(day_of(kept["start"]), None if peak is None else Decimal(peak), day_of(kept["end"]))


def entry_of(row: AdverseEventRow) -> AdverseEventEntry:
    """The stored event as it was entered."""
    return AdverseEventEntry(
        term=row.term, start=row.start,
        grades=tuple(
            GradeOn(kept["grade"], date.fromisoformat(kept["on"]), kept["by"], kept["evidence"]) for kept in row.grades
        ),
        code=row.code, soc=row.soc, ctcae_version=row.ctcae_version, specify=row.specify,
        reported_words=row.reported_words, end=row.end, ongoing=row.ongoing, before_infusion=row.before_infusion,
        present_at_baseline=row.present_at_baseline, baseline_grade=row.baseline_grade, location=row.location,
        serious=row.serious, criteria=tuple(row.criteria), attribution=dict(row.attribution),
        immune=cast(Immune, row.immune), actions=dict(row.actions), outcome=row.outcome, treated=row.treated,
        treatment=row.treatment, steroid=steroid_of(row.steroid), other_action=row.other_action,
        dose_limiting=row.dose_limiting, expected=row.expected, reported_on=row.reported_on, cause=row.cause,
        cause_named_by=row.cause_named_by, elsewhere=row.elsewhere, note=row.note, answers=dict(row.answers or {}),
    )  # fmt: skip


def event_of(row: AdverseEventRow, by: str, changed_by: str) -> AdverseEventRecord:
    return AdverseEventRecord(
        row.id, row.patient_id, row.course_id, row.version, row.number, entry_of(row), row.cycle, row.cycle_day, by,
        row.created_at, changed_by, row.changed_at, row.withdrawn, row.withdrawn_why,
    )  # fmt: skip


def load_event(session: Session, event_id: UUID) -> AdverseEventRecord:
    row = session.get_one(AdverseEventRow, event_id)
    by = first_person(session, "adverse_event", {event_id})[event_id]
    return event_of(row, by, name_of(session, row.person_id))


def signed_by(grades: list[dict[str, Any]], old: list[dict[str, Any]], person: str) -> list[dict[str, Any]]:
    """New segments carry the name of who says them now."""
    return [*old, *({**segment, "by": person} for segment in grades[len(old) :])]


def report_event(key: UUID, by: UUID, course_id: UUID, entry: AdverseEventEntry) -> Deed[AdverseEventRecord]:
    """A new event; also after the course has ended, for what appears late."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        person = cast(Doing, session.doing).person
        course = course_row(session, course_id)
        newest = select(func.max(AdverseEventRow.number)).where(AdverseEventRow.patient_id == course.patient_id)
        cycle, cycle_day = onset_of(session, course, whole(entry.start))
        columns["grades"] = signed_by(columns["grades"], [], person)
        session.add(
            AdverseEventRow(
                id=key, patient_id=course.patient_id, course_id=course_id, number=(session.scalar(newest) or 0) + 1,
                cycle=cycle, cycle_day=cycle_day, cause_named_by=person if entry.cause else "", withdrawn=False,
                withdrawn_why="", **columns,
            )
        )  # fmt: skip
        return key

    return Deed("report event", key, by, do, load_event)


def read_as(session: Session, event_id: UUID, version: int, yours: object) -> AdverseEventRow:
    """The event, if it is still as it was read and counts. Raises Conflict."""
    row = session.get(AdverseEventRow, event_id)
    if row is None:
        raise RecordError("This adverse event is not in the records that are open.")
    if row.version != version:
        theirs = load_event(session, event_id)
        raise Conflict(f"{theirs.changed_by} changed this event in the meantime; both are shown.", theirs, yours)
    if row.withdrawn:
        raise NotAllowed("This event was withdrawn; report it anew if it happened.")
    return row


def grade_event(key: UUID, by: UUID, event_id: UUID, version: int, segment: GradeOn) -> Deed[AdverseEventRecord]:
    """One more grade of an event that has not ended."""
    added = grade_as_json(segment)

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, event_id, version, segment)
        if not row.ongoing:
            raise NotAllowed(f"{row.term} has ended; a later return of the same problem is a new event.")
        check_order((*entry_of(row).grades, segment))
        row.grades = signed_by([*row.grades, added], row.grades, cast(Doing, session.doing).person)
        row.highest_grade = max(row.highest_grade, segment.grade)
        return event_id

    return Deed("grade event", key, by, do, load_event)


def said_before(old: object, new: object) -> bool:
    """Whether something that had been said is said otherwise now; adding to it is not."""
    if old in (None, "", [], {}) or old == new:
        return False
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return any(new.get(name) != value for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return any(item not in new for item in old)
    return True


def change_event(
    key: UUID, by: UUID, event_id: UUID, version: int, entry: AdverseEventEntry, why: str
) -> Deed[AdverseEventRecord]:
    """Another entry in the place of the one read as `version`."""
    columns = columns_of(entry)
    reason = words(why, "Reason", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, event_id, version, entry)
        person = cast(Doing, session.doing).person
        old: list[dict[str, Any]] = row.grades
        if columns["grades"][: len(old)] != old:
            raise NotAllowed("Grades that were said stay; a new grade is added from a day on.")
        changed = {
            name for name, value in columns.items() if name not in GOES_ON and said_before(getattr(row, name), value)
        }
        if (changed or (row.end and row.end != columns["end"])) and not reason:
            what = ", ".join(sorted(name.replace("_", " ") for name in changed)) or "end"
            raise RecordError(f"Something said before is changed ({what}); that needs a reason.", "Reason")
        if columns["cause"] != row.cause:
            row.cause_named_by = person if columns["cause"] else ""
        for name, value in {**columns, "grades": signed_by(columns["grades"], old, person)}.items():
            setattr(row, name, value)
        row.cycle, row.cycle_day = onset_of(session, course_row(session, row.course_id), whole(entry.start))
        return event_id

    return Deed("change event", key, by, do, load_event, reason)


def withdraw_event(key: UUID, by: UUID, event_id: UUID, version: int, why: str) -> Deed[AdverseEventRecord]:
    """An event that was entered by mistake."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, event_id, version, reason)
        row.withdrawn, row.withdrawn_why = True, reason
        return event_id

    return Deed("withdraw event", key, by, do, load_event, reason)
