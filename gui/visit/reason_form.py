"""A deed that needs a reason, asked for in place: a quiet button, then the field and the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.text_field import TextField

MOST_LETTERS = 400


class ReasonForm(QWidget):
    """`given(str)`: the reason, once the second button is pressed with one.

    name  of the button that opens it; the field is `{name}_why`, the second button `{name}_button`
    """

    given = Signal(str)

    def __init__(self, opens: str, asks: str, does: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.open_button = quiet(opens, name)
        self.why = TextField(asks, MOST_LETTERS, name=f"{name}_why")
        self.button = secondary(does, f"{name}_button")
        self._fields = QWidget()
        self._fields.setProperty("role", "clear")
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(px(12), 0, 0, px(4))
        inner.setSpacing(px(6))
        inner.addWidget(self.why)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        self._fields.hide()
        self.open_button.clicked.connect(lambda _checked=False: self._open())
        self.button.clicked.connect(lambda _checked=False: self._give())

    def close_fields(self) -> None:
        """As before it was opened."""
        self.why.set_text("")
        self._fields.hide()

    def _open(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        if not self._fields.isHidden():
            self.why.setFocus()

    def _give(self) -> None:
        if self.why.ask_for():
            self.given.emit(self.why.value())
