"""The whole-tablet plans of an oral dose as rows to choose from; on a tie or outside the limit nothing is chosen."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from gui.dose.words import supply_words, tablets_words, variance_words
from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet
from gui.widgets.card import Chip, Label, Line
from gui.widgets.flow import Flow
from gui.widgets.parts import throw_away
from regimen.numbers import plain
from regimen.order import DrugDose, TabletPlan

FIRST_SHOWN = 4
# Room in lines of body text: for one line a plan, and the least with its supply below.
WIDE_EM = 42
LEAST_EM = 30


class PlanRows(QWidget):
    """`chosen(drug, plan)` follows a person's choice; arrow keys move along the rows."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.buttons: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._dose: DrugDose | None = None
        self._all = False
        self._read_only = False
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, 0)
        self._column.setSpacing(px(2))
        self._table: QWidget | None = None

    def show_plans(self, dose: DrugDose, *, read_only: bool = False) -> None:
        """Replace the rows; the same plans with the same choice cost nothing and keep the focus."""
        if self._dose is not None and self._same(dose) and read_only == self._read_only:
            return
        if self._dose is None or self._dose.exact_mg != dose.exact_mg:
            self._all = False
        focused = any(button.hasFocus() for button in self.buttons)
        self._dose, self._read_only = dose, read_only
        self._rebuild()
        if focused and self.buttons:
            self.buttons[min(dose.chosen or 0, len(self.buttons) - 1)].setFocus()

    def minimumSizeHint(self) -> QSize:
        """What the rows need with the supply below each: where there is less room than now, they take that form."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), em(LEAST_EM)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the supply of a plan stands below it."""
        super().resizeEvent(event)
        narrow = self.width() < em(WIDE_EM)
        if narrow != self._narrow:
            focused = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
            self._narrow = narrow
            self._rebuild()
            if focused is not None and focused < len(self.buttons):
                self.buttons[focused].setFocus()

    def _same(self, dose: DrugDose) -> bool:
        before = self._dose
        return before is not None and (before.plans, before.chosen, before.drug) == (dose.plans, dose.chosen, dose.drug)

    def _rebuild(self) -> None:
        dose = self._dose
        if self._table is not None:
            throw_away(self._table)
            self._table = None
        self.buttons.clear()
        if dose is None or not dose.plans:
            return
        table = QWidget()
        table.setProperty("role", "clear")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        heads = ["", self.tr("Morning"), self.tr("Evening"), self.tr("A day"), self.tr("Off target")]
        if not self._narrow:
            heads.append(self.tr("Supply"))
        for column, head in enumerate(heads):
            grid.addWidget(Label(head, "small"), 0, column)
        shown = self._shown(dose)
        for place, index in enumerate(shown):
            grid.addWidget(Line(), 3 * place + 1, 0, 1, len(heads))
            self._add_row(grid, 3 * place + 2, index, dose)
        if len(shown) < len(dose.plans):
            more = quiet(self.tr("Show a&ll {0} plans").format(len(dose.plans)), f"plans_more_{dose.drug}")
            more.clicked.connect(self._on_more)
            grid.addWidget(more, 3 * len(shown) + 3, 0, 1, len(heads), Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._table = table
        self._column.addWidget(table)

    def _shown(self, dose: DrugDose) -> list[int]:
        every = list(range(len(dose.plans)))
        if self._read_only and dose.chosen is not None:
            return [dose.chosen]
        if self._all:
            return every
        first = every[:FIRST_SHOWN]
        return first if dose.chosen is None or dose.chosen in first else [*first, dose.chosen]

    def _add_row(self, grid: QGridLayout, row: int, index: int, dose: DrugDose) -> None:
        plan = dose.plans[index]
        letter = plan_letter(index)
        button = QRadioButton(letter)
        button.setObjectName(f"plan_{dose.drug}_{index}")
        button.setAccessibleName(spoken_plan(plan, letter))
        button.setChecked(dose.chosen == index)
        button.setEnabled(not self._read_only)
        button.toggled.connect(self._on_toggled)
        button.setProperty("index", index)
        self._group.addButton(button)
        self.buttons.append(button)
        grid.addWidget(button, row, 0)
        grid.addWidget(_tablet_chips(plan.am), row, 1)
        grid.addWidget(_tablet_chips(plan.pm), row, 2)
        grid.addWidget(Label(self.tr("{0} tablets").format(plan.tablets_per_day), "strong"), row, 3)
        grid.addWidget(self._variance(plan), row, 4)
        if self._narrow:
            supply = self.tr("Supply {0}").format(", ".join(supply_words(plan)))
            grid.addWidget(Label(supply, "label", wrap=True), row + 1, 1, 1, 4)
        else:
            grid.addWidget(Label("\n".join(supply_words(plan)), "label"), row, 5)

    def _variance(self, plan: TabletPlan) -> QWidget:
        words = variance_words(plan.variance_percent)
        if plan.label_answer:
            return Chip(self.tr("{0} · label").format(words), "note")
        if not plan.within_limit:
            return Chip(self.tr("{0} · outside").format(words), "warn")
        return Label(words, "label")

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        button = self.sender()
        if on and isinstance(button, QRadioButton) and self._dose is not None:
            self.chosen.emit(self._dose.drug, self._dose.plans[int(button.property("index"))])

    @Slot()
    def _on_more(self) -> None:
        self._all = True
        self._rebuild()
        if len(self.buttons) > FIRST_SHOWN:
            self.buttons[FIRST_SHOWN].setFocus()


def plan_letter(index: int) -> str:
    """0 -> "A", 25 -> "Z", 26 -> "AA"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def spoken_plan(plan: TabletPlan, letter: str) -> str:
    """A plan in one sentence for a screen reader."""
    supply = ", ".join(supply_words(plan))
    return (
        f"Plan {letter}: morning {tablets_words(plan.am)}, evening {tablets_words(plan.pm)}, "
        f"{plan.tablets_per_day} tablets a day, {variance_words(plan.variance_percent)} off target, supply {supply}"
    )


def _tablet_chips(tablets: Mapping[Decimal, int]) -> QWidget:
    flow = Flow()
    for mg in sorted(tablets, reverse=True):
        if tablets[mg]:
            flow.add(Chip(f"{tablets[mg]} × {plain(mg)} mg", "warn" if mg >= 500 else "plain"))
    if not any(tablets.values()):
        flow.add(Label("–", "label"))
    return flow
