"""Work in the window's thread done in small pieces: between two of them the window answers."""

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
    """One work at a time, given as a generator whose pieces lie between its `yield`s.

    Whoever begins hears of the end through a future, as of work in other threads: `link.ask` delivers it in a turn of
    its own, counts it among what is waited for, and reports what goes wrong.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Pieces | None = None
        self._end: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def begin(self, pieces: Pieces) -> "Future[None]":
        """Go through the pieces, beginning with the next turn; what was under way is given up."""
        from concurrent.futures import Future

        self.give_up()
        self._pieces, self._end = pieces, Future()
        self._timer.start(0)
        return self._end

    def give_up(self) -> None:
        """Do no more of it; a generator that has to clear up does so when it is closed."""
        self._timer.stop()
        pieces, end, self._pieces, self._end = self._pieces, self._end, None, None
        if end is not None:
            end.cancel()
        if pieces is not None:
            pieces.close()

    def finish(self) -> None:
        """Do the rest at once: somebody needs it now."""
        while self._pieces is not None:
            self._step()

    def goes_on(self) -> bool:
        """Whether something is under way."""
        return self._pieces is not None

    @Slot()
    def _turn(self) -> None:
        until = time.perf_counter() + A_TURN_S
        while self._pieces is not None:
            self._step()
            if time.perf_counter() >= until:
                return

    def _step(self) -> None:
        pieces, end = self._pieces, self._end
        assert pieces is not None and end is not None
        going = False
        try:
            next(pieces)
            going = True
        except StopIteration:
            end.set_result(None)
        except (RegimenError, RecordError) as error:  # one sentence, said where the end is waited for
            end.set_exception(error)
        finally:
            if not going:  # a fault of the program goes its own way, and nobody waits any more
                end.cancel()
                self._pieces = self._end = None
                self._timer.stop()


def at_once(pieces: Pieces) -> None:
    """All pieces in this turn: somebody waits for the end."""
    for _piece in pieces:
        pass
