"""The total of one drug over the course as steps, with the marks at which somebody should look."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.trends.lab_scale import ValueAxis, step_words, steps
from gui.trends.words import rounded, short
from records.course.dose_trend import DrugTrend


class TotalChart(QWidget):
    """Seen, not worked: the table and the sentences beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("total_chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._trend: DrugTrend | None = None

    def show_trend(self, trend: DrugTrend) -> None:
        """Paint one drug."""
        self._trend = trend
        self.setAccessibleName(self.tr("Total of {0} over the course, mg/m²").format(trend.drug))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(44), em(13))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(20), em(13))

    def bars(self) -> tuple[tuple[str, Decimal, Decimal, bool], ...]:
        """What is painted: name, total before, total after, whether it was given."""
        if self._trend is None:
            return ()
        before = self._trend.elsewhere or Decimal(0)
        found = []
        if self._trend.elsewhere is not None:
            found.append((self.tr("elsewhere"), Decimal(0), before, True))
        elif self._trend.unknown_before:
            found.append((self.tr("elsewhere ?"), Decimal(0), Decimal(0), True))
        for cycle in self._trend.cycles:
            if cycle.total is not None:
                found.append((f"C{cycle.cycle}", before, cycle.total, cycle.state == "given"))
                before = cycle.total
        return tuple(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        bars = self.bars()
        if self._trend is None or not bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        metrics = QFontMetricsF(body_font(11))
        marks = [mark.at for mark in self._trend.thresholds]
        high = float(max((*marks, bars[-1][2]))) * 1.12 or 1.0
        left = metrics.horizontalAdvance(step_words(1000.0)) + px(14)
        values = ValueAxis(0.0, high, metrics.height() + px(4), self.height() - metrics.height() - px(8))
        self._paint_axis(painter, values, left, metrics)
        wide = min((self.width() - left - px(8)) / len(bars), em(9))
        for place, (name, before, after, given) in enumerate(bars):
            room = QRectF(left + place * wide + px(6), 0, wide - px(12), 0)
            self._paint_bar(painter, values, room, (name, before, after, given), metrics)
        for mark in self._trend.thresholds:
            self._paint_mark(painter, values, left, float(mark.at), f"{short(mark.at)} mg/m²")
        for place, (name, _before, after, _given) in enumerate(bars):  # last: no line crosses a number
            words = rounded(after) if after else ("?" if name.endswith("?") else "0")
            self._paint_number(painter, left + (place + 0.5) * wide, values.y(float(after)), words)
        painter.end()

    def _paint_axis(self, painter: QPainter, values: ValueAxis, left: float, metrics: QFontMetricsF) -> None:
        colours = tokens()
        painter.setFont(body_font(11))
        for value in steps(0.0, values.high, 4):
            y = values.y(value)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(left, y), QPointF(self.width() - px(4), y))
            painter.setPen(QColor(colours.muted))
            words = step_words(value)
            x = left - px(7) - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - px(1)), words)

    def _paint_bar(
        self, painter: QPainter, values: ValueAxis, room: QRectF, bar: tuple[str, Decimal, Decimal, bool],
        metrics: QFontMetricsF,
    ) -> None:  # fmt: skip
        colours, (name, before, after, given) = tokens(), bar
        low, top = values.y(float(before)), values.y(float(after))
        base = QRectF(room.left(), low, room.width(), values.bottom - low)
        painter.fillRect(base, QColor(colours.raised))
        own = QRectF(room.left(), top, room.width(), max(low - top, 1.0))
        pen = QPen(QColor(colours.accent), 1)
        if given:
            painter.fillRect(own, QColor(colours.accent))
        else:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(own)
        painter.setFont(body_font(11))
        painter.setPen(QColor(colours.muted))
        foot = QRectF(room.left() - px(6), values.bottom + px(3), room.width() + px(12), metrics.height())
        said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_mark(self, painter: QPainter, values: ValueAxis, left: float, at: float, words: str) -> None:
        colours = tokens()
        y = values.y(at)
        painter.setPen(QPen(QColor(colours.warn.bar), px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, y), QPointF(self.width() - px(4), y))
        painter.setFont(body_font(11, bold=True))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(words) + px(6)
        place = QRectF(left + px(2), y - metrics.height() - px(2), wide, metrics.height())  # there the bars are low
        _on_ground(painter, place, words, colours.warn.text)

    def _paint_number(self, painter: QPainter, middle: float, top: float, words: str) -> None:
        """The total over its bar."""
        painter.setFont(body_font(11, bold=True))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(words) + px(6)
        place = QRectF(middle - wide / 2, top - metrics.height() - px(1), wide, metrics.height())
        _on_ground(painter, place, words, tokens().text)


def _on_ground(painter: QPainter, place: QRectF, words: str, colour: str) -> None:
    """Words that stay readable whatever is painted below them."""
    painter.fillRect(place, QColor(tokens().surface))
    painter.setPen(QColor(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
