"""All cycles on an axis of dates, painted in one widget: blocks, gaps of delays, holds, today."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.plan.course_view import CourseView, CycleView, HeldSpan, held_words
from gui.theme.icons import Name, paint_icon
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.ring import ring_around
from gui.widgets.dates import MONTHS, shown_date

_SIGNS: dict[str, Name] = {"given": "ok", "signed": "pencil", "signed_elsewhen": "warn"}
MOST_HOLD_ROWS = 4


class TimeLine(QWidget):
    """`chosen(int)` follows a click on a cycle, or the arrow keys."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("time_line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._view: CourseView | None = None
        self._today = date.min
        self._cycle = 0

    def show_course(self, view: CourseView, cycle: int, today: date) -> None:
        """Paint a course with one cycle chosen."""
        self._view, self._cycle, self._today = view, cycle, today
        self.setMinimumWidth(len(view.cycles) * em(5.4))
        self.updateGeometry()
        self._tell()
        self.update()

    def choose(self, cycle: int) -> None:
        """Choose a cycle as if a person had."""
        if self._view is None or self._view.cycle(cycle) is None or cycle == self._cycle:
            return
        self._cycle = cycle
        self._tell()
        self.update()
        self.chosen.emit(cycle)

    def cycle(self) -> int:
        """The chosen cycle."""
        return self._cycle

    def words_of(self, cycle: int) -> str:
        """One cycle as a screen reader says it."""
        view = self._view.cycle(cycle) if self._view else None
        if view is None:
            return ""
        laid_out = view.laid_out
        parts = [
            self.tr("Cycle {0}, {1}").format(cycle, view.words),
            self.tr("day 1 {0}").format(shown_date(laid_out.day1)),
            self.tr("to {0}").format(shown_date(view.end)),
        ]
        if view.gap_days:
            parts.append(self.tr("{0} days later than planned").format(view.gap_days))
        if view.mark == "signed_elsewhen" and view.signed_for is not None:
            parts.append(self.tr("was signed for {0}").format(shown_date(view.signed_for)))
        held = self._view.held if self._view else ()
        parts += [held_words(h) for h in held if h.start <= laid_out.last_day and (h.end or date.max) >= laid_out.day1]
        return ", ".join(parts)

    def sizeHint(self) -> QSize:
        rows = min(len(self._view.held), MOST_HOLD_ROWS) if self._view else 0
        return QSize(em(50), em(7.1) + rows * em(1.45))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(20), self.sizeHint().height())

    # --- where things lie

    def _span(self) -> tuple[date, date]:
        assert self._view is not None
        cycles = self._view.cycles
        first = min(cycles[0].laid_out.day1, self._today) if self._near(cycles[0].laid_out.day1) else None
        return first or cycles[0].laid_out.day1, cycles[-1].laid_out.last_day + timedelta(days=1)

    def _near(self, first: date) -> bool:
        return timedelta(0) < first - self._today <= timedelta(days=14)

    def _x(self, on: date) -> float:
        first, last = self._span()
        return px(2) + (self.width() - px(4)) * (on - first).days / max((last - first).days, 1)

    def _block(self, view: CycleView) -> QRectF:
        left, right = self._x(view.laid_out.day1), self._x(view.end + timedelta(days=1))
        return QRectF(left, em(1.9), max(right - left - px(3), px(4)), em(4.9))

    def _at(self, x: float) -> CycleView | None:
        views = self._view.cycles if self._view else ()
        return next((view for view in views if self._block(view).left() <= x <= self._block(view).right()), None)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        self._paint_axis(painter)
        for view in self._view.cycles:
            self._paint_gap(painter, view)
            self._paint_block(painter, view)
        for row, held in enumerate(self._view.held[:MOST_HOLD_ROWS]):
            self._paint_hold(painter, held, row)
        self._paint_today(painter)
        ring_around(painter, self)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        colours = tokens()
        first, last = self._span()
        painter.setFont(body_font(11))
        month = first.replace(day=1)
        while month < last:
            x = self._x(max(month, first))
            words = MONTHS[month.month - 1] + (f" {month.year}" if month.month == 1 or month <= first else "")
            if month >= first:
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.drawLine(QPointF(x, em(0.2)), QPointF(x, em(1.7)))
            painter.setPen(QColor(colours.muted))
            following = (month + timedelta(days=32)).replace(day=1)
            room = self._x(min(following, last)) - x
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            free = not self._today_label().intersects(QRectF(x, 0, wide + px(8), em(1.25)))
            if wide + px(6) < room and free:
                painter.drawText(QPointF(x + px(4), em(1.0)), words)
            month = following

    def _paint_block(self, painter: QPainter, view: CycleView) -> None:
        colours, place, chosen = tokens(), self._block(view), view.laid_out.cycle == self._cycle
        settled = view.mark in ("given", "signed")
        tone = colours.tone("warn" if view.mark == "signed_elsewhen" else "ok" if view.mark == "given" else "accent")
        painter.setBrush(QColor(tone.ground if settled or view.mark == "signed_elsewhen" else colours.surface))
        line = QPen(QColor(tone.bar if settled or chosen else colours.field_line), px(2) if chosen else 1)
        line.setStyle(Qt.PenStyle.SolidLine if settled or chosen else Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawRoundedRect(place, px(6), px(6))
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        self._paint_tablet_days(painter, view, place)
        room = place.adjusted(px(8), px(5), -px(4), 0)
        painter.setPen(QColor(colours.text))
        painter.setFont(body_font(13, bold=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, self._fit(painter, room, self._titles(view)))
        room = room.adjusted(0, em(1.2), 0, 0)
        painter.setFont(body_font(12))
        day1 = view.laid_out.day1
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, f"{day1.day} {MONTHS[day1.month - 1]}")
        room = room.adjusted(0, em(1.15), 0, 0)
        self._paint_mark(painter, view, room, tone.text if settled else colours.muted)
        painter.restore()
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(place.adjusted(px(3), px(3), -px(3), -px(3)), px(4), px(4))

    def _titles(self, view: CycleView) -> tuple[str, ...]:
        number = view.laid_out.cycle
        return self.tr("Cycle {0}").format(number), str(number)

    def _fit(self, painter: QPainter, room: QRectF, choices: tuple[str, ...]) -> str:
        """The first of the choices that fits, else the last."""
        metrics = QFontMetricsF(painter.font())
        return next((words for words in choices if metrics.horizontalAdvance(words) <= room.width()), choices[-1])

    def _paint_mark(self, painter: QPainter, view: CycleView, room: QRectF, colour: str) -> None:
        sign = _SIGNS.get(view.mark)
        painter.setFont(body_font(11))
        ink = QColor(tokens().warn.text if view.mark == "signed_elsewhen" else colour)
        if sign is not None:
            side = px(13)
            paint_icon(painter, sign, QRectF(room.left(), room.top() + px(2), side, side), ink)
            room = room.adjusted(side + px(4), 0, 0, 0)
        painter.setPen(ink)
        words = self._fit(painter, room, (view.words, "provisional" if view.provisional else view.words))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, words)

    def _paint_tablet_days(self, painter: QPainter, view: CycleView, place: QRectF) -> None:
        """A bar along the foot of the block over the days with tablets; a small wedge on days of infusion."""
        colours = tokens()
        per_day = (self._x(view.end + timedelta(days=1)) - place.left()) / max(
            (view.end - view.laid_out.day1).days + 1, 1
        )
        foot = place.bottom() - px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        for day in view.laid_out.days:
            x = place.left() + (day.date - view.laid_out.day1).days * per_day
            if day.swallow:
                painter.drawRect(QRectF(x, foot, per_day + 0.5, px(4)))
            if day.give:
                side = px(4)
                middle = max(x + per_day / 2, place.left() + side + px(2))
                painter.drawPolygon(
                    [
                        QPointF(middle - side, foot - side * 2),
                        QPointF(middle + side, foot - side * 2),
                        QPointF(middle, foot - px(1)),
                    ]
                )

    def _paint_gap(self, painter: QPainter, view: CycleView) -> None:
        if not view.gap_days:
            return
        colours = tokens()
        start = max(view.laid_out.day1 - timedelta(days=view.gap_days), self._span()[0])
        left, right = self._x(start), self._x(view.laid_out.day1) - px(3)
        block = self._block(view)
        room = QRectF(left, block.top(), right - left, block.height())
        painter.setPen(QPen(QColor(colours.warn.bar), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.warn.ground))
        painter.drawRect(room.adjusted(0, px(10), 0, -px(10)))
        days = self.tr("1 day") if view.gap_days == 1 else self.tr("{0} days").format(view.gap_days)
        words = (self.tr("{0} later").format(days), days, f"+{view.gap_days} d", f"+{view.gap_days}")
        painter.setFont(body_font(11, bold=True))
        painter.setPen(QColor(colours.warn.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._fit(painter, room, words))

    def _paint_hold(self, painter: QPainter, held: HeldSpan, row: int) -> None:
        colours = tokens()
        first, last = self._span()
        left = self._x(max(held.start, first))
        right = self._x(min((held.end or last) + timedelta(days=1), last))
        room = QRectF(left, em(7.0) + row * em(1.45), max(right - left, px(6)), em(1.2))
        tone = colours.stop if held.stop else colours.warn
        painter.setPen(QPen(QColor(tone.bar), 1))
        painter.setBrush(QColor(tone.ground))
        painter.drawRect(room)
        painter.setBrush(QBrush(QColor(tone.bar), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.35)
        painter.drawRect(room)
        painter.setOpacity(1)
        painter.setFont(body_font(11, bold=True))
        words = held_words(held)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(10)
        # Words longer than their bar stand beside it: to the right, or to the left at the end of the axis.
        x = (
            left + px(5)
            if wide <= room.width()
            else right + px(4)
            if right + wide < self.width()
            else max(left - wide, 0)
        )
        label = QRectF(x, room.top(), wide, room.height())
        painter.fillRect(
            label.adjusted(-px(2), 1, -px(4), -1), QColor(tone.ground if wide <= room.width() else colours.surface)
        )
        painter.setPen(QColor(tone.text))
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, words)

    def _today_label(self) -> QRectF:
        """Where the word stands; an empty place when today is not on the axis."""
        first, last = self._span()
        if not first <= self._today < last:
            return QRectF()
        x = (self._x(self._today) + self._x(self._today + timedelta(days=1))) / 2
        wide = QFontMetricsF(body_font(11, bold=True)).horizontalAdvance(self.tr("today")) + px(10)
        return QRectF(min(max(x - wide / 2, 0), self.width() - wide), em(0.05), wide, em(1.25))

    def _paint_today(self, painter: QPainter) -> None:
        first, last = self._span()
        if not first <= self._today < last:
            return
        colours = tokens()
        x = (self._x(self._today) + self._x(self._today + timedelta(days=1))) / 2
        painter.setFont(body_font(11, bold=True))
        words, label = self.tr("today"), self._today_label()
        painter.setPen(QPen(QColor(colours.text), px(2)))
        painter.drawLine(QPointF(x, label.bottom()), QPointF(x, em(6.9)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        painter.drawRoundedRect(label, px(4), px(4))
        painter.setPen(QColor(colours.ground))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    # --- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        view = self._at(event.position().x())
        if view is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(view.laid_out.cycle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        cycles = [view.laid_out.cycle for view in self._view.cycles] if self._view else []
        key = Qt.Key(event.key())
        if cycles and key in steps:
            self.choose(self._cycle + steps[key])
        elif cycles and key == Qt.Key.Key_Home:
            self.choose(cycles[0])
        elif cycles and key == Qt.Key.Key_End:
            self.choose(cycles[-1])
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            view = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words_of(view.laid_out.cycle) if view else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]  # every event Qt sends is one

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def _tell(self) -> None:
        """Say the chosen cycle to assistive technology."""
        self.setAccessibleName(self.tr("Cycles: {0}").format(self.words_of(self._cycle)))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
