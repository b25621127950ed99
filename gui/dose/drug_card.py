"""One drug of the order: the dose as the largest thing, how it is given, tablets or vials, and how to change it."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.dose.change_panel import ChangePanel
from gui.dose.plan_rows import PlanRows
from gui.dose.words import days_words, iv_detail, iv_line, level_unit, oral_detail, variance_words
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.card import Card, Chip, Label, Muted
from gui.widgets.flow import Flow
from gui.widgets.sight import show_if
from regimen.definition import Drug
from regimen.expression import NumberStyle, amount
from regimen.numbers import plain
from regimen.order import DrugDose


class DrugCard(Card):
    """`looked_at(drug)` at a focus or click; `changed` when its dose is changed; `plan_chosen(drug, plan)`."""

    looked_at = Signal(str)
    changed = Signal()
    plan_chosen = Signal(str, object)

    def __init__(self, drug: Drug, style: NumberStyle, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.drug = drug
        self._style = style
        self.setObjectName(f"card_{drug.name}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name = Label(drug.name, "subheading")
        self.dose = Label("", "dose")
        self.dose.setObjectName(f"dose_{drug.name}")
        self.unit = Label("", "strong", wrap=True)
        self.chips = Flow()
        self.line = Muted("")
        self.why = Muted("", small=True)
        self.why.setObjectName(f"why_{drug.name}")
        self.why.setVisible(False)
        self.detail = Muted("")
        self.detail.setObjectName(f"detail_{drug.name}")
        self.plans = PlanRows()
        self.change = ChangePanel(drug)
        self.change.setVisible(False)
        self.change_button = quiet(self.tr("Change dose"), f"change_{drug.name}", icon="pencil")
        self.change_button.setAccessibleName(self.tr("Change the dose of {0}").format(drug.name))
        self._lay_out()
        show_if(self.change_button, drug.role != "inhibitor")
        self.change_button.clicked.connect(self._on_change)
        self.change.changed.connect(self.changed)
        self.plans.chosen.connect(self.plan_chosen)
        for part in (self, *self.findChildren(QWidget)):
            part.installEventFilter(self)

    def show_dose(self, dose: DrugDose | None, *, read_only: bool = False) -> None:
        """Show one dose, or that there is none yet."""
        show_if(self.change_button, self.drug.role != "inhibitor" and not read_only)
        if read_only:
            self.change.setVisible(False)
        self.chips.clear()
        if dose is None:
            self.dose.setText("–")
            self.unit.setText("")
            self.line.setText(days_words(self.drug.days))
            self.detail.setText(self.tr("no dose until the basis is complete"))
            self.plans.setVisible(False)
            return
        self._show_chips(dose)
        self._show_amount(dose)
        show_if(self.unit, bool(self.unit.text()))
        oral = dose.route == "po"
        show_if(self.plans, oral and bool(dose.plans))
        if oral:
            self.plans.show_plans(dose, read_only=read_only)
            times = self.tr("twice daily") if dose.doses_per_day == 2 else self.tr("once daily")
            self.line.setText(self.tr("{0} · by mouth, {1}").format(days_words(dose.days), times))
            self.detail.setText(oral_detail(dose, self._style))
        else:
            self.line.setText(iv_line(dose))
            self.detail.setText(iv_detail(dose, self._style))
        self.setAccessibleName(
            f"{dose.drug}: {self.dose.text()} {self.unit.text()}. {self.line.text()}. {self.detail.text()}"
        )

    def say_why(self, words: str) -> None:
        """Which decision the dose comes from, "" for none."""
        self.why.setText(words)
        show_if(self.why, bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever on the card gets the focus or a click, its proof is shown."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self.looked_at.emit(self.drug.name)
        return False

    def _show_chips(self, dose: DrugDose) -> None:
        if dose.level is not None and dose.per != "fixed":
            self.chips.add(Chip(f"{amount(dose.level, self._style)} {level_unit(dose)}", "accent"))
        if dose.starting_percent != 100:
            self.chips.add(Chip(self.tr("start {0} %").format(plain(dose.starting_percent)), "warn"))
        if dose.dose_level is not None:
            self.chips.add(Chip(self.tr("now {0} {1}").format(plain(dose.dose_level), level_unit(dose)), "warn"))
        elif dose.per != "fixed" or dose.percent != 100:
            self.chips.add(Chip(f"{plain(dose.percent)} %", "accent" if dose.percent == 100 else "warn"))
        if dose.capped:
            self.chips.add(Chip(self.tr("capped"), "warn"))
        if dose.held:
            self.chips.add(Chip(self.tr("on hold"), "stop"))

    def _show_amount(self, dose: DrugDose) -> None:
        if dose.route == "iv" or dose.dose_mg is not None:
            plan = dose.plans[dose.chosen] if dose.chosen is not None and dose.plans else None
            if plan is not None and plan.am_mg != plan.pm_mg:
                both = f"{amount(plan.am_mg, self._style)} + {amount(plan.pm_mg, self._style)} mg"
                self.dose.setText(both)
                self.unit.setText(self.tr("morning + evening"))
                return
            self.dose.setText(f"{amount(dose.dose_mg or Decimal(0), self._style)} mg")
            words = ""
            if plan is not None:
                daily = amount(plan.daily_mg, self._style)
                words = self.tr("twice daily · {0} mg per day · {1}").format(
                    daily, variance_words(plan.variance_percent)
                )
            self.unit.setText(words)
            return
        self.dose.setText(self.tr("choose"))
        self.unit.setText(self.tr("no plan is chosen"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.chips, 1)
        left.addLayout(head)
        left.addWidget(self.line)
        left.addWidget(self.why)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(px(2))
        for widget in (self.dose, self.unit, self.detail):
            widget.setAlignment(Qt.AlignmentFlag.AlignRight)
            right.addWidget(widget)
        row = QHBoxLayout()
        row.addLayout(left, 5)
        row.addLayout(right, 4)
        self.body.addLayout(row)
        self.body.addWidget(self.plans)
        self.body.addWidget(self.change)
        self.body.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_change(self) -> None:
        self.change.setVisible(not self.change.isVisible())
        if self.change.isVisible():
            self.change.how.setFocus()
        self.looked_at.emit(self.drug.name)
