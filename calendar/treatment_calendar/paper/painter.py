"""Sheets to PDF bytes. Direct operators, one pass; same sheets in, same bytes out.

Words reach the page only as glyph codes of an embedded subset: nothing in them can be read as an operator or markup.
"""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas

from treatment_calendar.paper.fonts import FALLBACK, LATIN, REPLACEMENT, Face, font, font_of
from treatment_calendar.paper.sheet import Box, Hatch, Modules, Rule, Shape, Sheet, Text, Tick

PRODUCT = "CAPOX Planner"
STRIPE = 9.0  # points from one stripe of a hatch to the next
STRIPE_WIDTH = 3.0
CURVE = 0.5523  # a quarter circle as a Bezier curve
PALE = 0.9  # white letters on black would run together if they were made bolder
BOLDEN = 0.022  # the fallback has no bold: an outline of this part of the size makes one


#: Grey, font resource and size as the last text left them.
Before = tuple[float, str, float]
NOTHING: Before = (-1.0, "", 0.0)
MOST_PLACED = 20_000  # texts of one document held with their operators: patients of one day share most of them
Piece = tuple[str, str, bool]  # font resource, glyph codes in hexadecimal, drawn bold by an outline


class _Chars(dict[str, Piece]):
    """Character -> its piece in one document, filled as characters are met."""

    def __init__(self, document: Any, face: Face) -> None:
        super().__init__()
        self._document = document
        self._face: Face = face

    def __missing__(self, char: str) -> Piece:
        name = font_of(char, self._face)
        shown = char if name is not None else REPLACEMENT
        used = font(name or LATIN[self._face])
        [(subset, codes)] = used.splitString(shown, self._document)
        resource = used.getSubsetInternalName(subset, self._document)
        piece = self[char] = resource, codes.hex(), name == FALLBACK and self._face == "bold"
        return piece


class _Encoder:
    """Glyph codes of one document. They are numbered anew in each, so an encoder never outlives its canvas."""

    def __init__(self, canvas: Canvas) -> None:
        # The document numbers the subset codes; ReportLab's types do not name it.
        document = cast(Any, canvas)._doc
        self._chars = {face: _Chars(document, face) for face in LATIN}
        self._known: dict[tuple[str, Face], list[Piece]] = {}
        #: A text in its place after what stood before it -> its operators, and what the next one comes after.
        self.placed: dict[tuple[Text, float, Before], tuple[str, Before]] = {}

    def pieces(self, text: str, face: Face) -> list[Piece]:
        """The text in pieces of one font subset each."""
        known = self._known.get((text, face))
        if known is None:
            chars = self._chars[face]
            runs = groupby([chars[char] for char in text], itemgetter(0, 2))
            known = self._known[text, face] = [
                (resource, "".join([piece[1] for piece in run]), outlined) for (resource, outlined), run in runs
            ]
        return known


def paint(sheets: Sequence[Sheet], title: str, language: str = "en") -> bytes:
    """A PDF of the sheets. `title` goes into the file's metadata: never a patient's name."""
    document = Document(title, language)
    document.add(sheets)
    return document.done()


class Document:
    """A PDF that grows page by page; its fonts are held once, however many documents stand in it."""

    def __init__(self, title: str, language: str = "en") -> None:
        font(LATIN["regular"])
        self._buffer = BytesIO()
        # Without a first font of our own the file would hold Helvetica, which is not embedded.
        first_font: Any = LATIN["regular"]  # the stubs take it for a number
        canvas = Canvas(self._buffer, pageCompression=1, invariant=1, initialFontName=first_font, lang=language)
        canvas.setTitle(title)
        canvas.setAuthor(PRODUCT)
        canvas.setCreator(PRODUCT)
        self._canvas = canvas
        self._encoder = _Encoder(canvas)

    def add(self, sheets: Sequence[Sheet]) -> None:
        """More pages."""
        for sheet in sheets:
            self._canvas.setPageSize((sheet.width, sheet.height))
            code = [_shape(shape, sheet.height) for shape in sheet.shapes]
            code.extend(_texts(sheet.texts, sheet.height, self._encoder))
            self._canvas.addLiteral("\n".join(code))
            self._canvas.showPage()

    def done(self) -> bytes:
        """The file; nothing can be added any more."""
        self._canvas.save()
        return self._buffer.getvalue()


