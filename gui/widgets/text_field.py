"""One line of words with a limit; signs that hide or turn text round are refused in words."""

import unicodedata

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from gui.widgets.field import Field

# The joiners some scripts need inside names.
_NEEDED = frozenset("\u200c\u200d")
_HIDDEN = frozenset({"Cc", "Cs", "Co", "Cf", "Cn"})


def hidden_sign(text: str) -> str:
    """The first sign that cannot be seen or stored, as U+XXXX, "" when all are plain."""
    for sign in text:
        if sign not in _NEEDED and unicodedata.category(sign) in _HIDDEN:
            return f"U+{ord(sign):04X}"
    return ""


class TextField(Field):
    """Words as typed; `value()` is trimmed and in Unicode's composed form, `text()` is exactly what stands there.

    limit     most letters
    optional  whether an empty field is an answer
    """

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        limit: int = 120,
        *,
        optional: bool = False,
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name, parent)
        self._optional = optional
        self._touched = False
        self.edit = QLineEdit()
        self.edit.setMaxLength(limit)
        self.edit.setPlaceholderText(placeholder)
        self.add_input(self.edit)
        self.end_layout()
        self.edit.textChanged.connect(self._on_text)
        self.edit.editingFinished.connect(self._on_left)

    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self.edit.setText(text)

    def value(self) -> str:
        """The words to keep, "" while refused or empty."""
        if hidden_sign(self.edit.text()):
            return ""
        return " ".join(unicodedata.normalize("NFC", self.edit.text()).split())

    def suggest(self, words: tuple[str, ...]) -> None:
        """Offer known words while typing; anything else may be typed as well."""
        from PySide6.QtCore import Qt

        completer = QCompleter(list(words), self.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(completer)

    def ask_for(self) -> bool:
        """Say in words that the field is needed when it is empty; True when it holds what it must."""
        self._touched = True
        self._judge()
        return not self._refusal

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._judge()
        self.changed.emit(text)

    @Slot()
    def _on_left(self) -> None:
        self._touched = True
        self._judge()

    def _judge(self) -> None:
        self._refusal = ""
        sign = hidden_sign(self.edit.text())
        if sign:
            self._refusal = self.tr("There is a sign in it that cannot be seen ({0}); type the words again.").format(
                sign
            )
        elif self._touched and not self._optional and not self.edit.text().strip():
            self._refusal = self.tr("This is needed.")
        self.update_message()
