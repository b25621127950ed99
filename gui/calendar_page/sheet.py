"""The page to be printed, put together from what the store keeps: its revision, and what is to be said of it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from gui.calendar_page.printed_course import PrintedCourse, read_printed
from gui.calendar_page.restarts_shown import restarts_shown
from gui.calendar_page.signatures_shown import missing_on, not_released, signatures_shown, to_sign
from gui.plan.course_view import mark_of
from gui.theme.tokens import Tone
from gui.widgets.dates import shown_date
from gui.workspace.provisional import is_provisional, treatment_days
from gui.workspace.state import PatientState
from records.course.amended import AMENDMENT
from records.course.checklist import STOP
from records.course.course_plan import order_value, whole_course
from records.course.overrides import override_key
from records.errors import RecordError
from records.values.core import OrderRecord, PrintRecord
from regimen.case import read_case
from regimen.order import Alert
from treatment_calendar.course import Course, Moved
from treatment_calendar.paper.jobs import LetterRequest
from treatment_calendar.paper.request import (
    STEPS,
    CalendarRequest,
    Contacts,
    Paper,
    StaffSheetRequest,
    TreatmentDayState,
    worded,
)
from treatment_calendar.replan import difference

Kind = Literal["calendar", "staff_sheet", "treatment_summary", "alert_card"]
KINDS: tuple[Kind, ...] = ("calendar", "staff_sheet", "treatment_summary", "alert_card")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose to see."""

    kind: Kind
    cycle: int
    language: str
    paper: Paper
    large_print: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be made, and what stands beside its preview.

    print_id  the id this print has or will have in the store; it stands in the code on the page
    revision  of the calendar or order; of a letter the entry of the trail up to which the records were read
    again     the stored print this is a further copy of; None: a new revision
    order_id  the order printed; None: no signed order
    printed   what is stored with a new revision; None for a staff sheet or letter
    notices   (tone, words)
    """

    wanted: Wanted
    request: CalendarRequest | StaffSheetRequest | LetterRequest
    course: Course
    revision: int
    print_id: UUID
    again: PrintRecord | None
    order_id: UUID | None
    printed: PrintedCourse | None
    before: Course | None
    notices: tuple[tuple[Tone, str], ...]


def newest_print(state: PatientState) -> PrintRecord | None:
    """The last revision printed of the course worked on, valid or not: it is the one in the patient's hands."""
    ident = state.course.id if state.course else None
    return max((p for p in state.space.prints if p.course_id == ident), key=lambda p: p.revision, default=None)


def may_be_again(newest: PrintRecord | None, wanted: Wanted) -> bool:
    """Whether what is wanted could be another copy of the newest print."""
    return (
        newest is not None
        and newest.valid
        and (newest.cycle, newest.language, newest.paper, newest.large_print)
        == (wanted.cycle, wanted.language, wanted.paper, wanted.large_print)
    )


def calendar_sheet(state: PatientState, wanted: Wanted, person: str, now: datetime, key: UUID, *, again: bool) -> Sheet:
    """The patient's calendar. again: as the newest print says it; its bytes must then be the very same.

    Lays out the course: not for the window's thread.
    """
    course_record, files = state.course, state.files
    assert course_record is not None and files is not None
    course, order_id, notices = _printable(state, wanted.cycle)
    newest = newest_print(state)
    before = read_printed(newest.course_json) if newest is not None else None
    provisional = tuple(cycle.cycle for cycle in course.cycles if cycle.decided and is_provisional(state, cycle.cycle))
    if again and newest is not None and before is not None and before.provisional == provisional:
        printed = replace(before, course=course)
        revision, print_id = newest.revision, newest.id
    else:
        again, revision, print_id = False, newest.revision + 1 if newest else 1, key
        moved = difference(before.course, course) if before else ()
        changed = tuple(change for change in moved if change.cycle >= wanted.cycle)
        printed = PrintedCourse(course, person, now, newest.revision if newest else None, changed, provisional)
    entry, settings = state.entry, state.settings
    missing = missing_on(state, _orders_on(state, course, wanted.cycle, order_id))
    notices += supportive_notices(course, wanted.cycle)
    request = CalendarRequest(
        course=course,
        regimen=files.regimen,
        profile=files.profile,
        order=order_value(record) if (record := state.order(wanted.cycle)) is not None and order_id else None,
        patient_name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        birth_date=entry.birth_date,
        contacts=Contacts(settings.site_name, settings.day_phone, settings.night_phone),
        printed_by=printed.printed_by,
        printed_at=printed.printed_at,
        language=wanted.language,
        paper=wanted.paper,
        large_print=wanted.large_print,
        from_cycle=wanted.cycle,
        planned_cycles=course_record.entry.planned_cycles,
        revision=revision,
        replaces=printed.replaces,
        revision_id=str(print_id),
        changed=printed.changed,
        signed=order_id is not None,
        for_clinical_use=not missing,
        provisional=printed.provisional,
        options=dict(course_record.entry.options),
    )
    if wanted.cycle in printed.provisional:
        notices += (("warn", f"Cycle {wanted.cycle} is provisional: no go-ahead for day 1 yet; the page says so."),)
    said = (
        *notices,
        *use_notices(missing),
        *contact_notices(state),
        *_revision_notices(revision, printed, newest if again else None),
    )
    kept = newest if again else None
    return Sheet(
        wanted, request, course, revision, print_id, kept, order_id, printed, before.course if before else None, said
    )


