"""Cohorts kept in the records by an import: choose one, open it, or no longer offer it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Muted
from gui.widgets.combo import PlainCombo
from gui.widgets.dates import shown_date
from gui.widgets.writing import stores
from records.errors import NotAllowed

if TYPE_CHECKING:
    from outcomes.cohort.values import Cohort
    from records.values.imports import CohortRecord


class KeptCohorts(QWidget):
    """Hidden while none is kept. `read(Cohort)` of the one opened; `refused(str)`."""

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("kept_cohorts")
        self.setProperty("role", "clear")
        self._session = session
        self.words = Muted(self.tr("Kept cohorts"), wrap=False)
        self.combo = PlainCombo()
        self.combo.setObjectName("kept_cohort")
        self.combo.setAccessibleName(self.tr("Kept cohorts"))
        self.combo.setMinimumWidth(em(20))
        self.open_button = secondary(self.tr("Sho&w it"), "kept_cohort_open")
        self.drop_button = stores(quiet(self.tr("No longer &keep it"), "kept_cohort_drop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.words)
        row.addWidget(self.combo)
        row.addWidget(self.open_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        self.setVisible(False)
        self.open_button.clicked.connect(self._on_open)
        self.drop_button.clicked.connect(self._on_drop)
        session.all_changed.connect(self.look)
        session.person_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask the records which are kept."""
        session = self._session
        session.link.ask(session.actions.cohorts(), self._on_known, self._on_not_known, self)

    def _on_not_known(self, words: str, error: Exception) -> None:
        """Nobody is told of what they may not see; any other refusal is no empty list, and is said."""
        self._on_known(())
        if not isinstance(error, NotAllowed):
            self.refused.emit(words)

    def _on_known(self, found: "tuple[CohortRecord, ...]") -> None:
        before = self.combo.currentData()
        self.combo.clear()
        for one in found:
            day = shown_date(one.at.astimezone().date(), weekday=False)
            self.combo.addItem(self.tr("{0} ({1} patients, {2})").format(one.title, one.patients, day), str(one.id))
        self.combo.setCurrentIndex(max(self.combo.findData(before), 0))
        self.drop_button.setEnabled(self._session.may("drop cohort"))
        self.setVisible(bool(found))

    @Slot()
    def _on_open(self) -> None:
        ident = self.combo.currentData()
        if ident is None:
            return
        title, actions = self.combo.currentText(), self._session.actions

        def job() -> "Cohort":
            from outcomes.cohort.sum_up import cohort_of_texts

            text, told = actions.cohort_texts(UUID(ident)).result()
            return cohort_of_texts(text, told, title)

        self._session.link.run(job, self.read.emit, lambda words, _error: self.refused.emit(words), self)

    @Slot()
    def _on_drop(self) -> None:
        """It stays on record; importing the file again offers it once more."""
        ident = self.combo.currentData()
        if ident is not None and self._session.has_person:
            dropped = self._session.actions.drop_cohort(self._session.person, UUID(ident))
            self._session.link.ask(
                dropped, lambda _record: self.look(), lambda words, _error: self.refused.emit(words), self
            )
