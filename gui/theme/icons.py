"""The program's own icons, painted: no file is read for them and they follow colour and scale.

Each is drawn in a square of 24 units with lines of 1.8 units.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

Name = Literal[
    "today", "patients", "regimens", "settings", "search", "person", "plus", "note", "warn", "stop", "ok",
    "left", "right", "down", "print", "save", "calendar", "pencil", "close", "undo",
    "outcomes",
]  # fmt: skip
_UNITS = 24.0
_LINE = 1.8


def _lines(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


def _today(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    _lines(path, (12, 7), (12, 12), (15.5, 14))


def _patients(path: QPainterPath) -> None:
    path.addEllipse(QPointF(9, 8.5), 3.4, 3.4)
    path.moveTo(2.8, 19.5)
    path.cubicTo(3.2, 12.4, 14.8, 12.4, 15.2, 19.5)
    path.moveTo(15, 5.4)
    path.cubicTo(19, 5.2, 19, 11.6, 15.2, 11.6)
    path.moveTo(17.6, 14)
    path.cubicTo(20, 14.8, 21, 16.8, 21.2, 19.5)


def _regimens(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 3, 14, 18), 2, 2)
    _lines(path, (8.5, 8), (15.5, 8))
    _lines(path, (8.5, 12), (15.5, 12))
    _lines(path, (8.5, 16), (12.5, 16))


def _settings(path: QPainterPath) -> None:
    for y, x in ((6.5, 15.5), (12, 8.5), (17.5, 13.5)):
        _lines(path, (3.5, y), (x - 2.2, y))
        path.addEllipse(QPointF(x, y), 2.2, 2.2)
        _lines(path, (x + 2.2, y), (20.5, y))


def _search(path: QPainterPath) -> None:
    path.addEllipse(QPointF(10.5, 10.5), 6, 6)
    _lines(path, (15, 15), (20.5, 20.5))


def _person(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 8), 4, 4)
    path.moveTo(4.5, 20.5)
    path.cubicTo(5, 12.4, 19, 12.4, 19.5, 20.5)


def _plus(path: QPainterPath) -> None:
    _lines(path, (12, 5), (12, 19))
    _lines(path, (5, 12), (19, 12))


def _note(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 9, 9)
    _lines(path, (12, 11), (12, 16.5))
    _lines(path, (12, 7.4), (12, 7.6))


def _warn(path: QPainterPath) -> None:
    _lines(path, (12, 3.5), (21.5, 20), (2.5, 20), (12, 3.5))
    _lines(path, (12, 9.5), (12, 14.2))
    _lines(path, (12, 17), (12, 17.2))


def _stop(path: QPainterPath) -> None:
    _lines(
        path, (8, 2.8), (16, 2.8), (21.2, 8), (21.2, 16), (16, 21.2), (8, 21.2), (2.8, 16), (2.8, 8), (8, 2.8)
    )  # eight corners, as the road sign
    _lines(path, (8, 12), (16, 12))


def _ok(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 9, 9)
    _lines(path, (7.8, 12.4), (10.8, 15.4), (16.4, 9))


def _left(path: QPainterPath) -> None:
    _lines(path, (14.5, 5.5), (8, 12), (14.5, 18.5))


def _right(path: QPainterPath) -> None:
    _lines(path, (9.5, 5.5), (16, 12), (9.5, 18.5))


def _down(path: QPainterPath) -> None:
    _lines(path, (5.5, 9.5), (12, 16), (18.5, 9.5))


def _print(path: QPainterPath) -> None:
    _lines(path, (7, 8.5), (7, 3.5), (17, 3.5), (17, 8.5))
    _lines(path, (7, 16.5), (3.5, 16.5), (3.5, 8.5), (20.5, 8.5), (20.5, 16.5), (17, 16.5))
    path.addRect(QRectF(7, 13.5, 10, 7))


def _save(path: QPainterPath) -> None:
    _lines(path, (12, 3.5), (12, 14.5))
    _lines(path, (7.5, 10.2), (12, 14.8), (16.5, 10.2))
    _lines(path, (4, 16.5), (4, 20.5), (20, 20.5), (20, 16.5))


def _calendar(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3.5, 5, 17, 15.5), 2, 2)
    _lines(path, (3.5, 10), (20.5, 10))
    _lines(path, (8, 2.8), (8, 6.8))
    _lines(path, (16, 2.8), (16, 6.8))


def _pencil(path: QPainterPath) -> None:
    _lines(path, (4, 20), (5, 15.5), (16, 4.5), (19.5, 8), (8.5, 19), (4, 20))


def _close(path: QPainterPath) -> None:
    _lines(path, (6, 6), (18, 18))
    _lines(path, (18, 6), (6, 18))


def _undo(path: QPainterPath) -> None:
    _lines(path, (8.5, 4.5), (4, 9), (8.5, 13.5))
    path.moveTo(4, 9)
    path.lineTo(14, 9)
    path.cubicTo(21.5, 9, 21.5, 19.5, 14, 19.5)
    path.lineTo(9, 19.5)


def _outcomes(path: QPainterPath) -> None:
    _lines(path, (3.5, 3.5), (3.5, 20.5), (20.5, 20.5))
    _lines(path, (3.5, 6), (8.5, 6), (8.5, 10.5), (13, 10.5), (13, 14), (18.5, 14), (18.5, 17))


_SHAPES: dict[str, Callable[[QPainterPath], None]] = {
    "today": _today, "patients": _patients, "regimens": _regimens, "settings": _settings, "search": _search,
    "person": _person, "plus": _plus, "note": _note, "warn": _warn, "stop": _stop, "ok": _ok, "left": _left,
    "right": _right, "down": _down, "print": _print, "save": _save, "calendar": _calendar, "pencil": _pencil,
    "close": _close, "undo": _undo, "outcomes": _outcomes,
}  # fmt: skip


def paint_icon(painter: QPainter, name: Name, place: QRectF, colour: QColor) -> None:
    """Draw one icon into `place`; the painter is left as it was."""
    path = QPainterPath()
    _SHAPES[name](path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _UNITS, place.height() / _UNITS)
    pen = QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def pixmap(name: Name, colour: str, size: int, ratio: float = 1.0) -> "QPixmap":
    """One icon as a picture of `size` pixels, sharp at the screen's pixel ratio."""
    from PySide6.QtGui import QPixmap

    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return picture


def icon(name: Name, colour: str, size: int, disabled: str = "") -> "QIcon":
    """One icon for a button. disabled: the colour while the button cannot be used; "": Qt fades the one there is."""
    from PySide6.QtGui import QIcon

    made = QIcon(pixmap(name, colour, size, 2.0))
    if disabled:
        made.addPixmap(pixmap(name, disabled, size, 2.0), QIcon.Mode.Disabled)
    return made
