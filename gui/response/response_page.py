"""The Response page: lesions by scan, typed and judged by RECIST 1.1 as one types, iRECIST beside it."""

from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from gui.response.scan_draft import contradictions, missing
from gui.response.scans_shown import ScansShown
from gui.session import Session
from gui.widgets.dates import shown_date
from outcomes.recist.of_records import broken_baseline
from records.values.responses import FollowUpEntry, LesionEntry, LesionRecord, ScanRecord


class ResponsePage(ScansShown):
    """What a person does to the scans shown: type, store, correct, withdraw; name lesions; keep the follow-up."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.keeper.differs.connect(self._on_differs)
        self.table.changed.connect(self._on_typed)
        self.table.scan_wanted.connect(self._on_scan_wanted)
        self.table.lesion_wanted.connect(self._on_lesion_wanted)
        self.form.wanted.connect(self._on_lesion)
        self.stored.correct_wanted.connect(self._on_correct)
        self.stored.withdraw_wanted.connect(self._on_withdraw)
        self.new_button.clicked.connect(self._on_new)
        self.drop_button.clicked.connect(self._on_give_up)
        self.store_button.clicked.connect(self._on_store)
        self.all_button.clicked.connect(self._on_all)
        for check in (self.symptoms, self.grew):
            check.toggled.connect(self._on_typed)
        self.note.changed.connect(self._on_typed)
        self.followed.connect(self._on_follow_up)
        self.end_wanted.connect(self._on_end)

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("Respo&nse")

    def flush(self) -> None:
        """Keep what waits to be kept."""
        self.keeper.now()
        if self.follow_up is not None:
            self.follow_up.keeper.now()

    # --- typing

    @Slot()
    def _on_typed(self) -> None:
        if self._filling or self._typing is None:
            return
        self._judge()
        self.keeper.later()

    @Slot(str, object)
    def _on_differs(self, words: str, theirs: ScanRecord) -> None:
        """Two people type one scan: nothing of either is lost before one of them has chosen."""
        self.message.say("warn", words, self.tr("Not kept yet"))
        if theirs.complete or theirs.withdrawn:
            return
        self.message.add_action(self.tr("Ta&ke theirs"), lambda: self._go_on(theirs, mine=False), "theirs")
        self.message.add_action(self.tr("Go on with m&y own"), lambda: self._go_on(theirs, mine=True), "mine")

    def _go_on(self, theirs: ScanRecord, *, mine: bool) -> None:
        self.message.clear()
        self.keeper.begin(theirs)
        if mine:
            self.keeper.later()
            return
        self._typing, self._built = theirs, None
        self._show()

    @Slot()
    def _on_all(self) -> None:
        self.table.all_scans = True
        self._show()

    @Slot()
    def _on_new(self) -> None:
        figures = self.figures()
        if not self.new_button.isVisible():
            return
        self._open(baseline=not any(scan.entry.baseline for scan in figures.scans))

    def _open(self, *, baseline: bool, replaces: UUID | None = None) -> None:
        assert self._state is not None and self._state.course is not None
        future = self._session.actions.open_scan(
            self._session.person, uuid4(), self._state.course.id, baseline=baseline, replaces=replaces
        )
        self._session.link.ask(future, self._on_opened, self._on_refused, self)

    def _on_opened(self, record: ScanRecord) -> None:
        self.stored.clear()
        self.message.clear()
        self._typing, self._built = record, None
        self.keeper.begin(record)
        assert self._state is not None
        others = tuple(one for one in self._state.space.scans if one.id != record.id)
        self._state = replace(self._state, space=replace(self._state.space, scans=(*others, record)))
        self._show()
        if self.table.date is not None:
            self.table.date.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # --- storing

    @Slot()
    def _on_store(self) -> None:
        """Everything is asked for; a baseline that breaks the rules is refused with each reason."""
        if self._typing is None or not self.store_button.isVisible():
            return
        table, figures = self.table, self.figures()
        assert table.date is not None and table.method is not None
        good = [table.date.ask_for(), table.method.ask_for(), *(field.ask_for() for field in table.order())]
        if self._typing.replaces is not None:
            good.append(self.reason.ask_for())
        open_fields = missing(table, figures.lesions)
        if not all(good):
            words = self.tr("Still to say: {0}.").format(", ".join(open_fields) or self.tr("reason of the correction"))
            self.message.say("stop", words, self.tr("The scan is not stored"))
            self._focus_first_open()
            return
        entry = self.collected()
        reasons = list(contradictions(entry, figures.lesions))
        notes: tuple[str, ...] = ()
        if entry.baseline:
            broken, notes = broken_baseline(figures.lesions, entry, figures.start)
            reasons += [one.reason for one in broken]
        if reasons:
            title = self.tr("This baseline cannot be stored") if entry.baseline else self.tr("The scan is not stored")
            self.message.say("stop", "\n".join(f"• {reason}" for reason in reasons), title)
            return
        self.keeper.stop()
        scan, version = self.keeper.scan()
        self._done.add(scan)
        why = self.reason.value() if self._typing.replaces is not None else ""
        future = self._session.actions.complete_scan(self._session.person, scan, version, entry, why)
        self._session.link.ask(
            future, lambda record: self._on_stored(record, notes), lambda w, e: self._on_not_stored(scan, w, e), self
        )

    def _focus_first_open(self) -> None:
        table = self.table
        if table.date is not None and table.date.value() is None:
            table.date.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if table.method is not None and table.method.value() is None:
            table.method.combo.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field = next((one for one in table.order() if one.read() is None), None)
        (field.edit if field is not None else self.reason.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stored(self, record: ScanRecord, notes: tuple[str, ...]) -> None:
        assert record.entry.on is not None
        self._typing, self._built = None, None
        words = self.tr("The scan of {0} is stored.").format(shown_date(record.entry.on))
        self.message.say("ok", " ".join((words, *notes)))
        self.changed.emit()

    def _on_not_stored(self, scan: UUID, words: str, _error: Exception) -> None:
        self._done.discard(scan)
        self.message.say("stop", words, self.tr("The scan is not stored"))

    @Slot()
    def _on_give_up(self) -> None:
        if self._typing is None:
            return
        self.message.say("warn", self.tr("What was typed for this scan counts nowhere afterwards."),
                         self.tr("Give this scan up?"))  # fmt: skip
        self.message.add_action(self.tr("&Yes, give it up"), self._give_up, "give_up", main=True)

    def _give_up(self) -> None:
        if self._typing is None:
            return
        self.keeper.stop()
        scan, version = self.keeper.scan()
        self._done.add(scan)
        future = self._session.actions.give_up_scan(self._session.person, scan, version)
        self._session.link.ask(future, lambda _r: self._on_given_up(), self._on_refused, self)

    def _on_given_up(self) -> None:
        self._typing, self._built = None, None
        self.message.clear()
        self.changed.emit()

    # --- lesions, stored scans, follow-up

    @Slot(object)
    def _on_lesion(self, entry: LesionEntry) -> None:
        assert self._state is not None and self._state.course is not None
        future = self._session.actions.add_lesion(self._session.person, uuid4(), self._state.course.id, entry)
        self._session.link.ask(future, lambda _lesion: self._on_added(), self._on_refused, self)

    def _on_added(self) -> None:
        self.form.clear()
        self.changed.emit()

    @Slot(object)
    def _on_scan_wanted(self, scan_id: UUID) -> None:
        scan = next((one for one in self.figures().scans if one.id == scan_id), None)
        if scan is not None:
            may = self._typing is None and self._session.may("complete scan")
            self.stored.show_scan(scan, may_correct=may, may_withdraw=self._session.may("withdraw scan"))
            self.left.verticalScrollBar().setValue(0)

    @Slot(object)
    def _on_lesion_wanted(self, lesion_id: UUID) -> None:
        lesion = next((one for one in self.figures().lesions if one.id == lesion_id), None)
        if lesion is not None:
            self.stored.show_lesion(lesion, may_withdraw=self._session.may("withdraw lesion"))
            self.left.verticalScrollBar().setValue(0)

    @Slot(object)
    def _on_correct(self, scan: ScanRecord) -> None:
        self._open(baseline=scan.entry.baseline, replaces=scan.id)

    @Slot(object, str)
    def _on_withdraw(self, record: ScanRecord | LesionRecord, why: str) -> None:
        actions, by = self._session.actions, self._session.person
        if isinstance(record, ScanRecord):
            scan = actions.withdraw_scan(by, record.id, why)
            self._session.link.ask(scan, lambda _scan: self._on_withdrawn(), self._on_refused, self)
        else:
            lesion = actions.withdraw_lesion(by, record.id, why)
            self._session.link.ask(lesion, lambda _lesion: self._on_withdrawn(), self._on_refused, self)

    def _on_withdrawn(self) -> None:
        self.stored.clear()
        self.message.say("ok", self.tr("It counts no more and stays on record."))
        self.changed.emit()

    @Slot(object, str)
    def _on_follow_up(self, entry: FollowUpEntry, why: str) -> None:
        assert self._state is not None and self._state.course is not None
        course = self._state.course.id
        there = next((one for one in self._state.space.follow_up if one.course_id == course), None)
        future = self._session.actions.save_follow_up(
            self._session.person, uuid4(), course, there.version if there is not None else None, entry, why
        )
        self._session.link.ask(future, lambda _r: self._on_followed(), self._on_refused, self)

    def _on_followed(self) -> None:
        if self.follow_up is not None:
            self.follow_up.stored()
        self.message.say("ok", self.tr("The follow-up is stored."))
        self.changed.emit()

    @Slot()
    def _on_end(self) -> None:
        """The course is ended only after a person has said so once more."""
        self.message.say("warn", self.tr("Nothing more can be planned or signed in it afterwards; printed calendars "
                                         "become void."), self.tr("End this course?"))  # fmt: skip
        self.message.add_action(self.tr("&Yes, end it"), self._end, "end", main=True)

    def _end(self) -> None:
        assert self._state is not None and self._state.course is not None and self.follow_up is not None
        course = self._state.course
        said = next(one.entry for one in self._state.space.follow_up if one.course_id == course.id)
        status = "completed" if said.off_reason == "completed" else "stopped"
        why = f"{self.follow_up.reason.combo.currentText()}: {said.off_words}".removesuffix(": ")
        future = self._session.actions.end_course(self._session.person, course.id, course.version, status, why)
        self._session.link.ask(future, lambda _c: self._on_ended(), self._on_refused, self)

    def _on_ended(self) -> None:
        self.message.say("ok", self.tr("The course is ended."))
        self.changed.emit()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("Nothing was stored"))
