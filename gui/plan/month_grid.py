"""The months of one cycle as one painted widget: a changed cell repaints that cell and no other."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStaticText,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plan.course_view import CourseView, closed_words, day_lines
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.tokens import Tokens
from gui.widgets.dates import MONTHS, WEEKDAYS, shown_date
from treatment_calendar.course import CourseDay

MOST_TEXTS = 2000
SMALLEST_PX = 9.5  # of the drawings; only in cells too narrow for more, at a large text scale


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a cell. kind: give, held, tablets, rest, test, visit, cold, closed, supportive."""

    kind: str
    words: str


def cell_lines(view: CourseView, on: date) -> tuple[CellLine, ...]:
    """What a cell says, the most important first; the panel beside the grid says all of it at length."""
    day = view.days.get(on)
    lines: list[CellLine] = []
    closed = view.closed.get(on)
    if closed is not None:
        lines.append(CellLine("closed", closed.name or closed_words(closed)))
    if day is None:
        return tuple(lines)
    if day.give:
        lines += [CellLine("give", give.drug) for give in day.give]
    if day.held:
        lines.append(CellLine("held", "on hold: " + ", ".join(day.held)))
    if day.blood_test:
        lines.append(CellLine("test", "blood test"))
    if day.visit and not day.give:
        lines.append(CellLine("visit", "visit"))
    lines += _tablets(day)
    if day.supportive:
        lines.append(CellLine("supportive", f"supportive: {len(day.supportive)}"))
    return tuple(lines)


def _tablets(day: CourseDay) -> list[CellLine]:
    if day.swallow:
        halves = " · ".join(
            _half(day, half, name) for half, name in (("am", "AM"), ("pm", "PM")) if half in day.swallow
        )
        return [CellLine("tablets", halves)]
    return [CellLine("rest", "no tablets")] if day.rest else []


def _half(day: CourseDay, half: str, name: str) -> str:
    """ "AM 3+1": tablets of the larger strength first; the bare half where the number is not decided."""
    counts: list[str] = []
    for take in day.take:
        tablets = take.am if half == "am" else take.pm
        counts += [str(count) for _strength, count in sorted(tablets.items(), reverse=True) if count]
    return f"{name} {'+'.join(counts)}" if counts else name


