"""A message in its place on the page, never a box over it: sign, words, and buttons to answer with."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from gui.theme import icons
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.announce import announce
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Label
from gui.widgets.flow import FlowLayout
from gui.widgets.naming import set_property, slug
from gui.widgets.parts import throw_away
from gui.widgets.sight import show_if

_SIGNS: dict[str, icons.Name] = {"note": "note", "warn": "warn", "stop": "stop", "ok": "ok", "accent": "note"}


class Strip(QFrame):
    """Hidden until `say` gives it words. `closed` follows the person's own closing, not `clear`.

    below   answers stand below the words and not beside them, in several lines where the strip is narrow
    spoken  a screen reader is told what appears; not where somebody else tells it
    """

    closed = Signal()

    def __init__(
        self,
        name: str = "strip",
        *,
        closable: bool = False,
        below: bool = False,
        spoken: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "strip")
        self._tone: Tone = "plain"
        self._spoken = spoken
        self.sign = QLabel()
        self.sign.setFixedSize(px(18), px(18))
        self.title = Label("", "strong", wrap=True)
        self.words = Label("", "label", wrap=True)
        self.foot = Label("", "small", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        for label in (self.title, self.words, self.foot):
            column.addWidget(label)
        self._answers: QLayout = FlowLayout() if below else QHBoxLayout()
        self._answers.setSpacing(px(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(8), px(10), px(8))
        row.setSpacing(px(10))
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        if below:
            column.addLayout(self._answers)
        else:
            row.addLayout(self._answers)
        self.close_button = quiet(self.tr("Cl&ose"), f"{name}_close")
        self.close_button.clicked.connect(self._on_close)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        show_if(self.close_button, closable)
        self.setVisible(False)

    def say(self, tone: Tone, words: str, title: str = "", foot: str = "") -> None:
        """Show words in a tone; earlier buttons go away."""
        before = self.text() if self.isVisible() else ""
        self._tone = tone
        self.clear_actions()
        set_property(self, "tone", tone)
        for label, text in ((self.title, title), (self.words, words), (self.foot, foot)):
            label.setText(text)
            show_if(label, bool(text))
        sign = _SIGNS.get(tone)
        show_if(self.sign, sign is not None)
        if sign is not None:
            self.sign.setFixedSize(px(18), px(18))
            self.sign.setPixmap(icons.pixmap(sign, tokens().tone(tone).bar, px(18), self.devicePixelRatioF()))
            self.sign.setAccessibleName(
                {"note": self.tr("Note"), "warn": self.tr("Warning"), "stop": self.tr("Stop")}.get(tone, "")
            )
        self.setAccessibleName(". ".join(part for part in (title, words) if part))
        show_if(self, self.parentWidget() is not None)  # without a parent it would be a window of its own
        if self._spoken and self.isVisible() and self.text() != before:
            announce(self, self.text(), urgent=tone in ("stop", "warn"))

    def event(self, event: QEvent) -> bool:
        """What was said before it had a place on a page is shown there."""
        if event.type() == QEvent.Type.ParentChange and self.parentWidget() is not None and self.text():
            self.setVisible(True)
        return super().event(event)

    def text(self) -> str:
        """All words shown, for tests and screen readers."""
        return " ".join(label.text() for label in (self.title, self.words, self.foot) if label.text())

    def tone(self) -> Tone:
        """The tone last said."""
        return self._tone

    def add_action(self, text: str, do: Callable[[], object], name: str = "", *, main: bool = False) -> QPushButton:
        """A button to answer with, at the right."""
        full = f"{self.objectName()}_{name or slug(text)}"
        button = secondary(text, full) if main else quiet(text, full)
        button.clicked.connect(lambda _checked=False: do())
        self._answers.addWidget(button)
        return button

    def clear_actions(self) -> None:
        """Take all buttons away."""
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                throw_away(widget)

    def clear(self) -> None:
        """Take the message away."""
        self.clear_actions()
        for label in (self.title, self.words, self.foot):
            label.setText("")
        self.setVisible(False)

    def _on_close(self) -> None:
        self.clear()
        self.closed.emit()
