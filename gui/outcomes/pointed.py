"""What can be pointed at: it says what lies under the pointer, arrow keys go from mark to mark, Enter opens.

The base of the picture of a plot and of the bars of the comparison.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui.outcomes.in_sight import bring_in_sight
from gui.outcomes.pointing import Nearest, Way, mark_at, next_mark
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from outcomes.plots.values import Mark

_WAYS: dict[Qt.Key, Way] = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home", Qt.Key.Key_End: "end",
}  # fmt: skip
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
REACH_PX = 9
CALLOUT_EM = 25


class Pointed(QWidget):
    """Whoever draws says the marks and paints last `paint_pointed`. `opened(int)`: the place of a mark."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._marks: tuple[Mark, ...] = ()
        self._nearest: Nearest = "mark"
        self._title = ""
        self._chosen: int | None = None
        self._hovered: int | None = None

    def show_marks(self, marks: tuple[Mark, ...], nearest: Nearest, title: str) -> None:
        """What can be pointed at now. The mark chosen stays chosen where there are as many under the same title."""
        if not marks or title != self._title or len(self._marks) != len(marks):
            self._chosen = None
        self._hovered = None
        self._marks, self._nearest, self._title = marks, nearest, title
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if marks else Qt.FocusPolicy.NoFocus)
        self._tell()

    def marks(self) -> tuple[Mark, ...]:
        """What can be pointed at."""
        return self._marks

    def pointed(self) -> int | None:
        """The mark under the pointer, else the one chosen by keys."""
        return self._chosen if self._hovered is None else self._hovered

    def said(self) -> str:
        """The words of the mark pointed at."""
        place = self.pointed()
        return "" if place is None else self.marks()[place].words

    def rect_of(self, place: int) -> QRectF:
        """Where a mark lies on this widget."""
        mark = self.marks()[place]
        wide, high = self.width(), self.height()
        return QRectF(mark.left * wide, mark.top * high, mark.wide * wide, mark.high * high)

    def spot_of(self, place: int) -> QPoint:
        """A point of the widget that lies on a mark."""
        room = self.rect_of(place)
        return room.center().toPoint()

    # --- what a person does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(place)
        self.opened.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _WAYS and self.marks():
            self._hovered = None
            self._choose(next_mark(self.marks(), self._chosen, _WAYS[key]))
            if self._chosen is not None:
                bring_in_sight(self, self.spot_of(self._chosen))
        elif plain and key in _OPEN and self._chosen is not None:
            self.opened.emit(self._chosen)
        elif plain and key == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _at(self, spot: QPointF) -> int | None:
        size = (self.width(), self.height())
        return mark_at(self._marks, self._nearest, (spot.x(), spot.y()), size, px(REACH_PX))

    def _hover(self, place: int | None) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        leads = place is not None and bool(self.marks()[place].ids)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def choose_mark(self, words: str) -> None:
        """Choose the first mark that says these words, as keys would; none of them: nothing is chosen."""
        self._choose(next((n for n, mark in enumerate(self.marks()) if words and words in mark.words), None))

    def _choose(self, place: int | None) -> None:
        self._chosen = place
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the chosen mark to assistive technology."""
        if self._chosen is None:
            words = self.tr("{0}; arrow keys read its marks, the table has the same numbers").format(self._title)
        else:
            words = self.tr("{0}: {1}").format(self._title, self.marks()[self._chosen].words)
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # --- how it looks

    def paint_pointed(self, painter: QPainter) -> None:
        """Over everything else: the focus, the mark pointed at and its words."""
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        place = self.pointed()
        if place is not None:
            self._paint_mark(painter, self.rect_of(place))
            self._paint_callout(painter, self.rect_of(place), self.marks()[place].words)

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        """A ring around a point, a frame around a bar or cell, a thick line along a step with a dot at its start."""
        colours = tokens()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.text), px(2)))
        if self._nearest == "line":
            painter.drawLine(room.topLeft(), room.topRight())
            painter.setBrush(QColor(colours.text))
            painter.drawEllipse(room.topLeft(), px(4), px(4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif room.width() < 1 and room.height() < 1:
            painter.drawEllipse(room.center(), px(8), px(8))
        else:
            painter.drawRoundedRect(room.adjusted(-1, -1, 1, 1), px(2), px(2))

    def _paint_callout(self, painter: QPainter, room: QRectF, words: str) -> None:
        colours = tokens()
        font = body_font(12)
        pad = px(8)
        most = min(em(CALLOUT_EM), self.width() - 4 * pad)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        inside = QFontMetricsF(font).boundingRect(QRectF(0, 0, most, 10_000), flags, words)
        box = QRectF(0, 0, inside.width() + 2 * pad + 2, inside.height() + 2 * pad)
        at = room.topLeft() if self._nearest == "line" else room.center()
        left = min(max(at.x() + px(14), pad), self.width() - box.width() - pad)
        above = room.top() - box.height() - px(12)
        top = above if above >= 0 else min(room.bottom() + px(12), self.height() - box.height())
        box.moveTo(QPointF(left, max(top, 0.0)))
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(box.adjusted(pad, pad, -pad, -pad), flags, words)
