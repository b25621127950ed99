"""Settings, Audit trail: check it beside the work of everybody, and whether it still holds an anchor from paper."""

from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.errors import RecordError
from records.trail.anchor import Anchor, read_anchor
from records.values.audit import TrailCheck, TrailEnd

MOST_FINDINGS = 20


class _Progress(QObject):
    """From the thread of the check into the window's."""

    moved = Signal(int, int)


class TrailCard(Card):
    """Asks for the anchor of this moment when shown first; the check runs when a person wants it."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Audit trail"))
        self.setObjectName("trail_card")
        self._session = session
        self._cancel = Event()
        self._progress = _Progress(self)
        self._progress.moved.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self.words = Muted(
            self.tr(
                "Every change stands in a chain of entries, each sealed with the one before it. The check reads all of "
                "it and every record. An anchor printed on a day list or kept with a backup tells besides whether "
                "the end was cut off, or the whole trail written anew."
            )
        )
        self.end = Label("", wrap=True)
        self.end.setObjectName("trail_end")
        self.end.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.anchor = TextField(self.tr("An an&chor to compare"), 200, optional=True, name="trail_anchor")
        self.anchor.set_hint(self.tr("As printed: 1234:9f3a 77c0 12de 90ab; empty: only the trail itself."))
        self.check_button = secondary(self.tr("Chec&k the audit trail"), "trail_check")
        self.stop_button = quiet(self.tr("&Quit the check"), "trail_stop")
        self.stop_button.setEnabled(False)
        self.strip = Strip("trail_strip", below=True)
        for part in (self.words, self.end, self.anchor):
            self.add(part)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.check_button)
        row.addWidget(self.stop_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add(self.strip)
        self.check_button.clicked.connect(self._on_check)
        self.anchor.edit.returnPressed.connect(self._on_check)
        self.stop_button.clicked.connect(lambda _checked=False: self._cancel.set())
        session.link.ask(session.actions.trail_end(), self._on_end, self._on_refused, self)

    def _on_end(self, end: TrailEnd) -> None:
        if end.at is None:
            self.end.setText(self.tr("The trail has no entry yet."))
            return
        at = end.at.astimezone()
        words = self.tr("Anchor of this moment: {0}, written {1}.")
        self.end.setText(words.format(end.anchor.short(), f"{at:%Y-%m-%d %H:%M}"))

    @Slot()
    def _on_check(self) -> None:
        asked: Anchor | None = None
        try:
            asked = read_anchor(self.anchor.value()) if self.anchor.value() else None
        except RecordError as error:
            self.anchor.set_note("stop", str(error))
            return
        self.anchor.set_note("note", "")
        self._cancel = Event()
        self._set_busy(True)
        self.strip.say("note", self.tr("Checking …"))
        future = self._session.actions.check_trail(asked, self._progress.moved.emit, self._cancel)
        self._session.link.ask(future, self._on_checked, self._on_refused, self)

    @Slot(int, int)
    def _on_progress(self, done: int, whole: int) -> None:
        if self.stop_button.isEnabled() and whole:
            self.strip.say("note", self.tr("Checking, {0} % looked at …").format(100 * done // whole))

    def _set_busy(self, busy: bool) -> None:
        self.check_button.setEnabled(not busy)
        self.stop_button.setEnabled(busy)

    def _on_checked(self, check: TrailCheck) -> None:
        self._set_busy(False)
        foot = self.tr("Anchor {0}").format(check.anchor)
        if check.findings:
            shown = list(check.findings[:MOST_FINDINGS])
            if len(check.findings) > MOST_FINDINGS:
                shown.append(self.tr("and {0} more").format(len(check.findings) - MOST_FINDINGS))
            title = self.tr("The audit trail is NOT whole; keep a backup of this moment and find out who had the file")
            self.strip.say("stop", "\n".join(shown), title, foot)
            return
        words = self.tr("{0} entries and {1} records are as they were written.").format(check.anchor.seq, check.rows)
        if check.held and check.asked is not None:
            words += " " + self.tr("The trail holds the anchor of entry {0}.").format(check.asked.seq)
        self.strip.say("ok", words, self.tr("The audit trail is whole"), foot)
        self._on_end(TrailEnd(check.anchor, check.at))

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._set_busy(False)
        self.strip.say("warn", sentence)
