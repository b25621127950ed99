"""The Dose page: one cycle, live while typing; a draft is kept as typed, a signed order stands as it was signed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.dose.basis_panel import BasisPanel
from gui.dose.blockers import blockers, changed_without_reason
from gui.dose.dose_frame import DoseFrame
from gui.dose.drug_card import DrugCard
from gui.dose.signing import Signing, ToSign, answer_text, case_text
from gui.dose.typed import KnownBasis, Reckoned, TypedChange, known_basis, reckon
from gui.session import Session
from gui.workspace.state import PatientState
from records.course_plan import CourseFiles, day1_of, order_value
from records.cycle_case import case_for
from records.overrides import open_stops
from records.values import CourseRecord, OrderRecord
from regimen.answer import as_json
from regimen.case import read_case
from regimen.definition import Drug
from regimen.given import Basis, Case
from regimen.order import CycleOrder, DrugDose, TabletPlan

DRAFT_AFTER_MS = 350


class DosePage(DoseFrame):
    """One cycle of the course: a draft being typed, or the signed order as it stands.

    cycle_wanted(int)     another cycle was chosen
    staff_sheet_wanted(int)  show the staff sheet of a cycle
    changed()             something was signed or given: the patient has to be read again
    """

    cycle_wanted = Signal(int)
    staff_sheet_wanted = Signal(int)
    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: PatientState | None = None
        self._cycle = 0
        self._known: KnownBasis | None = None
        self._base: Case | None = None
        self._reckoned = Reckoned(None, None)
        self._plans: dict[str, TabletPlan] = {}
        self._overrides: dict[str, str] = {}
        self._amending = False
        self._draft: OrderRecord | None = None
        self._draft_key = uuid4()
        self._attempt = uuid4()
        self._looked_at = ""
        self._unkept = False
        self.basis: BasisPanel | None = None
        self.cards: dict[str, DrugCard] = {}
        self._signing = Signing(session, self)
        self._keep_later = QTimer(self)
        self._keep_later.setSingleShot(True)
        self._keep_later.setInterval(DRAFT_AFTER_MS)
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Dose")

    def load(self, state: PatientState, cycle: int | None = None) -> None:
        """Show one cycle. Reading the patient again while somebody types changes nothing of what is typed."""
        if state.course is None or state.files is None:
            self._state = state
            return
        wanted = cycle or (self._cycle if self._same_course(state) else state.cycle)
        if self._same_course(state) and wanted == self._cycle and self._editing() and self._same_order(state, wanted):
            self._read_again(state)
            return
        self.flush()
        self._state, self._cycle, self._amending = state, wanted, False
        self._show_cycle()

    def _read_again(self, state: PatientState) -> None:
        """The patient or the settings changed while a draft stands here: what was typed stays, the rest is new."""
        before, self._state = self._state, state
        _state, course, files = self._parts()
        self._draft = state.draft(self._cycle) or self._draft
        known = known_basis(
            state.space, course, self._cycle, self._known.day1 if self._known else state.day1 or date.max
        )
        if self._draft is None and not self._unkept and known != self._known:
            self._show_cycle()
            return
        self._base = None
        if before is None or before.files != files:
            texts = self._texts()
            self._known = known
            self._build(known, files)
            self._put_back(texts)
        self._reckon()

    def flush(self) -> None:
        """Keep at once what waits to be kept; called before the page is left or closed."""
        if self._keep_later.isActive() or self._unkept:
            self._keep_later.stop()
            self._keep_draft()

    def _connect(self) -> None:
        self.cycle.chosen.connect(self._on_cycle)
        self.sign_button.clicked.connect(self._on_sign)
        self.sheet_button.clicked.connect(self._on_sheet)
        self.amend_button.clicked.connect(self._on_amend)
        self.discard_button.clicked.connect(self._on_discard)
        self.given_button.clicked.connect(self._on_given)
        self.alerts.override_given.connect(self._on_override)
        self.alerts.override_withdrawn.connect(self._on_override_withdrawn)
        self._keep_later.timeout.connect(self._keep_draft)
        self._signing.signed.connect(self._on_signed)
        self._signing.refused.connect(self._on_refused)
        self._session.person_changed.connect(self._update_bar)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.sign_button.click)

    # --- what is shown

    def _same_course(self, state: PatientState) -> bool:
        before = self._state
        return (
            before is not None
            and before.course is not None
            and state.course is not None
            and before.course.id == state.course.id
        )

    def _same_order(self, state: PatientState, cycle: int) -> bool:
        before, now = self._state.order(cycle) if self._state else None, state.order(cycle)
        return (before.id if before else None) == (now.id if now else None)

    def _editing(self) -> bool:
        """Whether a draft stands here, and not a signed order."""
        return self.basis is not None and self.basis.isEnabled()

    def _parts(self) -> tuple[PatientState, CourseRecord, CourseFiles]:
        assert self._state is not None and self._state.course is not None and self._state.files is not None
        return self._state, self._state.course, self._state.files

    def _show_cycle(self) -> None:
        state, course, files = self._parts()
        signed = state.order(self._cycle)
        self._plans, self._overrides, self._base = {}, {}, None
        self._attempt, self._draft_key, self._unkept = uuid4(), uuid4(), False
        self._draft = state.draft(self._cycle)
        day1 = signed.day1 if signed else self._planned_day1()
        self._known = known_basis(state.space, course, self._cycle, day1)
        self._fill_cycles()
        read_only = signed is not None and not self._amending
        self._build(self._known, files)
        if read_only and signed is not None:
            self._show_signed(signed)
        else:
            self._show_draft(signed)
        self._update_bar()

    def _planned_day1(self) -> date:
        state, course, _files = self._parts()
        if self._cycle == state.cycle and state.day1 is not None:
            return state.day1
        return day1_of(state.space, course, state.settings, self._cycle)

    def _build(self, known: KnownBasis, files: CourseFiles) -> None:
        """New fields and cards for this cycle; options and phase decide which drugs there are."""
        _state, course, _files = self._parts()
        self.left.clear(self.cycle)
        self.middle.clear()
        panel = BasisPanel(known, files, files.profile.date_style)
        self.basis = panel
        self.left.fill(self.cycle, panel)
        self.cycle.show()
        drugs = files.regimen.drugs_of(self._cycle, course.entry.options)
        self.cards = {drug.name: self._card(drug, files) for drug in drugs}
        self.middle.fill(*self.cards.values())
        self._looked_at = drugs[-1].name if drugs else ""
        panel.changed.connect(self._on_changed)

    def _card(self, drug: Drug, files: CourseFiles) -> DrugCard:
        card = DrugCard(drug, files.profile.number_style)
        card.looked_at.connect(self._on_looked_at)
        card.changed.connect(self._on_changed)
        card.plan_chosen.connect(self._on_plan)
        return card

    def _show_draft(self, signed: OrderRecord | None) -> None:
        """What was typed last time, else what the store knows, else (an amendment) the signed order as a start."""
        assert self.basis is not None
        start = self._draft
        if start is None and signed is not None:
            self._take_over(read_case(json.loads(signed.case_json)), order_value(signed), signed.texts)
        elif start is None:
            self._carry_on()
        if start is not None:
            self.basis.set_texts(start.texts)
            for card in self.cards.values():
                card.change.set_texts(start.texts)
            self._overrides = {
                k.removeprefix("override."): v for k, v in start.texts.items() if k.startswith("override.")
            }
            if start.answer_json:
                self._plans = chosen_plans(order_value(start))
        self._reckon()

    def _put_back(self, texts: Mapping[str, str]) -> None:
        """Fields as they were typed."""
        assert self.basis is not None
        self.basis.set_texts(texts)
        for card in self.cards.values():
            card.change.set_texts(texts)

    def _carry_on(self) -> None:
        """The percentages of the last order: a cycle starts from what was decided, never back at the full dose."""
        base = self._make_base(Basis(Decimal(0), Decimal(0)))
        self._show_changes(base)

    def _show_changes(self, case: Case) -> None:
        for name, card in self.cards.items():
            card.change.show_change(
                TypedChange(case.starting_percent.get(name), case.dose_percent.get(name), case.dose_level.get(name))
            )

    def _take_over(self, case: Case, order: CycleOrder, texts: Mapping[str, str]) -> None:
        assert self.basis is not None
        self.basis.set_texts({**self.basis.texts(), **texts})
        self._plans = chosen_plans(order)
        self._show_changes(case)

    def _show_signed(self, record: OrderRecord) -> None:
        assert self.basis is not None
        order = order_value(record)
        self.basis.setEnabled(False)
        self.basis.set_texts({**self.basis.texts(), **record.texts})
        self._reckoned = Reckoned(read_case(json.loads(record.case_json)), order)
        self._overrides = dict(record.overrides)
        for name, card in self.cards.items():
            card.show_dose(_dose(order, name), read_only=True)
        self.alerts.show_alerts(order.alerts, self._overrides, standing=self._standing())
        self._show_proof()

    def _fill_cycles(self) -> None:
        state, course, _files = self._parts()
        entry = course.entry
        last = max(entry.planned_cycles, self._cycle)
        words = {"signed": self.tr("signed"), "given": self.tr("given")}
        choices = []
        for number in range(entry.first_cycle, last + 1):
            record = state.order(number)
            status = words.get(record.state, "") if record else ""
            choices.append((str(number), self.tr("Cycle {0}").format(number) + (f" · {status}" if status else "")))
        self.cycle.combo.blockSignals(True)
        self.cycle.set_choices(choices)
        self.cycle.choose(str(self._cycle))
        self.cycle.combo.blockSignals(False)

    # --- reckoning

    def _make_base(self, basis: Basis) -> Case:
        """The stored case around a basis; read once for a cycle, the basis is replaced at each key stroke."""
        if self._base is None:
            state, course, _files = self._parts()
            assert self._known is not None
            self._base = case_for(state.space, course, self._cycle, self._known.day1, state.settings, basis)
        return replace(self._base, basis=basis)

    @Slot()
    def _on_changed(self) -> None:
        if not self._editing():
            return
        self._reckon()
        self._unkept = True
        self.kept.setText(self.tr("keeping…"))
        self._keep_later.start()

    def _reckon(self) -> None:
        if self.basis is None:
            return
        _state, _course, files = self._parts()
        typed = self.basis.basis()
        changes = {name: card.change.change() for name, card in self.cards.items() if card.drug.role != "inhibitor"}
        self._reckoned = reckon(files, self._make_base, typed, changes, self._plans, self._session.today)
        order = self._reckoned.order
        self.basis.show_order(order, self._reckoned.refusals)
        for name, card in self.cards.items():
            card.show_dose(_dose(order, name))
        alerts = order.alerts if order else ()
        self.alerts.show_alerts(alerts, self._overrides, may_override=True, standing=self._standing())
        self._show_proof()
        self._update_bar()

    def _standing(self) -> tuple[str, ...]:
        """What a file says of itself folds away always; advice for the whole course once its first cycle is over."""
        _state, course, _files = self._parts()
        return ("file",) if self._cycle == course.entry.first_cycle else ("file", "course")

    def _show_proof(self) -> None:
        order = self._reckoned.order
        dose = _dose(order, self._looked_at) if order else None
        self.proof_card.set_title(self.tr("Proof: {0}").format(self._looked_at) if dose else self.tr("Proof"))
        self.proof.show_steps(dose.proof if dose else ())
        for name, card in self.cards.items():
            card.set_chosen(name == self._looked_at)

    def _blockers(self) -> tuple[str, ...]:
        """Why the order cannot be signed now, one sentence each."""
        changeable = [card for card in self.cards.values() if card.drug.role != "inhibitor"]
        unreadable = list(self.basis.refused_fields()) if self.basis is not None else []
        for card in changeable:
            unreadable += card.change.refused_fields()
        missing = changed_without_reason(self._base, [(c.drug.name, c.change.change()) for c in changeable])
        person = self._session.person if self._session.has_person else None
        return blockers(self._reckoned, unreadable, missing, self._overrides, person)

    @Slot()
    def _update_bar(self) -> None:
        if self._state is None or self._state.course is None:
            return
        state, _course, files = self._parts()
        record = state.order(self._cycle)
        editing = record is None or self._amending
        self.file_chip.setText(f"{files.regimen.id} v{files.regimen.version} · {files.regimen.sha256[:8]}")
        self.sign_button.setVisible(editing)
        self.discard_button.setVisible(self._amending)
        self.amend_button.setVisible(not editing and record is not None and record.state == "signed")
        self.given_button.setVisible(not editing and record is not None and record.state == "signed")
        self.sign_button.setText(self.tr("&Sign cycle {0}").format(self._cycle))
        self.sign_button.setAccessibleName(self.tr("Sign cycle {0}").format(self._cycle))
        if not editing and record is not None:
            when = record.signed_at.astimezone().strftime("%d %b %Y %H:%M") if record.signed_at else ""
            words = self.tr("Signed by {0} ({1}), {2}, as ordered").format(record.signed_by, record.signed_role, when)
            self.signing_words.setText(words)
            self.kept.setText(
                self.tr("given") if record.state == "given" else self.tr("signed, revision {0}").format(record.revision)
            )
            return
        blockers = self._blockers()
        self.sign_button.setEnabled(not blockers)
        if blockers:
            self.signing_words.setText(blockers[0])
        else:
            self.signing_words.setText(
                self.tr("signing as {0}, {1}").format(self._session.person.name, self._session.person.role)
            )

    # --- what a person does

    @Slot(str)
    def _on_cycle(self, value: str) -> None:
        if self._state is not None and value and int(value) != self._cycle:
            self.load(self._state, int(value))
            self.cycle_wanted.emit(int(value))

    @Slot(str)
    def _on_looked_at(self, drug: str) -> None:
        if drug != self._looked_at:
            self._looked_at = drug
            self._show_proof()

    @Slot(str, object)
    def _on_plan(self, drug: str, plan: TabletPlan) -> None:
        self._plans[drug] = plan
        self._on_changed()

    @Slot(str, str)
    def _on_override(self, key: str, reason: str) -> None:
        self._overrides[key] = reason
        self._on_changed()

    @Slot(str)
    def _on_override_withdrawn(self, key: str) -> None:
        self._overrides.pop(key, None)
        self._on_changed()

    def _texts(self) -> dict[str, str]:
        assert self.basis is not None
        texts = self.basis.texts()
        for card in self.cards.values():
            texts |= card.change.texts()
        return texts | {f"override.{key}": reason for key, reason in self._overrides.items()}

    @Slot()
    def _keep_draft(self) -> None:
        if self.basis is None or not self._editing() or not self._session.has_person:
            return
        _state, course, _files = self._parts()
        case, order = self._reckoned.case, self._reckoned.order
        self._unkept = False
        future = self._session.actions.keep_draft(
            self._session.person,
            self._draft_key,
            course.id,
            self._cycle,
            self._texts(),
            case_text(case) if case else "",
            answer_text(order) if order else "",
        )
        self._session.link.ask(future, self._on_kept, self._on_not_kept, self)

    def _on_kept(self, record: OrderRecord) -> None:
        if record.cycle == self._cycle and self._editing():
            self._draft = record
            self.kept.setText(self.tr("draft, kept {0}").format(record.created_at.astimezone().strftime("%H:%M:%S")))

    def _on_not_kept(self, words: str, _error: Exception) -> None:
        self._unkept = True
        self.kept.setText(self.tr("NOT KEPT: {0}").format(words))

    @Slot()
    def _on_sign(self) -> None:
        if not self.sign_button.isVisible() or self._blockers():
            return
        state, course, _files = self._parts()
        case, order = self._reckoned.case, self._reckoned.order
        if case is None or order is None or self._known is None:
            return
        self._keep_later.stop()
        self.sign_button.setEnabled(False)
        self.signing_words.setText(self.tr("signing…"))
        reasons = {f"dose:{n}": c.change.reason.value() for n, c in self.cards.items() if c.change.reason.value()}
        open_keys = set(open_stops(as_json(order)["alerts"], {}))
        used = {key: reason for key, reason in self._overrides.items() if key in open_keys}
        self._signing.begin(ToSign(state, course, self._cycle, self._known, case, order, used | reasons, self._attempt))

    @Slot(object)
    def _on_signed(self, record: OrderRecord) -> None:
        self._amending, self._unkept = False, False
        self.message.say("ok", self.tr("Cycle {0} is signed. Its calendar can be printed now.").format(record.cycle))
        if self.basis is not None:
            self.basis.setEnabled(False)
        self.changed.emit()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self.message.say("stop", words, self.tr("Not signed"))
        self._update_bar()

    @Slot()
    def _on_amend(self) -> None:
        self._amending = True
        self._show_cycle()
        self.message.say(
            "warn",
            self.tr("The signed order stays in force until this change is signed; printed calendars become void then."),
            self.tr("Changing a signed order"),
        )

    @Slot()
    def _on_discard(self) -> None:
        self._amending = False
        self._keep_later.stop()
        self._unkept = False
        self.message.clear()
        self._show_cycle()

    @Slot()
    def _on_given(self) -> None:
        state, _course, _files = self._parts()
        record = state.order(self._cycle)
        if record is None:
            return
        self.message.say(
            "note",
            self.tr("After this the order can never be changed."),
            self.tr("Was cycle {0} given on {1}?").format(self._cycle, record.day1.isoformat()),
        )
        self.message.add_action(self.tr("&Yes, given"), partial(self._give, record), "yes", main=True)
        self.message.add_action(self.tr("&No"), self.message.clear, "no")

    def _give(self, record: OrderRecord) -> None:
        self.message.clear()
        future = self._session.actions.mark_given(self._session.person, record.id, record.version, record.day1)
        self._session.link.ask(future, lambda _record: self.changed.emit(), self._on_given_refused, self)

    def _on_given_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("Not marked as given"))

    @Slot()
    def _on_sheet(self) -> None:
        self.flush()
        self.staff_sheet_wanted.emit(self._cycle)


def chosen_plans(order: CycleOrder) -> dict[str, TabletPlan]:
    """Drug -> the plan that is chosen in an order."""
    return {d.drug: d.plans[d.chosen] for d in order.doses if d.chosen is not None and d.plans}


def _dose(order: CycleOrder | None, drug: str) -> DrugDose | None:
    return next((d for d in order.doses if d.drug == drug), None) if order else None
