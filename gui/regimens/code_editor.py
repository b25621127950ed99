"""A plain text with numbered lines; refused lines are marked beside their number."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.theme.look import tokens
from gui.theme.metrics import px


class _Numbers(QWidget):
    """The strip at the left of the text."""

    def __init__(self, editor: "CodeEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """As wide as the last number."""
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers of the lines in sight."""
        self._editor.paint_numbers(event)


class CodeEditor(QPlainTextEdit):
    """`mark(lines)` shows where something is refused; `go_to(line)` brings a line into sight, with the caret."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("role", "mono")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._marked: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def mark(self, lines: Collection[int]) -> None:
        """Mark these lines, counted from 1, and no others."""
        self._marked = frozenset(lines)
        self._numbers.update()

    def marked(self) -> frozenset[int]:
        """The lines marked."""
        return self._marked

    def go_to(self, line: int) -> None:
        """Bring a line into sight, the caret at its beginning."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def numbers_width(self) -> int:
        """Room for the numbers."""
        digits = len(str(max(1, self.blockCount())))
        return px(14) + self.fontMetrics().horizontalAdvance("9") * max(digits, 3)

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines in sight; a refused line has a bar and a number in the colour of a stop."""
        colours = tokens()
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(colours.ground))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
        while block.isValid() and top <= event.rect().bottom():
            height = round(self.blockBoundingRect(block).height())
            number = block.blockNumber() + 1
            refused = number in self._marked
            if refused:
                painter.fillRect(0, top, px(4), height, QColor(colours.tone("stop").bar))
            painter.setPen(QColor(colours.tone("stop").text if refused else colours.muted))
            right = int(Qt.AlignmentFlag.AlignRight)
            painter.drawText(0, top, self._numbers.width() - px(6), height, right, str(number))
            block, top = block.next(), top + height
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is as high as the text."""
        super().resizeEvent(event)
        self._place_numbers()

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    @Slot(QRect, int)
    def _follow(self, place: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, place.y(), self._numbers.width(), place.height())
