"""How far a long piece of work is: a bar, words, and a button that asks it to end. Where they stand is the page's."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton

from gui.widgets.card import Muted

TICK_MS = 100


class Work(Protocol):
    """Work on a thread of its own. done, whole: written by it, read by the window; whole 0: not known yet."""

    done: int
    whole: int

    def stop(self) -> None:
        """Ask it to end."""


class Progress(QObject):
    """`begin` and `end` with the work; in between the bar goes on by itself.

    spoken  what the bar counts, for a screen reader
    words   of how many are done and how many there are
    """

    def __init__(
        self, name: str, spoken: str, stop_button: QPushButton, words: Callable[[int, int], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._work: Work | None = None
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_progress")
        self.bar.setAccessibleName(spoken)
        self.bar.setTextVisible(False)
        self.count = Muted("", small=True)
        self.count.setObjectName(f"{name}_count")
        self.stop_button = stop_button
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        stop_button.clicked.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether there is work."""
        return self._work is not None

    def begin(self, work: Work) -> None:
        """It has begun; it takes the place of what ran before."""
        self._work = work
        self.stop_button.setEnabled(True)
        self._on_tick()
        self._timer.start()

    def end(self) -> None:
        """It is over, done or not."""
        self._work = None
        self._timer.stop()
        self.stop_button.setEnabled(True)

    def show(self) -> None:
        """In sight while there is work."""
        for part in (self.bar, self.count, self.stop_button):
            part.setVisible(self.running)

    @Slot()
    def stop(self) -> None:
        """Ask it to end; the button waits with it."""
        if self._work is not None:
            self._work.stop()
            self.stop_button.setEnabled(False)

    @Slot()
    def _on_tick(self) -> None:
        if self._work is not None:
            done, whole = self._work.done, self._work.whole
            self.bar.setRange(0, whole)  # 0: it moves without an end
            self.bar.setValue(done)
            self.count.setText(self._words(done, whole))
