"""A treatment day in the demo clinic: the blind second check with a wrong weight and the right one, then the chair.

tools/write_pictures.py draws it for docs/manual/second-check.md and docs/manual/chair.md. Everybody in it is invented.
"""

import json
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.chair.chair_page import ChairPage
from gui.dose.dose_page import DosePage
from gui.pictures import settle, shown_patient
from gui.second_check.check_page import CheckPage
from gui.session import Session
from gui.shell.window import MainWindow
from records.people.permissions import may
from records.values.core import OrderRecord
from regimen.case import read_case
from tools.first_day import click, in_front, type_into
from tools.visit_day import QUIET_MS, button

Picture = Callable[[str], None]
WRONG_WEIGHT = "56.0"


def live_a_treatment_day(window: MainWindow, session: Session, picture: Picture) -> None:
    """From the second check to the infusions; `picture` is called with a name at each step worth seeing."""
    space, _course, order = shown_patient(session)
    may_check = (one for one in session.people if may("verify order", one.role) and one.name != order.signed_by)
    colleague = next(may_check)
    session.set_person(colleague)
    window.open_patient(space.patient.id, "dose")
    settle(session, QUIET_MS)
    look_at_release(window, session, "second-check-1-release", picture)
    check = begin_check(window, session)
    type_from_source(check, order, weight=WRONG_WEIGHT)
    settle(session)  # fields that say how they were read are higher
    picture("second-check-2-typed")
    compare(check, session)
    look_at_release(window, session, "second-check-3-differs", picture)
    check = begin_check(window, session)
    type_from_source(check, order)
    type_into(check, "check_note_edit", "read again from the scales: the chart had last week's weight")
    settle(session)
    picture("second-check-4-again")
    compare(check, session)
    look_at_release(window, session, "second-check-5-released", picture)
    sit_at_the_chair(window, session, picture)


def look_at_release(window: MainWindow, session: Session, name: str, picture: Picture) -> None:
    """The Dose page with its signatures in sight."""
    in_front(window, DosePage)
    settle(session, QUIET_MS)
    picture(name)


def begin_check(window: MainWindow, session: Session) -> CheckPage:
    """The button beside the signatures; all that shows the first values goes away."""
    click(button(in_front(window, DosePage), "second_check"))
    settle(session, QUIET_MS)
    return in_front(window, CheckPage)


def type_from_source(check: CheckPage, order: OrderRecord, weight: str = "") -> None:
    """Each value as the source has it, which is as it was ordered; or another weight."""
    for name, (value, unit) in source_of(order).items():
        if name not in check.fields.numbers:
            continue
        if unit:
            check.fields.units[name].choose(unit)
        type_into(check, f"check_{name}_edit", weight if weight and name == "weight_kg" else value)


def source_of(order: OrderRecord) -> dict[str, tuple[str, str]]:
    """Field -> (value, unit) of what an order was computed from."""
    case = read_case(json.loads(order.case_json))
    found = {"height_cm": (f"{case.basis.height_cm}", ""), "weight_kg": (f"{case.basis.weight_kg}", "")}
    if case.basis.creatinine is not None:
        found["creatinine"] = (f"{case.basis.creatinine.value}", case.basis.creatinine.unit)
    return {name: (f"{lab.value}", lab.unit) for name, lab in case.labs.items()} | found


def compare(check: CheckPage, session: Session) -> None:
    """Ctrl+Return."""
    QTest.keyClick(focus_of(check), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(session, QUIET_MS)


def focus_of(page: QWidget) -> QWidget:
    """What has the keys on a page, else the page."""
    return page.focusWidget() or page


def sit_at_the_chair(window: MainWindow, session: Session, picture: Picture) -> None:
    """The first infusion typed and signed for, the second with a reaction typed."""
    patient = window.patient_open()
    assert patient is not None
    window.open_patient(patient, "chair")
    settle(session, QUIET_MS)
    page = in_front(window, ChairPage)
    picture("chair-1-ready")
    first, second = page.cards.values()
    give(page, first.name, "9:05", "9:37", "PB 2207-A")
    settle(session)
    picture("chair-2-typed")
    click(button(page, f"{first.name}_sign"))
    settle(session, QUIET_MS)
    give(page, second.name, "9:50", "10:40", "OX 4711")
    page.cards[second.name].happened.choose("infusion reaction")
    type_into(page, f"{second.name}_done_edit", "stopped, hydrocortisone 100 mg IV, settled in 20 minutes")
    settle(session)
    picture("chair-3-reaction")


def give(page: ChairPage, name: str, start: str, stop: str, batch: str) -> None:
    """Start, stop, batch and expiry."""
    for field, words in (("started", start), ("stopped", stop), ("batch_1", batch), ("expiry_1", "2027-09-30")):
        type_into(page, f"{name}_{field}_edit", words)
