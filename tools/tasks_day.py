"""The tasks of the manual that no other script walks: a patient taken over, a stop, a changed dose, a delay, a hold.

tools/write_pictures.py draws them for docs/manual: patients.md, dose.md, supportive.md, plan.md, calendar.md and
care-of-records.md.
Everybody in them is invented.
"""

import tempfile
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from gui.audit.trail_card import TrailCard
from gui.calendar_page.calendar_page import CalendarPage
from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.dose.supportive_card import SupportiveCard
from gui.patients.form_fields import put_texts
from gui.patients.patient_form import PatientForm
from gui.people.people_page import PeoplePage
from gui.pictures import settle, shown_patient
from gui.plan.forms import DelayForm, HoldForm
from gui.plan.plan_page import PlanPage
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.settings.records_card import RecordsCard
from gui.settings.settings import Settings
from gui.shell.window import MainWindow
from tools.first_day import click, in_front, type_into
from tools.visit_day import QUIET_MS, button

Picture = Callable[[str], None]
Part = Callable[[QWidget, str], None]
T = TypeVar("T", bound=QWidget)
STOPPED = "haddad"  # her checklist is open: a stop
CLEARANCE = "bélanger"  # her clearance is just below a limit
FOLDER = "/home/pharmacy/calendars"  # shown as the folder to save in
OUR_RULES = """
[[off]]
item = "ondansetron-home"
reason = "one setron is enough here"

[[change]]
item = "dexamethasone"
regimens = ["ici-capox"]
days = [1]
times = ["morning"]
reason = "steroids are spared beside an inhibitor"
"""
RECORDS, BACKUPS = "/srv/capox/capox.db", "/srv/backups/capox"  # shown as the places of records that are gone soon


def live_the_tasks(window: MainWindow, session: Session, picture: Picture) -> None:
    """In the demo clinic; `picture` is called with a name at each step worth seeing."""
    meet_a_duplicate(window, session, picture)
    take_over(window, session, picture)
    override_a_stop(window, session, picture)
    change_a_dose(window, session, picture)
    order_supportive_care(window, session, picture)
    write_a_set(window, session, picture)
    with tempfile.TemporaryDirectory(prefix="capox-tasks-") as folder:
        print_once(window, session, folder)
        look_at_a_delay(window, session, picture)
        hold_tablets(window, session, picture)
        print_the_next(window, session, picture)


def part_of(page: QWidget, kind: type[T]) -> T:
    """A part of a page by its class. Raises LookupError where there is none."""
    found = page.findChild(kind)
    if found is None:
        raise LookupError(f"no {kind.__name__} on {type(page).__name__}")
    return found


def open_on(window: MainWindow, session: Session, name: str, page: str) -> None:
    """A patient found by name."""
    window.open_patient(session.lookup.search(name, 1)[0].id, page)
    settle(session, QUIET_MS)


def meet_a_duplicate(window: MainWindow, session: Session, picture: Picture) -> None:
    """Somebody who is here already, under another number."""
    window.new_patient()
    form = in_front(window, PatientForm)
    put_texts(form.fields, {
        "name": "Lindqvist, Anna", "kind_1": "MRN", "identifier_1": "0042-910", "birth_date": "1958-03-01",
        "sex": "female", "language": "en", "allergies_asked": True, "dpyd_status": "pending",
    })  # fmt: skip
    settle(session)
    click(form.save_button)
    settle(session, QUIET_MS)
    picture("patients-1-duplicate")


def take_over(window: MainWindow, session: Session, picture: Picture) -> None:
    """A course begun elsewhere goes on here with cycle 3."""
    window.new_patient()
    form = in_front(window, PatientForm)
    put_texts(form.fields, {
        "name": "Moreau, Camille", "kind_1": "MRN", "identifier_1": "0042-911", "birth_date": "1961-07-19",
        "sex": "female", "language": "fr", "allergies_asked": True, "dpyd_status": "done", "dpyd_score": "2",
        "dpyd_date": "2026-09-14", "ecog": "1", "diagnosis_site": "gallbladder",
    })  # fmt: skip
    settle(session)
    click(form.save_button)
    settle(session, QUIET_MS)
    page = in_front(window, BeginPage)
    page.options["ici"].choose("durvalumab")
    page.taken_over.setChecked(True)
    settle(session, QUIET_MS)
    page.first_cycle.set_text("3")
    page.percents["capecitabine"].set_text("75")
    page.totals["oxaliplatin"].set_text("260")
    page.toxicities.set_text("hand-foot syndrome grade 2 in cycle 2")
    settle(session)
    picture("patients-2-taken-over")


def override_a_stop(window: MainWindow, session: Session, picture: Picture) -> None:
    """The reason half typed: nothing is overridden."""
    open_on(window, session, STOPPED, "dose")
    page = in_front(window, DosePage)
    click(next(one for one in page.alerts.findChildren(type(page.sign_button)) if one.text().startswith("Override")))
    settle(session, QUIET_MS)
    picture("dose-1-stop")