def _texts(texts: Sequence[Text], height: float, encoder: _Encoder) -> list[str]:
    """Text operators; grey and font are set only where they change."""
    code = ["BT"]
    before = NOTHING
    placed = encoder.placed
    for text in texts:
        known = placed.get((text, height, before))
        if known is None:
            known = _text(text, height, before, encoder)
            if len(placed) < MOST_PLACED:
                placed[text, height, before] = known
        code.append(known[0])
        before = known[1]
    code.append("ET")
    return code


def _text(text: Text, height: float, before: Before, encoder: _Encoder) -> tuple[str, Before]:
    """The operators of one text after what stood before it, and what the next one comes after."""
    grey, used, of_size = before
    place = ""
    if text.grey != grey:
        grey = text.grey
        place = f"{grey:g} g\n"
    size = text.size
    place += f"1 0 0 1 {text.x:.2f} {height - text.y:.2f} Tm"
    for resource, codes, outlined in encoder.pieces(text.text, text.face):
        if (resource, size) != (used, of_size):
            used, of_size = resource, size
            place += f" {resource} {size:g} Tf"
        show = f"<{codes}> Tj"
        place += f" 2 Tr {size * BOLDEN:.2f} w {grey:g} G {show} 0 Tr" if outlined and grey < PALE else f" {show}"
    return place, (grey, used, of_size)


@lru_cache(maxsize=8192, typed=True)  # grids, boxes and signs stand at the same places on the pages of every patient
def _shape(shape: Shape, height: float) -> str:
    if isinstance(shape, Box):
        return _box(shape, height)
    if isinstance(shape, Tick):
        bottom = height - shape.y - shape.size
        return f"0 G 1.1 w {shape.x:.2f} {bottom:.2f} {shape.size:.2f} {shape.size:.2f} re S"
    if isinstance(shape, Rule):
        ends = f"{shape.x:.2f} {height - shape.y:.2f} m {shape.to_x:.2f} {height - shape.to_y:.2f} l"
        return f"{shape.grey:g} G {shape.line:g} w {ends} S"
    if isinstance(shape, Hatch):
        return _hatch(shape, height)
    return _modules(shape, height)


def _box(box: Box, height: float) -> str:
    bottom = height - box.y - box.height
    state = ([f"{box.fill:g} g"] if box.fill is not None else []) + (
        [f"{box.edge:g} G {box.line:g} w"] if box.line else []
    )
    end = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[
        box.fill is not None, box.line > 0
    ]
    path = (
        _rounded(box.x, bottom, box.width, box.height, box.radius)
        if box.radius
        else f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"
    )
    return " ".join([*state, path, end])


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    k = radius * (1 - CURVE)
    right, top = x + width, y + height
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def _hatch(hatch: Hatch, height: float) -> str:
    bottom = height - hatch.y - hatch.height
    window = f"q {hatch.x:.2f} {bottom:.2f} {hatch.width:.2f} {hatch.height:.2f} re W n 0.86 G {STRIPE_WIDTH:g} w"
    lines: list[str] = []
    # Stripes start from a raster of the whole page, so that they run on from one cell into the next.
    start = hatch.x - hatch.height - ((hatch.x - hatch.height - bottom) % STRIPE)
    while start < hatch.x + hatch.width:
        lines.append(f"{start:.2f} {bottom:.2f} m {start + hatch.height:.2f} {bottom + hatch.height:.2f} l")
        start += STRIPE
    return f"{window} {' '.join(lines)} S Q"


@lru_cache(maxsize=64)  # every page of a document carries the same code
def _modules(code: Modules, height: float) -> str:
    """Dark squares counted in squares, neighbours in a row as one rectangle so that no hairline shows between them."""
    side = code.size / len(code.rows)
    out = [f"q 0 g {side:.5f} 0 0 {-side:.5f} {code.x:.3f} {height - code.y:.3f} cm"]
    for number, row in enumerate(code.rows):
        start: int | None = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                out.append(f"{start} {number} {column - start} 1 re")
                start = None
    out.append("f Q")
    return " ".join(out)
