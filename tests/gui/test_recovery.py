"""Starting on encrypted records as a person does: first run, passphrase, recovery key, damage; and Settings."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.link import Link
from gui.options import Options, clock
from gui.places import open_lookup
from gui.running import Running
from gui.settings.records_card import RecordsCard
from gui.setup.recovery_damaged import DamagedPage
from gui.setup.recovery_gate import Gate
from gui.setup.recovery_key_view import draw_key_page
from gui.setup.recovery_protect import ProtectPage
from gui.setup.recovery_unlock import UnlockPage
from gui.shell.window import MainWindow
from records.actions import Actions
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import PASSPHRASE_FILE, Unlock
from records.encryption.vault import load_vault
from records.keeping.opening import protect
from records.keeping.sqlite_file import is_plain
from records.lookup import Lookup
from records.trail.anchor import Anchor
from tests.gui import test_first_paint as first_paint
from tests.gui.shell_parts import click, settled
from tests.records.examples import ENTRY

PASSPHRASE = "four random words here"
TODAY = date(2026, 3, 2)


class MemoryKeychain(KeyringBackend):
    """A keychain for the time of a test."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def system_keychain() -> Iterator[MemoryKeychain]:
    before, chain = keyring.get_keyring(), MemoryKeychain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Running]]:
    """Starts the program on the records of this folder; each start ends the one before."""
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path))
    monkeypatch.delenv(PASSPHRASE_FILE, raising=False)
    runs: list[tuple[MainWindow, Running]] = []

    def end() -> None:
        while runs:
            window, run = runs.pop()
            window.close()
            run.end()

    def begin() -> Running:
        end()
        options = Options(data_dir=tmp_path, today=TODAY)
        target = tmp_path / "capox.db"
        keep = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(open_lookup(target, clock(options)), (), keep)
        qtbot.addWidget(window)
        window.show()
        run = Running(qapp, window, options, tmp_path, target, keep)
        runs.append((window, run))
        run.begin()
        return run

    yield begin
    end()


def shown(run: Running, qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """The page of the gate, once it is there."""
    qtbot.waitUntil(lambda: isinstance(run.gate._page, kind), timeout=30_000)
    page = run.gate._page
    assert page is not None and page.isVisible() and not run._window.stack.isVisible()
    return page


def type_in(qtbot: QtBot, page: QWidget, name: str, text: str) -> None:
    edit = page.findChild(QLineEdit, f"{name}_edit")
    assert edit is not None and edit.isVisible(), name
    edit.clear()
    qtbot.keyClicks(edit, text)


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    click(qtbot, page.findChild(QPushButton, name))


def until_open(run: Running, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: run.session is not None, timeout=60_000)
    assert run.gate._page is None and run._window.isVisible()


def fill_key(page: ProtectPage, qtbot: QtBot) -> str:
    """Read the recovery key off the screen and type the two groups that are asked for."""
    groups = [label.text() for label in page.key._groups]
    for name, number in zip(("protect_first_group", "protect_second_group"), page.asked, strict=True):
        type_in(qtbot, page, name, groups[number - 1].lower())
    return "-".join(groups)


def made(path: Path) -> str:
    """Encrypted records with a patient; the recovery key."""
    recovery = new_recovery_key()
    protect(path, recovery, PASSPHRASE, use_keychain=False)
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    actions.add_patient(person, uuid4(), replace(ENTRY, name="Ada Sample")).result(30)
    actions.close()
    return recovery


def test_the_first_run_encrypts_before_anything_is_kept(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path
) -> None:
    run = start()
    page = shown(run, qtbot, ProtectPage)
    assert isinstance(page, ProtectPage)
    assert not (tmp_path / "capox.db").exists()
    type_in(qtbot, page, "protect_password", PASSPHRASE)
    type_in(qtbot, page, "protect_password_again", PASSPHRASE + "x")
    key = fill_key(page, qtbot)
    press(qtbot, page, "protect_save")
    assert "not the same" in page.passphrase.second.message.text()
    type_in(qtbot, page, "protect_password_again", PASSPHRASE)
    type_in(qtbot, page, "protect_first_group", "00000")
    press(qtbot, page, "protect_save")
    assert "not what stands above" in page.parts[0].message.text()
    assert not (tmp_path / "capox.db.keys").exists(), "nothing is done before the paper was read back"
    fill_key(page, qtbot)
    press(qtbot, page, "protect_save")
    until_open(run, qtbot)
    assert run._window.current_name() == "setup"
    assert not is_plain(tmp_path / "capox.db")
    run.end()
    again = Actions.open(tmp_path / "capox.db", unlock=Unlock(recovery_key=key))
    again.opened.result(60)
    again.close()


def test_with_a_keychain_no_passphrase_is_asked_at_the_next_start(
    start: Callable[[], Running], qtbot: QtBot, system_keychain: MemoryKeychain, tmp_path: Path
) -> None:
    run = start()
    page = shown(run, qtbot, ProtectPage)
    assert isinstance(page, ProtectPage)
    qtbot.waitUntil(lambda: page.how.value() == "keychain", timeout=20_000)
    assert not page.passphrase.first.isVisible()
    fill_key(page, qtbot)
    press(qtbot, page, "protect_save")
    until_open(run, qtbot)
    vault = load_vault(tmp_path / "capox.db")
    assert vault is not None and vault.keychain and not vault.has("passphrase")
    until_open(start(), qtbot)


def test_the_passphrase_is_asked_and_a_wrong_one_told_in_its_place(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path
) -> None:
    made(tmp_path / "capox.db")
    run = start()
    page = shown(run, qtbot, UnlockPage)
    assert isinstance(page, UnlockPage)
    type_in(qtbot, page, "unlock_passphrase", "something else entirely")
    press(qtbot, page, "unlock_go")
    qtbot.waitUntil(lambda: "does not open the records" in page.strip.text(), timeout=20_000)
    type_in(qtbot, page, "unlock_passphrase", PASSPHRASE)
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)
    assert [one.name for one in Lookup(tmp_path / "capox.db").first_lines(5)] == ["Ada Sample"]


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path
) -> None:
    recovery = made(tmp_path / "capox.db")
    run = start()
    page = shown(run, qtbot, UnlockPage)
    press(qtbot, page, "unlock_other")
    type_in(qtbot, page, "unlock_key", recovery[:-1] + ("0" if recovery[-1] != "0" else "1"))
    type_in(qtbot, page, "unlock_own_password", "a fresh long passphrase")
    type_in(qtbot, page, "unlock_own_password_again", "a fresh long passphrase")
    press(qtbot, page, "unlock_go")
    assert isinstance(page, UnlockPage) and "Group 8" in page.recovery.message.text()
    type_in(qtbot, page, "unlock_key", recovery.lower())
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)
    strip = run._window
    qtbot.waitUntil(lambda: strip._strip is not None and "new passphrase is set" in strip._strip.text(), timeout=20_000)
    run = start()
    page = shown(run, qtbot, UnlockPage)
    type_in(qtbot, page, "unlock_passphrase", "a fresh long passphrase")
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)


