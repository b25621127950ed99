"""Which regimens are compared and with which options of their files, over how many weeks, for whose size."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.outcomes.flow_row import FlowRow
from gui.theme.metrics import px
from gui.widgets.card import Card, Line, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.number_field import NumberField
from gui.widgets.sight import show_if
from outcomes.burden.values import Chosen, RegimenChoices, usual_columns, usual_weeks


class RegimenRow(QWidget):
    """One regimen file: a tick, and its options once it is ticked. `changed` at every choice."""

    changed = Signal()

    def __init__(self, line: RegimenChoices, usual: Mapping[str, str] | None) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.line = line
        self.tick = Check(line.title, f"burden_take_{line.id}")
        self.tick.setProperty("role", "row")  # one of a list: its words are the file's, without a mnemonic
        self.tick.setChecked(usual is not None)
        self.options: dict[str, ComboField] = {}
        holder = FlowRow()
        for option in line.options:
            field = ComboField(option.title, option.choices, name=f"burden_{line.id}_{option.id}")
            longest = max(len(words) for _id, words in option.choices)
            field.combo.setMinimumContentsLength(min(max(longest, 14), 46))
            field.choose((usual or {}).get(option.id, option.choices[0][0]))
            field.chosen.connect(lambda _value: self._on_option())
            self.options[option.id] = field
            holder.add(field)
        self._holder = holder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.tick)
        column.addWidget(holder)
        self.tick.toggled.connect(lambda _on: self._on_option())
        self._show_options()

    def chosen(self) -> Chosen | None:
        """The regimen with the options that are asked; None while not ticked."""
        if not self.tick.isChecked():
            return None
        values = {ident: field.value() or "" for ident, field in self.options.items()}
        asked = [option.id for option in self.line.options if option.is_asked(values)]
        return Chosen(self.line.id, {ident: values[ident] for ident in asked})

    def _on_option(self) -> None:
        self._show_options()
        self.changed.emit()

    def _show_options(self) -> None:
        values = {ident: field.value() or "" for ident, field in self.options.items()}
        for option in self.line.options:
            show_if(self.options[option.id], option.is_asked(values))
        show_if(self._holder, self.tick.isChecked() and bool(self.options))


class BurdenChoice(Card):
    """`changed` when something that is counted changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("What is compared"))
        self.weeks = NumberField(
            self.tr("&Weeks"), "", least=Decimal(1), most=Decimal(104), decimals=0, name="burden_weeks"
        )
        self.whose = Segmented(
            (("reference", self.tr("Example")), ("patient", self.tr("Open patient"))),
            self.tr("Size"),
            name="burden_whose",
        )
        self.height_cm = NumberField(
            self.tr("&Height"), "cm", least=Decimal(100), most=Decimal(230), decimals=1, name="burden_height"
        )
        self.weight_kg = NumberField(
            self.tr("Wei&ght"), "kg", least=Decimal(30), most=Decimal(250), decimals=1, name="burden_weight"
        )
        self.whose_words = Muted("", small=True)
        self.whose_words.setObjectName("burden_whose_words")
        sizes = FlowRow()
        for field in (self.weeks, self.whose, self.height_cm, self.weight_kg):
            sizes.add(field)
        self.add(sizes)
        self.add(self.whose_words)
        self.rows: dict[str, RegimenRow] = {}
        self.weeks.set_text(str(usual_weeks()))
        for number in (self.weeks, self.height_cm, self.weight_kg):
            number.understood.connect(self._on_number)

    def show_regimens(self, lines: tuple[RegimenChoices, ...]) -> None:
        """One row a file; those usually compared come first, ticked."""
        usual = {one.regimen: one.options for one in usual_columns()}
        for line in sorted(
            lines, key=lambda line: [*usual, line.id].index(line.id) if line.id in usual else len(usual)
        ):
            self.add(Line())
            row = self.rows[line.id] = RegimenRow(line, usual.get(line.id))
            row.changed.connect(self.changed)
            self.add(row)

    def columns(self) -> tuple[Chosen, ...]:
        """The regimens ticked, in order."""
        found = (row.chosen() for row in self.rows.values())
        return tuple(one for one in found if one is not None)

    @Slot(object)
    def _on_number(self, value: object) -> None:
        if value is not None:
            self.changed.emit()
