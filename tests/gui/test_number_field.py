"""Numbers typed by hand: the same value whatever the machine's language, and never another one than was typed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from gui.widgets.number_field import NumberField
from gui.widgets.number_rule import read_number

LOCALES = ("C", "en_US", "en_GB", "de_DE", "de_CH", "fr_FR", "zh_CN", "ar_EG", "hi_IN", "sv_SE")
READ = {
    "1.5": "1.5", "1,5": "1.5", "58.4": "58.4", "58,4": "58.4", "58": "58", "58.0": "58.0", "0.79": "0.79",
    "0,79": "0.79", "165": "165", "165,0": "165.0", "007": "7", "100.25": "100.25", "0": "0",
    "62,5": "62.5", "9,99": "9.99",
}  # fmt: skip
REFUSED = (
    "1,058.4", "1.058,4", "1,058", "1.058", "5 8", " 58", "58 ", "58kg", "kg", "-58", "+58", "−58", "5-8", "58.", ".58",
    ",5", "5,", "5..8", "5,,8", "1.2.3", "1,2,3", "1e3", "0x10", "1_000", "NaN", "inf", "٥٨", "５８", "५८", "½", "58'4",
    "58·4", "1 058", "1\u202f058", "5\u200b8",
)  # fmt: skip


@pytest.fixture
def weight(qtbot: QtBot) -> NumberField:
    field = NumberField("Weight", "kg", least=Decimal(0), most=Decimal(700))
    qtbot.addWidget(field)
    field.show()
    return field


def type_in(qtbot: QtBot, field: NumberField, text: str) -> None:
    """As a person does: into the focused field, over what was there."""
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    for sign in text:
        if sign.isascii():
            qtbot.keyClicks(field.edit, sign)
        else:
            field.edit.insert(sign)


@pytest.mark.parametrize("locale", LOCALES)
def test_fifty_typed_texts_mean_the_same_everywhere(locale: str, weight: NumberField, qtbot: QtBot) -> None:
    assert len(READ) + len(REFUSED) == 50
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        weight.setLocale(QLocale(locale))
        weight.edit.setLocale(QLocale(locale))
        for text, value in READ.items():
            type_in(qtbot, weight, text)
            assert weight.value() == Decimal(value), text
            assert weight.text() == text
            assert value.lstrip("0") in weight.message.text()
            assert "kg" in weight.message.text()
        for text in REFUSED:
            type_in(qtbot, weight, text)
            assert weight.value() is None, text
            assert weight.text() == text
            assert weight.message.text().endswith(".")
            assert weight.edit.property("tone") == "stop"
    finally:
        QLocale.setDefault(before)


def test_the_value_keeps_the_digits_typed(weight: NumberField, qtbot: QtBot) -> None:
    type_in(qtbot, weight, "58,0")
    assert str(weight.value()) == "58.0"
    assert weight.message.text() == "read as 58.0 kg"


def test_outside_the_limits_is_refused_with_the_limits(qtbot: QtBot) -> None:
    height = NumberField("Height", "cm", least=Decimal(100), most=Decimal(250))
    qtbot.addWidget(height)
    type_in(qtbot, height, "1.65")
    assert height.value() is None
    assert height.message.text() == "✕ 1.65 cm cannot be right; accepted here: 100 to 250 cm."
    assert height.text() == "1.65"


def test_signals_carry_the_text_and_what_was_understood(weight: NumberField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(weight.changed) as text, qtbot.waitSignal(weight.understood) as value:
        qtbot.keyClicks(weight.edit, "7")
    assert text.args == ["7"]
    assert value.args == [Decimal(7)]


def test_an_empty_needed_field_says_so_only_after_it_was_left(weight: NumberField) -> None:
    assert weight.message.text() == ""
    weight.edit.editingFinished.emit()
    assert weight.message.text() == "✕ This is needed."
    assert not weight.ask_for()


def test_an_optional_field_may_stay_empty(qtbot: QtBot) -> None:
    cap = NumberField("BSA cap", "m²", optional=True)
    qtbot.addWidget(cap)
    assert cap.ask_for()
    assert cap.value() is None


def test_a_note_from_elsewhere_stands_beside_what_was_understood(weight: NumberField, qtbot: QtBot) -> None:
    type_in(qtbot, weight, "58.0")
    weight.set_note("note", "last 58.4 kg on 16 Feb")
    assert weight.message.text() == "read as 58.0 kg · last 58.4 kg on 16 Feb"
    weight.set_note("warn", "128 kg is 121 % more than last time.")
    assert weight.message.text().startswith("! 128 kg")
    weight.set_note("note", "")
    assert weight.message.text() == "read as 58.0 kg"


def test_another_unit_judges_the_same_text_anew(qtbot: QtBot) -> None:
    creatinine = NumberField("Creatinine", "umol/L", least=Decimal(18), most=Decimal(1500))
    qtbot.addWidget(creatinine)
    type_in(qtbot, creatinine, "88")
    creatinine.set_unit("mg/dL", least=Decimal("0.2"), most=Decimal(17))
    assert creatinine.text() == "88"
    assert creatinine.value() is None
    assert creatinine.edit.accessibleName() == "Creatinine (mg/dL)"


def test_a_paste_of_ten_megabytes_is_cut_and_refused(weight: NumberField) -> None:
    weight.edit.insert("5" * 10_000_000)
    assert len(weight.text()) == 32
    assert weight.value() is None


def test_more_decimals_than_the_field_has_are_refused() -> None:
    assert read_number("1.234", 2) == "At most 2 digits may stand after the decimal sign."
    assert read_number("1.5", 0) == "A whole number is needed here."
