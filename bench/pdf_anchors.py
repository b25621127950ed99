"""The anchors of bench/calendar_pdf.py: other ways to put one plain display list into a PDF.

A document is a list of pages {"size", "rects", "lines", "hatches", "texts"}, points from the upper left corner:
rect [x, y, w, h, line, edge, fill or None], line [x, y, to_x, to_y, line, grey], hatch [x, y, w, h, its lines],
text [x, y, size, grey, [[font name, piece], ...]] with pieces already split by font. Nothing here imports the program.

Raw         hand-written PDF objects, fonts subset beforehand: the floor for pure Python
QtWriter    QPainter on a QPdfWriter: what a Qt program would do without a PDF library
Platypus    ReportLab Paragraphs, the texts only: the usual first version
"""

import functools
import importlib
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Page = dict[str, Any]
Document = list[Page]


def font_program(path: Path, characters: set[str]) -> tuple[bytes, int, dict[str, int], dict[str, float]]:
    """(deflated subset, its length, glyph and width in 1/1000 em by character) of a TrueType font."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    codes = sorted(ord(char) for char in characters)
    face: Any = TTFontFace(str(path))
    made = face.makeSubset([0, *codes])
    order: dict[int, int] = {0: 0}
    for code in [0, *codes]:
        order.setdefault(face.charToGlyph.get(code, 0), len(order))
    glyphs = {chr(code): order[face.charToGlyph[code]] for code in codes if code in face.charToGlyph}
    widths = {char: float(face.getCharWidth(ord(char))) for char in glyphs}
    return zlib.compress(made, 6), len(made), glyphs, widths


class Raw:
    """PDF objects joined by hand; `fonts` as `font_program` makes them, by name."""

    def __init__(self, fonts: dict[str, tuple[bytes, int, dict[str, int], dict[str, float]]]) -> None:
        self.fonts = fonts
        self.hexed = {name: {c: f"{g:04X}" for c, g in font[2].items()} for name, font in fonts.items()}
        self.numbers = {name: f"F{number}" for number, name in enumerate(fonts)}
        self.shown = functools.lru_cache(100_000)(self._shown)

    def _shown(self, name: str, piece: str, size: float) -> str:
        codes = self.hexed[name]
        return f"/{self.numbers[name]} {size:g} Tf <{''.join([codes.get(c, '0000') for c in piece])}> Tj"

    def _page(self, page: Page) -> bytes:
        top = page["size"][1]
        out: list[str] = []
        for x, y, w, h, line, edge, fill in page["rects"]:
            state = (f"{fill:g} g " if fill is not None else "") + (f"{edge:g} G {line:g} w " if line else "")
            end = "B" if fill is not None and line else "f" if fill is not None else "S"
            out.append(f"{state}{x:.2f} {top - y - h:.2f} {w:.2f} {h:.2f} re {end}")
        for x, y, to_x, to_y, line, grey in page["lines"]:
            out.append(f"{grey:g} G {line:g} w {x:.2f} {top - y:.2f} m {to_x:.2f} {top - to_y:.2f} l S")
        for x, y, w, h, lines in page["hatches"]:
            drawn = " ".join([f"{a:.2f} {top - b:.2f} m {c:.2f} {top - d:.2f} l" for a, b, c, d in lines])
            out.append(f"q {x:.2f} {top - y - h:.2f} {w:.2f} {h:.2f} re W n 0.86 G 3 w {drawn} S Q")
        out.append("BT")
        shown, before = self.shown, None
        for x, y, size, grey, pieces in page["texts"]:
            if grey != before:
                out.append(f"{grey:g} g")
                before = grey
            words = " ".join([shown(name, piece, size) for name, piece in pieces])
            out.append(f"1 0 0 1 {x:.2f} {top - y:.2f} Tm {words}")
        out.append("ET")
        return zlib.compress("\n".join(out).encode("ascii"), 6)

    def _font(self, name: str, add: Callable[[bytes], int]) -> int:
        packed, length, glyphs, widths = self.fonts[name]
        face = b"AAAAAA+" + name.encode()
        file = add(b"<</Length %d/Length1 %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), length, packed))
        described = add(
            b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[-1000 -300 2000 1000]/ItalicAngle 0/Ascent 900"
            b"/Descent -250/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % (face, file)
        )
        wide = " ".join(f"{glyph}[{widths[char]:.0f}]" for char, glyph in glyphs.items()).encode()
        inner = add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %d 0 R/W[%b]/CIDToGIDMap/Identity>>" % (face, described, wide)
        )
        pairs = [f"<{glyph:04X}><{ord(char):04X}>" for char, glyph in glyphs.items()]
        blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
        listed = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        text = zlib.compress(
            f"/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/X def/CMapType 2 def "
            f"1 begincodespacerange<0000><FFFF>endcodespacerange\n{listed}endcmap end end".encode()
        )
        unicode = add(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(text), text))
        return add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (face, inner, unicode)
        )

    def __call__(self, document: Document) -> bytes:
        objects: list[bytes] = [b"", b""]

        def add(body: bytes) -> int:
            objects.append(body)
            return len(objects)

        fonts = b"".join(b"/%b %d 0 R" % (self.numbers[n].encode(), self._font(n, add)) for n in self.fonts)
        resources = add(b"<</Font<<%b>>>>" % fonts)
        pages = []
        for page in document:
            packed = self._page(page)
            content = add(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed))
            box = "{:g} {:g}".format(*page["size"]).encode()
            pages.append(
                add(
                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %b]/Resources %d 0 R/Contents %d 0 R>>"
                    % (box, resources, content)
                )
            )
        objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        objects[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), b" ".join(b"%d 0 R" % page for page in pages))
        parts, places, at = [b"%PDF-1.6\n"], [], 9
        for number, body in enumerate(objects, start=1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places.append(at)
            at += len(part)
            parts.append(part)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
        parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, at))
        return b"".join(parts)


class QtWriter:
    """QPainter on a QPdfWriter, 720 dots an inch; fonts are loaded from their files."""

    def __init__(self, files: dict[str, str]) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self.core = importlib.import_module("PySide6.QtCore")
        self.gui = importlib.import_module("PySide6.QtGui")
        self.app = self.gui.QGuiApplication.instance() or self.gui.QGuiApplication(["bench"])
        base = self.gui.QFontDatabase
        self.families = {n: base.applicationFontFamilies(base.addApplicationFont(f))[0] for n, f in files.items()}
        self.known: dict[tuple[str, float], tuple[Any, Any]] = {}

    def _font(self, name: str, size: float, device: Any) -> tuple[Any, Any]:
        key = (name, size)
        if key not in self.known:
            font = self.gui.QFont(self.families[name])
            font.setPixelSize(max(1, round(size * 10)))
            font.setBold("Bold" in name)
            self.known[key] = font, self.gui.QFontMetricsF(font, device)
        return self.known[key]

    def __call__(self, document: Document) -> bytes:
        buffer = self.core.QBuffer()
        buffer.open(self.core.QIODevice.OpenModeFlag.WriteOnly)
        writer = self.gui.QPdfWriter(buffer)
        writer.setPageSize(self.gui.QPageSize(self.gui.QPageSize.PageSizeId.A4))
        writer.setPageOrientation(self.gui.QPageLayout.Orientation.Landscape)
        writer.setPageMargins(self.core.QMarginsF(0, 0, 0, 0))
        writer.setResolution(720)
        self.known.clear()
        painter = self.gui.QPainter(writer)
        for number, page in enumerate(document):
            if number:
                writer.newPage()
            painter.save()
            painter.scale(10, 10)
            self._shapes(painter, page)
            painter.restore()
            self._texts(painter, page, writer)
        painter.end()
        return bytes(buffer.data().data())

    def _pen(self, grey: float, width: float) -> Any:
        return self.gui.QPen(self.gui.QColor.fromRgbF(grey, grey, grey), width)

    def _shapes(self, painter: Any, page: Page) -> None:
        rectangle, line_of, color, none = (
            self.core.QRectF, self.core.QLineF, self.gui.QColor, self.core.Qt.PenStyle.NoPen
        )  # fmt: skip
        for x, y, w, h, line, edge, fill in page["rects"]:
            painter.setPen(self._pen(edge, line) if line else none)
            painter.setBrush(color.fromRgbF(fill, fill, fill) if fill is not None else self.core.Qt.BrushStyle.NoBrush)
            painter.drawRect(rectangle(x, y, w, h))
        for x, y, to_x, to_y, line, grey in page["lines"]:
            painter.setPen(self._pen(grey, line))
            painter.drawLine(line_of(x, y, to_x, to_y))
        for x, y, w, h, lines in page["hatches"]:
            painter.save()
            painter.setClipRect(rectangle(x, y, w, h))
            painter.setPen(self._pen(0.86, 3))
            painter.drawLines([line_of(*ends) for ends in lines])
            painter.restore()

    def _texts(self, painter: Any, page: Page, device: Any) -> None:
        point, before, font_before = self.core.QPointF, None, None
        for x, y, size, grey, pieces in page["texts"]:
            if grey != before:
                painter.setPen(self._pen(grey, 1))
                before = grey
            at = x * 10
            for name, piece in pieces:
                font, metrics = self._font(name, size, device)
                if font is not font_before:
                    painter.setFont(font)
                    font_before = font
                painter.drawText(point(at, y * 10), piece)
                if len(pieces) > 1:
                    at += metrics.horizontalAdvance(piece)


class Platypus:
    """A Paragraph for each text, flowing down the page in the order of the list; no shapes."""

    def __init__(self, files: dict[str, str]) -> None:
        self.flow = importlib.import_module("reportlab.platypus")
        self.style = importlib.import_module("reportlab.lib.styles").ParagraphStyle
        self.escape = importlib.import_module("xml.sax.saxutils").escape
        metrics = importlib.import_module("reportlab.pdfbase.pdfmetrics")
        truetype = importlib.import_module("reportlab.pdfbase.ttfonts").TTFont
        for name, file in files.items():
            metrics.registerFont(truetype(name, file))
        self.styles: dict[tuple[str, float], Any] = {}

    def _paragraph(self, text: list[Any]) -> Any:
        _x, _y, size, _grey, pieces = text
        first = pieces[0][0] if pieces else "NotoSans-Regular"
        key = (first, size)
        if key not in self.styles:
            self.styles[key] = self.style(f"{key}", fontName=first, fontSize=size, leading=size * 1.2)
        words = "".join(f'<font name="{name}">{self.escape(piece)}</font>' for name, piece in pieces)
        return self.flow.Paragraph(words, self.styles[key])

    def __call__(self, document: Document) -> bytes:
        from io import BytesIO

        buffer = BytesIO()
        size = tuple(document[0]["size"])
        made = self.flow.SimpleDocTemplate(buffer, pagesize=size, pageCompression=1)
        story = []
        for page in document:
            story += [self._paragraph(text) for text in page["texts"]]
            story.append(self.flow.PageBreak())
        made.build(story)
        return buffer.getvalue()
