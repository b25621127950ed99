"""Today, Regimens, Settings and the first run, used by hand."""

import threading
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.link import Link
from gui.regimens.reading import read_in_words
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.settings.policy_fields import make_policy_fields, read_policy_fields, show_policy
from gui.settings.settings import Settings
from gui.setup.first_run import FirstRun
from gui.worklist.worklist import Worklist
from gui.worklist.worklist_rows import WorklistRows, spoken_line
from records.actions import Actions
from records.lookup import Lookup
from records.values.core import SiteSettings, WorklistLine
from regimen.library import load_profile, load_regimen, shipped_regimens
from regimen.numbers import plain
from regimen.policy import resolve_policy
from tests.gui.shell_parts import click, open_window, settled

MONDAY = date(2026, 3, 2)
MISSING = WorklistLine(
    uuid4(), uuid4(), "Lindqvist, Anna", "MRN 0042-118", "ICI + CAPOX", 2, 1, MONDAY, ("cycle 2 day 1",),
    ("weight older than 7 days", "order not signed"), "not signed",
)  # fmt: skip


# Today


def test_an_empty_day_helps(session: Session, qtbot: QtBot) -> None:
    page = Worklist(session)
    qtbot.addWidget(page)
    page.show()
    settled(session, qtbot)
    assert page.empty.isVisible()
    assert "Ctrl+K" in " ".join(label.text() for label in page.empty.findChildren(QLabel))


