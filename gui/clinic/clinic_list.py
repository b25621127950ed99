"""The list of a day: Space marks a row, Ctrl+A all of them, Enter opens the patient; each row as tall as it needs."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.clinic.clinic_rows import (
    ROW_ROLE,
    ClinicRow,
    ClinicRows,
    Index,
    cycle_words,
    needs_by_kind,
    place_words,
    sign_of,
    state_words,
)
from gui.theme.icons import Name, paint_icon
from gui.theme.look import body_font, tokens
from gui.theme.metrics import px
from gui.theme.tokens import Tone

#: Left edge and width of each column as a share of what is left beside the mark: when, who, cycle, drugs, missing.
WIDE = ((0.0, 0.07), (0.07, 0.23), (0.30, 0.20), (0.50, 0.20), (0.70, 0.30))
#: The same where the window is narrow or the text large: drugs and what is missing stand below.
NARROW = ((0.0, 0.15), (0.15, 0.45), (0.60, 0.40), (0.0, 0.40), (0.40, 0.60))
LEAST_WIDE_PX = 760
MARK_PX = 40
PAD_PX = 8
WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap.value)


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a column."""

    text: str
    size: float = 12.0
    bold: bool = False
    muted: bool = False
    icon: Name | None = None
    tone: Tone | None = None


def columns_of(row: ClinicRow) -> tuple[tuple[Words, ...], ...]:
    """What stands in each column, from above."""
    line = row.line
    when, chair = place_words(row)
    needs = tuple(
        Words(words, icon=sign_of(kind)[0], tone=sign_of(kind)[1]) for kind, words in needs_by_kind(line)
    ) or (Words("nothing missing", icon="ok", tone="ok"),)
    return (
        (Words(when, 13, bold=True), Words(chair, muted=True)),
        (Words(line.name, 14, bold=True), Words(line.identifiers, muted=True)),
        (Words(line.regimen), Words(cycle_words(line), bold=True), Words(state_words(line), muted=True)),
        tuple(Words(drug) for drug in line.drugs),
        needs if line.treated else (),
    )


class ClinicPainter(QStyledItemDelegate):
    """A box to mark, then the columns; every word is shown, long ones in several lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the tallest column at the width of the list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, _height(index.data(ROW_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row: ClinicRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        colours = tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.raised))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        marked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        _paint_mark(painter, QRectF(rect.x() + px(14), rect.y() + px(PAD_PX + 1), px(16), px(16)), marked=marked)
        for place, words in _places(row, rect):
            _paint_column(painter, place, words)


def _places(row: ClinicRow, rect: QRect) -> list[tuple[QRect, tuple[Words, ...]]]:
    """Where each column stands."""
    wide = rect.width() >= px(LEAST_WIDE_PX)
    room, left = rect.width() - px(MARK_PX) - px(12), rect.x() + px(MARK_PX)
    columns, top = columns_of(row), rect.y() + px(PAD_PX)
    shares = WIDE if wide else NARROW
    boxes = [(left + int(room * start), int(room * share) - px(12)) for start, share in shares]
    heights = [_column_height(words, width) for words, (_x, width) in zip(columns, boxes, strict=True)]
    second = top if wide else top + max(heights[:3]) + px(4)
    return [
        (QRect(x, top if number < 3 else second, width, heights[number]), columns[number])
        for number, (x, width) in enumerate(boxes)
    ]


def _height(row: ClinicRow, width: int) -> int:
    bottom = max(place.y() + place.height() for place, _words in _places(row, QRect(0, 0, width, 0)))
    return bottom + px(PAD_PX)


def _column_height(words: tuple[Words, ...], width: int) -> int:
    return sum(_words_height(one, width) for one in words)


def _words_height(one: Words, width: int) -> int:
    if not one.text:
        return 0
    room = width - (px(22) if one.icon else 0)
    metrics = QFontMetrics(body_font(one.size, bold=one.bold))
    return max(metrics.boundingRect(QRect(0, 0, room, 10_000), WRAP, one.text).height(), metrics.height()) + px(1)


def _paint_column(painter: QPainter, place: QRect, words: tuple[Words, ...]) -> None:
    colours = tokens()
    y = place.y()
    for one in words:
        if not one.text:
            continue
        height, left = _words_height(one, place.width()), place.x()
        colour = colours.muted if one.muted else colours.text
        if one.icon is not None and one.tone is not None:
            size = px(14)
            paint_icon(painter, one.icon, QRectF(left, y + px(2), size, size), QColor(colours.tone(one.tone).bar))
            left, colour = left + px(22), colours.tone(one.tone).text
        painter.setFont(body_font(one.size, bold=one.bold))
        painter.setPen(QColor(colour))
        painter.drawText(QRect(left, y, place.right() - left + 1, height), WRAP, one.text)
        y += height


def _paint_mark(painter: QPainter, box: QRectF, *, marked: bool) -> None:
    """A box to tick that follows colour and scale."""
    colours = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if marked else colours.muted), max(1.4, box.width() / 11)))
    painter.setBrush(QColor(colours.accent) if marked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, px(3), px(3))
    if marked:
        path = QPainterPath()
        path.moveTo(box.left() + box.width() * 0.22, box.top() + box.height() * 0.52)
        path.lineTo(box.left() + box.width() * 0.42, box.top() + box.height() * 0.72)
        path.lineTo(box.left() + box.width() * 0.79, box.top() + box.height() * 0.30)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.on_accent), max(1.6, box.width() / 8)))
        painter.drawPath(path)
    painter.restore()


class ClinicList(QListView):
    """`opened(row)` at Enter or a double click."""

    opened = Signal(int)

    def __init__(self, rows: ClinicRows, name: str) -> None:
        super().__init__()
        self._rows = rows
        self.setObjectName("clinic_lines")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(ClinicPainter(self))
        self.setModel(rows)
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the marks of the chosen rows, Ctrl+A marks all, Escape takes all marks away."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.turn_marks()
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._rows.mark(range(self._rows.rowCount()), on=True)
        elif event.key() == Qt.Key.Key_Escape and self._rows.marked():
            self._rows.mark_where(())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box marks; anywhere else it chooses."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < px(MARK_PX) and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self._rows.mark((index.row(),), on=not self._rows.is_marked(index.row()))
            return
        super().mousePressEvent(event)

    def turn_marks(self) -> None:
        """Of the chosen rows: all marked, or none where all are."""
        chosen = [index.row() for index in self.selectedIndexes()]
        if not chosen and self.currentIndex().isValid():
            chosen = [self.currentIndex().row()]
        if chosen:
            self._rows.mark(chosen, on=not all(self._rows.is_marked(number) for number in chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
