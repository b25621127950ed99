"""One patient's calendar as a PDF, warm and cold, its size and its fonts, beside other ways to draw the same pages.

usage: python bench/calendar_pdf.py [rounds=5]

The program's variants start from a request (plain values): "calendar" lays the pages out and paints them, "paint" only
paints pages laid out before. The anchors (bench/pdf_anchors.py) draw the very same rectangles, lines and words from a
plain list: hand-written PDF objects, QPdfWriter, and ReportLab Paragraphs (words only). Each variant runs in a fresh
process, shuffled in each round; CPU time, medians.

cold    libraries imported, fonts parsed, first document made, in a fresh process
warm    further documents of other patients in the same process
"""

import json
import pickle
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

CYCLES = 3  # a page of dates and a page of advice each: six pages
PATIENTS = 25
VARIANTS = ("calendar", "paint", "raw", "qpdfwriter", "platypus")
FONTS = {name: str(HOUSE / "assets" / "fonts" / f"{name}.ttf") for name in (
    "NotoSans-Regular", "NotoSans-Bold", "DroidSansFallbackFull"
)}  # fmt: skip


def request(patient: int) -> Any:
    """The request of one invented patient: `CYCLES` decided cycles."""
    from tests.print.examples import DAY1, capox_cycle
    from tests.print.examples import request as example
    from treatment_calendar.course import Course

    cycles = tuple(capox_cycle(n, DAY1 + timedelta(days=21 * (n - 1)), True) for n in range(1, CYCLES + 1))
    course = Course("ici-capox", cycles, (), ())
    name = f"Patient {patient}, Müller 患者 DEMO"
    return example(course=course, patient_name=name, identifiers=(f"MRN {patient * 7919 % 10**7:07d}",))


def plain_page(sheet: Any) -> dict[str, Any]:
    """One of the program's pages as the anchors take it."""
    from treatment_calendar.paper.sheet import Box, Hatch, Modules, Rule, Tick

    page: dict[str, Any] = {"size": [sheet.width, sheet.height], "rects": [], "lines": [], "hatches": [], "texts": []}
    for shape in sheet.shapes:
        if isinstance(shape, Box):
            page["rects"].append([*shape[:4], shape.line, shape.edge, shape.fill])
        elif isinstance(shape, Tick):
            page["rects"].append([shape.x, shape.y, shape.size, shape.size, 1.1, 0.0, None])
        elif isinstance(shape, Rule):
            page["lines"].append(list(shape))
        elif isinstance(shape, Hatch):
            stripes = [shape.x - shape.height + 9 * n for n in range(int((shape.width + shape.height) / 9) + 1)]
            ends = [[x, shape.y + shape.height, x + shape.height, shape.y] for x in stripes]
            page["hatches"].append([*shape, ends])
        elif isinstance(shape, Modules):
            page["rects"] += dark_squares(shape)
    page["texts"] = [[text.x, text.y, text.size, text.grey, pieces(text.text, text.face)] for text in sheet.texts]
    return page


def pieces(text: str, face: Any) -> list[list[str]]:
    """[font name, piece] of a text, split where another font has to draw."""
    from treatment_calendar.paper.fonts import LATIN, font_of

    found: list[list[str]] = []
    for char in text:
        name = font_of(char, face) or LATIN[face]
        if found and found[-1][0] == name:
            found[-1][1] += char
        else:
            found.append([name, char])
    return found


def dark_squares(code: Any) -> list[list[Any]]:
    """The dark squares of a machine-readable code, neighbours of a row joined."""
    side, found = code.size / len(code.rows), []
    for number, row in enumerate(code.rows):
        start = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                wide = (column - start) * side
                found.append([code.x + start * side, code.y + number * side, wide, side, 0.0, 0.0, 0.0])
                start = None
    return found


