"""What stands in a layout, in its order, without asking it for its items.

`QLayout.itemAt` gives Python an object for an item that belongs to Qt. Qt frees items without a word (a widget leaves,
a page goes), Python's object stays in its layout's list, and once something else comes to lie at the same address,
whichever of the two goes first takes the other's place in Python's books: the program ends with signal 11. Widgets and
layouts are told of their end, so these are safe to hold.
"""

from PySide6.QtWidgets import QLayout, QWidget


def places_in(layout: QLayout) -> list[tuple[int, QWidget | QLayout]]:
    """Number and part of every place that holds a widget or a layout, in order; stretches are left out."""
    around = layout.parentWidget()
    parts: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    if around is not None:
        parts += [one for one in around.children() if isinstance(one, QWidget)]
    found = [(layout.indexOf(part), part) for part in parts]
    return sorted((pair for pair in found if pair[0] >= 0), key=lambda pair: pair[0])


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets that stand in a layout itself, in order."""
    return [part for _place, part in places_in(layout) if isinstance(part, QWidget)]


def throw_away(*widgets: QWidget) -> None:
    """Take widgets off the page for good; deleted once nothing of theirs is under way any more."""
    for widget in widgets:
        widget.hide()  # one that was only just put in would else still be shown, as a window, before it is deleted
        widget.setParent(None)
        widget.deleteLater()
