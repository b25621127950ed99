"""The list of one day on paper: who comes, what is missing, what is provisional, and the anchor of the audit trail."""

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
from treatment_calendar.paper.day_request import DayLine, DayListRequest
from treatment_calendar.paper.frame import Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import Sheet
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean

_words = StaffText("day_list")
#: Shares of the width: who, regimen and what is due, what is missing, room to write.
PARTS = (30, 28, 27, 15)


def day_list(request: DayListRequest) -> bytes:
    """The PDF."""
    return paint(day_list_sheets(request), title(), "en")


def title() -> str:
    """What the document is called; no patient in it."""
    return _words("title")


def day_list_sheets(request: DayListRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.imprint.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    if request.lines:
        heads = (_words("who"), _words("what"), _words("missing"), _words("notes"))
        table(pager, heads, [_row(line, request) for line in request.lines], PARTS, SIZE)
    else:
        pager.y = place(pager.sheet, lay([para(_words("nobody"), bold=True)], page_look.room), page_look.left, pager.y)
    anchor(pager, _words, request.imprint)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _row(line: DayLine, request: DayListRequest) -> list[list[Para]]:
    said = f"cycle {line.cycle} day {line.cycle_day}"  # stands there already
    due = [para(user(text)) for text in line.due if text != said]
    where = _words("cycle", cycle=line.cycle, day=line.cycle_day)
    if line.on != request.day:
        where += " " + _words("of_day", date=dates(request.imprint.date_style).date_text(line.on))
    missing = [Para(user(text), SIZE, "bold", "bullet", small=True) for text in line.missing]
    stands = [para(_words("provisional"), bold=True)] if line.provisional else []
    stands += [para(_words("held_back", why=user(text)), bold=True) for text in line.held_back]
    state = line.state.removesuffix(", provisional")
    return [
        [Para(user(line.name, MOST_NAME), SIZE + 1, "bold", "tick", small=True), para(user(line.identifiers))],
        [para(user(line.regimen)), para(where), *due],
        [*(stands + missing or [para(_words("nothing_missing"))]), para(_words("state", state=user(state)))],
        [],
    ]


def _head(sheet: Sheet, request: DayListRequest, page_look: Look) -> float:
    day = dates(request.imprint.date_style).date_text(request.day, "weekday_")
    missing = sum(1 for line in request.lines if line.missing)
    waiting = sum(line.provisional for line in request.lines)
    paras = [para(f"{_words('title')}  ·  {day}", bold=True, larger=5)]
    if request.imprint.site_name.strip():
        paras.append(para(_words("site", name=user(request.imprint.site_name, MOST_SITE)), bold=True))
    paras.append(para(_words("counts", due=len(request.lines), missing=missing, provisional=waiting)))
    paras.append(para(_words("as_of", moment=moment(request.imprint.date_style, request.imprint.read_at))))
    if request.imprint.not_for_use:
        paras.append(para(_words("not_for_use", why=user(" ".join(request.imprint.not_for_use))), bold=True))
    if any(clean(text, MOST_NAME).replaced for line in request.lines for text in (line.name, line.identifiers)):
        paras.append(para(_words("unprintable"), bold=True))
    return head(sheet, paras, page_look)


def _footer(request: DayListRequest) -> Footer:
    state = "" if request.for_clinical_use else _words("not_for_clinical_use")
    date = dates(request.imprint.date_style).date_text(request.day)
    return footer(_words, request.imprint, request.day.isoformat(), date, state, "CAPOX1D")
