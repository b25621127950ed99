"""Buttons by weight: one primary a page, secondary beside it, quiet for the rest. Each has a mnemonic and a name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from gui.theme import icons
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.widgets.naming import slug, spoken


def _button(text: str, role: str, name: str, icon: icons.Name | None) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setObjectName(name or slug(text))
    button.setAccessibleName(spoken(text))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    if icon is not None:
        colours = tokens()
        colour = {"primary": colours.on_accent, "quiet": colours.accent_text}.get(role, colours.text)
        button.setIcon(icons.icon(icon, colour, px(16), colours.muted))
        button.setIconSize(QSize(px(16), px(16)))
    return button


def primary(text: str, name: str = "", icon: icons.Name | None = None) -> QPushButton:
    """The one main action of a page."""
    return _button(text, "primary", name, icon)


def secondary(text: str, name: str = "", icon: icons.Name | None = None) -> QPushButton:
    """An action beside the main one."""
    return _button(text, "secondary", name, icon)


def quiet(text: str, name: str = "", icon: icons.Name | None = None) -> QPushButton:
    """An action that should not draw the eye."""
    return _button(text, "quiet", name, icon)


def one_of_many(button: QPushButton) -> None:
    """A button that stands once in each line of a list that can grow (a person, a line of a file): no letter of the
    alphabet is left for each, so it has none; Tab and the arrow keys lead from one to the next, Space presses it.
    """
    button.setProperty("alike", True)


def click_by_enter(page: QWidget, button: QPushButton) -> None:
    """Ctrl+Enter anywhere on a page presses its main button."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
