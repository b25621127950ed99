"""The alert card of a checkpoint inhibitor: credit-card size, front and back beside each other with a line to fold.

Two on a sheet, in the patient's language and in that of the site. A card is set as large as its words allow; words
that do not fit at the least size are refused, for nothing on a card may be left out.
"""

from regimen.errors import refuse
from treatment_calendar.paper.alert_card_request import AlertCardRequest
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.frame import MARGIN, Footer, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import LINE, Box, Rule, Sheet
from treatment_calendar.paper.summary import phone_paras
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.treatment_summary_request import Inhibitor
from treatment_calendar.paper.wording import Words, words_of

WIDE, HIGH = 242.65, 153.07  # points: 85.6 x 54 mm, ISO/IEC 7810 ID-1
PAD = 7.0
SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
DASH = 4.0
BETWEEN = 28.0  # points between the two cards
HOW = 11.0
MOST_NAME, MOST_IDENTIFIER, MOST_SITE, MOST_PERSON = 100, 40, 80, 80
Sides = tuple[list[Para], list[Para]]


def alert_card(request: AlertCardRequest) -> bytes:
    """The PDF; its title names no patient. Raises Refused."""
    return paint(alert_card_sheets(request), title(request), request.languages[0])


def title(request: AlertCardRequest) -> str:
    """In the first language; no patient in it."""
    return _words(request, 0)("card.title")


def alert_card_sheets(request: AlertCardRequest) -> list[Sheet]:
    """The one page as things to draw."""
    if not request.inhibitors:
        raise refuse("card", "There is no checkpoint inhibitor in this course; an alert card is for one.")
    page_look = look(request.paper, HOW, landscape=False)
    sheet = Sheet(page_look.width, page_look.height)
    words = _words(request, 0)
    y = place(sheet, lay([Para(words("card.how"), HOW, "bold", small=True)], page_look.room), page_look.left, MARGIN)
    left = (page_look.width - 2 * WIDE) / 2
    y += BETWEEN
    for number in (0, 1):
        _card(sheet, request, _words(request, number), left, y)
        y += HIGH + BETWEEN
    finish([sheet], page_look, _footer(request, words))
    return [sheet]


def _words(request: AlertCardRequest, number: int) -> Words:
    return words_of(request.languages[number], request.date_style, request.number_style)


def _card(sheet: Sheet, request: AlertCardRequest, words: Words, left: float, top: float) -> None:
    """One card: its frame to cut along, its fold, its two sides."""
    sheet.shapes.append(Box(left, top, 2 * WIDE, HIGH, line=0.8, radius=8.0))
    middle, y = left + WIDE, top - 6
    while y < top + HIGH + 6:
        sheet.shapes.append(Rule(middle, y, middle, min(y + DASH, top + HIGH + 6), line=0.6, grey=LINE))
        y += 2 * DASH
    fold = Para(words("card.fold"), 7.0, align="centre", grey=LINE, small=True)
    place(sheet, lay([fold], 60.0), middle - 30.0, top - 16)
    front, back = fitted(request, words)
    for side, x in ((front, left), (back, middle)):
        place(sheet, lay(side, WIDE - 2 * PAD), x + PAD, top + PAD)


def fitted(request: AlertCardRequest, words: Words) -> Sides:
    """Each side at the largest size at which it fits. Raises Refused."""
    found = []
    for side in (_front, _back):
        sizes = (side(request, words, size) for size in SIZES)
        found += [next((one for one in sizes if lay(one, WIDE - 2 * PAD).height <= HIGH - 2 * PAD), None)]
    front, back = found
    if front is not None and back is not None:
        return front, back
    raise refuse(
        "card",
        "The name, the identifiers or the numbers to call are too long for a card; shorten them in the settings.",
    )


def _front(request: AlertCardRequest, words: Words, size: float) -> list[Para]:
    """Whose, which medicine, when, whom to call."""
    name = clean(request.patient_name.strip() or "-", MOST_NAME)
    ids = [clean(text.strip(), MOST_IDENTIFIER) for text in request.identifiers]
    cut = any(text.shortened for text in (name, *ids))
    born = words("header.born", date=words.date_text(request.birth_date))
    state = [] if request.for_clinical_use else [words("footer.not_for_clinical_use")]
    shown = name.text + (f" {words('header.shortened')}" if cut else "")
    site = clean(request.contacts.site_name.strip(), MOST_SITE).text
    paras = [
        Para(words("card.title"), size + 0.5, "bold", "tag", grey=1.0, small=True),
        *(Para(text, size, "bold", small=True) for text in state),
        Para(shown, size + 1.5, "bold", before=1, small=True),
        Para("  ·  ".join([born, *(text.text for text in ids)]), size - 0.5, small=True),
    ]
    for one in request.inhibitors:
        paras.append(Para(words("card.drug", drug=words.drug(one.drug)), size, "bold", before=2, small=True))
        paras += [Para(text, size, small=True) for text in _dates(one, request, words)]
    paras.append(Para(words("card.call"), size, "bold", before=2, small=True))
    paras += [Para(site, size, small=True)] if site else []
    return paras + [Para(one.text, size + 1, "bold", small=True) for one in phone_paras(request.contacts, words, size)]


def _dates(one: Inhibitor, request: AlertCardRequest, words: Words) -> list[str]:
    if one.first is None or one.last is None:
        return [words("card.first", date=words("card.unknown")) if request.elsewhere else words("card.not_yet")]
    first, last = words.date_text(one.first), words.date_text(one.last)
    return [words("card.first", date=first), words("card.last", date=last)]


def _back(_request: AlertCardRequest, words: Words, size: float) -> list[Para]:
    """What it can do, what a doctor does."""
    return [
        Para(words("card.danger"), size + 0.5, "bold", small=True),
        Para(words("card.doctor"), size + 0.5, before=3, small=True),
        Para(words("card.steroids"), size + 0.5, "bold", before=3, small=True),
        Para(words("card.carry"), size, before=3, small=True),
    ]


def _footer(request: AlertCardRequest, words: Words) -> Footer:
    at, person = request.printed_at, clean(request.printed_by, MOST_PERSON).text
    moment = words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")
    state = "" if request.for_clinical_use else words("footer.not_for_clinical_use")
    return Footer(
        state=state,
        revision=words("card.title"),
        lines=(words("card.printed", moment=moment, person=person),),
        code_line=words("footer.check", code="").rstrip(),
        page=lambda page, pages: words("footer.page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1A", request.course_id, 1, check),
        facts=(request.course_id, *request.languages, state),
    )
