"""When nobody has touched the keyboard or the mouse for a while; the clock is given, so that tests need not wait."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 5000
ACTIVITY = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
})  # fmt: skip


class IdleWatch(QObject):
    """`idle` once after `minutes` without a key or a move; `ticked` every few seconds.

    It listens at the windows of the program, where keys and moves arrive, and not at every event of every widget.
    """

    idle = Signal()
    ticked = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clock = clock
        self._last = clock()
        self._told = True
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Somebody sits here from now on."""
        self._last, self._told = self._clock(), False
        self._watch()
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """Nobody sits here, or the screen is locked."""
        self._told = True

    @Slot()
    def tick(self) -> None:
        """Look at the clock; windows that came meanwhile are watched too."""
        self._watch()
        if not self._told and self._clock() - self._last >= 60 * self._minutes():
            self._told = True
            self.idle.emit()
        self.ticked.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key or a move: somebody is there."""
        if event.type() in ACTIVITY:
            self._last = self._clock()
        return False

    def _watch(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            if window not in self._watched:
                window.installEventFilter(self)
                self._watched.append(window)
                window.destroyed.connect(self._forget)

    @Slot(QObject)
    def _forget(self, window: QObject) -> None:
        self._watched = [one for one in self._watched if one is not window]
