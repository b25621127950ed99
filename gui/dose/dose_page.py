"""The Dose page: one cycle, live while typing; a draft is kept as typed, a signed order stands as it was signed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.dose.basis_panel import BasisPanel
from gui.dose.basis_texts import texts_of_case
from gui.dose.blockers import blockers, changed_without_reason, withdrawn
from gui.dose.change_decision import ChangeDecision
from gui.dose.checklist_stop import checklist_stop, page_words, used_overrides
from gui.dose.cycle_words import cycle_choices, state_words
from gui.dose.dose_frame import DoseFrame
from gui.dose.draft_conflict import keeper_of
from gui.dose.draft_keeper import DraftTexts
from gui.dose.drug_card import DrugCard
from gui.dose.given import GivenQuestion, offer_given
from gui.dose.signed_cards import signed_cards
from gui.dose.signing import Signing, ToSign, answer_text, case_text, noted, tell_all, unseen, without_why
from gui.dose.supportive_place import Supportive, nothing_ordered, supportive_card, take_over
from gui.dose.typed import KnownBasis, Reckoned, change_of, chosen_plans, dose_of, known_basis, overrides_of, reckon
from gui.session import Session
from gui.workspace.state import PatientState
from records.course.course_plan import CourseFiles, order_value
from records.course.cycle_case import case_for
from records.values.core import CourseRecord, OrderRecord
from regimen.case import read_case
from regimen.definition import Drug
from regimen.given import Basis, Case
from regimen.order import Alert, CycleOrder, TabletPlan


class DosePage(DoseFrame):
    """One cycle of the course: a draft being typed, or the signed order as it stands.

    staff_sheet_wanted(int)  show the staff sheet of a cycle
    changed()             something was signed or given: the patient has to be read again
    check_wanted(OrderRecord)  the second check of a signed order
    """

    staff_sheet_wanted = Signal(int)
    changed = Signal()
    check_wanted = Signal(object)  # OrderRecord

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
        self._attempt = uuid4()
        self._looked_at = ""
        self._filling = self._sheet_waits = False
        self.basis: BasisPanel | None = None
        self.decision = ChangeDecision(None)
        self.cards: dict[str, DrugCard] = {}
        self.supportive: Supportive = nothing_ordered()
        self._signing = Signing(session, self)
        self._given = GivenQuestion(session, self.message, self)
        self._keeper = keeper_of(self, session, self._draft_texts)
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Dose")

    def load(self, state: PatientState, cycle: int | None = None) -> None:
        """Show one cycle. Reading the patient again while somebody types changes nothing of what is typed."""
        if state.course is None or state.files is None:
            self._state = state
            return
        wanted = cycle or (self._cycle if self._same_course(state) else 0) or state.cycle
        if self._same_course(state) and wanted == self._cycle and self._editing() and self._same_order(state, wanted):
            self._read_again(state)
            return
        self.flush()
        self._state, self._cycle, self._amending = state, wanted, False
        self._show_cycle()

    def start_over(self) -> None:
        """The patient is opened anew: the next `load` shows the cycle that is due; what was typed is kept first."""
        self.flush()
        self._cycle = 0

    def _read_again(self, state: PatientState) -> None:
        """The patient or the settings changed while a draft stands here: what was typed stays, the rest is new."""
        before, self._state = self._state, state
        _state, course, files = self._parts()
        self._draft = state.draft(self._cycle) or self._draft
        known = known_basis(
            state.space, course, self._cycle, self._known.day1 if self._known else state.day1 or date.max
        )
        if self._draft is None and not self._keeper.waits() and known != self._known:
            self._show_cycle()
            return
        self._base = None
        if before is None or (before.files, before.space.supportive) != (files, state.space.supportive):
            texts = self._texts()
            self._known = known
            self._filling = True
            self._build(known, files)
            self._put_back(texts)
            self._filling = False
        self._reckon()

    def flush(self) -> None:
        """Keep at once what waits to be kept; called before the page is left or closed."""
        tell_all(self.basis, self.supportive)
        self._keeper.now()

    def _connect(self) -> None:
        self.cycle.chosen.connect(self._on_cycle)
        self.sign_button.clicked.connect(self._on_sign)
        self.sheet_button.clicked.connect(self._on_sheet)
        self.amend_button.clicked.connect(self._on_amend)
        self.discard_button.clicked.connect(self._on_discard)
        self.amend_reason.changed.connect(self._update_bar)
        self.given_button.clicked.connect(self._on_given)
        self.alerts.override_given.connect(self._on_override)
        self.alerts.override_withdrawn.connect(lambda key: self._on_override(key, ""))
        self._keeper.said.connect(self.kept.setText)
        self._keeper.kept.connect(self._on_kept)
        self._signing.signed.connect(self._on_signed)
        self._given.given.connect(self.changed)
        self._signing.refused.connect(self._on_refused)
        self._session.person_changed.connect(self._update_bar)

    # --- what is shown

    def _same_course(self, state: PatientState) -> bool:
        before = self._state.course if self._state is not None else None
        return before is not None and state.course is not None and before.id == state.course.id

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
        self._attempt = uuid4()
        self._draft = state.draft(self._cycle)
        self._keeper.begin(self._draft)
        day1 = signed.day1 if signed else state.day_ones.get(self._cycle, course.entry.day1)
        self._known = known_basis(state.space, course, self._cycle, day1)
        self.show_cycles(cycle_choices(state, course, self._cycle), self._cycle)
        self._filling = True  # what the program puts into fields is not typed: no draft comes of it
        self._build(self._known, files)
        if signed is not None and not self._amending:
            self._show_signed(signed)
        else:
            self._show_draft(signed)
        self._filling = False
        self._update_bar()

    def _build(self, known: KnownBasis, files: CourseFiles) -> None:
        """New fields and cards for this cycle; options and phase decide which drugs there are."""
        state, course, _files = self._parts()
        panel = BasisPanel(known, files, files.profile.date_style, self._session.today)
        self.basis = panel
        drugs = files.regimen.drugs_of(self._cycle, course.entry.options)
        self.cards = {drug.name: self._card(drug, files) for drug in drugs}
        self.decision = ChangeDecision(known.previous)
        self.decision.changed.connect(self._on_changed)
        self.decision_place.clear()
        self.decision_place.add(self.decision)
        tell, check = self.changed.emit, self.check_wanted.emit
        above, below = signed_cards(self._session, state, self._cycle, self, tell, check)
        self.supportive = supportive_card(state, course, files, self._cycle, amending=self._amending)
        self.supportive.changed.connect(self._on_changed)
        self.show_parts((self.cycle, panel), (*above, *self.cards.values(), self.supportive, *below))
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
            self._take_over(read_case(json.loads(signed.case_json)), order_value(signed))
            self._overrides = dict(signed.overrides)
        elif start is None:  # a cycle starts from what was decided last, never back at the full dose
            self._show_changes(self._make_base(Basis(Decimal(0), Decimal(0))))
        if start is not None:
            self._put_back(start.texts)
            self._overrides = overrides_of(start.texts)
            if start.answer_json:
                self._plans = chosen_plans(order_value(start))
        self._reckon()

    def _put_back(self, texts: Mapping[str, str]) -> None:
        """Fields as they were typed."""
        assert self.basis is not None
        self.basis.set_texts(texts)
        self.decision.set_texts(texts)
        self.supportive.set_texts(texts)
        for card in self.cards.values():
            card.change.set_texts(texts)

    def _show_changes(self, case: Case) -> None:
        for name, card in self.cards.items():
            card.change.show_change(change_of(case, name))

    def _take_over(self, case: Case, order: CycleOrder) -> None:
        """An amendment begins with exactly what was signed."""
        assert self.basis is not None
        self.basis.set_texts(texts_of_case(case))
        self._plans = chosen_plans(order)
        self._show_changes(case)
        take_over(self.supportive, case)

    def _show_signed(self, record: OrderRecord) -> None:
        """The snapshot, not what the store knows today."""
        assert self.basis is not None
        order, case = order_value(record), read_case(json.loads(record.case_json))
        self.basis.setEnabled(False)
        self.basis.set_texts(texts_of_case(case))
        self._reckoned = Reckoned(case, order)
        self._overrides = dict(record.overrides)
        for name, card in self.cards.items():
            card.show_dose(dose_of(order, name), read_only=True)
        self.alerts.show_alerts(order.alerts, self._overrides, standing=self._standing())
        self._show_proof()

    # --- reckoning

    def _make_base(self, basis: Basis) -> Case:
        """The stored case around a basis; read once for a cycle, the basis is replaced at each key stroke."""
        if self._base is None:
            state, course, _files = self._parts()
            assert self._known is not None
            self._base = case_for(state.space, course, self._cycle, self._known.day1, state.settings, basis)
        return replace(self._base, basis=basis, supportive=self.supportive.built().order)

    @Slot()
    def _on_changed(self) -> None:
        if self._filling or not self._editing():
            return
        self._reckon()
        self._keeper.later()

    def _reckon(self) -> None:
        if self.basis is None:
            return
        state, _course, files = self._parts()
        typed = replace(self.basis.basis(), kept_weight_kg=self.decision.kept_weight_kg())
        changes = {name: card.change.change() for name, card in self.cards.items() if card.drug.role != "inhibitor"}
        self._reckoned = reckon(files, self._make_base, typed, changes, self._plans, self._session.today)
        order = self._reckoned.order
        self.basis.show_order(order, self._reckoned.refusals)
        self.decision.show_order(order)
        self.supportive.show_order(order)
        for name, card in self.cards.items():
            card.show_dose(dose_of(order, name))
        alerts, words = (*self._beside(), *(order.alerts if order else ())), partial(page_words, state, self._cycle)
        self.alerts.show_alerts(alerts, self._overrides, may_override=True, words=words, standing=self._standing())
        self._show_proof()
        self._update_bar()

    def _beside(self) -> tuple[Alert, ...]:
        """Stops of the page that are not the order's own."""
        return checklist_stop(self._parts()[0], self._cycle)

    def _standing(self) -> tuple[str, ...]:
        """What a file says of itself folds away always; advice for the whole course once its first cycle is over."""
        _state, course, _files = self._parts()
        return ("file",) if self._cycle == course.entry.first_cycle else ("file", "course")

    def _show_proof(self) -> None:
        order = self._reckoned.order
        dose = dose_of(order, self._looked_at) if order else None
        self.show_proof(self._looked_at, dose)
        for name, card in self.cards.items():
            card.set_chosen(name == self._looked_at)

    def _blockers(self) -> tuple[str, ...]:
        """Why the order cannot be signed now, one sentence each."""
        changeable = [card for card in self.cards.values() if card.drug.role != "inhibitor"]
        unreadable = list(self.basis.refused_fields()) if self.basis is not None else []
        for card in changeable:
            unreadable += card.change.refused_fields()
        built = self.supportive.built()
        unreadable += built.refused
        missing = changed_without_reason(self._base, [(c.drug.name, c.change.change()) for c in changeable])
        person = self._session.person if self._session.has_person else None
        undecided = withdrawn(self._state) or self.decision.blocker() or without_why(self._amending, self.amend_reason)
        undecided = undecided or built.undecided
        given, beside, wider = self._overrides, self._beside(), self._session.emergency() is not None
        return blockers(self._reckoned, unreadable, missing, undecided, given, person, wider=wider, beside=beside)

    @Slot()
    def _update_bar(self) -> None:
        if self._state is None or self._state.course is None:
            return
        state, _course, files = self._parts()
        record = state.order(self._cycle)
        editing = record is None or self._amending
        self.file_chip.setText(f"{files.regimen.id} v{files.regimen.version} · {files.regimen.sha256[:8]}")
        self.sign_button.setVisible(editing)
        self.show_amending(self._amending)
        self.amend_button.setVisible(not editing and record is not None and record.state == "signed")
        self.given_button.setVisible(not editing and record is not None and record.state == "signed")
        self.sign_button.setText(self.tr("&Sign cycle {0}").format(self._cycle))
        self.sign_button.setAccessibleName(self.tr("Sign cycle {0}").format(self._cycle))
        if not editing and record is not None:
            self.signing_words.setText(offer_given(self.given_button, self._session, state, record))
            self.kept.setText(state_words(record))
            return
        found = self._blockers()
        self.sign_button.setEnabled(not found)
        if found:
            self.signing_words.setText(found[0])
        else:
            person = self._session.person
            self.signing_words.setText(self.tr("signing as {0}, {1}").format(person.name, person.role))

    # --- what a person does

    @Slot(str)
    def _on_cycle(self, value: str) -> None:
        if self._state is not None and value and int(value) != self._cycle:
            self.load(self._state, int(value))

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
        self._overrides = {k: v for k, v in {**self._overrides, key: reason}.items() if v}
        self._on_changed()

    def _texts(self) -> dict[str, str]:
        assert self.basis is not None
        texts = self.basis.texts() | self.decision.texts() | self.supportive.texts()
        for card in self.cards.values():
            texts |= card.change.texts()
        return texts | {f"override.{key}": reason for key, reason in self._overrides.items()}

    def _draft_texts(self) -> DraftTexts | None:
        if not self._editing():
            return None
        _state, course, _files = self._parts()
        case, order = self._reckoned.case, self._reckoned.order
        answer = answer_text(order) if order else ""
        return DraftTexts(course.id, self._cycle, self._texts(), case_text(case) if case else "", answer)

    @Slot(object)
    def _on_kept(self, record: OrderRecord) -> None:
        _state, course, _files = self._parts()
        if (record.course_id, record.cycle) == (course.id, self._cycle):
            self._draft = record
            if self._sheet_waits:
                self._sheet_waits = False
                self.changed.emit()

    @Slot()
    def _on_sign(self) -> None:
        if not self.sign_button.isVisible() or unseen(self.message, self.basis, self.supportive) or self._blockers():
            return
        state, course, _files = self._parts()
        case, order = self._reckoned.case, self._reckoned.order
        if case is None or order is None or self._known is None:
            return
        self._keeper.stop()
        self.sign_button.setEnabled(False)
        self.signing_words.setText(self.tr("signing…"))
        reasons = {f"dose:{n}": c.change.reason.value() for n, c in self.cards.items() if c.change.reason.value()}
        reasons |= noted(self.decision, self.amend_reason if self._amending else None)
        used = used_overrides(order, self._beside(), self._overrides)
        self._signing.begin(ToSign(state, course, self._cycle, self._known, case, order, used | reasons, self._attempt))

    @Slot(object)
    def _on_signed(self, record: OrderRecord) -> None:
        self._amending = False
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
        self.say_amending()

    @Slot()
    def _on_discard(self) -> None:
        self._amending = False
        self.message.clear()
        self._show_cycle()

    @Slot()
    def _on_given(self) -> None:
        state, _course, _files = self._parts()
        record = state.order(self._cycle)
        if record is not None:
            self._given.ask(record)

    @Slot()
    def _on_sheet(self) -> None:
        if self._editing() and self._draft is None:
            self._sheet_waits = True
            self._keeper.later()  # the sheet is made from what the store has
        self.flush()
        self.staff_sheet_wanted.emit(self._cycle)
