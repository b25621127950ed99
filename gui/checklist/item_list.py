"""The items of the checklist below each other: sign, title, and how each stands."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from gui.checklist.words import state_of, tr
from gui.theme import icons
from gui.theme.look import tokens
from gui.theme.metrics import px
from records.course.checklist import ChecklistLine


class ItemList(QListWidget):
    """`chosen(str)` the id of the item to look at. Arrow keys, Page Up and Page Down go along."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist_items")
        self.setAccessibleName(tr("Items of the checklist"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIconSize(QSize(px(16), px(16)))
        self.setSpacing(px(2))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[ChecklistLine], sending: Collection[str], current: str) -> None:
        """Replace all rows; the current one stays the current one."""
        self.blockSignals(True)
        if [line.item.id for line in lines] != [self._id(row) for row in range(self.count())]:
            self.clear()
            for line in lines:
                made = QListWidgetItem()
                made.setData(Qt.ItemDataRole.UserRole, line.item.id)
                self.addItem(made)
        for row, line in enumerate(lines):
            self._show(self.item(row), line, line.item.id in sending)
            if line.item.id == current:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def _show(self, made: QListWidgetItem, line: ChecklistLine, sending: bool) -> None:
        words, tone = state_of(line, sending)
        made.setText(f"{line.item.title}\n{words}")
        colours = tokens().tone(tone)
        sign: icons.Name = "ok" if tone == "ok" else "note" if tone == "note" else "warn"
        made.setIcon(icons.icon(sign, colours.bar, px(16), colours.bar))
        made.setForeground(QColor(tokens().text if tone == "ok" else colours.text))
        done = tr("answered") if line.answer is not None else tr("open")
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.item.title}, {done}: {words}")

    def words(self) -> tuple[str, ...]:
        """Every row as it reads."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def _id(self, row: int) -> str:
        return str(self.item(row).data(Qt.ItemDataRole.UserRole))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(Qt.ItemDataRole.UserRole)))
