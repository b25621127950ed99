"""Several scrolling columns that share parts: a part leaves its place only for another one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.column import ScrollColumn


def share(*places: tuple[ScrollColumn, Sequence[QWidget]]) -> None:
    """Each column holds exactly its parts, in their order, and below them free room.

    A part that stands in its place is not touched: taking a card out and putting it back styles everything in it anew.
    A part of no column any more is only taken out of the layout: whoever asks hides and deletes it.
    """
    for column, parts in places:
        for widget in _held(column.column):
            if widget not in parts:
                column.column.removeWidget(widget)
    for column, parts in places:
        _hold(column.column, parts)


def _held(layout: QVBoxLayout) -> list[QWidget]:
    items = [layout.itemAt(index) for index in range(layout.count())]
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


def _hold(layout: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    for index, part in enumerate(parts):
        item = layout.itemAt(index)
        if item is None or item.widget() is not part:
            layout.removeWidget(part)
            layout.insertWidget(index, part)
    if layout.count() == len(parts):
        layout.addStretch(1)
