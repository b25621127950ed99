"""Lines a nurse adds to: batches with their expiry, vital signs at their times."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.chair.infusions import tr
from gui.chair.time_field import TimeField, now
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.column import Row
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.field import Field
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.values.administrations import Batch, VitalSigns

MOST_BATCHES, MOST_SIGNS = 20, 50


class BatchRow(Row):
    """A batch number and its expiry."""

    def __init__(self, name: str, number: int, style: Style) -> None:
        self.batch = TextField(tr("Batch {0}").format(number), 80, name=f"{name}_batch_{number}")
        self.expiry = DateField(
            tr("Expiry of batch {0}").format(number), style=style, optional=True, name=f"{name}_expiry_{number}"
        )
        super().__init__(self.batch, self.expiry)

    def fields(self) -> tuple[TextField | DateField, ...]:
        """In reading order."""
        return self.batch, self.expiry

    def value(self) -> Batch | None:
        """The batch, None while it has no number."""
        return Batch(self.batch.value(), self.expiry.value()) if self.batch.value() else None


class SignsRow(Row):
    """Vital signs at one time."""

    def __init__(self, name: str, number: int, clock: Callable[[], datetime] = now) -> None:
        self.at = TimeField(tr("Vital signs {0} at").format(number), f"{name}_signs_{number}_at", clock)

        def field(label: str, unit: str, part: str, least: int, most: int, decimals: int = 0) -> NumberField:
            made = NumberField(
                label, unit, least=Decimal(least), most=Decimal(most), decimals=decimals, optional=True,
                name=f"{name}_signs_{number}_{part}",
            )  # fmt: skip
            made.edit.setAccessibleName(f"{label}, {tr('vital signs {0}').format(number)} ({unit})")
            return made

        self.temperature = field(tr("Temperature"), "°C", "temperature", 25, 45, 1)
        self.pulse = field(tr("Pulse"), "/min", "pulse", 1, 400)
        self.systolic = field(tr("Systolic"), "mmHg", "systolic", 1, 400)
        self.diastolic = field(tr("Diastolic"), "mmHg", "diastolic", 1, 400)
        self.spo2 = field(tr("SpO2"), "%", "spo2", 1, 100)
        super().__init__(*self.fields())

    def fields(self) -> tuple[TimeField | NumberField, ...]:
        """In reading order."""
        return self.at, self.temperature, self.pulse, self.systolic, self.diastolic, self.spo2

    def value(self) -> VitalSigns | None:
        """The line, None while nothing was taken."""
        whole = [None if (v := f.value()) is None else int(v) for f in (self.pulse, self.systolic, self.diastolic,
                                                                        self.spo2)]  # fmt: skip
        temperature = self.temperature.value()
        if temperature is None and not any(one is not None for one in whole):
            return None
        return VitalSigns(self.at.value(), temperature, *whole)


R = TypeVar("R", BatchRow, SignsRow)


class Lines(QWidget, Generic[R]):
    """Rows of one kind with a button for one more. `changed()` after each key."""

    changed = Signal()

    def __init__(self, name: str, more: str, most: int, make: Callable[[int], R], first: int) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._make: Callable[[int], R] = make
        self._most = most
        self.rows: list[R] = []
        self.more = quiet(more, f"{name}_more", icon="plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(lambda _checked=False: self.add(focus=True))
        for _number in range(first):
            self.add()

    def add(self, *, focus: bool = False) -> None:
        """One row more at the end."""
        if len(self.rows) >= self._most:
            return
        row = self._make(len(self.rows) + 1)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.show()  # at once, so that Tab knows it
        for field in row.fields():
            field.changed.connect(lambda _text: self.changed.emit())
        if focus:
            row.fields()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def fields(self) -> tuple[Field, ...]:
        """Every field of every row."""
        return tuple(field for row in self.rows for field in row.fields())

    def texts(self) -> dict[str, str]:
        """Everything as typed, by object name."""
        return {field.objectName(): field.text() for row in self.rows for field in row.fields()}

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Texts as they were typed; rows that are needed for them are added."""
        while len(self.rows) < self._most:
            nxt = self._make(len(self.rows) + 1)
            wanted = any(texts.get(field.objectName()) for field in nxt.fields())
            nxt.deleteLater()
            if not wanted:
                break
            self.add()
        for row in self.rows:
            for field in row.fields():
                field.set_text(texts.get(field.objectName(), field.text()))
