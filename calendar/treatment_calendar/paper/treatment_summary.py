"""The treatment summary for the next doctor: what was given and changed and why, what to watch for, what is next."""

from treatment_calendar.paper import summary_sections as part
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import BLACK, LINE, Rule, Sheet
from treatment_calendar.paper.summary_words import SIZE, SummaryWords, summary_words
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.treatment_summary_request import TreatmentSummaryRequest

MOST_NAME, MOST_IDENTIFIER, MOST_PERSON = 200, 60, 120
#: Shares of the width: cycle, day 1, doses; event, worst grade, dates, outcome.
CYCLE_PARTS = (8, 20, 72)
EVENT_PARTS = (32, 17, 22, 29)


def treatment_summary(request: TreatmentSummaryRequest) -> bytes:
    """The PDF; its title names no patient."""
    return paint(treatment_summary_sheets(request), summary_words(request)("title"), "en")


def treatment_summary_sheets(request: TreatmentSummaryRequest) -> list[Sheet]:
    """The pages as things to draw."""
    words = summary_words(request)
    page_look = look(request.paper, SIZE, landscape=False)
    footer = _footer(request, words)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look, words))
    pager.turn()
    _put(pager, words("diagnosis"), part.diagnosis(request, words))
    _put(pager, words("regimen"), part.regimen(request, words))
    _put(pager, words("warnings"), part.warnings(request, words))
    _title(pager, words("cycles"))
    if request.cycles:
        heads = (words("cycle_head"), words("day1_head"), words("dose_head"))
        table(pager, heads, [part.cycle_row(one, words) for one in request.cycles], CYCLE_PARTS, SIZE)
        pager.y += GAP
    else:
        _lines(pager, [part.para(words("no_cycles"))])
    _put(pager, words("changes"), part.changes(request, words))
    _title(pager, words("toxicities"))
    if request.toxicities:
        columns = (words("term_head"), words("grade_head"), words("dates_head"), words("outcome_head"))
        table(pager, columns, [part.event_row(one, words) for one in request.toxicities], EVENT_PARTS, SIZE)
        pager.y += GAP
    _lines(pager, part.toxicity_lines(request, words))
    _put(pager, words("response"), part.response(request, words))
    _put(pager, words("totals"), part.totals(request, words))
    if request.supportive:
        _put(pager, words("supportive", cycle=request.supportive_cycle), part.supportive(request, words))
    _put(pager, words("next"), part.planned(request, words))
    _lines(pager, part.written(request, words))
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _title(pager: Pager, title: str) -> None:
    """A heading with its rule, never alone at the bottom of a page."""
    head = lay([Para(title, SIZE + 1.5, "bold", small=True)], pager.look.room)
    pager.need(head.height + SIZE * 7)
    left = pager.look.left
    pager.sheet.shapes.append(Rule(left, pager.y, left + pager.look.room, pager.y, line=0.6, grey=LINE))
    pager.y = place(pager.sheet, head, left, pager.y + 2) + 2


def _put(pager: Pager, title: str, paras: list[Para]) -> None:
    _title(pager, title)
    _lines(pager, paras)


def _lines(pager: Pager, paras: list[Para]) -> None:
    for para in paras:
        block = lay([para], pager.look.room)
        pager.need(block.height + para.before)
        pager.y = place(pager.sheet, block, pager.look.left, pager.y + para.before)
    pager.y += GAP


def _head(sheet: Sheet, request: TreatmentSummaryRequest, page_look: Look, words: SummaryWords) -> float:
    name = clean(request.patient_name.strip() or "-", MOST_NAME)
    identifiers = [clean(text.strip(), MOST_IDENTIFIER) for text in request.identifiers]
    born = words("born", date=words.date_text(request.birth_date), sex=request.sex)
    phones = " · ".join(words.user(text) for text in request.phones) or words("no_phone")
    paras = [
        Para(f"{words('title')}  ·  {words('for_whom')}", SIZE + 3, "bold", small=True),
        Para(name.text, SIZE + 3, "bold", small=True),
        Para("  ·  ".join([born, *(shown.text for shown in identifiers)]), SIZE, small=True),
        Para(words("from_site", site=words.user(request.site_name), phones=phones), SIZE, small=True),
    ]
    if name.replaced or any(shown.replaced for shown in identifiers):
        paras.append(Para(words("unprintable"), SIZE, "bold", small=True))
    y = place(sheet, lay(paras, page_look.room), page_look.left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(page_look.left, y, page_look.left + page_look.room, y, line=2.0, grey=BLACK))
    return y + GAP


def _footer(request: TreatmentSummaryRequest, words: SummaryWords) -> Footer:
    state = words("not_for_clinical_use") if request.not_for_use else ""
    person = clean(request.written_by, MOST_PERSON).text
    at = request.written_at
    return Footer(
        state=state,
        revision=words("footer", date=words.date_text(at.date())),
        lines=(words("printed", moment=words.moment(at), person=person), request.anchor_short),
        code_line=words("check"),
        page=lambda page, pages: words("page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1L", request.course_id, request.anchor_seq, check),
        facts=(request.course_id, str(request.anchor_seq), request.anchor_hash, state),
    )
