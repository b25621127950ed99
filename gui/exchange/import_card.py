"""The card in Settings from which files are taken over."""

from PySide6.QtCore import Qt, Slot

from gui.session import Session
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted


class ImportCard(Card):
    """Shown to all; its button is for those who may."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.heading.setText(self.tr("Import"))
        self.heading.setVisible(True)
        self.add(Muted(self.tr(
            "Patients, heights, weights and laboratory values from CSV, XLSX or FHIR, and cohorts for Outcomes. Every "
            "row is shown before anything is stored."
        )))  # fmt: skip
        self.button = secondary(self.tr("I&mport a file…"), "settings_import")
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_import)
        session.person_changed.connect(self._update)
        session.signed_changed.connect(self._update)
        self._update()

    @Slot()
    def _update(self) -> None:
        self.button.setEnabled(self._session.may("keep cohort"))

    @Slot()
    def _on_import(self) -> None:
        window = self.window()
        if hasattr(window, "import_file"):
            window.import_file()
