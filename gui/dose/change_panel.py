"""Changing one drug's dose: the start for good, and a percent of it or a level in its place; a reason goes with it."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.dose.typed import TypedChange
from gui.theme.metrics import px
from gui.widgets.combo import ComboField
from gui.widgets.number_field import NumberField
from gui.widgets.sight import show_if
from gui.widgets.text_field import TextField
from regimen.definition import Drug
from regimen.numbers import plain

PERCENT = "percent"


class ChangePanel(QWidget):
    """`changed` follows every change. A percent is of this patient's start; a level stands in its place."""

    changed = Signal()

    def __init__(self, drug: Drug, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.drug = drug
        name = drug.name
        least, most = Decimal("0.01"), Decimal(100)
        self.start = NumberField(
            self.tr("Start of the course"), "%", least=least, most=most, optional=True, name=f"start_{name}"
        )
        self.how = ComboField(self.tr("This cycle by"), self._ways(), name=f"how_{name}")
        self.percent = NumberField(
            self.tr("Percent of that start"), "%", least=least, most=most, optional=True, name=f"percent_{name}"
        )
        self.reason = TextField(self.tr("Reason"), 200, optional=True, name=f"reason_{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, 0)
        row.setSpacing(px(8))
        for field, stretch in ((self.start, 2), (self.how, 3), (self.percent, 2), (self.reason, 5)):
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)  # only numbers have a line below
        for number in (self.start, self.percent):
            number.edit.setAccessibleName(f"{name}, {number.accessible_name()}")
            number.changed.connect(self._on_changed)
        self.how.combo.setAccessibleName(self.tr("{0}, dose of this cycle by").format(name))
        self.reason.edit.setAccessibleName(self.tr("{0}, reason for the change").format(name))
        self.how.chosen.connect(self._on_changed)
        self.reason.changed.connect(self._on_changed)
        self.show_change(TypedChange())

    def _ways(self) -> list[tuple[str, str]]:
        unit = {"m2": "mg/m²", "kg": "mg/kg", "fixed": "mg"}[self.drug.dose.per]
        levels = [(plain(level), f"{plain(level)} {unit}") for level in self.drug.dose.ladder]
        return [(PERCENT, self.tr("percent")), *levels]

    def show_change(self, change: TypedChange) -> None:
        """Show a stored change; whole percentages without decimals."""
        self.start.set_text(plain(change.starting_percent if change.starting_percent is not None else Decimal(100)))
        self.how.choose(PERCENT if change.level is None else plain(change.level))
        self.percent.set_text(plain(change.percent if change.percent is not None else Decimal(100)))
        self.reason.set_text(change.reason)
        self._update()

    def texts(self) -> dict[str, str]:
        """What stands here, for the draft."""
        name = self.drug.name
        return {
            f"start.{name}": self.start.text(),
            f"how.{name}": self.how.value() or PERCENT,
            f"percent.{name}": self.percent.text(),
            f"reason.{name}": self.reason.text(),
        }

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what was typed; what the draft does not name stays."""
        name = self.drug.name
        self.start.set_text(texts.get(f"start.{name}", self.start.text()))
        self.how.choose(texts.get(f"how.{name}", self.how.value() or PERCENT))
        self.percent.set_text(texts.get(f"percent.{name}", self.percent.text()))
        self.reason.set_text(texts.get(f"reason.{name}", self.reason.text()))
        self._update()

    def change(self) -> TypedChange:
        """The change as understood."""
        way = self.how.value() or PERCENT
        level = None if way == PERCENT else Decimal(way)
        return TypedChange(
            starting_percent=self.start.value(),
            percent=self.percent.value() if level is None else None,
            level=level,
            reason=self.reason.value(),
        )

    def refused_fields(self) -> tuple[str, ...]:
        """Fields whose text cannot be used, or that are empty where a number is needed."""
        fields = [self.start] if self.how.value() != PERCENT else [self.start, self.percent]
        return tuple(f"{self.drug.name}: {field.label.text()}" for field in fields if field.value() is None)

    @Slot()
    def _on_changed(self) -> None:
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        show_if(self.percent, self.how.value() == PERCENT)
