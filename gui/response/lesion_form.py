"""A lesion to follow: where it is, what it is, and whether it is measured."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.column import Row
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.values.responses import LesionEntry

SIGNS = {"target": "T", "nontarget": "N", "new": "X"}


class LesionForm(Card):
    """`wanted(LesionEntry)` when the lesion is to be added; its name is the next free one of its role."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("lesion_form")
        self._used: frozenset[str] = frozenset()
        self.role = Segmented((), self.tr("Lesion"), name="lesion_role")
        self.kind = Segmented(
            (("non-node", self.tr("No node")), ("node", self.tr("Lymph node"))), self.tr("Kind"), name="lesion_kind"
        )
        self.organ = TextField(self.tr("Organ"), 80, name="lesion_organ", placeholder=self.tr("liver"))
        self.place = TextField(
            self.tr("Where in it"), 120, optional=True, name="lesion_place", placeholder=self.tr("segment 7")
        )
        self.slice = NumberField(self.tr("Slice, if over 5 mm"), "mm", optional=True, decimals=1, name="lesion_slice")
        self.film = Check(self.tr("measured on a chest &film"), "lesion_film")
        self.unfit = TextField(
            self.tr("Cannot be measured because"), 200, optional=True, name="lesion_unfit",
            placeholder=self.tr("fluid, treated field …"),
        )  # fmt: skip
        self.hint = Muted("", small=True)
        self.add_button = secondary(self.tr("Add &lesion"), "add_lesion", icon="plus")
        for widget in (Row(self.role), Row(self.kind), Row(self.organ, self.place), Row(self.slice, self.unfit)):
            self.add(widget)
        self.add(self.film)
        self.add(self.hint)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.add_button.clicked.connect(self._on_add)
        for field in (self.organ, self.place, self.unfit):
            field.edit.returnPressed.connect(self._on_add)
        self.role.chosen.connect(lambda _value: self._show_role())
        self.kind.choose("non-node")

    def begin(self, used: frozenset[str], *, before_baseline: bool) -> None:
        """used: names in force. Before the baseline targets and other disease are named, afterwards new lesions."""
        self._used = used
        values = {"target": self.tr("Target"), "nontarget": self.tr("Other disease"), "new": self.tr("New lesion")}
        wanted = ("target", "nontarget") if before_baseline else ("new",)
        if tuple(self.role.buttons) != wanted:
            self.role.set_choices(tuple((value, values[value]) for value in wanted))
            self.role.choose(wanted[0])
        self.set_title(self.tr("Lesion to follow") if before_baseline else self.tr("New lesion with a name of its own"))
        self._show_role()

    def role_value(self) -> str:
        """The role chosen."""
        return self.role.value() or "target"

    def entry(self) -> LesionEntry | None:
        """The lesion as entered, None while something is missing or refused."""
        good = [self.organ.ask_for(), not self.slice.refusal(), not self.place.refusal(), not self.unfit.refusal()]
        if not all(good):
            return None
        role = self.role_value()
        entry = LesionEntry(
            self._name(role), role, self.organ.value(), self.kind.value() or "non-node", self.place.value(),  # type: ignore[arg-type]
            unfit=self.unfit.value(),
        )  # fmt: skip
        if role == "target":
            return replace(entry, slice_mm=self.slice.value(), chest_film=self.film.isChecked())
        return entry

    def clear(self) -> None:
        """After it was added: organ and role stay, what is one lesion's own goes."""
        for field in (self.place, self.unfit):
            field.set_text("")
        self.slice.set_text("")
        self.film.setChecked(False)
        self.place.edit.setFocus()

    def _name(self, role: str) -> str:
        number = 1
        while f"{SIGNS[role]}{number}" in self._used:
            number += 1
        return f"{SIGNS[role]}{number}"

    def _show_role(self) -> None:
        self.role.setVisible(len(self.role.buttons) > 1)
        target = self.role_value() == "target"
        for widget in (self.slice, self.film):
            widget.setVisible(target)
        self.unfit.setVisible(self.role_value() != "new")
        self.hint.setText(
            self.tr("At most 5 targets, at most 2 in an organ; all nodes are one organ. Nodes by their short axis, "
                    "15 mm or more; others by the longest diameter, 10 mm or more.")
            if target
            else self.tr("Only rated, never measured: fluid, blastic bone, nodes of 10 to under 15 mm, the rest.")
            if self.role_value() == "nontarget"
            else self.tr("Followed on its own for iRECIST and never added to the sum.")
        )  # fmt: skip

    @Slot()
    def _on_add(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.wanted.emit(entry)
