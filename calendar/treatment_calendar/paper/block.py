"""Paragraphs set in a column: wrapped by measure, with a tick box, a bullet or a black tag before or behind them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from treatment_calendar.paper.fonts import Face, width
from treatment_calendar.paper.pictograms import Sign, draw_sign
from treatment_calendar.paper.sheet import BLACK, Box, Sheet, Text, Tick
from treatment_calendar.paper.text import plain, widest_word, wrap

LEADING = 1.18
ASCENT = 0.98  # of the size, from the top of a line to its baseline
TICK = 0.9  # side of a tick box as a part of the size
TAG_PAD = 3.0

#: tick: one dose of tablets, counted; square: a box to tick that is no dose.
Mark = Literal["", "tick", "square", "bullet", "tag"]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. indent, before (space above): points. mark: what stands before the first line (tag: behind it).

    sign: a pictogram of the first line; a tablet in its indent, sun and moon at the right where there is room.
    """

    text: str
    size: float
    face: Face = "regular"
    mark: Mark = ""
    indent: float = 0.0
    before: float = 0.0
    align: Align = "left"
    grey: float = BLACK
    small: bool = False
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line set: where it stands in its block, and whether it opens its paragraph."""

    text: str
    para: Para
    top: float
    first: bool
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs wrapped for one width, points."""

    lines: tuple[Line, ...]
    room: float
    height: float


def hanging(para: Para) -> float:
    """How far a paragraph's text stands in from the left of its block."""
    match para.mark:
        case "":
            return para.indent
        case "tick" | "square":
            return para.indent + (para.size * TICK + 5)
        case "bullet":
            return para.indent + para.size * 0.8
        case "tag":
            return para.indent + TAG_PAD


def least_width(paras: Iterable[Para]) -> float:
    """The narrowest column in which no word has to be broken."""
    return max(
        (hanging(p) * (2 if p.mark == "tag" else 1) + widest_word(p.text, p.face, p.size) for p in paras), default=0.0
    )


def lay(paras: Iterable[Para], room: float) -> Block:
    """Wrap paragraphs to `room` points."""
    lines: list[Line] = []
    top = 0.0
    for para in paras:
        top += para.before if lines else 0.0
        inner = room - hanging(para) - (TAG_PAD if para.mark == "tag" else 0.0)
        for number, text in enumerate(wrap(para.text, para.face, para.size, max(inner, para.size))):
            lines.append(Line(text, para, top, number == 0))
            top += para.size * LEADING
        if para.mark == "tag":
            top += 2.0
    return Block(tuple(lines), room, top)


def lay_side_by_side(groups: Iterable[Sequence[Para]], room: float, gap: float) -> Block:
    """Paragraphs of one size beside each other, a new line where the next no longer fits; a group is kept together."""
    lines: list[Line] = []
    left = bottom = 0.0
    for group in groups:
        wides = [hanging(para) + width(plain(para.text), para.face, para.size) for para in group]
        whole = sum(wides) + gap * (len(wides) - 1)
        if left and left + whole > room >= whole:
            left, bottom = 0.0, bottom + lines[-1].para.size * LEADING
        for para, wide in zip(group, wides, strict=True):
            if left and left + wide > room:
                left, bottom = 0.0, bottom + para.size * LEADING
            if wide <= room:
                lines.append(Line(plain(para.text), para, bottom, True, left))
                left += wide + gap
                continue
            long = lay([para], room)
            lines += [Line(one.text, para, bottom + one.top, one.first) for one in long.lines]
            bottom += long.height
    if left:
        bottom += lines[-1].para.size * LEADING
    return Block(tuple(lines), room, bottom)


def place(sheet: Sheet, block: Block, x: float, y: float) -> float:
    """Draw a block with its upper left corner at x, y; the y below it."""
    for line in block.lines:
        _place_line(sheet, line, x + line.left, y + line.top, block.room)
    return y + block.height


def _place_line(sheet: Sheet, line: Line, x: float, top: float, room: float) -> None:
    para = line.para
    left = x + hanging(para)
    grey = para.grey
    if para.mark == "tag":
        sheet.shapes.append(Box(x + para.indent, top, room - para.indent, para.size * LEADING + 1, line=0, fill=BLACK))
        grey = 1.0
    elif para.mark == "tick" and line.first:
        sheet.shapes.append(Tick(x + para.indent, top + para.size * 0.17, para.size * TICK))
    elif para.mark == "square" and line.first:
        side = para.size * TICK
        sheet.shapes.append(Box(x + para.indent, top + para.size * 0.17, side, side, line=1.2))
    elif para.mark == "bullet" and line.first:
        side = para.size * 0.26
        sheet.shapes.append(
            Box(x + para.indent + 1, top + para.size * 0.56, side, side, line=0, fill=BLACK, radius=side / 2)
        )
    if para.sign and line.first:
        _place_sign(sheet, line, x, top, room)
    if para.align != "left":
        free = room - hanging(para) - width(line.text, para.face, para.size)
        left += max(0.0, free if para.align == "right" else free / 2)
    if line.text:
        sheet.texts.append(Text(left, top + para.size * ASCENT, line.text, para.face, para.size, grey, para.small))


def _place_sign(sheet: Sheet, line: Line, x: float, top: float, room: float) -> None:
    para = line.para
    side = para.size * (0.78 if para.sign == "tablet" else 1.0)
    down = top + para.size * LEADING / 2 - side / 2 + para.size * 0.06
    if para.sign == "tablet":
        draw_sign(sheet, para.sign, x + para.indent - side - 3, down, side)
    elif hanging(para) + width(line.text, para.face, para.size) + 4 + side <= room:
        draw_sign(sheet, para.sign, x + room - side, down, side)


def split(paras: Sequence[Para], room: float, height: float) -> tuple[list[Para], list[Para]]:
    """What fits into `height`, and the rest; whole paragraphs, a single over-long one by its lines."""
    fits: list[Para] = []
    for number, para in enumerate(paras):
        if lay([*fits, para], room).height > height:
            if fits:
                return fits, list(paras[number:])
            return _split_para(para, paras[1:], room, height)
        fits.append(para)
    return fits, []


def _split_para(para: Para, others: Sequence[Para], room: float, height: float) -> tuple[list[Para], list[Para]]:
    lines = [line.text for line in lay([para], room).lines]
    count = max(1, int(height / (para.size * LEADING)))
    head = Para(
        " ".join(lines[:count]),
        para.size,
        para.face,
        para.mark,
        para.indent,
        para.before,
        para.align,
        para.grey,
        para.small,
    )
    if count >= len(lines):
        return [head], list(others)
    rest = Para(" ".join(lines[count:]), para.size, para.face, "", hanging(para), 0, para.align, para.grey, para.small)
    return [head], [rest, *others]
