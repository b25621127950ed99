"""Adverse events by term and cycle: each patient once a term and cycle, at the highest grade in it."""

from outcomes.cohort.event_cycles import CycleTable, by_cycle
from outcomes.cohort.patients import worst_by_term
from outcomes.plots.cell_map import FOOT_IN, HEAD_IN, MILD, MOST_ROWS, ROW_IN, SEVERE, Cell, Panel, draw_panels
from outcomes.plots.grade_map import patients_words
from outcomes.plots.marks import Drawn
from outcomes.plots.style import new_figure
from outcomes.plots.values import PlotAsked

#: Cycles drawn; the table has all of them.
MOST_CYCLES = 12
PANELS = (("Any grade", (1, 2, 3, 4, 5), MILD), ("Grade 3-4", (3, 4), SEVERE))


def cycle_table(asked: PlotAsked) -> CycleTable:
    """The events of everybody treated, by cycle."""
    cohort = asked.answer.cohort
    treated = [one for one in cohort.patients if one.treated and one.start is not None]
    ids = frozenset(one.id for one in treated)
    events = [event for event in cohort.events or () if event.patient in ids]
    return by_cycle(treated, events, related_only=asked.kind == "cycles_related")


def terms_of(asked: PlotAsked) -> tuple[str, ...]:
    """Every term with a known cycle, the most frequent in the whole treatment first."""
    table = cycle_table(asked)
    placed = {row.term for rows in table.rows.values() for row in rows}
    related = asked.kind == "cycles_related"
    return tuple(
        row.term for row in worst_by_term(asked.answer.cohort.events or (), related_only=related) if row.term in placed
    )


def draw_cycle_map(asked: PlotAsked) -> Drawn:
    """Any grade left, grade 3-4 right; under each cycle how many were given it."""
    table, every = cycle_table(asked), terms_of(asked)
    terms = every[:MOST_ROWS]
    cycles = sorted({*table.of, *table.rows})[:MOST_CYCLES]
    figure = new_figure(asked, HEAD_IN + FOOT_IN + ROW_IN * max(len(terms), 1))
    inches, high, look = figure.get_figwidth(), figure.get_figheight(), asked.look
    which = "Adverse events related to treatment" if asked.kind == "cycles_related" else "Adverse events"
    figure.text(0.25 / inches, 1 - 0.3 / high, f"{which} by cycle", color=look.text, weight="bold", fontsize=11)
    if not terms:
        words = "The cycle of no adverse event is known."
        figure.text(0.25 / inches, 0.3 / high, words, color=look.muted, fontsize=8.5)
        return Drawn(figure, ())
    heads = tuple((str(cycle), str(len(table.of.get(cycle, ())))) for cycle in cycles)
    panels = tuple(
        Panel(
            title,
            heads,
            tuple(_cells(table, term, cycles, title, grades, hue) for term in terms),
            under="given that cycle",
        )
        for title, grades, hue in PANELS
    )
    marks = draw_panels(figure, look, terms, panels)
    figure.text(0.25 / inches, 0.16 / high, _foot(table, every), color=look.muted, fontsize=8)
    return Drawn(figure, marks)


def _cells(
    table: CycleTable, term: str, cycles: list[int], title: str, grades: tuple[int, ...], hue: str
) -> tuple[Cell, ...]:
    found = []
    for cycle in cycles:
        row, of = table.row(term, cycle), len(table.of.get(cycle, ()))
        ids = () if row is None else tuple(sorted(ident for grade in grades for ident in row.patients.get(grade, ())))
        words = f"{term}, cycle {cycle}, {title.lower()}: {patients_words(ids, of)}"
        found.append(Cell(len(ids) / of if of else 0.0, str(len(ids)) if ids else "", hue, words, ids))
    return tuple(found)


def _foot(table: CycleTable, every: tuple[str, ...]) -> str:
    words = "Patients, each once a term and cycle at the highest grade in it"
    if len({*table.of, *table.rows}) > MOST_CYCLES:
        words += f"; later cycles than the first {MOST_CYCLES} stand in the table"
    if len(every) > MOST_ROWS:
        words += f"; {len(every) - MOST_ROWS} rarer terms too"
    if table.unplaced:
        words += f"; of {table.unplaced} events the cycle is not known"
    return words + "."
