"""Capecitabine held within a cycle and restarted lower: for the tests of restarts."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from records.course.restarts import ProposedRestart, proposed_restart
from records.values.core import CourseRecord, HoldRecord
from records.values.restarts import RestartEntry, RestartRecord
from regimen.given import Half, Slot
from tests.records.examples import DAY1, Store

DRUG = "capecitabine"


def on_day(cycle_day: int, half: Half = "am", day1: date = DAY1) -> Slot:
    """A half day of the first cycle."""
    return day1 + timedelta(days=cycle_day - 1), half


def hold_after(store: Store, course: CourseRecord, last: Slot, end: Slot | None = None) -> HoldRecord:
    """Capecitabine held after the dose of a half day, until further notice or to the end of a half day."""
    start, half = (last[0], "pm") if last[1] == "am" else (last[0] + timedelta(days=1), "am")
    given = (course.id, DRUG, start, end[0] if end else None, False, "diarrhoea", "grade 3")
    return store.actions.hold_drug(
        store.person, uuid4(), *given, "pm" if half == "pm" else "am", end[1] if end else "pm"
    ).result()


#: The examples were never tested for DPYD; whoever signs says why that stands.
LOOKED_AT = {"dpyd-missing:capecitabine": "tested elsewhere"}


def asked(start: Slot, percent: str = "75", chosen: int | None = 0, cycle: int = 1) -> RestartEntry:
    """A restart as a pharmacist asks for it."""
    return RestartEntry(cycle, DRUG, start, Decimal(percent), None, chosen, "diarrhoea down to grade 1", LOOKED_AT)


def shown(store: Store, course: CourseRecord, entry: RestartEntry) -> ProposedRestart:
    """What the window shows of it."""
    space = store.actions.workspace(course.patient_id).result()
    return proposed_restart(space, course, store.actions.settings().result(), entry)


def restarted(store: Store, course: CourseRecord, entry: RestartEntry, key: UUID | None = None) -> RestartRecord:
    """Shown, and signed."""
    text = shown(store, course, entry).answer_text()
    return store.actions.restart_drug(store.person, key or uuid4(), course.id, entry, text).result()


def busy_restart(store: Store, course: CourseRecord) -> None:
    """A hold by half days that a restart ended."""
    hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12)))
