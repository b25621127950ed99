"""The worst grade of each toxicity in each cycle, as one painted table: the number in words, the ground beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.theme.look import tokens
from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from records.partial_date import earliest
from records.values.visits import AdverseEventRecord

AnyIndex = QModelIndex | QPersistentModelIndex
_TONES: dict[int, Tone] = {1: "note", 2: "warn", 3: "stop", 4: "stop", 5: "stop"}


@dataclass(frozen=True, slots=True)
class WorstGrades:
    """cycles in order; rows: term -> cycle -> the worst grade in it; no cycle: nothing was recorded in it."""

    cycles: tuple[int, ...]
    rows: Mapping[str, Mapping[int, int]]


def worst_grades(events: Iterable[AdverseEventRecord], day_ones: Mapping[int, date], until: date) -> WorstGrades:
    """Each grade counts in every cycle it lasted through, from its day until the next grade or the end.

    until  the last day looked at: cycles that begin later are left out
    """
    cycles = tuple(cycle for cycle in sorted(day_ones) if day_ones[cycle] <= until)
    found: dict[str, dict[int, int]] = {}
    for entry in (record.entry for record in events if not record.withdrawn):
        ended = earliest(entry.end) if entry.end else until
        following = [*(segment.on for segment in entry.grades[1:]), ended]
        for segment, last in zip(entry.grades, following, strict=True):
            for cycle in cycles:
                after = day_ones.get(cycle + 1, date.max)
                if segment.on < after and last >= day_ones[cycle]:
                    row = found.setdefault(entry.term, {})
                    row[cycle] = max(row.get(cycle, 0), segment.grade)
    ranked = sorted(found.items(), key=lambda item: (-max(item[1].values()), item[0]))
    return WorstGrades(cycles, dict(ranked))


class GradeTable(QAbstractTableModel):
    """Terms down, cycles across; each cell says its grade in words to a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worst = WorstGrades((), {})
        self._terms: Sequence[str] = ()

    def show(self, worst: WorstGrades) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._worst, self._terms = worst, tuple(worst.rows)
        self.endResetModel()

    def grade(self, row: int, column: int) -> int | None:
        """The grade of a cell, None where nothing was recorded."""
        return self._worst.rows[self._terms[row]].get(self._worst.cycles[column])

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._terms)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._worst.cycles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The grade as a number, and in words."""
        grade = self.grade(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if grade is None else str(grade)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("nothing recorded") if grade is None else self.tr("worst grade {0}").format(grade)
            cycle = self._worst.cycles[index.column()]
            return self.tr("{0}, cycle {1}: {2}").format(self._terms[index.row()], cycle, said)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Terms and cycles."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.tr("C{0}").format(self._worst.cycles[section])
        return self._terms[section]


class GradeCells(QStyledItemDelegate):
    """Paints the number on a ground of its tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A rounded ground, and the number; grades 4 and 5 outlined, so that nothing hangs on colour."""
        grade = cast(GradeTable, index.model()).grade(index.row(), index.column())
        if grade is None:
            return
        tone = tokens().tone(_TONES[grade])
        rect: QRect = option.rect.adjusted(px(2), px(2), -px(2), -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tone.bar) if grade >= 4 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(rect, px(4), px(4))
        painter.setPen(QColor(tone.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(grade))
        painter.restore()


class HeatMap(QTableView):
    """As high as its rows; hidden by its card while nothing was recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heat_map")
        self.setAccessibleName(self.tr("Worst grade of each toxicity by cycle"))
        self.table = GradeTable(self)
        self.setModel(self.table)
        self.setItemDelegate(GradeCells(self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(em(2.6))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(em(2.2))
        self.verticalHeader().setMaximumWidth(em(20))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_grades(self, worst: WorstGrades) -> None:
        """Show the table and take the height it needs."""
        self.table.show(worst)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Every row and the heading."""
        rows = em(2.2) * self.table.rowCount()
        return QSize(super().sizeHint().width(), rows + self.horizontalHeader().sizeHint().height() + px(16))
