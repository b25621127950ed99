"""The card in Settings from which everybody in the records is exported."""

from PySide6.QtCore import Qt, Slot

from gui.session import Session
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted


class ExportCard(Card):
    """Shown to those who may; the page itself asks for form, names and place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.heading.setText(self.tr("Export"))
        self.heading.setVisible(True)
        self.add(Muted(self.tr(
            "All patients as a workbook, CSV, SDTM-style tables or FHIR, with or without names. One patient is "
            "exported from their own page."
        )))  # fmt: skip
        self.button = secondary(self.tr("E&xport all patients…"), "settings_export")
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_export)
        session.person_changed.connect(self._update)
        session.signed_changed.connect(self._update)
        self._update()

    @Slot()
    def _update(self) -> None:
        self.button.setEnabled(self._session.may("export de-identified"))

    @Slot()
    def _on_export(self) -> None:
        window = self.window()
        if hasattr(window, "export"):
            window.export()
