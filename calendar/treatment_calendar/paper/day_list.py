"""The list of one day on paper: who comes, what is missing, what is provisional, and the anchor of the audit trail."""

from datetime import datetime
from functools import cache
from typing import cast

from regimen.toml_check import parse
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.day_request import DayLine, DayListRequest
from treatment_calendar.paper.fonts import assets_folder
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import BLACK, Rule, Sheet
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import Words, words_of

SIZE = 9.5
MOST_NAME, MOST_LINE, MOST_PERSON, MOST_SITE = 200, 200, 120, 120
#: Shares of the width: who, regimen and what is due, what is missing, room to write.
PARTS = (30, 28, 27, 15)


@cache
def _templates() -> dict[str, str]:
    path = assets_folder() / "wording" / "day_list" / "en.toml"
    return cast(dict[str, str], parse(path.read_text(encoding="utf-8"), path.name)["day_list"])


def day_list(request: DayListRequest) -> bytes:
    """The PDF."""
    return paint(day_list_sheets(request), title(), "en")


def title() -> str:
    """What the document is called; no patient in it."""
    return _words("title")


def day_list_sheets(request: DayListRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    if request.lines:
        heads = (_words("who"), _words("what"), _words("missing"), _words("notes"))
        table(pager, heads, [_row(line, request) for line in request.lines], PARTS, SIZE)
    else:
        pager.y = place(pager.sheet, lay([_para(_words("nobody"), bold=True)], page_look.room), page_look.left, pager.y)
    _anchor(pager, request)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _words(key: str, **values: object) -> str:
    return _templates()[key].format_map({name: str(value) for name, value in values.items()})


def _dates(request: DayListRequest) -> Words:
    return words_of("en", request.date_style, "comma")


def _moment(request: DayListRequest, at: datetime) -> str:
    words = _dates(request)
    return words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")


def _para(text: str, *, bold: bool = False, larger: float = 0.0, before: float = 0.0) -> Para:
    return Para(text, SIZE + larger, "bold" if bold else "regular", before=before, small=True)


def _user(text: str, most: int = MOST_LINE) -> str:
    """A text of a keyboard."""
    return clean(text.strip() or "-", most).text


def _row(line: DayLine, request: DayListRequest) -> list[list[Para]]:
    said = f"cycle {line.cycle} day {line.cycle_day}"  # stands there already
    due = [_para(_user(text)) for text in line.due if text != said]
    where = _words("cycle", cycle=line.cycle, day=line.cycle_day)
    if line.on != request.day:
        where += " " + _words("of_day", date=_dates(request).date_text(line.on))
    missing = [Para(_user(text), SIZE, "bold", "bullet", small=True) for text in line.missing]
    stands = [_para(_words("provisional"), bold=True)] if line.provisional else []
    stands += [_para(_words("held_back", why=_user(text)), bold=True) for text in line.held_back]
    state = line.state.removesuffix(", provisional")
    return [
        [Para(_user(line.name, MOST_NAME), SIZE + 1, "bold", "tick", small=True), _para(_user(line.identifiers))],
        [_para(_user(line.regimen)), _para(where), *due],
        [*stands, *(missing or [_para(_words("nothing_missing"))]), _para(_words("state", state=_user(state)))],
        [],
    ]


def _head(sheet: Sheet, request: DayListRequest, page_look: Look) -> float:
    day = _dates(request).date_text(request.day, "weekday_")
    missing = sum(1 for line in request.lines if line.missing)
    waiting = sum(line.provisional for line in request.lines)
    paras = [_para(f"{_words('title')}  ·  {day}", bold=True, larger=5)]
    if request.site_name.strip():
        paras.append(_para(_words("site", name=_user(request.site_name, MOST_SITE)), bold=True))
    paras.append(_para(_words("counts", due=len(request.lines), missing=missing, provisional=waiting)))
    paras.append(_para(_words("as_of", moment=_moment(request, request.read_at))))
    if request.not_for_use:
        paras.append(_para(_words("not_for_use", why=_user(" ".join(request.not_for_use))), bold=True))
    if any(clean(text, MOST_NAME).replaced for line in request.lines for text in (line.name, line.identifiers)):
        paras.append(_para(_words("unprintable"), bold=True))
    y = place(sheet, lay(paras, page_look.room), page_look.left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(page_look.left, y, page_look.left + page_look.room, y, line=2.0, grey=BLACK))
    return y + GAP


def _anchor(pager: Pager, request: DayListRequest) -> None:
    """The end of the trail, to be typed and in full, kept together on one page."""
    if request.anchor_at is None:
        paras = [_para(_words("anchor_none"), bold=True)]
    else:
        moment = _moment(request, request.anchor_at)
        paras = [
            _para(_words("anchor", seq=request.anchor_seq, moment=moment, short=request.anchor_short), bold=True),
            _para(_words("anchor_whole", hash=request.anchor_hash), before=1),
            _para(_words("anchor_use"), before=1),
        ]
    block = lay(paras, pager.look.room)
    pager.need(block.height + 3 * GAP)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 2 * GAP)


def _footer(request: DayListRequest) -> Footer:
    date = _dates(request).date_text(request.day)
    state = "" if request.for_clinical_use else _words("not_for_clinical_use")
    person = clean(request.printed_by, MOST_PERSON).text
    return Footer(
        state=state,
        revision=_words("footer", date=date),
        lines=(
            _words("printed", moment=_moment(request, request.printed_at), person=person),
            request.anchor_short,
        ),
        code_line=_words("check"),
        page=lambda page, pages: _words("page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1D", request.anchor_hash, request.anchor_seq, check),
        facts=(request.day.isoformat(), str(request.anchor_seq), request.anchor_hash, state),
    )
