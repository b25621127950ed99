"""Own files that another workstation wrote or approved appear, and nothing that is being typed is touched."""

from uuid import uuid4

from pytestqt.qtbot import QtBot

from gui.regimens.regimens import Regimens
from gui.session import Session
from records.actions import Actions
from regimen.library import load_regimen
from tests.gui.shell_parts import settled


def test_a_file_made_and_changed_elsewhere_appears_and_typing_stays(
    session: Session, actions: Actions, qtbot: QtBot
) -> None:
    page = Regimens(session)
    qtbot.addWidget(page)
    page.show()
    settled(session, qtbot)
    shipped = page.list.count()
    capox = load_regimen("capox")
    file = actions.copy_file(session.person, uuid4(), "regimen", capox.text, "capox-there", "1.0").result(30)
    session.patient_changed.emit(file.id)  # as the feed of the server says it
    qtbot.waitUntil(lambda: page.list.count() == shipped + 1)
    page.list.setCurrentRow(shipped)
    settled(session, qtbot)
    theirs = actions.keep_file(session.person, file, file.text.replace("CAPOX, every 21 days", "CAPOX there")).result(
        30
    )
    session.all_changed.emit()
    qtbot.waitUntil(lambda: "CAPOX there" in page.own.editor.toPlainText())
    settled(session, qtbot)
    page.own.editor.insertPlainText("# mine\n")
    actions.keep_file(session.person, theirs, theirs.text + "# theirs\n").result(30)
    session.all_changed.emit()
    qtbot.waitUntil(lambda: page.own.strip.isVisible())
    assert page.own.editor.toPlainText().startswith("# mine\n")
    assert "what you typed is still here" in page.own.strip.text()
