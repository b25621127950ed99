"""A place to drop one file on, with a button for those who choose it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Muted
from gui.widgets.file_choice import ask_file_to_open


class DropZone(QWidget):
    """`chosen(Path)` for the one file dropped or chosen; several at once are refused by `refused(str)`."""

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, title: str, kinds: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAcceptDrops(True)
        self._title, self._kinds = title, kinds
        self._over = False
        self.button: QPushButton = secondary(self.tr("Choose a &file…"), f"{name}_button")
        self.words = Muted(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(16), px(16), px(16))
        row.setSpacing(px(16))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._on_button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are taken, anything else is not."""
        if self.isEnabled() and event.mimeData().hasUrls():
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As before."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """One file of this computer."""
        self._over = False
        self.update()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1:
            self.chosen.emit(Path(paths[0]))
        else:
            self.refused.emit(self.tr("Drop one file of this computer at a time."))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame; a whole one while a file hovers over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(tokens().accent if self._over else tokens().line)
        pen = QPen(colour, px(2) if self._over else max(1.0, px(1)))
        pen.setStyle(Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inside = self.rect().adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(inside, px(6), px(6))
        painter.end()

    @Slot()
    def _on_button(self) -> None:
        ask_file_to_open(self, self._title, self._kinds, self.chosen.emit)
