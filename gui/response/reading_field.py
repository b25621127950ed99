"""One reading of the scan being typed: a size, or one letter that is written out at once."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.response.reading_rule import Kind, Read, measured, offered, read_reading, understood, vocabulary
from gui.theme.metrics import px
from gui.widgets.card import Label
from gui.widgets.field import Field

MOST_LETTERS = 64


class ReadingField(Field):
    """`changed()` at every key; `step(±1)`: up, down or Enter lead to the next reading."""

    changed = Signal()
    step = Signal(int)

    def __init__(self, label: str, kind: Kind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(label, name, parent)
        self.kind = kind
        self._read: Read | None = None
        self._touched = False
        self.edit = QLineEdit()
        self.edit.setMaxLength(MOST_LETTERS)
        self.edit.setProperty("role", "number" if measured(kind) else "")
        self.edit.setPlaceholderText(" ".join(word.letter for word in vocabulary(kind)))
        self.edit.setToolTip(offered(kind))
        self.unit_label = Label("mm" if measured(kind) else "", "unit")
        self.unit_label.setParent(self.edit)
        self.unit_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.add_input(self.edit)
        self.end_layout()
        self.label.setVisible(False)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_text)
        self.edit.editingFinished.connect(self._on_left)
        self.edit.installEventFilter(self)
        self._judge()

    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self.edit.setText(text)

    def read(self) -> Read | None:
        """What was understood, None while empty or refused."""
        return self._read

    def ask_for(self) -> bool:
        """Say in words that it is needed when it is empty; True when the field holds what it must."""
        self._touched = True
        self._judge()
        return self._read is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter go along the column; the unit stays at the right end."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
            if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in step:
                self.step.emit(step[Qt.Key(event.key())])
                return True
        if watched is self.edit and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Polish):
            self._place_unit()
        return False

    def _place_unit(self) -> None:
        self.unit_label.adjustSize()
        shown = self._read is not None and bool(self._read.pieces_mm)
        self.unit_label.setVisible(shown)
        width = self.unit_label.width()
        self.edit.setTextMargins(0, 0, width + px(4) if shown else 0, 0)
        self.unit_label.move(self.edit.width() - width - px(10), (self.edit.height() - self.unit_label.height()) // 2)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """A letter stands for its word as soon as it is typed."""
        for word in vocabulary(self.kind):
            if text.casefold() == word.letter:
                self.edit.setText(word.words)
                self.edit.selectAll()

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._judge()
        self.changed.emit()

    @Slot()
    def _on_left(self) -> None:
        self._touched = True
        self._judge()

    def _judge(self) -> None:
        text = self.edit.text()
        self._read, self._refusal, self._understood = None, "", ""
        if not text.strip():
            if self._touched:
                self._refusal = self.tr("Not said yet.")
        else:
            found = read_reading(self.kind, text)
            if isinstance(found, str):
                self._refusal = found
            else:
                self._read, self._understood = found, understood(self.kind, text, found)
        self._place_unit()
        self.update_message()
