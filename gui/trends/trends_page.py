"""The Trends page: laboratory values, adverse events and doses over the course; nothing can be changed on it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.session import Session
from gui.theme.metrics import px
from gui.trends.dose_view import DoseView
from gui.trends.dose_words import elsewhere_words
from gui.trends.event_view import EventView
from gui.trends.figures import Figures, figures_of
from gui.trends.lab_view import LabView
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState

VIEWS = ("labs", "events", "doses")


class TrendsPage(QWidget):
    """`event_wanted(UUID)`: show this adverse event on the Visit page."""

    event_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trends_page")
        self.setProperty("role", "page")
        self._session = session
        self._turn = 0
        self._figures: Figures | None = None
        self.message = Strip("trends_message")
        self.view = Segmented(
            (
                ("labs", self.tr("Lab trends")),
                ("events", self.tr("Adverse events")),
                ("doses", self.tr("Doses")),
            ),
            name="trends_view",
        )
        self.labs, self.events, self.doses = LabView(), EventView(), DoseView()
        self._empty = Card("")
        self._empty_words = Muted("")
        self._empty_words.setObjectName("trends_empty")
        self._empty.add(self._empty_words)
        self.stack = QStackedWidget()
        self._lay_out()
        self.view.chosen.connect(self._on_view)
        self.events.opened.connect(self.event_wanted)
        self.view.choose("labs")

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Trends")

    def load(self, state: PatientState) -> None:
        """Reckon everything anew beside the window's thread; what was chosen stays chosen."""
        self._turn += 1
        turn, today = self._turn, self._session.today
        self._session.link.run(
            partial(figures_of, state, today), lambda figures: self._on_figures(turn, figures), self._on_refused, self
        )

    def flush(self) -> None:
        """Nothing waits here."""

    def figures(self) -> Figures | None:
        """What is shown."""
        return self._figures

    def show_view(self, name: str) -> None:
        """One of VIEWS, as if a person had chosen it."""
        self.view.choose(name)

    def _lay_out(self) -> None:
        for view in (self.labs, self.events, self.doses):
            self.stack.addWidget(view)
        nothing = QWidget()
        nothing.setProperty("role", "clear")
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.stack.addWidget(nothing)
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(10), px(24), px(10))
        whole.setSpacing(px(8))
        whole.addWidget(self.message)
        whole.addLayout(row)
        whole.addWidget(self.stack, 1)

    def _on_figures(self, turn: int, figures: Figures) -> None:
        if turn != self._turn:
            return
        self._figures = figures
        self.message.clear()
        if figures.labs:
            self.labs.show_figures(figures)
        if figures.lanes:
            self.events.show_figures(figures)
        if figures.drugs:
            self.doses.show_figures(figures)
        self._show()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("The trends cannot be shown"))

    @Slot(str)
    def _on_view(self, _name: str) -> None:
        self._show()

    def _show(self) -> None:
        """The view chosen, or what to do so that there is something to see."""
        name = self.view.value() or "labs"
        figures = self._figures
        empty = self._nothing(name, figures) if figures is not None else self.tr("Reading…")
        self._empty_words.setText(empty)
        self.stack.setCurrentIndex(len(VIEWS) if empty else VIEWS.index(name))

    def _nothing(self, name: str, figures: Figures) -> str:
        if name == "labs" and not figures.labs:
            return self.tr("No laboratory value is on record. Type the first ones on the Visit or the Dose page.")
        if name == "events" and not figures.lanes:
            return self.tr(
                "No adverse event is on record. Choose a symptom and its grade on the Visit page; it will stand here."
            )
        if name == "doses" and not figures.drugs:
            words = self.tr("No cycle is signed yet. Sign its order on the Dose page; its doses will stand here.")
            return f"{words} {elsewhere_words(figures.elsewhere)}".strip()
        return ""
