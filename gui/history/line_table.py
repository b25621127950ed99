"""The lines of the history as a table; a filter shows one kind at a time."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.history.words import kind_of, what_words, why_words
from gui.widgets.dates import shown_date
from records.values.core import HistoryLine

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class LineTable(QAbstractTableModel):
    """When, who, what, why; newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[HistoryLine, ...] = ()
        self._rows: list[tuple[HistoryLine, tuple[str, ...]]] = []
        self._kind = "all"

    def set_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Replace all lines."""
        self._all = lines
        self._fill()

    def set_kind(self, kind: str) -> None:
        """Show one kind, or "all"."""
        self._kind = kind
        self._fill()

    def line(self, row: int) -> HistoryLine | None:
        """The entry of a row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def words(self) -> tuple[str, ...]:
        """What each row says was done, for tests and for copying."""
        return tuple(cells[2] for _line, cells in self._rows)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        return self._rows[index.row()][1][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Why"))[section]

    def _fill(self) -> None:
        self.beginResetModel()
        kept = [line for line in self._all if self._kind in ("all", kind_of(line))]
        self._rows = [(line, _cells(line)) for line in kept]
        self.endResetModel()


def _cells(line: HistoryLine) -> tuple[str, ...]:
    at = line.at.astimezone()
    when = f"{shown_date(at.date(), weekday=False)} {at:%H:%M:%S}"
    return when, f"{line.by} ({line.role})", what_words(line), why_words(line)
