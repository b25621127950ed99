"""The sum of diameters over time: the limits of response and progression, and each scan's response in letters.

For the eye; the table above it says the same numbers.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.response.figures import Dot
from gui.response.words import millimetres, tone_of
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.trends.lab_scale import ValueAxis, step_words, steps
from gui.trends.time_axis import TimeAxis, paint_months, span_of


class SumChart(QWidget):
    """Seen, not worked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sum_chart")
        self.setAccessibleName(self.tr("Sum of diameters over time; the table says the same numbers"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dots: tuple[Dot, ...] = ()

    def show_dots(self, dots: tuple[Dot, ...]) -> None:
        """Paint other scans."""
        self._dots = dots
        self.setVisible(bool(dots))
        self.update()

    def dots(self) -> tuple[Dot, ...]:
        """What is painted."""
        return self._dots

    def sizeHint(self) -> QSize:
        return QSize(em(40), em(15))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(20), em(15))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.setFont(body_font(11))
        metrics = QFontMetricsF(painter.font())
        known = [float(dot.sum_mm) for dot in self._dots if dot.sum_mm is not None]
        limits = [float(dot.pd_mm) for dot in self._dots if dot.pd_mm is not None]
        high = max((*known, *limits, 10.0)) * 1.22
        left = metrics.horizontalAdvance("1000") + px(14)
        values = ValueAxis(0.0, high, px(4), self.height() - metrics.height() - px(10))
        first, last = span_of([dot.on for dot in self._dots], (), self._dots[-1].on)
        room = metrics.horizontalAdvance(self.tr("progression from here")) + px(12)
        axis = TimeAxis(first, last, left, self.width() - room)
        self._paint_values(painter, values, left, axis.right)
        self._paint_limits(painter, axis, values)
        self._paint_line(painter, axis, values)
        paint_months(painter, axis, values.bottom + px(6))
        painter.end()

    def _paint_values(self, painter: QPainter, values: ValueAxis, left: float, right: float) -> None:
        colours, metrics = tokens(), QFontMetricsF(painter.font())
        for value in steps(0.0, values.high, 4):
            y = values.y(value)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            painter.setPen(QColor(colours.muted))
            words = step_words(value)
            painter.drawText(QPointF(left - px(7) - metrics.horizontalAdvance(words), y + metrics.ascent() / 2), words)

    def _paint_limits(self, painter: QPainter, axis: TimeAxis, values: ValueAxis) -> None:
        """The limit of response stays; that of progression steps down with each smaller sum."""
        colours = tokens()
        judged = [dot for dot in self._dots if dot.pr_mm is not None and dot.pd_mm is not None]
        if not judged:
            return
        named = []
        for name, tone, words in (
            ("pr_mm", colours.ok, self.tr("response up to here")),
            ("pd_mm", colours.stop, self.tr("progression from here")),
        ):
            painter.setPen(QPen(QColor(tone.bar), px(1.5), Qt.PenStyle.DashLine))
            before = axis.x(self._dots[0].on)
            y = 0.0
            for dot in judged:
                y, x = values.y(float(getattr(dot, name))), axis.x(dot.on)
                painter.drawLine(QPointF(before, y), QPointF(x, y))
                before = x
            painter.drawLine(QPointF(before, y), QPointF(axis.right, y))
            named.append((y, tone.text, words))
        metrics = QFontMetricsF(painter.font())
        (low, *_), (high, *_) = named
        apart = metrics.height()
        shift = max(0.0, (apart - abs(low - high)) / 2)
        sign = 1 if low >= high else -1
        for (y, colour, words), move in zip(named, (shift * sign, -shift * sign), strict=True):
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(axis.right + px(6), y + move + metrics.ascent() / 2 - px(1)), words)

    def _paint_line(self, painter: QPainter, axis: TimeAxis, values: ValueAxis) -> None:
        colours = tokens()
        known = [dot for dot in self._dots if dot.sum_mm is not None]
        points = [QPointF(axis.x(dot.on), values.y(float(dot.sum_mm or 0))) for dot in known]
        painter.setPen(QPen(QColor(colours.accent), px(2)))
        painter.drawPolyline(points)
        for dot, point in zip(known, points, strict=True):
            painter.setPen(QPen(QColor(colours.accent), px(2)))
            painter.setBrush(QColor(colours.surface if dot.typed else colours.accent))
            painter.drawEllipse(point, px(4.5), px(4.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._paint_words(painter, dot, point, axis)
        for dot in self._dots:
            if dot.sum_mm is None:
                self._paint_words(painter, dot, QPointF(axis.x(dot.on), values.bottom - px(4)), axis)

    def _paint_words(self, painter: QPainter, dot: Dot, point: QPointF, axis: TimeAxis) -> None:
        """The response above the point with the sum, on a ground of its own."""
        words = " ".join(part for part in (dot.response, millimetres(dot.sum_mm)) if part)
        tone = tokens().tone(tone_of(dot.response) if dot.response else "plain")
        painter.setFont(body_font(11, bold=True))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(words) + px(10)
        # The words of the limits stand right of the axis.
        left = max(min(point.x() - wide / 2, axis.right + px(2) - wide), axis.left)
        place = QRectF(left, max(point.y() - metrics.height() - px(12), 0.0), wide, metrics.height() + px(2))
        painter.setPen(QPen(QColor(tone.bar), 1))
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(place, px(4), px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tone.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(body_font(11))
