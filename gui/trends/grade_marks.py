"""How a grade is painted: a tone for the eye, hatching for the worst, and always the grade itself in words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.theme.tokens import Tone, Tones

_TONES: dict[int, Tone] = {0: "ok", 1: "note", 2: "warn", 3: "stop", 4: "stop", 5: "stop"}


def grade_tone(grade: int | None) -> Tone:
    """The tone of a grade; plain where none can be given."""
    return "plain" if grade is None else _TONES[grade]


def grade_colours(grade: int | None) -> Tones:
    """Its colours in the look in force."""
    return tokens().tone(grade_tone(grade))


def paint_ground(painter: QPainter, place: QRectF, grade: int | None) -> None:
    """The ground of a band or segment: hatched where no grade can be given, and from grade 4 on."""
    colours = grade_colours(grade)
    painter.fillRect(place, QColor(colours.ground))
    if grade is None or grade >= 4:
        line = QColor(colours.bar)
        line.setAlphaF(0.30)
        pattern = Qt.BrushStyle.FDiagPattern if grade is None else Qt.BrushStyle.BDiagPattern
        painter.fillRect(place, QBrush(line, pattern))


def paint_segment(painter: QPainter, place: QRectF, grade: int, *, chosen: bool) -> None:
    """A bar of one grade with an outline."""
    colours = grade_colours(grade)
    paint_ground(painter, place, grade)
    painter.setPen(QPen(QColor(tokens().text if chosen else colours.bar), px(2) if chosen else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