def test_a_damaged_store_is_kept_and_a_person_restores_the_newest_good_backup(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "capox.db"
    made(path)
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    line = actions.back_up("asked").result(60)
    actions.close()
    data = bytearray(path.read_bytes())
    data[9000] ^= 1
    path.write_bytes(data)
    run = start()
    page = shown(run, qtbot, UnlockPage)
    type_in(qtbot, page, "unlock_passphrase", PASSPHRASE)
    press(qtbot, page, "unlock_go")
    page = shown(run, qtbot, DamagedPage)
    assert isinstance(page, DamagedPage)
    assert "damaged" in page.sentence.text()
    qtbot.waitUntil(lambda: f"up to entry {line.seq}" in page.best.text(), timeout=20_000)
    assert "has to be entered again" in page.lost.text()
    assert not page.restore_button.isEnabled(), "first it has to be read what will be missing"
    qtbot.keyClick(page.sure, Qt.Key.Key_Space)
    press(qtbot, page, "damaged_restore")
    assert "needed" in page.name.message.text() and page.password.isHidden(), "nobody signs in to these records"
    type_in(qtbot, page, "damaged_name", "Sam Root")
    press(qtbot, page, "damaged_restore")
    until_open(run, qtbot)
    (kept,) = tmp_path.glob("capox-replaced-*.db")
    assert kept.read_bytes() == data
    assert run.session is not None
    assert [one.name for one in Lookup(path).first_lines(5)] == ["Ada Sample"]
    found = run.session.actions.check_trail(Anchor(line.seq, line.hash)).result(60)
    assert (found.held, found.findings, found.anchor.seq) == (True, (), line.seq + 1)


def test_the_demo_clinic_asks_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(None, ())
    qtbot.addWidget(window)
    for options, target in (
        (Options(demo=True), tmp_path / "capox-demo.db"),
        (Options(database="postgresql://h/d"), "postgresql://h/d"),
    ):
        assert Gate(window, Link(window), options, target, lambda: None).unlock() is None


def test_the_key_page_is_drawn_inside_the_paper(qapp: QApplication) -> None:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw_key_page(painter, new_recovery_key(), 1.0)
    painter.end()
    dark = [(x, y) for x in range(595) for y in range(0, 842, 2) if (image.pixel(x, y) & 0xFF) < 128]
    assert dark
    assert min(x for x, _y in dark) >= 60 and max(x for x, _y in dark) <= 595 - 40


def test_settings_back_up_try_and_change_the_passphrase(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "capox.db"
    made(path)
    run = start()
    page = shown(run, qtbot, UnlockPage)
    type_in(qtbot, page, "unlock_passphrase", PASSPHRASE)
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)
    assert run.session is not None
    card = RecordsCard(run.session)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitUntil(lambda: "Encrypted; opened by a passphrase" in card.encrypted.text(), timeout=20_000)
    assert "No backup yet" in card.newest.text()
    press(qtbot, card, "records_back_up")
    qtbot.waitUntil(lambda: "Last backup" in card.newest.text(), timeout=30_000)
    assert "Backed up and verified" in card.strip.text()
    press(qtbot, card, "records_try")
    qtbot.waitUntil(lambda: card.drill.text().startswith("Tried "), timeout=30_000)
    assert "1 patient(s)" in card.drill.text()
    type_in(qtbot, card, "records_folder", "not/a/whole/path")
    press(qtbot, card, "records_use_folder")
    qtbot.waitUntil(lambda: "cannot be written" in card.strip.text(), timeout=20_000)
    press(qtbot, card, "records_change_passphrase")
    type_in(qtbot, card, "records_secret", "a wrong passphrase")
    type_in(qtbot, card, "records_own_password", "another passphrase of mine")
    type_in(qtbot, card, "records_own_password_again", "another passphrase of mine")
    press(qtbot, card, "records_keys_do")
    qtbot.waitUntil(lambda: "does not open" in card.keys.strip.text(), timeout=20_000)
    type_in(qtbot, card, "records_secret", PASSPHRASE)
    press(qtbot, card, "records_keys_do")
    qtbot.waitUntil(lambda: "is in force" in card.keys.strip.text(), timeout=20_000)
    press(qtbot, card, "records_new_key")
    type_in(qtbot, card, "records_secret", "another passphrase of mine")
    press(qtbot, card, "records_keys_do")
    qtbot.waitUntil(lambda: card.keys.view.isVisible(), timeout=20_000)
    key = "-".join(label.text() for label in card.keys.view._groups)
    press(qtbot, card, "records_key_seen")
    assert not card.keys.view.isVisible() and not card.keys.view._groups[0].text()
    run.end()
    again = Actions.open(path, unlock=Unlock(recovery_key=key))
    again.opened.result(60)
    again.close()


def test_the_keychain_is_switched_on_in_settings_and_one_that_fails_leads_to_the_passphrase_in_words(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path, system_keychain: MemoryKeychain
) -> None:
    made(tmp_path / "capox.db")
    run = start()
    page = shown(run, qtbot, UnlockPage)
    assert isinstance(page, UnlockPage) and not page.strip.text(), "no keychain was promised"
    type_in(qtbot, page, "unlock_passphrase", PASSPHRASE)
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)

    def switch(words: str) -> None:
        assert run.session is not None
        card = RecordsCard(run.session)
        qtbot.addWidget(card)
        card.show()
        qtbot.waitUntil(lambda: card.keys.keychain_button.text() == words, timeout=20_000)
        press(qtbot, card, "records_keychain")
        type_in(qtbot, card, "records_secret", PASSPHRASE)
        press(qtbot, card, "records_keys_do")
        qtbot.waitUntil(lambda: card.keys.keychain_button.text() != words, timeout=20_000)
        assert card.keys.strip.tone() == "ok"

    switch("Use this computer's &keychain")
    run = start()
    until_open(run, qtbot)  # nobody was asked anything
    kept = dict(system_keychain.kept)
    system_keychain.kept.clear()
    run = start()
    page = shown(run, qtbot, UnlockPage)
    assert isinstance(page, UnlockPage) and "keychain of this computer did not give the key" in page.strip.text()
    type_in(qtbot, page, "unlock_passphrase", PASSPHRASE)
    press(qtbot, page, "unlock_go")
    until_open(run, qtbot)
    system_keychain.kept.update(kept)
    switch("Stop using the &keychain")
    assert system_keychain.kept == {}


