"""What every page has around its contents: margins, who it belongs to above, what it is and which revision below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatment_calendar.paper.block import LEADING, Block, Para, lay, place
from treatment_calendar.paper.code import check_code, modules
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.request import Paper
from treatment_calendar.paper.sheet import BLACK, MUTED, Box, Modules, Rule, Sheet, Text
from treatment_calendar.paper.text import NBSP, keep

# Points, upright; the patient's calendar turns them.
SIZES: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN = 22.0  # 7.8 mm; common printers need 4 to 6
SMALL = 8.5  # footers
STATE = 10.0
CODE_SIDE = 32.0
GAP = 4.0


@dataclass(frozen=True, slots=True)
class Look:
    """The sheet and its sizes, points. base: the size of what is read, 12 or 14 for patients."""

    width: float
    height: float
    base: float

    @property
    def left(self) -> float:
        return MARGIN

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN


def look(paper: Paper, base: float, landscape: bool) -> Look:
    """The look of one kind of page."""
    short, long = SIZES[paper]
    return Look(long, short, base) if landscape else Look(short, long, base)


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below every page of one document. `state` is empty only on a signed sheet for clinical use."""

    state: str
    revision: str
    lines: tuple[str, ...]  # with {code}, the place of the check code
    code_line: str
    page: Callable[[int, int], str]
    payload: Callable[[str], str]
    facts: tuple[str, ...]

    def paras(self, code: str) -> list[Para]:
        """The footer's left part."""
        text = [*(keep(one) for one in self.lines), f"{self.code_line} {code}"]
        return [Para(f"{NBSP}{NBSP}·  ".join(text), SMALL, grey=MUTED, small=True)]

    def height(self, look: Look) -> float:
        """Points from the rule to the margin, the same on every page of the document."""
        room = self._room(look)
        heads = self._revision(room)[1].height + 3
        return max(CODE_SIDE, heads + lay(self.paras("0" * 6), room).height) + GAP

    def _room(self, look: Look) -> float:
        return look.room - CODE_SIDE - self._page_room(look) - 3 * GAP

    def _revision(self, room: float) -> tuple[float, Block]:
        """How far the revision stands in behind the state, and its lines."""
        indent = width(self.state, "bold", STATE) + 18 if self.state else 0.0
        return indent, lay([Para(self.revision, STATE, "bold", small=True)], room - indent)

    def _page_room(self, look: Look) -> float:
        return width(self.page(99, 99), "bold", STATE)

    def draw(self, sheet: Sheet, look: Look, page: int, pages: int, code: str) -> None:
        """Below the contents of one page."""
        top = look.height - MARGIN - self.height(look)
        sheet.shapes.append(Rule(look.left, top, look.left + look.room, top))
        y = top + GAP
        room = self._room(look)
        indent, revision = self._revision(room)
        if self.state:
            sheet.shapes.append(Box(look.left, y, indent - 8, STATE * LEADING + 2, line=0, fill=BLACK))
            sheet.texts.append(Text(look.left + 5, y + STATE * 1.03, self.state, "bold", STATE, 1.0, True))
        y = place(sheet, revision, look.left + indent, y + 0.5) + 2.5
        place(sheet, lay(self.paras(code), room), look.left, y)
        right = look.left + look.room - CODE_SIDE
        label = self.page(page, pages)
        x = right - GAP - width(label, "bold", STATE)
        sheet.texts.append(Text(x, top + GAP + STATE * 1.03, label, "bold", STATE, small=True))
        sheet.shapes.append(Modules(right, top + GAP, CODE_SIDE, modules(self.payload(code))))


def finish(sheets: Sequence[Sheet], look: Look, footer: Footer) -> str:
    """Put the footers under pages whose contents stand; the check code they carry."""
    code = check_code(sheets, footer.facts)
    for number, sheet in enumerate(sheets, 1):
        footer.draw(sheet, look, number, len(sheets), code)
        sheet.check = code
    return code


class Pager:
    """Pages filled from above; a new one begins when something does not fit."""

    def __init__(self, look: Look, footer_height: float, head: Callable[[Sheet], float]) -> None:
        """head draws the top of a new page and answers the y below it."""
        self.look = look
        self.bottom = look.height - MARGIN - footer_height - GAP
        self._head = head
        self.sheets: list[Sheet] = []
        self.y = 0.0

    @property
    def sheet(self) -> Sheet:
        """The page being filled."""
        return self.sheets[-1]

    @property
    def left_over(self) -> float:
        """Points free on the page being filled."""
        return self.bottom - self.y

    def turn(self) -> None:
        """Begin a new page."""
        self.sheets.append(Sheet(self.look.width, self.look.height))
        self.y = self._head(self.sheet)

    def need(self, height: float) -> None:
        """Turn the page unless `height` points are free."""
        if height > self.left_over + 0.01:  # what was measured to fit must fit
            self.turn()
