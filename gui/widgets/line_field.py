"""A field of one line that understands what is typed, or says why not."""

from abc import abstractmethod

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.widgets.field import Field

MOST_LETTERS = 32


class LineField(Field):
    """What numbers and dates have in common.

    changed(str)        what stands there
    understood(object)  the value, None while empty or refused
    """

    changed = Signal(str)
    understood = Signal(object)

    def __init__(self, label: str, name: str, parent: QWidget | None, *, optional: bool) -> None:
        super().__init__(label, name, parent)
        self._optional = optional
        self._touched = False
        self.edit = QLineEdit()
        self.edit.setMaxLength(MOST_LETTERS)
        self.add_input(self.edit)
        self.end_layout()
        self.edit.textChanged.connect(self._on_text)
        self.edit.editingFinished.connect(self._on_left)

    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in as if it had been typed; it is judged by the same rule."""
        self.edit.setText(text)

    def ask_for(self) -> bool:
        """Say in words that the field is needed when it is empty; True when the field holds what it must."""
        self._touched = True
        self._judge(self.edit.text())
        return not self._refusal

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._judge(text)
        self.changed.emit(text)
        self._tell_understood()

    @Slot()
    def _on_left(self) -> None:
        self._touched = True
        self._judge(self.edit.text())

    def _judge_nothing(self) -> None:
        """An empty field: refused once it was left, unless it may be empty."""
        if self._touched and not self._optional:
            self._refusal = self.tr("This is needed.")
        self.update_message()

    @abstractmethod
    def _judge(self, text: str) -> None:
        """Understand the text or refuse it, and show the message."""

    @abstractmethod
    def _tell_understood(self) -> None:
        """Emit `understood` with the value."""
