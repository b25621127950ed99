"""The comparison as bars, one panel a figure: each with its regimen and its number, and pointed at for more."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.outcomes.pointed import Pointed
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from outcomes.burden.figures import Figure
from outcomes.plots.values import Mark

#: The figures drawn; the table has all of them.
DRAWN = ("visits", "chair", "tests", "tablets", "tablet_days", "busy")
LEAST_PANEL_EM = 30
#: Room around the panels, so that the ring of the focus touches no word.
EDGE_PX = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """What is painted in one line: regimen, number, how it came about, part of the longest (None: not counted)."""

    name: str
    words: str
    how: str
    part: float | None


class BurdenChart(Pointed):
    """Each bar says regimen, measure, number and how it came about. Right: the same regimen in the next panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("burden_chart")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._names: tuple[str, ...] = ()
        self._figures: tuple[Figure, ...] = ()

    def show_figures(self, names: tuple[str, ...], figures: tuple[Figure, ...]) -> None:
        """Paint these."""
        self._names = names
        self._figures = tuple(one for one in figures if one.id in DRAWN)
        self._take_height()
        self._take_marks()
        self.update()

    def bars(self, ident: str) -> tuple[Bar, ...]:
        """The bars of one figure."""
        figure = next(one for one in self._figures if one.id == ident)
        longest = max((amount for amount in figure.amounts if amount is not None), default=None) or 1
        return tuple(
            Bar(name, words, how, None if amount is None else float(amount / longest))
            for name, words, how, amount in zip(self._names, figure.words, figure.how, figure.amounts, strict=True)
        )

    def sizeHint(self) -> QSize:
        return QSize(em(60), self._height_for(em(60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(18), px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panels stand side by side where there is room."""
        super().resizeEvent(event)
        self._take_height()
        self._take_marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        for place, figure in enumerate(self._figures):
            self._paint_panel(painter, self._panel(place), figure)
        self.paint_pointed(painter)
        painter.end()

    def _panel(self, place: int) -> QRectF:
        """Where a panel lies."""
        across = self._across(self.width())
        wide = (self.width() - 2 * px(EDGE_PX) - px(28) * (across - 1)) / across
        left = px(EDGE_PX) + (place % across) * (wide + px(28))
        top = px(EDGE_PX) + (place // across) * (self._panel_height() + px(16))
        return QRectF(left, top, wide, self._panel_height())

    def _line(self, panel: QRectF, place: int) -> QRectF:
        """Where a bar lies with its regimen and its number."""
        return QRectF(panel.left(), panel.top() + em(1.9) + place * em(1.65), panel.width(), em(1.65))

    def _take_marks(self) -> None:
        """Every bar as it lies now; bars of one line make a series."""
        wide, high = self.width(), self.height()
        if not self._figures or not wide or not high:
            return
        across, marks = self._across(wide), []
        for place, figure in enumerate(self._figures):
            for number, bar in enumerate(self.bars(figure.id)):
                room = self._line(self._panel(place), number).adjusted(-px(4), 1, px(4), -1)
                words = f"{bar.name}: {figure.title}, {bar.words}. {bar.how}"
                marks.append(
                    Mark(
                        room.left() / wide, room.top() / high, room.width() / wide, room.height() / high, words, (),
                        place // across * len(self._names) + number,
                    )
                )  # fmt: skip
        self.show_marks(tuple(marks), "mark", self.tr("Bars for each regimen"))

    def _across(self, width: int) -> int:
        return max(1, min(3, width // em(LEAST_PANEL_EM)))

    def _panel_height(self) -> int:
        return em(1.9) + em(1.65) * len(self._names)

    def _height_for(self, width: int) -> int:
        if not self._figures:
            return px(40)
        lines = -(-len(self._figures) // self._across(width))
        return 2 * px(EDGE_PX) + lines * self._panel_height() + (lines - 1) * px(16)

    def _take_height(self) -> None:
        wanted = self._height_for(self.width())
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _paint_panel(self, painter: QPainter, room: QRectF, figure: Figure) -> None:
        colours = tokens()
        painter.setFont(body_font(13, bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(
            QRectF(room.left(), room.top(), room.width(), em(1.6)), Qt.AlignmentFlag.AlignVCenter, figure.title
        )
        painter.setPen(QPen(QColor(colours.line), 1))
        low = room.top() + em(1.7)
        painter.drawLine(QPointF(room.left(), low), QPointF(room.right(), low))
        small = QFontMetricsF(body_font(12))
        bold = QFontMetricsF(body_font(12, bold=True))
        bars = self.bars(figure.id)
        name_room = min(max((small.horizontalAdvance(bar.name) for bar in bars), default=0.0), room.width() * 0.42)
        word_room = max((bold.horizontalAdvance(bar.words) for bar in bars), default=0.0)
        start = room.left() + name_room + px(10)
        most = max(room.width() - name_room - word_room - px(20), px(20))
        for place, bar in enumerate(bars):
            line = self._line(room, place)
            painter.setFont(body_font(12))
            painter.setPen(QColor(colours.text))
            name = small.elidedText(bar.name, Qt.TextElideMode.ElideRight, name_room)
            painter.drawText(
                QRectF(line.left(), line.top(), name_room + 1, line.height()), Qt.AlignmentFlag.AlignVCenter, name
            )
            self._paint_bar(painter, QRectF(start, line.top() + em(0.38), most, em(0.9)), bar)
            painter.setFont(body_font(12, bold=True))
            painter.setPen(QColor(colours.text if bar.part is not None else colours.muted))
            x = start + most * (bar.part or 0.0) + px(7)
            painter.drawText(
                QRectF(x, line.top(), word_room + px(8), line.height()), Qt.AlignmentFlag.AlignVCenter, bar.words
            )

    def _paint_bar(self, painter: QPainter, room: QRectF, bar: Bar) -> None:
        colours = tokens()
        if bar.part is None:
            return
        if bar.part == 0:
            painter.setPen(QPen(QColor(colours.field_line), 1))
            painter.drawLine(room.topLeft(), room.bottomLeft())
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(
            QRectF(room.left(), room.top(), max(room.width() * bar.part, 2.0), room.height()), px(2), px(2)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
