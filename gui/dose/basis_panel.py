"""The dosing basis: what doses are computed from, each value shown back as it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.dose.basis_texts import SCORES, dpyd_choice, medicines_of, policy_words, texts_of
from gui.dose.lab_fields import LabFields, asked_analytes
from gui.dose.typed import KnownBasis, TypedBasis
from gui.widgets.card import Card, Chip, Muted
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.flow import Flow
from gui.widgets.number_field import NumberField
from gui.widgets.sight import show_if
from gui.widgets.text_field import TextField
from records.course.course_plan import CourseFiles
from records.values.core import Measurement
from regimen.dpyd import result
from regimen.errors import Refusal
from regimen.expression import signed_percent
from regimen.given import Creatinine, CreatinineUnit, Dpyd
from regimen.kidney import creatinine_umol_l
from regimen.numbers import plain
from regimen.order import CycleOrder
from regimen.unit_words import unit_words


@dataclass(frozen=True, slots=True)
class _Asked:
    """A plausibility question on one field: the value that has to be typed again."""

    key: str  # what `Basis.confirmed` holds when it is answered
    value: Decimal


class BasisPanel(Card):
    """`changed` follows every change; `texts` and `set_texts` carry exactly what was typed."""

    changed = Signal()

    def __init__(
        self, known: KnownBasis, files: CourseFiles, style: Style, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._today = today
        self.set_title(self.tr("Dosing basis"))
        self._known = known
        self._files = files
        self._confirmed: dict[str, str] = {}
        self._asked: dict[str, _Asked] = {}
        self._make_fields(style)
        self._lay_out()
        self._connect()
        self.set_texts(texts_of(known, files))

    # --- what stands here

    def texts(self) -> dict[str, str]:
        """Field -> exactly what was typed or chosen, valid or not."""
        kept = {name: field.text() for name, field in self._typed().items()}
        kept |= {name: combo.value() or "" for name, combo in self._chosen().items()}
        kept |= {f"confirmed.{name}": text for name, text in self._confirmed.items()}
        return kept | self.labs.texts()

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what was typed."""
        self._confirmed = {k.removeprefix("confirmed."): v for k, v in texts.items() if k.startswith("confirmed.")}
        for name, field in self._typed().items():
            field.set_text(texts.get(name, ""))
        for name, combo in self._chosen().items():
            combo.choose(texts.get(name) or None)
        self.labs.set_texts(texts)
        self._update_reason()
        self._later.stop()  # nobody typed this

    def tell_now(self) -> bool:
        """Tell of a change at once that was about to be told of. Whether there was one."""
        waiting = self._later.isActive()
        if waiting:
            self._later.stop()
            self.changed.emit()
        return waiting

    def basis(self) -> TypedBasis:
        """Everything as understood."""
        return TypedBasis(
            day1=self.day1.value(),
            height_cm=self.height_field.value(),
            height_date=self.height_date.value(),
            weight_kg=self.weight.value(),
            weight_date=self.weight_date.value(),
            creatinine=self._creatinine_value(),
            dpyd=self._dpyd_value(),
            medicines=medicines_of(self.medicines.value()),
            labs=self.labs.values(self.labs_date.value()),
            confirmed=self._confirmed_fields(),
        )

    def refused_fields(self) -> tuple[str, ...]:
        """Labels of the fields whose text cannot be used: they block signing, nothing typed is passed over."""
        every = [*self._typed().values(), *self.labs.fields.values(), *self.labs.limits.values()]
        return tuple(field.label.text().replace("&", "") for field in every if field.refusal())

    # --- what the engine says about it

    def show_order(self, order: CycleOrder | None, refusals: tuple[Refusal, ...]) -> None:
        """Notes beside the fields: the last value and change, the clearance, refusals, questions to confirm."""
        for field in self._noted().values():
            field.set_note("plain", "")
        self._note_weight()
        self._note_dates()
        if order is not None:
            self._note_creatinine(order)
            self._note_questions(order)
        fields = self._noted()
        for refusal in refusals:
            target = next((f for name, f in fields.items() if refusal.field.startswith(name)), None)
            if target is not None and not target.refusal() and target.text():
                target.set_note("stop", refusal.reason)

    def confirm_field(self) -> NumberField:
        """The field in which a questioned value is typed again."""
        return self.confirm

    # --- making it

    def _make_fields(self, style: Style) -> None:
        self.day1 = DateField(self.tr("Day 1 of this cycle"), style=style, name="day1")
        self.height_field = NumberField(self.tr("&Height"), "cm", name="height")
        self.height_date = DateField(self.tr("Measured on"), style=style, optional=True, name="height_date")
        self.weight = NumberField(self.tr("&Weight"), "kg", name="weight")
        self.weight_date = DateField(self.tr("Weighed on"), style=style, optional=True, name="weight_date")
        self.creatinine = NumberField(self.tr("Creati&nine"), "", decimals=3, optional=True, name="creatinine")
        self.creatinine_unit = ComboField(
            self.tr("Unit"), tuple((unit, unit_words(unit)) for unit in ("mg/dL", "umol/L")), name="creatinine_unit"
        )
        self.creatinine_date = DateField(self.tr("Taken on"), style=style, optional=True, name="creatinine_date")
        scores = [(score, f"{score} · {result(score=Decimal(score)).phenotype}") for score in SCORES]
        self.dpyd = ComboField(
            self.tr("DPYD activit&y score"),
            [*scores, ("pending", self.tr("pending")), ("not_tested", self.tr("not tested"))],
            name="dpyd",
        )
        self.dpyd_reason = TextField(self.tr("Why not tested"), 200, optional=True, name="dpyd_reason")
        self.medicines = TextField(
            self.tr("&Medicines that matter"),
            400,
            optional=True,
            placeholder=self.tr("warfarin, phenytoin"),
            name="medicines",
        )
        self.labs = LabFields(self._files.regimen, self._known.cycle, self._known.labs)
        self.labs_date = DateField(self.tr("&Blood test of"), style=style, optional=True, name="labs_date")
        self.confirm = NumberField(
            self.tr("Type it again to confirm"), "", decimals=3, optional=True, name="confirm_value"
        )
        self.confirm.setVisible(False)

    def _lay_out(self) -> None:
        self.add(self.day1)
        self.add(Row(self.height_field, self.height_date))
        self.add(Row(self.weight, self.weight_date))
        self.add(self.confirm)
        self.creatinine_unit.combo.setMinimumContentsLength(6)
        self.add(Row(self.creatinine, self.creatinine_unit))
        self.creatinine.column.removeWidget(self.creatinine.message)
        self.add(self.creatinine.message)  # the clearance with its formula needs the whole width
        self.add(self.creatinine_date)
        self.add(self.dpyd)
        self.add(self.dpyd_reason)
        self.add(self.medicines)
        if asked_analytes(self._files.regimen, self._known.cycle):
            self.add(self.labs_date)
            self.add(self.labs)
        else:
            self.labs_date.setVisible(False)
        self.add(Muted(self.tr("Computed with"), small=True))
        self.add(_chips(policy_words(self._files)))
        self.body.addStretch(1)

    def _connect(self) -> None:
        # One reckoning after a burst of signals: setting a unit or a whole draft changes several fields at once.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.changed)
        for field in self._typed().values():
            field.changed.connect(self._on_changed)
        for combo in self._chosen().values():
            combo.chosen.connect(self._on_changed)
        self.labs.changed.connect(self._on_changed)
        self.confirm.understood.connect(self._on_confirm_typed)
        self.confirm.edit.editingFinished.connect(self._on_confirm)

        for measured, field, day in (
            (self._known.height, self.height_field, self.height_date),
            (self._known.weight, self.weight, self.weight_date),
        ):
            field.edit.textEdited.connect(lambda _text, m=measured, f=field, d=day: self._date(m, f, d))

    def _date(self, before: Measurement | None, field: NumberField, day: DateField) -> None:
        """A height or weight that is typed is of today, as the date beside it then says, until another day is typed.

        The date of the value that stood here before never becomes the date of a new one.
        """
        value, on = field.value(), day.value()
        stored = before.on if before is not None else None
        day1 = self.day1.value()
        if value is None or (day1 is not None and self._today > day1):
            return
        if before is not None and value == before.value:
            if on == self._today:
                day.set_value(stored)
        elif on == stored and not day.refusal():
            day.set_value(self._today)

    def _typed(self) -> dict[str, NumberField | DateField | TextField]:
        return {
            "day1": self.day1,
            "height_cm": self.height_field,
            "height_date": self.height_date,
            "weight_kg": self.weight,
            "weight_date": self.weight_date,
            "creatinine": self.creatinine,
            "creatinine_date": self.creatinine_date,
            "dpyd_reason": self.dpyd_reason,
            "medicines": self.medicines,
            "labs_date": self.labs_date,
        }

    def _chosen(self) -> dict[str, ComboField]:
        return {"creatinine_unit": self.creatinine_unit, "dpyd": self.dpyd}

    def _noted(self) -> dict[str, NumberField | DateField | TextField]:
        """Dotted key of the engine's refusals -> the field they belong beside; the more exact key first."""
        fields: dict[str, NumberField | DateField | TextField] = {
            "day1": self.day1,
            "basis.height_date": self.height_date,
            "basis.weight_date": self.weight_date,
            "basis.creatinine.date": self.creatinine_date,
            "basis.height": self.height_field,
            "basis.weight": self.weight,
            "basis.creatinine": self.creatinine,
            "basis.dpyd": self.dpyd_reason,
            "labs_date": self.labs_date,
        }
        return fields | {f"labs.{name}": field for name, field in self.labs.fields.items()}

    @Slot()
    def _on_changed(self) -> None:
        self._update_reason()
        self._later.start()

    def _update_reason(self) -> None:
        show_if(self.dpyd_reason, self.dpyd.value() == "not_tested")
        unit = self.creatinine_unit.value() or ""
        if self.creatinine.unit() != unit:
            self.creatinine.set_unit(unit)

    # --- values

    def _creatinine_value(self) -> Creatinine | None:
        value, unit = self.creatinine.value(), self.creatinine_unit.value()
        if value is None or unit is None or value == 0:
            return None
        return Creatinine(value, cast(CreatinineUnit, unit), self.creatinine_date.value())

    def _dpyd_value(self) -> Dpyd:
        chosen, before = self.dpyd.value() or "not_tested", self._known.dpyd
        if chosen in SCORES:
            same = before.status == "done" and chosen == dpyd_choice(before)
            return before if same else Dpyd(activity_score=Decimal(chosen), status="done", date=before.date)
        status = cast(Literal["pending", "not_tested"], chosen)
        return Dpyd(status=status, not_tested_reason=self.dpyd_reason.value(), date=before.date)

    def _confirmed_fields(self) -> frozenset[str]:
        """A confirmation holds only for the very value it was given for."""
        now = {
            "height_cm": self.height_field.value(),
            "weight_kg": self.weight.value(),
            "creatinine": self.creatinine.value(),
        }
        now |= {f"labs.{name}": field.value() for name, field in self.labs.fields.items()}
        here = {
            name
            for name, text in self._confirmed.items()
            if (value := now.get(name)) is not None and text == plain(value)
        }
        stored = {
            m.kind for m in (self._known.height, self._known.weight) if m and m.confirmed and now[m.kind] == m.value
        }
        return frozenset(here | stored)

    # --- notes

    def _note_weight(self) -> None:
        last, now = self._known.previous, self.weight.value()
        if last is None or last.weight_kg is None or now is None:
            return
        change = (now - last.weight_kg) / last.weight_kg * 100
        words = self.tr("doses so far on {0} kg ({1})") if last.doses_mg else self.tr("last weight {0} kg ({1})")
        self.weight.set_note("note", words.format(format(last.weight_kg, "f"), signed_percent(change)))

    def _note_dates(self) -> None:
        """Blood is rarely taken on the day it is typed in: the old date stays, but it is said whose date it is."""
        words = self.tr("date of the earlier value")
        before = self._known.creatinine
        typed, on = self.creatinine.value(), self.creatinine_date.value()
        if before is not None and typed not in (None, before.value) and on is not None and on == before.date:
            self.creatinine_date.set_note("warn", words)
        labs = self._known.labs
        last = max((lab.date for lab in labs.values() if lab.date is not None), default=None)
        changed = any(f.value() not in (None, labs[n].value) for n, f in self.labs.fields.items() if n in labs)
        if changed and last is not None and self.labs_date.value() == last:
            self.labs_date.set_note("warn", words)

    def _note_creatinine(self, order: CycleOrder) -> None:
        given, renal = self._creatinine_value(), order.renal
        if given is None or renal is None:
            return
        umol = creatinine_umol_l(given.value, given.unit)
        other = f"{umol:.1f} µmol/L" if given.unit == "mg/dL" else f"{umol / Decimal('88.4'):.2f} mg/dL"
        words = self.tr("{0} · Cockcroft-Gault {1} mL/min, {2} weight {3} kg")
        self.creatinine.set_note(
            "note", words.format(other, f"{renal.crcl_ml_min:.1f}", renal.weight_used, plain(round(renal.weight_kg, 1)))
        )

    def _note_questions(self, order: CycleOrder) -> None:
        self._asked = {}
        fields = self._noted()
        for alert in order.alerts:
            if alert.code != "confirm-value":
                continue
            name = alert.params.get("field", "")
            field = next((f for key, f in fields.items() if _same_field(key, name)), None)
            value = field.value() if isinstance(field, NumberField) else None
            if field is not None and value is not None:
                field.set_note("warn", alert.params.get("message", "") or self.tr("Is this right?"))
                self._asked[name] = _Asked(alert.params.get("confirm", name), value)
        self._update_confirm()

    def _update_confirm(self) -> None:
        shown = bool(self._asked)
        if shown:
            first = next(iter(self._asked.values()))
            self.confirm.set_label(self.tr("Type {0} again to confirm").format(plain(first.value)))
        elif self.confirm.isVisible():
            self.confirm.set_text("")
        show_if(self.confirm, shown)

    @Slot(object)
    def _on_confirm_typed(self, value: Decimal | None) -> None:
        """The very value typed again is the answer; no key has to follow it."""
        asked = next(iter(self._asked.values()), None)
        if asked is not None and value == asked.value:
            self._confirmed[asked.key] = plain(asked.value)
            self._asked = {}
            self._later.start()

    @Slot()
    def _on_confirm(self) -> None:
        if self._asked and self.confirm.value() is not None:
            self.confirm.set_note("stop", self.tr("That is another value than the one in the field."))


def _same_field(key: str, name: str) -> bool:
    return name.startswith((key, key.removeprefix("basis.")))


def _chips(words: tuple[str, ...]) -> QWidget:
    flow = Flow()
    for text in words:
        flow.add(Chip(text, "accent"))
    return flow
