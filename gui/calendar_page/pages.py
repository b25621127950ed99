"""Pages of a PDF as pictures. One thread of its own does all of it: the PDF library must never be entered twice."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

T = TypeVar("T")
POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened PDF. sizes: width and height of each page in points; text: that of the first page."""

    sha256: str
    sizes: tuple[tuple[float, float], ...]
    text: str


class PageMaker:
    """Opens one PDF at a time; every answer is a Future. Close it with the page that shows the pictures."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")
        self._document: PdfDocument | None = None

    def open(self, data: bytes) -> "Future[Opened]":
        """Take these bytes in the place of those before."""
        return self._pool.submit(self._open, data)

    def picture(self, page: int, width_px: int) -> "Future[QImage]":
        """One page of the open PDF at a width in pixels."""
        return self._pool.submit(self._picture, page, width_px)

    def run(self, job: Callable[["PdfDocument"], T]) -> "Future[T]":
        """Do something with the open PDF in the thread of the pages."""
        return self._pool.submit(lambda: job(self._opened()))

    def close(self) -> None:
        """End the thread after what it is doing."""
        try:
            self._pool.submit(self._forget)
        except RuntimeError:  # closed before, or the program is ending and has ended its threads
            self._forget()
        self._pool.shutdown(wait=False)

    def _opened(self) -> "PdfDocument":
        if self._document is None:
            raise LookupError("no PDF is open")
        return self._document

    def _forget(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None

    def _open(self, data: bytes) -> Opened:
        from pypdfium2 import PdfDocument

        self._forget()
        self._document = document = PdfDocument(data)
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        text = document[0].get_textpage().get_text_range() if sizes else ""
        return Opened(sha256(data).hexdigest(), sizes, text)

    def _picture(self, page: int, width_px: int) -> QImage:
        document = self._opened()
        wide, _high = document.get_page_size(page)
        return page_image(document, page, width_px / wide)


def page_image(document: "PdfDocument", page: int, scale: float) -> QImage:
    """One page as a picture with `scale` pixels a point."""
    bitmap = document[page].render(scale=scale, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the buffer belongs to the PDF library and goes with `bitmap`
