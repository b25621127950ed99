"""The real program in a process of its own, told by lines of JSON on standard input what a person does at it.

usage: python -m tests.gui.station ARGUMENT...    (the arguments of the window; one answer a line on standard output)
"""

import json
import sys
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui import app as program
from gui.dose.dose_page import DosePage
from gui.patients.patient_list import PatientList
from gui.shell.window import MainWindow
from gui.theme.look import STYLE_ARGUMENTS
from gui.workspace.workspace import Workspace
from tests.records.examples import ENTRY

BEAT_MS = 25


class Station(QObject):
    """Does what the lines say, in the window's thread; `worst` is the longest time the window did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._last = monotonic()
        self.worst = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)
        self._timer.start(BEAT_MS)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._lines.put(line)
        self._lines.put('{"do": "close"}')

    def beat(self) -> None:
        now = monotonic()
        self.worst = max(self.worst, now - self._last)
        self._last = now
        try:
            asked = json.loads(self._lines.get_nowait())
        except Empty:
            return
        do: Callable[..., Any] = getattr(self, asked.pop("do"))
        sys.stdout.write(json.dumps(do(**asked)) + "\n")
        sys.stdout.flush()
        self._last = monotonic()  # what the person does here is not the program's

    @property
    def window(self) -> MainWindow:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    def state(self) -> dict[str, Any]:
        """What is to be seen."""
        window, focused = self.window, QApplication.focusWidget()
        bar = window.findChild(QWidget, "away_bar")
        rows = window.patients.rows
        return {
            "ready": window.session is not None,
            "lines": [rows.line(row).name for row in range(rows.rowCount())],
            "search": window.patients.search.text(),
            "focus": focused.objectName() if focused is not None else "",
            "typed": focused.text() if isinstance(focused, QLineEdit) else "",
            "away": bar is not None and bar.isVisible(),
            "page": window.current_name(),
            "said": window._strip.text() if window._strip is not None else "",
            "worst_s": round(self.worst, 3),
        }

    def search(self, text: str) -> None:
        self.window.activateWindow()
        self.window.patients.search.setFocus()
        QTest.keyClicks(self.window.patients.search, text)

    def add(self, name: str) -> str:
        """A patient, as the form hands them to the store."""
        from dataclasses import replace

        session = self.window.session
        assert session is not None
        key = uuid4()
        session.actions.add_patient(session.person, key, replace(ENTRY, name=name))
        return str(key)

    def measure(self, patient: str, height: str) -> None:
        from datetime import date
        from decimal import Decimal

        session = self.window.session
        assert session is not None
        session.actions.measure(session.person, uuid4(), UUID(patient), "height_cm", Decimal(height), date(2026, 3, 2))

    def open(self, patient: str) -> None:
        self.window.open_patient(UUID(patient), "dose")

    def shown(self) -> bool:
        """Whether the Dose page stands."""
        page = self.window.current_page()
        return isinstance(page, Workspace) and isinstance(page.pages.get("dose"), DosePage) and page._state is not None

    def banner(self) -> str:
        """The patient's facts as the banner has them."""
        page = self.window.current_page()
        assert isinstance(page, Workspace) and page._state is not None
        return ", ".join(f"{one.kind} {one.value}" for one in page._state.space.measurements)

    def type_weight(self, text: str) -> None:
        self.window.activateWindow()
        edit = self.window.findChild(QLineEdit, "weight_edit")
        assert edit is not None
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()
        QTest.keyClicks(edit, text)

    def reset(self) -> None:
        self.worst = 0.0

    def close(self) -> None:
        self.window.close()


def main() -> int:
    made = QApplication.instance() or QApplication(["capox-planner", *STYLE_ARGUMENTS])
    assert isinstance(made, QApplication) and PatientList
    station = Station()
    status = program.main(sys.argv[1:])
    del station
    return status


if __name__ == "__main__":
    sys.exit(main())
