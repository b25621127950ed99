"""The page for the talk with the patient: seen before it is saved or printed, without any name."""

from pathlib import Path

from PySide6.QtCore import Slot

from gui.calendar_page.pages import Opened, PageMaker
from gui.calendar_page.preview import Preview
from gui.calendar_page.printing import print_pages, printer_named, printers
from gui.calendar_page.saving import save_bytes
from gui.outcomes.flow_row import FlowRow
from gui.session import Session
from gui.theme.metrics import em
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.combo import ComboField
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.strip import Strip
from outcomes.burden.values import Comparison, PageAsked

FILE_NAME = "comparison-of-regimens.pdf"


class BurdenPage(Card):
    """The page is made when it is asked for, and anew when something changed while it is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.set_title(self.tr("A page for the talk"))
        self._session = session
        self._comparison: Comparison | None = None
        self._data = b""
        self._turn = 0
        self._maker = PageMaker()
        self.destroyed.connect(self._maker.close)
        self.add(
            Muted(self.tr("For you and the patient: plain words, no name on it, and it says that it is no advice."))
        )
        self.large = Check(self.tr("&Large print"), "burden_large")
        self.show_button = primary(self.tr("Show the pa&ge"), "burden_show_page")
        self.save_button = secondary(self.tr("Sa&ve PDF"), "burden_save_page", icon="save")
        self.print_button = secondary(self.tr("&Print"), "burden_print_page", icon="print")
        self.printer = ComboField(self.tr("Printer"), name="burden_printer")
        self.printer.setVisible(False)
        self.message = Strip("burden_page_message", closable=True)
        self.preview: Preview | None = None
        row = FlowRow()
        for widget in (self.show_button, self.large, self.save_button, self.print_button):
            row.add(widget)
        self.add(row)
        self.add(self.printer)
        self.add(self.message)
        self._enable()
        self.show_button.clicked.connect(self._make)
        self.large.toggled.connect(self._on_large)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)

    def show_comparison(self, comparison: Comparison) -> None:
        """What the page will be about."""
        self._comparison = comparison
        if self.preview is not None:
            self._make()
        self._enable()

    def data(self) -> bytes:
        """The PDF shown; empty while none is."""
        return self._data

    def _enable(self) -> None:
        can = self._comparison is not None and bool(self._comparison.counted)
        for button in (self.show_button, self.large):
            button.setEnabled(can)
        for button in (self.save_button, self.print_button):
            button.setEnabled(can and bool(self._data))

    @Slot(bool)
    def _on_large(self, _large: bool) -> None:
        if self.preview is not None:
            self._make()

    @Slot()
    def _make(self) -> None:
        if self._comparison is None or not self._comparison.counted:
            return
        session, settings = self._session, self._session.settings
        asked = PageAsked(
            self._comparison, session.today, session.person.name if session.has_person else "", settings.site_name,
            "letter" if settings.paper == "letter" else "a4", self.large.isChecked(),
        )  # fmt: skip
        self._turn += 1
        turn = self._turn
        session.link.ask(session.reckoning.put(asked), lambda data: self._on_made(turn, data), self._on_refused, self)

    def _on_made(self, turn: int, data: bytes) -> None:
        if turn == self._turn:
            self._session.link.ask(
                self._maker.open(data), lambda opened: self._on_opened(turn, data, opened), None, self
            )

    def _on_opened(self, turn: int, data: bytes, opened: Opened) -> None:
        if turn != self._turn:
            return
        self._data = data
        if self.preview is None:
            self.preview = self._make_preview()
        self.preview.show_pages(opened.sizes, keep_place=True)
        self.preview.thumbnails.setVisible(False)
        self._enable()

    def _make_preview(self) -> Preview:
        """Only once somebody wants to see the page."""
        made = Preview(self._maker, self._session.link)
        made.setObjectName("burden_preview")
        made.thumbnails.setParent(self)
        made.thumbnails.setVisible(False)
        made.setFixedHeight(em(44))
        self.add(made)
        return made

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words)

    @Slot()
    def _on_save(self) -> None:
        data = self._data
        ask_file_to_save(
            self,
            self.tr("Save the page"),
            FILE_NAME,
            self.tr("PDF (*.pdf)"),
            lambda path: self._save(path, data),
            ".pdf",
        )

    def _save(self, path: Path, data: bytes) -> None:
        self._session.link.run(lambda: save_bytes(path, data), self._on_saved, self._on_refused, self)

    def _on_saved(self, name: str) -> None:
        self.message.say("ok", self.tr("Saved as {0}.").format(name))

    @Slot()
    def _on_print(self) -> None:
        """The first time the printers are listed; with one chosen the next click prints."""
        chosen = self.printer.value()
        if chosen is None:
            names = printers()
            if not names:
                self.message.say("warn", self.tr("No printer is set up on this computer. Save the page as PDF."))
                return
            self.printer.set_choices([(name, name) for name in names])
            self.printer.choose(names[0])
            self.printer.setVisible(True)
            self.message.say("note", self.tr("Choose the printer, then Print once more."))
            return
        future = self._maker.run(lambda document: print_pages(document, printer_named(chosen)))
        self._session.link.ask(future, self._on_printed, self._on_refused, self)

    def _on_printed(self, pages: int) -> None:
        self.message.say("ok", self.tr("{0} pages were sent to the printer.").format(pages))
