"""What one cell of the month grid shows, worked out once and then only painted."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath, QStaticText, QTransform

from gui.plan.course_view import CourseView, closed_words
from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.tokens import Tokens
from gui.widgets.dates import MONTHS
from treatment_calendar.course import CourseDay

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
    lines += _tablets(day, swallows=day.cycle in view.swallows)
    if day.supportive:
        lines.append(CellLine("supportive", f"supportive: {len(day.supportive)}"))
    return tuple(lines)


def _tablets(day: CourseDay, *, swallows: bool) -> list[CellLine]:
    if day.swallow:
        halves = " · ".join(
            _half(day, half, name) for half, name in (("am", "AM"), ("pm", "PM")) if half in day.swallow
        )
        return [CellLine("tablets", halves)]
    return [CellLine("rest", "no tablets" if swallows else "rest")] if day.rest else []


def _half(day: CourseDay, half: str, name: str) -> str:
    """ "AM 3+1": tablets of the larger strength first; the bare half where the number is not decided."""
    counts: list[str] = []
    for take in day.take:
        tablets = take.am if half == "am" else take.pm
        counts += [str(count) for _strength, count in sorted(tablets.items(), reverse=True) if count]
    return f"{name} {'+'.join(counts)}" if counts else name


@dataclass(frozen=True, slots=True)
class Written:
    """Words at a place."""

    at: QPointF
    text: QStaticText
    font: QFont
    ink: QColor


@dataclass(slots=True)
class Cell:
    """One cell ready to be painted. hatch: something is held; badge: behind the number of today; star: nothing cold."""

    place: QRect
    ground: QColor
    hatch: QBrush | None = None
    badge: QRectF | None = None
    star: QRectF | None = None
    words: list[Written] = field(default_factory=list)


def snow_star(side: float) -> QPainterPath:
    """Six arms around the origin: nothing cold on this date."""
    arm, whole, reach = QPainterPath(), QPainterPath(), side / 2
    for x, y, to_x, to_y in ((0.0, 0.0, 0.0, -1.0), (0.0, -0.6, 0.25, -0.9), (0.0, -0.6, -0.25, -0.9)):
        arm.moveTo(x * reach, y * reach)
        arm.lineTo(to_x * reach, to_y * reach)
    for turn in range(6):
        whole.addPath(QTransform().rotate(60 * turn).map(arm))
    return whole


class CellMaker:
    """Works out the cells of one cycle's months at one size and in one look."""

    def __init__(self, view: CourseView, cycle: int, today: date, first: date) -> None:
        self._view, self._cycle, self._today, self._first = view, cycle, today, first
        self._colours: Tokens = tokens()
        self._texts: dict[tuple[str, int, bool], QStaticText] = {}
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._inks: dict[str, QColor] = {}
        warn = self._colours.warn
        veil = QColor(warn.bar)
        veil.setAlphaF(0.25)
        self._hatch = QBrush(veil, Qt.BrushStyle.BDiagPattern)

    def cell(self, day: date, place: QRect) -> Cell:
        """One date at its place."""
        colours, entry = self._colours, self._view.days.get(day)
        own = entry is not None and entry.cycle == self._cycle
        rest = own and entry is not None and entry.rest
        ground = colours.raised if rest else colours.surface if own else colours.ground
        cell = Cell(place, self._ink(ground))
        if entry is not None and entry.held:
            cell.hatch = self._hatch
        self._top(cell, day, entry, own=own)
        self._lines(cell, day, own=own)
        return cell

    def _top(self, cell: Cell, day: date, entry: CourseDay | None, *, own: bool) -> None:
        colours, place = self._colours, cell.place
        number = f"{day.day} {MONTHS[day.month - 1]}" if day.day == 1 or day == self._first else str(day.day)
        at = QPointF(place.left() + px(8), place.top() + px(4))
        bold = body_font(13, bold=True)
        room = place.width() - px(20)
        if day == self._today:
            full = f"{number} · today"
            number = full if self._wide(full, bold) + px(10) <= room else number
            cell.badge = QRectF(at.x() - px(4), at.y(), self._wide(number, bold) + px(8), em(1.35))
            self._write(cell, at, number, bold, colours.ground)
        else:
            self._write(cell, at, number, body_font(13, bold=own), colours.text if own else colours.muted)
        if entry is not None:
            self._cycle_day(cell, entry, room - self._wide(number, bold), own=own)

    def _cycle_day(self, cell: Cell, entry: CourseDay, room: float, *, own: bool) -> None:
        """Cycle day and snow star at the right, as long as they fit; the star is the last to go."""
        font, place = body_font(11), cell.place
        star = px(17) if entry.cold_precautions else 0
        short = f"d{entry.cycle_day}"
        choices = (f"day {entry.cycle_day}", short, "") if own else (f"c{entry.cycle} {short}", short, "")
        words = next((text for text in choices if self._wide(text, font) + star <= room), "")
        right = place.right() - px(8)
        if words:
            right -= round(self._wide(words, font))
            self._write(cell, QPointF(right, place.top() + px(6)), words, font, self._colours.muted)
        if star and star <= room:
            cell.star = QRectF(right - px(18), place.top() + px(7), px(13), px(13))

    def _lines(self, cell: Cell, day: date, *, own: bool) -> None:
        colours, place = self._colours, cell.place
        tone = {
            "held": colours.warn.text,
            "closed": colours.stop.text,
            "test": colours.note.text,
            "visit": colours.note.text,
            "tablets": colours.accent_text,
            "rest": colours.muted,
            "supportive": colours.muted,
        }
        y, step, room = place.top() + em(1.75), em(1.2), place.width() - px(12)
        for line in cell_lines(self._view, day):
            font = body_font(12, bold=line.kind in ("give", "held"))
            ink = tone.get(line.kind, colours.text) if own or line.kind == "closed" else colours.muted
            for words in self._wrapped(line.words, font, room):
                if y + step <= place.bottom() + px(4):
                    self._write_fitting(cell, QPointF(place.left() + px(8), y), words, font, ink, room)
                else:  # more than the cell can say: the panel beside says it
                    dots = QPointF(place.right() - px(18), place.bottom() - em(1.3))
                    self._write(cell, dots, "…", body_font(13, bold=True), colours.text)
                y += step

    def _wrapped(self, words: str, font: QFont, room: int) -> tuple[str, ...]:
        """One line where it fits, else two; the panel beside says all of it whole."""
        if self._wide(words, font) <= room or " " not in words:
            return (words,)
        head, _, tail = words.partition(": ") if ": " in words else words.partition(" ")
        return (f"{head}:" if ": " in words else head), tail

    def _write_fitting(self, cell: Cell, at: QPointF, words: str, font: QFont, ink: str, room: int) -> None:
        """The words, somewhat smaller in a narrow cell; cut with dots only where that is not enough."""
        if self._wide(words, font) > room:
            font = body_font(SMALLEST_PX, bold=font.bold())
            words = self._metrics_of(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._write(cell, at, words, font, ink)

    def _write(self, cell: Cell, at: QPointF, words: str, font: QFont, ink: str) -> None:
        key = (words, font.pixelSize(), font.bold())
        text = self._texts.get(key)
        if text is None:
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            self._texts[key] = text
        cell.words.append(Written(at, text, font, self._ink(ink)))

    def _wide(self, words: str, font: QFont) -> float:
        return self._metrics_of(font).horizontalAdvance(words)

    def _metrics_of(self, font: QFont) -> QFontMetricsF:
        key = (font.pixelSize(), font.bold())
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key]

    def _ink(self, colour: str) -> QColor:
        if colour not in self._inks:
            self._inks[colour] = QColor(colour)
        return self._inks[colour]
