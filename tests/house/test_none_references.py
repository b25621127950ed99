"""A binding that loses one reference to None with each call ends the program after some thousand paints."""

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

PAINTS = 300
# Caches and the paint engine may keep or drop a few once; a true loss takes at least one with every paint.
TOLERANCE = 60


class TabletSheet(QWidget):
    """A widget that paints as our own do: many painter calls, each of which answers None."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0
        self.label = QLabel("day 1")
        QVBoxLayout(self).addWidget(self.label)
        self.resize(320, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        painter = QPainter(self)
        for day in range(7):
            painter.setPen(QColor(20, 40, 60 + day))
            painter.setBrush(QColor(200, 210, 220))
            painter.fillRect(QRect(day * 40, 10, 36, 60), QColor(240, 240, 240))
            painter.drawRect(day * 40, 10, 36, 60)
            painter.drawText(QRect(day * 40, 10, 36, 60), Qt.AlignmentFlag.AlignCenter, f"{day + 1}")
            painter.drawLine(day * 40, 80, day * 40 + 36, 80)
        painter.end()


def none_references_gained(action: Callable[[], object], times: int) -> int:
    """Change in the count of references to None over that many calls, after one to warm up."""
    action()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(times):
        action()
    gc.collect()
    return sys.getrefcount(None) - before


def test_300_paints_of_a_widget_leave_the_references_to_none_as_they_were(qtbot: QtBot) -> None:
    sheet = TabletSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)

    def paint_once() -> None:
        sheet.label.setText(f"day {sheet.paints}")
        sheet.repaint()
        QApplication.processEvents()

    gained = none_references_gained(paint_once, PAINTS)
    assert sheet.paints >= PAINTS
    assert abs(gained) <= TOLERANCE


def test_a_lost_or_kept_reference_with_each_call_is_noticed() -> None:
    kept: list[object] = []
    assert none_references_gained(lambda: kept.append(None), PAINTS) > TOLERANCE
    assert none_references_gained(kept.pop, PAINTS - 1) < -TOLERANCE
