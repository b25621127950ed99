"""Two versions of one thing, field by field, for the one who comes second; neither is lost whatever is chosen."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import ScrollColumn, empty

MOST_HIGH_EM = 16.0
Do = Callable[[], object]


class Difference(NamedTuple):
    """One field. words: its name as it is said; theirs, mine: the values, "" for nothing."""

    words: str
    theirs: str
    mine: str


def differences(
    theirs: Mapping[str, str], mine: Mapping[str, str], name: Callable[[str], str] = str
) -> tuple[Difference, ...]:
    """The fields that differ, in the order in which they stand in mine, then in theirs."""
    names = dict.fromkeys((*mine, *theirs))
    return tuple(
        Difference(name(one), theirs.get(one, ""), mine.get(one, ""))
        for one in names
        if theirs.get(one, "") != mine.get(one, "")
    )


class ConflictCard(QWidget):
    """Hidden until there is a conflict. Put into the page's column; carries its own margins."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self.card = Card("")
        self.words = Label("", "label", wrap=True)
        self.rows = ScrollColumn()
        self.rows.setObjectName(f"{name}_rows")
        holder = QWidget()
        holder.setProperty("role", "clear")
        self.grid = QGridLayout(holder)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(16))
        self.grid.setVerticalSpacing(px(4))
        for column, share in ((0, 1), (1, 2), (2, 2)):
            self.grid.setColumnStretch(column, share)
        self.rows.fill(holder)
        self.theirs_button = secondary(self.tr("Take &theirs"), f"{name}_theirs")
        self.mine_button = secondary(self.tr("&Keep mine as a new change"), f"{name}_mine")
        self.back_button = quiet(self.tr("&Bring mine back"), f"{name}_back")
        answers = QHBoxLayout()
        answers.setSpacing(px(8))
        for button in (self.theirs_button, self.mine_button, self.back_button):
            answers.addWidget(button)
        answers.addStretch(1)
        self.card.add(self.words)
        self.card.add(self.rows)
        self.card.body.addLayout(answers)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(24), px(4), px(24), px(8))
        around.addWidget(self.card)
        self._found: tuple[Difference, ...] = ()
        self._take: Do | None = None
        self._keep: Do | None = None
        self._bring: Do | None = None
        self.theirs_button.clicked.connect(lambda _checked=False: self._do(self._take))
        self.mine_button.clicked.connect(lambda _checked=False: self._do(self._keep))
        self.back_button.clicked.connect(lambda _checked=False: self._do(self._bring))
        self.setVisible(False)

    def ask(self, words: str, found: Sequence[Difference], take: Do, keep: Do) -> None:
        """Both versions, and what to do about them. take, keep: called once the card is away."""
        self._take, self._keep, self._bring = take, keep, None
        self.card.set_title(self.tr("Not saved: somebody else was there first"))
        self.words.setText(words)
        self._fill(found)
        for button, shown in ((self.theirs_button, True), (self.mine_button, True), (self.back_button, False)):
            button.setVisible(shown)
        self.setVisible(True)

    def put_aside(self, words: str, found: Sequence[Difference], bring: Do) -> None:
        """Theirs was taken: mine is still here to be read, and to be brought back."""
        self._take, self._keep, self._bring = None, None, bring
        self.card.set_title(self.tr("What you had typed is put aside"))
        self.words.setText(words)
        self._fill(found)
        for button, shown in ((self.theirs_button, False), (self.mine_button, False), (self.back_button, True)):
            button.setVisible(shown)
        self.setVisible(True)

    def clear(self) -> None:
        """Nothing is in conflict."""
        self.setVisible(False)
        self._take = self._keep = self._bring = None
        empty(self.grid)

    def differing(self) -> tuple[Difference, ...]:
        """What is shown, for tests and for reading aloud."""
        return self._found

    def _fill(self, found: Sequence[Difference]) -> None:
        self._found = tuple(found)
        empty(self.grid)
        heads = (
            Muted(self.tr("Field"), wrap=False),
            Muted(self.tr("Theirs"), wrap=False),
            Muted(self.tr("Mine"), wrap=False),
        )
        for column, head in enumerate(heads):
            self.grid.addWidget(head, 0, column)
        for row, one in enumerate(found, start=1):
            for column, text in enumerate((one.words, one.theirs or "–", one.mine or "–")):
                label = Label(text, "small" if column == 0 else "label", wrap=True)
                self.grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        high = em(2.0) * (len(found) + 1) + px(12)
        self.rows.setFixedHeight(min(high, em(MOST_HIGH_EM)))
        said = (f"{one.words}: {one.theirs or '–'}, {one.mine or '–'}" for one in found)
        self.setAccessibleName(". ".join((self.card.heading.text(), self.words.text(), *said)))

    def _do(self, do: Do | None) -> None:
        self.clear()
        if do is not None:
            do()
