"""A date read strictly and shown back with its weekday."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.date_rule import Style, read_date
from gui.widgets.dates import shown_date
from gui.widgets.line_field import LineField


class DateField(LineField):
    """Accepts 2026-03-02, 2 Mar 2026, and digits in the site's order. Ctrl+Up and Ctrl+Down step by a day.

    earliest, latest  inclusive limits, None: none
    """

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
        super().__init__(label, name, parent, optional=optional)
        self._style = style
        self._earliest = earliest
        self._latest = latest
        self._value: date | None = None
        self.edit.installEventFilter(self)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Up is a day later, Ctrl+Down a day earlier."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if control and step is not None and self._value is not None:
                self.set_value(self._value + timedelta(days=step))
                return True
        return False

    def _tell_understood(self) -> None:
        self.understood.emit(self._value)

    def _judge(self, text: str) -> None:
        self._value, self._refusal, self._understood = None, "", ""
        if not text.strip():
            self._judge_nothing()
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
