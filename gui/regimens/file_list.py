"""How the list of files is painted: a bold line over a muted one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme.look import body_font, tokens
from gui.theme.metrics import px


class TwoLines(QStyledItemDelegate):
    """A bold line over a muted one, from an item's text with one line break."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All items are alike."""
        return QSize(px(120), px(50))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One file."""
        colours, rect = tokens(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(rect, px(6), px(6))
        first, _, second = str(index.data()).partition("\n")
        inner, half = rect.adjusted(px(10), px(4), -px(8), -px(4)), rect.height() // 2 - px(4)
        for words, font, colour, top in (
            (first, body_font(bold=True), colours.text, inner.top()),
            (second, body_font(12), colours.muted, inner.top() + half),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner.left(), top, inner.width(), half, int(Qt.AlignmentFlag.AlignVCenter), shown)
