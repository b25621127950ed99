"""Adverse events on a line of time: a lane each, a segment for each grade, over cycles and changes of the plan."""

from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.ring import ring_around
from gui.trends.change_rows import PlacedChange, place_changes
from gui.trends.figures import Figures
from gui.trends.grade_marks import grade_colours, paint_segment
from gui.trends.time_axis import TimeAxis, paint_day_ones, paint_months, paint_today, paint_today_word, span_of
from gui.trends.words import lane_marks, lane_words
from gui.widgets.two_lines import two_lines
from records.bedside.event_timeline import EventLane

LANE_EM = 3.1
CHANGE_EM = 1.5


class EventChart(QWidget):
    """`chosen(int)`: another lane, by arrow keys; `opened(UUID)`: a click on a lane, or Enter."""

    chosen = Signal(int)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._figures: Figures | None = None
        self._lane = 0
        self._changes: tuple[PlacedChange, ...] = ()

    def show_figures(self, figures: Figures, lane: int) -> None:
        """Paint all lanes with one chosen."""
        self._figures = figures
        self._lane = min(max(lane, 0), max(len(figures.lanes) - 1, 0))
        self._place_changes()
        self.updateGeometry()
        self._tell()
        self.update()

    def lane(self) -> int:
        """The chosen lane."""
        return self._lane

    def choose(self, lane: int) -> None:
        """Choose a lane as if a person had."""
        if self._figures is None or not 0 <= lane < len(self._figures.lanes) or lane == self._lane:
            return
        self._lane = lane
        self._tell()
        self.update()
        self.chosen.emit(lane)

    def sizeHint(self) -> QSize:
        lanes = len(self._figures.lanes) if self._figures is not None else 1
        rows = max((change.row for change in self._changes), default=-1) + 1
        return QSize(em(52), round(self._head() + rows * em(CHANGE_EM) + lanes * em(LANE_EM) + em(3.2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(30), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Another width needs other rows for the changes."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._figures is not None:
            self._place_changes()
            self.updateGeometry()

    # --- where things lie

    def _head(self) -> float:
        return QFontMetricsF(body_font(11, bold=True)).height() + px(10)

    def _axis(self) -> TimeAxis:
        assert self._figures is not None
        figures = self._figures
        days = [day for lane in figures.lanes for day in (lane.first, lane.last)]
        days += [change.first for change in figures.changes if change.first <= figures.today]
        first, last = span_of(days, figures.starts, figures.today)
        left = min(em(17), self.width() * 0.36)
        return TimeAxis(first, last, left, self.width() - px(8))

    def _place_changes(self) -> None:
        assert self._figures is not None
        metrics = QFontMetricsF(body_font(11, bold=True))
        self._changes = place_changes(self._figures.changes, self._axis(), metrics.horizontalAdvance, px(12))

    def _changes_top(self) -> float:
        return self._head() + px(4)

    def _lanes_top(self) -> float:
        rows = max((change.row for change in self._changes), default=-1) + 1
        return self._changes_top() + rows * em(CHANGE_EM) + px(4)

    def lane_place(self, lane: int) -> QRectF:
        """Where a lane stands, its name included."""
        return QRectF(0, self._lanes_top() + lane * em(LANE_EM), self.width(), em(LANE_EM))

    def _lane_at(self, at: QPointF) -> int | None:
        lanes = self._figures.lanes if self._figures is not None else ()
        return next((n for n in range(len(lanes)) if self.lane_place(n).contains(at)), None)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figures is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        axis = self._axis()
        bottom = self.lane_place(len(self._figures.lanes)).top()
        for number, lane in enumerate(self._figures.lanes):
            self._paint_ground(painter, number)
            self._paint_name(painter, axis, number, lane)
        paint_day_ones(painter, axis, self._figures.starts, px(2), bottom)
        paint_today(painter, axis, self._figures.today, self._changes_top(), bottom)
        for change in self._changes:
            self._paint_change(painter, change)
        for number, lane in enumerate(self._figures.lanes):
            self._paint_lane(painter, axis, number, lane)
        paint_months(painter, axis, bottom + em(1.5))
        paint_today_word(painter, axis, self._figures.today, self.tr("today"), bottom + px(2))
        ring_around(painter, self)
        painter.end()

    def _paint_ground(self, painter: QPainter, number: int) -> None:
        colours, place = tokens(), self.lane_place(number)
        if number == self._lane:
            painter.fillRect(place, QColor(colours.selection))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(place.topLeft(), place.topRight())
        if number == self._lane and self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_name(self, painter: QPainter, axis: TimeAxis, number: int, lane: EventLane) -> None:
        colours, place = tokens(), self.lane_place(number)
        room = int(axis.left - px(14))
        font = body_font(12.5, bold=number == self._lane)
        metrics = QFontMetricsF(font)
        marks = lane_marks(lane)
        cut = metrics.elidedText
        lines = [*two_lines(
            lane.term, room, lambda words: round(metrics.horizontalAdvance(words)),
            lambda words: cut(words, Qt.TextElideMode.ElideRight, room),
        )]  # fmt: skip
        small = QFontMetricsF(body_font(10.5))
        if marks and len(lines) == 2:
            lines = [cut(lane.term, Qt.TextElideMode.ElideRight, room)]
        high = metrics.height() * len(lines) + (small.height() if marks else 0)
        y = place.top() + (place.height() - high) / 2
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        for line in lines:
            painter.drawText(QPointF(px(4), y + metrics.ascent()), line)
            y += metrics.height()
        if marks:
            painter.setFont(body_font(10.5))
            painter.setPen(QColor(colours.stop.text if lane.serious else colours.muted))
            said = small.elidedText(marks, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(px(4), y + small.ascent()), said)

    def _paint_lane(self, painter: QPainter, axis: TimeAxis, number: int, lane: EventLane) -> None:
        """Each segment is wide enough for its grade; what follows moves on by that much."""
        colours, place = tokens(), self.lane_place(number)
        bar_top, bar_high = place.top() + em(0.65), place.height() - em(1.3)
        free = axis.left
        painter.setFont(body_font(12.5, bold=True))
        least = QFontMetricsF(painter.font()).horizontalAdvance("3") + px(6)
        right = free
        for segment in lane.segments:
            left = max(axis.x(segment.first), free)
            right = max(axis.x(segment.last, 1.0), left + least)
            bar = QRectF(left, bar_top, right - left, bar_high)
            paint_segment(painter, bar, segment.grade, chosen=number == self._lane)
            painter.setPen(QColor(grade_colours(segment.grade).text))
            painter.setFont(body_font(12.5, bold=True))
            long = self.tr("grade {0}").format(segment.grade)
            fits = QFontMetricsF(painter.font()).horizontalAdvance(long) + px(8) <= bar.width()
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, long if fits else str(segment.grade))
            free = right
        middle = bar_top + bar_high / 2
        if not lane.start_certain:
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(axis.x(lane.first) - px(10), middle + px(5)), "?")
        if lane.ongoing:
            self._paint_arrow(painter, right, middle, lane.segments[-1].grade)
        elif not lane.end_known:
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(right + px(3), middle + px(5)), "?")

    def _paint_arrow(self, painter: QPainter, right: float, middle: float, grade: int) -> None:
        """The event goes on."""
        side = px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grade_colours(grade).bar))
        right += px(2)
        painter.drawPolygon(
            [QPointF(right, middle - side), QPointF(right + side + px(2), middle), QPointF(right, middle + side)]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_change(self, painter: QPainter, placed: PlacedChange) -> None:
        colours, change = tokens(), placed.change
        tone = colours.tone("stop" if change.kind == "stop" else "accent" if change.kind == "dose" else "warn")
        top = self._changes_top() + placed.row * em(CHANGE_EM)
        bar = QRectF(placed.left, top + px(2), max(placed.right - placed.left, px(4)), em(CHANGE_EM) - px(5))
        painter.setPen(QPen(QColor(tone.bar), 1))
        painter.setBrush(QColor(tone.ground))
        painter.drawRect(bar)
        if change.kind in ("hold", "stop"):
            painter.setBrush(QBrush(QColor(tone.bar), Qt.BrushStyle.BDiagPattern))
            painter.setOpacity(0.3)
            painter.drawRect(bar)
            painter.setOpacity(1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(body_font(11, bold=True))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(change.short)
        if placed.words_left >= bar.left():
            ground = tone.ground if placed.words_left + wide <= bar.right() else colours.surface
            painter.fillRect(QRectF(placed.words_left - px(2), bar.top() + 1, wide + px(4), bar.height() - 2), ground)
        painter.setPen(QColor(tone.text))
        painter.drawText(QPointF(placed.words_left, bar.center().y() + metrics.ascent() / 2 - px(1)), change.short)

    # --- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        lane = self._lane_at(event.position())
        if lane is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(lane)
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._lane_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        count = len(self._figures.lanes) if self._figures is not None else 0
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if count and key in steps:
            self.choose(self._lane + steps[key])
        elif count and key == Qt.Key.Key_Home:
            self.choose(0)
        elif count and key == Qt.Key.Key_End:
            self.choose(count - 1)
        elif count and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._figures is not None and self._figures.lanes:
            found: UUID = self._figures.lanes[self._lane].id
            self.opened.emit(found)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, at: QPointF) -> str:
        """What is said under the pointer: a lane, else a change of the plan."""
        if self._figures is None:
            return ""
        lane = self._lane_at(at)
        if lane is not None:
            return lane_words(self._figures.lanes[lane])
        row = int((at.y() - self._changes_top()) // em(CHANGE_EM))
        own = [one for one in self._changes if one.row == row and one.left - px(4) <= at.x() <= one.end]
        return own[0].change.words if own else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell(self) -> None:
        """Say the chosen event to assistive technology."""
        if self._figures is None or not self._figures.lanes:
            return
        words = lane_words(self._figures.lanes[self._lane])
        self.setAccessibleName(self.tr("Line of time: {0}; Enter opens it on the visit").format(words))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
