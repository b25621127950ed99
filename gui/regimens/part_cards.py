"""The parts of a file in words, as cards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout

from gui.regimens.reading import Part
from gui.theme.metrics import px
from gui.widgets.card import Card, Label, Line, Muted


def part_card(part: Part) -> Card:
    """One part, each fact with its source."""
    card = Card(part.title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(5))
    for place, row in enumerate(part.rows):
        if place:
            grid.addWidget(Line(), 2 * place - 1, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        if row.what:
            grid.addWidget(Label(row.what, "strong", wrap=True), 2 * place, 0, top)
        says = Label(row.says, "label", wrap=True)
        says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(says, 2 * place, 1 if row.what else 0, 1, 1 if row.what else 2, top)
        before = part.rows[place - 1].source if place else ""
        cite = Muted("″" if row.source and row.source == before else row.source, small=True)
        cite.setAccessibleName(row.source)
        grid.addWidget(cite, 2 * place, 2, top)
    for column, share in enumerate((3, 5, 4)):
        grid.setColumnStretch(column, share)
    card.body.addLayout(grid)
    return card


def clear(layout: QLayout) -> None:
    """Take everything out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # else shown as a window if it was only just put in
            widget.setParent(None)
            widget.deleteLater()
