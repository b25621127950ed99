"""Weight, vital signs, performance status and new medicines of the visit; each may stay empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout

from gui.theme.metrics import px
from gui.widgets.card import Card
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from regimen.expression import signed_percent
from regimen.plausibility_limits import limits


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class Vitals:
    """What was taken; None: not taken. Units in the names."""

    weight_kg: Decimal | None
    temperature_c: Decimal | None
    pulse_per_min: int | None
    systolic_mmhg: int | None
    diastolic_mmhg: int | None
    spo2_percent: int | None
    ecog: int | None
    new_medicines: tuple[str, ...]


class VitalsCard(Card):
    """`changed()` after each key."""

    changed = Signal()

    def __init__(self, last_weight: str, last_kg: Decimal | None) -> None:
        super().__init__(tr("Weight and vital signs"))
        self.setObjectName("vitals")
        self._last_kg = last_kg
        self.weight = self._number(tr("Weight"), "kg", "weight_kg", "20", "300", 2)
        self.weight.set_hint(last_weight)
        self.temperature = self._number(tr("Temperature"), "°C", "temperature_c", "30", "44", 1)
        self.pulse = self._number(tr("Pulse"), "/min", "pulse_per_min", "20", "300", 0)
        self.systolic = self._number(tr("Systolic"), "mmHg", "systolic_mmhg", "40", "300", 0)
        self.diastolic = self._number(tr("Diastolic"), "mmHg", "diastolic_mmhg", "20", "200", 0)
        self.spo2 = self._number(tr("SpO₂"), "%", "spo2_percent", "50", "100", 0)
        self.ecog = self._number(tr("ECOG"), "", "ecog", "0", "4", 0)
        self.medicines = TextField(
            tr("New medicines"), 400, optional=True, placeholder=tr("parted by commas"), name="visit_new_medicines"
        )
        self.fields = {
            "weight_kg": self.weight,
            "temperature_c": self.temperature,
            "pulse_per_min": self.pulse,
            "systolic_mmhg": self.systolic,
            "diastolic_mmhg": self.diastolic,
            "spo2_percent": self.spo2,
            "ecog": self.ecog,
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(lambda _text: self.changed.emit())
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.confirm = NumberField(
            tr("Type the weight again to confirm it"), "kg", decimals=2, optional=True, name="visit_weight_confirm"
        )
        self.add(self.confirm)
        self.confirm.hide()
        self.confirm.changed.connect(lambda _text: self.changed.emit())
        self.weight.understood.connect(self._on_weight)
        self.add(self.medicines)
        self.medicines.changed.connect(lambda _text: self.changed.emit())

    def _number(self, label: str, unit: str, name: str, least: str, most: str, decimals: int) -> NumberField:
        return NumberField(
            label, unit, least=Decimal(least), most=Decimal(most), decimals=decimals, optional=True,
            name=f"visit_{name}",
        )  # fmt: skip

    def vitals(self) -> Vitals:
        """What is understood."""

        def whole(field: NumberField) -> int | None:
            value = field.value()
            return None if value is None else int(value)

        names = tuple(name for word in self.medicines.value().split(",") if (name := word.strip()))
        return Vitals(
            self.weight.value(), self.temperature.value(), whole(self.pulse), whole(self.systolic),
            whole(self.diastolic), whole(self.spo2), whole(self.ecog), names,
        )  # fmt: skip

    def question(self) -> str:
        """Why the weight is asked about once more, "" where it is not: far from the last one, or rarely believed."""
        kg, known = self.weight.value(), limits()
        if kg is None:
            return ""
        if not known.of["weight_kg"].soft.holds(kg):
            return tr("{0} kg is unusual; type it again below.").format(f"{kg:f}")
        if self._last_kg is None or abs(kg - self._last_kg) * 100 <= known.weight_percent * self._last_kg:
            return ""
        change = signed_percent((kg - self._last_kg) / self._last_kg * 100)
        return tr("{0} on the last weight, {1} kg; type it again below.").format(change, f"{self._last_kg:f}")

    def confirmed(self) -> str:
        """What was typed in answer to the question, "" while there is none or it is another number."""
        kg = self.weight.value()
        return self.confirm.text() if self.question() and kg is not None and self.confirm.value() == kg else ""

    def _on_weight(self, _value: object) -> None:
        question = self.question()
        self.weight.set_note("warn", question)
        self.confirm.setVisible(bool(question))

    def texts(self) -> dict[str, str]:
        """Everything as typed."""
        kept = {f"vital.{name}": field.text() for name, field in self.fields.items()}
        return kept | {
            "vital.new_medicines": self.medicines.text(),
            "vital.weight_confirm": self.confirm.text(),
        }

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed."""
        for name, field in self.fields.items():
            field.set_text(texts.get(f"vital.{name}", ""))
        self.confirm.set_text(texts.get("vital.weight_confirm", ""))
        self.medicines.set_text(texts.get("vital.new_medicines", ""))

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        every = (*self.fields.values(), self.medicines)
        found = [f"{field.label.text()}: {field.refusal()}" for field in every if field.refusal()]
        if self.question() and not self.confirmed():
            found.append(f"{self.weight.label.text()}: {self.question()}")
        return tuple(found)
