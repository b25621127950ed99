"""Judges the Visit page as it stands, a moment after the last key: the rules, the treatment day, the worst grades."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session import Session
from gui.visit.heat_map import worst_grades
from gui.visit.proposal_list import DecidingWith
from gui.visit.ready_card import go_ahead_of
from gui.visit.settled_delay import without_settled_delay
from gui.visit.tablets_question import tablets_findings
from gui.visit.visit_cards import VisitCards
from gui.visit.visit_frame import VisitFrame
from gui.visit.visit_reckoning import Reckoned, TreatmentDay, of_course, reckon
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.values.core import CourseRecord
from regimen.day_check import DayCheck
from regimen.proof import UNIT_OF_LEVEL

AFTER_MS = 120  # the rules take 50 to 130 ms: more than a key stroke may


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged: one visit of one patient."""

    state: PatientState
    course: CourseRecord
    due: TreatmentDay
    cards: VisitCards
    on: date


class VisitAdvice(QObject):
    """`judged()` after each judgement. Whatever acts on it calls `now` first, so that it is never an older page's."""

    judged = Signal()

    def __init__(self, session: Session, frame: VisitFrame) -> None:
        super().__init__(frame)
        self._session, self._frame = session, frame
        self._of: Judged | None = None
        self.reckoned = Reckoned(None, None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.judge)

    def begin(self, of: Judged) -> None:
        """Another visit, or the same patient read anew; judged at once."""
        self._of = of
        self.judge()

    def later(self) -> None:
        """Something was typed; judged once the keys rest."""
        self._timer.start()

    def now(self) -> None:
        """Judge at once what waits to be judged."""
        if self._timer.isActive():
            self.judge()

    @Slot()
    def judge(self) -> None:
        """What the rules say of the page as it stands."""
        self._timer.stop()
        of = self._of
        if of is None:
            return
        by = self._session.person.name if self._session.has_person else ""
        cards = of.cards
        self.reckoned = reckon(
            of.state, of.course, of.due, cards.labs.rows.typed(), cards.events.drafts(),
            cards.vitals.vitals().weight_kg, of.on, by,
        )  # fmt: skip
        if self.reckoned.advice is not None:
            delays = [one for one in of.state.space.delays if one.course_id == of.course.id]
            advice = without_settled_delay(self.reckoned.advice, delays, of.on)
            self.reckoned = replace(self.reckoned, advice=advice)
        cards.events.show_questions(self.reckoned.asked)
        if self.reckoned.advice is None:
            self._frame.proposals.show_refusal(self.reckoned.refusal)
            self._frame.ready.clear_check()
        else:
            self._show(of)
        self._frame.map.show_grades(worst_grades(of_course(of.state.space.events, of.course), of.state.day_ones, of.on))
        self._frame.show_known()
        if cards.tablets is not None:
            cards.tablets.show_findings(*tablets_findings(of.state, of.course, cards.tablets, of.on))
        self.judged.emit()

    def _show(self, of: Judged) -> None:
        advice = self.reckoned.advice
        assert advice is not None
        may = self._session.may("decide")
        ready = self._frame.ready
        ready.show_check(advice.treatment_day, _not_asked(of, advice.treatment_day))
        given = go_ahead_of(
            [one for one in of.state.space.go_aheads if one.course_id == of.course.id], advice.treatment_day
        )
        waits = "" if may else self.tr("A pharmacist or prescriber gives the go-ahead.")
        ready.show_go_ahead(given, advice.treatment_day, may, waits)
        decisions = [one for one in of.state.space.decisions if one.course_id == of.course.id]
        refused = of.cards.events.refused()
        assert of.state.files is not None
        drugs = of.state.files.regimen.drugs_of(advice.cycle, of.course.entry.options)
        units = {drug.name: UNIT_OF_LEVEL[drug.dose.per] if drug.role != "inhibitor" else "" for drug in drugs}
        style = of.state.files.profile.date_style
        mistaken = {one.id: one.entry.term for one in of.state.space.events if one.withdrawn}
        deciding = DecidingWith(tuple(decisions), refused[0] if refused else "", units, of.on, style, mistaken)
        self._frame.proposals.show_advice(advice, deciding, self._delay_words)

    def _delay_words(self) -> str:
        advice = self.reckoned.advice
        assert advice is not None and advice.treatment_day.delay is not None
        open_items = [item.title for item in advice.treatment_day.items if item.action == "delay"]
        return self.tr("to {0}; because of {1}. Blood is taken again before it.").format(
            shown_date(advice.treatment_day.delay.new_date), ", ".join(open_items)
        )

    def delay_proposed(self) -> tuple[int, str]:
        """Days and coded reason of the delay the treatment-day check proposes; 0 days: none."""
        self.now()
        delay = self.reckoned.advice.treatment_day.delay if self.reckoned.advice else None
        return (delay.days, delay.reasons[0]) if delay is not None else (0, "")


def _not_asked(of: Judged, check: DayCheck) -> frozenset[str]:
    """Terms nobody has asked for at this visit, though some of them may have been there before.

    A term of the check without a row, because its event was withdrawn, is one of them.
    """
    drafts = of.cards.events.drafts()
    said = {draft.term for draft in drafts if draft.said}
    return frozenset((*(draft.term for draft in drafts), *(item.term for item in check.items if item.term))) - said
