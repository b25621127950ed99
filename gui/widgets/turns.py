"""Work in the window's thread done in small pieces: between two of them keys are taken and the screen is painted."""

import inspect
import time
from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from records.errors import RecordError
from regimen.errors import RegimenError

if TYPE_CHECKING:
    from concurrent.futures import Future

Pieces = Generator[None, None, None]
A_TURN_S = 0.008  # half of a frame of 60 a second; one piece may take longer, never two


class Turns(QObject):
    """One work at a time, given as a generator whose pieces lie between its `yield`s; another one takes its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Pieces | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def begin(self, pieces: Pieces) -> None:
        """Go through the pieces, beginning with the next turn."""
        self.give_up()
        self._pieces = pieces
        self._timer.start(0)

    def give_up(self) -> None:
        """Do no more of it; a generator that has to clear up does so when it is closed."""
        self._timer.stop()
        pieces, self._pieces = self._pieces, None
        if pieces is not None and inspect.getgeneratorstate(pieces) != inspect.GEN_RUNNING:  # else it runs to its end
            pieces.close()

    def goes_on(self) -> bool:
        """Whether something is under way."""
        return self._pieces is not None

    def step(self) -> bool:
        """One piece now, and whether there was one."""
        there = self._pieces is not None
        if there:
            self._step()
        return there

    def finish(self) -> None:
        """Do the rest at once: somebody needs it now."""
        while self._pieces is not None:
            self._step()

    @Slot()
    def _turn(self) -> None:
        until = time.perf_counter() + A_TURN_S
        while self._pieces is not None:
            self._step()
            if time.perf_counter() >= until:
                return

    def _step(self) -> None:
        pieces = self._pieces
        assert pieces is not None
        going = False
        try:
            going = next(pieces, self) is not self
        finally:  # a fault of the program goes its own way, and nothing is left of the work
            if not going and self._pieces is pieces:
                self._pieces = None
                self._timer.stop()


class TurnsTold(Turns):
    """Whoever begins hears of the end through a future, as of work in other threads.

    `link.ask` delivers it in a turn of its own, counts it among what is waited for, and reports what goes wrong.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end: Future[None] | None = None

    def told(self, pieces: Pieces) -> "Future[None]":
        """As `begin`; the future of its end."""
        from concurrent.futures import Future

        self.begin(pieces)
        self._end = Future()
        return self._end

    def give_up(self) -> None:
        """As ever; the future is cancelled."""
        end, self._end = self._end, None
        if end is not None:
            end.cancel()
        super().give_up()

    def _step(self) -> None:
        end = self._end
        try:
            super()._step()
        except (RegimenError, RecordError) as error:  # one sentence, said where the end is waited for
            if end is None:
                raise
            end.set_exception(error)
        except BaseException:  # a fault of the program: nobody waits any more
            if end is not None:
                end.cancel()
            raise
        if not self.goes_on() and end is not None and not end.done():
            end.set_result(None)


def at_once(pieces: Pieces) -> None:
    """All pieces in this turn: somebody waits for the end."""
    for _piece in pieces:
        pass
