"""The first pages of a downtime pack: how old it is, who comes on which day, and where each paper stands."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Literal, cast

from regimen.toml_check import parse
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.downtime_request import DowntimeIndexRequest, PackDay, PackPaper, PackRow
from treatment_calendar.paper.fonts import assets_folder
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import BLACK, Rule, Sheet
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import words_of

SIZE = 9.5
MOST_NAME, MOST_LINE, MOST_PERSON, MOST_SITE = 200, 400, 120, 120
PARTS = (40, 60)


@cache
def _templates() -> dict[str, str]:
    path = assets_folder() / "wording" / "downtime" / "en.toml"
    return cast(dict[str, str], parse(path.read_text(encoding="utf-8"), path.name)["downtime"])


def downtime_index(request: DowntimeIndexRequest) -> bytes:
    """The PDF."""
    return paint(index_sheets(request), title(), "en")


def title() -> str:
    """What the document is called; no patient in it."""
    return _words("title")


def stamp(
    read_at: datetime, anchor_short: str, date_style: Literal["mdy", "dmy", "ymd"], *, printed: bool
) -> str:  # fmt: skip
    """What stands below every page of the pack. printed: a copy of a paper that is recorded as printed."""
    return _words("stamp" if printed else "stamp_copy", moment=_moment(date_style, read_at), short=anchor_short)


def index_sheets(request: DowntimeIndexRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    for day in request.days:
        _day(pager, day, request)
    _anchor(pager, request)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _words(key: str, **values: object) -> str:
    return _templates()[key].format_map({name: str(value) for name, value in values.items()})


def _moment(date_style: Literal["mdy", "dmy", "ymd"], at: datetime) -> str:
    words = words_of("en", date_style, "comma")
    return words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")


def _para(text: str, *, bold: bool = False, larger: float = 0.0, before: float = 0.0) -> Para:
    return Para(text, SIZE + larger, "bold" if bold else "regular", before=before, small=True)


def _user(text: str, most: int = MOST_LINE) -> str:
    """A text of a keyboard."""
    return clean(text.strip() or "-", most).text


def _day(pager: Pager, day: PackDay, request: DowntimeIndexRequest) -> None:
    shown = words_of("en", request.date_style, "comma").date_text(day.on, "weekday_")
    title_words = shown if day.rows else f"{shown}: {_words('nobody')}"
    paras = [_para(_words("day", day=title_words), bold=True, larger=3)]
    if day.day_list is not None:
        paras.append(_para(_words("day_list", page=day.day_list.page, file=day.day_list.file)))
    block = lay(paras, pager.look.room)
    pager.need(block.height + (8 * SIZE if day.rows else 0) + 2 * GAP)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 2 * GAP) + GAP
    if day.rows:
        table(pager, (_words("who"), _words("papers")), [_row(row) for row in day.rows], PARTS, SIZE)


def _row(row: PackRow) -> list[list[Para]]:
    who = [
        Para(_user(row.name, MOST_NAME), SIZE + 1, "bold", "tick", small=True),
        _para(_user(row.identifiers)),
        _para(_words("cycle", cycle=row.cycle, day=row.cycle_day)),
    ]
    return [
        who,
        [*_papers(row.papers), *(_para(_words("left_out", why=_user(why)), bold=True) for why in row.left_out)],
    ]


def _papers(papers: Sequence[PackPaper]) -> list[Para]:
    return [_para(_words("paper", kind=one.kind, page=one.page, file=one.file)) for one in papers]


def _head(sheet: Sheet, request: DowntimeIndexRequest, page_look: Look) -> float:
    words = words_of("en", request.date_style, "comma")
    first = words.date_text(request.days[0].on, "weekday_")
    span = _words("days", days=len(request.days), first=first)
    paras = [_para(f"{_words('title')}  ·  {span}", bold=True, larger=5)]
    if request.site_name.strip():
        paras.append(_para(_words("site", name=_user(request.site_name, MOST_SITE)), bold=True))
    paras.append(_para(_words("as_of", moment=_moment(request.date_style, request.read_at)), bold=True, larger=1))
    paras += [_para(_words("use")), _para(_words("copies"))]
    if request.not_for_use:
        paras.append(_para(_words("not_for_use", why=_user(" ".join(request.not_for_use))), bold=True))
    names = (text for day in request.days for row in day.rows for text in (row.name, row.identifiers))
    if any(clean(text, MOST_NAME).replaced for text in names):
        paras.append(_para(_words("unprintable"), bold=True))
    y = place(sheet, lay(paras, page_look.room), page_look.left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(page_look.left, y, page_look.left + page_look.room, y, line=2.0, grey=BLACK))
    return y + GAP


def _anchor(pager: Pager, request: DowntimeIndexRequest) -> None:
    if request.anchor_at is None:
        paras = [_para(_words("anchor_none"), bold=True)]
    else:
        at = _moment(request.date_style, request.anchor_at)
        paras = [
            _para(_words("anchor", seq=request.anchor_seq, moment=at, short=request.anchor_short), bold=True),
            _para(_words("anchor_whole", hash=request.anchor_hash)),
            _para(_words("anchor_use")),
        ]
    block = lay(paras, pager.look.room)
    pager.need(block.height + 3 * GAP)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 3 * GAP)


def _footer(request: DowntimeIndexRequest) -> Footer:
    words = words_of("en", request.date_style, "comma")
    state = _words("not_for_clinical_use") if request.not_for_use else ""
    person = clean(request.printed_by, MOST_PERSON).text or "-"
    printed_at = _moment(request.date_style, request.printed_at)
    return Footer(
        state=state,
        revision=_words("footer", date=words.date_text(request.days[0].on)),
        lines=(_words("printed", moment=printed_at, person=person), request.anchor_short),
        code_line=_words("check"),
        page=lambda page, pages: _words("page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1W", request.anchor_hash, request.anchor_seq, check),
        facts=(request.days[0].on.isoformat(), str(request.anchor_seq), request.anchor_hash, state),
    )
