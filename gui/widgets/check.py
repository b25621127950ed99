"""A tick box whose tick is painted, so that it follows colour and scale."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from gui.theme.look import tokens
from gui.widgets.naming import slug, spoken


class Check(QCheckBox):
    """Words and a box to tick; named by its words."""

    def __init__(self, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name or slug(text))
        self.setAccessibleName(spoken(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The styled box and words, then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        path = QPainterPath()
        path.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52)
        path.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71)
        path.lineTo(box.left() + box.width() * 0.78, box.top() + box.height() * 0.31)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().on_accent), max(1.6, box.width() / 9)))
        painter.drawPath(path)
        painter.end()
