"""One entry of the audit trail in full: when, who, why, and each value as it was and as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from gui.history.words import change_lines, what_words, why_words
from gui.theme.metrics import px
from gui.widgets.card import Card, Label
from gui.widgets.column import empty
from records.values.core import HistoryLine


class EntryDetail(Card):
    """Shows one line, or that there is none."""

    def __init__(self, name: str) -> None:
        super().__init__("")
        self.setObjectName(name)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(4))
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)

    def show_line(self, line: HistoryLine | None) -> None:
        """An entry in words; long hashes are shortened on screen and whole in the tool tip."""
        empty(self._lines)
        self.set_title(what_words(line) if line else self.tr("Nothing of this kind"))
        self.heading.setWordWrap(True)
        if line is None:
            return
        at = line.at.astimezone()
        rows = [
            (self.tr("When"), f"{at:%Y-%m-%d %H:%M:%S %z}"),
            (self.tr("Who"), f"{line.by}, {line.role}"),
            (self.tr("Why"), why_words(line)),
            (self.tr("Entry"), str(line.seq)),
            *change_lines(line),
        ]
        for place, (head, words) in enumerate(row for row in rows if row[1]):
            self._lines.addWidget(Label(head, "small", wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
            said = Label(words if " " in words or len(words) < 24 else f"{words[:16]} …", wrap=True)
            said.setToolTip(words.replace("&", "&amp;").replace("<", "&lt;"))
            self._lines.addWidget(said, place, 1)
