"""Every screen of the program by keyboard alone, by what a screen reader is told, at 200 % and in high contrast."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reached_checks import (
    cut_faults,
    mnemonic_faults,
    order_faults,
    ring_faults,
    sideways_faults,
    spoken_faults,
    walk,
)
from tests.gui.reached_clinic import Reached

#: Tables and lines of time are as wide as what they say; all else goes on below.
SIDEWAYS = ("time_line_area", "calendar_preview", "lesion_table", "manual_text")
SMALL, LARGE = (1280, 800), (1600, 900)
Faults = dict[str, list[str]]


@pytest.fixture(autouse=True)
def _look() -> None:
    """In the place of the folder's own: the window of this file stays open from test to test."""


@pytest.fixture(scope="module")
def reached(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reached]:
    made = Reached(qapp, tmp_path_factory.mktemp("reached"))
    yield made
    made.close()
    assert not made.crashes, made.crashes


def found(faults: Faults) -> Faults:
    """Those screens that have any."""
    return {screen: said for screen, said in faults.items() if said}


def test_every_screen_is_walked_by_tab_and_says_itself_to_a_screen_reader(reached: Reached, qtbot: QtBot) -> None:
    window, faults, asked = reached.window, dict[str, list[str]](), 0
    reached.look(qtbot, "light", 100, SMALL)
    reached.others.clear()
    for screen in reached.screens(qtbot):
        count, unsaid = spoken_faults(window)
        came, missed = walk(window)
        faults[screen] = [*unsaid, *missed, *order_faults(came, window), *mnemonic_faults(window)]
        asked += count
    assert found(faults) == {}
    assert reached.others == []
    assert len(faults) >= 42 and asked > 850  # so that nothing is left out without notice


def test_at_twice_the_text_and_in_high_contrast_nothing_is_cut_and_the_focus_is_seen(
    reached: Reached, qtbot: QtBot
) -> None:
    window, faults = reached.window, dict[str, list[str]]()
    reached.look(qtbot, "contrast_light", 200, SMALL)
    seen: set[tuple[type[QWidget], object]] = set()
    for screen in reached.screens(qtbot):
        came, missed = walk(window)
        new = {(type(widget), widget.property("role")): widget for widget in came}
        rings = ring_faults(window, [new[kind] for kind in new.keys() - seen], least=100)
        seen |= new.keys()
        faults[screen] = [*missed, *cut_faults(window), *sideways_faults(window, SIDEWAYS), *rings]
        for size in (LARGE, SMALL):
            window.resize(*size)
            QApplication.processEvents()
            QApplication.processEvents()
            if size == LARGE:
                faults[screen] += [*cut_faults(window), *sideways_faults(window, SIDEWAYS)]
    assert found(faults) == {}
    assert len(seen) > 15
