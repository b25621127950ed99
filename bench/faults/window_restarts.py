"""The window while its server is restarted: python bench/faults/window_restarts.py [restarts=20]

The whole main window on a PostgreSQL of its own, offscreen. Somebody opens pages, types weights, searches and saves new
patients, without a pause, first undisturbed, then while the server is stopped (by turns with its connections cut off
and as if it had crashed, every fifth time for eight seconds) and started again. A timer of 10 ms measures how long the
window answers nothing; everything the program does counts, also what a click or a key sets off.

Counted: the longest gap with restarts and without; how long the window said that it is not connected; patients saved,
lost or there twice; faults of the program. Exit status 1 when one is lost, twice, or a gap is longer than 5 s.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults import server as postgres  # noqa: E402

if TYPE_CHECKING:
    from gui.session import Session
    from gui.shell.window import MainWindow
    from records.values.core import PatientRecord

DAY1 = date(2026, 3, 2)
PAGES = ("dose", "visit", "plan", "calendar", "trends", "checklist", "history")
BEAT_MS = 10
LONGEST_S = 5.0
DOWN_S = 8.0
PATIENCE_S = 60.0


class Pulse:
    """The longest time between two beats, and how long the bar "NOT CONNECTED" stood."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import Qt, QTimer

        self._window = window
        self.longest = self.away = 0.0
        self.beats = 0
        self._last = time.monotonic()
        self._away_since: float | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        from PySide6.QtWidgets import QWidget

        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self.beats += 1
        bar = self._window.findChild(QWidget, "away_bar")
        away = bar is not None and bar.isVisible()
        if away and self._away_since is None:
            self._away_since = now
        elif not away and self._away_since is not None:
            self.away = max(self.away, now - self._away_since)
            self._away_since = None

    def begin(self) -> None:
        """Measure anew."""
        self.longest, self._last = 0.0, time.monotonic()

    @property
    def is_away(self) -> bool:
        return self._away_since is not None


class Hand:
    """Somebody who never rests."""

    def __init__(self, window: "MainWindow", session: "Session", patients: "list[PatientRecord]", seed: int) -> None:
        self.window, self.session, self.patients = window, session, patients
        self.chance = random.Random(seed)
        self.asked: list[str] = []
        self.saved: list[str] = []
        self.refused: list[str] = []
        self.steps = 0

    def work(self, going_on: Callable[[], bool]) -> None:
        """One thing after the other, for as long as it goes on."""
        while going_on():
            self.chance.choice((self.open, self.open, self.weigh, self.search, self.enter))()
            self.steps += 1
            self.look(self.chance.uniform(0.05, 0.3))

    def look(self, seconds: float) -> None:
        from PySide6.QtWidgets import QApplication

        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            QApplication.processEvents()
            time.sleep(0.001)

    def open(self) -> None:
        self.window.open_patient(self.chance.choice(self.patients).id, self.chance.choice(PAGES))

    def weigh(self) -> None:
        """Type a weight on the Dose page."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QLineEdit

        self.window.open_patient(self.chance.choice(self.patients).id, "dose")
        self.look(0.3)
        edit = self.window.findChild(QLineEdit, "weight_edit")
        if edit is not None and edit.isVisible() and edit.isEnabled():
            edit.setFocus()
            edit.selectAll()
            QTest.keyClicks(edit, f"{self.chance.randint(50, 90)}.{self.chance.randint(0, 9)}")

    def search(self) -> None:
        from PySide6.QtTest import QTest

        self.window.search_patients()
        edit = self.window.patients.search
        edit.clear()
        QTest.keyClicks(edit, self.chance.choice(("sev", "pat", "entered", "00")))

    def enter(self) -> None:
        """A new patient, and Save; what came of it is heard whenever it comes."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from gui.patients.patient_form import PatientForm

        self.window.new_patient()
        self.look(0.1)
        form = self.window.current_page()
        if not isinstance(form, PatientForm) or not form.save_button.isEnabled():
            return
        fields: dict[str, Any] = form.fields
        if fields["name"].edit.text():  # one of before that is not answered yet
            return
        name, number = f"Entered {len(self.asked):04d}", f"E{len(self.asked):04d}"
        for field, text in (("name", name), ("identifier_1", number), ("birth_date", "1 Mar 1958")):
            QTest.keyClicks(fields[field].edit, text)
        QTest.mouseClick(fields["sex"].buttons["female"], Qt.MouseButton.LeftButton)
        QTest.keyClick(fields["allergies_asked"], Qt.Key.Key_Space)
        self.asked.append(name)
        answered: list[object] = []
        heard = form.saved.connect(answered.append)
        QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
        ends = time.monotonic() + PATIENCE_S
        while not answered and time.monotonic() < ends:
            self.look(0.05)
            if not answered and form.strip.text() and form.save_button.isEnabled():
                self.refused.append(form.strip.text())
                self.look(1.0)  # to read it
                QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)  # the same again, as the window offers
        form.saved.disconnect(heard)
        self.saved += [name] * bool(answered)


