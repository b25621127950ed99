"""Scenario 20, the part about the record: an amended height, no network, and a copied folder without its passphrase.

The rest of the scenario: a kill during a save in tests/records/test_kill.py, a restored backup in test_recovery.py.
"""

import json
import shutil
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.history.history_page import HistoryPage
from records.actions import Actions
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.encryption.vault import vault_path
from records.errors import Locked, WrongKey
from records.keeping.opening import protect
from regimen.case import read_case
from tests.gui.course_clinic import open_page, sign
from tests.gui.dose_clinic import add_labs, edit_of, measure, retype, settle
from tests.gui.visit_clinic import CYCLE_2, SessionOn, second_cycle
from tests.records.examples import ENTRY, Store

PASSPHRASE = "four random words here"


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address outside this computer that anything in this process tried to reach."""
    tried: list[object] = []
    whole = socket.socket.connect

    def connect(own: socket.socket, address: object) -> None:
        if own.family != getattr(socket, "AF_UNIX", None):
            tried.append(address)
        whole(own, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **_more: tried.append(asked) or [])
    return tried


def test_a_signed_height_is_amended_with_old_and_new_value_and_given_cycles_stay_as_signed(
    qtbot: QtBot, session_on: SessionOn, reached: list[object]
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    (given,) = session.actions.workspace(patient.id).result(30).orders
    measure(session, patient, "165", "58.0", CYCLE_2)
    add_labs(session, patient, CYCLE_2)
    sign(session, course, 2)
    workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    workspace._on_dose_wanted(2)
    settle(qtbot, session)
    qtbot.mouseClick(page.amend_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.sign_button.isVisible, timeout=5_000)
    settle(qtbot, session)
    assert page.basis is not None
    retype(qtbot, page.basis, "height_edit", "166")
    assert edit_of(page.basis, "height_edit").text() == "166"
    qtbot.waitUntil(lambda: page._reckoned.case is not None and page._reckoned.case.basis.height_cm == 166)
    settle(qtbot, session)
    assert not page.sign_button.isEnabled() and page.signing_words.text() == "Say why the signed order is changed."
    retype(qtbot, page, "amend_reason_edit", "measured again without shoes")
    assert page.sign_button.isEnabled(), page.signing_words.text()
    qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is signed" in page.message.text(), timeout=15_000)
    settle(qtbot, session)
    orders = session.actions.workspace(patient.id).result(30).orders
    first = next(one for one in orders if one.id == given.id)
    assert (first.state, first.case_json, first.answer_json, first.check_code) == (
        "given", given.case_json, given.answer_json, given.check_code,
    )  # fmt: skip
    assert sorted((one.revision, one.state) for one in orders if one.cycle == 2) == [(1, "replaced"), (2, "signed")]
    second = next(one for one in orders if one.cycle == 2 and one.state == "signed")
    assert read_case(json.loads(second.case_json)).basis.height_cm == 166
    history = workspace.show_page("history")
    assert isinstance(history, HistoryPage)
    settle(qtbot, session)
    row = next(place for place, words in enumerate(history.lines.words()) if "Cycle 2 signed, revision 2" in words)
    history.table.setCurrentIndex(history.lines.index(row, 0))
    settle(qtbot, session)
    said = " ".join(label.text() for label in history.detail.findChildren(QLabel))
    assert "height 165 cm → 166 cm" in said and session.person.name in said
    assert "measured again without shoes" in said
    assert session.actions.check_audit().result(30).findings == ()
    assert reached == []


def test_a_folder_copied_to_another_computer_cannot_be_read_without_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "here" / "capox.db"
    path.parent.mkdir()
    protect(path, new_recovery_key(), PASSPHRASE, use_keychain=False)
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    Store(actions, actions.add_person("Priya Raman", "pharmacist").result(30)).patient()
    actions.close()
    there = tmp_path / "there"
    shutil.copytree(path.parent, there)
    words = [part.encode() for part in (ENTRY.name, ENTRY.name.split()[0], ENTRY.identifiers[0][1])]
    assert not [file.name for file in there.iterdir() for part in words if part in file.read_bytes()]
    for unlock, kind in ((Unlock(), Locked), (Unlock("five other random words"), WrongKey)):
        tried = Actions.open(there / "capox.db", unlock=unlock)
        assert isinstance(tried.opened.exception(60), kind)
        tried.close()
    vault_path(there / "capox.db").unlink()
    alone = Actions.open(there / "capox.db", unlock=Unlock(PASSPHRASE))
    assert "cannot be read" in str(alone.opened.exception(60)), "nor with it, where the key file was left behind"
    alone.close()
    opened = Actions.open(path, unlock=Unlock(PASSPHRASE))
    assert opened.opened.exception(60) is None
    opened.close()
