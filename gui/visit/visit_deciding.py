"""What a person decides on the Visit page: proposals answered or taken back, the go-ahead, events withdrawn."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from gui.session import Session
from gui.visit.answer_form import Answered
from gui.visit.decisions import decision_entry
from gui.visit.events_card import EventsCard
from gui.visit.visit_advice import VisitAdvice
from gui.visit.visit_saving import VisitSaving
from gui.visit.visit_steps import Saved, event_steps, go_ahead_step
from records.values.visits import DecisionEntry


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class Deciding(Protocol):
    """What is needed of the page."""

    events: EventsCard | None
    advice: VisitAdvice

    def saved_to(self) -> Saved: ...
    def flush(self) -> None: ...


class VisitDeciding(QObject):
    """`done()`: something was stored; `said(str)`: what, in words; `decided(str)`: about this drug; `refused(str)`: the
    sentence; `moved(str)`: the proposal answered is no longer the one the rules make.
    """

    done = Signal()
    said = Signal(str)
    decided = Signal(str)
    refused = Signal(str)
    moved = Signal(str)

    def __init__(self, session: Session, saving: VisitSaving, page: Deciding, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._saving, self._page = session, saving, page

    def _ask(self, future: "Future[Any]", done: Callable[[], None]) -> None:
        self._session.link.ask(future, lambda _record: done(), lambda words, _error: self.refused.emit(words), self)

    def _tell(self, words: str) -> None:
        self.said.emit(words)
        self.done.emit()

    @Slot(object)
    def answer(self, answered: Answered) -> None:
        """The toxicities a decision points to are stored first, then the decision; what changed meanwhile is not."""
        self._page.advice.now()
        reckoned, events = self._page.advice.reckoned, self._page.events
        if events is None or self._saving.busy():
            return
        if reckoned.advice is None or answered.advice not in reckoned.advice.drugs:
            self.moved.emit(answered.advice.drug)
            return
        to = self._page.saved_to()
        self._page.flush()
        entry = decision_entry(answered, reckoned, to.on)
        self._saving.run(event_steps(to, events.drafts()), lambda: self._decide(to.course_id, entry))

    def _decide(self, course_id: UUID, entry: DecisionEntry) -> None:
        future = self._session.actions.decide(self._session.person, uuid4(), course_id, entry)
        self._ask(future, lambda: self.decided.emit(entry.drug))

    @Slot(object, str)
    def take_back(self, decision_id: UUID, why: str) -> None:
        """A decision made by mistake."""
        future = self._session.actions.withdraw_decision(self._session.person, decision_id, why)
        self._ask(future, lambda: self._tell(tr("The decision is taken back.")))

    @Slot(str, str)
    def withdraw_event(self, key: str, why: str) -> None:
        """A stored toxicity that was entered by mistake."""
        record = self._page.saved_to().events.get(key)
        if record is not None:
            actions, by = self._session.actions, self._session.person
            words = tr("{0} is withdrawn, as entered by mistake.").format(record.entry.term)
            self._ask(actions.withdraw_event(by, record.id, record.version, why), lambda: self._tell(words))

    @Slot(object, str)
    def withdraw_go_ahead(self, go_ahead_id: UUID, why: str) -> None:
        """The cycle is provisional again."""
        future = self._session.actions.withdraw_go_ahead(self._session.person, go_ahead_id, why)
        self._ask(future, lambda: self._tell(tr("The go-ahead is taken back.")))

    @Slot(str)
    def go_ahead(self, way: str) -> None:
        """The go-ahead for the treatment day as it is judged now."""
        self._page.advice.now()
        advice = self._page.advice.reckoned.advice
        if advice is not None:
            to = self._page.saved_to()
            step = go_ahead_step(self._session, to.course_id, advice.treatment_day, to.on, way)
            self._ask(step, lambda: self._tell(tr("The go-ahead is recorded.")))
