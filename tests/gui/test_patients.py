"""Patients: found while typing, entered and changed by hand, never twice unseen, nothing typed ever lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.patients.form_fields import entry_of, make_fields, put_texts, refusals, texts_from, texts_of
from gui.patients.patient_form import PatientForm
from gui.patients.patient_list import PatientList
from gui.patients.patient_rows import PatientRows
from gui.session import Session
from gui.shell.window import MainWindow
from gui.widgets.choice import Segmented
from gui.widgets.date_field import DateField
from gui.widgets.text_field import TextField
from gui.widgets.word_list import WordList
from records.values.core import PatientEntry
from tests.gui.shell_parts import click, open_window, settled, store_patient

ANNA = PatientEntry("Lindqvist, Anna", (("MRN", "0042-118"),), date(1958, 3, 1), "female", allergies_asked=True)
LUKASZ = PatientEntry("Żółkiewski, Łukasz", (("MRN", "0042-233"),), date(1949, 6, 17), "male", allergies_asked=True)
ZHANG = PatientEntry("张伟", (("MRN", "0042-464"),), date(1947, 5, 20), "male", allergies_asked=True)


@pytest.fixture
def patients(session: Session, qtbot: QtBot) -> PatientList:
    for entry in (ANNA, LUKASZ, ZHANG):
        store_patient(session, entry)
    page = PatientList(session.lookup)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.reload()
    return page


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Żółkiewski, Łukasz"),
        ("lind", "Lindqvist, Anna"),
        ("0042-464", "张伟"),
        ("张", "张伟"),
        ("233", "Żółkiewski, Łukasz"),
    ],
)
def test_typing_finds_by_folded_name_and_number(patients: PatientList, qtbot: QtBot, typed: str, name: str) -> None:
    if typed.isascii():
        qtbot.keyClicks(patients.search, typed)
    else:
        patients.search.insert(typed)
    assert [patients.rows.line(row).name for row in range(patients.rows.rowCount())] == [name]


def test_down_and_enter_open_a_patient_by_keys_alone(patients: PatientList, qtbot: QtBot) -> None:
    patients.activateWindow()
    qtbot.waitUntil(patients.isActiveWindow)
    patients.search.setFocus()
    qtbot.keyClick(patients.search, Qt.Key.Key_Down)
    qtbot.keyClick(patients.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(patients.opened) as heard:
        qtbot.keyClick(patients.view, Qt.Key.Key_Return)
    assert heard.args == [patients.rows.line(1).id]


def test_enter_opens_the_only_one_found(patients: PatientList, qtbot: QtBot) -> None:
    qtbot.keyClicks(patients.search, "anna")
    with qtbot.waitSignal(patients.opened):
        qtbot.keyClick(patients.search, Qt.Key.Key_Return)


def test_an_empty_answer_helps_and_escape_shows_all_again(patients: PatientList, qtbot: QtBot) -> None:
    qtbot.keyClicks(patients.search, "nobody")
    assert "“nobody”" in patients.empty.text()
    qtbot.keyClick(patients.search, Qt.Key.Key_Escape)
    assert patients.rows.rowCount() == 3
    assert not patients.empty.isVisible()


def test_the_model_keeps_qts_promises(qtmodeltester: ModelTester, patients: PatientList) -> None:
    qtmodeltester.check(patients.rows)
    assert isinstance(patients.rows, PatientRows)


@pytest.fixture
def form(session: Session, qtbot: QtBot, tmp_path: Path) -> PatientForm:
    session.folder = tmp_path / "private"
    page = PatientForm(session)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def part(form: PatientForm, name: str) -> TextField:
    found = form.fields[name]
    assert isinstance(found, TextField | DateField | WordList)
    return found  # type: ignore[return-value]


def fill(form: PatientForm, qtbot: QtBot, name: str = "Okafor, Ngozi", number: str = "0099-1") -> None:
    """As a pharmacist fills it in."""
    qtbot.keyClicks(part(form, "name").edit, name)
    qtbot.keyClicks(part(form, "identifier_1").edit, number)
    qtbot.keyClicks(part(form, "birth_date").edit, "1 Mar 1958")
    sex = form.fields["sex"]
    assert isinstance(sex, Segmented)
    click(qtbot, sex.buttons["female"])
    qtbot.keyClick(form.fields["allergies_asked"], Qt.Key.Key_Space)


def test_a_patient_is_entered_and_kept(form: PatientForm, session: Session, qtbot: QtBot) -> None:
    fill(form, qtbot)
    qtbot.keyClicks(part(form, "medicines").edit, "warfarin")
    with qtbot.waitSignal(form.saved, timeout=10_000) as heard:
        click(qtbot, form.save_button)
    kept = session.actions.workspace(heard.args[0]).result(10).patient.entry
    assert kept.name == "Okafor, Ngozi"
    assert kept.medicines == ("warfarin",)
    assert kept.allergies_asked and kept.allergies == ()
    assert session.actions.forms(session.drafts.station).result(10) == {}


def test_what_is_missing_is_said_beside_each_field_and_nothing_is_lost(form: PatientForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(part(form, "name").edit, "Okafor, Ngozi")
    qtbot.keyClicks(part(form, "birth_date").edit, "31 Feb 1958")
    click(qtbot, form.save_button)
    assert form.fields["identifier_1"].message.text() == "✕ This is needed."  # type: ignore[union-attr]
    assert "has no day" in part(form, "birth_date").message.text()
    assert "none are known" in part(form, "allergies").message.text()
    assert part(form, "name").text() == "Okafor, Ngozi"
    assert part(form, "birth_date").text() == "31 Feb 1958"
    assert "Not saved yet" in form.strip.text()


def test_allergies_and_none_known_cannot_both_be_true(form: PatientForm, qtbot: QtBot) -> None:
    fill(form, qtbot)
    qtbot.keyClicks(part(form, "allergies").edit, "penicillin")
    click(qtbot, form.save_button)
    assert "only one can be true" in part(form, "allergies").message.text()


def test_what_was_typed_survives_a_crash(form: PatientForm, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(part(form, "name").edit, "Okafor")
    qtbot.keyClicks(part(form, "birth_date").edit, "1 Ma")
    qtbot.waitUntil(lambda: bool(session.actions.forms(session.drafts.station).result(10)))
    session._drafts = None  # a program that starts anew knows only what the store has
    again = PatientForm(session)
    qtbot.addWidget(again)
    settled(session, qtbot)
    assert part(again, "name").text() == "Okafor"
    assert part(again, "birth_date").text() == "1 Ma"
    assert "is back" in again.strip.text()
    again.show()
    click(qtbot, again.findChild(QPushButton, "patient_form_strip_start_empty"))
    assert part(again, "name").text() == ""


@pytest.mark.parametrize(
    ("name", "number"),
    [("Somebody, Else", "0042118"), ("ANNA LINDQVIST", "7")],
    ids=["same-number", "same-name-and-birth"],
)
def test_a_likely_double_is_asked_about_before_saving(
    form: PatientForm, session: Session, qtbot: QtBot, name: str, number: str
) -> None:
    anna = store_patient(session, ANNA)
    fill(form, qtbot, name, number)
    with qtbot.assertNotEmitted(form.saved):
        click(qtbot, form.save_button)
    assert "Lindqvist, Anna" in form.strip.text()
    with qtbot.waitSignal(form.saved) as heard:
        click(qtbot, form.findChild(QPushButton, "patient_form_strip_open"))
    assert heard.args == [anna.id]


def test_another_person_of_the_same_name_can_be_saved(form: PatientForm, session: Session, qtbot: QtBot) -> None:
    store_patient(session, ANNA)
    fill(form, qtbot, "Lindqvist, Anna", "7")
    click(qtbot, form.save_button)
    with qtbot.waitSignal(form.saved, timeout=10_000):
        click(qtbot, form.findChild(QPushButton, "patient_form_strip_another"))
    assert len(session.lookup.search("lindqvist", 10)) == 2


def test_a_change_needs_a_reason_and_keeps_it(form: PatientForm, session: Session, qtbot: QtBot) -> None:
    anna = store_patient(session, ANNA)
    form.edit(anna.id)
    settled(session, qtbot)
    assert part(form, "name").text() == "Lindqvist, Anna"
    qtbot.keyClicks(part(form, "medicines").edit, "phenytoin")
    click(qtbot, form.save_button)
    assert form.reason.message.text() == "✕ This is needed."
    qtbot.keyClicks(form.reason.edit, "told by her daughter")
    with qtbot.waitSignal(form.saved, timeout=10_000):
        click(qtbot, form.save_button)
    history = session.actions.history(anna.id).result(10)
    assert any(line.why == "told by her daughter" for line in history)


def test_a_change_made_meanwhile_is_shown_and_neither_is_lost(
    form: PatientForm, session: Session, qtbot: QtBot
) -> None:
    anna = store_patient(session, ANNA)
    form.edit(anna.id)
    settled(session, qtbot)
    theirs = replace(ANNA, medicines=("warfarin",))
    session.actions.change_patient(session.person, anna.id, anna.version, theirs, "seen on the ward").result(10)
    qtbot.keyClicks(part(form, "drainage").edit, "stent 2026-02-01")
    qtbot.keyClicks(form.reason.edit, "endoscopy letter")
    click(qtbot, form.save_button)
    settled(session, qtbot)
    assert "while you were typing" in form.conflict.words.text()
    assert part(form, "drainage").text() == "stent 2026-02-01"
    both = {one.words: (one.theirs, one.mine) for one in form.conflict.differing()}
    assert both["Medicines"] == ("warfarin", "")
    assert both["Stent or drainage"] == ("", "stent 2026-02-01")
    click(qtbot, form.conflict.theirs_button)
    assert part(form, "medicines").words() == ("warfarin",)  # type: ignore[attr-defined]
    assert part(form, "drainage").text() == ""
    assert "put aside" in form.conflict.card.heading.text()
    click(qtbot, form.conflict.back_button)
    assert part(form, "drainage").text() == "stent 2026-02-01"


def test_texts_put_in_and_taken_out_are_the_same(qtbot: QtBot) -> None:
    fields = make_fields(date(2026, 3, 2), "dmy")
    for field in fields.values():
        qtbot.addWidget(field)
    stored = replace(ANNA, identifiers=(("MRN", "0042-118"), ("Former hospital", "STM-9")), diagnosis_site="papilla")
    for entry in (ANNA, stored):
        put_texts(fields, texts_from(entry))
        assert refusals(fields) == []
        assert entry_of(fields, entry) == entry
    once = texts_of(fields)
    put_texts(fields, once)
    assert texts_of(fields) == once


def test_searched_words_go_along_into_a_new_patient(session: Session, qtbot: QtBot) -> None:
    window: MainWindow = open_window(session, qtbot)
    qtbot.keyClicks(window.patients.search, "0077-12")
    click(qtbot, window.patients.new_button)
    form = window.current_page()
    assert isinstance(form, PatientForm)
    assert part(form, "identifier_1").text() == "0077-12"


def _dpyd(alleles: tuple[str, str], score: str | None = None) -> dict[str, object]:
    return {"name": "Seven, Patient", "kind_1": "MRN", "identifier_1": "1", "birth_date": "1958-03-01", "sex": "female",
            "language": "en", "allergies_asked": True, "dpyd_status": "done", "dpyd_allele_1": alleles[0],
            "dpyd_allele_2": alleles[1], "dpyd_score": score}  # fmt: skip


def test_two_alleles_stand_for_the_activity_score(qtbot: QtBot) -> None:
    fields = make_fields(date(2026, 3, 2), "dmy")
    put_texts(fields, _dpyd(("reference", "c.1905+1G>A")))
    assert refusals(fields) == []
    entry = entry_of(fields, None)
    assert entry.dpyd_variants == ("reference", "c.1905+1G>A")
    assert entry.dpyd_score == 1
    score = fields["dpyd_score"]
    assert isinstance(score, Segmented)
    assert score.note().startswith("the alleles add up to 1, intermediate")
    assert texts_from(entry)["dpyd_allele_2"] == "c.1905+1G>A"


@pytest.mark.parametrize(
    ("alleles", "score", "words"),
    [
        (("reference", ""), None, "A result names both alleles"),
        (("reference", "c.1905+1G>A"), "2", "add up to an activity score of 1"),
        (("", ""), None, "Choose the activity score or both alleles"),
    ],
)
def test_a_dpyd_result_that_is_not_whole_or_not_true_is_refused(
    qtbot: QtBot, alleles: tuple[str, str], score: str | None, words: str
) -> None:
    fields = make_fields(date(2026, 3, 2), "dmy")
    put_texts(fields, _dpyd(alleles, score))
    (wrong,) = refusals(fields)
    assert words in wrong.note()
