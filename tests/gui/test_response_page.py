"""The Response page: scenario 19 typed by keys, judged as one types, refused inline, kept half-typed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.widgets.reading_order import stops
from records.values.responses import LesionEntry, TargetReading
from tests.gui.course_clinic import patient_with_course
from tests.gui.dose_clinic import begin, settle
from tests.gui.response_clinic import (
    BASELINE,
    FIRST,
    begin_scan,
    click,
    lesions,
    open_response,
    scan,
    scenario_19,
    store,
    strip,
    type_down,
    words,
)
from tests.gui.visit_clinic import SessionOn, press, stroke

TODAY = date(2026, 6, 16)


@pytest.fixture
def session(session_on: SessionOn) -> Session:
    return session_on(TODAY)


def test_scenario_19_is_typed_by_keys_and_judged_with_its_reason(qtbot: QtBot, session: Session) -> None:
    patient, course = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    assert (words(page, "sum_2026-02-23"), words(page, "sum_2026-04-20")) == ("84 mm", "52 mm")
    assert words(page, "overall_2026-04-20") == "PR"
    assert "\u221238.1 %" in words(page, "baseline_2026-04-20")
    begin_scan(qtbot, session, page, "2026-06-15")
    fields = [field.edit for field in page.table.order()]
    tabbed = [one for one in stops(page.table) if one in fields or one.objectName().startswith("lesion_")]
    assert tabbed == fields, "Tab leads from value to value, past the names of the lesions"
    type_down(qtbot, "34", "16")
    assert "Still to say: T3, new lesion, tumour marker." in page.answer.waiting.text()
    assert strip(page, "response_recist") == ""
    assert words(page, "overall_typed") == "…"
    type_down(qtbot, "14", "n", "r")
    answer = strip(page, "response_recist")
    assert "RECIST 1.1: PD" in answer
    assert "+23.1 % and +12 mm on the nadir of 52 mm" in answer
    assert words(page, "baseline_typed") == "\u221223.8 %"
    assert words(page, "sum_typed") == "64 mm"
    immune = strip(page, "response_immune")
    assert "iUPD" in immune
    assert "Mon 13 Jul 2026" in immune and "Mon 10 Aug 2026" in immune
    store(qtbot, session, page)
    assert page.message.tone() == "ok", page.message.text()
    assert words(page, "overall_2026-06-15") == "PD"
    kept = session.actions.workspace(patient.id).result(30).scans
    assert [one.complete for one in kept] == [True, True, True]
    assert "Best response, confirmed: SD" in page.answer.best.text()
    assert "Unconfirmed: PR" in page.answer.best_more.text()
    assert "28 days later or more" in page.answer.settings.text()
    assert course.status == "active"


def test_a_node_below_10_is_gone_without_being_0_and_20_to_24_is_no_progression(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    followed = lesions(
        session, course, (LesionEntry("T1", "target", "lung"), LesionEntry("T2", "target", "hilum", "node"))
    )
    scan(session, course, followed, BASELINE, "10", "30")
    scan(session, course, followed, FIRST, "11", "9")
    _, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-06-15")
    type_down(qtbot, "15", "9", "n", "r")
    assert "RECIST 1.1: PR" in strip(page, "response_recist"), "+20 % but only +4 mm on the nadir of 20"
    assert words(page, "nadir_typed") == "+20.0 %  +4 mm"
    page.table.order()[0].edit.setFocus()
    page.table.order()[0].edit.selectAll()
    press(qtbot, "a")
    assert page.table.order()[0].text() == "absent"
    assert "RECIST 1.1: CR" in strip(page, "response_recist")
    assert words(page, "sum_typed") == "9 mm"


def test_pieces_letters_and_what_cannot_be_read(qtbot: QtBot, session: Session) -> None:
    patient, _ = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-06-15")
    first, second, third, *_ = page.table.order()
    type_down(qtbot, "20+14", "t", "3,5")
    assert first.message.text() == "20 + 14 = 34 mm"
    assert second.text() == "too small" and "5 mm" in second.message.text()
    assert third.message.text() == "read as 3.5 mm"
    assert words(page, "sum_typed") == "42.5 mm"
    for typed in ("2O", "0", "20+", "600", "-3", "1 2"):
        first.edit.setFocus()
        first.edit.selectAll()
        press(qtbot, typed)
        assert first.read() is None
        assert first.message.text().startswith("✕ ")
        assert first.text() == typed


def test_a_half_typed_scan_is_there_as_typed_after_the_page_was_closed(qtbot: QtBot, session: Session) -> None:
    patient, _ = scenario_19(session)
    workspace, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-06-15")
    type_down(qtbot, "34")
    press(qtbot, "1x")
    page.flush()
    settle(qtbot, session)
    workspace.close()
    _, again = open_response(qtbot, session, patient)
    assert [field.text() for field in again.table.order()] == ["34", "1x", "", "", ""]
    assert again.table.date is not None and again.table.date.value() == date(2026, 6, 15)
    again.table.order()[0].edit.setFocus()
    store(qtbot, session, again)
    assert "The scan is not stored" in strip(again, "response_message")
    assert QApplication.focusWidget() is again.table.order()[1].edit


@pytest.mark.parametrize(("answer", "kept"), [("mine", "34"), ("theirs", "30")])
def test_two_people_typing_one_scan_lose_nothing_before_one_has_chosen(
    qtbot: QtBot, session: Session, answer: str, kept: str
) -> None:
    patient, _ = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-06-15")
    page.flush()
    settle(qtbot, session)
    half = session.actions.workspace(patient.id).result(30).scans[-1]
    first = page.figures().lesions[0].id
    reading = {first: TargetReading("measured", (Decimal(30),))}
    other = replace(half.entry, targets=reading)
    session.actions.keep_scan(session.person, half.id, half.version, other).result(30)
    type_down(qtbot, "34")
    page.flush()
    click(qtbot, session, page, f"response_message_{answer}")
    page.flush()
    settle(qtbot, session)
    (stored,) = session.actions.workspace(patient.id).result(30).scans[-1].entry.targets[first].pieces_mm
    assert (str(stored), page.table.order()[0].text()) == (kept, kept)


def test_a_baseline_that_breaks_the_rules_is_refused_with_each_reason_and_kept_as_typed(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = patient_with_course(session)
    lesions(
        session, course, (
            LesionEntry("T1", "target", "liver"), LesionEntry("T2", "target", "liver"),
            LesionEntry("T3", "target", "liver"), LesionEntry("T4", "target", "hilum", "node"),
        ),
    )  # fmt: skip
    _, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-01-05")
    type_down(qtbot, "40", "9", "t", "14", "r")
    assert "T2 is 9 mm" in page.table.order()[1].message.text()
    assert "T4 is 14 mm" in strip(page, "response_recist")
    store(qtbot, session, page)
    said = strip(page, "response_message")
    for part in ("T2 is 9 mm", "T3 is not measured at baseline", "T4 is 14 mm", "56 days before the first dose"):
        assert part in said
    assert [field.text() for field in page.table.order()] == ["40", "9", "too small", "14", "not reported"]
    assert not [one for one in session.actions.workspace(patient.id).result(30).scans if one.complete]


def test_lesions_are_named_by_the_form_and_the_baseline_is_read(qtbot: QtBot, session: Session) -> None:
    patient, _ = patient_with_course(session)
    _, page = open_response(qtbot, session, patient)
    assert "Name the lesions to follow first" in page.kept.text()
    page.form.organ.edit.setFocus()
    press(qtbot, "liver")
    stroke(qtbot, Qt.Key.Key_Return)
    settle(qtbot, session)
    page.form.role.choose("nontarget")
    page.form.organ.edit.setFocus()
    page.form.organ.edit.selectAll()
    press(qtbot, "peritoneum")
    stroke(qtbot, Qt.Key.Key_Return)
    settle(qtbot, session)
    begin_scan(qtbot, session, page, "2026-02-23")
    type_down(qtbot, "40", "p", "a")
    store(qtbot, session, page)
    (made,) = session.actions.workspace(patient.id).result(30).scans
    assert (made.complete, made.entry.baseline, made.entry.marker) == (True, True, "above")
    assert words(page, "cell_N1_2026-02-23") == "present"
    assert set(page.form.role.buttons) == {"new"}


def test_a_stored_scan_is_corrected_by_a_new_revision_with_a_reason(qtbot: QtBot, session: Session) -> None:
    patient, _ = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    click(qtbot, session, page, "scan_2026-04-20")
    click(qtbot, session, page, "scan_stored_correct")
    qtbot.waitUntil(lambda: page.table.date is not None, timeout=5_000)
    field = page.table.order()[0]
    assert field.text() == "26"
    field.edit.setFocus()
    field.edit.selectAll()
    press(qtbot, "36")
    store(qtbot, session, page)
    assert "reason of the correction" in strip(page, "response_message")
    page.reason.edit.setFocus()
    press(qtbot, "typed wrong")
    store(qtbot, session, page)
    assert page.message.tone() == "ok", page.message.text()
    kept = session.actions.workspace(patient.id).result(30).scans
    assert [(one.revision, one.in_force) for one in kept] == [(1, True), (1, False), (2, True)]
    assert words(page, "sum_2026-04-20") == "62 mm"


def test_a_stored_scan_is_withdrawn_with_a_reason_and_the_baseline_stays_under_it(
    qtbot: QtBot, session: Session
) -> None:
    patient, _ = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    for scan_of, why in (("scan_2026-02-23", "compared with this baseline"), ("scan_2026-04-20", "counts no more")):
        click(qtbot, session, page, scan_of)
        click(qtbot, session, page, "withdraw_stored")
        click(qtbot, session, page, "withdraw_stored_button")
        assert page.stored.withdraw.why.message.text().startswith("✕ "), "a reason is needed"
        page.stored.withdraw.why.edit.setFocus()
        press(qtbot, "of somebody else")
        click(qtbot, session, page, "withdraw_stored_button")
        qtbot.waitUntil(lambda why=why: why in strip(page, "response_message"), timeout=5_000)
    kept = session.actions.workspace(patient.id).result(30).scans
    assert [(one.in_force, one.withdrawn_why) for one in kept] == [(True, ""), (False, "of somebody else")]


def test_progression_proposes_the_end_of_treatment_and_ends_nothing_by_itself(qtbot: QtBot, session: Session) -> None:
    patient, _ = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    assert strip(page, "off_treatment") == ""
    begin_scan(qtbot, session, page, "2026-06-15")
    type_down(qtbot, "34", "16", "14", "n", "r")
    store(qtbot, session, page)
    assert "Progression by RECIST 1.1 on Mon 15 Jun 2026" in strip(page, "off_treatment")
    assert "treatment may go on while the patient is well" in strip(page, "off_treatment")
    click(qtbot, session, page, "off_treatment_fill")
    space = session.actions.workspace(patient.id).result(30)
    assert (space.follow_up, space.courses[0].status) == ((), "active")
    click(qtbot, session, page, "save_follow_up")
    space = session.actions.workspace(patient.id).result(30)
    assert (space.follow_up[0].entry.off_reason, space.courses[0].status) == ("progression", "active")
    click(qtbot, session, page, "end_course")
    assert session.actions.workspace(patient.id).result(30).courses[0].status == "active"
    click(qtbot, session, page, "response_message_end")
    assert session.actions.workspace(patient.id).result(30).courses[0].status == "stopped"


def test_without_an_inhibitor_there_is_no_irecist(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    session.actions.end_course(session.person, course.id, course.version, "stopped", "test").result(30)
    plain = begin(session, patient, {}, regimen="capox")
    followed = lesions(session, plain)
    scan(session, plain, followed, BASELINE, "40", "24", "20")
    scan(session, plain, followed, FIRST, "80", "24", "20")
    _, page = open_response(qtbot, session, patient)
    assert words(page, "overall_2026-04-20") == "PD"
    assert strip(page, "response_immune") == ""


def test_a_new_lesion_that_is_seen_cannot_stand_beside_none(qtbot: QtBot, session: Session) -> None:
    patient, course = scenario_19(session)
    lesions(session, course, (LesionEntry("X1", "new", "lung"),))
    _, page = open_response(qtbot, session, patient)
    begin_scan(qtbot, session, page, "2026-06-15")
    type_down(qtbot, "26", "14", "12", "11", "n", "r")
    store(qtbot, session, page)
    assert "X1 is seen on this scan" in strip(page, "response_message")
    field = page.table.fields["new_lesion"]
    field.edit.setFocus()
    field.edit.selectAll()
    press(qtbot, "s")
    assert "a new lesion beyond doubt" in strip(page, "response_recist")
    store(qtbot, session, page)
    assert page.message.tone() == "ok", page.message.text()
