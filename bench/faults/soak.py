"""Clicks and keys at random for a long time: python bench/faults/soak.py [events=1000000] [minutes=480] [seed=1]

The demo clinic is opened as a person would see it, offscreen. Each step chooses a widget that is shown and enabled,
clicks it, types into it, scrolls, goes on by Tab or by a shortcut, or changes the size of the window; every key and
every button of the mouse that goes down or up is one event. Windows that ask are closed again, as with Escape.

Counted: faults of the program (crash reports), addresses at which Python holds two objects of Qt, how the process
ended, and its memory after a tenth of the events and at the end. Exit status 1 when it was aborted or had any of these.
"""

import json
import os
import random
import string
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]
TYPED = string.ascii_letters + string.digits + " .,-/()<>&%'"
SETTLE_EVERY, SETTLE_MS = 25, 20


def memory_mb() -> float:
    """Memory of this process that is in use and its own."""
    with Path("/proc/self/smaps_rollup").open(encoding="ascii") as file:
        kb = {line.split(":")[0]: line.split()[1] for line in file if line.rstrip().endswith("kB")}
    return (int(kb["Private_Dirty"]) + int(kb["Private_Clean"])) / 1024


def child(folder: Path, events: int, minutes: float, seed: int) -> int:
    """The window and the hand at it; tells its figures in a file, again and again."""
    from PySide6.QtCore import QSettings, QTimer, QUrl
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QApplication

    from gui.collector import Collector
    from gui.options import Options, clock
    from gui.places import open_lookup, store_target
    from gui.running import Running
    from gui.shell.window import MainWindow

    app = QApplication(["soak"])
    Collector(app)  # as in gui/app.py
    os.environ["CAPOX_DATA_DIR"] = str(folder)
    options = Options(demo=True, data_dir=folder, today=date(2026, 3, 2))
    target = store_target(options, folder)
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(open_lookup(target, clock(options)), (), keep, demo=True)
    window.resize(1280, 860)
    window.show()
    running = Running(app, window, options, folder, target, keep)
    opener = _Opener()
    for scheme in ("file", "http", "https"):
        QDesktopServices.setUrlHandler(scheme, opener, "take")
    closing = QTimer()
    closing.timeout.connect(lambda: _close_what_asks(app))
    closing.start(150)
    ready: list[object] = []
    running.ready.connect(ready.append)
    running.begin()
    begun = time.monotonic()
    while not ready and time.monotonic() - begun < 300:
        app.processEvents()
    assert ready, QUrl("the demo clinic did not open").toString()
    hand = Hand(app, window, random.Random(seed))
    told = folder / "told.json"
    early = 0.0
    ends = time.monotonic() + minutes * 60

    def step() -> None:
        nonlocal early
        if hand.events >= events or time.monotonic() >= ends:
            app.quit()
            return
        hand.step()
        if hand.steps % 200 == 0 or (not early and hand.events >= events // 10):
            early = early or (memory_mb() if hand.events >= events // 10 else 0.0)
            told.write_text(json.dumps(_told(hand, folder, early, begun)), encoding="utf-8")
        QTimer.singleShot(SETTLE_MS if hand.steps % SETTLE_EVERY == 0 else 0, step)

    QTimer.singleShot(0, step)
    app.exec()  # the loop of the program: without one, what a click takes away would never be deleted
    closing.stop()
    told.write_text(json.dumps(_told(hand, folder, early, begun)), encoding="utf-8")
    window.close()
    running.end()
    return 0


def two_at_one_address() -> int:
    """Addresses of Qt at which Python holds two objects: one of them outlived what it stood for, which ends badly."""
    from collections import Counter

    from shiboken6 import getAllValidWrappers, getCppPointer

    held: Counter[int] = Counter()
    for one in getAllValidWrappers():
        held[getCppPointer(one)[0]] += 1
    return sum(count > 1 for count in held.values())


def _told(hand: "Hand", folder: Path, early: float, begun: float) -> dict[str, object]:
    crashes = folder / "crashes"
    return {
        "events": hand.events, "steps": hand.steps, "pages": len(hand.pages), "widgets": len(hand.seen),
        "faults": len(list(crashes.glob("*.txt"))) if crashes.exists() else 0,
        "two at one address": two_at_one_address(),
        "memory after a tenth MB": round(early), "memory at the end MB": round(memory_mb()),
        "seconds": round(time.monotonic() - begun),
    }  # fmt: skip


def _close_what_asks(app: object) -> None:
    from PySide6.QtWidgets import QApplication, QDialog

    assert isinstance(app, QApplication)
    for widget in (app.activeModalWidget(), app.activePopupWidget()):
        if isinstance(widget, QDialog):
            widget.reject()
        elif widget is not None:
            widget.close()


class _Opener:
    """What would open a file or address in another program hears about it here, and does nothing."""

    def __new__(cls) -> "_Opener":
        from PySide6.QtCore import QObject, QUrl, Slot

        class Opener(QObject):
            @Slot(QUrl)
            def take(self, _url: QUrl) -> None:
                return

        return Opener()  # type: ignore[return-value]


class Hand:
    """Chooses and does one thing after the other."""

    def __init__(self, app: object, window: object, chance: random.Random) -> None:
        self.app, self.window, self.chance = app, window, chance
        self.events = self.steps = 0
        self.pages: set[str] = set()
        self.seen: set[str] = set()

    def step(self) -> None:
        """One thing a person does."""
        from PySide6.QtWidgets import QApplication, QComboBox

        assert isinstance(self.app, QApplication)
        self.steps += 1
        chance = self.chance.random()
        widget = self.widget()
        if widget is None or chance < 0.03:
            self._keys_of_the_window()
        elif chance < 0.55:
            self._click(widget)
            if isinstance(widget, QComboBox) or self.app.activePopupWidget():
                _close_what_asks(self.app)
        elif chance < 0.9:
            self._type(widget)
        elif chance < 0.995:
            self._scroll(widget)
        else:
            self.window.resize(self.chance.randint(900, 1700), self.chance.randint(600, 1100))  # type: ignore[attr-defined]

    def widget(self) -> object:
        """Something shown and enabled that takes a click or keys."""
        from PySide6.QtWidgets import (
            QAbstractButton,
            QAbstractItemView,
            QComboBox,
            QLineEdit,
            QPlainTextEdit,
            QWidget,
        )

        if self.steps % 8 == 1 or not hasattr(self, "_at_hand"):
            kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
            window = self.window
            assert isinstance(window, QWidget)
            self._at_hand = [
                found for found in window.findChildren(QWidget)
                if isinstance(found, kinds) and found.isVisible() and found.isEnabled()
            ]  # fmt: skip
            page = getattr(window, "current_page", lambda: None)()
            self.pages.add(type(page).__name__)
        from shiboken6 import isValid

        at_hand = [found for found in self._at_hand if isValid(found) and found.isVisible() and found.isEnabled()]
        return self.chance.choice(at_hand) if at_hand else None

    def _click(self, widget: object) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QAbstractScrollArea, QWidget

        assert isinstance(widget, QWidget)
        self.seen.add(widget.objectName() or type(widget).__name__)
        place = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        at = QPoint(self.chance.randrange(max(1, place.width())), self.chance.randrange(max(1, place.height())))
        QTest.mouseClick(place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.events += 2

    def _type(self, widget: object) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget
        from shiboken6 import isValid

        assert isinstance(widget, QWidget)
        widget.setFocus()
        text = "".join(self.chance.choice(TYPED) for _ in range(self.chance.randint(1, 12)))
        if self.chance.random() < 0.4:
            text = f"{self.chance.randint(0, 300)}{self.chance.choice('.,')}{self.chance.randint(0, 9)}"
        for sign in text:
            if not isValid(widget):
                return
            QTest.keyClick(widget, sign)
            self.events += 2
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape)
        for key in self.chance.sample(keys, 2):
            if isValid(widget):
                QTest.keyClick(widget, key)
                self.events += 2

    def _scroll(self, widget: object) -> None:
        from PySide6.QtCore import QPoint, QPointF, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication, QWidget

        assert isinstance(widget, QWidget)
        middle = QPointF(widget.rect().center())
        turn = QPoint(0, self.chance.choice((-120, 120)))
        wheel = QWheelEvent(
            middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), turn, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, wheel)
        self.events += 1

    def _keys_of_the_window(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        keys = "123456789NFPSMK"
        modifier = self.chance.choice((Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier))
        QTest.keyClick(self.window, self.chance.choice(keys), modifier)  # type: ignore[call-overload]
        self.events += 2


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        return child(Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
    words = (sys.argv[1:] + ["1000000", "480", "1"][len(sys.argv[1:]) :])[:3]
    with tempfile.TemporaryDirectory(prefix="capox-soak-") as name:
        folder = Path(name)
        home = folder / "home"  # what is saved by chance lies there, and nobody's files are within reach
        home.mkdir()
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
        status = subprocess.run(
            [sys.executable, str(Path(__file__).resolve()), "child", name, *words], env=surroundings, cwd=home
        ).returncode
        told = folder / "told.json"
        figures = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {"events": 0, "faults": 0}
        fatal = folder / "fatal.log"
        if fatal.exists():
            print(fatal.read_text(encoding="utf-8"), flush=True)
        for report in sorted((folder / "crashes").glob("*.txt"))[:10]:
            print(report.read_text(encoding="utf-8"), flush=True)
    figures["aborts"] = int(status < 0 or status in (134, 139))
    figures["ended with"] = status
    print("FIGURES soak " + json.dumps(figures))
    return 1 if status or figures["faults"] or figures.get("two at one address") else 0


if __name__ == "__main__":
    sys.exit(main())
