"""One laboratory test over time: bands of grades, limits of normal, day 1s, each value with its grade, each nadir."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.ring import ring_around
from gui.trends.grade_marks import grade_colours, paint_ground
from gui.trends.lab_scale import ValueAxis, range_of, step_words, steps
from gui.trends.time_axis import TimeAxis, paint_day_ones, paint_months, paint_today, paint_today_word, span_of
from gui.trends.words import grade_words, number, point_words
from records.bedside.lab_trend import BandSpan, LabPoint, LabSeries
from records.course.cycle_starts import CycleStart
from regimen.unit_words import unit_words

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LabChart(QWidget):
    """`chosen(int)` follows a click on a value, or the arrow keys: its place in the series."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lab_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._series: LabSeries | None = None
        self._starts: tuple[CycleStart, ...] = ()
        self._today = date.min
        self._place = 0

    def show_series(self, series: LabSeries, starts: tuple[CycleStart, ...], today: date, place: int) -> None:
        """Paint a test with one value chosen."""
        self._series, self._starts, self._today = series, starts, today
        self._place = min(max(place, 0), len(series.points) - 1)
        self._tell()
        self.update()

    def place(self) -> int:
        """The chosen value."""
        return self._place

    def choose(self, place: int) -> None:
        """Choose a value as if a person had."""
        if self._series is None or not 0 <= place < len(self._series.points) or place == self._place:
            return
        self._place = place
        self._tell()
        self.update()
        self.chosen.emit(place)

    def sizeHint(self) -> QSize:
        return QSize(em(52), em(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(24), em(19))

    # --- where things lie

    def _axes(self) -> tuple[TimeAxis, ValueAxis]:
        assert self._series is not None
        days = [point.on for point in self._series.points]
        first, last = span_of(days, self._starts, self._today)
        metrics = QFontMetricsF(body_font(11))
        low, high = range_of(self._series)
        wide = max(metrics.horizontalAdvance(step_words(one)) for one in (*steps(low, high, 6), high))
        right = self.width() - metrics.horizontalAdvance("grade 4") - px(14)
        top, bottom = metrics.height() * 2 + px(22), self.height() - metrics.height() * 2 - px(12)
        return TimeAxis(first, last, wide + px(14), right), ValueAxis(low, high, top, bottom)

    def place_of(self, place: int) -> QPointF:
        """Where a value stands on the chart."""
        time, values = self._axes()
        assert self._series is not None
        return self._where(self._series.points[place], time, values)

    def _where(self, point: LabPoint, time: TimeAxis, values: ValueAxis) -> QPointF:
        return QPointF(time.x(point.on, point.nth / (point.of + 1)), values.inside(float(point.shown)))

    def _near(self, at: QPointF) -> int | None:
        """The value nearest to the pointer, within reach of it."""
        if self._series is None:
            return None
        time, values = self._axes()
        far = [
            ((self._where(point, time, values) - at).manhattanLength(), place)
            for place, point in enumerate(self._series.points)
        ]
        distance, place = min(far)
        return place if distance <= px(26) else None

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._series is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        time, values = self._axes()
        for span in self._series.spans:
            self._paint_span(painter, time, values, span, last=span is self._series.spans[-1])
        self._paint_values_axis(painter, time, values)
        paint_day_ones(painter, time, self._starts, px(2), values.bottom)
        paint_today(painter, time, self._today, values.top, values.bottom)
        paint_months(painter, time, values.bottom + px(6))
        paint_today_word(painter, time, self._today, self.tr("today"), values.bottom + px(1))
        self._paint_line(painter, time, values)
        self._paint_points(painter, time, values)
        ring_around(painter, self)
        painter.end()

    def _span_ends(self, time: TimeAxis, span: BandSpan) -> tuple[float, float]:
        """A span reaches half way to the values before and after it."""
        assert self._series is not None
        points = self._series.points

        def middle(one: LabPoint, other: LabPoint) -> float:
            return (time.x(one.on, 0.5) + time.x(other.on, 0.5)) / 2

        left = time.left if span.first == 0 else middle(points[span.first - 1], points[span.first])
        end = len(points) - 1
        right = time.right if span.last == end else middle(points[span.last], points[span.last + 1])
        return left, right

    def _paint_span(self, painter: QPainter, time: TimeAxis, values: ValueAxis, span: BandSpan, *, last: bool) -> None:
        colours = tokens()
        left, right = self._span_ends(time, span)
        painter.setFont(body_font(11, bold=True))
        high = QFontMetricsF(painter.font()).height()
        for band in span.bands:
            top = values.top if band.high is None else values.inside(float(band.high))
            bottom = values.bottom if band.low is None else values.inside(float(band.low))
            if bottom - top < 1:
                continue
            place = QRectF(left, top, right - left, bottom - top)
            if band.grade != 0:
                paint_ground(painter, place, band.grade)
            if band.low is not None and values.low < float(band.low) < values.high:
                painter.setPen(QPen(QColor(grade_colours(band.grade or 1).bar), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
            if last and bottom - top >= high * 0.9:
                words = self.tr("grade {0}").format(grade_words(band.grades)) if band.grades else self.tr("no grade")
                painter.setPen(QColor(grade_colours(band.grade).text if band.grade else colours.muted))
                room = QRectF(right + px(6), top, self.width() - right - px(6), bottom - top)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        for limit, name in ((span.lln, self.tr("LLN")), (span.uln, self.tr("ULN"))):
            if limit is None:
                continue
            if not values.low <= float(limit) <= values.high:
                self._paint_far(painter, values, left, f"{name} {number(limit)}", above=float(limit) > values.high)
                continue
            y = values.y(float(limit))
            painter.setPen(QPen(QColor(colours.ok.bar), px(1.5)))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            painter.setFont(body_font(10.5))
            painter.setPen(QColor(colours.ok.text))
            over = y - px(3) if y - high > values.top else y + high
            painter.drawText(QPointF(left + px(5), over), f"{name} {number(limit)}")

    def _paint_far(self, painter: QPainter, values: ValueAxis, left: float, words: str, *, above: bool) -> None:
        """A limit of normal off the chart, named at its edge with an arrow."""
        painter.setFont(body_font(10.5))
        painter.setPen(QColor(tokens().ok.text))
        y = values.top + QFontMetricsF(painter.font()).ascent() if above else values.bottom - px(4)
        painter.drawText(QPointF(left + px(5), y), f"{words} {'↑' if above else '↓'}")

    def _paint_values_axis(self, painter: QPainter, time: TimeAxis, values: ValueAxis) -> None:
        colours = tokens()
        assert self._series is not None
        painter.setFont(body_font(11))
        metrics = QFontMetricsF(painter.font())
        most = max(int((values.bottom - values.top) / (metrics.height() * 2)), 2)
        for value in steps(values.low, values.high, min(most, 8)):
            y = values.y(value)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(time.left - px(4), y), QPointF(time.left, y))
            painter.setPen(QColor(colours.muted))
            words = step_words(value)
            x = time.left - px(7) - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - px(1)), words)
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.drawLine(QPointF(time.left, values.top), QPointF(time.left, values.bottom))
        painter.drawLine(QPointF(time.left, values.bottom), QPointF(time.right, values.bottom))
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(px(2), metrics.ascent() + px(1)), unit_words(self._series.unit))

    def _paint_line(self, painter: QPainter, time: TimeAxis, values: ValueAxis) -> None:
        assert self._series is not None
        line = QPolygonF([self._where(point, time, values) for point in self._series.points])
        painter.setPen(QPen(QColor(tokens().accent), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def _paint_points(self, painter: QPainter, time: TimeAxis, values: ValueAxis) -> None:
        """Each value, then the words beside it: the chosen one's, nadirs, then the worst grades first."""
        assert self._series is not None
        series = self._series
        for place, point in enumerate(series.points):
            self._paint_point(painter, self._where(point, time, values), point, place)
        taken: list[QRectF] = []
        ranked = sorted(
            range(len(series.points)),
            key=lambda p: (p != self._place, series.extreme_at(p) is None, -(series.points[p].grade or 0), p),
        )
        for place in ranked:
            self._paint_words(painter, self._where(series.points[place], time, values), place, values, taken)

    def _paint_point(self, painter: QPainter, at: QPointF, point: LabPoint, place: int) -> None:
        colours, grade = tokens(), point.grade
        painter.setPen(QPen(QColor(colours.surface), px(1)))
        painter.setBrush(QColor(grade_colours(grade).bar if grade else colours.accent))
        side = px(5)
        if point.comparator:
            tip = side + px(2) if point.comparator.startswith("<") else -side - px(2)
            painter.drawPolygon([at + QPointF(-side, -tip / 2), at + QPointF(side, -tip / 2), at + QPointF(0, tip)])
        elif point.is_baseline:
            painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
        else:
            painter.drawEllipse(at, side, side)
        if place == self._place:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), px(2)))
            painter.drawEllipse(at, side + px(4), side + px(4))
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
                painter.drawEllipse(at, side + px(8), side + px(8))

    def _paint_words(self, painter: QPainter, at: QPointF, place: int, values: ValueAxis, taken: list[QRectF]) -> None:
        """The grade above a value; below it the cycle day of a nadir or the word baseline. Words never touch others."""
        assert self._series is not None
        colours, point = tokens(), self._series.points[place]
        extreme = self._series.extreme_at(place)
        grade = f"G{grade_words(point.grades)}" if point.grade else "" if point.grades else "G?"
        below = ""
        if extreme is not None:
            name = self.tr("nadir") if self._series.worse == "low" else self.tr("peak")
            below = self.tr("{0} C{1} d{2}").format(name, extreme.cycle, extreme.cycle_day)
        elif point.is_baseline:
            below = self.tr("baseline")
        painter.setFont(body_font(11, bold=True))
        metrics = QFontMetricsF(painter.font())
        up = self._series.worse == "high"
        for words, over, ink in (
            (grade, not up, grade_colours(point.grade).text),
            (below, up, colours.text if extreme is not None else colours.muted),
        ):
            if not words:
                continue
            wide, high, gap = metrics.horizontalAdvance(words) + px(4), metrics.height(), px(11)
            above = QRectF(at.x() - wide / 2, at.y() - gap - high, wide, high)
            under = QRectF(at.x() - wide / 2, at.y() + gap, wide, high)
            beside = QRectF(at.x() + gap, at.y() - high / 2, wide, high)
            before = QRectF(at.x() - gap - wide, at.y() - high / 2, wide, high)
            for room in (above, under, beside, before) if over else (under, above, beside, before):
                room.moveLeft(min(max(room.left(), 0.0), self.width() - wide))
                free = not any(room.intersects(other) for other in taken)
                if free and room.top() >= values.top - high and room.bottom() <= values.bottom:
                    taken.append(room)
                    ground = QColor(colours.surface)
                    ground.setAlphaF(0.8)
                    painter.fillRect(room, ground)
                    painter.setPen(QColor(ink))
                    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
                    break

    # --- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._near(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        count = len(self._series.points) if self._series else 0
        if count and key in _STEPS:
            self.choose(self._place + _STEPS[key])
        elif count and key == Qt.Key.Key_Home:
            self.choose(0)
        elif count and key == Qt.Key.Key_End:
            self.choose(count - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._near(QPointF(event.pos()))
            words = point_words(self._series, place) if self._series is not None and place is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell(self) -> None:
        """Say the chosen value to assistive technology."""
        if self._series is not None:
            self.setAccessibleName(self.tr("Trend: {0}").format(point_words(self._series, self._place)))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
