"""A visit in the demo clinic, typed and clicked from the laboratory to the delay that follows.

tools/write_pictures.py draws it for docs/manual/visit.md. The patients are those of the demo clinic; the message of the
laboratory is invented.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gui.pictures import settle
from gui.plan.forms import DelayForm
from gui.plan.plan_page import PlanPage
from gui.session import Session
from gui.shell.window import MainWindow
from gui.trends.trends_page import TrendsPage
from gui.visit.lab_import import LabImportCard
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.values.core import Workspace as PatientSpace
from tools.first_day import click, in_front

Picture = Callable[[str], None]
QUIET_MS = 600  # a draft is kept a moment after the last key
NURSED = "kovalenko"  # diarrhoea in cycle 2, cycle 3 due today
TABLE = """Neutrophils\t1.1\t10^9/L\t2.0-7.5
Platelets\t72\t10^9/L\t150-400
Haemoglobin\t108\tg/L\t120-160
ALT\t38\tU/L\t7-40
Rheumatoid factor\t9"""
CTRL = Qt.KeyboardModifier.ControlModifier


def live_a_visit(window: MainWindow, session: Session, picture: Picture) -> None:
    """The whole visit; `picture` is called with a name at each step worth seeing."""
    patient = session.lookup.search(NURSED, 1)[0].id
    space = session.actions.workspace(patient).result()
    window.open_patient(patient, "visit")
    settle(session, QUIET_MS)
    page = in_front(window, VisitPage)
    read_message(page, session, space, picture)
    paste_table(page, session, picture)
    say_toxicities(page, session, picture)
    keep_and_save(page, session, picture)
    put_off(window, session, page, picture)
    show_trends(window, session, picture)


def button(page: QWidget, name: str) -> QPushButton:
    """A button by its name. Raises LookupError where there is none."""
    found = page.findChild(QPushButton, name)
    if found is None:
        raise LookupError(f"no button {name}")
    return found


def keys(words: str) -> None:
    """Letters and digits to whatever has the keys."""
    for key in words:
        QTest.keyClicks(focused(), key)


def focused() -> QWidget:
    """What has the keys. Raises LookupError when nothing has."""
    found = QApplication.focusWidget()
    if found is None:
        raise LookupError("nothing has the keys")
    return found


def paste(words: str) -> None:
    """Ctrl+V with these words on the clipboard."""
    QGuiApplication.clipboard().setText(words)
    QTest.keyClick(focused(), Qt.Key.Key_V, CTRL)


def message(space: PatientSpace, today: date) -> str:
    """An invented message of a laboratory about the patient."""
    entry = space.patient.entry
    kind, number = entry.identifiers[0]
    stamp = f"{today:%Y%m%d}0750"
    sex = {"female": "F", "male": "M"}.get(entry.sex or "", "U")
    birth = f"{entry.birth_date:%Y%m%d}" if entry.birth_date else ""
    return "\r".join(
        (
            f"MSH|^~\\&|LAB|NORTH|CAPOX|DAY|{stamp}||ORU^R01|DEMO-1|P|2.5.1",
            f"PID|1||{number}^^^HOSP^{kind}||{entry.name.split()[-1]}^{entry.name.split()[0]}||{birth}|{sex}",
            f"OBR|1|P1|F1|CBC|||{stamp}",
            "OBX|1|NM|1742-6^ALT^LN||38|U/L^^UCUM|7-40||||F",
            "OBX|2|NM|14631-6^Bilirubin^LN||14|umol/L^^UCUM|3-21||||F",
            "OBX|3|NM|14682-9^Creatinine^LN||74|umol/L^^UCUM|45-105||||F",
            "OBX|4|NM|XR-9^House test^L||4.2|mg/L|||||F",
        )
    )


def read_message(page: VisitPage, session: Session, space: PatientSpace, picture: Picture) -> None:
    """What a message would store, before it is stored; it is then closed."""
    click(button(page, "lab_hl7"))
    paste(message(space, session.today).replace("\r", "\n"))
    card = page.findChild(LabImportCard)
    assert isinstance(card, LabImportCard)
    click(card.read_button)
    settle(session, QUIET_MS)
    picture("1-message")
    card.close_up()
    settle(session)


def paste_table(page: VisitPage, session: Session, picture: Picture) -> None:
    """A table from a laboratory's page; a line nobody understands stays in sight."""
    click(button(page, "lab_paste"))
    paste(TABLE)
    click(button(page, "lab_paste_take"))
    settle(session, QUIET_MS)
    picture("2-table")


def say_toxicities(page: VisitPage, session: Session, picture: Picture) -> None:
    """Scenario 15: neuropathy, hand-foot, diarrhoea, each by a word, a grade and a letter."""
    for words, answer in (("loose", "1cp"), ("hand", "1cc"), ("mucositis", "0"), ("tingl", "2oo")):
        QTest.keyClick(page, Qt.Key.Key_N, CTRL)
        assert page.events is not None
        page.events.search.setFocus()
        keys(words)
        if words == "tingl":
            settle(session, QUIET_MS)
            picture("3-search")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        keys(answer)
    page.advice.now()
    settle(session, QUIET_MS)
    picture("4-toxicities")


def keep_and_save(page: VisitPage, session: Session, picture: Picture) -> None:
    """What will be stored, read once, then stored."""
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    settle(session, QUIET_MS)
    picture("5-review")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    settle(session, QUIET_MS)
    bar = page.right.verticalScrollBar()
    bar.setValue(page.proposals.y())
    settle(session)
    picture("6-proposals")


def put_off(window: MainWindow, session: Session, page: VisitPage, picture: Picture) -> None:
    """The delay that is proposed, looked at on the Plan page before it is accepted."""
    click(button(page, "proposal_delay_show"))
    settle(session, QUIET_MS)
    plan = in_front(window, PlanPage)
    assert isinstance(plan.form, DelayForm)
    plan.form.shift.choose("all")
    settle(session, QUIET_MS)
    picture("7-delay")
    click(plan.difference.accept_button)
    settle(session, QUIET_MS)


def show_trends(window: MainWindow, session: Session, picture: Picture) -> None:
    """The same patient over time."""
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.show_page("trends")
    assert isinstance(page, TrendsPage)
    page.show_view("events")
    settle(session, QUIET_MS)
    picture("8-events")
