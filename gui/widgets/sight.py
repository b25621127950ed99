"""Showing and hiding without work for nothing."""

from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget; one that will be seen with what it stands in is left alone.

    Told to show, a widget is styled and measured at once, also inside a page that is not in sight; styled so early, it
    is styled again each time what it stands in is put somewhere.
    """
    if not wanted or widget.isHidden():
        widget.setVisible(wanted)
