"""From a line of tablets handed out to its label: made in the paper process, then printed or saved as a PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths

from gui.calendar_page.languages import languages
from gui.calendar_page.pages import Opened, PageMaker
from gui.dose.dispensing_facts import tr
from gui.session import Session
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.values.visits import Dispensed
from regimen.numbers import plain

MOST_PRINTERS = 3


class LabelPrinting(QObject):
    """Asks in `strip` where the label goes; nothing opens a window of its own."""

    def __init__(self, session: Session, state: PatientState, strip: Strip, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._state, self._strip = session, state, strip
        self._pages = PageMaker()
        self.destroyed.connect(self._pages.close)

    def read_again(self, state: PatientState) -> None:
        """The patient as read by now."""
        self._state = state

    def make(self, line: Dispensed) -> None:
        """The label of one line, in the patient's language where there is a wording for it."""
        from gui.dose.label_facts import label_request

        known = {code for code, _name in languages()}
        language = self._state.entry.language if self._state.entry.language in known else "en"
        self._strip.say("note", tr("making the label …"))
        self._session.link.run(
            partial(label_request, self._state, line, language),
            lambda request: self._session.link.ask(
                self._session.paper.submit("label", request), lambda data: self._open(line, data), self._refused, self
            ),
            self._refused,
            self,
        )

    def _open(self, line: Dispensed, data: bytes) -> None:
        self._session.link.ask(self._pages.open(data), lambda opened: self._offer(line, data, opened), None, self)

    def _offer(self, line: Dispensed, data: bytes, opened: Opened) -> None:
        from gui.calendar_page.printing import printers

        words = tr("Label of {0} × {1} mg, cycle {2}").format(
            line.entry.tablets, plain(line.entry.strength_mg), line.entry.cycle
        )
        self._strip.say("note", tr("Its page is the size of the label, 105 × 74 mm."), words)
        for place, name in enumerate(printers()[:MOST_PRINTERS]):
            self._strip.add_action(
                tr("Print on {0}").format(name),
                partial(self._record, line, opened.sha256, partial(self._print, name)),
                f"label_{place}",
                main=not place,
            )
        save = partial(self._record, line, opened.sha256, partial(self._save, line, data))
        self._strip.add_action(tr("Sa&ve as PDF"), save, "save")

    def _record(self, line: Dispensed, sha256: str, then: Callable[[], None]) -> None:
        """First the entry, then the label: none must be on a box that nobody knows of."""
        if self._session.reading_only:
            then()  # the window says that no entry is left
            return
        told = self._session.actions.print_label(self._session.person, uuid4(), line.id, sha256)
        self._session.link.ask(told, lambda _line: then(), self._refused, self)

    def _print(self, name: str) -> None:
        from gui.calendar_page.printing import print_pages, printer_named

        self._session.link.ask(
            self._pages.run(lambda document: print_pages(document, printer_named(name))),
            lambda _count: self._strip.say("ok", tr("The label went to {0}.").format(name)),
            self._refused,
            self,
        )

    def _save(self, line: Dispensed, data: bytes) -> None:
        from gui.calendar_page.saving import save_bytes

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = f"capox-{line.course_id.hex[:8]}-cycle{line.entry.cycle}-label-{line.id.hex[:8]}.pdf"
        self._session.link.run(
            partial(save_bytes, folder / name, data),
            lambda saved: self._strip.say("ok", tr("Saved as {0} in {1}.").format(saved, folder)),
            self._refused,
            self,
        )

    def _refused(self, words: str, _error: Exception) -> None:
        self._strip.say("stop", words, tr("No label"))
