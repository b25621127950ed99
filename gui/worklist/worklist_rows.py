"""The lines of one day: a model of plain values and the delegate that paints one patient on two lines."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme.icons import Name, paint_icon
from gui.theme.look import body_font, tokens
from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.two_lines import two_lines
from records.values.core import WorklistLine

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_PX = 68
# Parts of the width: who, regimen and cycle, what is due, what is missing.
PARTS = (0.0, 0.27, 0.46, 0.65, 1.0)


def spoken_line(line: WorklistLine) -> str:
    """The whole line as one sentence for a screen reader."""
    parts = [line.name, line.identifiers, f"{line.regimen}, cycle {line.cycle} day {line.cycle_day}", *line.due]
    parts.append("missing: " + ", ".join(line.missing) if line.missing else "nothing missing")
    return ". ".join((*parts, line.state))


class WorklistRows(QAbstractListModel):
    """Read-only; rows are replaced whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[WorklistLine, ...] = ()

    def show_lines(self, lines: Sequence[WorklistLine]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> WorklistLine:
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((*line.due, *line.missing)).replace("&", "&amp;").replace("<", "&lt;")
        return spoken_line(line) if role == Qt.ItemDataRole.DisplayRole else None


def sign_of(line: WorklistLine) -> tuple[Name, Tone]:
    """Nothing missing: a tick; a cycle that cannot go on: a warning."""
    return ("warn", "warn") if line.missing else ("ok", "ok")


class WorklistPainter(QStyledItemDelegate):
    """Name over identifiers, regimen over cycle, what is due, what is missing with a sign."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(px(480), px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One patient."""
        line: WorklistLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        colours = tokens()
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.raised))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        cycle = f"cycle {line.cycle} · day {line.cycle_day}"
        columns = (
            (line.name, line.identifiers),
            (line.regimen, cycle),
            (", ".join(line.due), line.state),
            (" · ".join(line.missing) or self.tr("nothing missing"), ""),
        )
        for number, (first, second) in enumerate(columns):
            self._column(painter, rect, number, first, second, line)

    def _column(self, painter: QPainter, rect: QRect, number: int, first: str, second: str, line: WorklistLine) -> None:
        colours = tokens()
        inner = rect.width() - 2 * px(16)
        left = rect.x() + px(16) + int(inner * PARTS[number])
        room = int(inner * (PARTS[number + 1] - PARTS[number])) - px(12)
        middle = rect.y() + rect.height() // 2
        colour = colours.text
        if number == 3:
            icon, tone = sign_of(line)
            size = px(16)
            paint_icon(painter, icon, QRectF(left, middle - size / 2, size, size), QColor(colours.tone(tone).bar))
            left, room = left + size + px(8), room - size - px(8)
            colour = colours.tone(tone).text
        painter.setPen(QColor(colour))
        painter.setFont(body_font(bold=number == 0))
        if not second:
            wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            if painter.fontMetrics().horizontalAdvance(first) > 2 * room:
                painter.setFont(body_font(12))
            place = QRect(left, rect.y() + px(3), room, rect.height() - px(6))
            if painter.fontMetrics().boundingRect(place, int(wrapped), first).height() > place.height():
                first = f"{len(line.missing)} missing: {line.missing[0]} …"
            painter.drawText(place, int(wrapped), first)
            return
        upper = _lines(painter, first, room)
        if len(upper) > 1:
            painter.setFont(body_font(12, bold=number == 0))
            upper = _lines(painter, first, room)
        upper_font, upper_height = painter.font(), painter.fontMetrics().height()
        painter.setFont(body_font(12))
        lower = _lines(painter, second, room)
        lower_height = painter.fontMetrics().height()
        y = middle - (len(upper) * upper_height + len(lower) * lower_height) // 2
        painter.setFont(upper_font)
        for words in upper:
            painter.drawText(QRect(left, y, room, upper_height), Qt.AlignmentFlag.AlignVCenter, words)
            y += upper_height
        painter.setFont(body_font(12))
        painter.setPen(QColor(colours.muted))
        for words in lower:
            painter.drawText(QRect(left, y, room, lower_height), Qt.AlignmentFlag.AlignVCenter, words)
            y += lower_height


def _lines(painter: QPainter, words: str, room: int) -> tuple[str, ...]:
    """Words in one or two lines of the painter's font: both identifiers are needed to tell people apart."""
    sizes = painter.fontMetrics()
    return two_lines(
        words, room, sizes.horizontalAdvance, lambda text: sizes.elidedText(text, Qt.TextElideMode.ElideRight, room)
    )
