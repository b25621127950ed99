"""All plain tables of patients: from what the records hold to rows that say where they come from. Pure."""

from collections.abc import Callable, Iterable, Sequence

from outcomes.exchange import columns, course_rows, judged, response_rows, visit_rows
from outcomes.exchange.cells import Cell, Table, filled, joined
from records.values.exchange import Traced

#: Each table and what makes its rows of one patient.
MAKERS: tuple[tuple[Table, Callable[[Traced], Iterable[dict[str, Cell]]]], ...] = (
    (columns.PATIENTS, course_rows.patient_rows),
    (columns.COURSES, course_rows.course_rows),
    (columns.DOSES, course_rows.dose_rows),
    (columns.RESTARTS, course_rows.restart_rows),
    (columns.INFUSIONS, course_rows.infusion_rows),
    (columns.DISPENSED, course_rows.dispensed_rows),
    (columns.MEASUREMENTS, visit_rows.measurement_rows),
    (columns.VISITS, visit_rows.visit_rows),
    (columns.LABS, visit_rows.lab_rows),
    (columns.EVENTS, visit_rows.event_rows),
    (columns.DECISIONS, course_rows.decision_rows),
    (columns.DELAYS, course_rows.delay_rows),
    (columns.HOLDS, course_rows.hold_rows),
    (response_rows.LESIONS, response_rows.lesion_rows),
    (response_rows.READINGS, response_rows.scan_rows),
    (judged.RESPONSES, judged.response_rows),
    (response_rows.FOLLOW_UP, response_rows.follow_up_rows),
)


def tables_of(traced: Traced) -> tuple[Table, ...]:
    """Every table of one patient, empty ones among them."""
    return tuple(filled(table, make(traced)) for table, make in MAKERS)


def all_together(of_patients: Sequence[Sequence[Table]]) -> tuple[Table, ...]:
    """The tables of several patients, each as one."""
    return tuple(joined(parts) for parts in zip(*of_patients, strict=True))
