"""The Plan page: the course on dates, and every change of it seen before it is made."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.plan.changes import AnyForm, Subject, oral_drugs, wanted_of
from gui.plan.course_view import CourseView, course_view, tablets_words
from gui.plan.forms import DelayForm, EndHoldForm, HoldForm, WithdrawForm
from gui.plan.in_force import cycle_held, delay_words, hold_words
from gui.plan.plan_frame import PlanFrame
from gui.plan.proposal import Proposed, propose
from gui.plan.restart_card import RestartCard
from gui.plan.restart_words import restart_words
from gui.session import Session
from gui.theme.metrics import em
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.values.core import DelayRecord, HoldRecord
from records.values.restarts import RestartRecord

Apply = Callable[[], "Future[Any]"]

# Room for the restart form beside the right column, in lines of body text; with less it has the whole width.
ROOM_FOR_BOTH_EM = 76


class PlanPage(PlanFrame):
    """Cycles on a time line and in months; delays, holds and stops with the difference shown first.

    changed()         the plan was changed: the patient has to be read again
    dose_wanted(int)  show the dose of a cycle
    move_wanted()    move the patient to another version of the regimen or practice profile
    """

    changed = Signal()
    dose_wanted = Signal(int)
    move_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: PatientState | None = None
        self._view: CourseView | None = None
        self._cycle = 0
        self._reading = 0
        self._proposing = 0
        self._delay_wanted: tuple[int, int, str] | None = None
        self._key: UUID = uuid4()
        self._apply: Apply | None = None
        self._subject: Subject | None = None
        self.form: AnyForm | None = None
        self.restart: RestartCard | None = None
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Plan")

    def load(self, state: PatientState) -> None:
        """Show the course as now read; a form being filled in stays, and its difference is computed anew."""
        before = self._state.course.id if self._state is not None and self._state.course is not None else None
        self._state = state
        self._reading += 1
        if state.course is None or state.files is None:
            self.setEnabled(False)
            self.message.say("note", self.tr("A course is begun on the Dose page; then its dates stand here."))
            return
        self.setEnabled(True)
        if before != state.course.id:
            self._cycle = state.cycle
            self._close_form()
        turn = self._reading
        self._session.link.run(
            partial(course_view, state), lambda view: self._on_view(turn, view), self._on_refused, self
        )

    def flush(self) -> None:
        """Nothing waits here: a change is stored when it is accepted, and not before."""

    def propose_delay(self, cycle: int, days: int, reason: str) -> None:
        """Open the form of a delay with what the visit proposes in it; which cycles move is still asked."""
        self._delay_wanted = (cycle, days, reason)
        self._open_wanted_delay()

    def _open_wanted_delay(self) -> None:
        """Once the dates are laid out."""
        if self._delay_wanted is None or self._view is None or self._view.cycle(self._delay_wanted[0]) is None:
            return
        (cycle, days, reason), self._delay_wanted = self._delay_wanted, None
        self.show_cycle(cycle)
        self._on_delay()
        if isinstance(self.form, DelayForm):
            self.form.days.set_text(str(days) if days else "")
            self.form.reason.choose(reason)

    def cycle(self) -> int:
        """The chosen cycle."""
        return self._cycle

    def _connect(self) -> None:
        self.line.chosen.connect(self.show_cycle)
        self.grid.cycle_wanted.connect(self.line.choose)
        self.grid.chosen.connect(self._on_day)
        self.delay_button.clicked.connect(self._on_delay)
        self.hold_button.clicked.connect(lambda: self._on_hold(stop=False))
        self.stop_button.clicked.connect(lambda: self._on_hold(stop=True))
        self.dose_button.clicked.connect(lambda: self.dose_wanted.emit(self._cycle))
        self.move_button.clicked.connect(self.move_wanted)
        self.difference.accepted.connect(self._on_accepted)
        self.difference.discarded.connect(self._close_form)
        self.in_force.withdraw.connect(self._on_withdraw)
        self.in_force.end.connect(self._on_end)
        self.in_force.restart.connect(self._on_restart)
        self.in_force.withdraw_restart.connect(self._on_withdraw_restart)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close_form)

    # --- what is shown

    def _on_view(self, turn: int, view: CourseView) -> None:
        if turn != self._reading or self._state is None:
            return
        self._view = view
        if view.cycle(self._cycle) is None:
            self._cycle = view.cycles[-1].laid_out.cycle
        self.line.show_course(view, self._cycle, self._session.today)
        self.fit_line()
        self.in_force.show_state(self._state, may_change=self._active())
        self.show_cycle(self._cycle)
        if self.form is not None:
            self._propose()
        self._open_wanted_delay()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("The dates cannot be laid out"))

    @Slot(int)
    def show_cycle(self, cycle: int) -> None:
        """Show one cycle in the month grid; an open delay form of another cycle is closed."""
        if self._view is None or self._view.cycle(cycle) is None:
            return
        if isinstance(self.form, DelayForm) and self.form.cycle != cycle:
            self._close_form()
        self._cycle = cycle
        self.line.choose(cycle)
        self.grid.show_cycle(self._view, cycle, self._session.today)
        self.day.show_day(self._view, self.grid.day())
        self._show_words()
        QTimer.singleShot(0, self, self._scroll_to_cycle)

    @Slot()
    def _scroll_to_cycle(self) -> None:
        """The first week of the cycle on top, once the grid has its height."""
        found = self._view.cycle(self._cycle) if self._view else None
        if found is not None:
            self.grid_area.verticalScrollBar().setValue(self.grid.cell(found.laid_out.day1).top())

    def _show_words(self) -> None:
        found = self._view.cycle(self._cycle) if self._view else None
        if found is None or self._view is None or self._state is None or self._state.course is None:
            return
        laid_out, planned = found.laid_out, self._state.course.entry.planned_cycles
        self.cycle_words.setText(
            self.tr("Cycle {0} of {1}, {2}: {3} to {4}").format(
                self._cycle, planned, found.words, shown_date(laid_out.day1), shown_date(found.end)
            )
        )
        more = [self.tr("{0} days to the next day 1").format(laid_out.length)] if laid_out.next_day1 else []
        if found.gap_days:
            more.append(self.tr("{0} days later than planned").format(found.gap_days))
        if laid_out.planned_oral_doses:
            more.append(self.tr("tablets {0} of {1} times").format(laid_out.oral_doses, laid_out.planned_oral_doses))
        if laid_out.last_dose is not None:
            half = self.tr("morning") if laid_out.last_dose.half == "am" else self.tr("evening")
            more.append(self.tr("last tablets {0}, {1}").format(shown_date(laid_out.last_dose.date), half))
        taken = next((take.am or take.pm for day in laid_out.days for take in day.take), None)
        if taken:
            more.append(self.tr("AM, PM: {0}").format(tablets_words(taken)))
        self.cycle_more.setText(" · ".join(more))
        self._show_notes(laid_out.day1, laid_out.last_day)
        self._update_actions()

    def _show_notes(self, first: date, last: date) -> None:
        """What the layout says of this cycle; holidays are said on their dates, and nothing is moved for them."""
        view = self._view
        assert view is not None
        found = view.cycle(self._cycle)
        if found is not None and found.mark == "signed_elsewhen" and found.signed_for is not None:
            self.notes.say(
                "warn",
                self.tr("The order was signed for {0}. Sign it again for the new day 1.").format(
                    shown_date(found.signed_for)
                ),
                self.tr("Sign again"),
            )
            return
        kinds = (
            "interval",
            "interval_short",
            "limit",
            "tablets_cut",
            "holidays_unknown",
            "blood_test_moved",
            "blood_test_closed",
            "blood_test_validity",
            "holiday",
        )
        said = [
            f"{shown_date(note.date)}: {note.text}"
            for note in view.course.notes
            if note.kind in kinds
            and (note.cycle in (self._cycle, None))
            and (first <= note.date <= last or note.kind.startswith("blood_test"))  # taken before the cycle begins
        ]
        short = any(n.kind == "interval_short" and n.cycle == self._cycle for n in view.course.notes)
        if said:
            self.notes.say("stop" if short else "note", "\n".join(said))
        else:
            self.notes.clear()

    def _active(self) -> bool:
        return self._state is not None and self._state.course is not None and self._state.course.status == "active"

    def _update_actions(self) -> None:
        found = self._view.cycle(self._cycle) if self._view else None
        active = self._active() and self._session.has_person
        given = found is not None and found.mark == "given"
        self.delay_button.setEnabled(active and not given)
        self.delay_button.setText(self.tr("Dela&y cycle {0}").format(self._cycle))
        self.delay_button.setAccessibleName(self.tr("Delay cycle {0}").format(self._cycle))
        for button in (self.hold_button, self.stop_button):
            button.setEnabled(active)
        self.move_button.setVisible(active and self._session.may("move course"))
        words = ""
        if not self._active():
            words = self.tr("This course has ended; its dates stand as they were.")
        elif given:
            words = self.tr("Cycle {0} was given; it can no longer be moved.").format(self._cycle)
        self.actions_words.setText(words)
        self.actions_words.setVisible(bool(words))

    @Slot(object)
    def _on_day(self, day: date) -> None:
        if self._view is not None:
            self.day.show_day(self._view, day)
            place = self.grid.cell(day)
            self.grid_area.ensureVisible(place.left(), place.center().y(), 0, place.height() // 2)

    # --- forms

    def _open_form(self, form: AnyForm, subject: Subject | None = None) -> None:
        self._close_form()
        self.form, self._subject, self._key = form, subject, uuid4()
        form.changed.connect(self._propose)
        self.form_place.addWidget(form)
        self.message.clear()
        first = form.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
        target = next((w for w in first if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()), form)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.right.ensureWidgetVisible(form)
        self._propose()

    @Slot()
    def _close_form(self) -> None:
        self._proposing += 1
        self._apply, self._subject, self.form = None, None, None
        if self.restart is not None:
            self.middle.removeWidget(self.restart)
            self.restart.hide()
            self.restart.deleteLater()
            self.restart = None
            self.right.show()
        empty(self.form_place)
        self.middle.setCurrentIndex(0)

    @Slot()
    def _on_delay(self) -> None:
        found = self._view.cycle(self._cycle) if self._view else None
        if found is not None and self._state is not None and self._state.files is not None:
            style = self._state.files.profile.date_style
            self._open_form(DelayForm(self._cycle, found.laid_out.day1, style))

    def _on_hold(self, *, stop: bool) -> None:
        if self._state is None or self._state.files is None or self._state.course is None:
            return
        files, options = self._state.files, self._state.course.entry.options
        drugs = tuple(drug.name for drug in files.regimen.drugs_of(self._cycle, options))
        start = max(self.grid.day(), self._session.today)
        self._open_form(HoldForm(drugs, start, files.profile.date_style, stop=stop, oral=oral_drugs(self._state)))

    @Slot(object)
    def _on_withdraw(self, record: DelayRecord) -> None:
        self._open_form(WithdrawForm(delay_words(record)), record)

    @Slot(object)
    def _on_end(self, record: HoldRecord) -> None:
        if self._state is not None and self._state.files is not None:
            style = self._state.files.profile.date_style
            oral = record.drug in oral_drugs(self._state)
            self._open_form(EndHoldForm(hold_words(record), record.start, style, stop=record.stop, oral=oral), record)

    @Slot(object)
    def _on_withdraw_restart(self, record: RestartRecord) -> None:
        self._open_form(WithdrawForm(restart_words(record), self.tr("Withdraw a restart")), record)

    @Slot(object)
    def _on_restart(self, hold: HoldRecord) -> None:
        """The restart takes the place of the month grid until it is signed or left."""
        cycle = cycle_held(self._state, hold) if self._state is not None else None
        if cycle is None or self._state is None:
            return
        self._close_form()
        self.message.clear()
        self.show_cycle(cycle)
        self.restart = RestartCard(self._session, self._state, cycle, hold)
        self.restart.discarded.connect(self._close_form)
        self.restart.signed.connect(self._on_stored)
        self.right.setVisible(self.width() >= em(ROOM_FOR_BOTH_EM))  # tablets to choose from are never cut off
        self.middle.addWidget(self.restart)
        self.middle.setCurrentWidget(self.restart)
        self.restart.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the difference

    @Slot()
    def _propose(self) -> None:
        """Compute the difference of what the form asks for; until it is shown nothing can be accepted."""
        form, state = self.form, self._state
        if form is None or state is None:
            return
        self._proposing += 1
        self.difference.set_missing(form.missing())
        wanted = wanted_of(form, state, self._subject, self._key)
        if wanted is None:
            self._apply = None
            self.difference.wait(form.heading.text())
            self.middle.setCurrentIndex(0)
            return
        self._apply = partial(wanted.store, self._session)
        self.difference.wait(wanted.title)
        turn = self._proposing
        self._session.link.run(
            partial(propose, state, wanted.delays, wanted.holds, wanted.restarts),
            lambda proposed: self._on_proposed(turn, wanted.title, proposed),
            lambda words, _error: self._on_impossible(turn, wanted.title, words),
            self,
        )

    def _on_proposed(self, turn: int, title: str, proposed: Proposed) -> None:
        if turn == self._proposing:
            self.difference.show_proposed(title, proposed)
            self.middle.setCurrentIndex(1)

    def _on_impossible(self, turn: int, title: str, words: str) -> None:
        if turn == self._proposing:
            self.difference.show_refusal(title, words)
            self.middle.setCurrentIndex(1)

    @Slot()
    def _on_accepted(self) -> None:
        if self._apply is None or self.form is None or self.form.missing():
            return
        self.difference.set_missing(self.tr("being stored…"))
        self._session.link.ask(self._apply(), self._on_stored, self._on_not_stored, self)

    def _on_stored(self, record: object) -> None:
        words = ""
        if isinstance(record, DelayRecord):
            words = self.tr("The delay is withdrawn.") if record.withdrawn else delay_words(record) + "."
        elif isinstance(record, HoldRecord):
            said = hold_words(record)
            words = self.tr("Taken back.") if record.withdrawn else f"{said[:1].upper()}{said[1:]}."
        elif isinstance(record, RestartRecord):
            print_anew = self.tr("Print the calendar anew: the old sheet has to be destroyed.")
            words = f"{restart_words(record)}. {print_anew}"
            words = self.tr("The restart is withdrawn; the drug is on hold again.") if record.withdrawn else words
        self._close_form()
        self.message.say("ok", words, self.tr("Stored"))
        self.changed.emit()

    def _on_not_stored(self, words: str, _error: Exception) -> None:
        self.difference.set_missing(self.form.missing() if self.form is not None else "")
        self.message.say("stop", words, self.tr("Not stored"))
