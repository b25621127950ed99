"""The first pages of a downtime pack: how old it is, who comes on which day, and where each paper stands."""

from collections.abc import Sequence
from datetime import datetime

from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.clinic_text import (
    MOST_NAME,
    MOST_SITE,
    SIZE,
    StaffText,
    anchor,
    dates,
    footer,
    head,
    moment,
    para,
    user,
)
from treatment_calendar.paper.downtime_request import DowntimeIndexRequest, PackDay, PackPaper, PackRow
from treatment_calendar.paper.frame import GAP, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import Sheet
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import DateStyle

_words = StaffText("downtime")
PARTS = (40, 60)


def downtime_index(request: DowntimeIndexRequest) -> bytes:
    """The PDF."""
    return paint(index_sheets(request), title(), "en")


def title() -> str:
    """What the document is called; no patient in it."""
    return _words("title")


def stamp(read_at: datetime, anchor_short: str, date_style: DateStyle, *, printed: bool) -> str:
    """What stands below every page of the pack. printed: a copy of a paper that is recorded as printed."""
    return _words("stamp" if printed else "stamp_copy", moment=moment(date_style, read_at), short=anchor_short)


def index_sheets(request: DowntimeIndexRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.imprint.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    for day in request.days:
        _day(pager, day, request)
    anchor(pager, _words, request.imprint)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _day(pager: Pager, day: PackDay, request: DowntimeIndexRequest) -> None:
    shown = dates(request.imprint.date_style).date_text(day.on, "weekday_")
    title_words = shown if day.rows else f"{shown}: {_words('nobody')}"
    paras = [para(_words("day", day=title_words), bold=True, larger=3)]
    if day.day_list is not None:
        paras.append(para(_words("day_list", page=day.day_list.page, file=day.day_list.file)))
    block = lay(paras, pager.look.room)
    pager.need(block.height + (8 * SIZE if day.rows else 0) + 2 * GAP)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 2 * GAP) + GAP
    if day.rows:
        table(pager, (_words("who"), _words("papers")), [_row(row) for row in day.rows], PARTS, SIZE)


def _row(row: PackRow) -> list[list[Para]]:
    who = [
        Para(user(row.name, MOST_NAME), SIZE + 1, "bold", "tick", small=True),
        para(user(row.identifiers)),
        para(_words("cycle", cycle=row.cycle, day=row.cycle_day)),
    ]
    return [
        who,
        [*_papers(row.papers), *(para(_words("left_out", why=user(why)), bold=True) for why in row.left_out)],
    ]


def _papers(papers: Sequence[PackPaper]) -> list[Para]:
    return [para(_words("paper", kind=one.kind, page=one.page, file=one.file)) for one in papers]


def _head(sheet: Sheet, request: DowntimeIndexRequest, page_look: Look) -> float:
    words = dates(request.imprint.date_style)
    first = words.date_text(request.days[0].on, "weekday_")
    span = _words("days", days=len(request.days), first=first)
    paras = [para(f"{_words('title')}  ·  {span}", bold=True, larger=5)]
    if request.imprint.site_name.strip():
        paras.append(para(_words("site", name=user(request.imprint.site_name, MOST_SITE)), bold=True))
    paras.append(
        para(_words("as_of", moment=moment(request.imprint.date_style, request.imprint.read_at)), bold=True, larger=1)
    )
    paras += [para(_words("use")), para(_words("copies"))]
    if request.imprint.not_for_use:
        paras.append(para(_words("not_for_use", why=user(" ".join(request.imprint.not_for_use))), bold=True))
    names = (text for day in request.days for row in day.rows for text in (row.name, row.identifiers))
    if any(clean(text, MOST_NAME).replaced for text in names):
        paras.append(para(_words("unprintable"), bold=True))
    return head(sheet, paras, page_look)


def _footer(request: DowntimeIndexRequest) -> Footer:
    state = _words("not_for_clinical_use") if request.imprint.not_for_use else ""
    first = request.days[0].on
    return footer(
        _words, request.imprint, first.isoformat(), dates(request.imprint.date_style).date_text(first), state, "CAPOX1W"
    )
