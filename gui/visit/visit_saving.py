"""Saves a visit step by step: laboratory values, toxicities, then the visit itself; a step done is not done twice."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from records.errors import Conflict


class Step(NamedTuple):
    """One deed. key: what it is remembered by, so that trying again after a refusal goes on where it stopped."""

    key: str
    words: str
    do: Callable[[], "Future[Any]"]


class VisitSaving(QObject):
    """`saved()` when every step is done; `refused(str)`: the sentence, with the step it stopped at.

    conflict(theirs, mine)  somebody else changed what the step is about
    """

    saved = Signal()
    conflict = Signal(object, object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._done: set[str] = set()
        self._steps: list[Step] = []
        self._then: Callable[[], None] | None = None

    def begin(self) -> None:
        """Another visit: nothing of it is done yet."""
        self._done.clear()
        self._steps, self._then = [], None

    def busy(self) -> bool:
        """Whether steps are under way."""
        return bool(self._steps)

    def is_done(self, key: str) -> bool:
        """Whether a step was done in this visit."""
        return key in self._done

    def run(self, steps: Sequence[Step], then: Callable[[], None] | None = None) -> None:
        """Do the steps in their order; `then` instead of `saved` once they are done."""
        if self._steps:
            return
        self._steps = [step for step in steps if step.key not in self._done]
        self._then = then
        self._next()

    def _next(self) -> None:
        if not self._steps:
            then, self._then = self._then, None
            if then is not None:
                then()
            else:
                self.saved.emit()
            return
        step = self._steps[0]
        self._session.link.ask(step.do(), lambda _record: self._on_done(step), self._on_refused, self)

    def _on_done(self, step: Step) -> None:
        self._done.add(step.key)
        if self._steps and self._steps[0] is step:
            self._steps.pop(0)
        self._next()

    def _on_refused(self, words: str, error: Exception) -> None:
        at = self._steps[0].words if self._steps else ""
        self._steps, self._then = [], None
        self.refused.emit(f"{at}: {words}" if at else words)
        if isinstance(error, Conflict) and error.theirs is not None:
            self.conflict.emit(error.theirs, error.yours)
