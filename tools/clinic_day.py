"""A morning of the demo clinic: who comes, what is missing, the papers of those for whom nothing is.

tools/write_pictures.py draws it for docs/manual/clinic.md.
"""

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from gui.clinic.clinic_page import ClinicPage
from gui.pictures import settle
from gui.session import Session
from gui.shell.window import MainWindow
from records.values.core import OrderRecord, Person
from records.values.signatures import BlindEntry, BlindLab
from regimen.case import read_case
from tools.first_day import in_front

Picture = Callable[[str], None]
Pages = Callable[[bytes, str], None]
QUIET_MS = 600
CHAIRS, OPENING, AROUND = 4, 510, 30


def live_a_morning(window: MainWindow, session: Session, picture: Picture, pages: Pages) -> None:
    """`picture` is called with a name at each step worth seeing, `pages` with a PDF and its name."""
    prepare(session)
    window.show_clinic(session.today)
    settle(session, QUIET_MS)
    page = in_front(window, ClinicPage)
    page.complete_button.click()
    settle(session, QUIET_MS)
    picture("clinic")
    with tempfile.TemporaryDirectory(prefix="capox-clinic-") as folder:
        for kind, check in page.printing.kinds.items():
            check.setChecked(kind == "preparation_list")
        page.all_button.click()
        page.printing.begin(Path(folder))
        wait(session, page)
        (made,) = Path(folder).glob("*.pdf")
        pages(made.read_bytes(), "preparation-list")
        page.printing.kinds["calendar"].setChecked(True)
        page.printing.kinds["preparation_list"].setChecked(False)
        page.printing.begin(Path(folder))
        wait(session, page)
        picture("clinic-left-out")
        page.printing.begin_pack(Path(folder))
        wait(session, page)
        (index,) = Path(folder).glob("capox-downtime-*/index.pdf")
        pages(index.read_bytes(), "downtime-index")


def wait(session: Session, page: ClinicPage) -> None:
    """Until the job has ended and the day is read again."""
    settle(session, QUIET_MS)
    if not page.printing.strip.text():
        raise LookupError("the job of the Clinic page said nothing")


def prepare(session: Session) -> None:
    """Chairs and opening time; a second pharmacist checks what was signed, and two patients have their go-ahead."""
    actions, by = session.actions, session.person
    settings = replace(session.settings, chairs=CHAIRS, opening_minute=OPENING, chair_minutes=AROUND, vials_shared=True)
    session.set_settings(actions.save_settings(by, settings, "pictures").result())
    second = actions.add_person("Quentin Ash", "pharmacist").result()
    found = actions.clinic_day(session.today).result()
    for line in found.lines:
        orders = actions.workspace(line.patient_id).result().orders
        order = next((one for one in orders if one.id == line.order_id and one.state == "signed"), None)
        if order is None:
            continue
        check(session, second, order)
        if any(need.kind == "go-ahead" for need in line.needs):
            actions.go_ahead(by, uuid4(), line.course_id, line.cycle, line.on, session.today, "telephone").result()


def check(session: Session, second: Person, order: OrderRecord) -> None:
    """Typed again as it stands in the order."""
    case = read_case(json.loads(order.case_json))
    labs = {name: BlindLab(lab.value, lab.unit) for name, lab in case.labs.items()}
    if case.basis.creatinine is not None:
        labs["creatinine"] = BlindLab(case.basis.creatinine.value, case.basis.creatinine.unit)
    entry = BlindEntry(case.basis.height_cm, case.basis.weight_kg, labs)
    session.actions.verify_order(second, uuid4(), order.id, entry).result()
