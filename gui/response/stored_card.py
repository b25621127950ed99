"""A stored scan or lesion looked at: who read it, and the two ways to put it right, each with its reason."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.response.words import lesion_words
from gui.theme.metrics import px
from gui.visit.reason_form import ReasonForm
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from records.values.responses import LesionRecord, ScanRecord


class StoredCard(QWidget):
    """`correct_wanted(ScanRecord)`; `withdraw_wanted(record, str)` with the reason: it counts no more."""

    correct_wanted = Signal(object)
    withdraw_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._record: ScanRecord | LesionRecord | None = None
        self.strip = Strip("scan_stored", closable=True, below=True)
        self.withdraw = ReasonForm(
            self.tr("It must not count…"), self.tr("Why it must not count"), self.tr("&Withdraw it"), "withdraw_stored"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.strip)
        column.addWidget(self.withdraw)
        self.withdraw.given.connect(self._on_given)
        self.strip.closed.connect(self.clear)
        self.hide()

    def show_scan(self, scan: ScanRecord, *, may_correct: bool, may_withdraw: bool) -> None:
        """Who read it, what they noted, and which revision it is."""
        assert scan.entry.on is not None
        parts = [self.tr("read by {0}").format(scan.by), scan.entry.note]
        if scan.entry.for_symptoms:
            parts.append(self.tr("made for new symptoms"))
        if scan.revision > 1:
            words = self.tr("revision {0}: {1}; the readings before it stay on record")
            parts.append(words.format(scan.revision, scan.reason))
        title = self.tr("Scan of {0}").format(shown_date(scan.entry.on))
        self._show(scan, "; ".join(part for part in parts if part) + ".", title, may_withdraw=may_withdraw)
        if may_correct:
            words = self.tr("Loo&k again and correct")
            self.strip.add_action(words, lambda: self.correct_wanted.emit(scan), "correct")

    def show_lesion(self, lesion: LesionRecord, *, may_withdraw: bool) -> None:
        """Where it is, and why it cannot be measured."""
        words = "; ".join(part for part in (lesion_words(lesion.entry), lesion.entry.unfit) if part)
        title = self.tr("Lesion {0}").format(lesion.entry.name)
        self._show(lesion, f"{words}.", title, may_withdraw=may_withdraw)

    @Slot()
    def clear(self) -> None:
        """Nothing is looked at."""
        self._record = None
        self.strip.clear()
        self.hide()

    def _show(self, record: ScanRecord | LesionRecord, words: str, title: str, *, may_withdraw: bool) -> None:
        self._record = record
        self.strip.say("note", words, title)
        self.withdraw.close_fields()
        self.withdraw.setVisible(may_withdraw)
        self.show()

    @Slot(str)
    def _on_given(self, why: str) -> None:
        if self._record is not None:
            self.withdraw_wanted.emit(self._record, why)
