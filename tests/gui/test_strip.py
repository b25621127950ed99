"""A message keeps its words readable beside or above the answers it offers."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.strip import Strip

WORDS = "Recorded: carboplatin: anaphylaxis 2019. It concerns oxaliplatin; reactions come in minutes, in any cycle."


def shown(qtbot: QtBot, width: int, *, below: bool) -> tuple[QWidget, Strip]:
    """A column of this width and the strip laid out in it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    strip = Strip("alert", below=below)
    column.addWidget(strip)
    column.addStretch(1)
    holder.resize(width, 600)
    strip.say("stop", WORDS, "Stop: allergy")
    strip.add_action("Override…", lambda: None, "override")
    holder.show()
    qtbot.waitUntil(lambda: strip.words.height() >= strip.words.heightForWidth(strip.words.width()))
    return holder, strip


@pytest.mark.parametrize(("width", "below"), [(280, True), (900, False)])
def test_the_answer_stands_below_the_words_where_they_need_the_width(qtbot: QtBot, width: int, below: bool) -> None:
    _holder, strip = shown(qtbot, width, below=below)
    button = strip.findChild(QWidget, "alert_override")
    assert isinstance(button, QWidget)
    qtbot.waitUntil(lambda: (button.y() >= strip.words.geometry().bottom()) is below)
    assert (button.x() > strip.words.geometry().right()) is not below
    assert strip.words.width() > 0.7 * strip.width()
    assert strip.rect().contains(button.geometry())


def test_answers_below_the_words_go_on_in_the_next_line_and_ask_for_no_more_room(qtbot: QtBot) -> None:
    strip = Strip("narrow", below=True)
    qtbot.addWidget(strip)
    strip.say("note", "Nobody has named the cause.", "oxaliplatin: a person has to say")
    made = [
        strip.add_action(words, lambda: None) for words in ("Answer: Neuropathy", "Answer: Diarrhea", "All reasons")
    ]
    one_line = sum(button.sizeHint().width() for button in made)
    assert strip.minimumSizeHint().width() < one_line
    strip.resize(strip.minimumSizeHint().width(), 400)
    with qtbot.waitExposed(strip):
        strip.show()
    assert len({button.y() for button in made}) > 1
    assert all(strip.rect().contains(button.geometry()) for button in made)
