"""By what adverse events are laid to: all of them, or those related, not related or not said, to any drug or one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.outcomes.flow_row import FlowRow
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from records.values.event_counts import RELATIONS, Cause

EVERY = "every"
ANY_DRUG = ""


class EventCauses(FlowRow):
    """`changed` when a person chose something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_causes")
        self.relation = Segmented(
            (
                (EVERY, self.tr("Whatever caused them")),
                ("related", self.tr("Related")),
                ("not related", self.tr("Not related")),
                ("not said", self.tr("Not said")),
            ),
            self.tr("Events"),
            name="events_relation",
        )
        self._any = (ANY_DRUG, self.tr("any drug of the course"))
        self.drug = ComboField(self.tr("&To"), (self._any,), name="events_drug")
        self.drug.combo.setMinimumContentsLength(20)
        self._drugs: tuple[str, ...] = ()
        self.relation.choose(EVERY)
        self.drug.choose(ANY_DRUG)
        self.add(self.relation)
        self.add(self.drug)
        self.relation.chosen.connect(self._on_chosen)
        self.drug.chosen.connect(self._on_chosen)

    def causes(self) -> tuple[Cause | None, ...]:
        """What is counted, in this order: all events and then those related beside them, or those of one relation."""
        drug = self.drug.value() or ANY_DRUG
        relation = next((one for one in RELATIONS.values() if one == self.relation.value()), None)
        return (None, Cause("related", drug)) if relation is None else (Cause(relation, drug),)

    def show_drugs(self, drugs: tuple[str, ...]) -> None:
        """The drugs there are; the one chosen stays chosen."""
        if drugs == self._drugs:
            return
        self._drugs, kept = drugs, self.drug.value() or ANY_DRUG
        self.drug.combo.blockSignals(True)
        self.drug.set_choices((self._any, *((one, one) for one in drugs)))
        self.drug.choose(kept if kept in drugs else ANY_DRUG)
        self.drug.combo.blockSignals(False)

    @Slot(str)
    def _on_chosen(self, _value: str) -> None:
        self.changed.emit()
