"""Several scrolling columns that share parts: a part leaves its place only for another one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.column import ScrollColumn
from gui.widgets.parts import widgets_in


def share(*places: tuple[ScrollColumn, Sequence[QWidget]]) -> None:
    """Each column holds exactly its parts, in their order, and below them free room.

    A part that stands in its place is not touched: taking a card out and putting it back styles everything in it anew.
    A part of no column any more is only taken out of the layout: whoever asks hides and deletes it.
    """
    for column, parts in places:
        for widget in widgets_in(column.column):
            if widget not in parts:
                column.column.removeWidget(widget)
    for column, parts in places:
        _hold(column.column, parts)


def _hold(layout: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    for index, part in enumerate(parts):
        if layout.indexOf(part) != index:
            layout.removeWidget(part)
            layout.insertWidget(index, part)
    if layout.count() == len(parts):
        layout.addStretch(1)
