"""Whose key a file is signed with; a key nobody knows here is compared by telephone and confirmed by a person."""

from PySide6.QtCore import Qt, Signal, Slot

from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.check import Check
from gui.widgets.text_field import TextField
from records.values.handover import TakePreview


class KeyCard(Card):
    """`confirmed(holder, how)` once a person says that both fingerprints are the same."""

    confirmed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Who signed it"))
        self.words = Muted("")
        self.words.setObjectName("take_key_words")
        self.fingerprint = Label("", "strong", wrap=True)
        self.fingerprint.setObjectName("take_fingerprint")
        self.holder = TextField(self.tr("Whose key it is (hospital)"), 200, name="take_holder")
        self.how = TextField(self.tr("How it was compared: with whom, on which number"), 1000, name="take_how")
        self.same = Check(self.tr("All eight groups were read out by them and are the same"), "take_same")
        self.button = secondary(self.tr("Trust this &key"), "take_trust")
        for widget in (self.words, self.fingerprint, self.holder, self.how, self.same):
            self.add(widget)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_confirm)
        self.setVisible(False)

    def show_key(self, seen: TakePreview, *, may: bool) -> None:
        """may: this person may confirm it."""
        unknown, key = seen.trust == "unknown", seen.key
        self.fingerprint.setText(self.tr("Fingerprint: {0}").format(seen.fingerprint))
        if unknown:
            self.words.setText(self.tr(
                "Nobody here has confirmed this key yet. Call the hospital on a number you know, not one from the "
                "message, and compare the fingerprint."
            ))  # fmt: skip
            if not self.holder.text():
                self.holder.set_text(seen.handover.site)
        elif key is not None and seen.trust == "withdrawn":
            self.words.setText(self.tr("The key of {0} was withdrawn: {1}").format(key.holder, key.withdrawn_why))
        elif key is not None and seen.trust == "own":
            self.words.setText(self.tr("Signed by this hospital's own program."))
        elif key is not None:
            self.words.setText(self.tr("{0}; confirmed by {1}: {2}").format(key.holder, key.by, key.confirmed))
        for widget in (self.holder, self.how, self.same, self.button):
            widget.setVisible(unknown)
        self.button.setEnabled(may)
        self.setVisible(True)

    @Slot()
    def _on_confirm(self) -> None:
        wrong = [field for field in (self.holder, self.how) if not field.ask_for()]
        if wrong:
            wrong[0].setFocus()
        elif not self.same.isChecked():
            self.same.setFocus()
            self.how.set_note("stop", self.tr("Tick that all eight groups are the same."))
        else:
            self.confirmed.emit(self.holder.value(), self.how.value())
