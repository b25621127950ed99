"""Where on the picture something was drawn, so that it can be pointed at."""

from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from outcomes.plots.values import Mark


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and its marks, in the order of the arrow keys."""

    figure: Figure
    marks: tuple[Mark, ...]
    nearest: Literal["line", "mark"] = "mark"


def place(figure: Figure, axes: Axes, x: float, y: float) -> tuple[float, float]:
    """A point of the axes in parts of the picture, from its left and top. Limits of the axes must be set by then."""
    across, up = figure.transFigure.inverted().transform(axes.transData.transform((x, y)))
    return float(across), 1 - float(up)


def mark_of(
    figure: Figure, axes: Axes, start: tuple[float, float], end: tuple[float, float], words: str,
    ids: tuple[str, ...], series: int = 0,
) -> Mark:  # fmt: skip
    """A mark over the rectangle between two corners of the axes; twice the same corner is a point."""
    first, second = place(figure, axes, *start), place(figure, axes, *end)
    left, top = min(first[0], second[0]), min(first[1], second[1])
    return Mark(left, top, abs(first[0] - second[0]), abs(first[1] - second[1]), words, ids, series)
