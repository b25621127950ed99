"""The door of the window: nobody sees records before signing in; a locked screen opens again with all that was typed.

While it is shut the pages are hidden and otherwise left as they are; nothing is closed, so nothing typed is lost.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from gui.sign_in.idle import IdleWatch

if TYPE_CHECKING:
    from gui.session import Session
    from gui.shell.shell import Shell
    from gui.sign_in.emergency_bar import EmergencyBar
    from gui.sign_in.sign_in_page import SignInPage
    from records.values.accounts import Accounts, SignedIn


class Door(QObject):
    """`opened` each time somebody may go on; `shut()` says whether the pages are hidden."""

    opened = Signal()

    def __init__(self, window: "Shell", session: "Session", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._page: SignInPage | None = None
        self._bar: EmergencyBar | None = None
        self._focus: QWidget | None = None
        self._shut = False
        self.idle = IdleWatch(lambda: session.settings.lock_minutes, clock, self)
        self.idle.idle.connect(self.lock)
        self.idle.ticked.connect(self.show_emergency)
        session.signed_changed.connect(self._on_signed)
        QShortcut(QKeySequence("Ctrl+L"), window, self.lock)
        if session.signed is not None:
            self.idle.begin()

    def shut(self) -> bool:
        """Whether somebody has to sign in before anything can be seen."""
        return self._shut

    @property
    def page(self) -> "SignInPage":
        """The screen before the records, made when it is first needed."""
        if self._page is None:
            from gui.sign_in.sign_in_page import SignInPage

            self._page = SignInPage(self._session)
            self._page.entered.connect(self._on_entered)
            self._window.add_cover(self._page)
        return self._page

    @Slot()
    def ask(self) -> None:
        """Somebody has to sign in."""
        self._close()
        self.page.ask()

    def ask_first(self, accounts: "Accounts") -> None:
        """The first account of records that had none."""
        self._close()
        self.page.ask_first(accounts)

    @Slot()
    def lock(self) -> None:
        """Lock the screen; what was being typed is kept by the pages and stays in its fields."""
        signed = self._session.signed
        if signed is None or self._shut:
            return
        self._leave()
        self._session.link.ask(self._session.actions.lock(), lambda _none: None, None, self)
        self.page.ask_again(signed)

    @Slot()
    def switch(self) -> None:
        """Somebody else signs in; until then the screen is locked."""
        self.lock()
        if self._shut:
            self.page.ask()

    @Slot()
    def sign_out(self) -> None:
        """Whoever is signed in leaves."""
        if self._session.signed is None:
            return
        self._leave()
        self._session.link.ask(self._session.actions.sign_out(), lambda _none: None, self._on_not_kept, self)
        self._session.signed = None
        self.page.ask()

    @Slot()
    def show_emergency(self) -> None:
        """The red bar, as long as wider rights are in force."""
        emergency = self._session.emergency()
        if emergency is not None and self._bar is None:
            from gui.sign_in.emergency_bar import EmergencyBar

            self._bar = EmergencyBar()
            self._bar.ended.connect(self._end_emergency)
            self._window.add_above(self._bar)
            self._session.person_changed.emit()
        if self._bar is not None:
            if emergency is not None:
                self._bar.show_emergency(emergency, can_end=not self._shut)
            elif self._bar.isVisibleTo(self._window):  # it has just ended
                self._bar.setVisible(False)
                self._session.person_changed.emit()  # pages look again at what may be done

    def renew(self) -> None:
        """Another text size or colours: bar and screen are made anew when they are next needed."""
        for widget in (self._page, self._bar):
            if widget is not None and not self._shut:
                self._window.take_away(widget)
        if not self._shut:
            self._page = self._bar = None
            self.show_emergency()

    def _leave(self) -> None:
        """Have the pages keep what was typed before the store is told."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._window.flush()
        self._close()

    def _close(self) -> None:
        self.idle.stop()
        if not self._shut:
            self._focus = QApplication.focusWidget()
            if self._focus is not None and not self._window.isAncestorOf(self._focus):
                self._focus = None
        self._shut = True
        self._window.set_covered(True, self.page)
        self.show_emergency()

    def _on_entered(self, signed: "SignedIn") -> None:
        """Everything as it was for the same person; for somebody else the pages look again."""
        self._shut = False
        self._session.accounts = True
        self._window.set_covered(False, self.page)
        self._session.sign(signed)
        self.idle.begin()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None
        self.opened.emit()

    @Slot()
    def _on_signed(self) -> None:
        if self._session.signed is not None and not self._shut:
            self.idle.begin()
        self.show_emergency()

    def _end_emergency(self) -> None:
        future = self._session.actions.end_break_glass(self._session.person)
        self._session.link.ask(future, self._session.sign, None, self)

    def _on_not_kept(self, sentence: str, _error: Exception) -> None:
        self.page.strip.say("warn", sentence)
