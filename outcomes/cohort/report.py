"""A cohort in one PDF: who counts, every table with its rules, then the plots, with page numbers on the tables."""

import io

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

from outcomes.cohort.behind import behind_section
from outcomes.cohort.report_values import ReportAsked, Section
from outcomes.plots.draw import draw
from outcomes.plots.tables import table_of
from outcomes.plots.values import KINDS, Kind, PlotAsked, PlotLook
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.frame import MARGIN, Look, Pager, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import MUTED, Rule, Sheet, Text
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean

BASE, SMALL = 9.0, 8.0
FOOT = 18.0
PLOT_PX = 760
FIRST_PART = 2.2  # the first column takes this many shares
#: Plots whose numbers stand in no table of the page, and what these are called.
OWN_TABLES: tuple[tuple[Kind, str], ...] = (
    ("spider", "Sum of diameters at each scan"), ("cycles", "Adverse events by cycle"),
)  # fmt: skip


def report(asked: ReportAsked) -> bytes:
    """The whole report."""
    whole = PdfDocument.new()
    parts = [paint(report_sheets(asked), "Cohort report")]
    parts += [draw(PlotAsked(kind, asked.answer, "pdf", PlotLook(), PLOT_PX)) for kind in KINDS]
    for part in parts:
        document = PdfDocument(part)
        whole.import_pages(document)
        document.close()
    target = io.BytesIO()
    whole.save(target)
    whole.close()
    return target.getvalue()


def report_sheets(asked: ReportAsked) -> list[Sheet]:
    """The pages of the tables."""
    paper = look(asked.paper, BASE, landscape=False)
    pager = Pager(paper, FOOT, lambda sheet: _head(sheet, paper))
    pager.turn()
    for text in _lead(asked):
        _say(pager, Para(clean(text).text, BASE, small=True))
    for section in (*asked.sections, *_own_tables(asked), behind_section(asked.answer)):
        _section(pager, section)
    for number, sheet in enumerate(pager.sheets, 1):
        _foot(sheet, paper, asked, f"page {number} of {len(pager.sheets)}, then the plots")
    return pager.sheets


def _head(sheet: Sheet, paper: Look) -> float:
    return place(sheet, lay([Para("Cohort report", BASE * 1.8, "bold")], paper.room), paper.left, MARGIN) + 4


def _lead(asked: ReportAsked) -> list[str]:
    """Who counts, and what to be careful with."""
    answer = asked.answer
    cohort, chosen = answer.cohort, answer.filter
    limits = [f"{name}: {value}" for name, value in chosen.where.items()]
    limits += [f"first dose from {chosen.first.isoformat()}"] if chosen.first else []
    limits += [f"first dose to {chosen.last.isoformat()}"] if chosen.last else []
    return [
        f"{len(cohort.patients)} of {answer.of} patients of {cohort.name} ({cohort.sha256[:16]}).",
        f"Filter: {'; '.join(limits) if limits else 'everybody'}.",
        *([f"Rules: {'; '.join(cohort.rules)}."] if cohort.rules else []),
        *answer.summary.warnings,
        *cohort.left_out,
    ]


def _own_tables(asked: ReportAsked) -> list[Section]:
    """The numbers of the plots that have no other table."""
    found = []
    for kind, title in OWN_TABLES:
        table = table_of(PlotAsked(kind, asked.answer))
        if table.rows:
            found.append(Section(title, "", table.heads, tuple(row.cells for row in table.rows)))
    return found


def _say(pager: Pager, para: Para) -> None:
    block = lay([para], pager.look.room)
    pager.need(block.height + para.before)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + para.before)


def _section(pager: Pager, section: Section) -> None:
    pager.need(BASE * 9)
    _say(pager, Para(section.title, BASE * 1.3, "bold", before=10, small=True))
    if section.rules:
        _say(pager, Para(section.rules, SMALL, grey=MUTED, small=True))
    pager.y += 3
    rows = [[[Para(clean(cell).text, BASE, small=True)] for cell in row] for row in section.rows]
    shares = section.shares or (FIRST_PART, *([1.0] * (len(section.heads) - 1)))
    table(pager, section.heads, rows, list(shares), BASE)


def _foot(sheet: Sheet, paper: Look, asked: ReportAsked, pages: str) -> None:
    y = paper.height - MARGIN
    sheet.shapes.append(Rule(paper.left, y - FOOT + 4, paper.left + paper.room, y - FOOT + 4))
    by = " · ".join(clean(words).text for words in (asked.on.isoformat(), asked.person, asked.site) if words)
    made = f"{by} · not for clinical use · {pages}"
    sheet.texts.append(Text(paper.left, y, made, "regular", SMALL, MUTED, True))
