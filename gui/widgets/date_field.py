"""A date read strictly and shown back with its weekday."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.widgets.date_rule import Style, read_date
from gui.widgets.dates import shown_date
from gui.widgets.field import Field


class DateField(Field):
    """Accepts 2026-03-02, 2 Mar 2026, and digits in the site's order. Ctrl+Up and Ctrl+Down step by a day.

    earliest, latest  inclusive limits, None: none
    """

    changed = Signal(str)
    understood = Signal(object)  # date | None

    def __init__(
        self,
        label: str,
        *,
        optional: bool = False,
        style: Style = "dmy",
        earliest: date | None = None,
        latest: date | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name, parent)
        self._optional = optional
        self._style = style
        self._earliest = earliest
        self._latest = latest
        self._touched = False
        self._value: date | None = None
        self.edit = QLineEdit()
        self.edit.setMaxLength(32)
        self.add_input(self.edit)
        self.end_layout()
        self.edit.textChanged.connect(self._on_text)
        self.edit.editingFinished.connect(self._on_left)
        self.edit.installEventFilter(self)

    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self.edit.setText(text)

    def value(self) -> date | None:
        """The date understood, None while empty or refused."""
        return self._value

    def set_value(self, day: date | None) -> None:
        """Show a date, written so that any site reads it alike; None empties the field."""
        self.edit.setText("" if day is None else shown_date(day, weekday=False))

    def set_limits(self, earliest: date | None, latest: date | None) -> None:
        """Change the limits; what is typed is judged anew."""
        self._earliest, self._latest = earliest, latest
        self._judge(self.edit.text())

    def ask_for(self) -> bool:
        """Say in words that the field is needed when it is empty; True when it holds what it must."""
        self._touched = True
        self._judge(self.edit.text())
        return not self._refusal

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Up is a day later, Ctrl+Down a day earlier."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if control and step is not None and self._value is not None:
                self.set_value(self._value + timedelta(days=step))
                return True
        return False

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._judge(text)
        self.changed.emit(text)
        self.understood.emit(self._value)

    @Slot()
    def _on_left(self) -> None:
        self._touched = True
        self._judge(self.edit.text())

    def _judge(self, text: str) -> None:
        self._value, self._refusal, self._understood = None, "", ""
        if not text.strip():
            if self._touched and not self._optional:
                self._refusal = self.tr("This is needed.")
            self.update_message()
            return
        found = read_date(text, self._style)
        if isinstance(found, str):
            self._refusal = found
        elif self._earliest is not None and found < self._earliest:
            self._refusal = self.tr("{0} is too early; the first day accepted is {1}.").format(
                shown_date(found), shown_date(self._earliest)
            )
        elif self._latest is not None and found > self._latest:
            self._refusal = self.tr("{0} is too late; the last day accepted is {1}.").format(
                shown_date(found), shown_date(self._latest)
            )
        else:
            self._value = found
            self._understood = shown_date(found)
        self.update_message()
