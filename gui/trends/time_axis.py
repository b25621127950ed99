"""A line of time for what paints itself: where a day lies, months along it, and the day 1 of each cycle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.widgets.dates import MONTHS
from records.course.cycle_starts import CycleStart

STATE_WORDS = {"given": "given", "signed": "signed", "planned": "planned", "elsewhere": "given elsewhere"}


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last`, both shown whole, between two places on the screen."""

    first: date
    last: date
    left: float
    right: float

    def x(self, on: date, share: float = 0.0) -> float:
        """Where a day begins, or a share of it has passed."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * ((on - self.first).days + share) / days

    def holds(self, on: date) -> bool:
        """Whether a day is on the axis."""
        return self.first <= on <= self.last


def span_of(days: Sequence[date], starts: Sequence[CycleStart], today: date) -> tuple[date, date]:
    """From the first thing to today, and to the next day 1 where that is near; a little room at both ends."""
    begun = [start.day1 for start in starts if start.dosed and start.day1 <= today]
    first = min((*days, *begun, today))
    ahead = [start.day1 for start in starts if today < start.day1 <= today + timedelta(days=14)]
    last = max((*days, *begun, today, *ahead[:1]))
    room = max((last - first).days // 40, 2)
    return first - timedelta(days=room), last + timedelta(days=room)


def paint_months(painter: QPainter, axis: TimeAxis, top: float) -> None:
    """The names of the months with a tick where each begins; names that would touch are left out."""
    colours = tokens()
    painter.setFont(body_font(11))
    metrics = QFontMetricsF(painter.font())
    month = axis.first.replace(day=1)
    free = axis.left
    while month <= axis.last:
        following = (month + timedelta(days=32)).replace(day=1)
        begins = max(month, axis.first)
        x = axis.x(begins)
        words = MONTHS[month.month - 1] + (f" {month.year}" if month.month == 1 or month <= axis.first else "")
        if month >= axis.first:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, top + em(1.0)))
        wide = metrics.horizontalAdvance(words)
        end = min(axis.x(min(following, axis.last)), axis.right)
        if x >= free and x + px(4) + wide <= max(end, x + px(4) + wide if following > axis.last else end):
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x + px(4), top + metrics.ascent()), words)
            free = x + wide + px(10)
        month = following


def paint_day_ones(painter: QPainter, axis: TimeAxis, starts: Sequence[CycleStart], top: float, bottom: float) -> None:
    """A line at each day 1 with "C3" above it: solid where doses were given, dashed where they are only signed or
    planned; a filled wedge marks doses given."""
    colours = tokens()
    painter.setFont(body_font(11, bold=True))
    metrics = QFontMetricsF(painter.font())
    free = axis.left - px(20)
    for start in starts:
        if not axis.holds(start.day1):
            continue
        x = axis.x(start.day1)
        given = start.state in ("given", "elsewhere")
        pen = QPen(QColor(colours.field_line), 1)
        pen.setStyle(Qt.PenStyle.SolidLine if given else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top + metrics.height() + px(6)), QPointF(x, bottom))
        words = f"C{start.cycle}{'*' if start.state == 'elsewhere' else ''}"
        wide = metrics.horizontalAdvance(words)
        if x - wide / 2 >= free:
            painter.setPen(QColor(colours.text if start.dosed else colours.muted))
            painter.drawText(QPointF(x - wide / 2, top + metrics.ascent()), words)
            free = x + wide / 2 + px(4)
        paint_wedge(painter, x, top + metrics.height(), filled=given)


def paint_wedge(painter: QPainter, x: float, top: float, *, filled: bool) -> None:
    """The mark of an infusion day: filled where it was given, hollow where it is to come."""
    colours = tokens()
    side = px(5)
    painter.setPen(QPen(QColor(colours.accent), 1))
    painter.setBrush(QColor(colours.accent) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon([QPointF(x - side, top), QPointF(x + side, top), QPointF(x, top + side + px(2))])
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_today(painter: QPainter, axis: TimeAxis, today: date, top: float, bottom: float) -> None:
    """A line at today with the word at its foot."""
    if not axis.holds(today):
        return
    colours = tokens()
    x = axis.x(today, 0.5)
    painter.setPen(QPen(QColor(colours.text), px(1.5)))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def today_place(axis: TimeAxis, today: date, words: str, top: float) -> QRectF:
    """Where the word for today stands, kept inside the axis."""
    metrics = QFontMetricsF(body_font(11, bold=True))
    wide = metrics.horizontalAdvance(words) + px(10)
    x = axis.x(today, 0.5) - wide / 2
    return QRectF(min(max(x, axis.left), axis.right - wide), top, wide, metrics.height() + px(2))


def paint_today_word(painter: QPainter, axis: TimeAxis, today: date, words: str, top: float) -> None:
    """The word for today on a dark ground."""
    if not axis.holds(today):
        return
    colours = tokens()
    label = today_place(axis, today, words, top)
    painter.setFont(body_font(11, bold=True))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    painter.drawRoundedRect(label, px(4), px(4))
    painter.setPen(QColor(colours.ground))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
    painter.setBrush(Qt.BrushStyle.NoBrush)
