"""Judges the Visit page as it stands, a moment after the last key: the rules, the treatment day, the worst grades.

Judging and showing take longer together than a key may wait, so each part has a turn of its own: keys typed between two
turns are taken first, and drop what is left of a judgement that is no longer of the page.
"""

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
from gui.visit.visit_reckoning import (
    BaseCase,
    Reckoned,
    TreatmentDay,
    base_case,
    of_course,
    reckon,
    visit_of_day,
)
from gui.widgets.dates import shown_date
from gui.widgets.turns import Pieces, Turns
from gui.workspace.state import PatientState
from records.values.core import CourseRecord
from regimen.advice.advised import Advice
from regimen.day_check import DayCheck
from regimen.proof import UNIT_OF_LEVEL

AFTER_MS = 120  # the keys rest


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
        self._base: BaseCase | None = None
        self.reckoned = Reckoned(None, None)
        self._turns = Turns(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._in_turns)

    def begin(self, of: Judged) -> None:
        """Another visit, or the same patient read anew; judged at once."""
        self.begin_in_turns(of)
        self._turns.finish()

    def begin_in_turns(self, of: Judged) -> None:
        """Another visit, judged a part a turn; `now` waits for it."""
        self._of, self._base = of, None
        self._in_turns()

    def step(self) -> bool:
        """One part of what is judged, now; whether there was one."""
        return self._turns.step()

    def waits(self) -> bool:
        """Whether something is not judged or not shown yet."""
        return self._timer.isActive() or self._turns.goes_on()

    def later(self) -> None:
        """Something was typed; judged once the keys rest."""
        self._turns.give_up()
        self._timer.start()

    def now(self) -> None:
        """Judge at once what waits to be judged, and show what is not shown yet."""
        if self._timer.isActive():
            self.judge()
        else:
            self._turns.finish()

    @Slot()
    def judge(self) -> None:
        """What the rules say of the page as it stands, all of it at once."""
        self._in_turns()
        self._turns.finish()

    @Slot()
    def _in_turns(self) -> None:
        self._timer.stop()
        if self._of is not None:
            self._turns.begin(self._parts(self._of))
            self._turns.step()

    def _parts(self, of: Judged) -> Pieces:
        for part in (self._reckon, self._ask, self._check, self._propose, self._count):
            part(of)
            yield
        self.judged.emit()

    # --- the parts, in their order

    def _reckon(self, of: Judged) -> None:
        by = self._session.person.name if self._session.has_person else ""
        if self._base is None:
            self._base = base_case(of.state, of.course, of.due)
        cards = of.cards
        self.reckoned = reckon(
            of.state, of.course, of.due, self._base, cards.labs.rows.typed(), cards.events.drafts(),
            cards.vitals.vitals().weight_kg, of.on, by,
        )  # fmt: skip
        if self.reckoned.advice is not None:
            delays = [one for one in of.state.space.delays if one.course_id == of.course.id]
            advice = without_settled_delay(self.reckoned.advice, delays, of.on)
            self.reckoned = replace(self.reckoned, advice=advice)

    def _ask(self, of: Judged) -> None:
        of.cards.events.show_questions(self.reckoned.asked)

    def _check(self, of: Judged) -> None:
        advice = self.reckoned.advice
        if advice is None:
            self._frame.ready.clear_check()
        else:
            self._show_check(of, advice)
        self._frame.show_known()

    def _propose(self, of: Judged) -> None:
        if self.reckoned.advice is None:
            self._frame.proposals.show_refusal(self.reckoned.refusal)
        else:
            self._show_proposals(of, self.reckoned.advice)

    def _count(self, of: Judged) -> None:
        events = of_course(of.state.space.events, of.course)
        self._frame.map.show_grades(worst_grades(events, of.state.day_ones, of.on))
        self._frame.show_known()
        if of.cards.tablets is not None:
            of.cards.tablets.show_findings(*tablets_findings(of.state, of.course, of.cards.tablets, of.on))

    def _show_check(self, of: Judged, advice: Advice) -> None:
        may = self._session.may("decide")
        ready = self._frame.ready
        ready.show_check(advice.treatment_day, _not_asked(of, advice.treatment_day))
        given = go_ahead_of(
            [one for one in of.state.space.go_aheads if one.course_id == of.course.id], advice.treatment_day
        )
        waits = "" if may else self.tr("A pharmacist or prescriber gives the go-ahead.")
        ready.show_go_ahead(given, advice.treatment_day, may, waits)

    def _show_proposals(self, of: Judged, advice: Advice) -> None:
        decisions = [one for one in of.state.space.decisions if one.course_id == of.course.id]
        refused = of.cards.events.refused()
        assert of.state.files is not None
        drugs = of.state.files.regimen.drugs_of(advice.cycle, of.course.entry.options)
        units = {drug.name: UNIT_OF_LEVEL[drug.dose.per] if drug.role != "inhibitor" else "" for drug in drugs}
        style = of.state.files.profile.date_style
        mistaken = {one.id: one.entry.term for one in of.state.space.events if one.withdrawn}
        holds = {one.id: one for one in of.state.space.holds}
        deciding = DecidingWith(tuple(decisions), refused[0] if refused else "", units, of.on, style, mistaken, holds)
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
    said = {draft.term for draft in drafts if draft.said} | _said_gone(of)
    return frozenset((*(draft.term for draft in drafts), *(item.term for item in check.items if item.term))) - said


def _said_gone(of: Judged) -> frozenset[str]:
    """Terms said to be gone at this visit as it was stored; their rows do not come back with it."""
    visit = visit_of_day(of.state.space.visits, of.course, of.on)
    gone = {event for event, grade in visit.entry.events_said.items() if not grade} if visit is not None else set()
    events = of.state.space.events
    ended = {one.entry.term for one in events if one.id in gone and not one.withdrawn and not one.entry.ongoing}
    return frozenset(ended - {one.entry.term for one in events if not one.withdrawn and one.entry.ongoing})
