"""A copy of the file shown, under an id and version of its own; asked for in the page."""

from uuid import uuid4

from PySide6.QtCore import Signal, Slot

from gui.session import Session
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Muted
from gui.widgets.column import Row
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.values.governance import FileKind, OwnFile


class CopyForm(Card):
    """`copied(OwnFile)` once the draft is kept."""

    copied = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.setObjectName("regimen_copy")
        self._session = session
        self._key = uuid4()
        self._text = ""
        self._kind: FileKind = "regimen"
        self.set_title(self.tr("Copy this file"))
        self.file_id = TextField(self.tr("&Id of the copy"), 80, name="regimen_copy_id")
        self.version = TextField(self.tr("&Version of the copy"), 40, name="regimen_copy_version")
        self.strip = Strip("regimen_copy_message")
        self.make_button = primary(self.tr("&Make the copy"), "regimen_copy_make", icon="plus")
        self.leave_button = quiet(self.tr("Do &not copy"), "regimen_copy_leave")
        self.add(Muted(self.tr("The copy is a draft: it is not used until a second person has approved it.")))
        self.add(Row(self.file_id, self.version))
        self.add(self.strip)
        buttons = Row()
        for button in (self.make_button, self.leave_button):
            buttons.add(button, 0)
        buttons.box.addStretch(1)
        self.add(buttons)
        self.make_button.clicked.connect(self._on_make)
        self.leave_button.clicked.connect(self.hide)
        for field in (self.file_id, self.version):
            field.edit.returnPressed.connect(self._on_make)
        self.hide()

    def ask(self, kind: FileKind, text: str, ident: str) -> None:
        """Show the form for a file; an id is offered."""
        self._kind, self._text, self._key = kind, text, uuid4()
        self.strip.clear()
        self.file_id.set_text(f"{ident}-site" if not ident.endswith("-site") else ident)
        self.version.set_text("")
        self.show()
        self.version.edit.setFocus()

    @Slot()
    def _on_make(self) -> None:
        if not all([self.file_id.ask_for(), self.version.ask_for()]):
            return
        self.make_button.setEnabled(False)
        future = self._session.actions.copy_file(
            self._session.person, self._key, self._kind, self._text, self.file_id.value(), self.version.value()
        )
        self._session.link.ask(future, self._on_copied, self._on_refused, self)

    def _on_copied(self, file: OwnFile) -> None:
        self.make_button.setEnabled(True)
        self.hide()
        self.copied.emit(file)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.make_button.setEnabled(True)
        self.strip.say("stop", words, self.tr("Not copied"))
