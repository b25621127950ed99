"""What stores something says so where it is made, so that it is off while records can only be read."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

PROPERTY = "stores"
W = TypeVar("W", bound=QWidget)


def stores(widget: W) -> W:
    """A button that stores something, or a page or card on which everything does; see gui/shell/reading_only.py."""
    widget.setProperty(PROPERTY, True)
    return widget
