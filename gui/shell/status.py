"""Who is at the screen, by which practice, and when something was last kept: the foot of the rail."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.shell.rail import Rail
from records.values import Person

if TYPE_CHECKING:
    from gui.session import Session
    from gui.shell.window import MainWindow


def role_words(role: str) -> str:
    """The role as a word; roles are words already."""
    return role


class Status(QObject):
    """Keeps the foot of the rail true; its menu switches the person inline."""

    def __init__(self, rail: Rail, session: "Session", window: "MainWindow") -> None:
        super().__init__(window)
        self._rail = rail
        self._session = session
        self._window = window
        self._saved = ""
        self.menu = QMenu(window)
        self.menu.setObjectName("person_menu")
        rail.person_asked.connect(self._on_asked)
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
        """The people of this store; the last row leads to where a person is added."""
        self.menu.clear()
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
