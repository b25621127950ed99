"""The bars of the comparison under a person's pointer and keys: regimen, measure, number and how it came about."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.outcomes.in_sight import bring_in_sight
from gui.session import Session
from tests.gui.shell_parts import open_window
from tests.gui.test_burden_view import open_view

pytestmark = pytest.mark.usefixtures("one_worker")


def test_a_bar_says_its_regimen_its_number_and_how_it_came_about_by_pointer_and_by_keys(
    session: Session, qtbot: QtBot
) -> None:
    view = open_view(open_window(session, qtbot), qtbot)
    chart = view.chart
    bring_in_sight(chart, chart.spot_of(0))
    qtbot.mouseMove(chart, chart.spot_of(0) + QPoint(0, 5))
    qtbot.mouseMove(chart, chart.spot_of(0))
    qtbot.waitUntil(lambda: chart.pointed() == 0)
    days = "1, 22, 43, 64, 85, 106, 127, 148"
    visits = f"CAPOX + pembrolizumab: Visits for an infusion, 8. Days with an infusion, counted from the first: {days}."
    assert chart.said() == visits
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)  # from the keys' own beginning: the first bar
    assert chart.said() == visits and visits in chart.accessibleName()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.said().startswith("GC: Visits for an infusion, 16. ")
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.said().startswith("GC: Chair time, 16 h. "), "the same regimen in the panel beside it"
    told = {mark.words.split(". ")[0]: mark.words for mark in chart.marks()}
    assert len(told) == len(chart.marks()) == 6 * 7
    assert "672 × 500 mg + 224 × 150 mg, on 112 days" in told["CAPOX + pembrolizumab: Tablets, 896"]
    chair = next(words for words in told.values() if words.startswith("GC: Chair time"))
    assert "by the regimen file + 16 visits × 0 min around them + " in chair
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.pointed() is None
