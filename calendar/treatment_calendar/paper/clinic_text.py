"""What the papers of a clinic's day share: words for staff, the size of their print, the head's rule, the footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import cast

from regimen.toml_check import parse
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.fonts import assets_folder
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager
from treatment_calendar.paper.imprint import Imprint
from treatment_calendar.paper.sheet import BLACK, Rule, Sheet
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import DateStyle, Words, words_of

SIZE = 9.5
MOST_NAME, MOST_LINE, MOST_PERSON, MOST_SITE = 200, 400, 120, 120


@cache
def templates(kind: str) -> Mapping[str, str]:
    """The words of one kind of paper for staff: the table of its name in assets/wording/<kind>/en.toml."""
    path = assets_folder() / "wording" / kind / "en.toml"
    return cast(dict[str, str], parse(path.read_text(encoding="utf-8"), path.name)[kind])


@dataclass(frozen=True, slots=True)
class StaffText:
    """The words of one kind, filled in; values are never read as templates."""

    kind: str

    def __call__(self, key: str, **values: object) -> str:
        return templates(self.kind)[key].format_map({name: str(value) for name, value in values.items()})


def dates(style: DateStyle) -> Words:
    """Dates for staff, in English, in the order of the practice."""
    return words_of("en", style, "comma")


def moment(style: DateStyle, at: datetime) -> str:
    """A date with its time of day."""
    words = dates(style)
    return words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")


def para(text: str, *, bold: bool = False, larger: float = 0.0, before: float = 0.0) -> Para:
    """A paragraph in the size of these papers."""
    return Para(text, SIZE + larger, "bold" if bold else "regular", before=before, small=True)


def user(text: str, most: int = MOST_LINE) -> str:
    """A text of a keyboard."""
    return clean(text.strip() or "-", most).text


def head(sheet: Sheet, paras: Sequence[Para], page_look: Look) -> float:
    """The head of a page over a thick rule. Returns the y below it."""
    y = place(sheet, lay(paras, page_look.room), page_look.left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(page_look.left, y, page_look.left + page_look.room, y, line=2.0, grey=BLACK))
    return y + GAP


def anchor(pager: Pager, words: StaffText, imprint: Imprint, *, whole: bool = True) -> None:
    """The end of the trail, to be typed and, where whole, in full and with its use; kept together on one page."""
    if imprint.anchor_at is None:
        paras = [para(words("anchor_none"), bold=True)]
    else:
        at = moment(imprint.date_style, imprint.anchor_at)
        paras = [para(words("anchor", seq=imprint.anchor_seq, moment=at, short=imprint.anchor_short), bold=True)]
        if whole:
            paras += [
                para(words("anchor_whole", hash=imprint.anchor_hash), before=1),
                para(words("anchor_use"), before=1),
            ]
    block = lay(paras, pager.look.room)
    pager.need(block.height + 3 * GAP)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 3 * GAP)


def footer(words: StaffText, imprint: Imprint, day: str, date: str, state: str, code: str) -> Footer:
    """The footer of one document.

    day    what its check code covers, ISO; date: the same in words
    state  "" only for clinical use
    code   what the machine-readable code begins with
    """
    person = clean(imprint.printed_by, MOST_PERSON).text or "-"
    return Footer(
        state=state,
        revision=words("footer", date=date),
        lines=(
            words("printed", moment=moment(imprint.date_style, imprint.printed_at), person=person),
            imprint.anchor_short,
        ),
        code_line=words("check"),
        page=lambda page, pages: words("page", page=page, pages=pages),
        payload=lambda check: payload(code, imprint.anchor_hash, imprint.anchor_seq, check),
        facts=(day, str(imprint.anchor_seq), imprint.anchor_hash, state),
    )