def restart(server: postgres.OwnServer, number: int) -> None:
    """One restart."""
    server.stop("immediate" if number % 2 else "fast")
    if number % 5 == 4:
        time.sleep(DOWN_S)
    server.start()


def child(folder: Path, restarts: int) -> int:
    """The window, the hand at it, and the comparison."""
    from PySide6.QtCore import QSettings

    from gui.options import Options
    from gui.pictures import opened_window, settle
    from records.actions import Actions
    from records.values.core import SiteSettings
    from tests.gui.course_clinic import patient_with_course, sign
    from tests.records.examples import Store

    with postgres.running() as server:
        url = server.new_database("records")
        actions = Actions.open(url)
        by = actions.add_person("Priya Raman", "pharmacist").result()
        site = SiteSettings(site_name="Day Unit", country="US", practice="us", first_dose="morning", set_up=True)
        actions.save_settings(by, site, "test").result()
        actions.mark_demo(by).result()  # nobody has to sign in
        actions.close()
        keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        keep.setValue("person", str(by.id))
        keep.sync()
        with opened_window(Options(database=url, data_dir=folder, today=DAY1)) as (window, session):
            crashes: list[object] = []
            session.link.crashed.connect(crashes.append)
            patients = []
            for number in range(3):
                patient, course = patient_with_course(
                    session, entry={"name": f"Seven {number}", "identifiers": (("MRN", f"00{number}"),)}
                )
                sign(session, course)
                patients.append(patient)
            settle(session)
            pulse, hand = Pulse(window), Hand(window, session, patients, 20261122)
            ends = time.monotonic() + 3.0 * restarts
            hand.work(lambda: time.monotonic() < ends)
            found: dict[str, Any] = {"restarts": restarts, "longest gap without restarts s": round(pulse.longest, 2)}
            pulse.begin()
            for number in range(restarts):
                worker = threading.Thread(target=restart, args=(server, number))
                worker.start()
                hand.work(worker.is_alive)
                worker.join()
                back = time.monotonic() + 2.0
                hand.work(lambda back=back: time.monotonic() < back or pulse.is_away)  # type: ignore[misc]
                print(f"{number + 1}: longest gap {pulse.longest:.2f} s, {len(hand.saved)} saved", flush=True)
            found |= {"longest gap s": round(pulse.longest, 2), "longest not connected s": round(pulse.away, 1)}
            settle(session)
            found |= {"beats": pulse.beats, "steps": hand.steps, "faults of the program": len(crashes)}
            found |= {
                "entered": len(hand.asked),
                "saved": len(hand.saved),
                "refused": len(hand.refused),
                "sentences": sorted(set(hand.refused)),
            }
        actions = Actions.open(url)
        names = [str(name) for (name,) in Store(actions, by).sql("SELECT name FROM patient")]
        found["lost"] = sum(name not in names for name in hand.saved)
        found["twice"] = sum(names.count(name) > 1 for name in hand.asked)
        found["findings"] = len(actions.check_audit().result().findings)
        actions.close()
    print("FIGURES window_restarts " + json.dumps(found), flush=True)
    wrong = ("lost", "twice", "findings", "faults of the program")
    return 1 if any(found[name] for name in wrong) or found["longest gap s"] > LONGEST_S else 0


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        return child(Path(sys.argv[2]), int(sys.argv[3]))
    restarts = sys.argv[1] if len(sys.argv) > 1 else "20"
    with tempfile.TemporaryDirectory(prefix="capox-window-") as name:
        words = [sys.executable, __file__, "child", name, restarts]
        return subprocess.run(words, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).returncode


if __name__ == "__main__":
    sys.exit(main())
