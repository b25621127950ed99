"""The Plan page as a person uses it: cycles on dates, and every change seen before it is made."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.plan.forms import DelayForm, HoldForm
from gui.plan.plan_page import PlanPage
from gui.session import Session
from records.reasons import all_reasons, reasons_for
from records.values.core import SiteSettings
from tests.gui.course_clinic import difference_table, give, open_plan, patient_with_course, press, sign
from tests.gui.dose_clinic import edit_of, measure, settle


def in_england(session: Session) -> None:
    """The same site in England with a closing day of its own."""
    wanted = SiteSettings(
        site_name="Day Unit",
        country="GB",
        region="ENG",
        practice="eu",
        first_dose="morning",
        closing_days=(date(2026, 3, 23),),
        set_up=True,
    )
    session.set_settings(session.actions.save_settings(session.person, wanted, "test").result(30))


def on(page: PlanPage, day: date) -> str:
    """A date as the panel beside the grid says it."""
    page.grid.choose(day)
    return page.day.text()


def delay(qtbot: QtBot, session: Session, page: PlanPage, days: str, shift: str, reason: str) -> DelayForm:
    """Press the button, type the days, say which cycles move and why, wait for the difference."""
    press(qtbot, page.delay_button)
    form = page.form
    assert isinstance(form, DelayForm)
    qtbot.keyClicks(edit_of(page, "delay_days_edit"), days)
    press(qtbot, form.shift.buttons[shift])
    form.reason.choose(reason)
    settle(qtbot, session)
    return form


def test_eight_cycles_lie_on_the_dates_of_the_scenario(qtbot: QtBot, session: Session) -> None:
    in_england(session)
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    assert "NO TABLETS" not in on(page, date(2026, 3, 15))
    assert all("NO TABLETS" in on(page, date(2026, 3, day)) for day in range(16, 23))
    assert "Cycle 2, day 1" in on(page, date(2026, 3, 23))
    page.line.setFocus()
    qtbot.keyClick(page.line, Qt.Key.Key_End)
    assert page.cycle() == 8
    assert "Mon 27 Jul 2026 to Sun 16 Aug 2026" in page.cycle_words.text()
    assert "Cycle 8, day 21" in on(page, date(2026, 8, 16))


def test_bank_holidays_and_closing_days_are_marked_and_nothing_moves(qtbot: QtBot, session: Session) -> None:
    in_england(session)
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    for day in (date(2026, 5, 4), date(2026, 5, 25)):
        assert "Public holiday" in on(page, day)
        assert "Public holiday" in page.grid.accessibleName()
    closed = on(page, date(2026, 3, 23))
    assert "The site is closed" in closed and "Cycle 2, day 1" in closed
    assert page._view is not None
    assert [cycle.length for cycle in page._view.course.cycles] == [21] * 8


def test_a_leap_year_is_laid_out_as_in_the_scenario(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session, day1=date(2028, 2, 14))
    _workspace, page = open_plan(qtbot, session, patient)
    assert "day 14" in on(page, date(2028, 2, 27)) and "Evening" in page.day.text()
    assert "NO TABLETS" in on(page, date(2028, 2, 28))
    assert "Cycle 2, day 1" in on(page, date(2028, 3, 6))


def test_the_evening_start_ends_on_the_morning_of_day_15_with_28_doses(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session, first_dose="evening")
    sign(session, course)
    _workspace, page = open_plan(qtbot, session, patient)
    first, last = on(page, date(2026, 3, 2)), on(page, date(2026, 3, 16))
    assert "Morning no tablets" in first and "Evening 3 × 500 mg + 1 × 150 mg" in first
    assert "Morning 3 × 500 mg + 1 × 150 mg" in last and "Evening no tablets" in last
    assert "NO TABLETS" in on(page, date(2026, 3, 17))
    assert "tablets 28 of 28 times" in page.cycle_more.text()
    assert page._view is not None
    cycle = page._view.course.cycles[0]
    assert {int(strength): count for strength, count in cycle.supply.items()} == {500: 84, 150: 28}
    assert cycle.next_day1 == date(2026, 3, 23)


def test_a_delay_shows_old_and_new_dates_before_it_is_stored(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_plan(qtbot, session, patient)
    assert page.cycle() == 2
    form = delay(qtbot, session, page, "7", "all", "neutropenia")
    assert form.new_day1.value() == date(2026, 3, 30)
    rows = difference_table(page)
    assert ("Cycle 2", "day 1", "Mon 23 Mar 2026", "Mon 30 Mar 2026", "7 days later") in rows
    assert ("Cycle 3", "day 1", "Mon 13 Apr 2026", "Mon 20 Apr 2026", "7 days later") in rows
    assert ("Cycle 2", "first tablets", "Mon 23 Mar 2026", "Mon 30 Mar 2026", "7 days later") in rows
    assert not [row for row in rows if row[0] == "Cycle 1"]
    assert any("28 days after the one before" in strip.text() for strip in page.difference.alerts.strips())
    assert session.actions.workspace(patient.id).result(30).delays == ()
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: page._state is not None and len(page._state.space.delays) == 1, timeout=10_000)
    settle(qtbot, session)
    (kept,) = session.actions.workspace(patient.id).result(30).delays
    assert (kept.cycle, kept.days, kept.shift, kept.reason_code) == (2, 7, "all", "neutropenia")
    assert "Mon 30 Mar 2026" in page.cycle_words.text()
    assert "7 days later than planned" in page.line.accessibleName()
    for day in range(16, 30):  # capecitabine does not restart early
        assert "NO TABLETS" in on(page, date(2026, 3, day))


def test_nothing_is_accepted_before_cycles_and_reason_are_named(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    press(qtbot, page.delay_button)
    form = page.form
    assert isinstance(form, DelayForm) and form.shift.value() is None
    qtbot.keyClicks(edit_of(page, "delay_days_edit"), "7")
    settle(qtbot, session)
    assert page.middle.currentIndex() == 0 and page.difference.missing_words.text() == "Say which cycles move."
    press(qtbot, form.shift.buttons["all"])
    settle(qtbot, session)
    assert page.middle.currentIndex() == 1
    assert not page.difference.accept_button.isEnabled()
    assert page.difference.missing_words.text() == "A reason is needed."
    form.reason.choose("other")
    settle(qtbot, session)
    assert not page.difference.accept_button.isEnabled()
    qtbot.keyClicks(edit_of(page, "delay_words_edit"), "family feast")
    settle(qtbot, session)
    assert page.difference.accept_button.isEnabled()


def test_too_short_an_interval_stops_until_a_person_goes_on_all_the_same(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    delay(qtbot, session, page, "5", "this", "patients_wish")
    assert any(strip.tone() == "stop" for strip in page.difference.alerts.strips())
    assert not page.difference.accept_button.isEnabled()
    page.difference.in_spite.click()
    assert page.difference.accept_button.isEnabled()


def test_a_delay_past_the_next_cycle_is_refused_in_words(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    delay(qtbot, session, page, "30", "this", "patients_wish")
    assert "let the later cycles move too" in page.difference.message.text()
    assert not page.difference.accept_button.isEnabled()


def test_a_new_day_1_is_as_good_as_a_number_of_days(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    press(qtbot, page.delay_button)
    form = page.form
    assert isinstance(form, DelayForm)
    qtbot.keyClicks(edit_of(page, "delay_new_day1_edit"), "2026-03-05")
    assert form.days.text() == "3"


def test_a_given_cycle_cannot_be_delayed_and_the_page_says_so(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_plan(qtbot, session, patient)
    page.line.setFocus()
    qtbot.keyClick(page.line, Qt.Key.Key_Left)
    assert page.cycle() == 1
    assert not page.delay_button.isEnabled()
    assert "can no longer be moved" in page.actions_words.text()


def test_an_order_signed_for_the_old_date_has_to_be_signed_again(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    sign(session, course)
    _workspace, page = open_plan(qtbot, session, patient)
    delay(qtbot, session, page, "7", "all", "logistic")
    assert "Cycle 1 was signed for the old date" in page.difference.effects.text()
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: "sign again" in page.cycle_words.text(), timeout=10_000)
    assert "was signed for Mon 2 Mar 2026" in page.line.accessibleName()


def test_the_inhibitor_is_held_while_the_rest_goes_on_and_the_hold_ends(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    press(qtbot, page.hold_button)
    form = page.form
    assert isinstance(form, HoldForm)
    form.drug.choose("pembrolizumab")
    press(qtbot, form.until.buttons["notice"])
    form.reason.choose("immune_event")
    settle(qtbot, session)
    rows = difference_table(page)
    assert ("Cycle 1", "pembrolizumab", "Mon 2 Mar 2026", "–", "falls away") in rows
    assert not [row for row in rows if row[1] in ("oxaliplatin", "first tablets")]
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: page._view is not None and len(page._view.held) == 1, timeout=10_000)
    settle(qtbot, session)
    said = on(page, date(2026, 3, 23))
    assert "pembrolizumab not given" in said and "oxaliplatin infusion" in said
    end = page.in_force.findChild(type(page.hold_button), "end_hold_0")
    assert end is not None
    press(qtbot, end)
    page.form.how.buttons["end"].click()  # type: ignore[union-attr]
    qtbot.keyClicks(edit_of(page, "end_hold_end_edit"), "2026-03-30")
    qtbot.keyClicks(edit_of(page, "end_hold_why_edit"), "thyroid stable")
    settle(qtbot, session)
    assert any(row[:2] == ("Cycle 3", "pembrolizumab") for row in difference_table(page))
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: page._view is not None and page._view.held[0].end == date(2026, 3, 30), timeout=10_000)


def test_the_whole_course_is_stopped_and_the_stop_can_be_taken_back(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_plan(qtbot, session, patient)
    press(qtbot, page.stop_button)
    form = page.form
    assert isinstance(form, HoldForm)
    form.drug.choose("all")
    edit_of(page, "stop_start_edit").clear()
    qtbot.keyClicks(edit_of(page, "stop_start_edit"), "2026-03-10")
    form.reason.choose("progression")
    settle(qtbot, session)
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: page._view is not None and len(page._view.cycles) == 1, timeout=10_000)
    settle(qtbot, session)
    assert page.cycle() == 1
    back = page.in_force.findChild(type(page.hold_button), "end_hold_0")
    assert back is not None
    press(qtbot, back)
    qtbot.keyClicks(edit_of(page, "end_hold_why_edit"), "entered for another patient")
    settle(qtbot, session)
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: page._view is not None and len(page._view.cycles) == 8, timeout=10_000)


def test_a_delay_is_withdrawn_with_a_reason(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    session.actions.delay_cycle(session.person, uuid4(), course.id, 1, 7, "all", "logistic", "").result(30)
    _workspace, page = open_plan(qtbot, session, patient)
    assert "Mon 9 Mar 2026" in page.cycle_words.text()
    button = page.in_force.findChild(type(page.delay_button), "withdraw_delay_0")
    assert button is not None
    press(qtbot, button)
    settle(qtbot, session)
    assert not page.difference.accept_button.isEnabled()
    qtbot.keyClicks(edit_of(page, "withdraw_why_edit"), "bed found")
    settle(qtbot, session)
    assert ("Cycle 1", "day 1", "Mon 9 Mar 2026", "Mon 2 Mar 2026", "7 days earlier") in difference_table(page)
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: "Mon 2 Mar 2026" in page.cycle_words.text(), timeout=10_000)


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    delay(qtbot, session, page, "7", "all", "neutropenia")
    qtbot.keyClick(edit_of(page, "delay_words_edit"), Qt.Key.Key_Escape)
    assert page.form is None and page.middle.currentIndex() == 0
    assert session.actions.workspace(patient.id).result(30).delays == ()


def test_arrow_keys_move_along_the_dates_and_into_the_next_cycle(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    page.grid.setFocus()
    for _week in range(3):
        qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.grid.day() == date(2026, 3, 23) and page.cycle() == 2
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.day.heading.text() == "Tue 24 Mar 2026"


def test_choosing_another_date_repaints_two_cells_only(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    asked: list[object] = []
    monkeypatch.setattr(page.grid, "update", lambda *places: asked.extend(places or ["everything"]))
    page.grid.choose(date(2026, 3, 4))
    before, now = page.grid.cell(date(2026, 3, 2)), page.grid.cell(date(2026, 3, 4))
    assert asked == [before, now]
    painted = page.grid._cells_in(QRegion(before) | QRegion(now))
    assert [cell.place for cell in painted] == [before, now]  # and not the one between them


def test_every_reason_is_offered_somewhere_and_codes_are_unique() -> None:
    codes = [reason.code for reason in all_reasons()]
    assert len(set(codes)) == len(codes)
    offered = {reason.code for use in ("delay", "hold", "stop") for reason in reasons_for(use)}  # type: ignore[arg-type]
    assert offered == set(codes)


def test_the_dose_of_the_chosen_cycle_is_one_click_away(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    workspace, page = open_plan(qtbot, session, patient)
    page.line.setFocus()
    qtbot.keyClick(page.line, Qt.Key.Key_Right)
    press(qtbot, page.dose_button)
    dose = workspace.pages["dose"]
    assert isinstance(dose, DosePage)
    qtbot.waitUntil(lambda: dose.cycle.value() == "2", timeout=10_000)
    assert workspace.stack.currentWidget() is dose


def test_a_click_on_a_cycle_or_a_date_chooses_it(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_plan(qtbot, session, patient)
    assert page._view is not None
    third = page.line._block(page._view.cycles[2]).center().toPoint()
    qtbot.mouseClick(page.line, Qt.MouseButton.LeftButton, pos=third)
    assert page.cycle() == 3 and page.cycle_words.text().startswith("Cycle 3 of 8, planned: Mon 13 Apr 2026")
    qtbot.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=page.grid.cell(date(2026, 4, 16)).center())
    assert page.day.heading.text() == "Thu 16 Apr 2026"


def test_a_form_being_filled_in_outlives_a_new_reading_of_the_patient(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    workspace, page = open_plan(qtbot, session, patient)
    form = delay(qtbot, session, page, "7", "all", "neutropenia")
    measure(session, patient, "165", "58.4", date(2026, 3, 1))
    workspace.reload()
    settle(qtbot, session)
    assert page.form is form and form.days.text() == "7"
    assert page.difference.accept_button.isEnabled()


def test_what_was_refused_by_the_store_is_said_and_nothing_typed_is_lost(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    order = sign(session, course)
    _workspace, page = open_plan(qtbot, session, patient)
    form = delay(qtbot, session, page, "7", "all", "neutropenia")
    give(session, order)  # meanwhile, at another screen
    press(qtbot, page.difference.accept_button)
    qtbot.waitUntil(lambda: "can no longer be moved" in page.message.text(), timeout=10_000)
    assert form.days.text() == "7" and form.reason.value() == "neutropenia"
