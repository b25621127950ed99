"""A window that fills the screen and stays: for a ward's screen that shows this program and nothing else."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class Kiosk(QObject):
    """Keeps one window on the whole screen. It closes when the session of the system ends, and not by a key.

    Whoever works at it is signed out by the lock of the program as anywhere else.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.installEventFilter(self)

    def show(self) -> None:
        """Over the whole screen, however large it was last time."""
        self._window.showFullScreen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No closing, no shrinking."""
        if watched is not self._window:
            return False
        if event.type() == QEvent.Type.Close and not _session_ends():
            event.ignore()
            return True
        if event.type() == QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            self._window.showFullScreen()
        return False


def _session_ends() -> bool:
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
