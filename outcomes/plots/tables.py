"""The numbers of each plot, row by row: what stands beside the picture, in the report and in the file."""

from decimal import Decimal

from outcomes.cohort.patients import WorstRow
from outcomes.cohort.sum_up import number
from outcomes.exchange.cells import Cell, Column, Table
from outcomes.plots.curve import curves_of, ids_at
from outcomes.plots.cycle_map import cycle_table, terms_of
from outcomes.plots.grade_map import COLUMNS
from outcomes.plots.spider import lines_of, signed
from outcomes.plots.swimmer import happened, lanes_of
from outcomes.plots.values import PlotAsked, PlotRow, PlotTable
from outcomes.plots.waterfall import changes_of, starred
from outcomes.proportions import one_decimal
from outcomes.survival.endpoints import months
from regimen.numbers import plain


def table_of(asked: PlotAsked) -> PlotTable:
    """The table of one plot."""
    makers = {
        "swimmer": _swimmer, "waterfall": _waterfall, "spider": _spider, "heat": _grades, "cycles": _cycles,
        "cycles_related": _cycles,
    }  # fmt: skip
    return makers.get(asked.kind, _curve)(asked)


def as_cells(table: PlotTable) -> Table:
    """For a file: numbers stay numbers, names of columns are its headings."""
    columns = tuple(Column(head or "what", "") for head in table.heads)
    rows = tuple(
        tuple(_cell(text, place in table.numbers) for place, text in enumerate(row.cells)) for row in table.rows
    )
    return Table("plot", "The numbers of a plot", columns, rows)


def _cell(text: str, is_number: bool) -> Cell:
    found = number(text) if is_number else None
    return text if found is None else found


def _curve(asked: PlotAsked) -> PlotTable:
    rows, curves = [], curves_of(asked)
    many = len(curves) > 1
    for name, curve in curves:
        ids = ids_at(asked, name)
        for step in curve.steps:
            inside = ids.get(step.days, ())
            limits = [
                "" if value is None else one_decimal(value * 100) for value in (step.survival, step.lower, step.upper)
            ]
            told = (one_decimal(months(step.days)), str(step.days), str(step.at_risk), str(step.events))
            group = (name or "not said",) if many else ()
            rows.append(PlotRow((*group, *told, str(step.censored), *limits, " ".join(inside)), inside))
    heads = (
        *(("Group",) if many else ()), "Months", "Day", "At risk just before", "Events", "Censored", "Survival, %",
        "Lower 95 %", "Upper 95 %", "Patients",
    )  # fmt: skip
    return PlotTable(heads, tuple(rows), tuple(range(int(many), 8 + int(many))))


def _swimmer(asked: PlotAsked) -> PlotTable:
    cutoff = asked.answer.summary.choices.cutoff
    rows = []
    for (treated, seen), one in reversed(lanes_of(asked)):
        days = dict(happened(one, cutoff))
        told = [one_decimal(days[name]) if name in days else "" for name in ("response", "progressed", "died")]
        begun = "not on record" if treated is None else one_decimal(treated)
        rows.append(PlotRow((one.id, one.best or "-", begun, one_decimal(seen), *told), (one.id,)))
    heads = ("Patient", "Best response", "On treatment, months", "Known for, months", "First response", "Progression",
             "Death")  # fmt: skip
    return PlotTable(heads, tuple(rows), (2, 3, 4, 5, 6))


def _waterfall(asked: PlotAsked) -> PlotTable:
    treated = tuple(one for one in asked.answer.cohort.patients if one.treated)
    bars, without = changes_of(treated)
    rows = []
    for change, one in bars:
        note = "progression by a new lesion or another than the targets" if starred(one, change) else ""
        rows.append(PlotRow((one.id, one.best or "-", plain(change), note), (one.id,)))
    rows += [PlotRow((one.id, one.best or "-", "", "no change on record"), (one.id,)) for one in without]
    return PlotTable(("Patient", "Best response", "Best change, %", "Note"), tuple(rows), (2,))


def _spider(asked: PlotAsked) -> PlotTable:
    rows = []
    for line in lines_of(asked):
        one = line.patient
        for point in line.points:
            change = point.change
            level = "" if change.percent is None else signed(change.percent)
            told = "yes" if change.progression else "" if change.progression is None else "no"
            cells = (one.id, one.best or "-", change.on.isoformat(), one_decimal(point.month), level,
                     "yes" if change.new else "no", told)  # fmt: skip
            rows.append(PlotRow(cells, (one.id,)))
    heads = ("Patient", "Best response", "Scan", "Months", "Change of the sum, %", "New lesion", "Progression")
    return PlotTable(heads, tuple(rows), (3, 4))


def _grades(asked: PlotAsked) -> PlotTable:
    table = asked.answer.summary.events
    if table is None:
        return PlotTable(("No adverse events were read.",), ())
    related = {row.term: row for row in table.related_terms}
    rows = []
    for row in table.terms:
        rows.append(_grade_row(row, "any"))
        if row.term in related:
            rows.append(_grade_row(related[row.term], "related to treatment"))
    heads = ("Term", "Cause", *(f"Grade {head}" if head != "any" else "Any grade" for head, _grades in COLUMNS))
    return PlotTable(heads, tuple(rows), tuple(range(2, 2 + len(COLUMNS))))


def _grade_row(row: WorstRow, cause: str) -> PlotRow:
    ids = tuple(sorted(ident for inside in row.patients.values() for ident in inside))
    return PlotRow((row.term, cause, *(str(row.count(*grades)) for _head, grades in COLUMNS)), ids)


def _cycles(asked: PlotAsked) -> PlotTable:
    table = cycle_table(asked)
    rows = []
    for term in terms_of(asked):
        for cycle in sorted({*table.of, *table.rows}):
            row = table.row(term, cycle)
            if row is None:
                continue
            of = len(table.of.get(cycle, ()))
            share = one_decimal(Decimal(row.any_grade) * 100 / of) if of else ""
            counts = (str(row.any_grade), share, str(row.count(3, 4)), str(row.count(5)))
            ids = tuple(sorted(ident for inside in row.patients.values() for ident in inside))
            rows.append(PlotRow((term, str(cycle), str(of), *counts), ids))
    heads = ("Term", "Cycle", "Given that cycle", "Any grade", "%", "Grade 3-4", "Grade 5")
    return PlotTable(heads, tuple(rows), (1, 2, 3, 4, 5, 6))
