"""The file of the records is damaged or missing: what is wrong, offered and would be lost; a person decides."""

from PySide6.QtCore import Qt, Signal, Slot

from gui.sign_in.password_field import PasswordField
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.check import Check
from gui.widgets.dates import shown_date
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.encryption.protection import BackupLine
from records.keeping.gate import Offer


class DamagedPage(Page):
    """`restore_asked(path of the backup, login or name, password)`, `look_asked(folder)`, `again_asked()`."""

    restore_asked = Signal(str, str, str)
    look_asked = Signal(str)
    again_asked = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__("damaged_page", "")
        self.set_title(self.tr("The records cannot be opened"))
        self._best: BackupLine | None = None
        self.wrong = Card(self.tr("What is wrong"))
        self.sentence = Label(sentence, wrap=True)
        self.sentence.setObjectName("damaged_sentence")
        self.wrong.add(self.sentence)
        self.wrong.add(
            Muted(self.tr("Nothing was written to it. It stays as it is, also after a backup was put in its place."))
        )
        self.found = Card(self.tr("The newest good backup"))
        self.best = Label(self.tr("Looking for backups …"), "strong", wrap=True)
        self.best.setObjectName("damaged_best")
        self.lost = Label("", wrap=True)
        self.lost.setObjectName("damaged_lost")
        self.sure = Check(self.tr("&I have read what will be missing"), "damaged_sure")
        self.name = TextField(self.tr("&Your name"), 120, name="damaged_name")
        self.name.set_hint(self.tr("It goes into the audit trail of the restored records."))
        self.password = PasswordField(self.tr("Pass&word"), name="damaged_password")
        for later in (self.sure, self.name, self.password):
            later.setVisible(False)
        self.folder = TextField(self.tr("Look in another &folder"), 500, optional=True, name="damaged_folder")
        self.look_button = secondary(self.tr("&Look there"), "damaged_look")
        for part in (self.best, self.lost, self.sure, self.name, self.password, self.folder):
            self.found.add(part)
        self.found.body.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.restore_button = primary(self.tr("&Restore this backup"), "damaged_restore")
        self.restore_button.setEnabled(False)
        self.again_button = secondary(self.tr("&Try to open again"), "damaged_again")
        for card in (self.wrong, self.found):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.add_foot(self.again_button, self.restore_button)
        self.sure.toggled.connect(lambda ticked: self.restore_button.setEnabled(ticked and self._best is not None))
        self.restore_button.clicked.connect(self._on_restore)
        self.again_button.clicked.connect(self.again_asked)
        self.look_button.clicked.connect(lambda _checked=False: self.look_asked.emit(self.folder.value()))

    def show_offer(self, offer: Offer) -> None:
        """What was found."""
        self._best = offer.best
        self.sure.setChecked(False)
        self.sure.setVisible(offer.best is not None)
        self.name.setVisible(offer.best is not None)
        self.name.label.setText(self.tr("&Your login name") if offer.accounts else self.tr("&Your name"))
        self.password.setVisible(offer.best is not None and offer.accounts)
        self.strip.clear()
        if offer.best is None:
            self.best.setText(self.tr("There is no good backup in {0}.").format(offer.folder))
            self.lost.setText(self.tr("If backups are kept elsewhere, name their folder."))
            return
        made = offer.best.made_at.astimezone()
        self.best.setText(
            self.tr("{0}, {1:%H:%M}: {2} patients, audit trail up to entry {3}").format(
                shown_date(made.date()), made, offer.best.patients, offer.best.seq
            )
        )
        words = [self.tr("Everything entered after that moment is missing in it and has to be entered again.")]
        if offer.last_written is not None and offer.last_written > offer.best.made_at:
            last = offer.last_written.astimezone()
            words.append(
                self.tr("The damaged file was last written {0}, {1:%H:%M}.").format(shown_date(last.date()), last)
            )
        words.append(
            self.tr(
                "Compare entry {0} with the anchor on the last printed day list; paper and labels show the rest."
            ).format(offer.best.seq)
        )
        if offer.bad:
            words.append(self.tr("{0} newer backup(s) are not whole and were passed over.").format(offer.bad))
        self.lost.setText(" ".join(words))

    @Slot()
    def _on_restore(self) -> None:
        asked = (self.name, self.password) if not self.password.isHidden() else (self.name,)
        if self._best is not None and all(field.ask_for() for field in asked):
            self.restore_button.setEnabled(False)
            self.strip.say("note", self.tr("Restoring …"))
            self.restore_asked.emit(self._best.path, self.name.value(), self.password.value())

    def refuse(self, sentence: str) -> None:
        """It could not be done."""
        self.restore_button.setEnabled(self.sure.isChecked() and self._best is not None)
        self.strip.say("stop", sentence)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.password.wipe()
