"""What changes the plan at present: delays, holds and stops, each with its reason, who said so, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.plan.course_view import held_span, held_words
from gui.plan.restart_words import restart_words
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.reasons import reason_words
from records.values.core import DelayRecord, HoldRecord


def delay_words(record: DelayRecord) -> str:
    """A delay in one line."""
    days = "1 day" if record.days == 1 else f"{record.days} days"
    moved = "all later cycles move too" if record.shift == "all" else "later cycles stay"
    return f"Cycle {record.cycle} put off by {days}; {moved}"


def hold_words(record: HoldRecord) -> str:
    """A hold or stop in one line."""
    return held_words(held_span(record))


def why_words(record: DelayRecord | HoldRecord) -> str:
    """The reason in words, who gave it and when."""
    reason = reason_words(record.reason_code)
    text = f"{reason}: {record.reason_text}" if record.reason_text else reason
    return f"{text} · {record.by}, {shown_date(record.at.astimezone().date(), weekday=False)}"


def cycle_held(state: PatientState, hold: HoldRecord) -> int | None:
    """The newest signed cycle where a hold of an oral drug lies in it and could be followed by a restart; else None."""
    if hold.stop or state.files is None or state.course is None:
        return None
    begun = [cycle for cycle, day1 in state.day_ones.items() if day1 <= hold.start]
    cycle = max(begun, default=None)
    if cycle is None or state.order(cycle) is None or state.order(cycle + 1) is not None:
        return None
    drugs = state.files.regimen.drugs_of(cycle, state.course.entry.options)
    return cycle if any(drug.name == hold.drug and drug.route == "po" for drug in drugs) else None


class InForce(Card):
    """`withdraw(DelayRecord)`, `end(HoldRecord)`, `restart(HoldRecord)` and `withdraw_restart(RestartRecord)` follow
    the buttons."""

    withdraw = Signal(object)
    end = Signal(object)
    restart = Signal(object)
    withdraw_restart = Signal(object)

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
        restarts = [r for r in state.space.restarts if r.course_id == ident and not r.withdrawn]
        ended = {record.hold_id for record in restarts}
        for number, hold in enumerate(sorted(holds, key=lambda h: (h.start, h.start_half))):
            self._add(hold_words(hold), why_words(hold))
            if may_change and hold.id not in ended and cycle_held(state, hold) is not None:
                words = self.tr("Restart at a lo&wer dose…")
                self._button(words, f"restart_{number}", self.restart, hold)
            if may_change and hold.id not in ended:
                words = self.tr("Take back this stop") if hold.stop else self.tr("End this hold")
                self._button(words, f"end_hold_{number}", self.end, hold)
        for number, record in enumerate(sorted(restarts, key=lambda r: r.entry.start)):
            when = shown_date(record.signed_at.astimezone().date(), weekday=False)
            self._add(restart_words(record), f"{record.entry.reason} · {record.signed_by}, {when}")
            if may_change:
                self._button(
                    self.tr("Withdraw this restart"), f"withdraw_restart_{number}", self.withdraw_restart, record
                )
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
