"""The files of a course, to be read as they came or went: what was signed, in words, and saved as text to print."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit

from gui.calendar_page.saving import save_bytes
from gui.handover.jobs import words
from gui.session import Session
from gui.theme.metrics import em
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.combo import ComboField
from gui.widgets.dates import shown_date
from gui.widgets.file_choice import ask_file_to_save
from records.values.handed_over import HandoverRecord
from records.values.handover import SignedText

LINES_EM = 24


class FileCard(Card):
    """Hidden while the course has no file."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = ""
        self._records: tuple[HandoverRecord, ...] = ()
        self.set_title(self.tr("Files of this course"))
        self.which = ComboField(self.tr("&File"), [], name="handover_file")
        self.note = Muted("", small=True)
        self.note.setObjectName("handover_file_note")
        self.text = QPlainTextEdit()
        self.text.setObjectName("handover_file_text")
        self.text.setAccessibleName(self.tr("What the file says"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(em(LINES_EM))
        self.save_button = secondary(self.tr("Save as te&xt…"), "handover_file_save")
        for widget in (self.which, self.note, self.text):
            self.add(widget)
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.which.chosen.connect(self._on_chosen)
        self.save_button.clicked.connect(self._on_save)
        self.setVisible(False)

    def show_files(self, records: Sequence[HandoverRecord]) -> None:
        """The newest first."""
        self._records = tuple(reversed(records))
        self.which.set_choices([(str(one.id), self._title(one)) for one in self._records])
        self.setVisible(bool(self._records))
        if self._records:
            self.which.choose(str(self._records[0].id))
            self._on_chosen(str(self._records[0].id))

    def _title(self, one: HandoverRecord) -> str:
        said = self.tr("Handed over to {0}, {1}") if one.direction == "given" else self.tr("Taken over from {0}, {1}")
        title = said.format(one.other, shown_date(one.at.astimezone().date()))
        return self.tr("{0}, taken back: {1}").format(title, one.withdrawn_why) if one.withdrawn else title

    @Slot(str)
    def _on_chosen(self, ident: str) -> None:
        record = next((one for one in self._records if str(one.id) == ident), None)
        if record is None:
            return
        self.note.setText(self.tr("By {0}. SHA-256 of what was signed: {1}").format(record.by, record.sha256))
        future = self._session.actions.signed_file(UUID(ident))
        self._session.link.ask(future, lambda signed: self._on_signed(ident, signed), self._on_refused, self)

    def _on_signed(self, ident: str, signed: SignedText) -> None:
        self._session.link.run(lambda: words(signed), lambda text: self._on_text(ident, text), self._on_refused, self)

    def _on_text(self, ident: str, text: str) -> None:
        if self.which.value() == ident:
            self._text = text
            self.text.setPlainText(text)

    @Slot()
    def _on_save(self) -> None:
        data = self._text.encode("utf-8")
        proposed = str(Path.home() / f"capox-handover-{(self.which.value() or '')[:8]}.txt")
        ask_file_to_save(
            self, self.tr("Handover as text"), proposed, "*.txt", lambda path: self._save(path, data), ".txt"
        )

    def _save(self, path: Path, data: bytes) -> None:
        self._session.link.run(
            lambda: save_bytes(path, data),
            lambda name: self.note.setText(self.tr("Saved as {0}.").format(name)),
            self._on_refused,
            self,
        )

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.note.setText(sentence)
