"""The months of one cycle as one painted widget: a changed cell repaints that cell and no other."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plan.cells import Cell, CellMaker, Written, snow_star
from gui.plan.course_view import CourseView, day_lines
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.ring import paint_ring
from gui.theme.tokens import Tokens
from gui.widgets.dates import WEEKDAYS, shown_date


class WeekHead(QWidget):
    """The names of the weekdays above the grid; they stay when the weeks scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(WEEKDAYS))
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
        self._cells: dict[date, Cell] = {}
        self._maker: CellMaker | None = None

    def show_cycle(self, view: CourseView, cycle: int, today: date) -> None:
        """The full weeks of all months the cycle lies in; its day 1 is chosen unless the chosen date lies in it."""
        found = view.cycle(cycle)
        if found is None:
            return
        self._view, self._cycle, self._today = view, cycle, today
        laid_out = found.laid_out
        start = laid_out.day1.replace(day=1)
        end = (laid_out.last_day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        self._first = start - timedelta(days=start.weekday())
        self._weeks = ((end - self._first).days // 7) + 1
        self._forget_cells()
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
        return QSize(em(23), self.sizeHint().height())

    def _row(self) -> int:
        return em(6.7)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        dirty = event.region()
        painter.fillRect(dirty.boundingRect(), QColor(colours.surface))
        cells = self._cells_in(dirty)
        for cell in cells:
            painter.fillRect(cell.place, cell.ground)
            if cell.hatch is not None:
                painter.fillRect(cell.place, cell.hatch)
        painter.setPen(QColor(colours.line))
        painter.drawRects([cell.place for cell in cells])
        self._paint_marks(painter, cells, colours)
        self._paint_words(painter, cells)
        chosen = self.cell(self._day)
        if dirty.intersects(chosen):
            painter.setPen(QPen(QColor(colours.accent), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(chosen.adjusted(px(1), px(1), -px(1), -px(1)))
            if self.hasFocus():
                paint_ring(painter, QRectF(chosen).adjusted(px(3), px(3), -px(3), -px(3)), px(3))
        painter.end()

    def _cells_in(self, dirty: QRegion) -> list[Cell]:
        """The cells to paint, worked out where this is the first time."""
        if self._view is None:
            return []
        if self._maker is None:
            self._maker = CellMaker(self._view, self._cycle, self._today, self._first)
        found = []
        box = dirty.boundingRect()
        first = max(box.top() // self._row(), 0)
        last = min(box.bottom() // self._row(), self._weeks - 1)
        for ahead in range(first * 7, last * 7 + 7):
            day = self._first + timedelta(days=ahead)
            place = self.cell(day)
            if dirty.intersects(place):
                if day not in self._cells:
                    self._cells[day] = self._maker.cell(day, place)
                found.append(self._cells[day])
        return found

    def _paint_marks(self, painter: QPainter, cells: list[Cell], colours: Tokens) -> None:
        """Behind today's number a badge; a snow star where nothing cold is allowed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stars = [cell.star for cell in cells if cell.star is not None]
        if stars:
            path = snow_star(stars[0].width())
            painter.setPen(QPen(QColor(colours.text), max(1.2, px(1))))
            for star in stars:
                painter.translate(star.center())
                painter.drawPath(path)
                painter.translate(-star.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        for cell in cells:
            if cell.badge is not None:
                painter.drawRoundedRect(cell.badge, px(4), px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(self, painter: QPainter, cells: list[Cell]) -> None:
        """All words, those of one font and colour together: changing them costs more than the words."""
        groups: dict[tuple[int, int], list[Written]] = {}
        for cell in cells:
            for written in cell.words:
                groups.setdefault((id(written.font), id(written.ink)), []).append(written)
        for group in groups.values():
            painter.setFont(group[0].font)
            painter.setPen(group[0].ink)
            for written in group:
                painter.drawStaticText(written.at, written.text)

    def _forget_cells(self) -> None:
        self._cells.clear()
        self._maker = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_cells()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another look or text scale: everything is worked out anew."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._forget_cells()
        super().changeEvent(event)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update(self.cell(self._day))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update(self.cell(self._day))

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Days of the cycle: {0}").format(self.words_of(self._day)))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
