"""A disk that is really full, under the window: python bench/faults/full_disk.py [rounds=20]

Three small disks are mounted (tmpfs; Linux, as root): one for the records, one for their backups, one for papers. In
each round another file takes them up but for a chance rest. A person fills in the form of a new patient and saves,
again and again, until the window says why it cannot; then somebody makes room, and the same button is pressed again.
The same with "Back up now" (once refused beforehand, once running out in the middle, for which the guard against it is
taken away) and with saving a calendar over one of before.

Counted: acknowledged patients that are not there, or there twice; forms that lost what was typed; refusals without a
sentence; presses after there was room again that did not go through; half files. Exit status 1 when there was any.
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]
#: Disks by their place, and how large each is.
DISKS = {"records": "48m", "backups": "72m", "papers": "512k"}
DAY1 = date(2026, 3, 2)
PATIENCE_S = 60

if TYPE_CHECKING:
    from gui.patients.patient_form import PatientForm
    from gui.session import Session
    from gui.shell.window import MainWindow


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """The disks, below a folder. Raises SystemExit where they cannot be mounted."""
    made: list[Path] = []
    try:
        for name, size in DISKS.items():
            (folder / name).mkdir()
            words = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder / name)]
            if subprocess.run(words, capture_output=True).returncode:
                raise SystemExit("small disks cannot be mounted here: that needs Linux, and root")
            made.append(folder / name)
        yield
    finally:
        for disk in made:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path, rest: int) -> None:
    """Take up a disk but for so many bytes."""
    free_room(disk)
    with (disk / "other-files").open("wb", buffering=0) as file:
        block = bytes(1 << 16)
        try:
            while True:
                file.write(block)
        except OSError:
            file.truncate(max(0, file.tell() - rest))


def free_room(disk: Path) -> None:
    """Somebody cleans up."""
    (disk / "other-files").unlink(missing_ok=True)


class Person:
    """At the window, with eyes and hands; what went wrong is counted in `found`."""

    def __init__(self, window: "MainWindow", session: "Session", disks: Path) -> None:
        self.window, self.session, self.disks = window, session, disks
        self.saved: list[str] = []
        self.sentences: set[str] = set()
        self.crashes: list[object] = []
        session.link.crashed.connect(self.crashes.append)
        self.found = dict.fromkeys(
            ("saved", "refused", "lost", "twice", "lost what was typed", "without a sentence", "does not go on",
             "backups", "backups refused", "papers", "papers refused", "half files", "faults of the program"), 0
        )  # fmt: skip

    def until(self, holds: Callable[[], object]) -> bool:
        """Look until it is so; False when that took too long."""
        from PySide6.QtWidgets import QApplication

        ends = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > ends:
                return False
            QApplication.processEvents()
            time.sleep(0.005)
        return True

    def press(self, button: Any) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.until(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def hear(self, sentence: str) -> None:
        """A refusal, as the window says it."""
        self.sentences.add(re.sub(r"[0-9a-f]{8}", "…", sentence))
        self.found["without a sentence"] += not sentence.rstrip().endswith(".")

    def patients(self, chance: random.Random) -> None:
        """New patients until the disk is full, and the last of them again when there is room."""
        fill(self.disks / "records", chance.randrange(0, 400, 4) * 1024)
        for _ in range(40):
            name = f"Round {len(self.saved):04d} {chance.randrange(10**9)}"
            form = self.filled_form(name)
            if self.save(form):
                self.saved.append(name)
                continue
            self.found["refused"] += 1
            self.hear(form.strip.text())
            self.found["lost what was typed"] += form.fields["name"].edit.text() != name
            self.window.grab()
            free_room(self.disks / "records")
            if self.save(form):
                self.saved.append(name)
            else:
                self.found["does not go on"] += 1
            return
        free_room(self.disks / "records")

    def filled_form(self, name: str) -> "PatientForm":
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from gui.patients.patient_form import PatientForm
        from gui.pictures import settle

        self.window.new_patient()
        settle(self.session, 50)
        form = self.window.current_page()
        assert isinstance(form, PatientForm)
        fields: dict[str, Any] = form.fields
        number = f"F{len(self.saved)}-{name[-6:].strip()}"
        for field, text in (("name", name), ("identifier_1", number), ("birth_date", "1 Mar 1958")):
            edit = fields[field].edit
            edit.setFocus()
            edit.selectAll()
            QTest.keyClicks(edit, text)
        QTest.mouseClick(fields["sex"].buttons["female"], Qt.MouseButton.LeftButton)
        if not fields["allergies_asked"].isChecked():
            QTest.keyClick(fields["allergies_asked"], Qt.Key.Key_Space)
        return form

    def save(self, form: "PatientForm") -> bool:
        """Press Save; whether the window went on to the patient, else it says why not."""
        done: list[object] = []
        form.saved.connect(done.append)
        form.strip.clear()
        self.press(form.save_button)
        self.until(lambda: done or (form.strip.text() and form.save_button.isEnabled()))
        return bool(done)

    def back_up(self, chance: random.Random) -> None:
        """A backup with too little room, and again with enough."""
        import records.backup.backups
        from gui.pictures import settle
        from gui.settings.records_card import RecordsCard

        disk, store = self.disks / "backups", self.disks / "records" / "capox.db"
        self.window.show_page("settings")
        settle(self.session, 50)
        card = self.window.findChild(RecordsCard)
        assert card is not None
        spare = records.backup.backups.SPARE_BYTES
        for guarded in (True, False):
            before = {path.name: path.read_bytes() for path in disk.glob("capox-*")}
            fill(disk, chance.randrange(4096, store.stat().st_size))
            records.backup.backups.SPARE_BYTES = spare if guarded else -(1 << 40)
            made = self._back_up(card)
            records.backup.backups.SPARE_BYTES = spare
            self.found["backups refused"] += not made
            if not made:
                self.hear(card.strip.text())
                left = {path.name: path.read_bytes() for path in disk.iterdir() if path.name != "other-files"}
                self.found["half files"] += left != before
        free_room(disk)
        for path in disk.glob("capox-*"):
            path.unlink()  # older ones, so that the next has room above what must stay free
        if self._back_up(card):
            self.found["backups"] += 1
            good = self.session.actions.restore_drill().result(120).good
            self.found["half files"] += not good
        else:
            self.hear(card.strip.text())
            self.found["does not go on"] += 1

    def _back_up(self, card: Any) -> bool:
        self.press(card.backup_button)
        self.until(lambda: card.backup_button.isEnabled())
        return "verified" in card.strip.text()

    def paper(self, page: Any, chance: random.Random) -> None:
        """A calendar saved over one of before where there is too little room, and again with enough."""
        import pypdfium2

        disk = self.disks / "papers"
        before = {path.name: path.read_bytes() for path in disk.glob("*.pdf")}
        self.until(lambda: page.sheet() is not None)
        fill(disk, chance.randrange(0, max(4096, len(page.data()))))
        if not self._save_paper(page):
            self.found["papers refused"] += 1
            self.hear(page.message.text())
            left = {path.name: path.read_bytes() for path in disk.iterdir() if path.name != "other-files"}
            self.found["half files"] += left != before
        free_room(disk)
        if not self._save_paper(page):
            self.hear(page.message.text())
            self.found["does not go on"] += 1
            return
        self.found["papers"] += 1
        for path in disk.glob("*"):
            document = pypdfium2.PdfDocument(path.read_bytes())
            self.found["half files"] += len(document) == 0
            document.close()

    def _save_paper(self, page: Any) -> bool:
        from gui.pictures import settle

        settle(self.session, 50)
        self.until(lambda: page.sheet() is not None and page.save_button.isEnabled())
        page.message.clear()
        self.press(page.save_button)
        self.until(lambda: page.message.text())
        return "Saved as" in page.message.text()

    def calendar(self) -> Any:
        """The Calendar page of a patient with a signed cycle, saving on the small disk."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QLineEdit

        from gui.pictures import settle
        from gui.workspace.workspace import Workspace
        from tests.gui.course_clinic import patient_with_course, sign

        patient, course = patient_with_course(self.session)
        sign(self.session, course)
        self.window.open_patient(patient.id, "calendar")
        settle(self.session)
        workspace = self.window.current_page()
        assert isinstance(workspace, Workspace)
        page: Any = workspace.pages["calendar"]
        self.until(lambda: page.sheet() is not None)
        edit = page.folder.findChild(QLineEdit)
        edit.clear()
        QTest.keyClicks(edit, str(self.disks / "papers"))
        return page


