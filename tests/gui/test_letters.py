"""The treatment summary and the alert card from the Calendar page: what they say, and what the trail says of them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.history.words import what_words
from gui.letters.summary_request import summary_request
from gui.session import Session
from gui.widgets.strip import Strip
from gui.workspace.state import state_of
from records.course.dose_trend import dose_trends
from records.values.administrations import AdministrationEntry, Batch
from records.values.core import CourseRecord, PatientRecord
from records.values.visits import AdverseEventEntry, DecisionEntry, GradeOn
from tests.gui.course_clinic import all_words, give, open_calendar, patient_with_course, press, sign, wait_for_sheet
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, edit_of, measure, settle
from tests.gui.response_clinic import BASELINE, FIRST, lesions, scan
from tests.gui.visit_clinic import SessionOn, sign_and_give
from treatment_calendar.paper.treatment_summary import treatment_summary_sheets

TODAY = date(2026, 4, 21)
AT = datetime(2026, 4, 21, 9, 5, tzinfo=UTC)
CYCLE_2 = date(2026, 3, 30)  # a week later than planned
TOX = AdverseEventEntry(
    "Diarrhea", "2026-03-10", (GradeOn(3, date(2026, 3, 10)),), end="2026-03-18", ongoing=False,
    outcome="RECOVERED/RESOLVED", attribution={"capecitabine": 5}, cause="capecitabine",
)  # fmt: skip


@pytest.fixture
def session(session_on: SessionOn) -> Session:
    return session_on(TODAY)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


def treated(session: Session) -> tuple[PatientRecord, CourseRecord]:
    """Two cycles given: oxaliplatin cut short at the chair, capecitabine lowered after diarrhoea, a delay, PR."""
    actions, by = session.actions, session.person
    patient = add_patient(session, dpyd_status="done", dpyd_score=Decimal(2))
    measure(session, patient, "165", "58")
    add_labs(session, patient)
    course = begin(session, patient)
    order = sign(session, course)
    cut = AdministrationEntry(
        "oxaliplatin", 1, DAY1, Decimal(100), "09:30", "10:15", (Batch("OX1"),), site="left forearm",
        reason="flushing, stopped early", event="infusion reaction", done="stopped, antihistamine",
    )  # fmt: skip
    actions.administer(by, uuid4(), order.id, cut).result(30)
    actions.mark_given(by, order.id, order.version, DAY1).result(30)
    event = actions.report_event(by, uuid4(), course.id, TOX).result(30)
    lower = DecisionEntry(
        2, "capecitabine", "change", percent=Decimal(75), event_ids=(event.id,), reason="diarrhoea of cycle 1"
    )
    actions.decide(by, uuid4(), course.id, lower).result(30)
    actions.delay_cycle(by, uuid4(), course.id, 2, 7, "all", "diarrhoea", "not over in time").result(30)
    measure(session, patient, "165", "58", CYCLE_2)
    add_labs(session, patient, CYCLE_2)
    sign_and_give(session, patient, course, 2, CYCLE_2)
    actions.hold_drug(
        by, uuid4(), course.id, "pembrolizumab", TODAY, None, False, "immune_event", "thyroid looked into"
    ).result(30)
    followed = lesions(session, course)
    scan(session, course, followed, BASELINE, "40", "24", "20")
    scan(session, course, followed, FIRST, "26", "14", "12")
    return patient, course


def show(qtbot: QtBot, session: Session, page: CalendarPage, kind: str) -> str:
    """Choose a kind of page by its button; the words of the pages made."""
    button = page.kind.buttons[kind]
    page.kind.setFocus()
    button.click()
    wait_for_sheet(qtbot, session, page)
    return all_words(page.data()).replace("\u00a0", " ")


def save(qtbot: QtBot, session: Session, page: CalendarPage, folder: Path) -> Path:
    """Save what is shown; the file that came."""
    edit_of(page, "save_folder_edit").setText(str(folder))
    press(qtbot, page.save_button)
    qtbot.waitUntil(lambda: "Saved as" in page.message.text(), timeout=20_000)
    settle(qtbot, session)
    wait_for_sheet(qtbot, session, page)
    (made,) = folder.iterdir()
    return made


def test_the_summary_says_what_was_given_changed_seen_and_is_planned(session: Session) -> None:
    patient, course = treated(session)
    facts = session.actions.letter_facts(patient.id).result(30)
    state = state_of(facts.space, facts.settings, facts.site)
    sheets = treatment_summary_sheets(summary_request(state, facts.end, ("Priya Raman", "pharmacist"), AT, "a4"))
    said = " ".join(" ".join(text.text for text in sheet.texts) for sheet in sheets).replace("\u00a0", " ")
    recorded = "given, each infusion recorded at the chair; flushing, stopped early"
    signed = "as signed in the order, no record from the chair"
    for wanted in (
        "NOT FOR CLINICAL USE", course.entry.regimen_sha256, "(ici-capox, version", "DPYD: normal (2)",
        f"oxaliplatin 100 mg (ordered 210 mg: 100 % of the regimen's level): {recorded}",
        f"oxaliplatin 210 mg (ordered: 100 % of the regimen's level): {signed}",
        "Cycle 2: capecitabine at 75 % of the regimen's level, before 100 %. Why: diarrhoea of cycle 1 "
        "Points to: Diarrhea grade 3 from March 10, 2026. By Priya Raman",
        "Cycle 2 put off by 7 days. Why: diarrhoea: not over in time",
        "pembrolizumab on hold from April 21, 2026 until further notice",
        "3 on March 10, 2026 March 10, 2026 to March 18, 2026 recovered/resolved laid to capecitabine",
        "Best response: SD", "Without confirmation: PR", "April 20, 2026: PR, sum of targets 52 mm (-38.1 %",
        "first infusion March 2, 2026, last infusion so far March 30, 2026", "also 12 months or more",
        "Cycle 3 of 8, day 1 planned for April 20, 2026: no order signed", "On hold now: pembrolizumab",
        "Written by Priya Raman, pharmacist", facts.end.anchor.short(),
    ):  # fmt: skip
        assert wanted in said, wanted
    # (100 + 210) mg over the surface of each order, and days as they went: the figures of the Trends page
    trend = next(one for one in dose_trends(facts.space, course, session.settings) if one.drug == "oxaliplatin")
    assert trend.total is not None and trend.intensity is not None
    assert Decimal("190") < trend.total < Decimal("190.2") and trend.intensity.days == 49
    assert f"oxaliplatin: {trend.total.quantize(Decimal('0.1'))} mg/m² in all" in said
    assert f"relative dose intensity {trend.intensity.relative_percent.quantize(Decimal('0.1'))} %" in said


def test_a_hold_withdrawn_as_a_mistake_is_not_told(session: Session) -> None:
    patient, course = treated(session)
    actions, by = session.actions, session.person
    over = (course.id, "oxaliplatin", CYCLE_2, date(2026, 4, 1), False, "other", "dropped later")
    wrong = actions.hold_drug(by, uuid4(), *over).result(30)
    actions.end_hold(by, wrong.id, None, "entered by mistake").result(30)
    facts = actions.letter_facts(patient.id).result(30)
    state = state_of(facts.space, facts.settings, facts.site)
    request = summary_request(state, facts.end, ("Priya Raman", "pharmacist"), AT, "a4")
    assert request.planned.on_hold == ("pembrolizumab",)
    assert [one.drug for one in request.changes if one.kind == "hold"] == ["pembrolizumab"]


def test_a_course_before_this_one_is_named_as_not_in_the_summary(session: Session) -> None:
    patient, course = patient_with_course(session)
    actions, by = session.actions, session.person
    actions.end_course(by, course.id, course.version, "stopped", "progression").result(30)
    begin(session, patient, {}, regimen="capox", day1=date(2026, 4, 20))
    facts = actions.letter_facts(patient.id).result(30)
    state = state_of(facts.space, facts.settings, facts.site)
    request = summary_request(state, facts.end, ("Priya Raman", "pharmacist"), AT, "a4")
    said = " ".join(text.text for sheet in treatment_summary_sheets(request) for text in sheet.texts)
    wanted = "NOT in this summary: Immune checkpoint inhibitor + CAPOX, every 21 days, day 1 on March 2, 2026, stopped"
    assert wanted in said.replace("\u00a0", " ")


def test_both_are_shown_and_saved_like_a_calendar_with_an_entry_first(
    qtbot: QtBot, session: Session, paper: Path
) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_calendar(qtbot, session, patient)
    said = show(qtbot, session, page, "treatment_summary")
    assert "Treatment summary" in said and session.actions.trail_end().result(30).anchor.short() in said
    assert not page.cycle.isEnabled() and not page.language.isEnabled() and not page.ics_button.isEnabled()
    card = show(qtbot, session, page, "alert_card")
    assert card.count("Last infusion when this card was printed: March 2, 2026") == 2  # two up
    assert card.count("Day: 555 0100") == 2 and card.count("Start or stop NO steroids without calling us") == 2
    page.language.choose("de")
    wait_for_sheet(qtbot, session, page)
    german = all_words(page.data())
    assert "KEIN Kortison (Steroide) beginnen" in german and "Start or stop NO steroids" in german
    made = save(qtbot, session, page, paper)
    assert made.name.startswith(f"capox-{course.id.hex[:8]}-card-entry") and "Seven" not in made.name
    lines = session.actions.history(patient.id).result(30)
    (entry,) = [one for one in lines if one.action == "print letter"]
    assert entry.by == session.person.name
    assert entry.why == f"alert card, SHA-256 {sha256(made.read_bytes()).hexdigest()}"
    assert what_words(entry) == "Alert card printed or saved"
    assert session.actions.check_audit().result(30).findings == ()


def test_a_course_without_an_inhibitor_has_no_card_and_says_so(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient)
    begin(session, patient, {}, regimen="capox")
    _workspace, page = open_calendar(qtbot, session, patient)
    page.kind.buttons["alert_card"].click()
    qtbot.waitUntil(lambda: page.findChild(Strip, "notice_refused") is not None, timeout=20_000)
    settle(qtbot, session)
    (refused,) = [one for one in page.findChildren(Strip) if one.objectName() == "notice_refused"]
    assert "There is no checkpoint inhibitor in this course" in refused.text()
    assert not page.print_button.isEnabled() and not page.save_button.isEnabled()
    said = show(qtbot, session, page, "treatment_summary")
    assert "No cycle has been given yet." in said and "checkpoint inhibitor" not in said
