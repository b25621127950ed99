"""What all keepers of half-typed forms have in common: the rest after the last key, and the wait for the server."""

from abc import abstractmethod

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session import Session

AFTER_MS = 350


class FormKeeper(QObject):
    """Keeps a form as typed: a moment after the last key, at once by `now`, and once more when the server is back.

    said(str)  how things stand, for the bar of the page
    """

    said = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting = False  # something typed is not yet sent
        self._stopped = False  # somebody else keeps the same: a person has to choose first
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.now)
        session.reached_changed.connect(self._on_reached)

    def waits(self) -> bool:
        """Whether something typed is not yet safe."""
        return self._waiting

    @Slot()
    def later(self) -> None:
        """Something was typed."""
        self._waiting = True
        self.said.emit(self.tr("keeping…"))
        self._timer.start()

    def stop(self) -> None:
        """Nothing waits any more: it is being stored for good or given up."""
        self._timer.stop()
        self._waiting = False

    @Slot()
    def now(self) -> None:
        """Keep it now, if there is anything to keep and somebody to keep it for."""
        self._timer.stop()
        if self._waiting and not self._stopped and self._session.has_person:
            self._keep()

    def _begin_anew(self) -> None:
        """Another form: what waited for the last one was kept or dropped before."""
        self._timer.stop()
        self._waiting = self._stopped = False

    def _stop_for_others(self) -> None:
        """Nothing more is kept before a person has chosen."""
        self._timer.stop()
        self._stopped = True

    def _say_not_kept(self, words: str) -> None:
        """It stays typed, and waits."""
        self._waiting = True
        self.said.emit(self.tr("NOT KEPT: {0}").format(words))

    @abstractmethod
    def _keep(self) -> None:
        """Send what is typed, each form in its own way; it waits no more once it is sent."""

    @Slot(bool)
    def _on_reached(self, reached: bool) -> None:
        """The server is back: what could not be kept is kept now."""
        if reached and self._waiting and not self._stopped:
            self._keep_again()

    def _keep_again(self) -> None:
        self.now()
