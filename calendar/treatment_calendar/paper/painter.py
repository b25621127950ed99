"""Sheets to PDF bytes. Direct operators, one pass; same sheets in, same bytes out.

Words reach the page only as glyph codes of an embedded subset: nothing in them can be read as an operator or markup.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas

from treatment_calendar.paper.fonts import FALLBACK, LATIN, Face, font, runs
from treatment_calendar.paper.sheet import Box, Hatch, Modules, Rule, Shape, Sheet, Text, Tick

PRODUCT = "CAPOX Planner"
STRIPE = 9.0  # points from one stripe of a hatch to the next
STRIPE_WIDTH = 3.0
CURVE = 0.5523  # a quarter circle as a Bezier curve
BOLDEN = 0.022  # the fallback has no bold: an outline of this part of the size makes one


class _Encoder:
    """Text operators of one document. Subset codes are numbered anew in each: an encoder never outlives its canvas."""

    def __init__(self, canvas: Canvas) -> None:
        # The document numbers the subset codes; ReportLab's types do not name it.
        self._document = cast(Any, canvas)._doc
        self._known: dict[tuple[str, Face, float, float], str] = {}

    def operators(self, text: str, face: Face, size: float, grey: float) -> str:
        key = (text, face, size, grey if face == "bold" else 0.0)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._encode(text, face, size, grey)
        return known

    def _encode(self, text: str, face: Face, size: float, grey: float) -> str:
        out: list[str] = []
        for name, piece in runs(text, face):
            used = font(name)
            shown = [
                f"{used.getSubsetInternalName(subset, self._document)} {size:g} Tf <{codes.hex()}> Tj"
                for subset, codes in used.splitString(piece, self._document)
            ]
            if name == FALLBACK and face == "bold":
                shown = [f"2 Tr {size * BOLDEN:.2f} w {grey:g} G", *shown, "0 Tr"]
            out.extend(shown)
        return " ".join(out)


def paint(sheets: Sequence[Sheet], title: str, language: str = "en") -> bytes:
    """A PDF of the sheets. `title` goes into the file's metadata: never a patient's name."""
    font(LATIN["regular"])
    buffer = BytesIO()
    # Without a first font of our own the file would hold Helvetica, which is not embedded.
    first_font: Any = LATIN["regular"]  # the stubs take it for a number
    canvas = Canvas(buffer, pageCompression=1, invariant=1, initialFontName=first_font, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor(PRODUCT)
    canvas.setCreator(PRODUCT)
    encoder = _Encoder(canvas)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        code = [_shape(shape, sheet.height) for shape in sheet.shapes]
        code.extend(_texts(sheet.texts, sheet.height, encoder))
        canvas.addLiteral("\n".join(code))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _texts(texts: Sequence[Text], height: float, encoder: _Encoder) -> list[str]:
    code = ["BT"]
    grey = -1.0
    operators = encoder.operators
    for item in texts:
        if item.grey != grey:
            grey = item.grey
            code.append(f"{grey:g} g")
        shown = operators(item.text, item.face, item.size, grey)
        code.append(f"1 0 0 1 {item.x:.2f} {height - item.y:.2f} Tm {shown}")
    code.append("ET")
    return code


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


def _modules(code: Modules, height: float) -> str:
    """Dark squares, neighbours in a row as one rectangle so that no hairline shows between them."""
    side = code.size / len(code.rows)
    out = ["0 g"]
    for number, row in enumerate(code.rows):
        y = height - code.y - (number + 1) * side
        start: int | None = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                out.append(f"{code.x + start * side:.3f} {y:.3f} {(column - start) * side:.3f} {side:.3f} re")
                start = None
    out.append("f")
    return " ".join(out)
