"""Who is at the screen, by which practice, and when something was last kept: the foot of the rail."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from records.values.core import Person

if TYPE_CHECKING:
    from gui.session import Session
    from gui.shell.shell import Shell
    from gui.sign_in.door import Door


def role_words(role: str) -> str:
    """The role as a word; roles are words already."""
    return role


class Status(QObject):
    """Keeps the foot of the rail true; its menu switches the person inline."""

    def __init__(self, window: "Shell", session: "Session", door: "Door") -> None:
        super().__init__(window)
        self._rail = window.rail
        self._door = door
        self._session = session
        self._window = window
        self._saved = ""
        self.menu = QMenu(window)
        self.menu.setObjectName("person_menu")
        self._rail.person_asked.connect(self._on_asked)
        session.person_changed.connect(self._update)
        session.settings_changed.connect(self._update)
        session.saved.connect(self._on_saved)
        self._update()

    @Slot()
    def _update(self) -> None:
        session = self._session
        if session.has_person:
            self._rail.set_person(session.person.name)
        else:
            self._rail.set_person(self.tr("Nobody named yet"))
        practice = session.settings.practice.upper()
        words = [role_words(session.person.role)] if session.has_person else []
        if practice:
            words.append(practice)
        if self._saved:
            words.append(self.tr("saved {0}").format(self._saved))
        self._rail.set_foot(" · ".join(words))

    @Slot()
    def _on_saved(self) -> None:
        self._saved = datetime.now().astimezone().strftime("%H:%M")
        self._update()

    @Slot()
    def _on_asked(self) -> None:
        """Who signed in and what they can do about it; without accounts, the people of this store to choose from."""
        self.menu.clear()
        if self._session.accounts:
            self._add_account_rows()
        else:
            self._add_people_rows()
        button = self._rail.person_button
        height = self.menu.sizeHint().height()
        self.menu.popup(button.mapToGlobal(QPoint(button.width() // 8, -height)))

    def _add_account_rows(self) -> None:
        door, window = self._door, self._window
        rows: list[tuple[str, str, Callable[[], object]]] = [
            (self.tr("&Lock the screen\tCtrl+L"), "menu_lock", door.lock),
            (self.tr("S&witch user …"), "menu_switch", door.switch),
            (self.tr("Sign &out"), "menu_sign_out", door.sign_out),
            (self.tr("&My account …"), "menu_account", lambda: window.show_page("account")),
            (self.tr("&People and accounts …"), "menu_people", lambda: window.show_page("people")),
        ]
        for words, name, do in rows:
            action = self.menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, do=do: do())

    def _add_people_rows(self) -> None:
        """Everybody named here, to be chosen; the last row leads to where a person is added."""
        for person in self._session.people:
            self.menu.addAction(self._row(person))
        self.menu.addSeparator()
        add = self.menu.addAction(self.tr("&Add a person …"))
        add.triggered.connect(lambda: self._window.show_page("settings"))
        button = self._rail.person_button
        height = self.menu.sizeHint().height()
        self.menu.popup(button.mapToGlobal(QPoint(button.width() // 8, -height)))

    def _row(self, person: Person) -> QAction:
        action = QAction(f"{person.name} · {role_words(person.role)}".replace("&", "&&"), self.menu)
        action.setCheckable(True)
        action.setChecked(self._session.has_person and person.id == self._session.person.id)
        action.triggered.connect(lambda _checked=False: self._session.set_person(person))
        return action
