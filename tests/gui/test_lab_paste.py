"""A table copied from a laboratory's page or a spreadsheet: what is taken, what is left out and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.visit.lab_paste import Pasted, PastedLab, read_table
from tests.gui.visit_clinic import CYCLE_2, SessionOn, open_visit, press, second_cycle, stroke, type_lab

NEUTROPHILS = PastedLab("neutrophils", "1.1", "10^9/L", "2.0", "7.5")


@pytest.mark.parametrize(
    "line",
    [
        "Neutrophils\t1.1\t10^9/L\t2.0-7.5",
        "Neutrophils;1.1;10^9/l;2.0-7.5",
        "Neutrophils | 1.1 | G/L | (2.0 - 7.5)",
        "Neutrophils  1.1  x10^9/L  2.0 – 7.5",
        "Neutrophils 1.1 x 10^9/L 2.0 - 7.5",
        "ANC 1.1 10⁹/L [2.0-7.5]",
        '"Neutrophils"\t"1.1"\t\t"10*9/L"\t"2.0-7.5"',
        "Neutrophils (ANC)\t1.1\t10^9/L\t2.0 to 7.5\t23 Mar 2026 07:50",
        "Neutrophils 1.1 10^9/L 2.0-7.5 2026-03-23",
    ],
)
def test_a_line_is_read_however_its_cells_are_parted(line: str) -> None:
    assert read_table(line, CYCLE_2) == Pasted((NEUTROPHILS,), (), ())


@pytest.mark.parametrize("flag", ["L", "LL", "(L)", "low", "↓", "1.1 L", "1.1L", "↓1.1"])
def test_a_flag_is_read_as_a_flag_and_not_as_a_unit(flag: str) -> None:
    line = f"Neutrophils\t{flag}\t10^9/L\t2.0-7.5" if "1.1" in flag else f"Neutrophils\t1.1\t10^9/L\t2.0-7.5\t{flag}"
    (lab,) = read_table(line).labs
    assert (lab.value, lab.unit, lab.lln, lab.uln, lab.flag) == ("1.1", "10^9/L", "2.0", "7.5", "L")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("AST\t<0.1\tU/L\t<40", "<0.1 is only a bound"),
        ("Platelets 210,000 /uL", "210,000 can mean 210000 or 210.000"),
        ("Calcium 2.3 mmol/L", "total or albumin-corrected"),
        ("Bilirubin (direct)\t4\tumol/L", "no test known here"),
        ("Neutrophils\t1.1\t10^9/L\t2.0-7.5\t2026-03-20", "dated 2026-03-20, the visit 2026-03-23"),
        ("Neutrophils\t1.1\t3.1\t10^9/L", "a second number, 3.1"),
        ("Neutrophils\t1.1\t10^9/L\t7.5-2.0", "7.5 to 2.0 are no limits"),
        ("Neutrophils\t45\t%", "'%' is no unit of this test"),
        ("Neutrophils\t1.1\t2.0-7.5", "the unit is missing"),
        ("Neutrophils\tpending\t10^9/L", "no number after the test"),
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_left_out_with_the_reason(line: str, why: str) -> None:
    found = read_table(line, CYCLE_2)
    assert found.labs == ()
    assert why in found.left_out[0][1]


def test_a_test_that_stands_there_twice_with_two_values_is_not_taken_at_all() -> None:
    found = read_table("GGT 44 U/L\nGGT 45 U/L\nLDH 250 U/L\nLDH 250 U/L")
    assert [lab.analyte for lab in found.labs] == ["ldh"]
    assert [line for line, _why in found.left_out] == ["GGT 44 U/L", "GGT 45 U/L"]


def test_headings_say_what_the_columns_hold_and_those_not_read_are_named() -> None:
    found = read_table(
        "Test\tResult\tFlag\tUnits\tLow\tHigh\tPrevious\n"
        "Neutrophils\t1.1\tL\t10^9/L\t2.0\t7.5\t3.1\nALT\t38\t\tU/L\t\t40\t22\nGlucose\t6.1\t\tmmol/L\n"
    )
    assert [(lab.analyte, lab.value, lab.lln, lab.uln) for lab in found.labs] == [
        ("neutrophils", "1.1", "2.0", "7.5"), ("alt", "38", "", "40"), ("glucose", "6.1", "", ""),
    ]  # fmt: skip
    assert found.said == ("columns not read: Previous",) and found.left_out == ()


def test_a_flag_that_does_not_fit_its_limits_is_said() -> None:
    assert "flagged high, but 38 is not above 50" in read_table("Albumin 38 g/L 35-50 H").said[0]
    assert read_table("Albumin 52 g/L 35-50 H").said == ()


def test_a_pasted_value_does_not_take_the_place_of_a_typed_one_in_silence(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.labs is not None
    type_lab(qtbot, page, "neutrophils", "3.1")
    type_lab(qtbot, page, "platelets", "72")
    page.labs.paste_button.click()
    QApplication.clipboard().setText(
        "Neutrophils\t1.1\t10^9/L\t2.0-7.5\nPlatelets\t72\t10^9/L\nALT\t30\tU/L\t2026-03-20"
    )
    stroke(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.labs.take_button.setFocus()
    press(qtbot, " ")
    said = page.labs.pasted.text()
    assert "2 values taken" in said and page.labs.pasted.tone() == "warn"
    assert "Neutrophils: 1.1 × 10⁹/L takes the place of 3.1 × 10⁹/L." in said and "Platelets:" not in said
    assert "it is dated 2026-03-20, the visit 2026-03-23" in said
    page.flush()
