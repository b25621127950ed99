"""Marking a cycle as given: asked once in place, because nothing about its order can be changed afterwards."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from gui.dose.checklist_stop import open_of
from gui.dose.cycle_words import signature_words
from gui.dose.words import tr
from gui.session import Session
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.course.checklist import open_words
from records.course.release_in_force import release_in
from records.values.core import OrderRecord


def why_not_given(session: Session, state: PatientState, record: OrderRecord) -> str:
    """Why the records would refuse to have a signed order marked as given; "" nothing does. They ask once more."""
    if not session.has_person:
        return tr("Nobody is named at this screen yet.")
    if not session.may("mark given"):
        return tr("A nurse, pharmacist or prescriber marks it as given.")
    release = release_in(state.space, record)
    if release.standing != "released" and (session.accounts or release.standing == "differs"):
        return " ".join((tr("It is not released:"), *release.missing))
    if still := open_of(state, record.cycle):
        return tr("Still open on the checklist: {0}.").format(open_words(still))
    if record.day1 > session.today:
        return tr("It can be marked as given from {0} on.").format(shown_date(record.day1))
    planned = state.day_ones.get(record.cycle, record.day1)
    if planned != record.day1 and _put_off(state, record):
        return tr("It was put off to {0} after it was signed; sign it again for that day.").format(shown_date(planned))
    return ""


def _put_off(state: PatientState, record: OrderRecord) -> bool:
    return any(
        one.course_id == record.course_id and one.cycle <= record.cycle and not one.withdrawn
        and record.signed_at is not None and one.at > record.signed_at
        for one in state.space.delays
    )  # fmt: skip


def offer_given(button: QPushButton, session: Session, state: PatientState, record: OrderRecord) -> str:
    """The button on or off; what stands beside it: who signed, or why the button is off."""
    why = why_not_given(session, state, record) if record.state == "signed" else ""
    button.setEnabled(not why)
    button.setAccessibleDescription(why)
    return why or signature_words(record)


class GivenQuestion(QObject):
    """`given()` once the store has it."""

    given = Signal()

    def __init__(self, session: Session, strip: Strip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._strip = strip

    def ask(self, record: OrderRecord) -> None:
        """Ask with the date the order is for; what lies ahead cannot have been given."""
        if record.day1 > self._session.today:
            words = self.tr("Day 1 of cycle {0} is {1}: it can be marked as given from that day on.")
            self._strip.say("warn", words.format(record.cycle, shown_date(record.day1)))
            return
        question = self.tr("Was cycle {0} given on {1}?").format(record.cycle, shown_date(record.day1))
        self._strip.say("note", self.tr("After this the order can never be changed."), question)
        self._strip.add_action(self.tr("&Yes, given"), partial(self._give, record), "yes", main=True)
        self._strip.add_action(self.tr("&No"), self._strip.clear, "no")

    def _give(self, record: OrderRecord) -> None:
        self._strip.clear()
        future = self._session.actions.mark_given(self._session.person, record.id, record.version, record.day1)
        self._session.link.ask(future, lambda _record: self.given.emit(), self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._strip.say("stop", words, self.tr("Not marked as given"))
