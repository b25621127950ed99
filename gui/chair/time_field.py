"""A time of the day: 930, 9:30 and 09:30 are the same; the key n puts in the present minute."""

import re
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.chair.infusions import tr
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.field import Field

_TIME = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})", re.ASCII)


def now() -> datetime:
    """The moment, in the time of this place."""
    return datetime.now().astimezone()


def read_time(text: str) -> str | None:
    """ "HH:MM", None where it is no time of the day."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return f"{int(found[1]):02d}:{found[2]}"


class TimeField(Field):
    """`value()` is "HH:MM", "" while empty or refused; `changed(str)` after each key."""

    changed = Signal(str)

    def __init__(self, label: str, name: str, clock: Callable[[], datetime] = now) -> None:
        super().__init__(label, name)
        self._clock = clock
        self.edit = QLineEdit()
        self.edit.setMaxLength(8)
        self.edit.setPlaceholderText(tr("n: now"))
        self.now_button = quiet(tr("Now"), f"{name}_now")
        self.now_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.now_button.setAccessibleName(tr("{0}: now").format(self.accessible_name()))
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        self._inputs.append((self.edit, "edit"))
        self.edit.setObjectName(f"{name}_edit")
        self.edit.setAccessibleName(self.accessible_name())
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        row.addWidget(self.edit, 1)
        row.addWidget(self.now_button)
        self.column.addWidget(holder)
        self.end_layout()
        self.edit.textChanged.connect(self._on_text)
        self.edit.installEventFilter(self)
        self.now_button.clicked.connect(lambda _checked=False: self.set_now())

    def text(self) -> str:
        """Exactly what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in as if it had been typed."""
        self.edit.setText(text)

    def value(self) -> str:
        """The time understood, "" while there is none."""
        return read_time(self.edit.text()) or ""

    def set_now(self) -> None:
        """The present minute."""
        self.edit.setText(f"{self._clock():%H:%M}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key n."""
        if watched is not self.edit or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.text().lower() != "n" or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        self.set_now()
        return True

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._refusal = self._understood = ""
        found = read_time(text)
        if text.strip() and found is None:
            self._refusal = tr("A time is written 9:30 or 930.")
        elif found is not None and found != text:
            self._understood = tr("read as {0}").format(found)
        self.update_message()
        self.changed.emit(text)
