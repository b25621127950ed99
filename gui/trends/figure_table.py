"""The table beside each figure: the same numbers in words, one row chosen at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.tokens import Tone

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_ROWS = 14  # then the table scrolls


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells in words; tone colours them, and the words say the same."""

    cells: tuple[str, ...]
    tone: Tone = "plain"
    spoken: str = ""


class RowsOnDemand(Sequence[TableRow]):
    """Thousands of rows of which a screenful is shown: each is worded when it is asked for."""

    def __init__(self, count: int, worded: Callable[[int], TableRow]) -> None:
        self._count, self._worded = count, worded

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[TableRow, ...]: ...
    def __getitem__(self, place: int | slice) -> TableRow | tuple[TableRow, ...]:
        if isinstance(place, slice):
            return tuple(self._worded(one) for one in range(self._count)[place])
        return self._worded(range(self._count)[place])


class FigureRows(QAbstractTableModel):
    """Read-only rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: Sequence[TableRow] = ()
        self._numbers: frozenset[int] = frozenset()

    def show(self, heads: Sequence[str], rows: Sequence[TableRow], numbers: Sequence[int]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._heads, self._numbers = tuple(heads), frozenset(numbers)
        self._rows = rows if isinstance(rows, RowsOnDemand) else tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> TableRow:
        """One row."""
        return self._rows[place]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, alignment and colour of one cell."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or f"{self._heads[index.column()]}: {row.cells[index.column()]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._numbers:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and row.tone != "plain":
            return QColor(tokens().tone(row.tone).text)
        if role == Qt.ItemDataRole.FontRole and row.tone not in ("plain", "note"):
            return body_font(13, bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if section in self._numbers else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class FigureTable(QTableView):
    """`chosen(int)` when a person moves to a row; `opened(int)` at Enter or a double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.rows = FigureRows(self)
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for place, header in (("rows", self.verticalHeader()), ("heads", self.horizontalHeader())):
            header.setObjectName(f"{name}_{place}")
            header.setAccessibleName(words)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(em(2.0))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(self._on_opened)

    def show_rows(self, heads: Sequence[str], rows: Sequence[TableRow], numbers: Sequence[int] = ()) -> None:
        """Show the rows and take the height they need, up to MOST_ROWS."""
        with_signals = self.selectionModel().blockSignals(True)
        self.rows.show(heads, rows, numbers)
        self.selectionModel().blockSignals(with_signals)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + em(2.0) * min(max(len(rows), 1), MOST_ROWS) + bar + px(4))

    def choose(self, place: int) -> None:
        """Mark a row without saying so again."""
        if self.currentIndex().row() == place or not 0 <= place < self.rows.rowCount():
            return
        with_signals = self.selectionModel().blockSignals(True)
        self.selectRow(place)
        self.selectionModel().blockSignals(with_signals)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
