"""Many documents as one job: each is laid out once, drawn alone where its own file is wanted, and all into one PDF.

One PDF holds its fonts once: hundreds of documents together are a fraction of the work and of the file.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from treatment_calendar.paper.batch_request import ADD, WHOLE, Drawn
from treatment_calendar.paper.long_document import LongDocument
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import Sheet

#: A batch that nobody asked for any more gives way to the next ones.
MOST_BATCHES = 2


class Batch:
    """Documents laid out and waiting to be drawn together."""

    def __init__(self) -> None:
        self._documents: list[tuple[Sheet, ...]] = []

    def add(self, kind: str, request: Any, *, keep: bool = False) -> Drawn:
        """Lay one document out and draw it alone. Raises `RegimenError` for what a person can put right."""
        sheets, title, language = laid_out(kind, request)
        data = paint(sheets, title, language)
        self._documents.append(tuple(sheets))
        code = sheets[0].check if sheets else ""
        return Drawn(len(self._documents) - 1, len(sheets), code, sha256(data).hexdigest(), data if keep else b"")

    def whole(self, numbers: Sequence[int], title: str) -> bytes:
        """One PDF of some of them, in this order."""
        document = LongDocument(title)
        for number in numbers:
            document.add(self._documents[number])
        return document.done()


def laid_out(kind: str, request: Any) -> tuple[list[Sheet], str, str]:
    """Pages, title and language of one document."""
    return _MAKERS[kind](request)


def _calendar(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.patient_calendar import calendar_sheets, calendar_title

    return calendar_sheets(request), calendar_title(request), request.language


def _staff_sheet(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.staff_sheet import staff_sheets
    from treatment_calendar.paper.staff_words import staff_words

    return staff_sheets(request), staff_words(request)("title"), "en"


def _day_list(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.day_list import day_list_sheets, title

    return day_list_sheets(request), title(), "en"


def _preparation_list(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.preparation_list import preparation_sheets, title

    return preparation_sheets(request), title(), "en"


def _downtime_index(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.downtime_index import index_sheets, title

    return index_sheets(request), title(), "en"


def _treatment_summary(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.summary_words import summary_words
    from treatment_calendar.paper.treatment_summary import treatment_summary_sheets

    return treatment_summary_sheets(request), summary_words(request)("title"), "en"


def _alert_card(request: Any) -> tuple[list[Sheet], str, str]:
    from treatment_calendar.paper.alert_card import alert_card_sheets, title

    return alert_card_sheets(request), title(request), request.languages[0]


_MAKERS: dict[str, Callable[[Any], tuple[list[Sheet], str, str]]] = {
    "calendar": _calendar,
    "staff_sheet": _staff_sheet,
    "day_list": _day_list,
    "preparation_list": _preparation_list,
    "downtime_index": _downtime_index,
    "treatment_summary": _treatment_summary,
    "alert_card": _alert_card,
}
_batches: dict[str, Batch] = {}


def answer_batch(task: str, given: Any) -> Drawn | bytes | None:
    """One task of the worker. Raises LookupError for a batch that gave way or was never begun."""
    if task == ADD:
        batch = _batches.get(given.batch)
        if batch is None:
            while len(_batches) >= MOST_BATCHES:
                del _batches[next(iter(_batches))]
            batch = _batches[given.batch] = Batch()
        return batch.add(given.kind, given.request, keep=given.keep)
    if task == WHOLE:
        return _batches[given.batch].whole(given.numbers, given.title)
    _batches.pop(given, None)
    return None
