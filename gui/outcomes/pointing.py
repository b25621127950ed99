"""Which mark of a plot lies under the pointer, and to which one an arrow key goes. Pure; pixels of the widget."""

from collections.abc import Sequence
from typing import Literal

from outcomes.plots.values import Mark

#: A curve ends in a step without width; so near to it, in parts of the picture, it is still pointed at.
EDGE = 0.004
Nearest = Literal["line", "mark"]
Way = Literal["left", "right", "up", "down", "home", "end"]


def mark_at(
    marks: Sequence[Mark],
    nearest: Nearest,
    spot: tuple[float, float],
    size: tuple[int, int],
    reach: float,
) -> int | None:
    """The mark at a spot. size: of the widget; reach: how far beside a mark it still counts.

    Of several the nearest; a shape on a bar goes before the bar. On a "line" the step above or below
    the spot counts at any distance, the nearest first.
    """
    if not marks or not size[0] or not size[1]:
        return None
    x, y = spot[0] / size[0], spot[1] / size[1]
    if nearest == "line":
        top, bottom = min(mark.top for mark in marks), max(mark.top for mark in marks)
        inside = [
            (abs(mark.top - y), -place)
            for place, mark in enumerate(marks)
            if mark.left - EDGE <= x <= mark.left + mark.wide + EDGE
        ]
        room = reach / size[1]
        if not inside or not top - room <= y <= max(bottom, 0.5) + room:
            return None
        return -min(inside)[1]
    away = [(mark.wide * mark.high > 0, _away(mark, spot, size), place) for place, mark in enumerate(marks)]
    return min((one for one in away if one[1] <= reach), default=(True, reach, None))[2]


def _away(mark: Mark, spot: tuple[float, float], size: tuple[int, int]) -> float:
    """Pixels from a spot to the rectangle of a mark; 0 inside it."""
    left, top = mark.left * size[0], mark.top * size[1]
    across = max(left - spot[0], 0.0, spot[0] - left - mark.wide * size[0])
    down = max(top - spot[1], 0.0, spot[1] - top - mark.high * size[1])
    return float((across**2 + down**2) ** 0.5)


def next_mark(marks: Sequence[Mark], place: int | None, way: Way) -> int | None:
    """Where a key goes: left and right along a series, up and down to the next one at about the same place across."""
    if not marks:
        return None
    if place is None or not 0 <= place < len(marks):
        return 0
    series = [index for index, mark in enumerate(marks) if mark.series == marks[place].series]
    at = series.index(place)
    if way in ("left", "right"):
        return series[min(max(at + (1 if way == "right" else -1), 0), len(series) - 1)]
    if way in ("home", "end"):
        return series[0 if way == "home" else -1]
    present = sorted({mark.series for mark in marks})
    wanted = present.index(marks[place].series) + (1 if way == "down" else -1)
    if not 0 <= wanted < len(present):
        return place
    others = [index for index, mark in enumerate(marks) if mark.series == present[wanted]]
    middle = marks[place].left + marks[place].wide / 2
    return min(others, key=lambda index: abs(marks[index].left + marks[index].wide / 2 - middle))
