"""Long work on widgets in turns of the event loop: between two parts keys are taken and the screen is painted."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot


class Turns(QObject):
    """One piece of work at a time, its parts parted by `yield`; another one begun takes its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self, parts: Iterator[None]) -> None:
        """The first part now, each further one in a turn of its own."""
        self._parts = parts
        self._next()

    def busy(self) -> bool:
        """Whether parts are left."""
        return self._parts is not None

    def step(self) -> bool:
        """One part now, and whether there was one; for whoever brings a page to the front in turns of their own."""
        there = self._parts is not None
        self._next()
        return there

    def finish(self) -> None:
        """All that is left, at once."""
        while self._parts is not None:
            self._next()

    def drop(self) -> None:
        """Leave the rest undone."""
        self._parts = None
        self._timer.stop()

    @Slot()
    def _next(self) -> None:
        """One part; a piece of work that begins another one is over."""
        self._timer.stop()
        parts = self._parts
        if parts is None:
            return
        over = next(parts, self) is self
        if self._parts is parts:
            if over:
                self._parts = None
            else:
                self._timer.start()
