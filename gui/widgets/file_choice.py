"""Ask for a file or folder without a loop of its own: the dialog opens, the window goes on, the answer comes later.

The system's own dialog is shown where it has one. It hangs on the window; the answer goes to whoever asked, and only
while that still stands there and is shown: for a page that was made anew, left or locked away the dialog closes and
nothing happens. A window asks one such question at a time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

Then = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    title     of the dialog, and its name for a screen reader
    proposed  file or folder it begins with; "" for the one of last time
    kinds     "PDF (*.pdf);;All files (*)"
    ending    ".pdf": what a file to be written ends with, put behind a name without it
    """

    title: str
    proposed: str = ""
    kinds: str = ""
    saving: bool = False
    folder: bool = False
    ending: str = ""


def ask_file_to_open(asker: QWidget, title: str, kinds: str, then: Then) -> None:
    """`then` with the file a person chooses. It may be gone or unreadable by then: whoever reads it says so."""
    ask(asker, Asked(title, kinds=kinds), then)


def ask_file_to_save(asker: QWidget, title: str, proposed: str, kinds: str, then: Then, ending: str = "") -> None:
    """`then` with the place a person chooses; before it replaces a file that is there they are asked."""
    ask(asker, Asked(title, proposed, kinds, saving=True, ending=ending), then)


def ask_folder(asker: QWidget, title: str, proposed: str, then: Then) -> None:
    """`then` with the folder a person chooses."""
    ask(asker, Asked(title, proposed, folder=True), then)


def ask(asker: QWidget, asked: Asked, then: Then) -> None:
    """Open the dialog; one that stands open in this window already comes to the front instead."""
    window = asker.window()
    for standing in window.findChildren(FileQuestion):
        if standing.bring_forward():
            return
    FileQuestion(asker, asked, then).open(asked.proposed)


def file_dialog(window: QWidget, asked: Asked, proposed: str) -> QFileDialog:
    """The dialog, not yet open. Qt's own one, where the system has none, opens no box or menu with a loop of its own
    and deletes and renames nothing.
    """
    dialog = QFileDialog(window, asked.title)
    dialog.setObjectName("file_dialog")
    dialog.setAccessibleName(asked.title)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked by FileQuestion
    if asked.folder:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    elif asked.saving:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if asked.kinds:
        dialog.setNameFilters(asked.kinds.split(";;"))
    if asked.folder and proposed:
        dialog.setDirectory(proposed)
    elif proposed:
        dialog.selectFile(proposed)
    for view in dialog.findChildren(QAbstractItemView):
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for shortcut in dialog.findChildren(QShortcut):
        shortcut.setEnabled(False)  # Del
    return dialog


class FileQuestion(QObject):
    """One question from the asking to the answer; it belongs to the window and goes when it is answered."""

    def __init__(self, asker: QWidget, asked: Asked, then: Then) -> None:
        super().__init__(asker.window())
        self.setObjectName("file_question")
        self._window = asker.window()
        self._asker, self._asked, self._then = asker, asked, then
        self._focus = self._window.focusWidget()
        self._dialog: QFileDialog | None = None
        self._box: QMessageBox | None = None
        self._path = Path()
        self._over = False
        asker.destroyed.connect(self._give_up)
        asker.installEventFilter(self)

    def open(self, proposed: str) -> None:
        """Show the dialog."""
        self._dialog = file_dialog(self._window, self._asked, proposed)
        # queued: the dialog has closed, and whatever it was doing is done, before anybody acts on the answer
        self._dialog.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._dialog.open()

    def bring_forward(self) -> bool:
        """Whether it still stands open; then it comes to the front."""
        shown = self._box or self._dialog
        if self._over or shown is None:
            return False
        shown.raise_()
        shown.activateWindow()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever asked is shown no more: left or locked away, and not only put into the task bar with its window."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and watched is self._asker:
            self._give_up()
        return False

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        dialog = self._dialog
        if dialog is None or self._over:
            return
        chosen = dialog.selectedFiles() if result == QFileDialog.DialogCode.Accepted else []
        self._dialog = None
        dialog.deleteLater()
        if not chosen or not chosen[0]:
            self._end()
            return
        path, ending = Path(chosen[0]), self._asked.ending
        if ending and not path.name.lower().endswith(ending):
            path = path.with_name(path.name + ending)
        if self._asked.saving and path.is_file():
            self._ask_whether_replaced(path)
        else:
            self._answer(path)

    def _ask_whether_replaced(self, path: Path) -> None:
        self._path = path
        box = self._box = QMessageBox(self._window)
        box.setObjectName("file_replace")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self._asked.title)
        words = self.tr("There is a file {0} in this folder already. Replace it?").format(path.name)
        box.setText(words)
        box.setAccessibleName(words)
        replace = box.addButton(self.tr("&Replace it"), QMessageBox.ButtonRole.AcceptRole)
        replace.setObjectName("file_replace_yes")
        other: QPushButton = box.addButton(self.tr("&Choose another name"), QMessageBox.ButtonRole.RejectRole)
        other.setObjectName("file_replace_no")
        box.setDefaultButton(other)
        box.setEscapeButton(other)
        box.accepted.connect(self._on_replace, Qt.ConnectionType.QueuedConnection)
        box.rejected.connect(self._on_another, Qt.ConnectionType.QueuedConnection)
        box.open()

    @Slot()
    def _on_replace(self) -> None:
        if not self._over:
            self._close_box()
            self._answer(self._path)

    @Slot()
    def _on_another(self) -> None:
        if not self._over:
            self._close_box()
            self.open(str(self._path))

    def _close_box(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    def _answer(self, path: Path) -> None:
        then, there = self._then, isValid(self._asker)
        self._end()
        if there:
            then(path)

    def _end(self) -> None:
        """Give the keys back to the button they were on."""
        self._over = True
        if isValid(self._asker):
            self._asker.removeEventFilter(self)
        self._window.activateWindow()
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    @Slot()
    def _give_up(self) -> None:
        """Close without an answer."""
        if self._over:
            return
        self._over = True
        for shown in (self._dialog, self._box):
            if shown is not None and isValid(shown):
                shown.deleteLater()
        self.deleteLater()
