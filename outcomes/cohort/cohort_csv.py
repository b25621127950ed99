"""A cohort as the two tables `capox outcomes` reads: patients and adverse events. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from outcomes.cohort.csv_reader import DATES
from outcomes.cohort.patients import Change, CohortEvent, CohortPatient
from outcomes.cohort.values import Cohort, known_factors
from outcomes.exchange.cells import harmless
from outcomes.proportions import one_decimal

FIXED = ("id", *DATES, "best_response", "treated", "evaluable")
EVENTS = ("id", "term", "grade", "soc", "related", "cycle")
SAID = {True: "yes", False: "no", None: ""}


def patients_csv(patients: Sequence[CohortPatient]) -> str:
    """One row a patient; factors in the order the program knows them, then others by name."""
    present = {name for one in patients for name, value in one.factors.items() if value}
    known = [name for name in known_factors() if name in present]
    factors = [*known, *sorted(present - set(known))]
    rows = (
        [
            one.id, *(_day(day) for day in _days(one)), one.best, SAID[one.treated], SAID[one.evaluable],
            *(one.factors.get(name, "") for name in factors), "; ".join(map(_change, one.changes)),
        ]
        for one in patients
    )  # fmt: skip
    return _text((*FIXED, *factors, "sum_changes"), rows)


def events_csv(events: Iterable[CohortEvent]) -> str:
    """One row an event and cycle it was there in; an event of no cycle has one row too."""
    rows = []
    for one in events:
        start = [one.patient, one.term]
        for cycle, grade in one.cycles:
            rows.append([*start, str(grade), one.soc, SAID[one.related], str(cycle)])
        if one.grade not in [grade for _cycle, grade in one.cycles]:
            rows.append([*start, str(one.grade), one.soc, SAID[one.related], ""])
    return _text(EVENTS, rows)


def files_of(cohort: Cohort) -> tuple[str, str]:
    """Patients and adverse events as texts; the second is only its heading where nothing is known of events."""
    return patients_csv(cohort.patients), events_csv(cohort.events or ())


def _days(one: CohortPatient) -> tuple[date | None, ...]:
    """In the order of the columns."""
    return (
        one.start, one.progressed, one.died, before_progression(one), one.last_contact, one.response, one.new_therapy,
    )  # fmt: skip


def before_progression(one: CohortPatient) -> date | None:
    """The last scan that could be evaluated, before the progression where there is one: the strict rule asks for it."""
    if not one.scans or one.progressed is None:
        return one.last_assessed
    from outcomes.survival.endpoints import EVALUABLE

    days = [scan.date for scan in one.scans if scan.overall in EVALUABLE and scan.date < one.progressed]
    return max(days, default=None)


def _day(on: date | None) -> str:
    return "" if on is None else on.isoformat()


def _change(one: Change) -> str:
    percent = "-" if one.percent is None else one_decimal(one.percent)
    return " ".join([one.on.isoformat(), percent, *(["new"] if one.new else []), *(["pd"] if one.progression else [])])


def _text(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV with nothing a spreadsheet takes for a formula; plain numbers below nought stay numbers."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([cell if _number(cell) else harmless(cell) for cell in row] for row in rows)
    return target.getvalue()


def _number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal() and cell.isascii()
