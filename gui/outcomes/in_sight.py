"""Scrolls to a place of a widget, in whatever it lies in."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.theme.metrics import px


def bring_in_sight(widget: QWidget, spot: QPoint) -> None:
    """Scroll so that a spot of the widget is seen with something around it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is not None and inside is not None:
        place = widget.mapTo(inside, spot)
        above.ensureVisible(place.x(), place.y(), px(40), px(90))
