"""What is typed and not saved lies in the records and in no file; what programs of before left is taken in once."""

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.patients.form_draft import FormDrafts
from gui.patients.patient_form import PatientForm
from gui.session import Session
from gui.widgets.field import Field
from tests.gui.shell_parts import settled


def name_in(form: PatientForm) -> Field:
    field = form.fields["name"]
    assert isinstance(field, Field)
    return field


def test_a_draft_file_of_before_is_taken_into_the_records_and_removed(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.folder = tmp_path / "private"
    file = session.folder / "drafts" / "patient-new.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"name": "Okafor, Ngozi", "key": ""}), encoding="utf-8")
    form = PatientForm(session)
    qtbot.addWidget(form)
    settled(session, qtbot)
    assert name_in(form).text() == "Okafor, Ngozi"
    assert session.actions.forms(session.drafts.station).result(10)["patient-new"]["name"] == "Okafor, Ngozi"
    assert not file.parent.exists()


def test_a_draft_file_that_cannot_be_read_stays_where_it_is(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.folder = tmp_path / "private"
    file = session.folder / "drafts" / "patient-new.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"name": "Oka', encoding="utf-8")
    drafts = FormDrafts(session)
    settled(session, qtbot)
    assert drafts.kept("patient-new") == {}
    assert file.exists()


def test_what_somebody_is_typing_is_not_written_over_by_what_comes_late(session: Session, qtbot: QtBot) -> None:
    session.actions.keep_form(session.person, "", "patient-new", {"name": "Before"}).result(10)
    form = PatientForm(session)
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(name_in(form).edit, "Now")
    settled(session, qtbot)
    assert name_in(form).text().endswith("Now")


def test_a_draft_of_another_workstation_is_not_offered_here(session: Session, qtbot: QtBot) -> None:
    session.actions.keep_form(session.person, "another", "patient-new", {"name": "Elsewhere"}).result(10)
    form = PatientForm(session)
    qtbot.addWidget(form)
    settled(session, qtbot)
    assert name_in(form).text() == ""
