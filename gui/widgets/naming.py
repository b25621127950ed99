"""Names for assistive technology and for tests, made from what is seen."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def spoken(text: str) -> str:
    """A label without its mnemonic sign: "&Height" -> "Height"; "&&" stays an ampersand."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def slug(text: str) -> str:
    """An object name from a label: "Weight, today" -> "weight_today"."""
    return _NOT_IN_NAMES.sub("_", spoken(text).lower()).strip("_")


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet reads, and have the style read it again if it has done so before."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
