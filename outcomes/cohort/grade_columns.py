"""Adverse events in the table of patients itself: a column a term with the worst grade, one beside it for the relation.

`grade:Diarrhea` holds 0 (asked, not had) to 5; empty: not said. `related:Diarrhea` holds yes or no; empty: not said.
"""

from collections.abc import Mapping, Sequence

from outcomes.cohort.csv_reader import (
    GRADE,
    RELATED,
    flag,
    is_event_column,
    raise_all,
    read_cohort,
    read_events,
    rows_of,
)
from outcomes.cohort.patients import CohortEvent, CohortPatient
from regimen.errors import Refusal, refuse

MOST_TERMS_NAMED = 5
Tables = tuple[tuple[CohortPatient, ...], tuple[CohortEvent, ...] | None, tuple[str, ...]]


def read_tables(text: str, told: str, name: str, told_name: str = "") -> Tables:
    """Patients, adverse events (None: nothing is known of any) and what is to be known of them.

    text   the table of patients; told: that of adverse events, "" none
    raises Refused with every reason and its line
    """
    patients = read_cohort(text, name)
    headings, rows = rows_of(text, name, ("id",))
    columns = [heading for heading in headings if is_event_column(heading)]
    if not columns:
        return patients, read_events(told, told_name, patients) if told else None, ()
    if told:
        raise refuse("", f"{name} has columns of adverse events; a second table of them is one too many.")
    refusals: list[Refusal] = []
    terms = _terms(columns, refusals)
    events = [one for line, row in rows for one in _events(line, row, terms, refusals)]
    raise_all(refusals)
    unsaid = {term: sum(not row[GRADE + term] for _line, row in rows) for term in terms}
    return patients, tuple(events), _notes({term: number for term, number in unsaid.items() if number})


def _terms(columns: Sequence[str], refusals: list[Refusal]) -> list[str]:
    terms = [one.removeprefix(GRADE).strip() for one in columns if one.startswith(GRADE)]
    for one in columns:
        term = one.removeprefix(GRADE).removeprefix(RELATED).strip()
        if not term:
            refusals.append(Refusal(one, f"The column {one} names no adverse event."))
        elif one != one.strip() or one not in (GRADE + term, RELATED + term):
            refusals.append(Refusal(one, f"The column {one[:60]} has a blank before its term."))
        elif term not in terms:
            refusals.append(Refusal(one, f"The column {one[:60]} has no column {GRADE}{term[:60]} beside it."))
    raise_all(refusals)
    return terms


def _events(line: int, row: Mapping[str, str], terms: Sequence[str], refusals: list[Refusal]) -> list[CohortEvent]:
    found = []
    for term in terms:
        said, laid = row[GRADE + term], row.get(RELATED + term, "")
        if said not in ("", "0", "1", "2", "3", "4", "5"):
            refusals.append(Refusal(GRADE + term, f"Line {line}: the grade of {term[:60]} must be 0 to 5."))
            continue
        related = flag(laid, f"line {line}: the relation of {term[:60]}", refusals)
        if said in ("", "0") and related:
            refusals.append(
                Refusal(RELATED + term, f"Line {line}: {term[:60]} is related to treatment without a grade.")
            )
        elif said not in ("", "0"):
            found.append(CohortEvent(row["id"], term, int(said), related=related))
    return found


def _notes(unsaid: Mapping[str, int]) -> tuple[str, ...]:
    if not unsaid:
        return ()
    named = ", ".join(f"{term} {number}" for term, number in list(unsaid.items())[:MOST_TERMS_NAMED])
    more = f" and {len(unsaid) - MOST_TERMS_NAMED} further terms" if len(unsaid) > MOST_TERMS_NAMED else ""
    return (f"Patients of whom no grade is said, counted as not having had the event: {named}{more}.",)
