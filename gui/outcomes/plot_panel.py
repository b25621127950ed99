"""A plot on screen, sharp at the screen's own scale, and saved as PDF, SVG or PNG. It is drawn by the other process."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.calendar_page.saving import save_bytes
from gui.outcomes.flow_row import FlowRow
from gui.session import Session
from gui.theme import metrics
from gui.theme.look import tokens
from gui.theme.metrics import em, px
from gui.widgets.buttons import secondary
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import file_to_save
from gui.widgets.strip import Strip
from outcomes.cohort.values import Answer
from outcomes.plots.values import Format, Kind, PlotAsked, PlotLook

REST_MS = 150
PAPER_PX = 760  # 7.9 inches at text scale 1: a page of A4 between margins


class Picture(QWidget):
    """As wide as its place; asks for the height of the picture it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cohort_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image: QImage | None = None
        self.setFixedHeight(px(120))

    def show_image(self, image: QImage, ratio: float) -> None:
        """A picture made for this width."""
        image.setDevicePixelRatio(ratio)
        self._image = image
        self.setFixedHeight(round(image.height() / ratio))
        self.update()

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def minimumSizeHint(self) -> QSize:
        return QSize(em(20), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._image.width() / self._image.devicePixelRatio()
        if abs(wide - self.width()) < 1:
            painter.drawImage(0, 0, self._image)
        else:  # until the sharp one for this width comes
            shown = self._image.scaledToWidth(
                round(self.width() * self._image.devicePixelRatio()), Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(0, 0, shown)
        painter.end()


class PlotPanel(Card):
    """`show_kinds` says which plots there are; the first is drawn."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._answer: Answer | None = None
        self._turn = 0
        self._drawn: PlotAsked | None = None
        self.kind = Segmented((), name="cohort_plot_kind")
        self.picture = Picture()
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
        self.add(row)
        self.add(self.message)
        self.add(self.picture)
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
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda data: self._on_drawn(turn, asked, data), self._on_refused, self)

    def _on_drawn(self, turn: int, asked: PlotAsked, data: bytes) -> None:
        if turn != self._turn:
            return
        self._drawn = asked
        self.picture.show_image(QImage.fromData(data), asked.ratio)
        words = self.kind.buttons[asked.kind].text() if asked.kind in self.kind.buttons else ""
        self.picture.setAccessibleName(self.tr("{0}; the table has the same numbers").format(words))

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words)

    def _on_save(self, kind: Format) -> None:
        shown = self.kind.value()
        if self._answer is None or not shown:
            return
        filters = {"pdf": "PDF (*.pdf)", "svg": "SVG (*.svg)", "png": "PNG (*.png)"}
        path = file_to_save(self, self.tr("Save the plot"), f"cohort-{shown}.{kind}", filters[kind])
        if not path:
            return
        asked = PlotAsked(shown, self._answer, kind, PlotLook(), PAPER_PX, 3.0 if kind == "png" else 1.0)  # type: ignore[arg-type]
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda data: self._on_bytes(Path(path), data), self._on_refused, self)

    def _on_bytes(self, path: Path, data: bytes) -> None:
        self._session.link.run(lambda: save_bytes(path, data), self._on_saved, self._on_refused, self)

    def _on_saved(self, name: str) -> None:
        self.message.say("ok", self.tr("Saved as {0}.").format(name))
