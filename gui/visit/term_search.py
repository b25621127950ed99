"""Looking for a toxicity: by its term, by a synonym, by a lay word; chosen with the keyboard from a list below."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.theme.metrics import px

MOST_SHOWN = 8


class Found(NamedTuple):
    """One term that fits: what is picked, and the word by which it was found where that is another one."""

    code: str
    term: str
    by: str


Look = Callable[[str], Sequence[Found]]


class TermSearch(QWidget):
    """`picked(Found, str)`: a term and the words that were typed. The list stands on the page, it is no window."""

    picked = Signal(object, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("term_search")
        self.setProperty("role", "clear")
        self._look = look
        self.edit = QLineEdit()
        self.edit.setObjectName("term_search_edit")
        self.edit.setMaxLength(120)
        self.edit.setPlaceholderText(self.tr("type a symptom: “tingling”, “loose stools” … (Ctrl+N)"))
        self.edit.setAccessibleName(self.tr("Look for a toxicity by term or symptom"))
        self.list = QListWidget()
        self.list.setObjectName("term_search_list")
        self.list.setAccessibleName(self.tr("Terms found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.edit)
        column.addWidget(self.list)
        self.list.hide()
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self.edit.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)

    def found(self) -> tuple[Found, ...]:
        """What is offered now, best first."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items if item is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list, Enter takes the marked term, Escape empties the field."""
        if watched is not self.edit or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            self._say_current()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            current = self.list.currentItem()
            if current is not None:
                self._on_item(current)
            return True
        if key == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
            return True
        return False

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.list.clear()
        found = tuple(self._look(text.strip()))[:MOST_SHOWN] if text.strip() else ()
        for one in found:
            words = f"{one.term}  ({one.by})" if one.by and one.by.casefold() != one.term.casefold() else one.term
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        if text.strip() and not found:
            nothing = QListWidgetItem(self.tr("No term found; try another word, or “other”."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        if found:
            self.list.setCurrentRow(0)
        self._fit()
        self._say_current()

    def _fit(self) -> None:
        """As high as its rows."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth() + px(4))
        self.list.setVisible(self.list.count() > 0)

    def _say_current(self) -> None:
        current = self.list.currentItem()
        self.edit.setAccessibleDescription(current.text() if current is not None else "")

    def _on_item(self, item: QListWidgetItem) -> None:
        one = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(one, Found):
            typed = " ".join(self.edit.text().split())
            self.edit.clear()
            self.picked.emit(one, typed)
