"""Python's cyclic garbage is collected in the window's thread alone.

A collection runs in whichever thread happens to make an object. In the store's thread it could take widgets of a page
that went, and Qt's widgets may be destroyed in the window's thread only: the program would end without a word. So the
automatic collection is switched off, and a timer of the window's thread does it by the usual thresholds.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1_000


class Collector(QObject):
    """One for a run; from then on nothing else collects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due; the counters go on while the automatic collection is off."""
        due = [have > limit > 0 for have, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if all(due[: generation + 1]):
                gc.collect(generation)
                return
