"""How the cycles of a course and a signed order read on the Dose page."""

from gui.dose.words import tr
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.values.core import CourseRecord, OrderRecord


def cycle_choices(state: PatientState, course: CourseRecord, shown: int) -> list[tuple[str, str]]:
    """Every cycle laid out, or signed before a stop, with how far it is: "Cycle 2 · signed"."""
    words = {"signed": tr("signed"), "given": tr("given")}
    choices = []
    for number in range(course.entry.first_cycle, max(course.entry.planned_cycles, shown) + 1):
        record = state.order(number)
        if record is None and number not in state.day_ones and number != shown:
            continue
        status = words.get(record.state, "") if record else ""
        title = tr("Cycle {0}").format(number)
        choices.append((str(number), f"{title} · {status}" if status else title))
    return choices


def signature_words(record: OrderRecord) -> str:
    """Name, role, time and meaning of a signature."""
    at = record.signed_at.astimezone() if record.signed_at else None
    when = f"{shown_date(at.date(), weekday=False)} {at:%H:%M}" if at else ""
    return tr("Signed by {0} ({1}), {2}, as ordered").format(record.signed_by, record.signed_role, when)


def state_words(record: OrderRecord) -> str:
    """How far a signed order is."""
    return tr("given") if record.state == "given" else tr("signed, revision {0}").format(record.revision)
