"""What a finished PDF holds, as a reader's program sees it."""

import io

import pypdf
import pypdfium2

from treatment_calendar.paper.sheet import Sheet


def texts(pdf: bytes) -> list[str]:
    """The text of each page without any white space: how lines were broken does not matter."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append("".join(text.get_text_range().split()))
        text.close()
    document.close()
    return pages


def squeezed(text: str) -> str:
    """A text without white space, as `texts` gives it."""
    return "".join(text.split())


def missing(sheets: list[Sheet], pdf: bytes) -> list[str]:
    """The texts of the display lists that neither reader finds again on their page.

    One reader drops a mark that stands on its like, as when a letter carries the same accent twice; the other keeps it.
    """
    lost = []
    for number, (sheet, page) in enumerate(zip(sheets, texts(pdf), strict=True)):
        left = [item.text for item in sheet.texts if squeezed(item.text) not in page]
        if left:
            other = squeezed(pypdf.PdfReader(io.BytesIO(pdf)).pages[number].extract_text())
            lost += [text for text in left if squeezed(text) not in other]
    return lost
