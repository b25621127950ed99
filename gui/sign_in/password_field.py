"""A field for a password: dots for what is typed, kept to the letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.widgets.text_field import TextField

MOST = 256


class WipedField(TextField):
    """Words that can be taken away as if nobody had ever been there."""

    def wipe(self) -> None:
        """Forget what was typed, also for Undo."""
        self._touched = False
        self.edit.setText("")
        self._judge()


class PasswordField(WipedField):
    """`value()` is exactly what was typed; spaces at its ends belong to it."""

    def __init__(self, label: str, *, name: str) -> None:
        super().__init__(label, MOST, name=name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def value(self) -> str:
        """The password as typed."""
        return self.edit.text()
