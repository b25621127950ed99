"""What all fields share: a label above, the input, and a line of words below that takes no room while empty."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.announce import announce
from gui.widgets.card import Label
from gui.widgets.naming import set_property, slug, spoken
from gui.widgets.sight import show_if


class Field(QWidget):
    """Base of the fields. `message` shows the first there is: refusal, outside note, what was understood, hint."""

    def __init__(self, label: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: tuple[Tone, str] | None = None
        self._refusal = ""
        self._understood = ""
        self._hint = ""
        self._inputs: list[tuple[QWidget, str]] = []
        self.setProperty("role", "clear")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(4))
        self.label = Label(label)
        self.message = Label("", "message", wrap=True)
        self.message.setVisible(False)
        self.column.addWidget(self.label)
        self.set_name(name or slug(label))

    def set_name(self, name: str) -> None:
        """Give the field and all in it object names of their own: `name`, `name_edit`, `name_message`."""
        self.setObjectName(name)
        self.label.setObjectName(f"{name}_label")
        self.message.setObjectName(f"{name}_message")
        for widget, part in self._inputs:
            widget.setObjectName(f"{name}_{part}")

    def set_label(self, label: str) -> None:
        """Change the label and with it the accessible name of the input."""
        self.label.setText(label)
        for widget, _part in self._inputs:
            widget.setAccessibleName(self.accessible_name())

    def accessible_name(self) -> str:
        """What a screen reader says for the input."""
        return spoken(self.label.text())

    def add_input(self, widget: QWidget, part: str = "edit") -> None:
        """Put the input below the label; the label's mnemonic leads to it."""
        self._inputs.append((widget, part))
        widget.setObjectName(f"{self.objectName()}_{part}")
        widget.setAccessibleName(self.accessible_name())
        if self.label.buddy() is None:
            self.label.setBuddy(widget)
            self.setFocusProxy(widget)
        self.column.addWidget(widget)

    def end_layout(self) -> None:
        """Put the message line last; called once by each field."""
        self.column.addWidget(self.message)

    def set_hint(self, hint: str) -> None:
        """Words shown while there is nothing more important to say."""
        self._hint = hint
        self.update_message()

    def set_note(self, tone: Tone, text: str) -> None:
        """A note, warning or refusal from a rule that looks at more than this field; "" takes it away."""
        self._note = (tone, text) if text else None
        self.update_message()

    def note(self) -> str:
        """The words of the note set from outside, "" when there is none."""
        return self._note[1] if self._note else ""

    def refusal(self) -> str:
        """The sentence why what is typed cannot be used, "" when it can."""
        return self._refusal

    def update_message(self) -> None:
        """Show the most important words; tone by colour and, for a warning or refusal, by a sign before the words."""
        tone: Tone = "plain"
        words = self._hint
        if self._refusal:
            tone, words = "stop", self._refusal
        elif self._note:
            tone, words = self._note
            if self._understood and tone in ("plain", "note", "ok"):
                words = f"{self._understood} · {words}"
        elif self._understood:
            words = self._understood
        sign = {"stop": "✕ ", "warn": "! "}.get(tone, "")
        came = sign and self.isVisible() and self.message.text() != sign + words
        self.message.setText(sign + words if words else "")
        self.message.set_tone(tone)
        show_if(self.message, bool(words))
        for widget, _part in self._inputs:
            set_property(widget, "tone", tone if tone in ("stop", "warn") else "plain")
            widget.setAccessibleDescription(words)
        if came:
            announce(self, self.tr("{0}: {1}").format(self.accessible_name(), words))
