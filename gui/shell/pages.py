"""Which page is made by which class; each is imported when it is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.session import Session
    from gui.shell.shell import Shell


def make_page(name: str, session: "Session", window: "Shell") -> QWidget:
    """A page by its name."""
    return _MAKERS[name](session, window)


def _today(session: "Session", window: "Shell") -> QWidget:
    from gui.worklist.worklist import Worklist

    page = Worklist(session)
    page.counted.connect(lambda count: window.rail.buttons["today"].set_side(str(count) if count else ""))
    page.clinic_asked.connect(window.show_clinic)
    return page


def _clinic(session: "Session", window: "Shell") -> QWidget:
    from gui.clinic.clinic_page import ClinicPage

    page = ClinicPage(session)
    page.left.connect(lambda: window.show_page("today"))
    return page


def _regimens(session: "Session", _window: "Shell") -> QWidget:
    from gui.regimens.regimens import Regimens

    return Regimens(session)


def _outcomes(session: "Session", window: "Shell") -> QWidget:
    from gui.outcomes.outcomes_page import OutcomesPage

    return OutcomesPage(session, lambda: window.patient_open())


def _settings(session: "Session", _window: "Shell") -> QWidget:
    from gui.settings.settings import Settings

    return Settings(session)


def _people(session: "Session", _window: "Shell") -> QWidget:
    from gui.people.people_page import PeoplePage

    return PeoplePage(session)


def _account(session: "Session", _window: "Shell") -> QWidget:
    from gui.people.account_page import AccountPage

    return AccountPage(session)


def _person_history(session: "Session", window: "Shell") -> QWidget:
    from gui.audit.person_page import PersonPage

    page = PersonPage(session)
    page.left.connect(lambda: window.show_page("people" if session.may("add member") else "account"))
    return page


def _setup(session: "Session", window: "Shell") -> QWidget:
    from gui.setup.first_run import FirstRun

    page = FirstRun(session)
    page.finished.connect(lambda: window.new_patient())
    page.demo_asked.connect(window.demo_asked)
    return page


def _patient_form(session: "Session", window: "Shell") -> QWidget:
    from gui.patients.patient_form import PatientForm

    page = PatientForm(session)
    page.saved.connect(lambda patient_id: window.open_patient(patient_id))
    page.left.connect(lambda: window.show_page("patients"))
    return page


def _export(session: "Session", window: "Shell") -> QWidget:
    from gui.exchange.export_page import ExportPage

    page = ExportPage(session)
    page.left.connect(lambda patient: window.open_patient(patient) if patient else window.show_page("settings"))
    return page


def _import(session: "Session", window: "Shell") -> QWidget:
    from gui.exchange.import_page import ImportPage

    page = ImportPage(session)
    page.left.connect(lambda: window.show_page("settings"))
    return page


def _handover_give(session: "Session", window: "Shell") -> QWidget:
    from gui.handover.give_page import GivePage

    page = GivePage(session)
    page.left.connect(lambda patient: window.open_patient(patient) if patient else window.show_page("patients"))
    return page


def _handover_take(session: "Session", window: "Shell") -> QWidget:
    from gui.handover.take_page import TakePage

    page = TakePage(session)
    page.taken.connect(lambda patient: window.open_patient(patient, "dose"))
    page.left.connect(lambda: window.show_page("patients"))
    return page


def _manual(_session: "Session", window: "Shell") -> QWidget:
    from gui.manual.manual_page import ManualPage

    page = ManualPage()
    page.left.connect(lambda: window.show_page(page.before or "patients"))
    return page


def _workspace(session: "Session", _window: "Shell") -> QWidget:
    from gui.workspace.workspace import Workspace

    return Workspace(session)


_MAKERS = {
    "manual": _manual,
    "today": _today,
    "clinic": _clinic,
    "regimens": _regimens,
    "outcomes": _outcomes,
    "settings": _settings,
    "people": _people,
    "account": _account,
    "person_history": _person_history,
    "setup": _setup,
    "patient_form": _patient_form,
    "export": _export,
    "import": _import,
    "handover_give": _handover_give,
    "handover_take": _handover_take,
    "workspace": _workspace,
}
