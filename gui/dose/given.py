"""Marking a cycle as given: asked once in place, because nothing about its order can be changed afterwards."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from records.values.core import OrderRecord


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