def test_the_daily_backup_is_made_when_it_is_due_and_a_failure_is_told_once(
    start: Callable[[], Running], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "capox.db")
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv(PASSPHRASE_FILE, str(secret))
    run = start()
    until_open(run, qtbot)
    assert run.clock is not None and run.session is not None
    run.clock.look()
    qtbot.waitUntil(lambda: len(list((tmp_path / "backups").glob("*-daily.db"))) == 1, timeout=30_000)
    run.clock.look()
    settled(run.session, qtbot)
    assert len(list((tmp_path / "backups").glob("*-daily.db"))) == 1
    for file in (tmp_path / "backups").iterdir():
        file.unlink()
    monkeypatch.setattr("records.backup.backups.SPARE_BYTES", 10**18)
    run.clock.look()
    window = run._window
    qtbot.waitUntil(lambda: window._strip is not None and "nearly full" in window._strip.text(), timeout=20_000)
    assert "No daily backup" in window._strip.text()  # type: ignore[union-attr]


def test_encrypted_records_cost_the_first_paint_nothing(tmp_path: Path, project_folder: Path) -> None:
    made(tmp_path / "capox.db")
    seen = json.loads(first_paint.run(tmp_path, project_folder, "-c", first_paint.PROBE).stdout)
    assert seen["rows"] == 0, "no list before the key is there"
    heavy = (*first_paint.HEAVY, "sqlcipher3", "argon2", "records.encryption.vault", "gui.setup.recovery_gate")
    assert not [name for name in seen["modules"] if any(name == one or name.startswith(f"{one}.") for one in heavy)]