def test_days_are_stepped_by_buttons_and_keys(session: Session, qtbot: QtBot) -> None:
    page = Worklist(session)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.date_words.text() == "Mon 2 Mar 2026"
    assert not page.today_button.isEnabled()
    click(qtbot, page.next_button)
    assert page.date_words.text() == "Tue 3 Mar 2026"
    page.next_button.setFocus()
    qtbot.keyClick(page.next_button, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.next_button, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.day() == date(2026, 3, 1)
    click(qtbot, page.today_button)
    assert page.day() == MONDAY
    settled(session, qtbot)


def test_enter_opens_the_chosen_patient(session: Session, qtbot: QtBot) -> None:
    page = Worklist(session)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settled(session, qtbot)
    page._show(MONDAY, (MISSING,))
    page.view.setFocus()
    session.open_patient.connect(lambda *_: None)
    with qtbot.waitSignal(session.open_patient) as heard:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert heard.args == [MISSING.patient_id, "dose"]


def test_what_is_missing_is_said_in_words(qtmodeltester: ModelTester) -> None:
    rows = WorklistRows()
    rows.show_lines([MISSING])
    qtmodeltester.check(rows)
    assert spoken_line(MISSING) == (
        "Lindqvist, Anna. MRN 0042-118. ICI + CAPOX, cycle 2 day 1. cycle 2 day 1. "
        "missing: weight older than 7 days, order not signed. not signed"
    )


# Regimens


@pytest.mark.parametrize("ident", shipped_regimens())
def test_every_number_of_a_file_can_be_read(ident: str) -> None:
    regimen = load_regimen(ident)
    parts = {part.title: part.rows for part in read_in_words(regimen)}
    drugs = [part for part in read_in_words(regimen) if part.title.startswith("Drug: ")]
    for drug, part in zip(regimen.drugs, drugs, strict=True):
        assert part.title == f"Drug: {drug.name}"
        words = " ".join(row.says for row in part.rows)
        assert plain(drug.dose.level) in words
        assert all(plain(size) in words for size in drug.vials_mg)
        assert all(plain(rule.percent) in words for rule in drug.renal if rule.percent is not None)
    assert len(parts["Sources"]) == len(regimen.sources)
    assert len(parts.get("Dose-change rules", ())) == len(regimen.change_rules)
    assert len(parts.get("Still to be verified by the site", ())) == len(regimen.to_verify)


def test_the_self_test_runs_beside_the_window_and_shows_each_example(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gui.regimens.regimens as module

    threads: list[int] = []
    real = module.run_examples
    monkeypatch.setattr(module, "run_examples", lambda file: (threads.append(threading.get_ident()), real(file))[1])
    page = Regimens(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.choose("ici-capox")
    click(qtbot, page.test_button)
    settled(session, qtbot)
    examples = load_regimen("ici-capox").examples
    assert f"{len(examples)} of {len(examples)} worked examples" in page.strip.text()
    shown = [label.text() for label in page.results.findChildren(QLabel)]
    assert all(example.title in shown for example in examples)
    assert threads and threads[0] != threading.get_ident()


def test_the_very_text_of_the_file_is_shown(session: Session, qtbot: QtBot) -> None:
    page = Regimens(session)
    qtbot.addWidget(page)
    page.show()
    page.choose("capox")
    click(qtbot, page.view_choice.buttons["file"])
    assert page.source.isVisible()
    assert page.source.toPlainText() == load_regimen("capox").text.replace("\r\n", "\n")
    assert not page.scroller.isVisible()


# Settings


@pytest.fixture
def settings_page(session: Session, qtbot: QtBot) -> Settings:
    page = Settings(session)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    return page


def test_the_profile_stands_beside_the_sites_own_choice(settings_page: Settings, qtbot: QtBot) -> None:
    assert settings_page.policy.oxaliplatin_step.message.text() == "profile US: 5 mg"
    click(qtbot, settings_page.practice.buttons["eu"])
    assert settings_page.policy.variance_iv.message.text() == "profile EU: 6 %"


def test_a_clinical_choice_needs_a_reason_and_then_counts(
    settings_page: Settings, session: Session, qtbot: QtBot
) -> None:
    page = settings_page
    qtbot.keyClicks(page.policy.oxaliplatin_step.edit, "10")
    click(qtbot, page.save_button)
    assert "say why" in page.reason.message.text()
    assert session.settings.policy == {}
    qtbot.keyClicks(page.reason.edit, "our pharmacy rounds to 10 mg")
    click(qtbot, page.save_button)
    settled(session, qtbot)
    policy, _defaults = resolve_policy(load_profile("us"), dict(session.settings.policy), {})
    assert policy.dose_steps_mg["oxaliplatin"] == Decimal(10)
    assert page.strip.text() == "Saved."


def test_a_telephone_number_needs_no_reason(settings_page: Settings, session: Session, qtbot: QtBot) -> None:
    settings_page.day_phone.edit.selectAll()
    qtbot.keyClicks(settings_page.day_phone.edit, "555 0123")
    click(qtbot, settings_page.save_button)
    settled(session, qtbot)
    assert session.actions.settings().result(10).day_phone == "555 0123"


def test_policy_fields_give_back_what_they_were_shown(qtbot: QtBot) -> None:
    fields = make_policy_fields()
    for field in fields.all():
        qtbot.addWidget(field)
    policy: dict[str, object] = {
        "bsa_formula": "du_bois", "bsa_cap_m2": "2", "tablets_mg": ["500"], "unequal_am_pm": True,
        "dose_steps_mg": {"oxaliplatin": "10", "cisplatin": "5"}, "max_variance_percent": {"oral": "7.5"},
        "weight_valid_days": 5,
    }  # fmt: skip
    show_policy(fields, policy)
    assert read_policy_fields(fields, policy) == policy


def test_a_person_is_added_and_comes_to_the_screen(settings_page: Settings, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(settings_page.new_name.edit, "Jo Marsh")
    click(qtbot, settings_page.new_role.buttons["nurse"])
    click(qtbot, settings_page.add_button)
    settled(session, qtbot)
    jo = next(person for person in session.people if person.name == "Jo Marsh")
    click(qtbot, settings_page.findChild(object, f"be_jo_marsh_{jo.id.hex[:8]}"))
    assert session.person == jo


# First run


@pytest.fixture
def fresh(actions: Actions, tmp_path: Path, qtbot: QtBot) -> Session:
    return Session(actions, Lookup(tmp_path / "clinic.db"), Link(), settings=SiteSettings(), today=lambda: MONDAY)


def test_the_first_run_asks_and_leads_to_the_first_patient(fresh: Session, qtbot: QtBot) -> None:
    window = open_window(fresh, qtbot)
    page = window.current_page()
    assert isinstance(page, FirstRun)
    click(qtbot, page.save_button)
    assert page.first_dose.message.text() == "✕ Choose one."
    assert not fresh.has_person
    qtbot.keyClicks(page.person_name.edit, "Priya Raman")
    click(qtbot, page.role.buttons["pharmacist"])
    qtbot.keyClicks(page.login.edit, "priya")
    for field in page.password.fields():
        qtbot.keyClicks(field.edit, "two magpies on a wire")  # type: ignore[attr-defined]
    qtbot.keyClicks(page.site_name.edit, "Day Unit")
    qtbot.keyClicks(page.day_phone.edit, "555 0100")
    qtbot.keyClicks(page.night_phone.edit, "555 0199")
    click(qtbot, page.practice.buttons["eu"])
    page.country.combo.setFocus()
    qtbot.keyClicks(page.country.combo, "Germany")
    click(qtbot, page.first_dose.buttons["evening"])
    with qtbot.waitSignal(page.finished, timeout=10_000):
        click(qtbot, page.save_button)
    kept = fresh.actions.settings().result(10)
    assert (kept.practice, kept.first_dose, kept.country, kept.paper, kept.set_up) == (
        "eu",
        "evening",
        "DE",
        "a4",
        True,
    )
    assert fresh.person.name == "Priya Raman"
    assert fresh.accounts and fresh.actions.signed_in == fresh.signed
    assert window.current_name() == "patient_form"
    fresh.close()


def test_nothing_is_chosen_for_the_site(fresh: Session, qtbot: QtBot) -> None:
    page = FirstRun(fresh)
    qtbot.addWidget(page)
    page.show()
    assert page.practice.value() is None
    click(qtbot, page.practice.buttons["us"])
    assert page.first_dose.value() is None
    assert "morning of day 1" in page.first_dose.message.text()
    fresh.close()
