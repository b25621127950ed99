"""The day's list on paper: read with its anchor, made by the process for pages, printed or saved."""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QPushButton, QWidget

from gui.session import Session
from gui.widgets.dates import shown_date
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.strip import Strip
from records.values.audit import DayList

if TYPE_CHECKING:
    from treatment_calendar.paper.day_request import DayListRequest

MOST_PRINTERS = 3


def file_name(day: date) -> str:
    """capox-day-2026-03-02.pdf: no patient in it."""
    return f"capox-day-{day.isoformat()}.pdf"


class DayPrint(QObject):
    """Belongs to the Today page; `strip` says how it stands and asks where to."""

    def __init__(self, session: Session, button: QPushButton, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._button = button
        self._page = page
        self.strip = Strip("day_print_strip", closable=True)
        self.strip.closed.connect(lambda: button.setEnabled(True))

    def make(self, day: date) -> None:
        """Read the day anew and make the pages."""
        self._button.setEnabled(False)
        self.strip.say("note", self.tr("Making the day list …"))
        self._session.link.ask(self._session.actions.day_list(day), self._on_read, self._on_refused, self)

    def _on_read(self, read: DayList) -> None:
        made = self._session.paper.submit("day_list", self._request(read))
        self._session.link.ask(made, lambda data: self._on_made(read, data), self._on_refused, self)

    def _request(self, read: DayList) -> "DayListRequest":
        from datetime import datetime

        from gui.clinic.requests import day_list_request

        person = self._session.person.name if self._session.has_person else ""
        return day_list_request(read, self._session.settings, person, datetime.now().astimezone())

    def _on_made(self, read: DayList, data: bytes) -> None:
        from gui.calendar_page.printing import printers

        self._button.setEnabled(True)
        words = self.tr("{0}: {1} due. Anchor {2}.").format(
            shown_date(read.on), len(read.lines), read.end.anchor.short()
        )
        self.strip.say("ok", words, self.tr("The day list is made"))
        for place, name in enumerate(printers()[:MOST_PRINTERS]):
            send = partial(self._record, read, data, partial(self._print, name, data))
            self.strip.add_action(name, send, f"printer_{place}", main=place == 0)
        self.strip.add_action(self.tr("&Save the PDF …"), partial(self._ask_place, read, data), "save")

    def _record(self, read: DayList, data: bytes, then: Callable[[], None]) -> None:
        """First the entries of everybody on it, then the paper: none must lie about that nobody knows of."""
        session = self._session
        if session.reading_only:
            then()  # the window says that no entry is left
            return
        patients = tuple(line.patient_id for line in read.lines)
        digest = hashlib.sha256(data).hexdigest()
        told = session.actions.print_day_list(session.person, uuid4(), read.on, patients, digest)
        session.link.ask(told, lambda _id: then(), self._on_refused, self)

    def _print(self, name: str, data: bytes) -> None:
        def job() -> int:
            from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

            from gui.calendar_page.printing import print_pages, printer_named

            return print_pages(PdfDocument(data), printer_named(name))

        said = self.tr("{0} pages went to {1}.")
        self._session.link.run(
            job, lambda count: self.strip.say("ok", said.format(count, name)), self._on_refused, self
        )

    def _ask_place(self, read: DayList, data: bytes) -> None:
        """The system's own way to choose a place; the page goes on meanwhile."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask_file_to_save(
            self._page, self.tr("Save the day list"), str(Path(usual) / file_name(read.on)), self.tr("PDF (*.pdf)"),
            lambda path: self._record(read, data, partial(self.save, path, data)), ".pdf",
        )  # fmt: skip

    def save(self, path: Path, data: bytes) -> None:
        """Write it whole or not at all."""
        from gui.calendar_page.saving import save_bytes

        said = self.tr("Saved as {0}. It names patients: keep it where patients' papers are kept.")
        self._session.link.run(
            partial(save_bytes, path, data),
            lambda name: self.strip.say("ok", said.format(name)),
            self._on_refused,
            self,
        )

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._button.setEnabled(True)
        self.strip.say("stop", sentence, self.tr("No day list was made"))
