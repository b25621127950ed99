"""The Dose page: one cycle, live while typing; a draft is kept as typed, a signed order stands as it was signed."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.dose.checklist_stop import used_overrides
from gui.dose.cycle_words import cycle_choices, state_words
from gui.dose.dose_cycle import DoseCycle
from gui.dose.draft_conflict import keeper_of
from gui.dose.draft_keeper import DraftTexts
from gui.dose.given import GivenQuestion, offer_given
from gui.dose.signing import Signing, ToSign, answer_text, case_text, noted, tell_all, unseen
from gui.dose.typed import known_basis
from gui.session import Session
from gui.widgets.turns import Pieces, at_once
from gui.workspace.state import PatientState
from records.values.core import OrderRecord


class DosePage(DoseCycle):
    """One cycle of the course: a draft being typed, or the signed order as it stands.

    staff_sheet_wanted(int)  show the staff sheet of a cycle
    """

    staff_sheet_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._attempt = uuid4()
        self._sheet_waits = False
        self._signing = Signing(session, self)
        self._given = GivenQuestion(session, self.message, self)
        self._keeper = keeper_of(self, session, self._draft_texts)
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Dose")

    def load(self, state: PatientState, cycle: int | None = None) -> None:
        """Show one cycle. Reading the patient again while somebody types changes nothing of what is typed."""
        at_once(self.loading(state, cycle))

    def loading(self, state: PatientState, cycle: int | None = None) -> Pieces:
        """As `load`, in pieces, for a page on its way to the front."""
        if state.course is None or state.files is None:
            self._state = state
            return
        wanted = cycle or (self._cycle if self._same_course(state) else 0) or state.cycle
        if self._same_course(state) and wanted == self._cycle and self._editing() and self._same_order(state, wanted):
            self._read_again(state)
            return
        self.flush()
        self._state, self._cycle, self._amending = state, wanted, False
        yield from self._showing()

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
            at_once(self._building(known, files))
            self._put_back(texts)
            self._filling = False
        self._reckon()

    def flush(self) -> None:
        """Keep at once what waits to be kept; called before the page is left or closed."""
        tell_all(self.basis, self.supportive)
        self._keeper.now()

    def _connect(self) -> None:
        self.typed.connect(self._keeper.later)
        self.reckoned.connect(self._update_bar)
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

    def _show_cycle(self) -> None:
        at_once(self._showing())

    def _showing(self) -> Pieces:
        state, course, files = self._parts()
        signed = state.order(self._cycle)
        self._plans, self._overrides, self._base = {}, {}, None
        self._attempt = uuid4()
        self._draft = state.draft(self._cycle)
        self._keeper.begin(self._draft)
        day1 = signed.day1 if signed else state.day_ones.get(self._cycle, course.entry.day1)
        self._known = known_basis(state.space, course, self._cycle, day1)
        self.show_cycles(cycle_choices(state, course, self._cycle), self._cycle)
        self._filling = True
        yield from self._building(self._known, files)
        if signed is not None and not self._amending:
            self._show_signed(signed)
        else:
            yield from self._drafting(signed)
        self._filling = False
        self._update_bar()

    @Slot()
    def _update_bar(self) -> None:
        if self._filling or self._state is None or self._state.course is None:
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
