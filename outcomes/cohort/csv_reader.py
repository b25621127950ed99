"""Reads a cohort and its adverse events from CSV, strictly: every refusal at once, with its line."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from outcomes.cohort.change_reader import read_changes
from outcomes.cohort.patients import BEST, CohortEvent, CohortPatient
from regimen.errors import Refusal, Refused, refuse
from regimen.fields import read_day

DATES = (
    "start_date", "progression_date", "death_date", "last_assessment_date", "last_contact_date", "response_date",
    "new_therapy_date",
)  # fmt: skip
COLUMNS = ("id", *DATES, "best_response", "treated", "evaluable", "sum_changes")
#: Without these a cohort says nothing; others may be left out and are empty then.
NEEDED = ("id", "start_date")
EVENT_COLUMNS = ("id", "term", "grade", "soc", "related", "cycle")
YES = frozenset({"1", "y", "yes", "true"})
NO = frozenset({"0", "n", "no", "false"})
MOST_BYTES = 50_000_000
MOST_REFUSALS = 50
LONGEST = 500
MOST_CYCLES = 200

#: How columns of adverse events begin that stand in the table of patients itself; `grade_columns` reads them.
GRADE, RELATED = "grade:", "related:"


def is_event_column(heading: str) -> bool:
    """Whether a column is about an adverse event and not a factor."""
    return heading.startswith((GRADE, RELATED))


def read_text(path: str) -> str:
    """The text of a file. Raises Refused."""
    name = Path(path).name
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise refuse("", f"{name} is too long; at most {MOST_BYTES // 1_000_000} MB are read.")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise refuse("", f"{name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise refuse("", f"{name} is not readable text (UTF-8).") from None
    except ValueError:
        raise refuse("", "This is no name of a file.") from None


def rows_of(text: str, name: str, needed: tuple[str, ...]) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Headings and rows with their line numbers. Raises Refused for a table that is none."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        headings = [heading.strip() for heading in next(reader, [])]
        missing = [column for column in needed if column not in headings]
        if missing:
            raise refuse("", f"{name} has no column {', '.join(missing)}.")
        twice = sorted({one for one in headings if headings.count(one) > 1})
        if twice:
            raise refuse("", f"{name} has the column {', '.join(twice)} twice.")
        found = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(headings):
                raise refuse("", f"Line {reader.line_num} has {len(cells)} cells, the headings are {len(headings)}.")
            found.append((reader.line_num, dict(zip(headings, (cell.strip() for cell in cells), strict=True))))
    except csv.Error as error:
        raise refuse("", f"{name} is not a table of comma-separated values ({error}).") from None
    return headings, found


def read_cohort(text: str, name: str) -> tuple[CohortPatient, ...]:
    """One patient a row. raises Refused with every reason and its line."""
    headings, rows = rows_of(text, name, NEEDED)
    refusals: list[Refusal] = []
    patients = tuple(_patient(line, row, headings, refusals) for line, row in rows)
    ids = [one.id for one in patients]
    for twice in sorted({one for one in ids if ids.count(one) > 1}) if len(set(ids)) < len(ids) else ():
        refusals.append(Refusal("id", f'There are two rows of "{twice[:40]}".'))
    if not patients:
        refusals.append(Refusal("", f"{name} has no patient."))
    raise_all(refusals)
    return patients


def _patient(line: int, row: Mapping[str, str], headings: list[str], refusals: list[Refusal]) -> CohortPatient:
    days = {name: _day(row.get(name, ""), f"line {line}: {name}", refusals) for name in DATES}
    best = row.get("best_response", "").upper()
    if best and best not in BEST:
        refusals.append(Refusal("best_response", f"Line {line}: best_response must be one of {', '.join(BEST)}."))
    if not row["id"]:
        refusals.append(Refusal("id", f"Line {line}: id is missing."))
    if any(len(cell) > LONGEST for name, cell in row.items() if name != "sum_changes"):
        refusals.append(Refusal("", f"Line {line}: a cell is longer than {LONGEST} characters."))
    treated = flag(row.get("treated", ""), f"line {line}: treated", refusals)
    start = days["start_date"]
    treated = start is not None if treated is None else treated
    if treated and start is None and row["start_date"] == "":
        refusals.append(Refusal("start_date", f"Line {line}: a treated patient needs a start_date."))
    evaluable = flag(row.get("evaluable", ""), f"line {line}: evaluable", refusals)
    if evaluable is None:
        evaluable = best not in ("", "NE")
    _check_order(line, days, refusals)
    factors = {name: row[name] for name in headings if name not in COLUMNS and not is_event_column(name)}
    changes = read_changes(row.get("sum_changes", ""), line, start, refusals)
    cycles = factors.get("cycles", "")
    given = range(1, min(int(cycles), MOST_CYCLES) + 1) if cycles.isascii() and cycles.isdigit() else ()
    return CohortPatient(
        row["id"], start, days["progression_date"], days["death_date"], days["last_assessment_date"],
        days["last_contact_date"], days["new_therapy_date"], best, days["response_date"], treated, evaluable, factors,
        changes=changes, cycles=tuple(given),
    )  # fmt: skip


def _check_order(line: int, days: Mapping[str, date | None], refusals: list[Refusal]) -> None:
    """Nothing before the first dose, nothing after death."""
    start, died = days["start_date"], days["death_date"]
    for name, day in days.items():
        if day is None:
            continue
        if start is not None and day < start and name not in ("start_date", "last_assessment_date"):
            refusals.append(Refusal(name, f"Line {line}: {name} is before start_date."))
        if died is not None and day > died:
            refusals.append(Refusal(name, f"Line {line}: {name} is after death_date."))


def read_events(text: str, name: str, patients: tuple[CohortPatient, ...]) -> tuple[CohortEvent, ...]:
    """Adverse events, one grade a row. raises Refused."""
    _, rows = rows_of(text, name, ("id", "term", "grade"))
    known, refusals, found = {one.id for one in patients}, list[Refusal](), []
    for line, row in rows:
        if row["id"] not in known:
            refusals.append(Refusal("id", f'Line {line}: "{row["id"][:40]}" is nobody of the cohort.'))
        if not row["term"] or len(row["term"]) > LONGEST:
            refusals.append(Refusal("term", f"Line {line}: term is missing or too long."))
        if row["grade"] not in ("1", "2", "3", "4", "5"):
            refusals.append(Refusal("grade", f"Line {line}: grade must be 1 to 5."))
            continue
        related = flag(row.get("related", ""), f"line {line}: related", refusals)
        grade, cycle = int(row["grade"]), _cycle(row.get("cycle", ""), line, refusals)
        cycles = () if cycle is None else ((cycle, grade),)
        found.append(CohortEvent(row["id"], row["term"], grade, row.get("soc", ""), related, cycles))
    raise_all(refusals)
    return tuple(found)


def _cycle(text: str, line: int, refusals: list[Refusal]) -> int | None:
    """The number of the cycle in which a grade was seen, 1 to MOST_CYCLES; None: not said."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= MOST_CYCLES):
        refusals.append(Refusal("cycle", f"Line {line}: cycle must be a number from 1 to {MOST_CYCLES}."))
        return None
    return int(text)


def _day(text: str, field: str, refusals: list[Refusal]) -> date | None:
    return read_day(text, field, refusals) if text else None


def flag(text: str, field: str, refusals: list[Refusal]) -> bool | None:
    """Yes or no; None where nothing is said."""
    word = text.casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    if word:
        refusals.append(Refusal(field, f"{field.capitalize()} must be yes or no."))
    return None


def raise_all(refusals: list[Refusal]) -> None:
    """Raises Refused where there is any reason, with the first of many."""
    if len(refusals) > MOST_REFUSALS:
        more = len(refusals) - MOST_REFUSALS
        refusals[MOST_REFUSALS:] = [Refusal("", f"And {more} more.")]
    if refusals:
        raise Refused(refusals)
