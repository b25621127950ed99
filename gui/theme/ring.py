"""The ring around what has the keyboard's focus, for widgets that paint themselves."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.look import tokens
from gui.theme.metrics import px


def paint_ring(painter: QPainter, place: QRectF, radius: float = 0.0) -> None:
    """A ring inside `place`; as wide and in the colour that the look has for the focus."""
    colours = tokens()
    wide = px(colours.ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.focus), wide))
    painter.drawRoundedRect(place.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)


def ring_around(painter: QPainter, widget: QWidget) -> None:
    """In high contrast the whole widget gets the ring while it has the focus, besides the mark in it."""
    if tokens().high and widget.hasFocus():
        painter.setClipping(False)
        paint_ring(painter, QRectF(widget.rect()), px(4))
