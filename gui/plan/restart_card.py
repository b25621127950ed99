"""Restart a held oral drug at a lower dose within its cycle: day and half, percent, tablets, and the signature."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.dose.plan_rows import PlanRows
from gui.plan.restart_words import Shown, change_words, doses_words, needs_words, slot_words, work_out
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.alert_list import AlertList
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Label, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import ScrollColumn
from gui.widgets.date_field import DateField
from gui.widgets.number_field import NumberField
from gui.widgets.proof_list import ProofList
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.workspace.state import PatientState
from records.course.overrides import override_key
from records.values.core import HoldRecord
from records.values.restarts import RestartEntry, RestartRecord
from regimen.given import Half
from regimen.numbers import plain
from regimen.order import TabletPlan

MAY_SIGN = ("pharmacist", "prescriber")


class RestartCard(QWidget):
    """`signed(RestartRecord)` once it is stored; `discarded()` leaves the hold as it is."""

    signed = Signal(object)
    discarded = Signal()

    def __init__(self, session: Session, state: PatientState, cycle: int, hold: HoldRecord) -> None:
        super().__init__()
        self.setObjectName("restart")
        self.setProperty("role", "clear")
        self._session, self._state, self.cycle, self._hold = session, state, cycle, hold
        self._key = uuid4()
        self._turn = 0
        self._chosen: TabletPlan | None = None
        self._overrides: dict[str, str] = {}
        self._shown: Shown | None = None
        self._storing = False
        self._waiting = False  # what stands on the screen is not yet reckoned for what is asked
        self._make_fields()
        self._lay_out()
        self._connect()
        self._prefill()
        self._work_out()

    # --- what it is made of

    def _make_fields(self) -> None:
        assert self._state.files is not None
        style = self._state.files.profile.date_style
        drug = self._hold.drug
        self.card = Card(self.tr("Restart {0} within cycle {1}").format(drug, self.cycle))
        self.day = DateField(
            self.tr("First day &taken again"), style=style, earliest=self._hold.start, name="restart_day"
        )
        self.half = Segmented(
            (("am", self.tr("morning")), ("pm", self.tr("evening"))), self.tr("First dose in th&e"), name="restart_half"
        )
        self.percent = NumberField(
            self.tr("Perce&nt of the start"), "%", least=Decimal(1), most=Decimal(100), decimals=1,
            name="restart_percent",
        )  # fmt: skip
        self.finding = Strip("restart_finding")
        self.doses = Label("", "label", wrap=True)
        self.doses.setObjectName("restart_doses")
        self.change = Label("", "strong", wrap=True)
        self.change.setObjectName("restart_change")
        self.needs = Label("", "label", wrap=True)
        self.needs.setObjectName("restart_needs")
        self.plans = PlanRows()
        self.alerts = AlertList("restart_alerts")
        self.proof_button = quiet(self.tr("How it is rec&koned"), "restart_proof_button")
        self.proof = ProofList("restart_proof")
        self.proof.hide()
        self.reason = TextField(self.tr("&Why"), 400, name="restart_reason")
        self.missing_words = Muted("", small=True)
        self.missing_words.setObjectName("restart_missing")
        self.discard_button = quiet(self.tr("&Leave on hold"), "restart_discard", icon="undo")
        self.sign_button = primary(self.tr("S&ign the restart"), "restart_sign", icon="ok")

    def _lay_out(self) -> None:
        area = ScrollColumn(spacing=8)
        area.setAccessibleName(self.tr("The restart"))
        fields = QWidget()
        fields.setProperty("role", "clear")
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        for field in (self.day, self.half, self.percent):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        proof_row = QWidget()
        proof_row.setProperty("role", "clear")
        at_left = QHBoxLayout(proof_row)
        at_left.setContentsMargins(0, 0, 0, 0)
        at_left.addWidget(self.proof_button)
        at_left.addStretch(1)
        area.fill(
            fields, self.finding, self.change, self.doses, self.plans, self.needs, self.alerts, proof_row, self.proof,
            self.reason,
        )  # fmt: skip
        self.card.add(area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self.missing_words, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.sign_button)
        self.card.body.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)

    def _connect(self) -> None:
        for field in (self.day, self.percent):
            field.understood.connect(self._on_asked)
        self.half.chosen.connect(self._on_asked)
        self.reason.changed.connect(self._update)
        self.plans.chosen.connect(self._on_plan)
        self.alerts.override_given.connect(self._on_override)
        self.alerts.override_withdrawn.connect(lambda key: self._on_override(key, ""))
        self.proof_button.clicked.connect(lambda _checked=False: self.proof.setVisible(self.proof.isHidden()))
        self.discard_button.clicked.connect(self.discarded)
        self.sign_button.clicked.connect(self._on_sign)
        self._session.person_changed.connect(self._update)

    def _prefill(self) -> None:
        """The day after a hold with an end, else today; the percent as decided since the order was signed."""
        hold = self._hold
        self.day.set_value(max(self._session.today, hold.start))
        decided = [
            one.entry.percent
            for one in self._state.space.decisions
            if one.course_id == hold.course_id and one.entry.drug == hold.drug and not one.withdrawn
            and one.entry.cycle >= self.cycle and one.entry.percent is not None
        ]  # fmt: skip
        if decided and decided[-1] is not None:
            self.percent.set_text(plain(decided[-1]))
            self.percent.set_hint(self.tr("as decided; never more than before"))

    # --- what it comes to

    def entry(self) -> RestartEntry | None:
        """What is asked for; None while day, half or percent is missing."""
        day, half, percent = self.day.value(), self.half.value(), self.percent.value()
        if day is None or half is None or percent is None:
            return None
        part: Half = "pm" if half == "pm" else "am"
        chosen = None
        if self._chosen is not None and self._shown is not None:
            plans = self._shown.proposed.found.dose.plans
            chosen = next((i for i, plan in enumerate(plans) if _same(plan, self._chosen)), None)
        return RestartEntry(
            self.cycle, self._hold.drug, (day, part), percent, None, chosen, self.reason.value(), dict(self._overrides)
        )

    @Slot()
    def _on_asked(self, _value: object = None) -> None:
        self._chosen, self._shown = None, None
        self._work_out()

    def _work_out(self) -> None:
        self._turn += 1
        turn, entry = self._turn, self.entry()
        if entry is None:
            self._waiting = False
            self._show_nothing("")
            return
        self._waiting = True
        self._update()
        self._session.link.run(
            partial(work_out, self._state, entry),
            lambda shown: self._on_shown(turn, shown),
            lambda words, _error: self._on_refused(turn, words),
            self,
        )

    def _on_shown(self, turn: int, shown: Shown) -> None:
        if turn != self._turn:
            return
        self._shown, self._waiting = shown, False
        found = shown.proposed.found
        self.finding.clear()
        self.change.setText(change_words(shown.proposed))
        self.doses.setText(doses_words(found))
        self.plans.show_plans(found.dose)
        self.needs.setText(needs_words(shown))
        self.alerts.show_alerts(found.order.alerts, {**shown.proposed.overrides, **self._overrides}, may_override=True)
        self.proof.show_steps(found.dose.proof)
        for widget in (self.change, self.doses, self.plans, self.needs, self.alerts, self.proof_button):
            widget.setVisible(True)
        self.needs.setVisible(bool(self.needs.text()))
        self._update()

    def _on_refused(self, turn: int, words: str) -> None:
        if turn == self._turn:
            self._waiting = False
            self._show_nothing(words)

    def _show_nothing(self, words: str) -> None:
        self._shown = None
        for widget in (self.change, self.doses, self.plans, self.needs, self.alerts, self.proof_button, self.proof):
            widget.setVisible(False)
        if words:
            self.finding.say("stop", words, self.tr("No restart like this"))
        else:
            self.finding.clear()
        self._update()

    @Slot(str, object)
    def _on_plan(self, _drug: str, plan: TabletPlan) -> None:
        if self._chosen is None or not _same(plan, self._chosen):
            self._chosen = plan
            self._work_out()

    @Slot(str, str)
    def _on_override(self, key: str, reason: str) -> None:
        self._overrides = {name: text for name, text in self._overrides.items() if name != key}
        if reason:
            self._overrides[key] = reason
        self._work_out()

    # --- signing

    def missing(self) -> str:
        """What still keeps it from being signed, in words."""
        if not self._session.has_person or self._session.person.role not in MAY_SIGN:
            return self.tr("A pharmacist or prescriber signs a restart.")
        if self._shown is None:
            return self.tr("Say from which dose on, and at which percent.") if self.finding.isHidden() else ""
        found = self._shown.proposed.found
        if found.plan is None:
            return self.tr("Choose the tablets.")
        if self._open_stops(self._shown):
            return self.tr("A stop is open: answer it with a reason.")
        return "" if self.reason.value() else self.tr("Say why.")

    def _open_stops(self, shown: Shown) -> bool:
        given: Mapping[str, str] = {**shown.proposed.overrides, **self._overrides}
        stops = [alert for alert in shown.proposed.found.order.alerts if alert.severity == "stop"]
        return any(not given.get(override_key(one.code, one.drug, one.params), "").strip() for one in stops)

    @Slot()
    def _update(self, _value: object = None) -> None:
        words = self.missing()
        self.missing_words.setText(words)
        ready = self._shown is not None and not self._storing and not self._waiting
        self.sign_button.setEnabled(not words and ready)

    @Slot()
    def _on_sign(self) -> None:
        entry, shown, course = self.entry(), self._shown, self._state.course
        if entry is None or shown is None or course is None or self.missing() or self._storing:
            return
        self._storing = True
        self._update()
        future = self._session.actions.restart_drug(
            self._session.person, self._key, course.id, entry, shown.proposed.answer_text()
        )
        self._session.link.ask(future, self._on_signed, self._on_not_signed, self)

    def _on_signed(self, record: RestartRecord) -> None:
        self.signed.emit(record)

    def _on_not_signed(self, words: str, _error: Exception) -> None:
        self._storing = False
        self.finding.say("stop", words, self.tr("Not signed"))
        self._update()

    def spoken(self) -> str:
        """The restart in one line, for the strip after it was signed."""
        entry = self.entry()
        return slot_words(entry.start) if entry is not None else ""


def _same(one: TabletPlan, other: TabletPlan) -> bool:
    """The same tablets, whatever supply they stand with."""
    return (one.am, one.pm) == (other.am, other.pm)