def prepare(folder: Path) -> dict[str, int]:
    """Requests, pages and plain lists of all patients into the folder; how large one document is."""
    from pdf_anchors import font_program

    from treatment_calendar.paper.patient_calendar import calendar_sheets

    requests = [request(number) for number in range(1, PATIENTS + 1)]
    sheets = [calendar_sheets(one) for one in requests]
    plain = [[plain_page(sheet) for sheet in pages] for pages in sheets]
    used: dict[str, set[str]] = {name: set(map(chr, range(32, 127))) for name in FONTS}
    used["DroidSansFallbackFull"] = set()
    for page in (page for document in plain for page in document):
        for name, piece in (run for text in page["texts"] for run in text[4]):
            used[name].update(piece)
    fonts = {name: font_program(Path(FONTS[name]), used[name]) for name in FONTS}
    (folder / "raw.pickle").write_bytes(pickle.dumps(fonts))
    for name, value in (("calendar", requests), ("paint", sheets), ("plain", plain)):
        (folder / f"{name}-first.pickle").write_bytes(pickle.dumps(value[0]))
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(value[1:]))
    first = plain[0]
    return {
        "pages": len(first),
        "texts": sum(len(page["texts"]) for page in first),
        "shapes": sum(len(page["rects"]) + len(page["lines"]) + len(page["hatches"]) for page in first),
    }


def painter(name: str, folder: Path) -> Callable[[Any], bytes]:
    """The function of one variant; imports happen here and count as cold."""
    if name == "calendar":
        from treatment_calendar.paper.patient_calendar import patient_calendar

        return patient_calendar
    if name == "paint":
        from treatment_calendar.paper.painter import paint

        return lambda pages: paint(pages, "calendar")
    import pdf_anchors

    if name == "raw":
        return pdf_anchors.Raw(pickle.loads((folder / "raw.pickle").read_bytes()))
    return {"qpdfwriter": pdf_anchors.QtWriter, "platypus": pdf_anchors.Platypus}[name](FONTS)


def child(name: str, folder: Path) -> None:
    """Measure one variant in this process and print one line of JSON."""
    source = folder / (name if name in ("calendar", "paint") else "plain")
    begun = time.process_time()
    draw = painter(name, folder)
    first = draw(pickle.loads(Path(f"{source}-first.pickle").read_bytes()))
    cold = time.process_time() - begun
    taken = []
    for document in pickle.loads(Path(f"{source}.pickle").read_bytes()):
        begun = time.process_time()
        draw(document)
        taken.append(time.process_time() - begun)
    (folder / f"{name}.pdf").write_bytes(first)
    warm = statistics.median(taken)
    print(json.dumps({"cold_ms": cold * 1e3, "warm_ms": warm * 1e3, "kb": len(first) / 1024}))


def fonts_of(pdf: bytes) -> dict[str, int]:
    """Fonts used by the pages of a file, and how many are embedded, and named as subsets."""
    from pypdf import PdfReader

    seen: dict[str, tuple[bool, bool]] = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        for entry in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = entry.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            file = inner.get("/FontDescriptor", {}).get_object() if "/FontDescriptor" in inner else {}
            name = str(font["/BaseFont"])
            embedded = any(key in file for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            seen[name] = embedded, len(name) > 8 and name[7] == "+" and name[1:7].isalnum()
    return {
        "fonts": len(seen),
        "embedded": sum(embedded for embedded, _ in seen.values()),
        "subset": sum(subset for _, subset in seen.values()),
    }


def measure(rounds: int, folder: Path) -> dict[str, Any]:
    """All variants in shuffled rounds; medians and ratios."""
    size = prepare(folder)
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in VARIANTS}
    for _ in range(rounds):
        for name in random.sample(VARIANTS, len(VARIANTS)):
            command = [sys.executable, __file__, "--child", name, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seen[name].append(json.loads(done.stdout))
    figures: dict[str, Any] = {"document": size}
    for name, runs in seen.items():
        figures[name] = {key: round(statistics.median(run[key] for run in runs), 1) for key in runs[0]}
        figures[name] |= fonts_of((folder / f"{name}.pdf").read_bytes())
    warm = {name: figures[name]["warm_ms"] for name in VARIANTS}
    figures["ratios"] = {
        "paint / raw": round(warm["paint"] / warm["raw"], 2),
        "paint / qpdfwriter": round(warm["paint"] / warm["qpdfwriter"], 2),
        "paint / platypus": round(warm["paint"] / warm["platypus"], 2),
        "calendar / raw": round(warm["calendar"] / warm["raw"], 2),
        "cold calendar / cold platypus": round(figures["calendar"]["cold_ms"] / figures["platypus"]["cold_ms"], 2),
    }
    return figures


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        figures = measure(rounds, Path(folder))
    for name, values in figures.items():
        print(f"{name:12s} {values}")
    print("FIGURES calendar_pdf " + json.dumps(figures))


if __name__ == "__main__":
    main()
