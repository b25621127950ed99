"""The fields a checker fills in from the source: empty at first, judged strictly, each with its unit."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.second_check.second_person import tr
from gui.theme.metrics import em, px
from gui.widgets.combo import ComboField
from gui.widgets.number_field import NumberField
from records.values.signatures import BlindEntry, BlindLab
from regimen.analytes import analytes
from regimen.unit_words import unit_words

WIDE_EM = 36
_SIZES = {"height_cm": ("cm", Decimal(300)), "weight_kg": ("kg", Decimal(700))}


def title_of(name: str) -> str:
    """A field in words."""
    own = {"height_cm": tr("Height"), "weight_kg": tr("Weight"), "computation": tr("result of the computation")}
    known = analytes().by_name.get(name)
    return own.get(name) or (known.title if known is not None else name)


class CheckFields(QWidget):
    """`changed()` after each key. No field ever holds a value of the order.

    asked           names as `records.course.blind_check.fields_asked` gives them
    creatinine_unit what this practice reports creatinine in; the checker chooses what stands in the source
    """

    changed = Signal()

    def __init__(self, asked: tuple[str, ...], creatinine_unit: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setMaximumWidth(em(WIDE_EM))
        self.numbers: dict[str, NumberField] = {}
        self.units: dict[str, ComboField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(10))
        for row, name in enumerate(asked):
            self._add(grid, row, name, creatinine_unit)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _add(self, grid: QGridLayout, row: int, name: str, creatinine_unit: str) -> None:
        if name in _SIZES:
            unit, most = _SIZES[name]
            number = NumberField(title_of(name), unit, least=Decimal(1), most=most, name=f"check_{name}")
            grid.addWidget(number, row, 0, 1, 2)
        else:
            known = analytes().by_name[name]
            number = NumberField(title_of(name), "", least=Decimal(0), decimals=3, name=f"check_{name}")
            choices = tuple((unit, unit_words(unit)) for unit in known.units)
            unit_field = ComboField(tr("Unit in the source"), choices, name=f"check_{name}_unit")
            unit_field.combo.setAccessibleName(tr("{0}, unit in the source").format(title_of(name)))
            unit_field.choose(creatinine_unit if name == "creatinine" else known.unit)
            unit_field.chosen.connect(lambda _unit: self.changed.emit())
            self.units[name] = unit_field
            grid.addWidget(number, row, 0)
            grid.addWidget(unit_field, row, 1)
        number.changed.connect(lambda _text: self.changed.emit())
        self.numbers[name] = number

    def missing(self) -> tuple[str, ...]:
        """Fields without a value that can be used."""
        return tuple(title_of(name) for name, field in self.numbers.items() if field.value() is None)

    def entry(self, note: str) -> BlindEntry | None:
        """Everything typed; None while something is missing."""
        values = {name: value for name, field in self.numbers.items() if (value := field.value()) is not None}
        if len(values) < len(self.numbers):
            return None
        labs = {name: BlindLab(values[name], self.units[name].value() or "") for name in self.units}
        return BlindEntry(values["height_cm"], values["weight_kg"], labs, note)

    def wipe(self) -> None:
        """Nothing of whoever typed last stays."""
        for field in self.numbers.values():
            field.set_text("")
            field.set_note("plain", "")

    def texts(self) -> Mapping[str, str]:
        """What stands in the fields."""
        return {name: field.text() for name, field in self.numbers.items()}

    def first(self) -> NumberField:
        """Where typing begins."""
        return next(iter(self.numbers.values()))
