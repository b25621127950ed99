"""What each column of a file is taken for: its heading, its first cells, and a list to change the guess."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.theme.metrics import em, px
from gui.widgets.card import Label
from gui.widgets.combo import PlainCombo

EXAMPLES = 3
LONGEST = 60


def tr(text: str) -> str:
    """Translate in the context of the Import page."""
    return QCoreApplication.translate("ImportPage", text)


class ImportColumns(QWidget):
    """`changed()` when a person takes a column for something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_columns")
        self.setProperty("role", "clear")
        self.combos: list[PlainCombo] = []
        self._targets = QStandardItemModel(self)  # one list for all boxes
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)

    def show_columns(
        self, headings: Sequence[str], examples: Sequence[Sequence[str]], targets: Mapping[str, str],
        mapping: Sequence[str],
    ) -> None:  # fmt: skip
        """A line a column. examples: of each column its first cells; targets: value -> words."""
        self._empty()
        self._targets.clear()
        for value, words in (("", tr("not taken")), *targets.items()):
            item = QStandardItem(words)
            item.setData(value, Qt.ItemDataRole.UserRole)
            self._targets.appendRow(item)
        places = {value: place for place, value in enumerate(["", *targets])}
        for row, (heading, cells, target) in enumerate(zip(headings, examples, mapping, strict=True)):
            name = Label(heading or tr("column {0}").format(row + 1), "strong")
            shown = Label(", ".join(cell for cell in cells[:EXAMPLES] if cell)[:LONGEST], "muted")
            shown.setToolTip(", ".join(cell for cell in cells[:EXAMPLES] if cell))
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            combo = PlainCombo()
            combo.setObjectName(f"import_column_{row}")
            combo.setAccessibleName(tr("Column {0} is").format(heading))
            combo.setModel(self._targets)
            combo.setMaximumWidth(em(22))
            combo.setMinimumWidth(em(16))
            combo.setMinimumHeight(em(2.4))
            combo.setCurrentIndex(places.get(target, 0))
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(shown, row, 1)
            self._grid.addWidget(combo, row, 2)
            self.combos.append(combo)

    def mapping(self) -> tuple[str, ...]:
        """One target a column, "" not taken."""
        return tuple(str(combo.currentData(Qt.ItemDataRole.UserRole) or "") for combo in self.combos)

    def choose(self, column: int, target: str) -> None:
        """Take a column for something, as a person does with the list."""
        combo = self.combos[column]
        combo.setCurrentIndex(combo.findData(target))

    def _empty(self) -> None:
        for combo in self.combos:
            combo.blockSignals(True)
        self.combos = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setVisible(False)
                widget.deleteLater()