class WeekHead(QWidget):
    """The names of the weekdays above the grid; they stay when the weeks scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(em(1.6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(body_font(12))
        painter.setPen(QColor(tokens().muted))
        for weekday, name in enumerate(WEEKDAYS):
            painter.drawText(QPointF(self.width() * weekday // 7 + px(8), em(1.1)), name)
        painter.end()


class MonthGrid(QWidget):
    """`chosen(date)` follows a click or the arrow keys; `cycle_wanted(int)` when the date lies in another cycle."""

    chosen = Signal(object)
    cycle_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month_grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._view: CourseView | None = None
        self._cycle = 0
        self._today = date.min
        self._first = date(2000, 1, 3)
        self._weeks = 6
        self._day = date.min
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}
        self._lines: dict[date, tuple[CellLine, ...]] = {}

    def show_cycle(self, view: CourseView, cycle: int, today: date) -> None:
        """The full weeks of all months the cycle lies in; its day 1 is chosen unless the chosen date lies in it."""
        found = view.cycle(cycle)
        if found is None:
            return
        new_course = self._view is not view
        self._view, self._cycle, self._today = view, cycle, today
        laid_out = found.laid_out
        start = laid_out.day1.replace(day=1)
        end = (laid_out.last_day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        self._first = start - timedelta(days=start.weekday())
        self._weeks = ((end - self._first).days // 7) + 1
        if new_course:
            self._lines.clear()
        if not laid_out.day1 <= self._day <= laid_out.last_day:
            self._day = laid_out.day1
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self._tell()
        self.update()

    def day(self) -> date:
        """The chosen date."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a date as if a person had; outside the weeks shown its cycle is asked for."""
        if self._view is None or day == self._day:
            return
        place = self._view.days.get(day)
        before, self._day = self._day, day
        if place is not None and place.cycle != self._cycle:
            self.cycle_wanted.emit(place.cycle)
        for changed in (before, day):
            self.update(self.cell(changed))
        self._tell()
        self.chosen.emit(day)

    def cell(self, day: date) -> QRect:
        """Where a date lies; an empty rectangle when it is not shown."""
        index = (day - self._first).days
        if not 0 <= index < self._weeks * 7:
            return QRect()
        week, weekday = divmod(index, 7)
        left, right = self.width() * weekday // 7, self.width() * (weekday + 1) // 7
        return QRect(left, week * self._row(), right - left, self._row())

    def words_of(self, day: date) -> str:
        """One date as a screen reader says it."""
        if self._view is None:
            return ""
        place = self._view.days.get(day)
        where = f", cycle {place.cycle} day {place.cycle_day}" if place else ""
        return shown_date(day) + where + "".join(f". {head}: {words}" for head, words in day_lines(self._view, day))

    def sizeHint(self) -> QSize:
        return QSize(em(50), self._weeks * self._row() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(30), self.sizeHint().height())

    def _row(self) -> int:
        return em(6.3)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        dirty = event.rect()
        painter.fillRect(dirty, QColor(colours.surface))
        if self._view is None:
            painter.end()
            return
        first = max(dirty.top() // self._row(), 0)
        last = min(dirty.bottom() // self._row(), self._weeks - 1)
        for week in range(first, last + 1):
            for weekday in range(7):
                day = self._first + timedelta(days=week * 7 + weekday)
                place = self.cell(day)
                if place.intersects(dirty):
                    self._paint_cell(painter, day, place, colours)
        painter.end()

    def _paint_cell(self, painter: QPainter, day: date, place: QRect, colours: Tokens) -> None:
        assert self._view is not None
        entry = self._view.days.get(day)
        own = entry is not None and entry.cycle == self._cycle
        ground = colours.surface if own else colours.ground
        if own and entry is not None and entry.rest:
            ground = colours.raised
        painter.fillRect(place, QColor(ground))
        if entry is not None and entry.held:
            painter.setOpacity(0.25)
            painter.fillRect(place, QBrush(QColor(colours.warn.bar), Qt.BrushStyle.BDiagPattern))
            painter.setOpacity(1)
        painter.setPen(QColor(colours.line))
        painter.drawRect(place)
        self._paint_top(painter, day, entry, place, own=own, colours=colours)
        self._paint_lines(painter, day, place, own=own, colours=colours)
        if day == self._day:
            painter.setPen(QPen(QColor(colours.accent), px(2)))
            painter.drawRect(place.adjusted(px(1), px(1), -px(1), -px(1)))

    def _paint_top(
        self, painter: QPainter, day: date, entry: CourseDay | None, place: QRect, *, own: bool, colours: Tokens
    ) -> None:
        number = f"{day.day} {MONTHS[day.month - 1]}" if day.day == 1 or day == self._first else str(day.day)
        ink = colours.text if own else colours.muted
        at = QPointF(place.left() + px(8), place.top() + px(4))
        bold = body_font(13, bold=True)
        room = place.width() - px(20)
        if day == self._today:
            full = f"{number} · {self.tr('today')}"
            number = full if QFontMetricsF(bold).horizontalAdvance(full) + px(10) <= room else number
            wide = QFontMetricsF(bold).horizontalAdvance(number)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.text))
            painter.drawRoundedRect(QRectF(at.x() - px(4), at.y(), wide + px(8), em(1.35)), px(4), px(4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self._write(painter, at, number, bold, colours.ground)
        else:
            self._write(painter, at, number, body_font(13, bold=own), ink)
        if entry is not None:
            left_over = room - QFontMetricsF(bold).horizontalAdvance(number)
            self._paint_cycle_day(painter, entry, place, left_over, own=own, colours=colours)

    def _paint_cycle_day(
        self, painter: QPainter, entry: CourseDay, place: QRect, room: float, *, own: bool, colours: Tokens
    ) -> None:
        """Cycle day and snow star at the right, as long as they fit; the star is the last to go."""
        font = body_font(11)
        star = px(17) if entry.cold_precautions else 0
        short = f"d{entry.cycle_day}"
        choices = (f"day {entry.cycle_day}", short, "") if own else (f"c{entry.cycle} {short}", short, "")
        metrics = QFontMetricsF(font)
        words = next((text for text in choices if metrics.horizontalAdvance(text) + star <= room), "")
        right = place.right() - px(8)
        if words:
            right -= round(metrics.horizontalAdvance(words))
            self._write(painter, QPointF(right, place.top() + px(6)), words, font, colours.muted)
        if star and star <= room:
            ink = colours.text if own else colours.muted
            self._paint_cold(painter, QRectF(right - px(18), place.top() + px(7), px(13), px(13)), ink)

    def _paint_cold(self, painter: QPainter, place: QRectF, ink: str) -> None:
        """A snow star: nothing cold on this date."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), max(1.2, px(1))))
        painter.translate(place.center())
        for _arm in range(6):
            reach = place.width() / 2
            painter.drawLine(QPointF(0, 0), QPointF(0, -reach))
            painter.drawLine(QPointF(0, -reach * 0.6), QPointF(reach * 0.25, -reach * 0.9))
            painter.drawLine(QPointF(0, -reach * 0.6), QPointF(-reach * 0.25, -reach * 0.9))
            painter.rotate(60)
        painter.restore()

    def _paint_lines(self, painter: QPainter, day: date, place: QRect, *, own: bool, colours: Tokens) -> None:
        assert self._view is not None
        if day not in self._lines:
            self._lines[day] = cell_lines(self._view, day)
        y, step = place.top() + em(1.75), em(1.2)
        for line in self._lines[day]:
            if y + step > place.bottom():
                break
            bold = line.kind in ("give", "held")
            tone = {
                "held": colours.warn.text,
                "closed": colours.stop.text,
                "test": colours.note.text,
                "visit": colours.note.text,
                "tablets": colours.accent_text,
                "rest": colours.muted,
                "supportive": colours.muted,
            }
            font = body_font(12, bold=bold)
            ink = tone.get(line.kind, colours.text) if own or line.kind == "closed" else colours.muted
            for words in self._wrapped(line.words, font, place.width() - px(12)):
                if y + step <= place.bottom() + px(4):
                    self._write_fitting(painter, QPointF(place.left() + px(8), y), words, font, ink, place)
                else:  # more than the cell can say: the panel beside says it
                    dots = QPointF(place.right() - px(18), place.bottom() - em(1.3))
                    self._write(painter, dots, "…", body_font(13, bold=True), colours.text)
                y += step

    def _wrapped(self, words: str, font: QFont, room: int) -> tuple[str, ...]:
        """One line where it fits, else two at the middle space; the panel beside says all of it whole."""
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(words) <= room or " " not in words:
            return (words,)
        head, _, tail = words.partition(": ") if ": " in words else words.partition(" ")
        head = f"{head}:" if ": " in words else head
        return head, tail

    def _write_fitting(self, painter: QPainter, at: QPointF, words: str, font: QFont, ink: str, place: QRect) -> None:
        """The words, somewhat smaller in a narrow cell; cut with dots only where that is not enough."""
        room = place.width() - px(12)
        if QFontMetricsF(font).horizontalAdvance(words) > room:
            font = body_font(SMALLEST_PX, bold=font.bold())
            words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._write(painter, at, words, font, ink)

    def _write(self, painter: QPainter, at: QPointF, words: str, font: QFont, ink: str) -> None:
        key = (words, font.pixelSize(), font.bold())
        text = self._texts.get(key)
        if text is None:
            if len(self._texts) > MOST_TEXTS:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            self._texts[key] = text
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawStaticText(at, text)

    # --- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        position = event.position().toPoint()
        week = position.y() // self._row()
        weekday = min(position.x() * 7 // max(self.width(), 1), 6)
        if 0 <= week < self._weeks:
            self.choose(self._first + timedelta(days=week * 7 + weekday))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if self._view is None:
            super().keyPressEvent(event)
            return
        if key in steps:
            day = self._day + timedelta(days=steps[key])
            if day in self._view.days or not self.cell(day).isEmpty():
                self.choose(day)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.cycle_wanted.emit(self._cycle + (1 if key == Qt.Key.Key_PageDown else -1))
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Days of the cycle: {0}").format(self.words_of(self._day)))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