def child(disks: Path, rounds: int) -> int:
    """Everything in one window, and the comparison after it is closed."""
    from PySide6.QtCore import QSettings

    from bench.faults.writers import new_ground, opened, use_memory_keychain
    from gui.options import Options
    from gui.pictures import opened_window, settle
    from records.values.core import SiteSettings
    from tests.records.examples import LOGIN, PASSWORD

    use_memory_keychain()
    target, chance = str(disks / "records" / "capox.db"), random.Random(20261122)
    ground = new_ground(target)
    actions = opened(target)
    site = SiteSettings(site_name="Day Unit", country="US", practice="us", day_phone="555 0100", set_up=True)
    actions.save_settings(ground.person, site, "test").result()
    actions.choose_backup_folder(str(disks / "backups")).result()
    actions.open_first_account(ground.person, LOGIN, PASSWORD).result()
    actions.close()
    keep = QSettings(str(disks / "records" / "window.ini"), QSettings.Format.IniFormat)
    keep.setValue("person", str(ground.person.id))
    keep.sync()
    with opened_window(Options(data_dir=disks / "records", today=DAY1)) as (window, session):
        window.door.page.entered.emit(session.actions.sign_in(LOGIN, PASSWORD).result())
        person = Person(window, session, disks)
        settle(session)
        for _ in range(rounds):
            person.patients(chance)
            person.back_up(chance)
        page = person.calendar()
        for _ in range(rounds):
            person.paper(page, chance)
        settle(session)
        person.found["faults of the program"] = len(person.crashes)
    person.found["saved"] = len(person.saved)
    compare(person, target)
    told = {"rounds": rounds, **person.found, "sentences": sorted(person.sentences)}
    print("FIGURES full_disk " + json.dumps(told), flush=True)
    wrong = ("lost", "twice", "lost what was typed", "without a sentence", "does not go on", "half files",
             "faults of the program", "findings")  # fmt: skip
    return 1 if any(person.found[name] for name in wrong) else 0


def compare(person: Person, target: str) -> None:
    """What was acknowledged against what is in the records when they are opened again."""
    from bench.faults.writers import opened
    from records.encryption.keys_in_use import key_of
    from records.keeping.damage import damage
    from tests.records.examples import Store, come_in

    actions = opened(target)
    come_in(actions)
    names = [str(name) for (name,) in Store(actions, actions.people().result()[0]).sql("SELECT name FROM patient")]
    person.found["lost"] += sum(name not in names for name in person.saved)
    person.found["twice"] += sum(names.count(name) > 1 for name in person.saved)
    person.found["findings"] = len(actions.check_audit().result().findings)
    key = key_of(Path(target))
    actions.close()
    person.found["findings"] += len(damage(Path(target), key))


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        return child(Path(sys.argv[2]), int(sys.argv[3]))
    rounds = sys.argv[1] if len(sys.argv) > 1 else "20"
    with tempfile.TemporaryDirectory(prefix="capox-full-") as name, mounted(Path(name)):
        words = [sys.executable, __file__, "child", name, rounds]
        return subprocess.run(words, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).returncode


if __name__ == "__main__":
    sys.exit(main())
