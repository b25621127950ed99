"""The program's way to look into a layout leaves nothing of Qt's behind in Python's books.

Two objects of Python at one address of Qt ended the program with signal 11: see gui/widgets/parts.py.
"""

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from gui.widgets.column import empty
from gui.widgets.flow import FlowLayout
from gui.widgets.parts import places_in, widgets_in
from gui.widgets.reading_order import stops


def layout_items() -> int:
    """Items of layouts that Python holds an object for, layouts themselves aside."""
    gc.collect()
    return sum(type(one).__name__ in ("QWidgetItem", "QLayoutItem", "QSpacerItem") for one in getAllValidWrappers())


def deleted() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_pages_walked_by_tab_and_then_gone_leave_no_item_behind(qtbot: QtBot) -> None:
    before = layout_items()
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.show()
    for _ in range(5):
        page, row = QWidget(), QHBoxLayout()
        column, flow = QVBoxLayout(page), FlowLayout()
        row.addWidget(QPushButton("one"))
        row.addStretch(1)
        flow.addWidget(QPushButton("two"))
        column.addLayout(row)
        column.addLayout(flow)
        column.addWidget(QPushButton("three"))
        window.addWidget(page)
        window.setCurrentWidget(page)
        texts = [stop.text() for stop in stops(window) if isinstance(stop, QPushButton)]
        assert texts == ["one", "two", "three"]
        window.removeWidget(page)
        page.deleteLater()
        del page, row, column, flow
        deleted()
    assert layout_items() == before


def test_widgets_that_leave_by_themselves_leave_no_item_behind(qtbot: QtBot) -> None:
    before = layout_items()
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for _ in range(5):
        column.addWidget(QLabel("a"))
        column.addWidget(QLabel("b"))
        column.addStretch(1)
        first, second = widgets_in(column)
        first.deleteLater()
        deleted()
        assert widgets_in(column) == [second]
        empty(column)
        deleted()
        assert column.count() == 0
    assert layout_items() == before


def test_parts_come_in_the_order_of_the_layout_with_layouts_inside_it(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid, inner = QGridLayout(holder), QHBoxLayout()
    late, early = QLabel("late"), QLabel("early")
    inner.addWidget(QLabel("inside"))
    grid.addWidget(late, 1, 0)
    grid.addLayout(inner, 2, 0)
    grid.addWidget(early, 0, 0)
    assert places_in(grid) == [(0, late), (1, inner), (2, early)]
    assert widgets_in(grid) == [late, early]


def test_nobody_asks_a_layout_of_qt_for_its_items(project_folder: Path) -> None:
    found = {
        file.name: line
        for file in sorted((project_folder / "gui").rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if ".itemAt(" in line
    }
    assert not found
