"""The blood values the regimen asks for on day 1: one field each, in the unit reported, with its upper limit."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.number_field import NumberField
from regimen.analytes import analytes
from regimen.definition import Regimen
from regimen.given import Lab
from regimen.unit_words import unit_words

_OWN_FIELDS = ("creatinine", "dpyd")


def asked_analytes(regimen: Regimen, cycle: int) -> tuple[str, ...]:
    """The values the regimen asks for in this cycle's phase; creatinine and DPYD have fields of their own."""
    return tuple(name for name in regimen.asks_of(cycle) if name not in _OWN_FIELDS)


def needs_upper_limit(regimen: Regimen) -> frozenset[str]:
    """The analytes some treatment-day limit compares with the upper limit of normal."""
    return frozenset(
        limit.analyte for chosen in regimen.limit_sets for limit in chosen.limits if limit.times_uln and limit.analyte
    )


class LabFields(QWidget):
    """`changed` follows every key stroke."""

    changed = Signal()

    def __init__(self, regimen: Regimen, cycle: int, labs: Mapping[str, Lab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.fields: dict[str, NumberField] = {}
        self.limits: dict[str, NumberField] = {}
        self._given = dict(labs)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        known = analytes().by_name
        upper = needs_upper_limit(regimen)
        for row, name in enumerate(asked_analytes(regimen, cycle)):
            analyte = known[name]
            unit = labs[name].unit if name in labs else analyte.unit
            field = NumberField(analyte.title, unit, decimals=3, optional=True, name=f"lab_{name}")
            self.fields[name] = field
            field.changed.connect(lambda _text: self.changed.emit())
            wide = 1 if name in upper else 2
            grid.addWidget(field, row, 0, 1, wide)
            if name in upper:
                limit = NumberField(self.tr("Upper limit"), unit, decimals=3, optional=True, name=f"lab_{name}_uln")
                words = self.tr("{0}, upper limit of normal ({1})").format(analyte.title, unit_words(unit))
                limit.edit.setAccessibleName(words)
                limit.changed.connect(lambda _text: self.changed.emit())
                self.limits[name] = limit
                grid.addWidget(limit, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def texts(self) -> dict[str, str]:
        """What stands in the fields, for the draft."""
        kept = {f"lab.{name}": field.text() for name, field in self.fields.items()}
        return kept | {f"uln.{name}": field.text() for name, field in self.limits.items()}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed."""
        for name, field in self.fields.items():
            field.set_text(texts.get(f"lab.{name}", ""))
        for name, field in self.limits.items():
            field.set_text(texts.get(f"uln.{name}", ""))

    def values(self, on: date | None) -> dict[str, Lab]:
        """Analyte -> value as understood, all of one blood test. Baseline and lower limit stay those on record."""
        found = {}
        for name, field in self.fields.items():
            value = field.value()
            if value is None:
                continue
            before = self._given.get(name)
            limit = self.limits[name].value() if name in self.limits else None
            found[name] = Lab(
                value=value,
                unit=field.unit(),
                lln=before.lln if before else None,
                uln=limit if limit is not None else (before.uln if before else None),
                baseline=before.baseline if before else None,
                date=on,
            )
        return found

    def each(self, do: Callable[[str, NumberField], None]) -> None:
        """Do something with every value field."""
        for name, field in self.fields.items():
            do(name, field)


def lab_texts(labs: Mapping[str, Lab], names: tuple[str, ...]) -> dict[str, str]:
    """The texts that show stored values: exactly as they were entered."""
    texts = {f"lab.{name}": _text(labs[name].value) for name in names if name in labs}
    for name in names:
        uln = labs[name].uln if name in labs else None
        if uln is not None:
            texts[f"uln.{name}"] = _text(uln)
    return texts


def _text(value: Decimal) -> str:
    return format(value, "f")