def change_a_dose(window: MainWindow, session: Session, picture: Picture) -> None:
    """Capecitabine at 75 %, with its reason."""
    open_on(window, session, CLEARANCE, "dose")
    page = in_front(window, DosePage)
    click(button(page, "change_capecitabine"))
    type_into(page, "percent_capecitabine_edit", "75")
    type_into(page, "reason_capecitabine_edit", "hand-foot syndrome grade 2 in cycle 2")
    settle(session, QUIET_MS)
    picture("dose-2-change")


def order_supportive_care(window: MainWindow, session: Session, picture: Picture) -> None:
    """One steroid day in the place of three, loperamide left out, both in sight."""
    open_on(window, session, CLEARANCE, "dose")
    page = in_front(window, DosePage)
    card = part_of(page, SupportiveCard)
    click(card.choices_button)
    card.rows["dexamethasone-day1"].tick.click()
    card.rows["loperamide"].tick.click()
    type_into(page, "supportive_loperamide_out_edit", "has her own supply")
    settle(session, QUIET_MS)
    page.middle.ensureWidgetVisible(card.rows["hand-care"], 0, 200)
    settle(session)
    picture("supportive-1-order")


def write_a_set(window: MainWindow, session: Session, picture: Picture) -> None:
    """The site's own set as a draft: what patients get otherwise stands beside it."""
    page = window.show_page("regimens")
    assert isinstance(page, Regimens)
    settle(session, QUIET_MS)
    page.kind_choice.choose("supportive")
    settle(session, QUIET_MS)
    click(page.copy_button)
    page.copy_form.file_id.set_text("unit-set")
    page.copy_form.version.set_text("1")
    click(page.copy_form.make_button)
    settle(session, QUIET_MS)
    text = page.own.editor.toPlainText().replace('"ondansetron-home", ', "")
    page.own.editor.setPlainText(text + OUR_RULES)
    page.own.settle()
    settle(session, QUIET_MS)
    page.own.editor.moveCursor(QTextCursor.MoveOperation.End)
    picture("supportive-2-set")


def print_once(window: MainWindow, session: Session, folder: str) -> None:
    """Revision 1 of the calendar, saved where nobody finds it again."""
    window.open_patient(shown_patient(session)[0].patient.id, "calendar")
    settle(session, QUIET_MS)
    page = in_front(window, CalendarPage)
    page.folder.set_text(folder)
    click(page.save_button)
    settle(session, QUIET_MS)


def look_at_a_delay(window: MainWindow, session: Session, picture: Picture) -> None:
    """Seven days later, looked at and left."""
    window.open_patient(shown_patient(session)[0].patient.id, "plan")
    settle(session, QUIET_MS)
    page = in_front(window, PlanPage)
    click(page.delay_button)
    assert isinstance(page.form, DelayForm)
    page.form.days.set_text("7")
    page.form.shift.choose("all")
    page.form.reason.choose("neutropenia")
    settle(session, QUIET_MS)
    picture("plan-1-delay")
    click(page.difference.discard_button)
    settle(session, QUIET_MS)


def hold_tablets(window: MainWindow, session: Session, picture: Picture) -> None:
    """Capecitabine held from day 10 to day 14, accepted."""
    page = in_front(window, PlanPage)
    click(page.hold_button)
    assert isinstance(page.form, HoldForm)
    page.form.drug.choose("capecitabine")
    type_into(page, "hold_start_edit", "2026-12-02")
    page.form.until.choose("date")
    page.form.end.set_text("2026-12-06")
    page.form.reason.choose("diarrhoea")
    settle(session, QUIET_MS)
    picture("plan-2-hold")
    click(page.difference.accept_button)
    settle(session, QUIET_MS)


def print_the_next(window: MainWindow, session: Session, picture: Picture) -> None:
    """What the Calendar page says after it; then French in large print."""
    window.open_patient(shown_patient(session)[0].patient.id, "calendar")
    settle(session, QUIET_MS)
    page = in_front(window, CalendarPage)
    page.folder.set_text(FOLDER)
    settle(session, QUIET_MS)
    picture("calendar-1-next-revision")
    page.language.choose("fr")
    page.large_print.setChecked(True)
    settle(session, QUIET_MS)
    picture("calendar-2-french")


def care_for_records(window: MainWindow, session: Session, part: Part) -> None:
    """In records of their own with one account: a second one, a backup that is tried, the trail with its anchor.

    part  is called with a card and a name
    """
    people = window.show_page("people")
    assert isinstance(people, PeoplePage)
    settle(session, QUIET_MS)
    people.name.set_text("Quentin Ash")
    people.role.choose("administrator")
    people.login.set_text("quentin")
    part(people, "care-1-people")
    page = window.show_page("settings")
    assert isinstance(page, Settings)
    settle(session, QUIET_MS)
    card = part_of(page, RecordsCard)
    click(card.backup_button)
    settle(session, QUIET_MS)
    click(card.drill_button)
    settle(session, QUIET_MS)
    card.place.setText(RECORDS)
    card.folder.set_text(BACKUPS)
    part(card, "care-2-records")
    trail = part_of(page, TrailCard)
    trail.anchor.set_text(session.actions.trail_end().result().anchor.short())
    click(trail.check_button)
    settle(session, QUIET_MS)
    part(trail, "care-3-trail")
