"""The scans of a course on the Response page: the table, what is judged from it, and the follow-up beside it."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.response.figures import Figures, figures_of
from gui.response.follow_up_card import FollowUpCard
from gui.response.response_frame import ResponseFrame
from gui.response.scan_draft import collect, missing, put_in
from gui.response.scan_keeper import ScanKeeper
from gui.session import Session
from gui.widgets.dates import shown_date
from gui.widgets.turns import Pieces, at_once
from gui.workspace.state import PatientState
from records.values.responses import ScanEntry, ScanRecord


class ScansShown(ResponseFrame):
    """What stands in the fields and what follows from it; nothing is stored here but the draft.

    changed()                     after each deed: the patient is read again; what is being typed stays
    followed(FollowUpEntry, str)  the follow-up is to be stored, with its reason
    end_wanted()                  the course is to be ended
    """

    changed = Signal()
    followed = Signal(object, str)
    end_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: PatientState | None = None
        self._figures: Figures | None = None
        self._typing: ScanRecord | None = None
        self._done: set[UUID] = set()
        self._built: object = None
        self._filling = False
        self.keeper = ScanKeeper(session, self.collected, self)
        self.keeper.said.connect(self.kept.setText)
        session.person_changed.connect(self._show_person)

    def load(self, state: PatientState) -> None:
        """Show the patient as now read; the scan being typed stays as it is."""
        at_once(self.loading(state))

    def loading(self, state: PatientState) -> Pieces:
        """As `load`, in pieces, for a page on its way to the front."""
        before = self._state.course.id if self._state is not None and self._state.course is not None else None
        self._state = state
        course, files = state.course, state.files
        self.setEnabled(course is not None)
        if course is None or files is None:
            self.message.say("note", self.tr("A course is begun on the Dose page; its scans are read here."))
            self._hide_all()
            return
        if before != course.id or self.follow_up is None:
            self._begin(state)
            yield
        mine = [scan for scan in state.space.scans if scan.course_id == course.id]
        over = {scan.id for scan in mine if scan.complete or scan.withdrawn} | self._done
        if self._typing is None or self._typing.id in over:  # else it is being typed, whatever an older reading says
            self._typing = next((scan for scan in mine if scan.id not in over), None)
            self._built = None
            if self._typing is not None:
                self.keeper.begin(self._typing)
        yield from self._showing()

    def collected(self) -> ScanEntry:
        """The scan being typed as it stands in the fields."""
        assert self._typing is not None and self._figures is not None
        before = replace(
            self._typing.entry, note=self.note.value(), for_symptoms=self.symptoms.isChecked(),
            nontarget_grew=self.grew.isChecked(),
        )  # fmt: skip
        return collect(self.table, self._figures.lesions, before)

    def figures(self) -> Figures:
        """What is shown."""
        assert self._figures is not None
        return self._figures

    # --- showing

    def _begin(self, state: PatientState) -> None:
        assert state.files is not None and state.course is not None
        self._typing, self._built, self._done = None, None, set()
        self.message.clear()
        style, course_id = state.files.profile.date_style, state.course.id
        old, self.follow_up = self.follow_up, FollowUpCard(self._session, style, self._session.today, course_id)
        self.follow_up.disease_stored.connect(self.changed)
        self.follow_up.wanted.connect(self.followed)
        self.follow_up.end_wanted.connect(self.end_wanted)
        self.arrange()
        if old is not None:
            old.leave()
        self._show_person()

    def _hide_all(self) -> None:
        for part in (self.stored, self.table_card, self.chart_card, self.answer, self.about, self.form):
            part.hide()

    def _corrects(self) -> ScanRecord | None:
        replaces = self._typing.replaces if self._typing is not None else None
        assert self._state is not None
        return next((scan for scan in self._state.space.scans if scan.id == replaces), None)

    def _show(self) -> None:
        at_once(self._showing())

    def _showing(self) -> Pieces:
        """Everything; the fields are made anew only when lesions or stored scans are others."""
        state = self._state
        assert state is not None and state.course is not None and state.files is not None
        typing, corrects = self._typing, self._corrects()
        entry = typing.entry if typing is not None else None
        if typing is not None and self._built is not None and self._figures is not None:
            entry = self.collected()
        figures = self._figures = figures_of(state, entry, corrects)
        built = (
            tuple(one.id for one in figures.lesions), tuple((one.id, one.version) for one in figures.scans),
            typing.id if typing else None, self.table.all_scans, figures.start,
        )  # fmt: skip
        if built != self._built:
            first = self._built is None
            self._built = built
            self._filling = True
            self.table.show_figures(figures, entry, corrects, state.files.profile.date_style)
            if entry is not None:
                put_in(self.table, entry)
                if first:
                    self._put_in_rest(entry)
            self._filling = False
            yield
        self._show_parts(figures)
        yield
        self._judge()

    def _put_in_rest(self, entry: ScanEntry) -> None:
        self.note.set_text(entry.note)
        self.symptoms.setChecked(entry.for_symptoms)
        self.grew.setChecked(entry.nontarget_grew)
        self.reason.set_text("")

    def _show_parts(self, figures: Figures) -> None:
        typing, state = self._typing, self._state
        assert state is not None and self.follow_up is not None and state.course is not None
        baseline = any(scan.entry.baseline for scan in figures.scans)
        open_baseline = not baseline or (typing is not None and typing.entry.baseline)
        self.answer.show()
        self.about.setVisible(typing is not None)
        self.reason.setVisible(typing is not None and typing.replaces is not None)
        self.grew.setVisible(typing is not None and not typing.entry.baseline and figures.on_inhibitor)
        self.symptoms.setVisible(typing is not None and not typing.entry.baseline)
        self.table_card.setVisible(bool(figures.lesions))
        self.form.begin(frozenset(one.entry.name for one in figures.lesions), before_baseline=open_baseline)
        self.form.setVisible(open_baseline or figures.on_inhibitor)
        self.put_form_first(open_baseline and typing is None)
        self.all_button.setVisible(len(figures.scans) > 5 and not self.table.all_scans)
        self.new_button.setVisible(typing is None and bool(figures.lesions))
        self.new_button.setText(self.tr("Ne&w scan") if baseline else self.tr("Read the &baseline scan"))
        self.store_button.setVisible(typing is not None)
        self.drop_button.setVisible(typing is not None)
        if typing is None:
            self.kept.setText("" if figures.lesions else self.tr("Name the lesions to follow first."))
        mine = [one for one in state.space.follow_up if one.course_id == state.course.id]
        may_end = state.course.status == "active" and self._session.may("end course")
        self.follow_up.show_record(mine[0] if mine else None, state.course, may_end=may_end)

    def _judge(self) -> None:
        """The response as it is typed: pure, a few milliseconds."""
        state = self._state
        assert state is not None
        entry = self.collected() if self._typing is not None else None
        figures = self._figures = figures_of(state, entry, self._corrects())
        open_fields = missing(self.table, figures.lesions) if entry is not None else ()
        self.table.say(figures, complete=not open_fields)
        self.chart.show_dots(figures.dots())
        self.chart_card.setVisible(len(figures.dots()) > 1)
        self.answer.show_figures(figures, open_fields)
        self._propose(figures)

    def _propose(self, figures: Figures) -> None:
        """A progression that is stored proposes the end of treatment; nothing is ended by itself."""
        assert self.follow_up is not None and self._state is not None and self._state.course is not None
        strip = self.follow_up.proposal
        ended = any(
            one.entry.off_reason for one in self._state.space.follow_up if one.course_id == self._state.course.id
        )
        on = figures.judged.response.pd_date if figures.judged is not None else None
        if on is None or ended or self._state.course.status != "active":
            strip.clear()
            return
        words = self.tr("Progression by RECIST 1.1 on {0}. Is treatment ended because of it?").format(shown_date(on))
        if figures.on_inhibitor and figures.judged is not None and figures.judged.immune.points:
            newest = figures.judged.immune.points[-1]
            if newest.response == "iUPD":
                words += " " + self.tr("By iRECIST it is unconfirmed: treatment may go on while the patient is well.")
        if strip.words.text() == words:
            return
        strip.say("warn", words)
        said = self.tr("progression by RECIST 1.1 on {0}").format(shown_date(on))
        strip.add_action(self.tr("&Fill in"), lambda: self._fill_in(said), "fill")

    def _fill_in(self, words: str) -> None:
        assert self.follow_up is not None
        self.follow_up.propose_progression(words, self._session.today)

    @Slot()
    def _show_person(self) -> None:
        may = self._session.may("complete scan")
        for button in (self.new_button, self.store_button, self.drop_button, self.form.add_button):
            button.setEnabled(may)
        if self.follow_up is not None:
            self.follow_up.save_button.setEnabled(self._session.may("save follow-up"))
