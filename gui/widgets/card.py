"""Cards and the plain words on them: Card, Title, Heading, Label, Muted, Small, Chip, Line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.naming import set_property
from gui.widgets.sight import show_if


class Label(QLabel):
    """Plain text, never markup; `role` chooses its looks (title, heading, muted, small, strong, dose ...)."""

    def __init__(self, text: str = "", role: str = "label", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)
        self.setWordWrap(wrap)

    def set_tone(self, tone: Tone) -> None:
        """Colour the words by a tone; the words must say the same."""
        set_property(self, "tone", tone)


class Heading(Label):
    """The heading of a card."""

    def __init__(self, text: str = "", *, level: int = 2) -> None:
        super().__init__(text, "title" if level == 1 else "heading", wrap=level == 1)


class Muted(Label):
    """Words beside the matter."""

    def __init__(self, text: str = "", *, wrap: bool = True, small: bool = False) -> None:
        super().__init__(text, "small" if small else "muted", wrap=wrap)


class Chip(Label):
    """One short fact with a ground of its own."""

    def __init__(self, text: str, tone: Tone = "plain") -> None:
        super().__init__(text, "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class Line(QFrame):
    """A thin line between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "line")
        self.setFixedHeight(1)


class Card(QFrame):
    """A white panel with an optional heading; `.body` is the column its content goes into."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(16), px(14), px(16), px(16))
        self.body.setSpacing(px(8))
        self.heading = Heading(title)
        self.body.addWidget(self.heading)  # before it is made visible: a widget without a parent would be a window
        show_if(self.heading, bool(title))

    def set_title(self, title: str) -> None:
        """Change the heading; an empty one takes no room."""
        self.heading.setText(title)
        show_if(self.heading, bool(title))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the card."""
        self.body.addWidget(widget, stretch)

    def set_chosen(self, chosen: bool) -> None:
        """Outline the card as the one being worked on."""
        set_property(self, "chosen", "true" if chosen else "false")
