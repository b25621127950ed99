"""The lines of a day as a list that can be marked: what each holds, and how much room it needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.theme.icons import Name
from gui.theme.tokens import Tone
from records.clinic.sequence import Place, sequence, shown_time
from records.values.clinic import ClinicLine, Need, NeedKind
from records.values.core import SiteSettings

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
#: What stops a treatment at once; the rest can still be put right before it.
STOPS: frozenset[NeedKind] = frozenset({"order", "second check", "release", "hold"})


@dataclass(frozen=True, slots=True)
class ClinicRow:
    """A line with its proposed place of the day; None where nothing is given."""

    line: ClinicLine
    place: Place | None

    @property
    def key(self) -> tuple[UUID, int]:
        """What the row is about, wherever it stands."""
        return self.line.course_id, self.line.cycle


def rows_of(lines: Sequence[ClinicLine], settings: SiteSettings, *, by_name: bool) -> tuple[ClinicRow, ...]:
    """By name, or those who are treated in the proposed order of the day and then the others."""
    treated = [line for line in lines if line.treated]
    places = sequence([line.minutes for line in treated], settings.chairs, settings.opening_minute)
    found = [ClinicRow(line, place) for line, place in zip(treated, places, strict=True)]
    found += [ClinicRow(line, None) for line in lines if not line.treated]
    if by_name:
        return tuple(sorted(found, key=lambda row: (row.line.name, row.line.cycle)))
    return tuple(sorted(found, key=lambda row: (row.place is None, row.place.number if row.place else 0)))


def place_words(row: ClinicRow) -> tuple[str, str]:
    """When, and on which chair; "2nd" where no time is proposed."""
    place = row.place
    if place is None:
        return "", ""
    if place.start is None:
        return f"{place.number}.", ""
    return shown_time(place.start), f"chair {place.chair}"


def cycle_words(line: ClinicLine) -> str:
    """ "cycle 2 · day 1"."""
    return f"cycle {line.cycle} · day {line.cycle_day}"


def state_words(line: ClinicLine) -> str:
    """How far the order is, and how long it takes."""
    if not line.treated:
        return ", ".join(line.due)
    return line.state if line.minutes is None else f"{line.state} · {line.minutes} min"


def needs_by_kind(line: ClinicLine) -> tuple[tuple[NeedKind, str], ...]:
    """What is missing, all of one kind in one line."""
    found: dict[NeedKind, list[Need]] = {}
    for need in line.needs:
        found.setdefault(need.kind, []).append(need)
    return tuple((kind, ", ".join(need.words for need in needs)) for kind, needs in found.items())


def sign_of(kind: NeedKind) -> tuple[Name, Tone]:
    """Shape and colour of one kind of thing that is missing."""
    return ("stop", "stop") if kind in STOPS else ("warn", "warn")


def spoken(row: ClinicRow, *, marked: bool) -> str:
    """The whole row as one sentence for a screen reader."""
    line = row.line
    when = " ".join(word for word in place_words(row) if word)
    missing = "missing: " + "; ".join(words for _kind, words in needs_by_kind(line))
    parts = [
        "marked" if marked else "not marked", line.name, line.identifiers, f"{line.regimen}, {cycle_words(line)}",
        state_words(line), ", ".join(line.drugs), when, missing if line.needs else "nothing missing",
    ]  # fmt: skip
    return ". ".join(part for part in parts if part)


class ClinicRows(QAbstractListModel):
    """Rows are replaced whole; marks follow what they were set on. `marked_changed` when any mark did."""

    marked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ClinicRow, ...] = ()
        self._marked: set[tuple[UUID, int]] = set()

    def show_rows(self, rows: Sequence[ClinicRow]) -> None:
        """Replace all rows; a mark whose row has gone goes with it."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._marked &= {row.key for row in self._rows}
        self.endResetModel()
        self.marked_changed.emit()

    def rows(self) -> tuple[ClinicRow, ...]:
        """Every row, from above."""
        return self._rows

    def row(self, number: int) -> ClinicRow:
        """One row."""
        return self._rows[number]

    def marked(self) -> tuple[ClinicRow, ...]:
        """The rows that are marked, from above."""
        return tuple(row for row in self._rows if row.key in self._marked)

    def is_marked(self, number: int) -> bool:
        """Whether one row is."""
        return self._rows[number].key in self._marked

    def mark(self, numbers: Iterable[int], *, on: bool) -> None:
        """Set or take marks."""
        keys = {self._rows[number].key for number in numbers}
        self._marked = self._marked | keys if on else self._marked - keys
        self._tell()

    def mark_where(self, rows: Iterable[ClinicRow]) -> None:
        """Exactly these are marked."""
        self._marked = {row.key for row in rows}
        self._tell()

    def rowCount(self, parent: Index = TOP) -> int:
        """Rows, none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and marked."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate; its mark; one sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self._marked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(row, marked=row.key in self._marked)
        return None

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.marked_changed.emit()
