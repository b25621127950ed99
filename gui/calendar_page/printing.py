"""Printers of this computer, and sending the pictures of a PDF's pages to one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from gui.calendar_page.pages import POINTS_AN_INCH, page_image
from records.errors import RecordError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types
    from PySide6.QtPrintSupport import QPrinter

MOST_DPI = 600  # beyond it a page takes hundreds of megabytes and looks no better


def printers() -> tuple[str, ...]:
    """Names of the printers set up here, the usual one first; empty where there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != usual))


def printer_named(name: str) -> "QPrinter":
    """The printer at its own resolution. Raises RecordError when it cannot be reached."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise RecordError(f"The printer {name} cannot be reached.")
    return printer


def print_pages(document: "PdfDocument", printer: "QPrinter") -> int:
    """Put every page on paper of its own size, unscaled; the number of pages. Raises RecordError when it stops."""
    dpi = min(printer.resolution(), MOST_DPI)
    printer.setDocName("CAPOX Planner")  # print queues show this name: never the patient's
    painter = QPainter()
    for number in range(len(document)):
        wide, high = document.get_page_size(number)
        _set_paper(printer, wide, high)
        if not (painter.begin(printer) if number == 0 else printer.newPage()):
            painter.end()
            raise RecordError(
                "The printer does not take the pages. Nothing may have been printed; look at the printer."
            )
        image = page_image(document, number, dpi / POINTS_AN_INCH)
        per_point = printer.resolution() / POINTS_AN_INCH
        painter.drawImage(QRectF(0, 0, wide * per_point, high * per_point), image)
    painter.end()
    return len(document)


def _set_paper(printer: "QPrinter", wide: float, high: float) -> None:
    """The page's own size and direction, without margins of the printer's: the page has its own."""
    turned = wide > high
    size = QPageSize(
        QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    direction = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, direction, QMarginsF(0, 0, 0, 0)))
