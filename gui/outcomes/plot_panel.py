"""A plot on screen with its table, sharp at the screen's own scale, and saved as PDF, SVG or PNG.

The other process draws it and says where its marks are. A mark leads to its patient, or to the list of its patients.
"""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent

from gui.calendar_page.saving import save_bytes
from gui.outcomes.flow_row import FlowRow
from gui.outcomes.picture import Picture
from gui.session import Session
from gui.theme import metrics
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.trends.figure_table import FigureTable, TableRow
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.strip import Strip
from outcomes.cohort.values import Answer
from outcomes.plots.values import Format, Kind, PlotAsked, PlotLook, PlotTable, Scene, SceneAsked, TableAsked

REST_MS = 150
PAPER_PX = 760  # 7.9 inches at text scale 1: a page of A4 between margins


class PlotPanel(Card):
    """`show_kinds` says which plots there are; the first is drawn. `behind(words, ids)`: show whom a mark counts."""

    behind = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._answer: Answer | None = None
        self._turn = 0
        self._drawn: PlotAsked | None = None
        self.kind = Segmented((), name="cohort_plot_kind")
        self.picture = Picture()
        self.hint = Muted("", small=True)
        self.hint.setObjectName("cohort_plot_hint")
        self.table = FigureTable("cohort_plot_table", self.tr("The plot in numbers"))
        self._table = PlotTable((), ())
        self.message = Strip("cohort_plot_message", closable=True)
        self.buttons = {
            "pdf": secondary(self.tr("Save P&DF"), "cohort_save_pdf", icon="save"),
            "svg": secondary(self.tr("Save S&VG"), "cohort_save_svg", icon="save"),
            "png": secondary(self.tr("Save P&NG"), "cohort_save_png", icon="save"),
        }
        row = FlowRow()
        row.add(self.kind)
        formats: tuple[Format, ...] = ("pdf", "svg", "png")
        for kind in formats:
            row.add(self.buttons[kind])
            self.buttons[kind].clicked.connect(lambda _checked=False, kind=kind: self._on_save(kind))
        self.table_button = secondary(self.tr("Save &table (CSV)"), "cohort_save_table", icon="save")
        self.table_button.clicked.connect(self._on_save_table)
        row.add(self.table_button)
        for part in (row, self.message, self.picture, self.hint, self.table):
            self.add(part)
        self.picture.opened.connect(self._on_mark)
        self.table.opened.connect(self._on_row)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._draw)
        self.kind.chosen.connect(lambda _kind: self._draw())

    def show_kinds(self, kinds: tuple[tuple[Kind, str], ...]) -> None:
        """Which plots can be chosen; the first is."""
        self.setVisible(bool(kinds))
        self.kind.set_choices(kinds)
        self.kind.setVisible(len(kinds) > 1)
        if kinds:
            self.kind.choose(kinds[0][0])

    def show_answer(self, answer: Answer) -> None:
        """Draw this cohort."""
        self._answer = answer
        self._draw()

    def settled(self) -> bool:
        """Whether the picture is the one asked for."""
        return self.isHidden() or (
            not self._later.isActive() and self._drawn is not None and self._drawn == self._asked()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wants another picture, a moment after it stopped changing."""
        super().resizeEvent(event)
        if self._answer is not None:
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Light and dark have a picture of their own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._answer is not None:
            self._later.start()

    def plot_table(self) -> PlotTable:
        """The numbers of the plot shown."""
        return self._table

    def _asked(self) -> PlotAsked | None:
        kind = self.kind.value()
        if self._answer is None or not kind or self.picture.width() < px(40):
            return None
        colours = tokens()
        look = PlotLook(colours.surface, colours.text, colours.muted, colours.line, metrics.scale())
        return PlotAsked(kind, self._answer, "png", look, self.picture.width(), self.devicePixelRatioF())  # type: ignore[arg-type]

    @Slot()
    def _draw(self) -> None:
        asked = self._asked()
        if asked is None or asked == self._drawn or self.isHidden():
            return
        self._turn += 1
        turn = self._turn
        future = self._session.reckoning.put(SceneAsked(asked))
        self._session.link.ask(future, lambda scene: self._on_drawn(turn, asked, scene), self._on_refused, self)

    def _on_drawn(self, turn: int, asked: PlotAsked, scene: Scene) -> None:
        if turn != self._turn:
            return
        self._drawn = asked
        words = self.kind.buttons[asked.kind].text() if asked.kind in self.kind.buttons else ""
        self.picture.show_scene(scene, asked.ratio, words)
        opens = self.tr("a click or Enter opens the patient or lists the patients")
        self.hint.setText(
            self.tr("Point at a mark, or go from one to the next with the arrow keys; {0}.").format(opens)
        )
        self.hint.setVisible(bool(scene.marks))
        if scene.table != self._table:
            self._table = scene.table
            self.table.show_rows(
                scene.table.heads, [TableRow(row.cells) for row in scene.table.rows], scene.table.numbers
            )

    @Slot(int)
    def _on_mark(self, place: int) -> None:
        mark = self.picture.marks()[place]
        self._lead(mark.words, mark.ids)

    @Slot(int)
    def _on_row(self, place: int) -> None:
        row = self._table.rows[place]
        self._lead(" ".join(cell for cell in row.cells[:3] if cell), row.ids)

    def _lead(self, words: str, ids: tuple[str, ...]) -> None:
        """To the patient, where there is one and the records know them; else to the list."""
        key = self._answer.cohort.keys.get(ids[0]) if self._answer is not None and len(ids) == 1 else None
        if key is not None:
            self._session.open_patient.emit(UUID(key), "response")
        elif ids:
            self.behind.emit(words, ids)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words)

    def _on_save(self, kind: Format) -> None:
        shown = self.kind.value()
        if self._answer is None or not shown:
            return
        filters = {"pdf": "PDF (*.pdf)", "svg": "SVG (*.svg)", "png": "PNG (*.png)"}
        asked = PlotAsked(shown, self._answer, kind, PlotLook(), PAPER_PX, 3.0 if kind == "png" else 1.0)  # type: ignore[arg-type]
        ask_file_to_save(
            self, self.tr("Save the plot"), f"cohort-{shown}.{kind}", filters[kind],
            lambda path: self._make(asked, path), f".{kind}",
        )  # fmt: skip

    @Slot()
    def _on_save_table(self) -> None:
        shown = self.kind.value()
        if self._answer is None or not shown:
            return
        asked = TableAsked(PlotAsked(shown, self._answer))  # type: ignore[arg-type]
        ask_file_to_save(
            self, self.tr("Save the table"), f"cohort-{shown}.csv", "CSV (*.csv)", lambda path: self._make(asked, path),
            ".csv",
        )  # fmt: skip

    def _make(self, asked: PlotAsked | TableAsked, path: Path) -> None:
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda data: self._on_bytes(path, data), self._on_refused, self)

    def _on_bytes(self, path: Path, data: bytes) -> None:
        self._session.link.run(lambda: save_bytes(path, data), self._on_saved, self._on_refused, self)

    def _on_saved(self, name: str) -> None:
        self.message.say("ok", self.tr("Saved as {0}.").format(name))
