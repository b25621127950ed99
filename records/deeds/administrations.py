"""What was given at the chair: each infusion a row of its own, signed by whoever gave it."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.checklist_gate import refuse_open_checklist
from records.deeds.given import refuse_held_back
from records.deeds.patients import day
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.tables import AdministrationRow, OrderRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import plain, read
from records.typed_text import NOTE, exact, words
from records.values.administrations import (
    ACCESSES,
    EVENTS,
    Access,
    AdministrationEntry,
    AdministrationRecord,
    Batch,
    Event,
    VitalSigns,
)

TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
MOST_BATCHES, MOST_SIGNS = 20, 50
LIMITS = {"pulse_per_min": 400, "systolic_mmhg": 400, "diastolic_mmhg": 400, "spo2_percent": 100}


def time_of(text: str, field: str, *, needed: bool = False) -> str:
    """A time of the day, "09:30". Raises RecordError."""
    if not text and not needed:
        return ""
    if not TIME.fullmatch(text):
        raise RecordError(f"{field} is written as hours and minutes, for example 09:30.", field)
    return text


def columns_of(entry: AdministrationEntry) -> dict[str, Any]:
    """An infusion as entered, checked, as columns. Raises RecordError."""
    given = exact(entry.given_mg, "Given dose", "0", "100000") > 0
    started = time_of(entry.started, "Start", needed=given)
    stopped = time_of(entry.stopped, "Stop")
    if stopped and stopped < started:
        raise RecordError(f"The infusion cannot stop at {stopped}, before it began at {started}.", "Stop")
    if given and not entry.batches:
        raise RecordError("The batch number is missing.", "Batch")
    if not 1 <= entry.cycle_day <= 366:
        raise RecordError(f"There is no cycle day {entry.cycle_day}.", "Cycle day")
    if entry.access not in ACCESSES or entry.event not in EVENTS:
        raise RecordError("This is no way a drug is given.", "Access")
    return {
        "drug": words(entry.drug, "Drug", 80, needed=True),
        "cycle_day": entry.cycle_day,
        "on": day(entry.on, "Date"),
        "given_mg": entry.given_mg,
        "started": started,
        "stopped": stopped,
        "batches": batches(entry),
        "access": entry.access,
        "site": words(entry.site, "Site", 80),
        "vital_signs": [signs(one) for one in entry.vital_signs[: MOST_SIGNS + 1]],
        "event": entry.event,
        "done": words(entry.done, "What was done", NOTE, lines=True, needed=entry.event != "none"),
        "reason": words(entry.reason, "Reason", NOTE, lines=True, needed=not given),
        "note": words(entry.note, "Note", NOTE, lines=True),
    }


def batches(entry: AdministrationEntry) -> list[Any]:
    """The batches used; an expired one is refused."""
    if len(entry.batches) > MOST_BATCHES or len(entry.vital_signs) > MOST_SIGNS:
        raise RecordError(f"At most {MOST_BATCHES} batches and {MOST_SIGNS} lines of vital signs are kept.", "Batch")
    for batch in entry.batches:
        if batch.expiry is not None and day(batch.expiry, "Expiry") < entry.on:
            raise RecordError(f"Batch {words(batch.number, 'Batch', 80)} expired on {batch.expiry}.", "Expiry")
    return [
        {"number": words(batch.number, "Batch", 80, needed=True), "expiry": plain(batch.expiry)}
        for batch in entry.batches
    ]


def signs(taken: VitalSigns) -> dict[str, Any]:
    """One line of vital signs. Raises RecordError."""
    kept: dict[str, Any] = {"at": time_of(taken.at, "Time of the vital signs", needed=True)}
    if taken.temperature_c is not None:
        kept["temperature_c"] = plain(exact(taken.temperature_c, "Temperature", "25", "45"))
    for name, most in LIMITS.items():
        value = getattr(taken, name)
        if value is not None:
            if not 1 <= value <= most:
                raise RecordError(f"{name.replace('_', ' ').capitalize()} is {value}; the store keeps 1 to {most}.")
            kept[name] = value
    return kept


def administration_of(row: AdministrationRow) -> AdministrationRecord:
    taken = tuple(
        VitalSigns(**(one | {"temperature_c": Decimal(one["temperature_c"])} if "temperature_c" in one else one))
        for one in row.vital_signs
    )
    used = tuple(
        Batch(one["number"], date.fromisoformat(one["expiry"]) if one["expiry"] else None) for one in row.batches
    )
    entry = AdministrationEntry(
        row.drug, row.cycle_day, row.on, row.given_mg, row.started, row.stopped, used, cast(Access, row.access),
        row.site, taken, cast(Event, row.event), row.done, row.reason, row.note,
    )  # fmt: skip
    return AdministrationRecord(
        row.id, row.course_id, row.order_id, row.cycle, row.ordered_mg, entry, row.given_by, row.given_role,
        row.signed_at, row.withdrawn, row.withdrawn_why,
    )  # fmt: skip


def load_administration(session: Session, administration_id: UUID) -> AdministrationRecord:
    return administration_of(session.get_one(AdministrationRow, administration_id))


def ordered_mg(row: OrderRow, drug: str, cycle_day: int) -> Decimal:
    """The dose an order gives of a drug on a cycle day. Raises RecordError where it gives none by infusion."""
    answer = cast(dict[str, Any], read(row.answer_json))
    for dose in answer["doses"]:
        if dose["drug"] == drug and dose["route"] != "po" and cycle_day in [int(one) for one in dose["days"]]:
            return Decimal(str(dose["dose_mg"]))
    raise RecordError(f"The order of cycle {row.cycle} gives no infusion of {drug[:80]} on day {cycle_day}.", "Drug")


def administer(key: UUID, by: UUID, order_id: UUID, entry: AdministrationEntry) -> Deed[AdministrationRecord]:
    """One infusion of a signed (where people sign in: released) order, or the reason why it was not given."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = session.get(OrderRow, order_id)
        if row is None:
            raise RecordError("This order is not in the records that are open.")
        if row.state == "replaced":
            raise NotAllowed("This order was replaced; give by the order in force.")
        if row.state == "signed":
            refuse_held_back(session, row, "nothing of it can be given")
        refuse_open_checklist(session, course_row(session, row.course_id), row.cycle, "Nothing of it can be given")
        if entry.on < row.day1:
            raise RecordError(f"The cycle begins on {row.day1.isoformat()}; nothing is given before.", "Date")
        ordered = ordered_mg(row, columns["drug"], entry.cycle_day)
        if ordered != entry.given_mg and not columns["reason"]:
            raise RecordError(f"{ordered} mg are ordered; say why {entry.given_mg} mg were given.", "Reason")
        if (before := given_already(session, order_id, columns["drug"], entry.cycle_day)) is not None:
            raise NotAllowed(f"{before.given_by} signed for {before.drug} of day {before.cycle_day} already.")
        session.add(
            AdministrationRow(
                id=key, course_id=row.course_id, order_id=order_id, cycle=row.cycle, ordered_mg=ordered,
                given_by_id=doing.person_id, given_by=doing.person, given_role=doing.role, signed_at=doing.at,
                withdrawn=False, withdrawn_why="", **columns,
            )
        )  # fmt: skip
        return key

    return Deed("administer", key, by, do, load_administration, columns["reason"])


def given_already(session: Session, order_id: UUID, drug: str, cycle_day: int) -> AdministrationRow | None:
    """A line in force for the same infusion."""
    query = select(AdministrationRow).where(
        AdministrationRow.order_id == order_id, AdministrationRow.drug == drug,
        AdministrationRow.cycle_day == cycle_day, ~AdministrationRow.withdrawn,
    )  # fmt: skip
    return session.scalars(query).first()


def withdraw_administration(key: UUID, by: UUID, administration_id: UUID, why: str) -> Deed[AdministrationRecord]:
    """A line that was wrong; the right one is entered anew."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(AdministrationRow, administration_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This line is no longer in force.")
        course_row(session, row.course_id)
        row.withdrawn, row.withdrawn_why = True, reason
        return administration_id

    return Deed("withdraw administration", key, by, do, load_administration, reason)
