"""Several short words in one field: Enter adds one, a click takes it away; what is still being typed counts too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.field import Field
from gui.widgets.flow import FlowLayout
from gui.widgets.naming import slug
from gui.widgets.parts import throw_away
from gui.widgets.text_field import hidden_sign


class WordList(Field):
    """`changed` after every change of the list or of what is being typed."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        limit: int = 120,
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name, parent)
        self._words: list[str] = []
        self.edit = QLineEdit()
        self.edit.setMaxLength(limit)
        self.edit.setPlaceholderText(placeholder or self.tr("type and press Enter"))
        self.add_button = quiet("", f"{self.objectName()}_add", icon="plus")
        self.add_button.setToolTip(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add to {0}").format(self.accessible_name()))
        row = QHBoxLayout()
        row.setSpacing(px(4))
        self.add_input(self.edit)
        self.column.removeWidget(self.edit)
        row.addWidget(self.edit, 1)
        row.addWidget(self.add_button)
        self.column.addLayout(row)
        self._chips = QWidget()
        self._chips.setProperty("role", "clear")
        self._flow = FlowLayout(self._chips)
        self.column.addWidget(self._chips)
        self._chips.setVisible(False)
        self.end_layout()
        if suggestions:
            self.suggest(suggestions)
        self.edit.textChanged.connect(self._on_text)
        self.edit.returnPressed.connect(self.add_typed)
        self.add_button.clicked.connect(lambda _checked=False: self.add_typed())

    def suggest(self, words: Sequence[str]) -> None:
        """Offer known words while typing."""
        completer = QCompleter(list(words), self.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(completer)

    def words(self) -> tuple[str, ...]:
        """All words, the one still in the input included."""
        typed = " ".join(self.edit.text().split())
        if typed and not hidden_sign(typed) and typed not in self._words:
            return (*self._words, typed)
        return tuple(self._words)

    def added(self) -> tuple[str, ...]:
        """The words added; what is being typed is `edit.text()`."""
        return tuple(self._words)

    def set_words(self, words: Sequence[str], typed: str = "") -> None:
        """Replace all words."""
        self._words = list(dict.fromkeys(words))
        self.edit.setText(typed)
        self._show()
        self.changed.emit()

    @Slot()
    def add_typed(self) -> None:
        """Take what stands in the input into the list."""
        typed = " ".join(self.edit.text().split())
        if not typed or hidden_sign(typed):
            return
        if typed not in self._words:
            self._words.append(typed)
        self.edit.clear()
        self._show()
        self.changed.emit()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        sign = hidden_sign(text)
        self._refusal = self.tr("There is a sign in it that cannot be seen ({0}).").format(sign) if sign else ""
        self.update_message()
        self.changed.emit()

    def _remove(self, word: str) -> None:
        self._words.remove(word)
        self._show()
        self.changed.emit()
        self.edit.setFocus()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                throw_away(widget)
        for number, word in enumerate(self._words):
            self._flow.addWidget(self._chip(number, word))
        self._chips.setVisible(bool(self._words))
        self._chips.updateGeometry()

    def _chip(self, number: int, word: str) -> QPushButton:
        chip = QPushButton(f"{word}  ×".replace("&", "&&"))
        chip.setProperty("role", "word")
        chip.setObjectName(f"{self.objectName()}_word_{number}_{slug(word)}")
        chip.setAccessibleName(self.tr("Take away {0}").format(word))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda _checked=False: self._remove(word))
        return chip
