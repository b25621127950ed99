"""Python's cyclic garbage is collected in the window's thread alone.

A collection runs in whichever thread happens to make an object. In the store's thread it could take widgets of a page
that went, and Qt's widgets may be destroyed in the window's thread only: the program would end without a word. So the
automatic collection is switched off, and a timer of the window's thread does it.

As many rounds count as the automatic collection would have made since the last look, so that pages that went do not
pile up; the oldest generation is looked through at most every few seconds, because nobody can type meanwhile. What the
program has loaded by the time it stands is set aside once, as soon as everything was loaded ahead: it stays until the
end, and looking through it again and again is most of the time such a look takes.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1_000
WHOLE_EVERY_S = 8.0
REST_TIMES = 200  # with much in memory, as thousands of rows of a file, a whole look takes a half of one per cent
STANDS_AFTER_S = 40.0


def set_aside() -> None:
    """What is loaded now stays until the end and is never looked through again. Does nothing without a `Collector`.

    Nothing is collected before: one look through all that was loaded takes longer than the picture may stand still, and
    the little that is garbage by then stays too.
    """
    if not gc.isenabled() and not gc.get_freeze_count():
        gc.freeze()


class Collector(QObject):
    """One for a run; from then on nothing else collects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = [0, 0]  # since the middle and the oldest generation were last collected
        self._begun = self._whole = time.monotonic()
        self._took = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due."""
        young, middle, old = gc.get_threshold()
        rounds = gc.get_count()[0] // young if young else 0
        if not rounds:
            return
        self._rounds = [count + rounds for count in self._rounds]
        now = time.monotonic()
        if self._rounds[1] > middle * old and now - self._whole >= max(WHOLE_EVERY_S, REST_TIMES * self._took):
            self._collect_all(now)
        elif self._rounds[0] > middle:
            gc.collect(1)
            self._rounds[0] = 0
        else:
            gc.collect(0)

    def _collect_all(self, now: float) -> None:
        gc.collect()
        self._took = time.monotonic() - now
        self._rounds, self._whole = [0, 0], now
        if not gc.get_freeze_count() and now - self._begun >= STANDS_AFTER_S:
            gc.freeze()
