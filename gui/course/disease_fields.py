"""The disease when a course began, as a baseline table counts it: line, extent, places of metastases, surgery."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.card import Muted
from gui.widgets.check import Check
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from records.course.disease import DiseaseAtStart, vocabulary


class DiseaseFields(QWidget):
    """`changed()` at every answer of a person. Nothing here is needed for a dose: what is not said stays empty.

    narrow  stands in a column: two fields and two places side by side
    """

    changed = Signal()

    def __init__(self, name: str, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._filling = False
        known = vocabulary()
        self.line = self._combo(self.tr("Line of treatment"), known.lines, f"{name}_line")
        self.extent = self._combo(self.tr("Extent"), known.extents, f"{name}_extent")
        self.surgery = self._combo(self.tr("Earlier surgery"), known.surgery, f"{name}_surgery")
        self.places = {code: Check(words, f"{name}_place_{code}") for code, words in known.metastases.items()}
        self._where = Muted(self.tr("Metastases in"), small=True)
        self._row = QWidget()
        self._row.setProperty("role", "clear")
        grid = QGridLayout(self._row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(6))
        across = 2 if narrow else 3
        for place, check in enumerate(self.places.values()):
            grid.addWidget(check, place // across, place % across)
            check.toggled.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        if narrow:
            column.addWidget(Row(self.line, self.extent))
            column.addWidget(self.surgery)
        else:
            column.addWidget(Row(self.line, self.extent, self.surgery, spacing=12))
        column.addWidget(self._where)
        column.addWidget(self._row)
        for field in (self.line, self.extent, self.surgery):
            field.combo.currentIndexChanged.connect(self._on_changed)
        self.show_said(DiseaseAtStart())

    def _combo(self, label: str, words: Mapping[str, str], name: str) -> ComboField:
        return ComboField(label, (("", self.tr("not said")), *words.items()), optional=True, name=name)

    def show_said(self, said: DiseaseAtStart) -> None:
        """What is stored."""
        self._filling = True
        self.line.choose(said.line)
        self.extent.choose(said.extent)
        self.surgery.choose(said.surgery)
        for code, check in self.places.items():
            check.setChecked(code in said.metastases)
        self._filling = False
        self._show_places()

    def said(self) -> DiseaseAtStart:
        """What stands in the fields; places only where the disease is said to be metastatic."""
        extent = self.extent.value() or ""
        places = tuple(code for code, check in self.places.items() if check.isChecked() and extent == "metastatic")
        return DiseaseAtStart(self.line.value() or "", extent, places, self.surgery.value() or "")

    def _show_places(self) -> None:
        shown = self.extent.value() == "metastatic"
        self._where.setVisible(shown)
        self._row.setVisible(shown)

    @Slot()
    def _on_changed(self) -> None:
        if self._filling:
            return
        self._show_places()
        self.changed.emit()
