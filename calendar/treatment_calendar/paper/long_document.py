"""Hundreds of pages in one PDF: each is packed as it is added, and all of them name the fonts in one place."""

import zlib
from collections.abc import Sequence
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFResourceDictionary, PDFStream

from treatment_calendar.paper.painter import Document
from treatment_calendar.paper.sheet import Sheet

#: zlib's effort. The usual 6 takes more than twice the time of 4 and saves a twenty-fifth of the file.
EFFORT = 4


class LongDocument(Document):
    """Looks like `Document` on every page; the file is built for being quickly made."""

    def __init__(self, title: str, language: str = "en") -> None:
        super().__init__(title, language)
        self._file = cast(Any, self._canvas)._doc
        resources: Any = PDFResourceDictionary()
        resources.basicFonts()
        self._resources = self._file.Reference(_shared(resources))

    def add(self, sheets: Sequence[Sheet]) -> None:
        """More pages."""
        known = len(self._file.Pages.pages)
        super().add(sheets)
        for page in self._file.Pages.pages[known:]:
            page.Contents = _packed(page.stream)
            page.Resources = self._resources
            page.stream = None


def _shared(resources: Any) -> Any:
    """The same as an object of its own, to be named by every page."""
    resources.__RefOnly__ = 1
    return resources


def _packed(text: str) -> Any:
    """The drawing of a page, packed."""
    packed = {"Filter": cast(Any, PDFArray)([cast(Any, PDFName)("FlateDecode")])}
    return PDFStream(cast(Any, PDFDictionary)(packed), zlib.compress(text.encode("ascii"), EFFORT))