def _printable(state: PatientState, cycle: int) -> tuple[Course, UUID | None, tuple[tuple[Tone, str], ...]]:
    """The course without the doses of orders that do not hold for its dates; the order printed."""
    assert state.course is not None
    course = whole_course(state.space, state.course, state.settings)
    days = {laid_out.cycle: laid_out.day1 for laid_out in course.cycles}
    stale = [
        order
        for number, day1 in days.items()
        if mark_of(state, number, day1)[0] == "signed_elsewhen" and (order := state.order(number)) is not None
    ]
    if stale:
        held_back = {order.id for order in stale}
        orders = tuple(order for order in state.space.orders if order.id not in held_back)
        course = whole_course(replace(state.space, orders=orders), state.course, state.settings)
    if cycle not in days:
        raise RecordError(f"Cycle {cycle} is not planned any more; there is no calendar of it.")
    notices: list[tuple[Tone, str]] = []
    record = state.order(cycle)
    if record is None:
        notices.append(("warn", f"Cycle {cycle} is not signed: dates only, no tablets, and the page says NOT SIGNED."))
    elif record in stale:
        notices.append(
            (
                "warn",
                f"Cycle {cycle} was signed for {shown_date(record.day1)} and is now planned for "
                f"{shown_date(days[cycle])}: no tablets are printed until it is signed again.",
            )
        )
        record = None
    return course, record.id if record is not None else None, tuple(notices)


def _orders_on(state: PatientState, course: Course, cycle: int, order_id: UUID | None) -> tuple[OrderRecord, ...]:
    """Every order whose doses stand on a calendar from a cycle on; none where that cycle itself is not signed."""
    if order_id is None:
        return ()
    decided = (state.order(one.cycle) for one in course.cycles if one.cycle >= cycle and one.decided)
    return tuple(order for order in decided if order is not None)


def supportive_notices(course: Course, cycle: int) -> tuple[tuple[Tone, str], ...]:
    """Cycles with doses whose supportive care nobody ordered: the page prints what the regimen lists."""
    listed = [one.cycle for one in course.cycles if one.cycle >= cycle and one.decided and not one.supportive_ordered]
    found = [
        one for one in course.cycles if one.cycle in listed and (one.as_needed or any(d.supportive for d in one.days))
    ]
    if not found:
        return ()
    numbers = ", ".join(str(one.cycle) for one in found)
    words = f"Supportive care was not ordered with cycle {numbers}: the page prints what the regimen lists."
    return (("note", words),)


def use_notices(missing: tuple[str, ...]) -> tuple[tuple[Tone, str], ...]:
    """Why the page says NOT FOR CLINICAL USE."""
    return (("note", "The page says NOT FOR CLINICAL USE. " + " ".join(missing)),) if missing else ()


def contact_notices(state: PatientState) -> tuple[tuple[Tone, str], ...]:
    """Numbers to call that nobody has entered yet."""
    missing = [
        name
        for name, number in (("day", state.settings.day_phone), ("night", state.settings.night_phone))
        if not number.strip()
    ]
    if not missing:
        return ()
    return (
        (
            "warn",
            f"The {' and the '.join(missing)} number is missing in the settings; the page has a line to write it on.",
        ),
    )


def _revision_notices(revision: int, printed: PrintedCourse, again: PrintRecord | None) -> tuple[tuple[Tone, str], ...]:
    if again is not None:
        at = again.at.astimezone()
        words = f"Revision {revision} was printed {shown_date(at.date())} {at:%H:%M} by {again.by} and is still valid."
        return (("ok", f"{words} Printing makes another copy of it."),)
    if printed.replaces is None:
        return (("note", f"This will be revision {revision}, the first of this course."),)
    days = _days_words(printed.changed)
    words = f"This will be revision {revision}; it replaces revision {printed.replaces}, which has to be taken back."
    return (("note", f"{words} {days}"),)


def _days_words(changed: tuple[Moved, ...]) -> str:
    first = [change for change in changed if change.event == "day1" and change.new is not None]
    if not changed:
        return "No date has changed since."
    told = ", ".join(f"cycle {c.cycle} day 1 {shown_date(c.new)}" for c in first[:3] if c.new is not None)
    more = f": {told}{', …' if len(first) > 3 else ''}" if told else ""
    dates = {day for change in changed for day in (change.old, change.new) if day is not None}
    return f"{len(dates)} dates are concerned{more}; a page of it tells the patient which."


