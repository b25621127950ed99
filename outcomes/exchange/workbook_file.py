"""The bytes of a workbook, made in memory alone.

openpyxl, left to itself, lays every sheet as readable text in the system's temporary folder while it writes. What is
exported leaves the program only where somebody asked for it, so its writers are handed memory in the place of files.
"""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):
    """Takes each sheet from the memory its writer filled."""

    def __init__(self, book: Any, archive: ZipFile) -> None:
        super().__init__(book, archive)
        self._into = archive

    def write_worksheet(self, ws: Any) -> None:
        """As openpyxl's own, but for where the sheet lies."""
        ws._drawing = SpreadsheetDrawing()
        if not ws.closed:
            ws.close()
        ws._rels = ws._writer._rels
        self._into.writestr(ws.path[1:], ws._writer.read())
        self.manifest.append(ws)


def begin_rows(sheet: Any) -> None:
    """Before the first row of a write-only sheet, after widths and panes: its rows go into memory."""
    sheet._writer = WorksheetWriter(sheet, out=io.BytesIO())
    sheet._writer.write_top()


def bytes_of(book: Any) -> bytes:
    """The whole workbook, every sheet of which was begun with `begin_rows`."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        _InMemory(book, archive).write_data()
    return out.getvalue()
