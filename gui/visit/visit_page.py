"""The Visit page: what was measured and said on one day, kept as typed, and what the rules make of it."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.session import Session
from gui.visit.arrived import Arrived, ArrivedStrip, LabArrivals, events_words
from gui.visit.events_card import EventsCard
from gui.visit.lab_card import LabCard
from gui.visit.lab_import import stored_words
from gui.visit.tablets_card import TabletsCard
from gui.visit.two_versions import versions_words
from gui.visit.visit_advice import Judged, VisitAdvice
from gui.visit.visit_cards import VisitCards, make_cards
from gui.visit.visit_checks import event_questions
from gui.visit.visit_conflict import VisitConflict
from gui.visit.visit_deciding import VisitDeciding
from gui.visit.visit_entry import draft_entry, review_words
from gui.visit.visit_frame import VisitFrame
from gui.visit.visit_keeper import VisitKeeper
from gui.visit.visit_reckoning import CTCAE, TreatmentDay, cycle_on, of_course, treatment_day, visit_of_day
from gui.visit.visit_saving import Step, VisitSaving
from gui.visit.visit_steps import Saved, event_steps, lab_steps
from gui.visit.vitals_card import VitalsCard
from gui.widgets.dates import shown_date
from gui.widgets.turns import Pieces, Turns
from gui.workspace.state import PatientState
from records.values.core import CourseRecord
from records.values.labs import LabImportEntry
from records.values.visits import VisitEntry, VisitRecord


class VisitPage(VisitFrame):
    """One visit: today's.

    changed()         something was stored: the patient has to be read again
    dose_wanted(int)  show the dose of a cycle
    plan_wanted(int)  show the plan of a cycle, with the delay of `delay_proposed` filled in
    """

    changed = Signal()
    dose_wanted = Signal(int)
    plan_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: PatientState | None = None
        self._on = session.today
        self._day: date | None = None  # another day than today, once a half-done visit of it was opened
        self._due = TreatmentDay(1, 1, session.today)
        self._record: VisitRecord | None = None
        self._filling = False
        self._reviewing = False
        self._stored = ""  # that the visit is stored, until it is shown anew
        self._cards: VisitCards | None = None
        self.labs: LabCard | None = None
        self.vitals: VitalsCard | None = None
        self.events: EventsCard | None = None
        self.tablets: TabletsCard | None = None
        self._keeper = VisitKeeper(session, self._draft, self)
        self._saving = VisitSaving(session, self)
        self.advice = VisitAdvice(session, self)
        self._deciding = VisitDeciding(session, self._saving, self, self)
        self._conflict = VisitConflict(self, self._keeper, self._saving, session)
        self.arrived = ArrivedStrip(self)
        self._lab_arrivals = LabArrivals()
        self._turns = Turns(self)
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Visit")

    def load(self, state: PatientState) -> None:
        """Show today's visit; reading the patient again while somebody types changes nothing of what is typed."""
        if state.course is None or state.files is None:
            self._state = state
            self.setEnabled(False)
            self.message.say("note", self.tr("A course is begun on the Dose page; then its visits stand here."))
            return
        before = self._state.course if self._state is not None else None
        on = self._day or self._session.today
        same = before is not None and before.id == state.course.id and self._on == on
        if same and self.events is not None and not self._completed(state):
            self._read_again(state)
            return
        if self._cards is None:
            self._turns.give_up()  # it was being opened for what has changed since
        self.flush()
        if before is not None and before.id != state.course.id:
            on = self._session.today
        self._state, self._on, self._day = state, on, None if on == self._session.today else on
        self.setEnabled(True)
        if self._cards is None:
            self._turns.begin(self._parts_of_visit())
            self._turns.step()
        else:
            self._show_visit()

    def loading(self, state: PatientState) -> Pieces:
        """As `load`, in pieces, for a page on its way to the front: nobody sees it before all is judged."""
        self.load(state)
        yield
        while self._turns.step() or self.advice.step():
            yield

    def flush(self) -> None:
        """Keep and judge at once what waits for it; called before the page is left or closed."""
        self.finish_opening()
        self._keeper.now()

    def finish_opening(self) -> None:
        """All of a page that is being opened, now; whoever wants something on it calls this first."""
        self._turns.finish()
        self.advice.now()

    def opened(self) -> bool:
        """Whether everything stands in its place and is judged."""
        return self._cards is not None and not self._turns.goes_on() and not self.advice.waits()

    def delay_proposed(self) -> tuple[int, str]:
        """Days and coded reason of the delay the treatment-day check proposes; 0 days: none."""
        return self.advice.delay_proposed()

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self._on_keep)
        self.save_button.clicked.connect(self._on_save)
        self._keeper.said.connect(self.kept.setText)
        self._keeper.kept.connect(self._on_kept)
        self._saving.saved.connect(self._on_saved)
        self._saving.refused.connect(self._on_refused)
        self.advice.judged.connect(self._update_bar)
        self.proposals.answered.connect(self._deciding.answer)
        self.proposals.taken_back.connect(self._deciding.take_back)
        self.ready.go_ahead.connect(self._deciding.go_ahead)
        self.ready.withdrawn.connect(self._deciding.withdraw_go_ahead)
        self._deciding.said.connect(lambda words: self.message.say("ok", words))
        self._deciding.done.connect(self.changed)
        self._deciding.decided.connect(self._on_decided)
        self._deciding.moved.connect(self._on_moved)
        self._deciding.refused.connect(self._on_refused)
        self.proposals.event_wanted.connect(self._on_event_wanted)
        self.proposals.delay_wanted.connect(lambda: self.plan_wanted.emit(self._due.cycle))
        self._session.person_changed.connect(self.advice.judge)
        self._session.official.changed.connect(self._on_wording)
        self._session.settings_changed.connect(self._on_wording)
        self._session.official.want()
        for keys, go in (("Ctrl+N", self._on_look), ("Ctrl+B", self._on_bloods)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(go)

    # --- what is shown

    def _parts(self) -> tuple[PatientState, CourseRecord]:
        assert self._state is not None and self._state.course is not None and self._state.files is not None
        return self._state, self._state.course

    def _completed(self, state: PatientState) -> bool:
        """Whether the visit was completed since it was last read: it is then shown as stored."""
        assert state.course is not None
        now = visit_of_day(state.space.visits, state.course, self._on)
        before = self._record
        return now is not None and now.complete and (before is None or before.version != now.version)

    def _read_again(self, state: PatientState) -> None:
        """The patient changed while a visit stands here: what was typed stays, what was stored is known."""
        self._state = state
        _state, course = self._parts()
        assert self.events is not None
        self._due = treatment_day(state, course, self._on)
        assert self._cards is not None
        self._cards.imports.know(state.space)
        me = self._session.person.name if self._session.has_person else ""
        stored = {str(one.id): one for one in of_course(state.space.events, course)}
        typed = {draft.term for draft in self.events.drafts() if draft.said}
        came = self.events.take_stored(stored, me)
        self.arrived.add(Arrived(events_words(came, typed)))
        complete = self._record is not None and self._record.complete
        self.arrived.add(
            self._lab_arrivals.take(state.space.labs, self._on, self._cards.labs.rows, me, fill=not complete)
        )
        self._begin_judging()

    def _begin_judging(self) -> None:
        self.advice.begin(self._judged())

    def _judged(self) -> Judged:
        state, course = self._parts()
        assert self._cards is not None
        return Judged(state, course, self._due, self._cards, self._on)

    def _show_visit(self) -> None:
        self._turns.begin(self._parts_of_visit())
        self.finish_opening()

    def _parts_of_visit(self) -> Pieces:
        """What `show` takes too long for one turn: the cards, the rows, putting them in sight, the rules."""
        state, course = self._parts()
        assert state.files is not None
        self._due = treatment_day(state, course, self._on)
        self._record = visit_of_day(state.space.visits, course, self._on)
        self._saving.begin()
        self._keeper.begin(course.id, self._on, self._record)
        self._reviewing = False
        self.arrived.forget()
        self._lab_arrivals.begin(state.space.labs)
        cards = make_cards(state, course, self._due, self._on, self._session.official.texts)
        yield
        yield from cards.putting_back(self._record, state, course)
        cards.show_beside()
        yield
        if self._cards is None:
            self.show_parts(cards.taken(), ())
            yield
        self._filling = True  # what the program puts into fields is not typed: no half-done visit comes of it
        self._cards = cards
        self.labs, self.vitals, self.events, self.tablets = cards.labs, cards.vitals, cards.events, cards.tablets
        cards.imports.begin(self._session, state.space, self._on, cards.labs.rows.typed)
        cards.imports.stored.connect(self._on_imported)
        self.show_parts(cards.taken(), cards.said())
        if cards.terms.official != self._session.official.texts:  # it came while the cards were being filled
            self._on_wording()
        counted = (cards.tablets,) if cards.tablets else ()
        for card in (cards.labs, cards.vitals, cards.events, cards.reported, *counted):
            card.changed.connect(self._on_changed)
        cards.events.withdrawn.connect(self._deciding.withdraw_event)
        self._filling = False
        self._say_where()
        self._offer_other_days()
        yield
        self.advice.begin_in_turns(self._judged())

    def _offer_other_days(self) -> None:
        """A visit that was left half-done on another day is never out of sight."""
        state, course = self._parts()
        days = [one.entry.on for one in state.space.visits if one.course_id == course.id and not one.complete]
        today = self._session.today
        others = sorted({*days, today} - {self._on}) if self._on != today else sorted(set(days) - {today})
        stored, self._stored = self._stored, ""
        if not others:
            return
        words = self.tr("A visit of another day is half-done; nothing of it counts yet.")
        if self._on != today:
            words = "" if stored else self.tr("This is the visit of {0}, half-done.").format(shown_date(self._on))
        self.message.say("ok" if stored else "note", f"{stored} {words}".strip())
        for other in others:
            words = self.tr("Today's visit") if other == today else self.tr("Visit of {0}").format(shown_date(other))
            self.message.add_action(words, partial(self.show_day, other))

    def show_stored(self, state: PatientState) -> None:
        """The visit as the store has it, in the place of what stands here."""
        self._state = state
        self._show_visit()

    def type_again(self, texts: Mapping[str, str]) -> None:
        """What was put aside stands in the fields again, as if it had been typed now."""
        assert self._cards is not None
        self._cards.put_texts(texts, *self._parts())
        self._on_changed()

    def show_day(self, on: date) -> None:
        """The visit of another day; what is typed here is kept first."""
        if self._state is not None:
            self.flush()
            self._day = on
            self.load(self._state)

    def _say_head(self) -> None:
        words = self.tr("Visit of {0} · cycle {1} day {2}").format(
            shown_date(self._on), *cycle_on(self._parts()[0], self._on)
        )
        complete = self._record is not None and self._record.complete
        more = self.tr("complete; a change asks for a reason") if complete else self.tr("half-done visits are kept")
        self.head.setText(f"{words} · {more} · {versions_words(CTCAE, self._session.settings.ctcae_shown)}")

    def _say_where(self) -> None:
        self._say_head()
        complete = self._record is not None and self._record.complete
        assert self.labs is not None
        self.labs.why.setVisible(complete)
        if complete and self._record is not None:
            at = self._record.changed_at.astimezone().strftime("%H:%M")
            self.kept.setText(self.tr("complete, {0} {1}").format(self._record.changed_by, at))
        elif self._record is not None:
            self.kept.setText(self.tr("half-done, as kept"))
        else:
            self.kept.setText(self.tr("nothing typed yet"))

    @Slot()
    def _on_wording(self) -> None:
        """NCI's wording has come, or Settings changed what is shown: nothing typed changes."""
        if self._cards is not None:
            self._cards.show_wording(self._session.official.texts, self._session.settings.ctcae_shown)
            self._say_head()

    # --- what it means

    @Slot()
    def _on_changed(self) -> None:
        if self._filling:
            return
        self._reviewing = False
        self.hide_review()
        self.advice.later()
        self._update_bar()
        if self._record is None or not self._record.complete:
            self._keeper.later()
        else:
            self.kept.setText(self.tr("changed, not stored yet"))

    def _blockers(self) -> tuple[str, ...]:
        """Why the visit cannot be completed now, one sentence each."""
        if self._cards is None:
            return ()
        found = self._cards.refused()
        if not self._session.has_person:
            found.append(self.tr("Say first who is at the screen."))
        if self._record is not None and self._record.complete and not self._cards.labs.why.value():
            found.append(self.tr("Say why the complete visit is changed."))
        return tuple(found)

    def _update_bar(self) -> None:
        found = self._blockers()
        self.bar_words.setText(found[0] if found else self.tr("Ctrl+Return reviews, once more saves"))
        self.save_button.setText(self.tr("&Save visit") if self._reviewing else self.tr("&Review and save"))
        self.save_button.setAccessibleName(self.tr("Save visit") if self._reviewing else self.tr("Review and save"))
        self.save_button.setEnabled(not found and not self._saving.busy())

    # --- keeping and saving

    def _draft(self) -> VisitEntry | None:
        return None if self._cards is None else draft_entry(self._on, self._cards.texts())

    @Slot(object)
    def _on_kept(self, record: VisitRecord) -> None:
        self._record = record

    @Slot()
    def _on_keep(self) -> None:
        self.flush()
        if not self._keeper.waits():
            self.message.say("ok", self.tr("The visit is kept half-done, exactly as typed. Nothing of it counts yet."))

    @Slot()
    def _on_save(self) -> None:
        """First what will be stored is shown; the same key once more stores it."""
        self.advice.now()
        cards = self._cards
        if cards is None or self._blockers() or self._saving.busy():
            self._update_bar()
            return
        entry, drafts = cards.entry(self._on), cards.events.drafts()
        if not self._reviewing:
            self._reviewing = True
            asked = cards.tablets.still_asked() if cards.tablets is not None else ()
            words = (review_words(entry, cards.labs.rows, drafts), *cards.labs.words(), *cards.reported.words(), *asked)
            state, course = self._parts()
            words = (*words, *event_questions(self.saved_to(), drafts, state, course, cards.lab_grades()))
            self.show_review("\n".join(words), self.tr("This will be stored. Save it with Ctrl+Return."))
            self._update_bar()
            return
        self._keeper.stop()
        self.save_button.setEnabled(False)
        visit_id, version = self._keeper.visit()
        complete, by = self._session.actions.complete_visit, self._session.person
        done = partial(complete, by, visit_id, version, entry, cards.labs.why.value())
        last = Step(f"visit {version}", self.tr("The visit"), done)
        steps = (*lab_steps(self.saved_to(), cards.labs.rows), *event_steps(self.saved_to(), drafts))
        self._saving.run((*steps, last))

    def saved_to(self) -> Saved:
        """What the steps of a save need."""
        state, course = self._parts()
        assert state.files is not None
        assert self.events is not None
        stored = self.events.stood_on({str(one.id): one for one in of_course(state.space.events, course)})
        return Saved(
            self._session, state.space.patient.id, course.id, self._on, state.files.profile.date_style, CTCAE, stored,
            state.space.labs,
        )  # fmt: skip

    @Slot()
    def _on_saved(self) -> None:
        self._reviewing = False
        self.hide_review()
        self._stored = self.tr("The visit of {0} is stored.").format(shown_date(self._on))
        self.message.say("ok", self._stored)
        self._session.saved.emit()
        self.changed.emit()

    @Slot(object)
    def _on_imported(self, entry: LabImportEntry) -> None:
        """Results of a message are on record; those of this day stand in the fields of the visit too."""
        if self.labs is None:
            return
        self.labs.take_import(entry, self._on)
        order = self._state.order(self._due.cycle) if self._state is not None else None
        self.message.say(*stored_words(entry, self._due.cycle if order and order.state == "signed" else None))
        if self._record is None or not self._record.complete:
            self._on_changed()
        self._session.saved.emit()
        self.changed.emit()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self.message.say("stop", words, self.tr("Not stored"))
        self._reviewing = False
        if self._record is None or not self._record.complete:
            self._keeper.later()
        self._update_bar()

    # --- decisions

    @Slot(str)
    def _on_decided(self, drug: str) -> None:
        self.message.say("ok", self.tr("Decided for {0}; the next order starts from it.").format(drug))
        cycle = self._due.cycle
        show = self.message.add_action(self.tr("&Show the dose"), lambda: self.dose_wanted.emit(cycle), "dose")
        show.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes away with its proposal
        self.changed.emit()

    @Slot(str)
    def _on_moved(self, drug: str) -> None:
        words = self.tr("What the rules propose for {0} changed with what was typed last. Look at it again.")
        self.message.say("warn", words.format(drug), self.tr("Nothing was recorded"))

    @Slot(str)
    def _on_event_wanted(self, term: str) -> None:
        if self.events is not None:
            self.events.want(term)

    @Slot()
    def _on_look(self) -> None:
        if self.events is not None:
            self.events.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_bloods(self) -> None:
        """The first value of the blood test that is not typed yet."""
        if self.labs is not None:
            self.labs.rows.take_keys()
