"""Signatures on the staff sheet, and when a page loses its mark: put together from what the store keeps."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.calendar_page.sheet import Sheet, Wanted, calendar_sheet, staff_sheet
from gui.session import Session
from gui.workspace.state import PatientState, state_of
from records.course.clinical_use import SiteFacts
from records.values.administrations import AdministrationEntry, Batch
from records.values.core import OrderRecord, PatientRecord
from tests.gui.course_clinic import patient_with_course, sign
from tests.gui.dose_clinic import DAY1
from tests.gui.test_release_card import check_equal, open_card
from treatment_calendar.paper.request import CalendarRequest, StaffSheetRequest

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def released(session: Session) -> tuple[PatientRecord, OrderRecord]:
    patient, course = patient_with_course(session)
    order = sign(session, course)
    check_equal(session, order)
    return patient, order


def state(session: Session, patient: PatientRecord, order: OrderRecord, **changes: object) -> PatientState:
    """As read from records that have everything, unless `changes` takes something away."""
    site = SiteFacts(True, False, True, frozenset({order.regimen_sha256}))
    space = session.actions.workspace(patient.id).result(30)
    return state_of(space, session.settings, replace(site, **changes))  # type: ignore[arg-type]


def staff(made: PatientState) -> tuple[Sheet, StaffSheetRequest]:
    sheet = staff_sheet(made, Wanted("staff_sheet", 1, "en", "a4", False), "Priya Raman", NOW, uuid4())
    assert isinstance(sheet.request, StaffSheetRequest)
    return sheet, sheet.request


def notices(sheet: Sheet) -> str:
    return " ".join(words for _tone, words in sheet.notices)


def test_the_staff_sheet_prints_who_prescribed_checked_prepared_and_gave(session: Session) -> None:
    patient, order = released(session)
    actions, by = session.actions, session.person
    actions.prepare_order(by, uuid4(), order.id).result(30)
    entry = AdministrationEntry("pembrolizumab", 1, DAY1, Decimal(200), "09:05", "09:37", (Batch("B1"),))
    actions.administer(by, uuid4(), order.id, entry).result(30)
    sheet, request = staff(state(session, patient, order))
    assert [(one.step, one.name) for one in request.signatures] == [
        ("prescribed", "Priya Raman"), ("verified", "Quentin Ash"), ("prepared", "Priya Raman"),
        ("administered", "Priya Raman"),
    ]  # fmt: skip
    assert request.signatures[-1].meaning == "day 1, pembrolizumab 200 mg, 09:05 to 09:37"
    assert request.to_sign == ("administered",)  # oxaliplatin is still to be given
    assert request.for_clinical_use and request.not_released == () and "CLINICAL USE" not in notices(sheet)


def test_an_order_without_its_check_keeps_the_mark_and_says_what_is_missing(session: Session) -> None:
    patient, course = patient_with_course(session)
    order = sign(session, course)
    sheet, request = staff(state(session, patient, order))
    assert not request.for_clinical_use and "second check" in request.not_released[0]
    assert request.to_sign == ("verified", "prepared", "administered")
    assert "NOT FOR CLINICAL USE" in notices(sheet) and "second check" in notices(sheet)


def test_the_patients_calendar_loses_its_mark_only_with_everything_there(session: Session) -> None:
    patient, order = released(session)
    wanted = Wanted("calendar", 1, "en", "a4", False)

    def made(**changes: object) -> Sheet:
        return calendar_sheet(state(session, patient, order, **changes), wanted, "P", NOW, uuid4(), again=False)

    whole = made()
    assert isinstance(whole.request, CalendarRequest) and whole.request.for_clinical_use
    for changes in ({"accounts": False}, {"demo": True}, {"protected": False}, {"approved": frozenset()}):
        sheet = made(**changes)
        assert isinstance(sheet.request, CalendarRequest) and not sheet.request.for_clinical_use, changes
        assert "NOT FOR CLINICAL USE" in notices(sheet)


def test_the_dose_page_says_why_printed_pages_still_carry_the_mark(qtbot: QtBot, session: Session) -> None:
    patient, _order = released(session)
    _page, card = open_card(qtbot, session, patient, 1)
    said = card.findChild(QLabel, "release_use")
    assert said is not None and "Nobody has to sign in" in said.text() and "not approved here" in said.text()
