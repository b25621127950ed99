"""What changes the plan at present: delays, holds and stops, each with its reason, who said so, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.plan.course_view import HeldSpan, held_words
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.reasons import reason_words
from records.values import DelayRecord, HoldRecord


def delay_words(record: DelayRecord) -> str:
    """A delay in one line."""
    days = "1 day" if record.days == 1 else f"{record.days} days"
    moved = "all later cycles move too" if record.shift == "all" else "later cycles stay"
    return f"Cycle {record.cycle} put off by {days}; {moved}"


def hold_words(record: HoldRecord) -> str:
    """A hold or stop in one line."""
    return held_words(HeldSpan(record.drug, record.start, record.end, record.stop))


def why_words(record: DelayRecord | HoldRecord) -> str:
    """The reason in words, who gave it and when."""
    reason = reason_words(record.reason_code)
    text = f"{reason}: {record.reason_text}" if record.reason_text else reason
    return f"{text} · {record.by}, {shown_date(record.at.astimezone().date(), weekday=False)}"


class InForce(Card):
    """`withdraw(DelayRecord)` and `end(HoldRecord)` follow the buttons."""

    withdraw = Signal(object)
    end = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delays and holds in force"), parent)
        self.setObjectName("in_force")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self.body.addLayout(self._rows)

    def show_state(self, state: PatientState, *, may_change: bool) -> None:
        """Show what is in force in the course worked on."""
        empty(self._rows)
        if state.course is None:
            return
        ident = state.course.id
        delays = [d for d in state.space.delays if d.course_id == ident and not d.withdrawn]
        holds = [h for h in state.space.holds if h.course_id == ident and not h.withdrawn]
        for number, delay in enumerate(sorted(delays, key=lambda d: (d.cycle, d.at))):
            given = (order := state.order(delay.cycle)) is not None and order.state == "given"
            self._add(delay_words(delay), why_words(delay))
            if may_change and not given:
                self._button(self.tr("Withdraw this delay"), f"withdraw_delay_{number}", self.withdraw, delay)
        for number, hold in enumerate(sorted(holds, key=lambda h: h.start)):
            self._add(hold_words(hold), why_words(hold))
            if may_change:
                words = self.tr("Take back this stop") if hold.stop else self.tr("End this hold")
                self._button(words, f"end_hold_{number}", self.end, hold)
        if not delays and not holds:
            self._rows.addWidget(Muted(self.tr("None."), small=True))

    def _add(self, title: str, words: str) -> None:
        first = title[:1].upper() + title[1:]
        self._rows.addWidget(Label(first, wrap=True))
        self._rows.addWidget(Muted(words, small=True))

    def _button(self, words: str, name: str, signal: object, record: object) -> None:
        button = quiet(words, name)
        button.clicked.connect(lambda _checked=False: signal.emit(record))  # type: ignore[attr-defined]
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
