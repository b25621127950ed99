"""The proof of a dose step by step: what was done, the formula filled in, the result; enough to redo it by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.card import Label, Line
from gui.widgets.parts import throw_away
from regimen.order import ProofStep
from regimen.unit_words import in_words

SHORT = 16  # letters; a longer result takes several lines and half of the row


class ProofList(QWidget):
    """Read-only rows; the words can be copied."""

    def __init__(self, name: str = "proof", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._rows: tuple[ProofStep, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))

    def show_steps(self, steps: Sequence[ProofStep]) -> None:
        """Replace all steps; the same steps again cost nothing."""
        if tuple(steps) == self._rows:
            return
        self._rows = tuple(steps)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                throw_away(widget)
        for number, step in enumerate(self._rows, start=1):
            if number > 1:
                self._column.addWidget(Line())
            self._column.addWidget(self._row(number, step))

    def steps(self) -> tuple[ProofStep, ...]:
        """The steps shown."""
        return self._rows

    def _row(self, number: int, step: ProofStep) -> QWidget:
        row = QWidget()
        row.setProperty("role", "clear")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(1))
        count = Label(str(number), "count")
        count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        count.setFixedSize(px(18), px(18))
        shown = typeset(f"{step.shown} {step.unit}".strip())
        result = Label(shown, "strong", wrap=len(shown) > SHORT)
        result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        result.setToolTip(_plain_tip(in_words(f"{step.result} {step.unit}".strip())))
        grid.addWidget(count, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(step.title, "label", wrap=True), 0, 1)
        grid.addWidget(result, 0, 2)
        below = " · ".join(part for part in (typeset(step.formula), step.source) if part)
        if below:
            words = Label(below, "small", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, 1, 1, 1, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2 if len(shown) > SHORT else 0)
        row.setAccessibleName(f"{number}. {step.title}: {shown}. {below}")
        return row


def typeset(text: str) -> str:
    """A formula as a person writes it: × and √ for x and sqrt, m² for m2. Digits are never touched."""
    return in_words(text).replace(" x ", " × ").replace("sqrt(", "√(").replace(" / ", " ÷ ")


def _plain_tip(text: str) -> str:
    """Tool tips guess at markup; signs that could be markup are made plain."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
