"""The lines of the patients list: a model of plain values and the delegate that paints one line at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px
from gui.widgets.dates import shown_date

if TYPE_CHECKING:
    from records.values.core import PatientLine

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_PX = 40
SMALL_PX = 12
MARGIN_PX = 16
# Where each column begins, as parts of the width between the margins: name, identifiers, born, course, next visit.
PARTS = (0.0, 0.27, 0.49, 0.64, 0.84, 1.0)


class PatientRows(QAbstractListModel):
    """Read-only; rows are replaced whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[PatientLine] = ()

    def show_lines(self, lines: "Sequence[PatientLine]") -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> "PatientLine":
        """The line of one row."""
        return self._lines[row]

    def rowCount(self, parent: Index = TOP) -> int:
        """Rows, none below a row."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line itself for the delegate; one sentence for a screen reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in column_words(line) if part)
        return None


def column_words(line: "PatientLine") -> tuple[str, str, str, str, str]:
    """What stands in the five columns."""
    born = f"{shown_date(line.birth_date, weekday=False)} · {line.sex}"
    return line.name, line.identifiers, born, line.course, "" if line.next_date is None else shown_date(line.next_date)


class PatientLinePainter(QStyledItemDelegate):
    """Paints straight from the line; fonts and colours are fetched once per change of look."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._hovered = -1
        self._current = -1
        view.entered.connect(self._on_entered)
        view.viewportEntered.connect(lambda: self._on_entered(QModelIndex()))
        self.refresh()

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self._view.viewport().update()

    def refresh(self) -> None:
        """Take colours and sizes anew after the look changed."""
        colours = tokens()
        self._plain: QFont = body_font()
        self._bold: QFont = body_font(bold=True)
        self._plain_size = QFontMetrics(self._plain)
        self._bold_size = QFontMetrics(self._bold)
        self._text = QColor(colours.text)
        self._muted = QColor(colours.muted)
        self._line = QColor(colours.line)
        self._chosen = QColor(colours.selection)
        self._bar = QColor(colours.accent)
        self._under = QColor(colours.raised)
        self._height = px(ROW_PX)
        self._margin = px(MARGIN_PX)

    def set_current(self, row: int) -> None:
        """The chosen row. Asking Qt for its style or viewport builds a hundred types before the first paint."""
        if row != self._current:
            self._current = row
            self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(px(320), self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line: name in bold, the rest plain; what is too long for its column stands on two lines."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        row = index.row()
        if row == self._current:
            fill(painter, rect, self._chosen)
            fill(painter, QRect(left, top, px(3), height), self._bar)
        elif row == self._hovered:
            fill(painter, rect, self._under)
        fill(painter, QRect(left, top + height - 1, width, 1), self._line)
        inner = self._view.width() - 2 * self._margin  # as the heads, with or without a scroll bar
        centre = Qt.AlignmentFlag.AlignVCenter
        for column, words in enumerate(column_words(line)):
            if not words:
                continue
            start = left + self._margin + int(inner * PARTS[column])
            room = int(inner * (PARTS[column + 1] - PARTS[column])) - px(12)
            bold = column == 0
            painter.setFont(self._bold if bold else self._plain)
            painter.setPen(self._muted if column in (1, 2) else self._text)
            sizes = self._bold_size if bold else self._plain_size
            if sizes.horizontalAdvance(words) > room:
                words = self._in_two_lines(painter, words, room, bold=bold)
            painter.drawText(QRect(start, top, room, height - 1), centre, words)

    def _in_two_lines(self, painter: QPainter, words: str, room: int, *, bold: bool) -> str:
        """Long names and second identifiers in smaller letters on two lines: people are told apart by them."""
        from gui.widgets.two_lines import two_lines  # most lists need it for no line of the first paint

        painter.setFont(body_font(SMALL_PX, bold=bold))
        sizes = painter.fontMetrics()
        return "\n".join(
            two_lines(
                words,
                room,
                sizes.horizontalAdvance,
                lambda text: sizes.elidedText(text, Qt.TextElideMode.ElideRight, room),
            )
        )
