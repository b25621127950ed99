"""A cohort from a table of any headings: its columns named, its days ISO, its rows checked one by one. Pure.

What is kept is the very table the command `outcomes` reads, so that window and command line agree.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from outcomes.cohort.csv_reader import COLUMNS, DATES, GRADE, NEEDED, RELATED, is_event_column
from outcomes.cohort.grade_columns import read_tables
from outcomes.cohort.sum_up import number
from outcomes.cohort.values import known_factors
from outcomes.exchange.cells import harmless
from outcomes.exchange.cohort_headings import FACTOR, factor_name, guess, term_of
from records.imports.columns import NOT_TAKEN
from records.imports.styles import Asked, Styles, ask, read_day
from records.imports.tables import FileTable, TableRow, shown
from records.values.imports import PreviewRow, ReadRow
from regimen.errors import Refused

MOST_FACTORS, MOST_EVENTS = 60, 120
#: Further columns that hold nothing but numbers, and the most one may be; dose intensities up to 300 %.
NUMBERS = {"cycles": 200, "delays": 200, "reductions": 200}
MOST_INTENSITY = 300
Watch = Callable[[int], bool]


def cohort_targets(headings: Sequence[str]) -> Mapping[str, str]:
    """What a column of a cohort can be taken for, with its words."""
    found = {name: name.replace("_", " ") for name in COLUMNS}
    known = {name: one.title for name, one in known_factors().items()}
    found |= {f"{FACTOR}{name}": title for name, title in known.items()}
    others = [one for one in headings if factor_name(one) and factor_name(one) not in (*COLUMNS, *known)]
    plain = [one for one in others if not is_event_column(one)]
    found |= {target: one for one in plain if (target := guess(one)).startswith(FACTOR) and target not in found}
    found |= {f"{FACTOR}{factor_name(one)}": one for one in plain if f"{FACTOR}{factor_name(one)}" not in found}
    terms = tuple(dict.fromkeys(term for one in others if (term := term_of(one))))
    found |= {f"{GRADE}{term}": f"worst grade of {term}" for term in terms}
    return found | {f"{RELATED}{term}": f"{term}: related to treatment" for term in terms}


def guess_cohort(headings: Sequence[str]) -> tuple[str, ...]:
    """One target a heading; a heading that says the same as an earlier one is not taken."""
    taken: list[str] = []
    for heading in headings:
        target = guess(heading)
        taken.append(NOT_TAKEN if target in taken else target)
    return tuple(taken)


def cohort_lacking(mapping: Sequence[str]) -> str:
    """What has to be said of the columns, one sentence; "" nothing."""
    taken = [target for target in mapping if target != NOT_TAKEN]
    twice = sorted({target for target in taken if taken.count(target) > 1})
    if twice:
        return f"Two columns are taken for {twice[0].removeprefix(FACTOR).replace('_', ' ')}."
    missing = [name for name in NEEDED if name not in taken]
    if missing:
        return f"No column is taken for {' and '.join(missing).replace('_', ' ')}."
    if sum(target.startswith(FACTOR) for target in taken) > MOST_FACTORS:
        return f"At most {MOST_FACTORS} further columns are kept."
    if sum(is_event_column(target) for target in taken) > MOST_EVENTS:
        return f"At most {MOST_EVENTS} columns of adverse events are kept."
    alone = [one for one in taken if one.startswith(RELATED) and GRADE + one.removeprefix(RELATED) not in taken]
    if alone:
        return f"{alone[0].removeprefix(RELATED)} has a column of its relation and none of its grade."
    return ""


def cohort_asked(table: FileTable, mapping: Sequence[str]) -> Asked:
    """What has to be said about the dates of the table; numbers of further columns are kept as they are written."""
    places = [place for place, target in enumerate(mapping) if target in DATES]
    return replace(ask((row.cells[place] for row in table.rows for place in places), ()), numbers=False)


def cohort_rows(
    table: FileTable, mapping: Sequence[str], styles: Styles, watch: Watch = lambda _done: True
) -> tuple[PreviewRow, ...]:
    """One answer a row: to be kept, or refused with its reasons."""
    heads = _heads(mapping)
    places = [place for place, target in enumerate(mapping) if target != NOT_TAKEN]
    ident = mapping.index("id")
    seen: dict[str, int] = {}
    for row in table.rows:
        name = row.cells[ident].strip()
        seen[name] = seen.get(name, 0) + 1
    found = []
    for done, row in enumerate(table.rows):
        if done % 500 == 0 and not watch(done):
            break
        why = _wrong(row, heads, places, mapping, styles)
        if not why and seen[row.cells[ident].strip()] > 1:
            why = f"There are {seen[row.cells[ident].strip()]} rows of “{shown(row.cells[ident])}”."
        read = ReadRow(row.place, shown(row.cells[ident]) or f"row {row.place}", wrong=why, cells=row.cells)
        said = "" if why else f"{read.title}: kept with {len(places)} columns{_events_said(row, mapping)}"
        found.append(PreviewRow(read, "refused" if why else "store", said, why))
    return tuple(found)


def _events_said(row: TableRow, mapping: Sequence[str]) -> str:
    """The adverse events of a row, as they will be counted; "" where the table has no columns of any."""
    columns = [(place, one.removeprefix(GRADE)) for place, one in enumerate(mapping) if one.startswith(GRADE)]
    grades = [(term, row.cells[place].strip()) for place, term in columns]
    had = [f"{term} {grade}" for term, grade in grades if grade not in ("", "0")]
    return f"; adverse events: {', '.join(had) or 'none'}" if columns else ""


def _heads(mapping: Sequence[str]) -> list[str]:
    return [target.removeprefix(FACTOR) for target in mapping if target != NOT_TAKEN]


def _wrong(row: TableRow, heads: list[str], places: list[int], mapping: Sequence[str], styles: Styles) -> str:
    """Why a row is not kept, "" where it is."""
    if row.wrong:
        return row.wrong
    for place in places:
        if place in row.broken:
            return f"{mapping[place].removeprefix(FACTOR).replace('_', ' ')}: {row.broken[place]}."
    cells = _plain(row, places, mapping, styles)
    if isinstance(cells, str):
        return cells
    try:
        read_tables(written([heads, cells]), "", "The table")
    except Refused as refused:
        reasons = [str(one.reason).removeprefix("Line 2: ") for one in refused.refusals]
        return " ".join(reason[:1].upper() + reason[1:] for reason in reasons[:3])
    return _no_number(dict(zip(heads, cells, strict=True)))


def _no_number(cells: Mapping[str, str]) -> str:
    """Why a further column that holds numbers holds something else here; it would be counted as not said."""
    for name, text in cells.items():
        most = MOST_INTENSITY if name.startswith("rdi_") else NUMBERS.get(name)
        found = number(text) if text.strip() else Decimal(0)
        whole = name not in NUMBERS or (found is not None and found == found.to_integral_value())
        if most is not None and (found is None or not whole or not 0 <= found <= most):
            kind = "whole number" if name in NUMBERS else "number of percent"
            return f"{name.replace('_', ' ').capitalize()} must be a {kind} from 0 to {most}."
    return ""


def _plain(row: TableRow, places: list[int], mapping: Sequence[str], styles: Styles) -> list[str] | str:
    """The cells as the table keeps them, days ISO; or why a day is none."""
    cells = []
    for place in places:
        text = row.cells[place]
        if text and mapping[place] in DATES:
            found = read_day(text, styles.dates)
            if isinstance(found, str):
                return f"{mapping[place].replace('_', ' ').capitalize()} {found}."
            text = found[0].isoformat()
        cells.append(text)
    return cells


def written(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def cohort_text(table: FileTable, mapping: Sequence[str], styles: Styles, kept: Sequence[PreviewRow]) -> str:
    """The table of the rows that are kept, as the command reads it."""
    wanted = {row.read.place for row in kept if row.state == "store"}
    places = [place for place, target in enumerate(mapping) if target != NOT_TAKEN]
    rows: list[Sequence[str]] = [_heads(mapping)]
    for row in table.rows:
        if row.place in wanted:
            cells = _plain(row, places, mapping, styles)
            assert not isinstance(cells, str)
            rows.append(cells)
    return written(rows)


def refused_text(headings: Sequence[str], rows: Sequence[PreviewRow]) -> str:
    """Rows that were refused with the reason, for whoever puts them right; nothing in it is taken for a formula."""
    wide = max((len(row.read.cells) for row in rows), default=0)
    heads = [*headings, *(f"column {place}" for place in range(len(headings) + 1, wide + 1))]
    found: list[list[str]] = [["row", "refused_because", *heads]]
    found += [[str(row.read.place), row.why, *row.read.cells] for row in rows if row.state == "refused"]
    return "\ufeff" + written([[harmless(cell) for cell in cells] for cells in found])
