"""All tables and plots of a cohort in one file, made by the other process and saved where a person says."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.calendar_page.saving import save_bytes
from gui.outcomes.cohort_parts import rules_of, table_of
from gui.session import Session
from gui.widgets.file_choice import ask_file_to_save
from outcomes.cohort.report_values import ReportAsked, Section
from outcomes.cohort.values import Answer


class CohortReport(QObject):
    """said(words)     it is being made
    saved(name)     the name of the file
    refused(words)  why there is none
    over()          whatever came of it, the next one can be asked for
    """

    said = Signal(str)
    saved = Signal(str)
    refused = Signal(str)
    over = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask(self, answer: Answer, parts: Sequence[tuple[str, str]]) -> None:
        """Ask for the file and make it. parts: each with the words it is chosen by."""
        sections = []
        for part, words in parts:
            table = table_of(part, answer)
            rows = tuple(row.cells for row in table.rows)
            sections.append(Section(words.replace("&", ""), rules_of(part, answer), table.heads, rows))
        session, settings = self._session, self._session.settings
        asked = ReportAsked(
            answer, tuple(sections), session.today, session.person.name if session.has_person else "",
            settings.site_name, "letter" if settings.paper == "letter" else "a4",
        )  # fmt: skip
        ask_file_to_save(
            self._window, self.tr("Save the report"), "cohort-report.pdf", self.tr("PDF (*.pdf)"),
            partial(self._make, asked), ".pdf",
        )  # fmt: skip

    def _make(self, asked: ReportAsked, path: Path) -> None:
        self.said.emit(self.tr("Making the report …"))
        self._session.link.ask(self._session.reckoning.put(asked), partial(self._save, path), self._on_refused, self)

    def _save(self, path: Path, data: bytes) -> None:
        self._session.link.run(lambda: save_bytes(path, data), self._on_saved, self._on_refused, self)

    def _on_saved(self, name: str) -> None:
        self.saved.emit(name)
        self.over.emit()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.refused.emit(words)
        self.over.emit()
