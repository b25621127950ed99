"""What is looked at again and again while the program runs: once a while after the start, then at even distances."""

from PySide6.QtCore import QObject, QTimer, Slot


class Watching(QObject):
    """Begins with `start`; what is looked at is `look` of whoever watches.

    first_ms, every_ms  after the start or `soon`, and from one look to the next; milliseconds
    """

    def __init__(self, first_ms: int, every_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_time)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(first_ms)
        self._first.timeout.connect(self._on_time)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()
        self._first.start()

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()
        self._first.stop()

    @Slot()
    def soon(self) -> None:
        """Look once more, as after the start."""
        self._first.start()

    @Slot()
    def _on_time(self) -> None:
        self.look()

    def look(self) -> None:
        """What is looked at; each that watches says it."""
        raise TypeError(f"{type(self).__name__} looks at nothing")