def staff_sheet(state: PatientState, wanted: Wanted, person: str, now: datetime, key: UUID) -> Sheet:
    """The staff sheet of the signed order, or of the draft as it stands. Raises RecordError when there is neither."""
    assert state.course is not None and state.files is not None
    record = state.order(wanted.cycle) or state.draft(wanted.cycle)
    if record is None or not record.case_json or not record.answer_json:
        raise RecordError(f"Cycle {wanted.cycle} has no computed order yet; fill in its dose first.")
    course = whole_course(state.space, state.course, state.settings)
    order = order_value(record)
    signed = record.state in ("signed", "given")
    signatures = signatures_shown(state, record) if signed else ()
    missing = missing_on(state, (record,) if signed else ())
    revision = max(record.revision, 1)
    request = StaffSheetRequest(
        course=course,
        regimen=state.files.regimen,
        profile=state.files.profile,
        order=order,
        case=read_case(json.loads(record.case_json)),
        alerts=worded((*order.alerts, *course.alerts), lambda alert: _overridden(record, alert)),
        printed_by=person,
        printed_at=now,
        engine_version=record.engine_version,
        site_name=state.settings.site_name,
        paper=wanted.paper,
        revision=revision,
        replaces=revision - 1 if revision > 1 else None,
        revision_id=str(record.id),
        signatures=signatures,
        to_sign=to_sign(state, record, signatures) if signed else STEPS,
        not_released=not_released(state, record) if signed else (),
        signed=signed,
        for_clinical_use=not missing,
        planned_cycles=state.course.entry.planned_cycles,
        allergies_asked=state.entry.allergies_asked,
        reasons=_reasons(record),
        restarts=restarts_shown(state.space.restarts, record) if signed else (),
        go_aheads=_go_aheads(state, wanted.cycle, given=record.state == "given"),
    )
    notices: list[tuple[Tone, str]] = list(use_notices(missing))
    if not signed:
        notices.append(("warn", f"Cycle {wanted.cycle} is a draft: the sheet says NOT SIGNED."))
    planned = next((c.day1 for c in course.cycles if c.cycle == wanted.cycle), None)
    if signed and planned is not None and record.state == "signed" and planned != record.day1:
        notices.append(
            ("stop", f"Signed for {shown_date(record.day1)}, now planned for {shown_date(planned)}: sign it again.")
        )
    return Sheet(wanted, request, course, revision, key, None, record.id, None, None, tuple(notices))


def _go_aheads(state: PatientState, cycle: int, *, given: bool) -> tuple[TreatmentDayState, ...]:
    """Every treatment day of a cycle with who gave the go-ahead; one that was given without it is no longer told."""
    return tuple(
        TreatmentDayState(day, on, one.by, one.way, one.on) if one is not None else TreatmentDayState(day, on)
        for day, on, one in treatment_days(state, cycle)
        if one is not None or not (given and day == 1)
    )


def _overridden(record: OrderRecord, alert: Alert) -> str:
    """The reason a named person overrode an alert of a signed order with, and who; a draft overrides nothing yet."""
    reason = record.overrides.get(override_key(alert.code, alert.drug, alert.params), "").strip()
    return f"{reason} ({record.signed_by}, {record.signed_role})" if reason and record.signed_by else ""


def _reasons(record: OrderRecord) -> tuple[tuple[str, str], ...]:
    """The reasons of changed doses and of a changed weight, as they were signed."""
    named = {"weight-or-dose-change": "weight or dose change", AMENDMENT: "change of the signed order"}
    return tuple(
        (named.get(key, f"dose of {key.removeprefix('dose:')}"), reason)
        for key, reason in record.overrides.items()
        if key.startswith("dose:") or key in named
    ) + tuple(
        ("signed with the checklist open", reason)
        for key, reason in record.overrides.items()
        if key.startswith(f"{STOP}#")
    )


def void_words(state: PatientState, record: PrintRecord) -> str:
    """Why a printed revision is void and can no longer be printed."""
    later = [p for p in state.space.prints if p.course_id == record.course_id and p.revision > record.revision]
    why = _change_after(state, record)
    following = min((p.revision for p in later), default=None)
    taken = f"replaced by revision {following}" if following is not None else ""
    words = "; ".join(part for part in (why, taken) if part) or "the plan was changed afterwards"
    return f"Void: {words}. It can no longer be printed."


def _change_after(state: PatientState, record: PrintRecord) -> str:
    """The first change of the course after a print, in words."""
    course, space = record.course_id, state.space
    changes = [(d.at, f"cycle {d.cycle} was put off by {d.days} days") for d in space.delays if d.course_id == course]
    changes += [
        (h.at, f"{h.drug} was {'stopped' if h.stop else 'put on hold'}") for h in space.holds if h.course_id == course
    ]
    changes += [
        (o.signed_at, f"cycle {o.cycle} was signed")
        for o in space.orders
        if o.course_id == course and o.signed_at is not None
    ]
    changes += [
        (r.signed_at, f"{r.entry.drug} was restarted at a lower dose") for r in space.restarts if r.course_id == course
    ]
    later = sorted((change for change in changes if change[0] > record.at), key=lambda change: change[0])
    return later[0][1] if later else ""
