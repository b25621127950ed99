"""One cycle on the Dose page: its fields and cards, reckoned at each key, or the signed order as it stands."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.dose.basis_panel import BasisPanel
from gui.dose.basis_texts import texts_of_case
from gui.dose.blockers import blockers, changed_without_reason, withdrawn
from gui.dose.change_decision import ChangeDecision
from gui.dose.checklist_stop import checklist_stop, page_words
from gui.dose.dose_frame import DoseFrame
from gui.dose.dose_reason import reason_of
from gui.dose.drug_card import DrugCard
from gui.dose.signed_cards import signed_cards
from gui.dose.signing import without_why
from gui.dose.supportive_place import Supportive, nothing_ordered, supportive_card, take_over
from gui.dose.typed import KnownBasis, Reckoned, change_of, chosen_plans, dose_of, overrides_of, reckon
from gui.session import Session
from gui.widgets.turns import Pieces, at_once
from gui.workspace.state import PatientState
from records.course.course_plan import CourseFiles, order_value
from records.course.cycle_case import case_for
from records.values.core import CourseRecord, OrderRecord
from regimen.case import read_case
from regimen.definition import Drug
from regimen.given import Basis, Case
from regimen.order import Alert, CycleOrder, TabletPlan


class DoseCycle(DoseFrame):
    """The cycle shown: what stands in its fields, what is reckoned from it, and why it cannot be signed yet.

    What takes long is a generator: done at once where somebody waits, in turns while the page is on its way.

    typed()      a person changed something; what follows from it is shown
    reckoned()   what is shown was reckoned anew
    changed()    something was signed or given: the patient has to be read again
    check_wanted(OrderRecord)  the second check of a signed order
    """

    typed = Signal()
    reckoned = Signal()
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
        self._looked_at = ""
        self._filling = False  # what the program puts into fields is not typed: no draft comes of it
        self.basis: BasisPanel | None = None
        self.decision = ChangeDecision(None)
        self.cards: dict[str, DrugCard] = {}
        self.supportive: Supportive = nothing_ordered()

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

    def _building(self, known: KnownBasis, files: CourseFiles) -> Pieces:
        """New fields and cards for this cycle; options and phase decide which drugs there are."""
        state, course, _files = self._parts()
        panel = BasisPanel(known, files, files.profile.date_style, self._session.today)
        self.basis = panel
        yield
        drugs = files.regimen.drugs_of(self._cycle, course.entry.options)
        self.cards = {}
        for drug in drugs:
            self.cards[drug.name] = self._card(drug, files)
            yield
        self.decision = ChangeDecision(known.previous)
        self.decision.changed.connect(self._on_changed)
        self.decision_place.clear()
        self.decision_place.add(self.decision)
        tell, check = self.changed.emit, self.check_wanted.emit
        above, below = signed_cards(self._session, state, self._cycle, self, tell, check)
        yield
        self.supportive = supportive_card(state, course, files, self._cycle, amending=self._amending)
        self.supportive.changed.connect(self._on_changed)
        yield
        yield from self.putting((self.cycle, panel), (*above, *self.cards.values(), self.supportive, *below))
        self._looked_at = drugs[-1].name if drugs else ""
        panel.changed.connect(self._on_changed)

    def _card(self, drug: Drug, files: CourseFiles) -> DrugCard:
        card = DrugCard(drug, files.profile.number_style)
        card.looked_at.connect(self._on_looked_at)
        card.changed.connect(self._on_changed)
        card.plan_chosen.connect(self._on_plan)
        return card

    def _drafting(self, signed: OrderRecord | None) -> Pieces:
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
        yield
        yield from self._reckoning()

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
            card.say_why(reason_of(self._parts()[0], dose_of(order, name), self._cycle))
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
        self.typed.emit()

    def _reckon(self) -> None:
        at_once(self._reckoning())

    def _reckoning(self) -> Pieces:
        """From what stands in the fields to doses, alerts and proof."""
        if self.basis is None:
            return
        state, _course, files = self._parts()
        typed = replace(self.basis.basis(), kept_weight_kg=self.decision.kept_weight_kg())
        changes = {name: card.change.change() for name, card in self.cards.items() if card.drug.role != "inhibitor"}
        self._reckoned = reckon(files, self._make_base, typed, changes, self._plans, self._session.today)
        order = self._reckoned.order
        yield
        self.basis.show_order(order, self._reckoned.refusals)
        self.decision.show_order(order)
        self.supportive.show_order(order)
        yield
        for name, card in self.cards.items():
            card.show_dose(dose_of(order, name))
            card.say_why(reason_of(self._parts()[0], dose_of(order, name), self._cycle))
            yield
        alerts, words = (*self._beside(), *(order.alerts if order else ())), partial(page_words, state, self._cycle)
        self.alerts.show_alerts(alerts, self._overrides, may_override=True, words=words, standing=self._standing())
        yield
        self._show_proof()
        self.reckoned.emit()

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

    def _texts(self) -> dict[str, str]:
        assert self.basis is not None
        texts = self.basis.texts() | self.decision.texts() | self.supportive.texts()
        for card in self.cards.values():
            texts |= card.change.texts()
        return texts | {f"override.{key}": reason for key, reason in self._overrides.items()}

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
