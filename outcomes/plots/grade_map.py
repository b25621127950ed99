"""Adverse events by term and worst grade: each patient once a term, those related to treatment apart."""

from outcomes.cohort.patients import WorstRow
from outcomes.cohort.summary import EventTable
from outcomes.plots.cell_map import FOOT_IN, HEAD_IN, MILD, MOST_ROWS, ROW_IN, SEVERE, Cell, Panel, draw_panels
from outcomes.plots.marks import Drawn
from outcomes.plots.style import new_figure
from outcomes.plots.values import PlotAsked
from outcomes.proportions import one_decimal

#: Heading of a column and the grades it counts.
COLUMNS = (
    ("1", (1,)), ("2", (2,)), ("3", (3,)), ("4", (4,)), ("5", (5,)), ("any", (1, 2, 3, 4, 5)), ("3-4", (3, 4)),
)  # fmt: skip
GAPS = (5,)


def draw_grade_map(asked: PlotAsked) -> Drawn:
    """All causes left, related to treatment right; the most frequent terms first."""
    table = asked.answer.summary.events
    rows = () if table is None else table.terms[:MOST_ROWS]
    figure = new_figure(asked, HEAD_IN + FOOT_IN + ROW_IN * max(len(rows), 1))
    inches, high = figure.get_figwidth(), figure.get_figheight()
    look = asked.look
    title = "Adverse events by worst grade"
    figure.text(0.25 / inches, 1 - 0.3 / high, title, color=look.text, weight="bold", fontsize=11)
    if table is None or not rows:
        figure.text(0.25 / inches, 0.3 / high, "No adverse events were read.", color=look.muted, fontsize=8.5)
        return Drawn(figure, ())
    related = {row.term: row for row in table.related_terms}
    panels = [_panel("Any cause", rows, table)]
    if table.asked:
        laid = tuple(related.get(row.term, WorstRow(row.term, "", {})) for row in rows)
        panels.append(_panel("Related to treatment", laid, table))
    marks = draw_panels(figure, look, tuple(row.term for row in rows), tuple(panels))
    figure.text(0.25 / inches, 0.16 / high, foot_words(table), color=look.muted, fontsize=8)
    return Drawn(figure, marks)


def foot_words(table: EventTable) -> str:
    """Who counts, and what is not drawn."""
    words = f"Patients, of {table.of} treated, each once a term at the highest grade; the deeper, the more of them"
    if not table.asked:
        words += "; which of them are related to treatment is not said"
    elif table.unsaid:
        words += f"; {table.unsaid} events nobody related or cleared count as not related"
    if len(table.terms) > MOST_ROWS:
        words += f"; {len(table.terms) - MOST_ROWS} rarer terms stand in the table"
    return words + "."


def _panel(title: str, rows: tuple[WorstRow, ...], table: EventTable) -> Panel:
    heads = tuple((head, "") for head, _grades in COLUMNS)
    return Panel(title, heads, tuple(tuple(_cells(row, title, table.of)) for row in rows), GAPS)


def _cells(row: WorstRow, title: str, of: int) -> list[Cell]:
    found = []
    for head, grades in COLUMNS:
        ids = tuple(sorted(ident for grade in grades for ident in row.patients.get(grade, ())))
        share = len(ids) / of if of else 0.0
        grade = "any grade" if head == "any" else f"grade {head}"
        words = f"{row.term}, {title.lower()}, {grade}: {patients_words(ids, of)}"
        found.append(Cell(share, str(len(ids)) if ids else "", SEVERE if min(grades) >= 3 else MILD, words, ids))
    return found


def patients_words(ids: tuple[str, ...], of: int) -> str:
    """ "9 of 28 patients (32.1 %): D01, D05 and 7 more"."""
    shown = f"{len(ids)} of {of} patients" + (f" ({one_decimal(len(ids) * 100 / of)} %)" if of else "")
    if not ids:
        return shown
    named = ", ".join(ids[:6]) + (f" and {len(ids) - 6} more" if len(ids) > 6 else "")
    return f"{shown}: {named}"
