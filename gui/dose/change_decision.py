"""A weight or dose that changed by more than its limit: keep, re-dose or ask, with the reason."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.card import Muted
from gui.widgets.choice import Segmented
from gui.widgets.text_field import TextField
from regimen.given import Previous
from regimen.numbers import plain
from regimen.order import CycleOrder

CODES = ("weight-change", "dose-change")


class ChangeDecision(QWidget):
    """`changed` follows every change. Shown only while an alert of a changed weight or dose is there."""

    changed = Signal()

    def __init__(self, previous: Previous | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("change_decision")
        self.setProperty("role", "clear")
        self._kept = previous.weight_kg if previous is not None and previous.doses_mg else None
        kept = plain(self._kept) if self._kept is not None else "–"
        self.choice = Segmented(
            (
                ("redose", self.tr("Re-d&ose")),
                ("keep", self.tr("&Keep on {0} kg").format(kept)),
                ("ask", self.tr("Ask first")),
            ),
            self.tr("The weight or dose has changed"),
            name="change_choice",
            wrap=True,
        )
        self.reason = TextField(self.tr("Reason for it"), 200, optional=True, name="change_reason")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(8))
        note = Muted(self.tr("Earlier cycles stay as they were signed."), small=True)
        for widget in (self.choice, self.reason, note):
            column.addWidget(widget)
        self.choice.chosen.connect(self._on_changed)
        self.reason.changed.connect(self._on_changed)
        self._wanted = False
        self.setVisible(False)

    def show_order(self, order: CycleOrder | None) -> None:
        """Come and go with the alert; what was decided stays while it is away."""
        codes = {alert.code for alert in order.alerts} if order is not None else set()
        self._wanted = self._kept is not None and bool(codes.intersection(CODES))
        self.setVisible(self._wanted)

    def kept_weight_kg(self) -> Decimal | None:
        """The weight doses stay on, None unless a person decided to keep it."""
        return self._kept if self.choice.value() == "keep" else None

    def blocker(self) -> str:
        """Why nothing can be signed yet, "" when it is decided."""
        if not self._wanted:
            return ""
        value = self.choice.value()
        if value is None:
            return self.tr("The weight or dose has changed: keep, re-dose or ask?")
        if value == "ask":
            return self.tr("The prescriber is asked; sign when the answer is there.")
        return "" if self.reason.value() else self.tr("The decision about the changed weight or dose needs a reason.")

    def note(self) -> str:
        """The decision and its reason, as it is signed."""
        return f"{self.choice.value()}: {self.reason.value()}" if self._wanted and self.choice.value() else ""

    def texts(self) -> dict[str, str]:
        """What stands here, for the draft."""
        return {"change.choice": self.choice.value() or "", "change.reason": self.reason.text()}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what was decided."""
        self.choice.choose(texts.get("change.choice") or None)
        self.reason.set_text(texts.get("change.reason", ""))

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
