"""A list to choose from, never editable: the value is always one of the choices or none yet."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from gui.theme.icons import paint_icon
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.widgets.field import Field


class PlainCombo(QComboBox):
    """Paints its own arrow; the wheel never changes a value in passing; names with spaces can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The styled box, then the arrow."""
        super().paintEvent(event)
        side = px(14)
        place = QRectF(self.width() - side - px(9), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, "down", place, QColor(tokens().muted))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A space inside a name being typed ("United S…") belongs to the name; else it opens the list, as always."""
        typed, now = event.text(), time.monotonic()
        in_a_name = (now - self._typed_at) * 1000 < QApplication.keyboardInputInterval()
        if typed.isprintable() and typed.strip():
            self._typed_at = now
        if typed == " " and in_a_name and not event.modifiers():
            self._typed_at = now
            self._search(typed)
            return
        super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        """Go on searching as Qt does with every other letter."""
        view = self.view()
        view.setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex()))
        view.keyboardSearch(typed)
        self.setCurrentIndex(view.currentIndex().row())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change what is chosen on it."""
        event.ignore()


class ComboField(Field):
    """Choices as (value, words); starts with nothing chosen unless told otherwise."""

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        optional: bool = False,
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name, parent)
        self._optional = optional
        self.combo = PlainCombo()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self.combo.setPlaceholderText(placeholder or self.tr("choose"))
        self.add_input(self.combo)
        self.end_layout()
        self.set_choices(choices)
        self.combo.currentIndexChanged.connect(self._on_chosen)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the choices; the value chosen stays chosen where it still exists."""
        before = self.value()
        self.combo.blockSignals(True)
        self.combo.clear()
        for value, words in choices:
            self.combo.addItem(words, value)
        self.combo.setCurrentIndex(self.combo.findData(before) if before is not None else -1)
        self.combo.blockSignals(False)

    def value(self) -> str | None:
        """The chosen value, None while nothing is chosen."""
        found = self.combo.currentData(Qt.ItemDataRole.UserRole)
        return None if found is None else str(found)

    def choose(self, value: str | None) -> None:
        """Choose a value; None or an unknown one chooses nothing."""
        self.combo.setCurrentIndex(-1 if value is None else self.combo.findData(value))

    def choose_or_admit(self, value: str | None) -> None:
        """Choose a stored value; one that is not among the choices becomes one, so that nothing stored is lost."""
        if value and self.combo.findData(value) < 0:
            self.combo.addItem(value, value)
        self.choose(value)

    def ask_for(self) -> bool:
        """Say in words that a choice is needed; True when there is one."""
        missing = self.value() is None and not self._optional
        self._refusal = self.tr("Choose one.") if missing else ""
        self.update_message()
        return not missing

    @Slot(int)
    def _on_chosen(self, _index: int) -> None:
        self._refusal = ""
        self.update_message()
        value = self.value()
        if value is not None:
            self.chosen.emit(value)
