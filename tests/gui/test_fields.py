"""The other fields and parts, used by keys and clicks."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.alert_list import AlertList, alert_key
from gui.widgets.card import Card
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style, read_date
from gui.widgets.page import Page
from gui.widgets.proof_list import ProofList
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.widgets.word_list import WordList
from regimen.order import Alert, ProofStep


@pytest.mark.parametrize(
    ("text", "style", "day"),
    [
        pytest.param("2026-03-02", "mdy", date(2026, 3, 2), id="iso"),
        pytest.param("2 Mar 2026", "mdy", date(2026, 3, 2), id="words"),
        pytest.param("2 march 2026", "ymd", date(2026, 3, 2), id="whole-month"),
        pytest.param("Mon 2 Mar 2026", "dmy", date(2026, 3, 2), id="with-weekday"),
        pytest.param("March 2, 2026", "dmy", date(2026, 3, 2), id="american-words"),
        pytest.param("03/02/2026", "mdy", date(2026, 3, 2), id="american-digits"),
        pytest.param("03/02/2026", "dmy", date(2026, 2, 3), id="same-digits-elsewhere"),
        pytest.param("2.3.2026", "dmy", date(2026, 3, 2), id="points"),
        pytest.param("2026/03/02", "ymd", date(2026, 3, 2), id="chinese-digits"),
        pytest.param("29.02.2028", "dmy", date(2028, 2, 29), id="leap-day"),
    ],
)
def test_dates_are_read_by_the_sites_order(text: str, style: Style, day: date) -> None:
    assert read_date(text, style) == day


@pytest.mark.parametrize(
    "text",
    ["", "31.02.2026", "13/13/2026", "2.3.26", "2026-3", "3 Foo 2026", "tomorrow", "2.3/2026", "٢.٣.٢٠٢٦", "02032026"],
)
def test_other_dates_are_refused_in_a_sentence(text: str) -> None:
    found = read_date(text, "dmy")
    assert isinstance(found, str)
    assert found.endswith(".")


def test_the_date_understood_is_shown_with_its_weekday_and_steps_by_keys(qtbot: QtBot) -> None:
    field = DateField("Day 1", style="mdy")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "03/02/2026")
    assert field.message.text() == "Mon 2 Mar 2026"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == date(2026, 3, 3)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == date(2026, 3, 2)


def test_a_date_in_the_future_is_refused_where_it_cannot_be(qtbot: QtBot) -> None:
    field = DateField("Weighed on", latest=date(2026, 3, 2))
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, "2026-03-03")
    assert field.value() is None
    assert "too late" in field.message.text()
    assert field.text() == "2026-03-03"


def test_words_are_composed_and_hidden_signs_refused(qtbot: QtBot) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    field.edit.insert("  Jose\u0301   Garci\u0301a ")
    assert field.value() == "José García"
    field.edit.clear()
    field.edit.insert("Smith\u202e")
    assert field.value() == ""
    assert "U+202E" in field.message.text()


def test_arrow_keys_choose_and_nothing_is_chosen_before(qtbot: QtBot) -> None:
    field = Segmented((("female", "female"), ("male", "male")), "Sex")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    assert field.value() is None
    assert not field.ask_for()
    assert field.message.text() == "✕ Choose one."
    field.buttons["female"].setFocus()
    qtbot.keyClick(field.buttons["female"], Qt.Key.Key_Space)
    assert field.value() == "female"
    assert not field.message.isVisible()
    qtbot.keyClick(field.buttons["female"], Qt.Key.Key_Right)
    assert field.value() == "male"
    assert field.buttons["male"].accessibleName() == "Sex: male"
    field.choose(None)
    assert field.value() is None


def test_the_wheel_changes_no_choice_in_passing(qtbot: QtBot) -> None:
    field = ComboField("Country", (("US", "United States"), ("GB", "United Kingdom")))
    qtbot.addWidget(field)
    field.choose("US")
    down = QPoint(0, -120)
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place,
        place,
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.combo, wheel)
    assert field.value() == "US"
    assert not field.combo.isEditable()


def test_words_are_added_by_enter_and_taken_away_by_a_click(qtbot: QtBot) -> None:
    field = WordList("Medicines", suggestions=("warfarin",))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "warfarin")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.edit, "phenytoin")
    assert field.added() == ("warfarin",)
    assert field.words() == ("warfarin", "phenytoin")
    chip = field.findChild(QPushButton, "medicines_word_0_warfarin")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.words() == ("phenytoin",)


def test_a_strip_says_and_is_answered_in_place(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    strip = Strip(closable=True, parent=page)
    page.show()
    answers: list[str] = []
    strip.say("warn", "<b>not bold</b>", "Already here?")
    button = strip.add_action("&Open that patient", lambda: answers.append("open"))
    assert strip.isVisibleTo(None)
    assert strip.words.textFormat() == Qt.TextFormat.PlainText
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == ["open"]
    with qtbot.waitSignal(strip.closed):
        qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.text() == ""


STOP = Alert("dpyd-missing", "stop", "capecitabine", {}, "label")
NOTE = Alert("crcl-near-limit", "note", "", {}, "")


def test_a_stop_is_overridden_only_with_a_typed_reason(qtbot: QtBot) -> None:
    alerts = AlertList()
    qtbot.addWidget(alerts)
    alerts.show_alerts([NOTE, STOP], may_override=True, words=lambda alert: (alert.code, "words"))
    assert [strip.tone() for strip in alerts.strips()] == ["stop", "note"]
    reason = next(field for field in alerts.findChildren(TextField))
    alerts.show()
    opener = next(button for button in alerts.findChildren(QPushButton) if button.text().endswith("…"))
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    button = next(button for button in alerts.findChildren(QPushButton) if "this reason" in button.text())
    assert not button.isEnabled()
    qtbot.keyClicks(reason.edit, "result by telephone")
    with qtbot.waitSignal(alerts.override_given) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == [alert_key(STOP), "result by telephone"]


def test_a_reason_being_typed_survives_new_alerts(qtbot: QtBot) -> None:
    alerts = AlertList()
    qtbot.addWidget(alerts)
    alerts.show_alerts([STOP], may_override=True, words=lambda alert: (alert.code, "words"))
    qtbot.keyClicks(alerts.findChildren(TextField)[0].edit, "result by")
    alerts.show_alerts([STOP, NOTE], may_override=True, words=lambda alert: (alert.code, "words"))
    assert alerts.findChildren(TextField)[-1].text() == "result by"


def test_each_step_of_a_proof_is_shown_with_formula_and_result(qtbot: QtBot) -> None:
    proof = ProofList()
    qtbot.addWidget(proof)
    proof.show_steps(
        [ProofStep("bsa", "BSA, Mosteller", "√(165 × 58.0 ÷ 3600)", {}, "1.630439", "m²", "1.6304", "Mosteller 1987")]
    )
    shown = " ".join(label.text() for label in proof.findChildren(QLabel))
    for words in ("BSA, Mosteller", "√(165 × 58.0 ÷ 3600)", "1.6304 m²", "Mosteller 1987"):
        assert words in shown


def test_a_ticked_box_shows_its_tick(qtbot: QtBot) -> None:
    box = Check("Asked; none &known")
    qtbot.addWidget(box)
    box.resize(200, 30)
    before = box.grab().toImage()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert box.grab().toImage() != before
    assert box.accessibleName() == "Asked; none known"


@pytest.mark.parametrize("width", [500, 1000], ids=["one-column", "two-columns"])
def test_a_card_grows_when_its_fields_have_something_to_say(qtbot: QtBot, width: int) -> None:
    page, columns, card = Page("a_page", "A page"), Columns(least=300), Card("You")
    qtbot.addWidget(page)
    name, role = TextField("Name"), Segmented((("nurse", "nurse"), ("pharmacist", "pharmacist")), "Role", wrap=True)
    for field in (name, role):
        card.add(field)
    columns.add(card, 0)
    columns.add(Card("Other"), 1)
    page.column.addWidget(columns)
    page.resize(width, 600)
    page.show()
    before = card.height()
    name.ask_for()
    role.ask_for()
    qtbot.waitUntil(lambda: card.height() > before)
    for field in (name, role):
        assert field.height() >= field.minimumSizeHint().height()
    assert name.message.geometry().top() > name.edit.geometry().bottom()
